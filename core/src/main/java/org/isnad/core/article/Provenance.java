package org.isnad.core.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the bytes of an article came from, so that anyone can go back to them.
 *
 * @param url the address that was asked, before the page named another as its own
 * @param captured when they were fetched
 * @param sha256 their hash, in hex; of the page's bytes as served, without transfer coding
 * @param file the file or archive that holds them; of an archive in an archive, both with {@code !}
 *     between
 * @param offset where in that file the record starts, in bytes; 0 for a file of its own
 */
public record Provenance(
    @Nullable String url, @Nullable Instant captured, String sha256, String file, long offset) {

  /** Rejects negative offsets. */
  public Provenance {
    if (offset < 0) {
      throw new IllegalArgumentException("an offset of " + offset + " bytes");
    }
  }
}
