package org.isnad.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.function.CoGroupFunction;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.isnad.core.article.Article;
import org.isnad.core.article.ArticleId;
import org.isnad.core.dating.Clocks;
import org.isnad.core.dating.DatedReport;
import org.isnad.core.incident.BlockKey;
import org.isnad.core.incident.IncidentLinker;
import org.isnad.core.pipeline.DatedReading;
import org.isnad.core.pipeline.Reading;
import org.isnad.core.report.EventReport;
import org.isnad.core.report.Scope;
import org.isnad.core.reuse.Lineage;
import org.isnad.core.reuse.TextReuse;
import org.isnad.core.reuse.Witness;
import org.isnad.core.text.SpanCounter;
import org.isnad.io.ExtractWriter;

/**
 * Gives reports their days, family by family: clocks are narrowed along copies alone, and an
 * article that shares nothing is a family of its own.
 */
final class Dates {

  private Dates() {}

  /** Every article with its reports and days. */
  static Dataset<Row> of(
      Dataset<Row> articles, Dataset<Row> read, Dataset<Row> copies, Dataset<Row> families) {
    Dataset<Row> known = read.where(col("reading").isNotNull()).select(col("id"), col("reading"));
    Dataset<Row> members =
        articles
            .join(known, "id")
            .join(families, col("id").equalTo(col("node")), "left")
            .select(
                coalesce(col("part"), col("id")).as("family"),
                col("id"),
                col("json"),
                col("reading"));
    Dataset<Row> shared =
        copies
            .join(families, col("a").equalTo(col("node")))
            .select(col("part").as("family"), col("json"), col("recurring"));
    MapFunction<Row, String> family = row -> row.getString(0);
    return members
        .groupByKey(family, Encoders.STRING())
        .cogroup(
            shared.groupByKey(family, Encoders.STRING()),
            (CoGroupFunction<String, Row, Row, Row>) Dates::date,
            Tables.DATED);
  }

  private static Iterator<Row> date(String family, Iterator<Row> members, Iterator<Row> shared) {
    List<Reading> readings = new ArrayList<>();
    Map<ArticleId, List<EventReport>> reports = new HashMap<>();
    Map<ArticleId, String> texts = new HashMap<>();
    while (members.hasNext()) {
      Row row = members.next();
      Article article = Capture.article(row.getString(2), row.getString(1));
      Reading reading = Shared.readings().read(row.getString(3), article);
      if (reading == null) {
        throw new IllegalStateException("the reading of " + article.id() + " cannot be read back");
      }
      readings.add(reading);
      reports.put(article.id(), reading.reports());
      texts.put(article.id(), article.text());
    }
    Clocks clocks = Shared.pipeline().clocks(readings, lineage(readings, shared));
    ExtractWriter lines = new ExtractWriter(clocks.lineage(), Map.of(), texts);
    // rows are written as they come: all of a large family would take more room than what they are
    // made of
    return readings.stream()
        .map(
            reading ->
                Shared.pipeline().date(reading, clocks, id -> reports.getOrDefault(id, List.of())))
        .map(dated -> row(family, dated, clocks.lineage(), lines, texts))
        .iterator();
  }

  private static Lineage lineage(List<Reading> readings, Iterator<Row> shared) {
    List<TextReuse> reuses = new ArrayList<>();
    Set<String> recurring = new LinkedHashSet<>();
    while (shared.hasNext()) {
      Row row = shared.next();
      reuses.add(Shared.json().read(row.getString(1), TextReuse.class));
      recurring.add(row.getString(2));
    }
    if (reuses.isEmpty()) {
      return Lineage.NONE;
    }
    List<Witness> witnesses =
        readings.stream().map(r -> Shared.pipeline().witness(r.article())).toList();
    return Lineage.of(witnesses, reuses, Reuses.recurrence(recurring));
  }

  private static Row row(
      String family,
      DatedReading dated,
      Lineage lineage,
      ExtractWriter lines,
      Map<ArticleId, String> texts) {
    Article article = dated.reading().article();
    SpanCounter counter = new SpanCounter();
    List<WrittenReport> written =
        dated.reports().stream().map(r -> WrittenReport.of(r, article, lines, counter)).toList();
    return RowFactory.create(
        article.id().value(),
        family,
        lines.article(dated),
        Shared.json().write(dated.reports()),
        Shared.json().write(lineage.stretches(article.id())),
        Shared.json().write(written),
        Shared.json().write(CopiedPassage.of(article.id(), lineage, texts)));
  }

  /** The reports of all articles, each with what brings it together with others. */
  static Dataset<Row> reports(Dataset<Row> dated) {
    return dated
        .select(col("reports"))
        .flatMap((FlatMapFunction<Row, Row>) Dates::split, Tables.REPORTS);
  }

  private static Iterator<Row> split(Row row) {
    List<Row> rows = new ArrayList<>();
    for (DatedReport report : Shared.json().readAll(row.getString(0), DatedReport.class)) {
      boolean series = report.report().scope() == Scope.SERIES;
      rows.add(
          RowFactory.create(
              report.id(),
              report.report().article().value(),
              Digest.of(IncidentLinker.likeness(report)),
              series,
              Shared.pipeline().blockKeys(report).stream()
                  .map(BlockKey::value)
                  .distinct()
                  .toArray(String[]::new),
              Shared.json().write(report)));
    }
    return rows.iterator();
  }
}
