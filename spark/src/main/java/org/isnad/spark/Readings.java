package org.isnad.spark;

import java.time.LocalDate;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.isnad.core.article.Article;
import org.isnad.core.pipeline.Problem;
import org.isnad.core.pipeline.Reading;
import org.isnad.core.reuse.Fingerprints;

/** Reads every article: a function of that article alone. */
final class Readings {

  private Readings() {}

  /** Readings and fingerprints; an article that cannot be read is a problem and nothing else. */
  static Dataset<Row> of(Dataset<Row> articles) {
    return articles.map((MapFunction<Row, Row>) Readings::read, Tables.READ);
  }

  private static Row read(Row row) {
    String id = row.getString(0);
    try {
      Article article = Capture.article(row.getString(1), id);
      Reading reading = Shared.pipeline().read(article);
      Fingerprints prints = Shared.pipeline().fingerprints(article);
      LocalDate day = prints.day();
      return RowFactory.create(
          id,
          prints.outlet(),
          day == null ? null : (Long) day.toEpochDay(),
          prints.hashes(),
          reading.reports().size(),
          Shared.readings().write(reading),
          null,
          null,
          null);
    } catch (RuntimeException | StackOverflowError e) {
      return RowFactory.create(
          id,
          null,
          null,
          new long[0],
          0,
          null,
          Problem.Code.INTERNAL.name(),
          id,
          "reading it failed: " + e);
    }
  }
}
