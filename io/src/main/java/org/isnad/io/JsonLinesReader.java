package org.isnad.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
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
 * Reads JSON Lines, one article a line: {@code id, url, outlet, retrieved, published, title, text}; other
 * fields are passed over. A line that is no article is one problem.
 */
final class JsonLinesReader {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ArticleSink sink;

  JsonLinesReader(ArticleSink sink) {
    this.sink = sink;
  }

  void read(Path file, InputStream in) throws IOException {
    Lines lines = new Lines(in, Sources.LARGEST_TEXT);
    for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
      String where = file + ":" + line.number();
      if (line.bytes() == null) {
        sink.problem(new Problem(Problem.Code.TOO_LARGE, where, "a line of more than " + Sources.LARGEST_TEXT + " bytes"));
      } else {
        String text = TextDecoder.decode(line.bytes());
        if (text == null) {
          sink.problem(new Problem(Problem.Code.ENCODING, where, "a line that is not UTF-8"));
        } else if (!text.isBlank()) {
          line(where, text);
        }
      }
    }
  }

  private void line(String where, String line) {
    try {
      JsonNode node = JSON.readTree(line);
      String text = string(node, "text");
      if (text == null || text.isBlank()) {
        sink.problem(new Problem(Problem.Code.MALFORMED, where, "no text; expected an object with the field 'text'"));
        return;
      }
      String id = string(node, "id");
      sink.article(
          new Article(
              new ArticleId(id == null || id.isBlank() ? ContentHash.of(text) : id), text, string(node, "title"), string(node, "outlet"),
              string(node, "url"), date(node, "published"), date(node, "retrieved"), "ar"));
    } catch (JacksonException e) {
      sink.problem(new Problem(Problem.Code.MALFORMED, where, "no whole JSON object: " + e.getOriginalMessage()));
    }
  }

  private static @Nullable String string(JsonNode node, String field) {
    JsonNode value = node.get(field);
    return value == null || value.isNull() ? null : value.asString();
  }

  private static @Nullable LocalDate date(JsonNode node, String field) {
    String value = string(node, field);
    try {
      return value == null || value.length() < 10 ? null : LocalDate.parse(value.substring(0, 10));
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
