package org.isnad.io.fetch;

import java.net.URI;
import java.time.Instant;
import org.isnad.core.pipeline.Problem;
import org.jspecify.annotations.Nullable;

/** What came of asking for an address. */
public sealed interface Answer {

  /**
   * A body.
   *
   * @param address where it came from in the end, after redirects
   * @param bytes unpacked
   * @param charset the encoding that the server names
   * @param etag for the next question
   * @param lastModified for the next question
   * @param raw the whole answer as it came over the line, for archives
   */
  record Page(
      URI address,
      byte[] bytes,
      @Nullable String charset,
      @Nullable String etag,
      @Nullable String lastModified,
      byte[] raw)
      implements Answer {}

  /** Nothing new since the last question (304). */
  record NotModified() implements Answer {}

  /**
   * The server asks to come back later (429, 503).
   *
   * @param until not before
   */
  record Later(Instant until) implements Answer {}

  /**
   * Nothing, and why.
   *
   * @param code kind of problem
   * @param reason in words
   */
  record Refused(Problem.Code code, String reason) implements Answer {}
}
