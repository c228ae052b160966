package org.isnad.io.html;

import java.net.URI;
import java.util.Locale;
import org.isnad.core.article.Markup.DateSource;
import org.jspecify.annotations.Nullable;

/** What the address of a page tells. */
final class Addresses {

  private Addresses() {}

  /** An address on the web, made absolute against the page's own; null where it is none. */
  static @Nullable String absolute(@Nullable String base, String address) {
    try {
      URI uri = URI.create(address.strip());
      URI whole = base == null || uri.isAbsolute() ? uri : URI.create(base).resolve(uri);
      String scheme = whole.getScheme();
      boolean web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
      return web && whole.getHost() != null ? whole.toString() : null;
    } catch (IllegalArgumentException e) {
      return address.startsWith("http") ? address.strip() : null;
    }
  }

  /** The host without {@code www.}, or null. */
  static @Nullable String host(@Nullable String url) {
    if (url == null) {
      return null;
    }
    int start = url.indexOf("://");
    if (start < 0) {
      return null;
    }
    int end = start + 3;
    while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    String host = url.substring(start + 3, end).toLowerCase(Locale.ROOT);
    host = host.substring(host.indexOf('@') + 1);
    int port = host.lastIndexOf(':');
    host = port > 0 ? host.substring(0, port) : host;
    host = host.startsWith("www.") ? host.substring(4) : host;
    return host.isEmpty() ? null : host;
  }

  /** A day in the path: {@code /2024/03/09/}, {@code /2024-03-09-}, {@code /20240309/}; or null. */
  static @Nullable DateCandidate date(@Nullable String url) {
    if (url == null) {
      return null;
    }
    int query = url.indexOf('?');
    String path = query < 0 ? url : url.substring(0, query);
    for (int i = 1; i + 8 <= path.length(); i++) {
      boolean start = path.charAt(i) == '2' && !Character.isLetterOrDigit(path.charAt(i - 1));
      String digits = start ? digits(path, i) : null;
      DateText.Day day = digits == null ? null : DateText.read(digits);
      if (day != null) {
        return new DateCandidate(day, DateSource.URL);
      }
    }
    return null;
  }

  /** Eight digits, or three numbers with one sign between, as {@code yyyy-mm-dd}; or null. */
  private static @Nullable String digits(String path, int at) {
    int[] number = new int[3];
    int i = at;
    for (int n = 0; n < 3; n++) {
      int width = n == 0 ? 4 : 2;
      int from = i;
      while (i < path.length() && i - from < width && Character.isDigit(path.charAt(i))) {
        number[n] = number[n] * 10 + path.charAt(i++) - '0';
      }
      if (i == from) {
        return null;
      }
      boolean sign = n < 2 && i < path.length() && "/-_.".indexOf(path.charAt(i)) >= 0;
      i += sign ? 1 : 0;
      if (n < 2 && !sign && i - from < width) {
        return null;
      }
    }
    boolean longer = i < path.length() && Character.isDigit(path.charAt(i));
    return longer
        ? null
        : String.format(Locale.ROOT, "%04d-%02d-%02d", number[0], number[1], number[2]);
  }
}
