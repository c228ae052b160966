package org.isnad.core.incident;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.isnad.core.article.ArticleId;
import org.isnad.core.reuse.Lineage;
import org.jspecify.annotations.Nullable;

/**
 * In how many independent ways something came down: the most testimonies of which no two have one
 * innermost source and no two are one copied text (codebook section 9).
 *
 * <p>A source counts for nothing beside one whose words it passes on ("the agency" beside "a
 * witness, through the agency") or that is it, named more closely ("the minister" beside "the
 * minister X"). One text is worth as many sources as an article names in it, however often it is
 * printed and whatever its reprints call them. Testimonies are not joined over all that any two of
 * them share: over one official whom everybody quotes, and one agency whose text everybody prints,
 * fifty articles of ten outlets would come to a single way.
 */
final class Independence {

  /** Who speaks in which text. */
  private final TreeMap<String, TreeSet<Integer>> textsOf = new TreeMap<>();

  /** How many speakers each text is worth: the most that one article names in it. */
  private final TreeMap<Integer, Integer> worth = new TreeMap<>();

  private final Set<String> ownWords = new HashSet<>();

  private Independence(Collection<Testimony> testimonies, Lineage lineage) {
    Texts texts = new Texts(testimonies, lineage);
    Map<Integer, Map<ArticleId, Set<String>>> named = new HashMap<>();
    for (Testimony testimony : testimonies) {
      Integer text = texts.of(testimony);
      if (text == null) {
        ownWords.add(testimony.speaker());
      } else {
        textsOf.computeIfAbsent(testimony.speaker(), key -> new TreeSet<>()).add(text);
        Set<String> here =
            named
                .computeIfAbsent(text, key -> new HashMap<>())
                .computeIfAbsent(testimony.article(), key -> new HashSet<>());
        here.add(testimony.speaker());
        worth.merge(text, here.size(), Math::max);
      }
    }
    ownWords.forEach(this::leave);
  }

  /** Whoever is quoted in words of an outlet's own takes up room in the copied texts as well. */
  private void leave(String speaker) {
    Set<Integer> texts = textsOf.remove(speaker);
    if (texts != null) {
      texts.forEach(text -> worth.merge(text, -1, (room, taken) -> Math.max(0, room + taken)));
    }
  }

  /** The number of independent ways; at least 1 where there is a testimony. */
  static int ways(Collection<Testimony> testimonies, Lineage lineage) {
    Set<String> setAside = setAside(testimonies);
    List<Testimony> innermost =
        testimonies.stream().filter(t -> !setAside.contains(t.speaker())).toList();
    Independence counted = new Independence(innermost.isEmpty() ? testimonies : innermost, lineage);
    return counted.ownWords.size() + counted.matched();
  }

  /** Speakers whose words another one passes on, or who is another one by a shorter name. */
  private static Set<String> setAside(Collection<Testimony> testimonies) {
    Map<String, Testimony> speakers = new TreeMap<>();
    Set<String> aside = new HashSet<>();
    for (Testimony testimony : testimonies) {
      speakers.putIfAbsent(testimony.speaker(), testimony);
      aside.addAll(testimony.through());
    }
    Map<String, List<Set<String>>> namesWith = new HashMap<>();
    speakers
        .values()
        .forEach(
            speaker -> {
              Set<String> words = Names.wordSet(speaker.speakerName());
              words.forEach(
                  word -> namesWith.computeIfAbsent(word, key -> new ArrayList<>()).add(words));
            });
    speakers.forEach(
        (key, speaker) -> {
          Set<String> words = Names.wordSet(speaker.speakerName());
          if (isPartOfAnother(words, namesWith)) {
            aside.add(key);
          }
        });
    return aside;
  }

  /** Whether a longer name holds all words of this one; looks only where its rarest word is. */
  private static boolean isPartOfAnother(
      Set<String> words, Map<String, List<Set<String>>> namesWith) {
    return words.stream()
        .map(word -> namesWith.getOrDefault(word, List.of()))
        .min(Comparator.comparingInt(List::size))
        .map(names -> names.stream().anyMatch(n -> n.size() > words.size() && n.containsAll(words)))
        .orElse(false);
  }

  /**
   * The most speakers that can be given a text each, no text more of them than it is worth: a
   * matching, enlarged along alternating paths (Berge, 1957).
   */
  private int matched() {
    Map<Integer, Set<String>> speakersOf = new TreeMap<>();
    worth.keySet().forEach(text -> speakersOf.put(text, new TreeSet<>()));
    Map<String, Integer> textOf = new HashMap<>();
    int room = worth.values().stream().mapToInt(Integer::intValue).sum();
    for (String speaker : textsOf.keySet()) {
      if (textOf.size() == room) {
        break;
      }
      enlarge(speaker, speakersOf, textOf);
    }
    return textOf.size();
  }

  /** Finds a text for a speaker, others moving on to texts of theirs where need be. */
  private void enlarge(
      String speaker, Map<Integer, Set<String>> speakersOf, Map<String, Integer> textOf) {
    Map<Integer, String> reachedBy = new HashMap<>();
    List<String> open = new ArrayList<>(List.of(speaker));
    for (int i = 0; i < open.size(); i++) {
      for (int text : textsOf.getOrDefault(open.get(i), new TreeSet<>())) {
        if (reachedBy.putIfAbsent(text, open.get(i)) == null) {
          Set<String> there = speakersOf.getOrDefault(text, Set.of());
          if (there.size() < worth.getOrDefault(text, 0)) {
            moveAlong(text, reachedBy, speakersOf, textOf);
            return;
          }
          open.addAll(there);
        }
      }
    }
  }

  private static void moveAlong(
      int last,
      Map<Integer, String> reachedBy,
      Map<Integer, Set<String>> speakersOf,
      Map<String, Integer> textOf) {
    Integer text = last;
    while (text != null) {
      String speaker = Objects.requireNonNull(reachedBy.get(text));
      Integer before = textOf.put(speaker, text);
      Objects.requireNonNull(speakersOf.get(text)).add(speaker);
      if (before != null) {
        Objects.requireNonNull(speakersOf.get(before)).remove(speaker);
      }
      text = before;
    }
  }

  /** The copied text in which each testimony stands; texts that hold the same words are one. */
  private static final class Texts {

    private final Map<Testimony, Integer> first = new HashMap<>();
    private final Map<Integer, Integer> parents = new HashMap<>();

    Texts(Collection<Testimony> testimonies, Lineage lineage) {
      for (Testimony testimony : testimonies) {
        Set<Integer> texts =
            testimony.span() == null
                ? Set.of()
                : lineage.texts(testimony.article(), testimony.span());
        for (int text : texts) {
          int one = root(first.computeIfAbsent(testimony, key -> text));
          int two = root(text);
          parents.put(Math.max(one, two), Math.min(one, two));
        }
      }
    }

    /** Its number, or null where the testimony is in its outlet's own words. */
    @Nullable Integer of(Testimony testimony) {
      Integer text = first.get(testimony);
      return text == null ? null : root(text);
    }

    private int root(int text) {
      int at = text;
      while (parents.getOrDefault(at, at) != at) {
        at = parents.getOrDefault(at, at);
      }
      return at;
    }
  }
}
