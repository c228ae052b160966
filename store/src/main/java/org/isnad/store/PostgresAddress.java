package org.isnad.store;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The address of a PostgreSQL database, its user and password taken out, which the driver does not
 * take where people write them.
 *
 * @param url without user and password
 * @param user or null
 * @param password or null
 */
record PostgresAddress(String url, @Nullable String user, @Nullable String password) {

  /** Takes apart {@code jdbc:postgresql://user:pw@host/db}; what is escaped by % is decoded. */
  static PostgresAddress of(String given) {
    int host = given.indexOf("//") + 2;
    int slash = given.indexOf('/', host);
    int at = given.lastIndexOf('@', slash < 0 ? given.length() : slash);
    if (host < 2 || at < host) {
      return new PostgresAddress(given, null, null);
    }
    String who = given.substring(host, at);
    int colon = who.indexOf(':');
    return new PostgresAddress(
        given.substring(0, host) + given.substring(at + 1),
        decoded(colon < 0 ? who : who.substring(0, colon)),
        colon < 0 ? null : decoded(who.substring(colon + 1)));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
