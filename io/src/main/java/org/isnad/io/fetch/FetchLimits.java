package org.isnad.io.fetch;

import java.time.Duration;

/**
 * How much a fetch may cost.
 *
 * @param bytes of a body, unpacked
 * @param total time for one answer from the connection to the last byte
 * @param connect time to connect
 * @param redirects followed, one after the other
 * @param ratio unpacked bytes for each packed one, above {@link #HARMLESS} bytes
 */
public record FetchLimits(int bytes, Duration total, Duration connect, int redirects, int ratio) {

  /** Unpacked bytes below which any ratio is harmless. */
  static final int HARMLESS = 1 << 20;

  /** For pages and lists of news: RFC 9309 asks for five redirects, the rest is generous. */
  public static final FetchLimits DEFAULT =
      new FetchLimits(16 << 20, Duration.ofSeconds(60), Duration.ofSeconds(15), 5, 200);
}
