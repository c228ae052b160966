package org.isnad.core.report;

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
      Draft part = part(text, groups.get(i), end);
      if (part != null) {
        groups.add(i + 1, part);
      }
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

  /** "five of them": a number before a word for the parts of what was counted. */
  private @Nullable Draft part(AnalyzedText text, Draft whole, int end) {
    EventWord head = whole.head();
    if (head.role() != Role.NOUN) {
      return null;
    }
    for (int i = whole.last().end(); i + 1 < end; i++) {
      NumberReader.Read number = NumberReader.at(text, i, end);
      if (number == null || number.end() >= end) {
        continue;
      }
      Label of = text.token(number.end()).label("event-parts");
      if (of != null && !Mentions.within(mentions.places(), of.end(), end).isEmpty()) {
        Draft part = new Draft(text, whole.sentence, whole.inTitle, head);
        part.joined = whole;
        part.start = i;
        part.count = Quantity.exactly(number.value());
        return part;
      }
    }
    return null;
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
