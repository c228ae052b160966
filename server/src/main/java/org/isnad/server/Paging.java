package org.isnad.server;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.isnad.server.Route.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list starts and how long it is. Cursors are opaque: they hold the id of the
 * last item, so that a list that grows while it is read shows nothing twice.
 *
 * @param after id of the last item of the page before, or null
 * @param limit most items on the page
 */
record Paging(@Nullable String after, int limit) {

  /** Most items of a page. */
  static final int MOST = 500;

  private static final int USUAL = 100;

  /** The parameters of every list. */
  static final List<Parameter> PARAMETERS =
      List.of(
          Parameter.query(
              "limit",
              "{\"type\":\"integer\",\"minimum\":1,\"maximum\":"
                  + MOST
                  + ",\"default\":"
                  + USUAL
                  + "}",
              "Most items on the page."),
          Parameter.query(
              "cursor", "{\"type\":\"string\"}", "The next member of the page before."));

  /** The parameters of lists that show the newest first. */
  static final List<Parameter> BACKWARDS =
      List.of(
          PARAMETERS.getFirst(),
          Parameter.query(
              "before",
              "{\"type\":\"integer\",\"minimum\":1}",
              "The next member of the page before."));

  static Paging of(Context request) {
    return new Paging(after(request.queryParam("cursor")), limit(request.queryParam("limit")));
  }

  /**
   * The cursor of the next page, also as a Link header (RFC 8288).
   *
   * @param last id of the last item shown, or null where none follows
   */
  @Nullable String next(Context request, @Nullable String last) {
    if (last == null) {
      return null;
    }
    String cursor =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(last.getBytes(StandardCharsets.UTF_8));
    StringBuilder link = new StringBuilder(request.path()).append('?');
    request
        .queryParamMap()
        .forEach(
            (name, values) -> {
              if (!name.equals("cursor")) {
                link.append(encoded(name))
                    .append('=')
                    .append(encoded(values.getFirst()))
                    .append('&');
              }
            });
    request.header("Link", "<" + link.append("cursor=").append(cursor) + ">; rel=\"next\"");
    return cursor;
  }

  /** The number before which a list that shows the newest first goes on. */
  static long before(Context request) {
    String text = request.queryParam("before");
    try {
      return text == null || text.isEmpty()
          ? Long.MAX_VALUE
          : Long.parseLong(WesternDigits.of(text));
    } catch (NumberFormatException e) {
      throw ApiProblem.parameter("before", String.valueOf(text), "a whole number");
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static @Nullable String after(@Nullable String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return null;
    }
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw ApiProblem.parameter("cursor", cursor, "the next member of the page before");
    }
  }

  private static int limit(@Nullable String text) {
    if (text == null) {
      return USUAL;
    }
    try {
      int limit = Integer.parseInt(WesternDigits.of(text));
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw ApiProblem.parameter("limit", text, "a whole number from 1 to " + MOST);
  }
}
