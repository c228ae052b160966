package org.isnad.core.rule;

import java.util.ArrayList;
import java.util.List;
import org.isnad.core.lexicon.Lexicon;

/**
 * Something that every match of a pattern holds, and how far from its first token at most. Asked
 * before a rule is tried: a preposition opens dozens of rules, and hardly ever stands before a
 * month.
 *
 * @param what the tokens of which one is needed
 * @param within tokens from the first on in which it stands
 */
record Need(Opening what, int within) {

  /** What the pattern needs, in its order. */
  static List<Need> of(Pattern pattern, Lexicon lexicon, Atoms atoms) {
    return needs(pattern, 0, lexicon, atoms);
  }

  private static List<Need> needs(Pattern pattern, int from, Lexicon lexicon, Atoms atoms) {
    return switch (pattern) {
      case Pattern.Listed listed -> List.of(new Need(Opening.of(atoms.bit(listed)), from + 1));
      case Pattern.Kind kind -> List.of(new Need(Opening.of(kind.sort()), from + 1));
      case Pattern.Edge edge -> List.of();
      case Pattern.Capture capture -> needs(capture.part(), from, lexicon, atoms);
      case Pattern.Repeat repeat ->
          repeat.least() > 0 ? needs(repeat.part(), from, lexicon, atoms) : List.of();
      case Pattern.Sequence sequence -> all(sequence, from, lexicon, atoms);
      case Pattern.Choice choice -> any(choice, from, lexicon, atoms);
    };
  }

  private static List<Need> all(Pattern.Sequence sequence, int from, Lexicon lexicon, Atoms atoms) {
    List<Need> needs = new ArrayList<>();
    int at = from;
    for (Pattern part : sequence.parts()) {
      needs.addAll(needs(part, at, lexicon, atoms));
      at += length(part, lexicon);
    }
    return needs;
  }

  /** Of every option what it needs last: rules open alike and differ in what they lead to. */
  private static List<Need> any(Pattern.Choice choice, int from, Lexicon lexicon, Atoms atoms) {
    Opening what = Opening.NOTHING;
    int within = 0;
    for (Pattern option : choice.options()) {
      List<Need> needs = needs(option, from, lexicon, atoms);
      if (needs.isEmpty()) {
        return List.of();
      }
      what = what.or(needs.getLast().what());
      within = Math.max(within, needs.getLast().within());
    }
    return List.of(new Need(what, within));
  }

  /** Tokens that a match of the pattern has at most. */
  private static int length(Pattern pattern, Lexicon lexicon) {
    return switch (pattern) {
      case Pattern.Listed listed -> lexicon.longest(listed.list());
      case Pattern.Kind kind -> 1;
      case Pattern.Edge edge -> 0;
      case Pattern.Capture capture -> length(capture.part(), lexicon);
      case Pattern.Repeat repeat -> repeat.most() * length(repeat.part(), lexicon);
      case Pattern.Sequence sequence ->
          sequence.parts().stream().mapToInt(part -> length(part, lexicon)).sum();
      case Pattern.Choice choice ->
          choice.options().stream().mapToInt(part -> length(part, lexicon)).max().orElse(0);
    };
  }
}
