package org.isnad.io;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import org.isnad.core.article.Article;
import org.isnad.core.pipeline.Problem;

/** Reads CSV with the columns {@code id,text} or {@code id,label,text}, one article a row. */
final class CsvArticles {

  private final ArticleSink sink;

  CsvArticles(ArticleSink sink) {
    this.sink = sink;
  }

  void read(String file, InputStream in) throws IOException {
    CsvTable table = new CsvTable(file, Problem.Code.MALFORMED, sink);
    table.read(in, row -> row(table, row));
  }

  private void row(CsvTable table, NamedCsvRecord row) {
    String id = row.findField("id").orElse("");
    String text = row.findField("text").orElse("");
    if (text.isBlank()) {
      sink.problem(new Problem(Problem.Code.MALFORMED, table.where(row), "a row without text"));
    } else {
      sink.article(Article.of(id.isBlank() ? ContentHash.of(text) : id, text));
    }
  }
}
