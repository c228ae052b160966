package org.isnad.core.report;

import java.util.ArrayList;
import java.util.List;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.mention.CountMention;
import org.isnad.core.mention.Quantity;
import org.isnad.core.mention.count.NumberReader;
import org.isnad.core.mention.event.EventWord;
import org.isnad.core.mention.event.EventWord.Role;
import org.jspecify.annotations.Nullable;

/**
 * Events that a sentence counts beside another, with the other's verb left out: "nine strikes in A
 * and 14 others in B", and "13 raids, five of them near B" (codebook section 12: every named place
 * is a report).
 */
final class Coordination {

  /** How far the number's "and" can stand before the noun that it counts. */
  private static final int NUMBER_REACH = 4;

  /** Most tokens from a number to its place: a preposition, and a word for what the place is. */
  private static final int PLACE_REACH = 4;

  private static final String PARTS = "event-parts";

  private final Mentions mentions;

  Coordination(Mentions mentions) {
    this.mentions = mentions;
  }

  /** Marks those drafts that go on with the one before, and adds those told as a part of one. */
  void read(AnalyzedText text, Sentence sentence, List<Draft> groups) {
    for (int i = 1; i < groups.size(); i++) {
      Draft before = groups.get(i - 1);
      Draft draft = groups.get(i);
      if (goesOn(text, before, draft)) {
        draft.joined = before;
      }
    }
    for (int i = groups.size() - 1; i >= 0; i--) {
      int end = i + 1 < groups.size() ? groups.get(i + 1).first() : sentence.end();
      groups.addAll(i + 1, parts(text, groups.get(i), end));
    }
  }

  private boolean goesOn(AnalyzedText text, Draft before, Draft draft) {
    EventWord noun = draft.words.getFirst();
    boolean nouns =
        noun.role() == Role.NOUN && before.words.stream().anyMatch(w -> w.role() == Role.NOUN);
    return nouns
        && draft.words.stream().noneMatch(EventWord::isVerb)
        && isCounted(text, noun)
        && SameEvent.compatible(EventType.of(type(before)), EventType.of(type(draft)));
  }

  private static String type(Draft draft) {
    String type = draft.head().type();
    return type == null ? EventType.ATTACK.id() : type;
  }

  /** "and 14 strikes": the number, or the noun where it needs none, carries the "and". */
  private boolean isCounted(AnalyzedText text, EventWord noun) {
    for (CountMention count :
        Mentions.within(mentions.counts(), Math.max(0, noun.first() - NUMBER_REACH), noun.end())) {
      if (count.headToken() == noun.first()) {
        int first = count.tokens().first();
        boolean apart = first > 0 && text.token(first - 1).is("event-prepositions", "and");
        return apart || text.token(first).labels().stream().anyMatch(l -> l.clitics().has("w"));
      }
    }
    return false;
  }

  /**
   * "five of them near A and two near B", "among them seven on A": numbers of the parts of what was
   * counted, each with its place.
   */
  private List<Draft> parts(AnalyzedText text, Draft whole, int end) {
    List<Draft> parts = new ArrayList<>();
    for (int i = whole.head().end(); i + 1 < end; i++) {
      if (isAnother(text, i) && isPlaced(text, i + 1, end)) {
        parts.add(part(text, whole, i, null));
        continue;
      }
      if (whole.head().role() != Role.NOUN) {
        continue;
      }
      NumberReader.Read number = NumberReader.at(text, i, end);
      if (number == null || number.end() >= end) {
        continue;
      }
      boolean goesOn = !parts.isEmpty() && isJoined(text, i) || isAmong(text, i);
      if (isOfThem(text, number.end(), end) || goesOn && isPlaced(text, number.end(), end)) {
        parts.add(part(text, whole, i, Quantity.exactly(number.value())));
      }
      i = Math.max(i, number.end() - 1);
    }
    parts.reversed().forEach(part -> handOver(whole, part));
    return parts;
  }

  private static Draft part(AnalyzedText text, Draft whole, int at, @Nullable Quantity count) {
    Draft part = new Draft(text, whole.sentence, whole.inTitle, whole.head());
    part.joined = whole;
    part.start = at;
    part.count = count;
    return part;
  }

  /** "a bomb went off in A and another in B": one more of what was told. */
  private static boolean isAnother(AnalyzedText text, int at) {
    Label another = text.token(at).label(PARTS);
    return another != null && another.key().equals("another") && another.clitics().has("w");
  }

  /** "13 raids, of which five near A, and destroyed": the verbs behind a part are its own. */
  private static void handOver(Draft whole, Draft part) {
    for (EventWord word : List.copyOf(whole.words)) {
      if (word.first() > part.start) {
        whole.words.remove(word);
        part.words.add(word);
      }
    }
  }

  /** "of them", a place behind it. */
  private boolean isOfThem(AnalyzedText text, int at, int end) {
    Label of = text.token(at).label(PARTS);
    return of != null
        && !of.key().equals("another")
        && !Mentions.within(mentions.places(), of.end(), end).isEmpty();
  }

  /** "among them" right before the number. */
  private static boolean isAmong(AnalyzedText text, int number) {
    Label among = number == 0 ? null : text.token(number - 1).label(PARTS);
    return among != null && among.key().equals("among-them");
  }

  private static boolean isJoined(AnalyzedText text, int number) {
    boolean apart = number > 0 && text.token(number - 1).is("event-prepositions", "and");
    return apart || text.token(number).labels().stream().anyMatch(l -> l.clitics().has("w"));
  }

  /** A preposition and a place right behind the number: what is counted is left out. */
  private boolean isPlaced(AnalyzedText text, int at, int end) {
    return text.token(at).is("event-prepositions")
        && !Mentions.within(mentions.places(), at, Math.min(end, at + PLACE_REACH)).isEmpty();
  }

  /** What the draft that goes on leaves out: who acted, on what, when. */
  static void fill(Draft draft) {
    Draft whole = draft.joined;
    if (whole == null) {
      return;
    }
    draft.listed = true;
    if (draft.type == EventType.ATTACK) {
      draft.type = whole.type;
    }
    if (draft.actors.isEmpty()) {
      draft.actors.addAll(whole.actors);
    }
    if (draft.targets.isEmpty()) {
      draft.targets.addAll(whole.targets);
    }
    draft.time = draft.time == null ? whole.time : draft.time;
  }
}
