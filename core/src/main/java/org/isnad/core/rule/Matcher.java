package org.isnad.core.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.ListFilter;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Lexicon;
import org.isnad.core.lexicon.Words;

/**
 * Runs a rule set over analysed texts. Rules are found by the list or kind of their first token,
 * and no match crosses a sentence end. Every attempt has a budget of steps, so that the whole is
 * linear in the text whatever the rules. Immutable.
 */
public final class Matcher {

  /** Steps one rule may take from one token; real rules take some dozens. */
  private static final int BUDGET = 4_000;

  private final List<Program> programs = new ArrayList<>();
  private final Map<String, BitSet> byList = new HashMap<>();
  private final BitSet[] byKind = new BitSet[Words.Kind.values().length];

  /**
   * A matcher for these rules.
   *
   * @throws DataException if a rule names a list or key that the lexicon does not have
   */
  public Matcher(RuleSet rules, Lexicon lexicon) {
    Arrays.setAll(byKind, i -> new BitSet());
    for (Rule rule : rules.rules()) {
      programs.add(new Program(rule, RuleCompiler.compile(rule, lexicon), needs(rule.pattern())));
      index(rule.pattern(), programs.size() - 1);
    }
  }

  /**
   * A rule made ready.
   *
   * @param needs what a sentence must hold for the rule to match: of every set one list at least
   */
  private record Program(Rule rule, RuleCompiler.Node start, List<ListFilter> needs) {

    boolean canMatchIn(ListFilter sentence) {
      for (int i = 0; i < needs.size(); i++) {
        if (!needs.get(i).meets(sentence)) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * All matches, by first token; from one token the longest comes first, then the rule that stands
   * earlier. A rule matches from one token at most once, as long as it can.
   */
  public List<Match> matches(AnalyzedText text) {
    List<Match> matches = new ArrayList<>();
    for (Sentence sentence : text.sentences()) {
      matches(text, sentence, matches);
    }
    return matches;
  }

  /** All matches in one sentence, in the order of {@link #matches(AnalyzedText)}. */
  public List<Match> matches(AnalyzedText text, Sentence sentence) {
    List<Match> matches = new ArrayList<>();
    matches(text, sentence, matches);
    return matches;
  }

  /**
   * The matches of {@link #matches(AnalyzedText)} that do not overlap: from left to right the
   * longest, and of equally long ones the rule that stands earlier.
   */
  public List<Match> longest(AnalyzedText text) {
    List<Match> chosen = new ArrayList<>();
    int end = 0;
    for (Match match : matches(text)) {
      if (match.first() >= end) {
        chosen.add(match);
        end = match.end();
      }
    }
    return chosen;
  }

  private void matches(AnalyzedText text, Sentence sentence, List<Match> into) {
    BitSet possible = possible(text, sentence);
    if (possible.isEmpty()) {
      return;
    }
    for (int at = sentence.first(); at < sentence.end(); at++) {
      BitSet candidates = candidates(text.token(at));
      if (!candidates.intersects(possible)) {
        continue;
      }
      List<Match> here = new ArrayList<>(2);
      for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
        if (!possible.get(i)) {
          continue;
        }
        Program program = programs.get(i);
        Run run = new Run(text, sentence, at);
        if (run.step(program.start(), at)) {
          here.add(run.match(program.rule()));
        }
      }
      here.sort((a, b) -> Integer.compare(b.size(), a.size()));
      into.addAll(here);
    }
  }

  /** Numbers of the rules for which the sentence holds everything they need, in any order. */
  private BitSet possible(AnalyzedText text, Sentence sentence) {
    ListFilter lists = ListFilter.NONE;
    for (int at = sentence.first(); at < sentence.end(); at++) {
      lists = lists.with(text.token(at).lists());
    }
    BitSet possible = new BitSet(programs.size());
    for (int i = 0; i < programs.size(); i++) {
      possible.set(i, programs.get(i).canMatchIn(lists));
    }
    return possible;
  }

  /** The sets of lists of which a match must hold one each. */
  private static List<ListFilter> needs(Pattern pattern) {
    List<ListFilter> needs = new ArrayList<>();
    switch (pattern) {
      case Pattern.Listed listed -> needs.add(ListFilter.of(listed.list()));
      case Pattern.Capture capture -> needs.addAll(needs(capture.part()));
      case Pattern.Repeat repeat -> {
        if (repeat.least() > 0) {
          needs.addAll(needs(repeat.part()));
        }
      }
      case Pattern.Sequence sequence -> sequence.parts().forEach(p -> needs.addAll(needs(p)));
      case Pattern.Choice choice -> {
        ListFilter any = ListFilter.NONE;
        for (Pattern option : choice.options()) {
          List<ListFilter> first = needs(option);
          if (first.isEmpty()) {
            return needs;
          }
          any = any.with(first.getFirst());
        }
        needs.add(any);
      }
      case Pattern.Kind kind -> {
        // any word or number will do
      }
      case Pattern.Edge edge -> {
        // every sentence has its edges
      }
    }
    return needs;
  }

  /** Numbers of the rules that can start with the token, in their order. */
  private BitSet candidates(Token token) {
    BitSet ofKind = byKind[token.kind().ordinal()];
    List<Label> labels = token.labels();
    BitSet found = ofKind;
    for (int i = 0; i < labels.size(); i++) {
      BitSet more = byList.get(labels.get(i).list());
      if (more == null) {
        continue;
      }
      if (found == ofKind) {
        found = (BitSet) ofKind.clone();
      }
      found.or(more);
    }
    return found;
  }

  /**
   * Files the program under everything its first token can be; says whether the pattern can be
   * empty.
   */
  private boolean index(Pattern pattern, int program) {
    switch (pattern) {
      case Pattern.Listed listed ->
          byList.computeIfAbsent(listed.list(), k -> new BitSet()).set(program);
      case Pattern.Kind kind -> {
        for (Words.Kind known : Words.Kind.values()) {
          if (isOf(known, kind.sort())) {
            byKind[known.ordinal()].set(program);
          }
        }
      }
      case Pattern.Edge edge -> {
        return true;
      }
      case Pattern.Capture capture -> {
        return index(capture.part(), program);
      }
      case Pattern.Repeat repeat -> {
        return index(repeat.part(), program) || repeat.least() == 0;
      }
      case Pattern.Choice choice -> {
        boolean empty = false;
        for (Pattern option : choice.options()) {
          empty |= index(option, program);
        }
        return empty;
      }
      case Pattern.Sequence sequence -> {
        return indexParts(sequence, program);
      }
    }
    return false;
  }

  private static boolean isOf(Words.Kind kind, Pattern.Kind.Sort sort) {
    return switch (sort) {
      case ANY -> true;
      case NUMBER -> kind == Words.Kind.NUMBER;
      case WORD -> kind == Words.Kind.WORD;
      case LATIN -> kind == Words.Kind.LATIN;
      case PUNCTUATION -> kind == Words.Kind.PUNCTUATION;
    };
  }

  private boolean indexParts(Pattern.Sequence sequence, int program) {
    for (Pattern part : sequence.parts()) {
      if (!index(part, program)) {
        return false;
      }
    }
    return true;
  }

  /** One attempt of one rule from one token. */
  private static final class Run implements RuleCompiler.State {
    private final AnalyzedText text;
    private final Sentence sentence;
    private final int from;
    private final List<Label> labels = new ArrayList<>();
    private final Map<String, Match.Capture> captures = new LinkedHashMap<>();
    private int steps;
    private int end;

    Run(AnalyzedText text, Sentence sentence, int from) {
      this.text = text;
      this.sentence = sentence;
      this.from = from;
    }

    @Override
    public AnalyzedText text() {
      return text;
    }

    @Override
    public Sentence sentence() {
      return sentence;
    }

    @Override
    public List<Label> labels() {
      return labels;
    }

    @Override
    public Map<String, Match.Capture> captures() {
      return captures;
    }

    @Override
    public boolean step(RuleCompiler.Node node, int at) {
      return ++steps <= BUDGET && node.match(this, at);
    }

    @Override
    public boolean accept(int at) {
      end = at;
      return at > from;
    }

    Match match(Rule rule) {
      Map<String, Match.Capture> named = new LinkedHashMap<>(captures);
      named.keySet().removeIf(key -> key.startsWith(RuleCompiler.OPENED));
      return new Match(rule, from, end, named, labels);
    }
  }
}
