package org.isnad.io.html;

import org.isnad.io.language.LanguageIdentifier;
import org.jspecify.annotations.Nullable;

/** The language of an article: what its letters show, else what the page says. */
final class Languages {

  private Languages() {}

  /** BCP 47; {@code und} where nothing tells. */
  static String of(@Nullable String declared, String text) {
    String read = LanguageIdentifier.builtIn().identify(text);
    String primary = declared == null ? "" : declared.split("-")[0];
    return read.equals("und") && !primary.isEmpty() && !primary.equals("ar") ? primary : read;
  }
}
