package org.isnad.core.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.lexicon.Lexicon;
import org.jspecify.annotations.Nullable;

/**
 * Runs a rule set over analysed texts. A rule is tried where the token can open it, and no match
 * crosses a sentence end. Every attempt has a budget of steps, so that the whole is linear in the
 * text whatever the rules. Immutable.
 */
public final class Matcher {

  /** Steps one rule may take from one token; real rules take some dozens. */
  private static final int BUDGET = 4_000;

  private final List<Program> programs = new ArrayList<>();
  private final Atoms atoms;
  private final NeedTable needs;

  /**
   * A matcher for these rules.
   *
   * @throws org.isnad.core.lexicon.DataException if a rule names a list or key that the lexicon
   *     does not have
   */
  public Matcher(RuleSet rules, Lexicon lexicon) {
    this.atoms = new Atoms(lexicon);
    for (Rule rule : rules.rules()) {
      programs.add(
          new Program(
              rule,
              RuleCompiler.compile(rule, lexicon, atoms),
              Need.of(rule.pattern(), lexicon, atoms)));
    }
    this.needs = new NeedTable(programs.size());
    for (Program program : programs) {
      needs.add(program.start().opening());
      program.needs().forEach(need -> needs.add(need.what()));
      needs.close();
    }
  }

  /**
   * A rule made ready.
   *
   * @param needs what every match of it holds
   */
  private record Program(Rule rule, RuleCompiler.Node start, List<Need> needs) {

    boolean canMatch(Stretch stretch, int at) {
      if (!stretch.admits(start.opening(), at)) {
        return false;
      }
      for (int i = 0; i < needs.size(); i++) {
        if (!stretch.holds(needs.get(i), at)) {
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

  /**
   * Gives the matches of one sentence, in the order of {@link #matches(AnalyzedText)}, to whoever
   * reads them. Where one is taken, nothing is tried any more that opens before its end.
   *
   * @param reader the number behind the last token of what it takes, or a negative number where it
   *     leaves the match
   */
  public void read(AnalyzedText text, Sentence sentence, ToIntFunction<Match> reader) {
    Stretch stretch = new Stretch(text, sentence, atoms);
    List<Program> fit = fitting(stretch);
    if (fit.isEmpty()) {
      return;
    }
    Opening any = any(fit);
    Run run = new Run(stretch);
    for (int at = sentence.first(); at < sentence.end(); ) {
      int end = -1;
      if (stretch.admits(any, at)) {
        List<Match> here = matches(fit, stretch, at, run);
        for (int i = 0; i < here.size() && end < 0; i++) {
          end = reader.applyAsInt(here.get(i));
        }
      }
      at = Math.max(at + 1, end);
    }
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
    read(
        text,
        sentence,
        match -> {
          into.add(match);
          return -1;
        });
  }

  /** The rules that can match somewhere in the sentence. */
  private List<Program> fitting(Stretch stretch) {
    List<Program> fit = new ArrayList<>();
    for (int i = 0; i < programs.size(); i++) {
      if (needs.areIn(stretch, i)) {
        fit.add(programs.get(i));
      }
    }
    return fit;
  }

  /** What opens any of the rules. */
  private static Opening any(List<Program> fit) {
    long low = 0;
    long high = 0;
    int kinds = 0;
    boolean anything = false;
    for (int i = 0; i < fit.size(); i++) {
      Opening opening = fit.get(i).start().opening();
      low |= opening.low();
      high |= opening.high();
      kinds |= opening.kinds();
      anything |= opening.anything();
    }
    return new Opening(low, high, kinds, anything);
  }

  /** The matches from one token, the longest first. */
  private static List<Match> matches(List<Program> fit, Stretch stretch, int at, Run run) {
    List<Match> here = null;
    for (int i = 0; i < fit.size(); i++) {
      Program program = fit.get(i);
      if (program.canMatch(stretch, at)) {
        Match match = run.match(program.rule(), program.start(), at);
        if (match != null) {
          here = here == null ? new ArrayList<>(2) : here;
          here.add(match);
        }
      }
    }
    if (here == null) {
      return List.of();
    }
    if (here.size() > 1) {
      here.sort((a, b) -> Integer.compare(b.size(), a.size()));
    }
    return here;
  }

  /** The attempts in one sentence, one after the other: of one rule from one token each. */
  private static final class Run implements RuleCompiler.State {
    private final Stretch stretch;
    private final int sentenceEnd;
    private final List<Label> labels = new ArrayList<>();
    private final Map<String, Match.Capture> captures = new LinkedHashMap<>();
    private int from;
    private int steps;
    private int end;

    Run(Stretch stretch) {
      this.stretch = stretch;
      this.sentenceEnd = stretch.sentence().end();
    }

    @Override
    public AnalyzedText text() {
      return stretch.text();
    }

    @Override
    public Sentence sentence() {
      return stretch.sentence();
    }

    @Override
    public List<Label> labels() {
      return labels;
    }

    @Override
    public Map<String, Match.Capture> captures() {
      return captures;
    }

    /** The longest match of the rule from a token that can open it, or null. */
    @Nullable Match match(Rule rule, RuleCompiler.Node start, int at) {
      labels.clear();
      captures.clear();
      from = at;
      steps = 0;
      end = at;
      if (!step(start, at)) {
        return null;
      }
      Map<String, Match.Capture> named = new LinkedHashMap<>(captures);
      named.keySet().removeIf(key -> key.startsWith(RuleCompiler.OPENED));
      return new Match(rule, from, end, named, labels);
    }

    @Override
    public boolean step(RuleCompiler.Node node, int at) {
      boolean admitted =
          node.opening().anything() || at < sentenceEnd && stretch.admits(node.opening(), at);
      return admitted && ++steps <= BUDGET && node.body().match(this, at);
    }

    @Override
    public boolean accept(int at) {
      end = at;
      return at > from;
    }
  }
}
