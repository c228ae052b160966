package org.isnad.core.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Lexicon;
import org.jspecify.annotations.Nullable;

/**
 * Runs a rule set over analysed texts. Rules are found by the list or kind of their first token,
 * and no match crosses a sentence end. Every attempt has a budget of steps, so that the whole is
 * linear in the text whatever the rules. Immutable.
 */
public final class Matcher {

  /** Steps one rule may take from one token; real rules take some dozens. */
  private static final int BUDGET = 4_000;

  private final Map<String, List<Program>> byList = new HashMap<>();
  private final Map<Pattern.Kind.Sort, List<Program>> byKind = new HashMap<>();

  /**
   * A matcher for these rules.
   *
   * @throws DataException if a rule names a list or key that the lexicon does not have
   */
  public Matcher(RuleSet rules, Lexicon lexicon) {
    int order = 0;
    for (Rule rule : rules.rules()) {
      Program program = new Program(rule, order++, RuleCompiler.compile(rule, lexicon));
      index(rule.pattern(), program);
    }
  }

  private record Program(Rule rule, int order, RuleCompiler.Node start) {}

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
    for (int at = sentence.first(); at < sentence.end(); at++) {
      Map<Integer, Program> candidates = candidates(text.token(at));
      if (candidates.isEmpty()) {
        continue;
      }
      List<Match> here = new ArrayList<>(candidates.size());
      for (Program program : candidates.values()) {
        Run run = new Run(text, sentence, at);
        if (run.step(program.start(), at)) {
          here.add(run.match(program.rule()));
        }
      }
      here.sort((a, b) -> Integer.compare(b.size(), a.size()));
      into.addAll(here);
    }
  }

  private Map<Integer, Program> candidates(Token token) {
    Map<Integer, Program> found = new TreeMap<>();
    for (Label label : token.labels()) {
      add(byList.get(label.list()), found);
    }
    add(byKind.get(Pattern.Kind.Sort.ANY), found);
    switch (token.kind()) {
      case NUMBER -> add(byKind.get(Pattern.Kind.Sort.NUMBER), found);
      case WORD -> add(byKind.get(Pattern.Kind.Sort.WORD), found);
      case LATIN -> add(byKind.get(Pattern.Kind.Sort.LATIN), found);
      default -> add(byKind.get(Pattern.Kind.Sort.PUNCTUATION), found);
    }
    return found;
  }

  private static void add(@Nullable List<Program> programs, Map<Integer, Program> into) {
    if (programs != null) {
      programs.forEach(p -> into.put(p.order(), p));
    }
  }

  /**
   * Files the program under everything its first token can be; says whether the pattern can be
   * empty.
   */
  private boolean index(Pattern pattern, Program program) {
    switch (pattern) {
      case Pattern.Listed listed ->
          byList.computeIfAbsent(listed.list(), k -> new ArrayList<>()).add(program);
      case Pattern.Kind kind ->
          byKind.computeIfAbsent(kind.sort(), k -> new ArrayList<>()).add(program);
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

  private boolean indexParts(Pattern.Sequence sequence, Program program) {
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
