package org.isnad.core.report;

import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Token;
import org.isnad.core.mention.TokenRange;

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

  /** How the tokens hang on what stands before them. */
  static Link of(AnalyzedText text, TokenRange tokens) {
    Token first = text.token(tokens.first());
    for (Label label : first.labels()) {
      Link clitic = clitic(label);
      if (clitic != NONE) {
        return clitic;
      }
    }
    for (int back = 1; back <= 3 && tokens.first() - back >= 0; back++) {
      Label label = text.token(tokens.first() - back).label(PREPOSITIONS);
      if (label != null && label.end() == tokens.first()) {
        return preposition(label);
      }
    }
    return NONE;
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
      default -> OTHER;
    };
  }
}
