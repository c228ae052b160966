package org.isnad.spark;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.explode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.spark.api.java.function.CoGroupFunction;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.isnad.core.article.Article;
import org.isnad.core.article.ArticleId;
import org.isnad.core.dating.DatedReport;
import org.isnad.core.incident.Incident;
import org.isnad.core.incident.Series;
import org.isnad.core.incident.SumIndex;
import org.isnad.core.reuse.Lineage;
import org.isnad.core.reuse.Stretch;
import org.isnad.io.IncidentWriter;

/** Sums of events beside the incidents that can be among them, and both as they are published. */
final class Sums {

  private Sums() {}

  /** Which incident can be among which sum. */
  static Dataset<Row> members(Dataset<Row> reports, Dataset<Row> groups) {
    Dataset<Row> sums = reports.where(col("series")).select("id", "article", "report");
    Dataset<Row> here =
        sums.join(
                groups.select(
                    col("id").as("incident"),
                    explode(col("articles")).as("article"),
                    col("reports")),
                "article")
            .select("id", "report", "incident", "reports")
            .flatMap((FlatMapFunction<Row, Row>) Sums::here, Tables.SUMS);
    Dataset<Row> seeking =
        sums.select("id", "report")
            .flatMap((FlatMapFunction<Row, Row>) Sums::seeking, Tables.KEYED);
    Dataset<Row> found =
        groups
            .select("id", "reports")
            .flatMap((FlatMapFunction<Row, Row>) Sums::found, Tables.KEYED);
    Dataset<Row> elsewhere =
        seeking
            .as("s")
            .join(found.as("f"), col("s.key").equalTo(col("f.key")))
            .select(
                col("s.id").as("sum"),
                col("s.json").as("report"),
                col("f.id").as("incident"),
                col("f.json").as("reports"))
            .dropDuplicates("sum", "incident")
            .flatMap((FlatMapFunction<Row, Row>) Sums::elsewhere, Tables.SUMS);
    Dataset<Row> named = here.select("sum", "incident");
    return here.union(elsewhere.join(named, new String[] {"sum", "incident"}, "left_anti"));
  }

  private static Iterator<Row> here(Row row) {
    boolean fits = SumIndex.fits(report(row.getString(1)), reports(row.getString(3)));
    return fits
        ? List.of(RowFactory.create(row.getString(0), row.getString(2), true)).iterator()
        : List.<Row>of().iterator();
  }

  private static Iterator<Row> elsewhere(Row row) {
    boolean fits = SumIndex.isElsewhere(report(row.getString(1)), reports(row.getString(3)));
    return fits
        ? List.of(RowFactory.create(row.getString(0), row.getString(2), false)).iterator()
        : List.<Row>of().iterator();
  }

  private static Iterator<Row> seeking(Row row) {
    return SumIndex.sumKeys(report(row.getString(1))).stream()
        .map(key -> RowFactory.create(key, row.getString(0), row.getString(1)))
        .iterator();
  }

  private static Iterator<Row> found(Row row) {
    return SumIndex.memberKeys(reports(row.getString(1))).stream()
        .map(key -> RowFactory.create(key, row.getString(0), row.getString(1)))
        .iterator();
  }

  private static DatedReport report(String json) {
    return Shared.json().read(json, DatedReport.class);
  }

  private static List<DatedReport> reports(String json) {
    return Shared.json().readAll(json, DatedReport.class);
  }

  /** The incidents with all their claims, as they are published. */
  static Dataset<Row> incidents(Dataset<Row> groups, Dataset<Row> sums, Dataset<Row> articles) {
    Dataset<Row> of =
        sums.groupBy(col("incident").as("id")).agg(array_sort(collect_set("sum")).as("sums"));
    Dataset<Row> told =
        groups
            .select(col("id").as("incident"), explode(col("articles")).as("id"))
            .join(articles, "id")
            .select("incident", "id", "json");
    MapFunction<Row, String> incident = row -> row.getString(0);
    Dataset<Row> whole =
        groups
            .join(of, new String[] {"id"}, "left")
            .select("id", "anchor", "reports", "stretches", "articles", "sums");
    return whole
        .groupByKey(incident, Encoders.STRING())
        .cogroup(
            told.groupByKey(incident, Encoders.STRING()),
            (CoGroupFunction<String, Row, Row, Row>) Sums::incident,
            Tables.RESULTS);
  }

  private static Iterator<Row> incident(String id, Iterator<Row> groups, Iterator<Row> told) {
    Function<ArticleId, Article> articles = articles(told);
    IncidentWriter writer = new IncidentWriter(articles, Shared.pipeline().knowledge().gazetteer());
    List<Row> rows = new ArrayList<>();
    while (groups.hasNext()) {
      Row row = groups.next();
      Incident incident =
          Shared.pipeline()
              .resolve(id, reports(row.getString(2)), lineage(row.getList(4), row.getString(3)));
      List<String> sums = row.isNullAt(5) ? List.of() : new ArrayList<>(row.getList(5));
      rows.add(RowFactory.create(id, row.getString(1), writer.json(incident, sums)));
    }
    return rows.iterator();
  }

  private static Lineage lineage(List<String> articles, String json) {
    Map<ArticleId, List<Stretch>> texts = new HashMap<>();
    Stretch[][] stretches = Shared.json().read(json, Stretch[][].class);
    for (int i = 0; i < stretches.length; i++) {
      texts.put(new ArticleId(articles.get(i)), List.of(stretches[i]));
    }
    return Lineage.ofTexts(texts);
  }

  private static Function<ArticleId, Article> articles(Iterator<Row> told) {
    Map<ArticleId, Article> articles = new HashMap<>();
    while (told.hasNext()) {
      Row row = told.next();
      Article article = Capture.article(row.getString(2), row.getString(1));
      articles.put(article.id(), article);
    }
    return articles::get;
  }

  /** The sums as they are published. */
  static Dataset<Row> series(Dataset<Row> reports, Dataset<Row> sums, Dataset<Row> articles) {
    Dataset<Row> whole =
        reports
            .where(col("series"))
            .select(col("id").as("sum"), col("article"), col("report"))
            .join(articles.select(col("id").as("article"), col("json")), "article")
            .join(sums, new String[] {"sum"}, "left")
            .select("sum", "report", "json", "article", "incident", "here");
    MapFunction<Row, String> sum = row -> row.getString(0);
    return whole
        .groupByKey(sum, Encoders.STRING())
        .flatMapGroups((FlatMapGroupsFunction<String, Row, Row>) Sums::series, Tables.RESULTS);
  }

  private static Iterator<Row> series(String id, Iterator<Row> rows) {
    TreeSet<String> here = new TreeSet<>();
    TreeSet<String> elsewhere = new TreeSet<>();
    Row last = null;
    while (rows.hasNext()) {
      last = rows.next();
      if (!last.isNullAt(4)) {
        (last.getBoolean(5) ? here : elsewhere).add(last.getString(4));
      }
    }
    if (last == null) {
      return List.<Row>of().iterator();
    }
    Article article = Capture.article(last.getString(2), last.getString(3));
    DatedReport report = report(last.getString(1));
    IncidentWriter writer =
        new IncidentWriter(
            wanted -> wanted.equals(article.id()) ? article : null,
            Shared.pipeline().knowledge().gazetteer());
    Series series = new Series(report, List.copyOf(here), List.copyOf(elsewhere));
    return List.of(RowFactory.create(id, null, writer.json(series))).iterator();
  }
}
