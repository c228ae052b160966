package org.isnad.core.analysis;

import org.isnad.core.lexicon.Clitics;
import org.isnad.core.lexicon.Entry;
import org.isnad.core.lexicon.Features;

/**
 * Something that one or more tokens are known as.
 *
 * @param entry the list entry
 * @param features what the spelling shows
 * @param clitics what was taken off the first token, or off the last where a pronoun
 * @param first number of the first token
 * @param end number behind the last token
 */
public record Label(Entry entry, Features features, Clitics clitics, int first, int end) {

  /** The same up to before another token: with the quotation mark that stands behind it. */
  public Label until(int token) {
    return new Label(entry, features, clitics, first, token);
  }

  /** Number of tokens covered. */
  public int size() {
    return end - first;
  }

  /** Name of the list. */
  public String list() {
    return entry.list();
  }

  /** Whether it is a number or part of one, and not what numbers measure or stand beside. */
  public boolean isNumeral() {
    return entry.file().startsWith("number/") && !entry.list().equals("number-units");
  }

  /** Key of the entry. */
  public String key() {
    return entry.key();
  }
}
