package org.isnad.server;

/** Arabic-Indic and Persian digits are welcome in every input. */
final class WesternDigits {

  private WesternDigits() {}

  /** The text with every decimal digit of any script written 0 to 9. */
  static String of(String text) {
    StringBuilder western = new StringBuilder(text.length());
    text.codePoints()
        .map(
            c ->
                Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER
                    ? '0' + Character.digit(c, 10)
                    : c)
        .forEach(western::appendCodePoint);
    return western.toString();
  }
}
