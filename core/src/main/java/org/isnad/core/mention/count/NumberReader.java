package org.isnad.core.mention.count;

import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Token;
import org.jspecify.annotations.Nullable;

/**
 * Reads one number from a row of tokens: digits, number words, or digits before a scale ("5 آلاف").
 */
public final class NumberReader {

  private static final String WORDS = "number-words";
  private static final int LARGEST = 2_000_000_000;

  private NumberReader() {}

  /**
   * A number and where it ends.
   *
   * @param value not negative
   * @param end number behind its last token
   */
  public record Read(int value, int end) {}

  /** The number that starts at the token, or null. */
  public static @Nullable Read at(AnalyzedText text, int token, int end) {
    Token first = text.token(token);
    if (first.isNumber()) {
      Integer digits = digits(first.norm());
      return digits == null ? null : scaled(text, token + 1, end, digits);
    }
    return words(text, token, end);
  }

  /** The value of digits, grouped or not; null for decimals and numbers out of range. */
  public static @Nullable Integer digits(String norm) {
    long value = 0;
    int group = -1;
    for (int i = 0; i < norm.length(); i++) {
      char c = norm.charAt(i);
      if (c >= '0' && c <= '9') {
        value = value * 10 + (c - '0');
        group = group < 0 ? group : group + 1;
      } else if (group >= 0 && group != 3) {
        return null;
      } else {
        group = 0;
      }
      if (value > LARGEST) {
        return null;
      }
    }
    return group < 0 || group == 3 ? (int) value : null;
  }

  private static Read scaled(AnalyzedText text, int at, int end, int digits) {
    Label scale = at < end ? text.token(at).label(WORDS) : null;
    if (scale == null || !scale.entry().is("class", "scale") || scale.clitics().has("w")) {
      return new Read(digits, at);
    }
    long value = (long) digits * value(scale);
    return value > LARGEST ? new Read(digits, at) : new Read((int) value, scale.end());
  }

  private static @Nullable Read words(AnalyzedText text, int from, int end) {
    long total = 0;
    long group = 0;
    String before = "";
    int at = from;
    while (at < end) {
      Label label = text.token(at).label(WORDS);
      if (label == null || at > from && !goesOn(label, before)) {
        break;
      }
      before = label.entry().attribute("class");
      int value = value(label);
      if (before.equals("scale")) {
        total += Math.max(1, group) * value;
        group = 0;
      } else if (value == 100 && group >= 3 && group <= 9) {
        group *= 100;
      } else {
        group += value;
      }
      at = label.end();
    }
    long sum = total + group;
    return at == from || sum > LARGEST ? null : new Read((int) sum, at);
  }

  /** Parts of one number are joined by "and", but for what a scale or a hundred counts. */
  private static boolean goesOn(Label label, String before) {
    boolean counts = label.entry().is("class", "scale") || value(label) == 100;
    return counts && !before.equals("scale")
        ? !label.clitics().isDefinite()
        : label.clitics().has("w");
  }

  private static int value(Label label) {
    return Integer.parseInt(label.entry().attribute("value"));
  }
}
