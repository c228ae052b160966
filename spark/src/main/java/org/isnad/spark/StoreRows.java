package org.isnad.spark;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.isnad.core.dating.DatedReport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** Rows of a store as lines of JSON, each an array of its cells, for {@code isnad import}. */
final class StoreRows {

  private static final ObjectMapper JSON = new ObjectMapper();

  private StoreRows() {}

  /** Articles under their final names. */
  static Dataset<String> articles(Dataset<Row> articles) {
    return articles
        .orderBy("id")
        .map(
            (MapFunction<Row, String>)
                row -> Shared.json().write(Capture.article(row.getString(1), row.getString(0))),
            Encoders.STRING());
  }

  /** The cells of these columns, in the order of the first. */
  static Dataset<String> cells(Dataset<Row> rows, String first, String... more) {
    return rows.select(first, more)
        .orderBy(first)
        .map((MapFunction<Row, String>) StoreRows::line, Encoders.STRING());
  }

  private static String line(Row row) {
    @Nullable Object[] cells = new Object[row.size()];
    Arrays.setAll(cells, row::get);
    return JSON.writeValueAsString(cells);
  }

  /** Reports with their incidents. */
  static Dataset<String> reports(Dataset<Row> dated, Dataset<Row> groups) {
    Dataset<Row> written =
        dated
            .select("id", "line_reports")
            .flatMap((FlatMapFunction<Row, Row>) StoreRows::written, Tables.WRITTEN);
    Dataset<Row> incidents =
        groups
            .select("id", "reports")
            .flatMap((FlatMapFunction<Row, Row>) StoreRows::members, Tables.MEMBERS);
    return written
        .join(incidents, new String[] {"id"}, "left")
        .select("id", "article", "incident", "json", "cueStart", "cueEnd")
        .orderBy("article", "id")
        .map((MapFunction<Row, String>) StoreRows::report, Encoders.STRING());
  }

  private static Iterator<Row> written(Row row) {
    return Shared.json().readAll(row.getString(1), WrittenReport.class).stream()
        .map(r -> RowFactory.create(r.id(), row.getString(0), r.json(), r.cueStart(), r.cueEnd()))
        .iterator();
  }

  private static Iterator<Row> members(Row row) {
    return Shared.json().readAll(row.getString(1), DatedReport.class).stream()
        .map(report -> RowFactory.create(report.id(), row.getString(0)))
        .iterator();
  }

  private static String report(Row row) {
    ObjectNode json = (ObjectNode) JSON.readTree(row.getString(3));
    json.put("incident", row.getString(2));
    Object[] cells = {
      row.get(0), row.get(1), row.get(2), JSON.writeValueAsString(json), row.get(4), row.get(5)
    };
    return JSON.writeValueAsString(cells);
  }

  /** Copied stretches. */
  static Dataset<String> passages(Dataset<Row> dated) {
    return dated
        .select(col("id"), col("passages"))
        .orderBy("id")
        .flatMap((FlatMapFunction<Row, String>) StoreRows::passages, Encoders.STRING());
  }

  private static Iterator<String> passages(Row row) {
    List<String> lines = new ArrayList<>();
    for (CopiedPassage one : Shared.json().readAll(row.getString(1), CopiedPassage.class)) {
      Object[] cells = {
        row.getString(0),
        one.here().start(),
        one.here().end(),
        one.original().value(),
        one.there().start(),
        one.there().end()
      };
      lines.add(JSON.writeValueAsString(cells));
    }
    return lines.iterator();
  }
}
