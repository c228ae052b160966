package org.isnad.io;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.isnad.core.article.Article;
import org.isnad.core.pipeline.Problem;

/** Reads CSV with the columns {@code id,text} or {@code id,label,text}, one article a row. */
final class CsvArticles {

  private final ArticleSink sink;

  CsvArticles(ArticleSink sink) {
    this.sink = sink;
  }

  void read(Path file, InputStream in) throws IOException {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (NamedCsvRecord row : reader) {
        row(file, row);
      }
    } catch (RuntimeException e) {
      sink.problem(new Problem(Problem.Code.MALFORMED, file.toString(), "no whole CSV: " + Sources.reason(e)));
    }
  }

  private void row(Path file, NamedCsvRecord row) {
    String id = row.findField("id").orElse("");
    String text = row.findField("text").orElse("");
    if (id.isBlank() || text.isBlank()) {
      String where = file + ":" + row.getStartingLineNumber();
      sink.problem(new Problem(Problem.Code.MALFORMED, where, "a row without id or text"));
    } else {
      sink.article(Article.of(id, text));
    }
  }
}
