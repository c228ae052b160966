package org.isnad.core.reuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.isnad.core.lexicon.Entry;
import org.isnad.core.lexicon.Lexicon;
import org.isnad.core.text.Normalizer;
import org.isnad.core.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Which outlets and agencies a text names: a copy often keeps "told agency X" or credits "newspaper
 * Y".
 *
 * <p>Many outlets are called by common words ("the constitution", "urgent"). So a name of one word
 * counts only between quotation marks, as newspapers print it; a longer one ("newspaper Y") counts
 * anywhere.
 */
public final class NamedSources {

  /** No outlet is known. */
  public static final NamedSources NONE = new NamedSources(List.of());

  private static final List<String> LISTS = List.of("outlets", "agencies");

  /** Letters that a name in Latin script must have to be found inside another. */
  private static final int SHORTEST_LATIN = 5;

  private final List<Entry> entries;
  private final TreeMap<Long, List<Name>> byFirstWord = new TreeMap<>();

  /** One spelling of an outlet's name. */
  private record Name(long[] words, String id) {}

  private NamedSources(List<Entry> entries) {
    this.entries = entries;
    for (Entry entry : entries) {
      for (String spelling : entry.spellings()) {
        long[] words = WordSequence.plainHashes(Normalizer.fold(spelling));
        if (words.length > 0) {
          byFirstWord
              .computeIfAbsent(words[0], word -> new ArrayList<>())
              .add(new Name(words, entry.key()));
        }
      }
    }
  }

  /** The lists {@code outlets} and {@code agencies} of the knowledge files. */
  public static NamedSources of(Lexicon lexicon) {
    List<Entry> entries = new ArrayList<>();
    for (String list : LISTS) {
      if (lexicon.hasList(list)) {
        entries.addAll(lexicon.entries(list));
      }
    }
    return new NamedSources(entries);
  }

  /**
   * Keys of the outlet that the input calls {@code outlet}, in either script; mostly one or none.
   */
  public Set<String> idsOf(@Nullable String outlet) {
    TreeSet<String> ids = new TreeSet<>();
    if (outlet == null) {
      return ids;
    }
    String latin = latin(outlet);
    String folded = Normalizer.fold(outlet).strip();
    for (Entry entry : entries) {
      boolean byGloss =
          sameLatin(latin, latin(entry.gloss())) || sameLatin(latin, latin(entry.key()));
      if (byGloss || entry.spellings().stream().anyMatch(s -> Normalizer.fold(s).equals(folded))) {
        ids.add(entry.key());
      }
    }
    return ids;
  }

  /** Keys of the outlets and agencies that {@code text} names. Linear in its length. */
  public Set<String> namedIn(String text) {
    WordSequence words = WordSequence.of(text, DayWords.NONE);
    TreeSet<String> named = new TreeSet<>();
    for (int i = 0; i < words.size(); i++) {
      for (Name name : byFirstWord.getOrDefault(words.hash(i), List.of())) {
        int end = i + name.words.length;
        if (holds(words, i, name)
            && (name.words.length > 1 || isQuoted(text, words.span(i, end)))) {
          named.add(name.id);
        }
      }
    }
    return named;
  }

  private static boolean holds(WordSequence words, int at, Name name) {
    if (at + name.words.length > words.size()) {
      return false;
    }
    for (int k = 0; k < name.words.length; k++) {
      if (words.hash(at + k) != name.words[k]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isQuoted(String text, Span span) {
    return span.start() > 0
        && span.end() < text.length()
        && isQuote(text.charAt(span.start() - 1))
        && isQuote(text.charAt(span.end()));
  }

  private static boolean isQuote(char c) {
    int type = Character.getType(c);
    return c == '"'
        || c == '\''
        || type == Character.INITIAL_QUOTE_PUNCTUATION
        || type == Character.FINAL_QUOTE_PUNCTUATION;
  }

  private static boolean sameLatin(String a, String b) {
    String shorter = a.length() <= b.length() ? a : b;
    String longer = a.length() <= b.length() ? b : a;
    return shorter.equals(longer) && !a.isEmpty()
        || shorter.length() >= SHORTEST_LATIN && longer.startsWith(shorter);
  }

  /** Latin letters and digits alone, small, without the article in front. */
  private static String latin(String name) {
    StringBuilder latin = new StringBuilder();
    for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
      if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
        latin.append(c);
      }
    }
    boolean article = latin.length() > SHORTEST_LATIN && latin.substring(0, 2).equals("al");
    return article ? latin.substring(2) : latin.toString();
  }
}
