package org.isnad.core.report;

import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.mention.TokenRange;
import org.isnad.core.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** How a phrase hangs on what stands before it: by a preposition, by "and", or by nothing. */
enum Link {
  /** Subject, object or owner: no preposition. */
  NONE,
  /** "and X": takes the place of the phrase before it. */
  AND,
  /** "against", "on". */
  TARGET,
  /** "at the hands of", "by". */
  ACTOR,
  /** "by means of", a clitic ب. */
  MEANS,
  /** "in", "near". */
  PLACE,
  /** "with". */
  WITH,
  /** A clitic ل: "of" after an event noun, "to" after a verb. */
  OF,
  /** Anything else: after, during, from, to. */
  OTHER;

  private static final String PREPOSITIONS = "event-prepositions";

  /** Tokens on either side that show how a text writes the last letter of "on". */
  private static final int NEIGHBOURS = 40;

  /**
   * How the tokens hang on what stands before them; quotation marks and one cue word are passed
   * over.
   */
  static Link of(AnalyzedText text, TokenRange tokens) {
    Link own = at(text, tokens.first());
    if (own != NONE) {
      return own;
    }
    int first = beforeQuotes(text, tokens.first());
    boolean cue = first > 0 && text.token(first - 1).is("place-cues");
    if (!cue) {
      return first == tokens.first() ? NONE : at(text, first);
    }
    return at(text, first - 1);
  }

  /**
   * How the word at {@code first} hangs: by its clitic, by "and" before a quotation, or by a
   * preposition.
   */
  private static Link at(AnalyzedText text, int first) {
    for (Label label : text.token(first).labels()) {
      Link clitic = clitic(label);
      if (clitic != NONE) {
        return clitic;
      }
    }
    Link link = NONE;
    for (int back = 1; back <= 3 && first - back >= 0; back++) {
      Label label = preposition(text, first - back);
      if (label != null && label.end() == first) {
        link = preposition(label);
      }
    }
    return link;
  }

  /**
   * The preposition that stands at the token, or null; the name that is written like "on" but for
   * the dots of its last letter is none, where the sentence keeps the two letters apart.
   */
  static @Nullable Label preposition(AnalyzedText text, int at) {
    Label label = text.token(at).label(PREPOSITIONS);
    boolean name =
        label != null
            && label.key().equals("on")
            && Normalizer.endsWithDottedYeh(text.token(at).surface())
            && dotsApart(text, at);
    return name ? null : label;
  }

  private static boolean dotsApart(AnalyzedText text, int at) {
    int end = Math.min(text.sentenceOf(at).end(), at + NEIGHBOURS);
    for (int i = Math.max(text.sentenceOf(at).first(), at - NEIGHBOURS); i < end; i++) {
      if (Normalizer.endsWithAlefMaqsura(text.token(i).surface())) {
        return true;
      }
    }
    return false;
  }

  private static int beforeQuotes(AnalyzedText text, int first) {
    int i = first;
    while (i > 0 && text.token(i - 1).is("quote-marks")) {
      i--;
    }
    return i;
  }

  private static Link clitic(Label label) {
    if (label.clitics().has("b")) {
      return MEANS;
    }
    if (label.clitics().has("l")) {
      return OF;
    }
    return label.clitics().has("w") ? AND : NONE;
  }

  private static Link preposition(Label label) {
    return switch (label.entry().attribute("class")) {
      case "target" -> TARGET;
      case "actor" -> ACTOR;
      case "means" -> MEANS;
      case "place" -> PLACE;
      case "with" -> WITH;
      case "and" -> AND;
      default -> OTHER;
    };
  }
}
