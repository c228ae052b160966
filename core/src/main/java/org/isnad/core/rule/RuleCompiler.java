package org.isnad.core.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.DataException;
import org.isnad.core.lexicon.Lexicon;
import org.isnad.core.lexicon.Words;
import org.jspecify.annotations.Nullable;

/** Turns patterns into nodes that know what follows them. */
final class RuleCompiler {

  /** Starts the names under which open captures are remembered; no capture can be called so. */
  static final String OPENED = "<";

  private final Rule rule;
  private final Lexicon lexicon;
  private final Atoms atoms;

  private RuleCompiler(Rule rule, Lexicon lexicon, Atoms atoms) {
    this.rule = rule;
    this.lexicon = lexicon;
    this.atoms = atoms;
  }

  /** What an attempt carries along. */
  interface State {
    AnalyzedText text();

    Sentence sentence();

    List<Label> labels();

    Map<String, Match.Capture> captures();

    boolean step(Node node, int at);

    boolean accept(int at);
  }

  /** Matches from a token on, and everything behind it. */
  interface Body {
    boolean match(State state, int at);
  }

  /**
   * A place in a pattern.
   *
   * @param opening what the token at it can be; most attempts end by asking that
   * @param body tells whether the rest matches from there
   */
  record Node(Opening opening, Body body) {}

  static Node compile(Rule rule, Lexicon lexicon, Atoms atoms) {
    return new RuleCompiler(rule, lexicon, atoms)
        .node(rule.pattern(), new Node(Opening.ANYTHING, State::accept));
  }

  private Node node(Pattern pattern, Node next) {
    return switch (pattern) {
      case Pattern.Listed listed -> listed(listed, next);
      case Pattern.Kind kind ->
          new Node(
              Opening.of(kind.sort()),
              (state, at) -> isKind(state, at, kind.sort()) && state.step(next, at + 1));
      case Pattern.Edge edge ->
          new Node(
              edge.start() ? next.opening() : Opening.ANYTHING,
              (state, at) ->
                  at == (edge.start() ? state.sentence().first() : state.sentence().end())
                      && state.step(next, at));
      case Pattern.Sequence sequence -> sequence(sequence, next);
      case Pattern.Choice choice -> choice(choice, next);
      case Pattern.Repeat repeat -> repeat(repeat.part(), repeat.least(), repeat.most(), next);
      case Pattern.Capture capture -> capture(capture, next);
    };
  }

  private Node sequence(Pattern.Sequence sequence, Node next) {
    Node node = next;
    for (Pattern part : sequence.parts().reversed()) {
      node = node(part, node);
    }
    return node;
  }

  private Node choice(Pattern.Choice choice, Node next) {
    List<Node> options = new ArrayList<>();
    choice.options().forEach(option -> options.add(node(option, next)));
    Opening opening = options.stream().map(Node::opening).reduce(Opening.NOTHING, Opening::or);
    Node[] all = options.toArray(Node[]::new);
    return new Node(
        opening,
        (state, at) -> {
          for (Node option : all) {
            if (state.step(option, at)) {
              return true;
            }
          }
          return false;
        });
  }

  private Node repeat(Pattern part, int least, int most, Node next) {
    if (most == 0) {
      return next;
    }
    Node once = node(part, repeat(part, Math.max(0, least - 1), most - 1, next));
    return least > 0
        ? once
        : new Node(
            once.opening().or(next.opening()),
            (state, at) -> state.step(once, at) || state.step(next, at));
  }

  private Node capture(Pattern.Capture capture, Node next) {
    return new CaptureNode(capture.name(), next).around(closing -> node(capture.part(), closing));
  }

  private Node listed(Pattern.Listed listed, Node next) {
    if (!lexicon.hasList(listed.list())) {
      throw new DataException(
          rule.file(),
          rule.line(),
          "list @" + listed.list() + "; expected one of " + nearest(listed.list()));
    }
    for (String key : listed.keys()) {
      if (lexicon.entry(listed.list(), key) == null) {
        throw new DataException(
            rule.file(),
            rule.line(),
            "key " + key + ", which list @" + listed.list() + " does not have");
      }
    }
    int list = lexicon.listId(listed.list());
    return new Node(
        Opening.of(atoms.bit(listed)), (state, at) -> matchListed(listed, list, next, state, at));
  }

  private static boolean matchListed(
      Pattern.Listed listed, int list, Node next, State state, int at) {
    if (at >= state.sentence().end()) {
      return false;
    }
    List<Label> labels = state.text().token(at).labels();
    int size = Integer.MAX_VALUE;
    while ((size = longestBelow(size, list, labels)) > 0) {
      for (int i = 0; i < labels.size(); i++) {
        Label label = labels.get(i);
        if (label.size() == size
            && label.end() <= state.sentence().end()
            && label.entry().listId() == list
            && Atoms.fits(listed, label)) {
          int depth = state.labels().size();
          state.labels().add(label);
          if (state.step(next, label.end())) {
            return true;
          }
          state.labels().subList(depth, state.labels().size()).clear();
        }
      }
    }
    return false;
  }

  /** Tokens of the longest label of the list that is shorter than {@code limit}; 0 if none is. */
  private static int longestBelow(int limit, int list, List<Label> labels) {
    int longest = 0;
    for (int i = 0; i < labels.size(); i++) {
      Label label = labels.get(i);
      if (label.size() > longest && label.size() < limit && label.entry().listId() == list) {
        longest = label.size();
      }
    }
    return longest;
  }

  private static boolean isKind(State state, int at, Pattern.Kind.Sort sort) {
    if (at >= state.sentence().end()) {
      return false;
    }
    Token token = state.text().token(at);
    return switch (sort) {
      case ANY -> true;
      case NUMBER -> token.isNumber();
      case WORD -> token.isWord();
      case LATIN -> token.kind() == Words.Kind.LATIN;
      case PUNCTUATION -> token.isPunctuation();
    };
  }

  private String nearest(String name) {
    return lexicon.lists().stream()
        .sorted((a, b) -> Integer.compare(distance(name, a), distance(name, b)))
        .limit(3)
        .toList()
        .toString();
  }

  /** Levenshtein distance, for messages only. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }

  /**
   * Remembers where a capture opened, and behind how many labels, and files it when its part has
   * matched.
   */
  private static final class CaptureNode {
    private final String name;
    private final Node next;

    CaptureNode(String name, Node next) {
      this.name = name;
      this.next = next;
    }

    Node around(UnaryOperator<Node> part) {
      String opened = OPENED + name;
      Node closing = new Node(next.opening(), (state, at) -> close(opened, state, at));
      Node inner = part.apply(closing);
      return new Node(
          inner.opening(),
          (state, at) -> {
            Match.@Nullable Capture before =
                state
                    .captures()
                    .put(opened, new Match.Capture(at, state.labels().size(), List.of()));
            if (state.step(inner, at)) {
              return true;
            }
            restore(state, opened, before);
            return false;
          });
    }

    private boolean close(String opened, State state, int at) {
      Match.Capture open = state.captures().get(opened);
      if (open == null) {
        return false;
      }
      List<Label> inside = state.labels().subList(open.end(), state.labels().size());
      Match.@Nullable Capture before =
          state.captures().put(name, new Match.Capture(open.first(), at, inside));
      if (state.step(next, at)) {
        return true;
      }
      restore(state, name, before);
      return false;
    }

    private static void restore(State state, String key, Match.@Nullable Capture before) {
      if (before == null) {
        state.captures().remove(key);
      } else {
        state.captures().put(key, before);
      }
    }
  }
}
