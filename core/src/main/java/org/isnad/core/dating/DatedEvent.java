package org.isnad.core.dating;

import java.time.LocalDate;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.ListFilter;
import org.jspecify.annotations.Nullable;

/**
 * A mention of something whose day is known and that is told as past: a listed milestone, or the
 * death of somebody well known ("اغتيال قاسم سليماني", "الشهيد …").
 *
 * @param from its day, or its first
 * @param what what happened
 * @param label the words
 */
record DatedEvent(LocalDate from, String what, Label label) {

  private static final String MILESTONES = "milestones";
  private static final String DEATHS = "deaths";

  /** What the words for such an event are known as. */
  static final ListFilter WORDS = ListFilter.of(MILESTONES, DEATHS);

  /** How far before a name the word for the death stands; titles stand between. */
  private static final int DEATH_WITHIN = 5;

  /** How far before it words stand that show it as still to come. */
  private static final int AHEAD_WITHIN = 3;

  /** How far back a longer name can start that holds this one. */
  private static final int LONGEST = 5;

  /** Whether the text names such an event at all; most name none. */
  static boolean isNamedIn(AnalyzedText text) {
    for (Token token : text.tokens()) {
      if (token.mayBe(WORDS) && at(text, token.index()) != null) {
        return true;
      }
    }
    return false;
  }

  /** The event named from {@code at} on, or null; also where the words speak of it as to come. */
  static @Nullable DatedEvent at(AnalyzedText text, int at) {
    Token token = text.token(at);
    Label milestone = token.label(MILESTONES);
    Label death = milestone == null ? token.label(DEATHS) : null;
    Label label = milestone == null ? death : milestone;
    if (label == null || label.clitics().has("l") || isInside(text, label)) {
      return null;
    }
    int first = death == null ? at : deathWord(text, at);
    if (first < 0 || isAhead(text, first)) {
      return null;
    }
    return new DatedEvent(
        LocalDate.parse(label.entry().attribute("from")), label.entry().gloss(), label);
  }

  private static boolean isInside(AnalyzedText text, Label label) {
    for (int i = Math.max(0, label.first() - LONGEST); i < label.first(); i++) {
      Label other = text.token(i).label(MILESTONES);
      if (other != null && other.end() >= label.end()) {
        return true;
      }
    }
    return false;
  }

  private static int deathWord(AnalyzedText text, int at) {
    Sentence sentence = text.sentenceOf(at);
    for (int i = at - 1; i >= Math.max(sentence.first(), at - DEATH_WITHIN); i--) {
      if (text.token(i).is("death-words")) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isAhead(AnalyzedText text, int at) {
    Sentence sentence = text.sentenceOf(at);
    for (int i = Math.max(sentence.first(), at - AHEAD_WITHIN); i < at; i++) {
      if (text.token(i).is("ahead-words")) {
        return true;
      }
    }
    return false;
  }
}
