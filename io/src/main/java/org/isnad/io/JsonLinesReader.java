package org.isnad.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.isnad.core.article.Article;
import org.isnad.core.article.ArticleId;
import org.isnad.core.pipeline.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Reads JSON Lines, one article a line: {@code id, url, outlet, retrieved, published, title, text};
 * other fields are passed over. A line that is no article is one problem.
 */
final class JsonLinesReader {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final FieldNames fields;
  private final ArticleSink sink;

  JsonLinesReader(FieldNames fields, ArticleSink sink) {
    this.fields = fields;
    this.sink = sink;
  }

  /**
   * Reads every line behind the byte-order mark.
   *
   * @param wide the encoding where it is not one in which a byte is enough for a line end, else
   *     null
   */
  void read(String file, InputStream in, @Nullable Charset wide) throws IOException {
    Lines lines = new Lines(wide == null ? in : new Recoded(in, wide), Sources.LARGEST_TEXT);
    boolean more = true;
    for (Lines.Line line = lines.next(); more && line != null; line = lines.next()) {
      more = line(file + ":" + line.number(), line.bytes());
    }
  }

  /** Reads the lines of a stretch. */
  void read(LineStretch stretch) throws IOException {
    try (InputStream in = stretch.open()) {
      Lines lines = stretch.lines(in);
      boolean more = true;
      for (Lines.Line line = stretch.next(lines);
          more && line != null;
          line = stretch.next(lines)) {
        more = line(stretch.file() + ":" + line.number(), line.bytes());
      }
    }
  }

  /** Whether a line opens JSON that goes over several lines; a line with a name has quotes. */
  static boolean isOpen(byte[] line) {
    for (byte one : line) {
      if (one == '"') {
        return false;
      }
    }
    String text = TextDecoder.decode(line);
    return text != null && isOpen(text);
  }

  private static boolean isOpen(String line) {
    String text = line.strip();
    return text.equals("{") || text.equals("[");
  }

  /** Reads one line; whether to go on. */
  private boolean line(String where, byte @Nullable [] bytes) {
    if (bytes == null) {
      sink.problem(
          new Problem(
              Problem.Code.TOO_LARGE,
              where,
              "a line of more than " + Sources.LARGEST_TEXT + " bytes"));
      return true;
    }
    String text = TextDecoder.decode(bytes);
    if (text == null) {
      sink.problem(new Problem(Problem.Code.ENCODING, where, "a line that is not UTF-8"));
    } else if (isOpen(text)) {
      String reason = "JSON over several lines; expected one object a line; the rest was not read";
      sink.problem(new Problem(Problem.Code.MALFORMED, where, reason));
      return false;
    } else if (!text.isBlank()) {
      line(where, text);
    }
    return true;
  }

  /** Reads one line that holds one object. */
  void line(String where, String line) {
    try {
      JsonNode node = JSON.readTree(line);
      String text = string(node, "text");
      if (text == null || text.isBlank()) {
        sink.problem(
            new Problem(
                Problem.Code.MALFORMED,
                where,
                "no text; expected an object with the field '" + fields.of("text") + "'"));
        return;
      }
      String id = string(node, "id");
      sink.article(
          new Article(
              new ArticleId(id == null || id.isBlank() ? ContentHash.of(text) : id),
              text,
              string(node, "title"),
              string(node, "outlet"),
              string(node, "url"),
              date(node, "published", where),
              date(node, "retrieved", where),
              "ar"));
    } catch (JacksonException e) {
      sink.problem(
          new Problem(
              Problem.Code.MALFORMED, where, "no whole JSON object: " + e.getOriginalMessage()));
    }
  }

  private @Nullable String string(JsonNode node, String field) {
    JsonNode value = fields.value(node, field);
    return value == null || value.isNull() || value.isContainer() ? null : value.asString();
  }

  /**
   * A day, with or without a time behind it; one that cannot be read is a problem, and the article
   * is read without.
   */
  private @Nullable LocalDate date(JsonNode node, String field, String where) {
    String value = string(node, field);
    if (value == null || value.isBlank()) {
      return null;
    }
    try {
      return LocalDate.parse(value.substring(0, Math.min(value.length(), 10)));
    } catch (DateTimeParseException e) {
      String text = field + " '" + value + "'; expected a date such as 2026-01-31; read without it";
      sink.problem(new Problem(Problem.Code.MALFORMED, where, text));
      return null;
    }
  }
}
