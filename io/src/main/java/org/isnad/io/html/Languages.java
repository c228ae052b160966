package org.isnad.io.html;

import org.jspecify.annotations.Nullable;

/** The language of an article: what its letters show, else what the page says. */
final class Languages {

  /** Share of Arabic letters from which a text is written in Arabic script. */
  private static final double MOSTLY = 0.5;

  private Languages() {}

  /** BCP 47; {@code und} where nothing tells. */
  static String of(@Nullable String declared, String text) {
    int letters = 0;
    int arabic = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      letters += Character.isLetter(c) ? 1 : 0;
      arabic += c >= 0x0620 && c <= 0x06FF ? 1 : 0;
    }
    boolean script = letters > 0 && arabic > MOSTLY * letters;
    String primary = declared == null ? "" : declared.split("-")[0];
    boolean usesScript = primary.equals("fa") || primary.equals("ur") || primary.equals("ckb");
    if (script) {
      return usesScript ? primary : "ar";
    }
    return primary.isEmpty() || primary.equals("ar") ? "und" : primary;
  }
}
