package org.isnad.core.report;

import java.util.List;
import org.isnad.core.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Who acted or was aimed at (codebook section 7).
 *
 * @param name as in the text, without clitics and loaded words
 * @param id identifier in the register, or null
 * @param nameEn English name in the register, or null
 * @param standing how it came to be named; null for targets
 * @param by who accuses, where {@code standing} is {@code ACCUSED}
 * @param framing loaded words dropped from the name, as written
 * @param span where it stands, or null where it was carried over
 */
public record Party(
    String name,
    @Nullable String id,
    @Nullable String nameEn,
    @Nullable Standing standing,
    @Nullable String by,
    List<String> framing,
    @Nullable Span span) {

  /** Copies the list. */
  public Party {
    framing = List.copyOf(framing);
  }

  /** How an actor came to be named. */
  public enum Standing {
    /** It said so itself. */
    CLAIMED,
    /** The article, or a neutral or allied source, says so. */
    STATED,
    /** An authority or an opponent blames it. */
    ACCUSED,
    /** Suspected by nobody in particular. */
    SUSPECTED
  }
}
