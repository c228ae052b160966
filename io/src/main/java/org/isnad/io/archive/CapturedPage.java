package org.isnad.io.archive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A page as an archive holds it.
 *
 * @param url the address that was asked
 * @param captured when it was fetched
 * @param bytes its body without transfer and content coding
 * @param charset the encoding that the server named
 * @param html whether the server calls it a page; else it is plain text
 * @param offset where in the archive its record starts, in bytes
 */
public record CapturedPage(
    String url,
    @Nullable Instant captured,
    byte[] bytes,
    @Nullable String charset,
    boolean html,
    long offset) {}
