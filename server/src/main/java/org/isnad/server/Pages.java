package org.isnad.server;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.isnad.io.ContentHash;
import org.isnad.server.Route.Answer;
import org.isnad.server.people.Role;

/**
 * The pages: one document for every address of the interface, its language and direction from the
 * path, and the files that it loads. They are built from {@code web/} and lie in the jar.
 */
final class Pages {

  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8");

  private static final Answer HTML = new Answer("text/html", "");

  private final String page;

  Pages() {
    this.page = new String(file("index.html"), StandardCharsets.UTF_8);
  }

  List<Route> routes() {
    return List.of(
        new Route(
            "GET",
            "/",
            Role.ANYBODY,
            "Leads to the incidents in the reader's language.",
            List.of(),
            HTML,
            Pages::enter),
        new Route(
            "GET",
            "/ar/<page>",
            Role.ANYBODY,
            "The interface in Arabic.",
            List.of(),
            HTML,
            r -> page(r, "ar", "rtl")),
        new Route(
            "GET",
            "/en/<page>",
            Role.ANYBODY,
            "The interface in English.",
            List.of(),
            HTML,
            r -> page(r, "en", "ltr")),
        new Route(
            "GET",
            "/assets/{file}",
            Role.ANYBODY,
            "A file that the interface loads.",
            List.of(),
            new Answer("application/octet-stream", ""),
            Pages::asset));
  }

  private static void enter(Context request) {
    String wanted = request.header("Accept-Language");
    boolean english =
        wanted != null
            && Locale.LanguageRange.parse(wanted).stream()
                .map(Locale.LanguageRange::getRange)
                .filter(range -> range.startsWith("ar") || range.startsWith("en"))
                .findFirst()
                .orElse("ar")
                .startsWith("en");
    request.redirect(english ? "/en/incidents" : "/ar/incidents");
  }

  private void page(Context request, String language, String direction) {
    request
        .contentType("text/html; charset=utf-8")
        .header("Cache-Control", "no-cache")
        .result(
            page.replace(
                "<html lang=\"en\" dir=\"ltr\">",
                "<html lang=\"" + language + "\" dir=\"" + direction + "\">"));
  }

  /** Letters, digits, {@code _} and {@code -}, then one full stop and small letters. */
  private static boolean isPlain(String name) {
    int stop = name.indexOf('.');
    return stop > 0
        && stop < name.length() - 1
        && name.substring(stop + 1).chars().allMatch(c -> c >= 'a' && c <= 'z')
        && name.substring(0, stop).chars().allMatch(Pages::isPlain);
  }

  private static boolean isPlain(int c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '_'
        || c == '-';
  }

  private static void asset(Context request) {
    String name = request.pathParam("file");
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null || !isPlain(name) || missing(name)) {
      throw ApiProblem.unknown("file", name);
    }
    byte[] bytes = file(name);
    String tag =
        "\""
            + ContentHash.of(new String(bytes, StandardCharsets.ISO_8859_1)).substring(0, 16)
            + "\"";
    request.header("ETag", tag).header("Cache-Control", "no-cache");
    if (tag.equals(request.header("If-None-Match"))) {
      request.status(304);
      return;
    }
    request.contentType(type).result(bytes);
  }

  private static boolean missing(String name) {
    return Pages.class.getResource("web/" + name) == null;
  }

  private static byte[] file(String name) {
    try (InputStream in = Pages.class.getResourceAsStream("web/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the pages are not in the program: " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
