package org.isnad.io.html;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.isnad.core.text.Normalizer;

/**
 * Word lists of pages, read from {@code org/isnad/io/html/*.tsv}: a key, and behind a tab its
 * spellings with {@code |} between. They are compared in the normal form of the text.
 */
final class PageWords {

  private PageWords() {}

  /** Every spelling in normal form with its key, in file order. */
  static Map<String, String> list(String name) {
    Map<String, String> keys = new LinkedHashMap<>();
    raw(name).forEach((word, key) -> keys.put(normal(word), key));
    return keys;
  }

  /** Every spelling as it stands with its key, in file order. */
  static Map<String, String> raw(String name) {
    Map<String, String> keys = new LinkedHashMap<>();
    InputStream in =
        Objects.requireNonNull(PageWords.class.getResourceAsStream(name), name + " is packed in");
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int tab = line.indexOf('\t');
        if (tab > 0 && !line.startsWith("#")) {
          for (String word : line.substring(tab + 1).split("\\|", -1)) {
            keys.put(word, line.substring(0, tab));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return keys;
  }

  /** The form in which words are compared: one spelling a letter, lower case, single blanks. */
  static String normal(String text) {
    return Normalizer.normalize(text).normal().strip();
  }
}
