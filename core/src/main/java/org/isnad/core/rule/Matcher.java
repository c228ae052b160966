package org.isnad.core.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Lexicon;

/**
 * Runs a rule set over analysed texts. A rule is tried where the token can open it, and no match
 * crosses a sentence end. Every attempt has a budget of steps, so that the whole is linear in the
 * text whatever the rules. Immutable.
 */
public final class Matcher {

  /** Steps one rule may take from one token; real rules take some dozens. */
  private static final int BUDGET = 4_000;

  private final List<Program> programs = new ArrayList<>();
  private final Opening any;

  /**
   * A matcher for these rules.
   *
   * @throws org.isnad.core.lexicon.DataException if a rule names a list or key that the lexicon
   *     does not have
   */
  public Matcher(RuleSet rules, Lexicon lexicon) {
    for (Rule rule : rules.rules()) {
      programs.add(
          new Program(rule, RuleCompiler.compile(rule, lexicon), Need.of(rule.pattern(), lexicon)));
    }
    this.any =
        programs.stream()
            .map(program -> program.start().opening())
            .reduce(Opening.NOTHING, Opening::or);
  }

  /**
   * A rule made ready.
   *
   * @param needs what every match of it holds
   */
  private record Program(Rule rule, RuleCompiler.Node start, List<Need> needs) {

    boolean canMatch(Window window, int at) {
      for (int i = 0; i < needs.size(); i++) {
        if (!window.holds(needs.get(i), at)) {
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
    Window window = new Window(text, sentence);
    for (int at = sentence.first(); at < sentence.end(); at++) {
      if (any.admits(text.token(at))) {
        matches(text, sentence, at, window, into);
      }
    }
  }

  private void matches(
      AnalyzedText text, Sentence sentence, int at, Window window, List<Match> into) {
    Token token = text.token(at);
    List<Match> here = null;
    for (int i = 0; i < programs.size(); i++) {
      Program program = programs.get(i);
      if (program.start().opening().admits(token) && program.canMatch(window, at)) {
        Run run = new Run(text, sentence, at);
        if (run.step(program.start(), at)) {
          here = here == null ? new ArrayList<>(2) : here;
          here.add(run.match(program.rule()));
        }
      }
    }
    if (here != null) {
      here.sort((a, b) -> Integer.compare(b.size(), a.size()));
      into.addAll(here);
    }
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
      boolean admitted =
          node.opening().anything() || at < sentence.end() && node.opening().admits(text.token(at));
      return admitted && ++steps <= BUDGET && node.body().match(this, at);
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
