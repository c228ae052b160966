package org.isnad.core.report;

import java.util.List;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.analysis.Token;
import org.isnad.core.mention.CountMention;
import org.jspecify.annotations.Nullable;

/** A text, the numbers that start at each of its tokens, and what small words stand where. */
final class TollScene {

  static final String WORDS = "casualty-words";
  static final String LINKS = "toll-links";
  static final String CONTEXT = "toll-context";

  private final AnalyzedText text;
  private final @Nullable CountMention[] startingAt;
  private final @Nullable CountMention[] covering;
  private final boolean[] isCounted;
  private final List<CountMention> counts;

  TollScene(AnalyzedText text, List<CountMention> counts) {
    this.text = text;
    this.counts = counts;
    this.startingAt = new CountMention[text.size()];
    this.covering = new CountMention[text.size()];
    this.isCounted = new boolean[text.sentences().size()];
  }

  /** Takes the numbers of the token's sentence, when one of them is first asked for. */
  private void count(int token) {
    Sentence sentence = text.sentenceOf(token);
    if (isCounted[sentence.index()]) {
      return;
    }
    isCounted[sentence.index()] = true;
    for (CountMention count : Mentions.within(counts, sentence.first(), sentence.end())) {
      if (count.kind() == CountMention.Kind.CARDINAL) {
        add(count);
      }
    }
  }

  private void add(CountMention count) {
    int first = count.tokens().first();
    CountMention other = startingAt[first];
    if (other == null || other.tokens().size() < count.tokens().size()) {
      startingAt[first] = count;
    }
    for (int i = first; i < count.tokens().end(); i++) {
      CountMention before = covering[i];
      if (before == null || before.tokens().size() < count.tokens().size()) {
        covering[i] = count;
      }
    }
  }

  AnalyzedText text() {
    return text;
  }

  Token token(int i) {
    return text.token(i);
  }

  Sentence sentenceOf(int token) {
    return text.sentenceOf(token);
  }

  /** The number that starts at this token, or null. */
  @Nullable CountMention countAt(int token) {
    count(token);
    return startingAt[token];
  }

  /** The number that covers this token, or null. */
  @Nullable CountMention countOver(int token) {
    count(token);
    return covering[token];
  }

  /**
   * The longest word for casualties that starts here, or null; of words spelled alike a noun for
   * persons goes before a form of a verb, and the third person before the first, in which news does
   * not tell.
   */
  @Nullable Label casualty(int token) {
    if (token(token).cannotBe(WORDS)) {
      return null;
    }
    Label best = null;
    for (Label label : token(token).labels()) {
      if (label.list().equals(WORDS) && (best == null || isBetter(label, best))) {
        best = label;
      }
    }
    return best == null || isHit(best) ? null : best;
  }

  /** "direct hits", spelled as "the hurt": what a weapon does to its target. */
  private boolean isHit(Label word) {
    return word.end() < text.size()
        && !word.features().isVerb()
        && text.token(word.end()).is("hit-adjectives");
  }

  private static boolean isBetter(Label label, Label best) {
    boolean noun = label.entry().is("form", "person") && best.entry().is("form", "verb");
    boolean spoken = best.features().person() == 1 && label.features().person() != 1;
    return label.size() > best.size() || label.size() == best.size() && (noun || spoken);
  }

  /** Whether a small word of this role starts here. */
  boolean hasRole(String list, int token, String role) {
    if (token(token).cannotBe(list)) {
      return false;
    }
    for (Label label : token(token).labels()) {
      if (label.list().equals(list) && label.entry().is("role", role)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a small word of this role starts in the range. */
  boolean hasRole(String list, int first, int end, String role) {
    for (int i = Math.max(0, first); i < Math.min(end, text.size()); i++) {
      if (hasRole(list, i, role)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the token is written together with "and". */
  boolean hasAnd(int token) {
    for (Label label : token(token).labels()) {
      if (label.clitics().has("w")) {
        return true;
      }
    }
    return countAt(token) != null && andBefore(token);
  }

  /** Whether "and" stands alone before a number in digits. */
  private boolean andBefore(int token) {
    return token > 0 && isBareAnd(token - 1);
  }

  /** Whether the token is "and" written apart, as before digits. */
  boolean isBareAnd(int token) {
    return hasRole(CONTEXT, token, "and");
  }

  /** Whether the token is a preposition, or carries one. */
  boolean isPrepositional(int token) {
    if (hasRole(CONTEXT, token, "preposition")) {
      return true;
    }
    for (Label label : token(token).labels()) {
      if (label.clitics().has("b") || label.clitics().has("l") || label.clitics().has("k")) {
        return true;
      }
    }
    return false;
  }

  /** Whether a finite verb may stand here, casualty words left out. */
  boolean isOtherVerb(int token) {
    boolean verb = false;
    for (Label label : token(token).labels()) {
      if (!label.features().isVerb()) {
        return false;
      }
      verb |= !label.list().equals(WORDS);
    }
    return verb;
  }

  /**
   * Whether the sign lets a phrase go on: quotes, brackets and dashes do, stops and commas do not.
   */
  boolean isPassable(int token) {
    return !token(token).isPunctuation() || "\"'«»“”()[]-–—".contains(token(token).norm());
  }
}
