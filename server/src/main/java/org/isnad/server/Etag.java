package org.isnad.server;

import io.javalin.http.Context;
import java.util.List;

/** Versions of answers (RFC 9110, section 8.8.3) and the conditions on them. */
final class Etag {

  private Etag() {}

  /**
   * Names the version of the answer, and answers 304 where the asker has it already.
   *
   * @return whether the request is answered with that
   */
  static boolean isCurrent(Context request, long version) {
    return isCurrent(request, "v" + version);
  }

  /** The same for what goes by another version than a number. */
  static boolean isCurrent(Context request, String version) {
    String tag = '"' + version + '"';
    request.header("ETag", tag);
    request.header("Cache-Control", "no-cache");
    String known = request.header("If-None-Match");
    if (known == null || !isAmong(tag, known)) {
      return false;
    }
    request.status(304);
    return true;
  }

  /**
   * Refuses a write that does not say which version it was decided on, or says an older one.
   *
   * @throws ApiProblem 428 without {@code If-Match}, 412 where it is stale
   */
  static void requireMatch(Context request, long version) {
    String expected = request.header("If-Match");
    if (expected == null) {
      throw new ApiProblem(
          428,
          "version-required",
          "The request must say which version it was decided on.",
          "send the ETag of the incident as If-Match",
          List.of(new ApiProblem.Fault("If-Match", "missing", "header If-Match")));
    }
    if (!expected.equals(tag(version))) {
      throw new ApiProblem(
          412,
          "stale-version",
          "The incident has changed since it was read.",
          "the decision was made on "
              + expected
              + ", the incident is at "
              + tag(version)
              + "; read it again and decide",
          List.of(new ApiProblem.Fault("If-Match", "stale", tag(version))));
    }
  }

  private static boolean isAmong(String tag, String known) {
    for (String one : known.split(",", -1)) {
      if (one.strip().equals(tag)) {
        return true;
      }
    }
    return false;
  }

  private static String tag(long version) {
    return "\"v" + version + "\"";
  }
}
