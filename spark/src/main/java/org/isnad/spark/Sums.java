package org.isnad.spark;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.spark.api.java.function.CoGroupFunction;
import org.apache.spark.api.java.function.FlatMapFunction;
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

  /**
   * Which incident can be among which sum. What meets is brought together by names alone, and each
   * incident's reports, of which there may be thousands, are read once for all sums that it meets.
   * Sums that look alike count as one: a line on every page is asked for once.
   */
  static Dataset<Row> members(Dataset<Row> reports, Dataset<Row> groups) {
    Dataset<Row> sums = reports.where(col("series")).select("id", "article", "likeness");
    Dataset<Row> kinds =
        reports
            .where(col("series"))
            .groupBy("likeness")
            .agg(min_by(col("report"), col("id")).as("report"));
    Dataset<Row> here =
        sums.join(
                groups.select(col("id").as("incident"), explode(col("articles")).as("article")),
                "article")
            .select(col("incident"), col("id").as("sum"), col("likeness"));
    Dataset<Row> seeking = kinds.flatMap((FlatMapFunction<Row, Row>) Sums::seeking, Tables.FILED);
    Dataset<Row> found =
        groups
            .select("id", "reports")
            .flatMap((FlatMapFunction<Row, Row>) Sums::found, Tables.FILED);
    Dataset<Row> elsewhere =
        found
            .select(col("key"), col("name").as("incident"))
            .join(seeking.select(col("key"), col("name").as("likeness")), "key")
            .select("incident", "likeness")
            .distinct();
    Dataset<Row> fitting =
        fitting(groups, elsewhere, kinds, false)
            .join(sums.select(col("id").as("sum"), col("likeness")), "likeness")
            .select("incident", "sum");
    Dataset<Row> kindsHere = here.select("incident", "likeness").distinct();
    Dataset<Row> named =
        fitting(groups, kindsHere, kinds, true)
            .join(here, new String[] {"incident", "likeness"})
            .select("incident", "sum")
            .distinct();
    return named
        .withColumn("here", lit(true))
        .union(
            fitting
                .join(named, new String[] {"incident", "sum"}, "left_anti")
                .withColumn("here", lit(false)))
        .select("sum", "incident", "here");
  }

  /** Of incidents and kinds of sums that met, those that fit. */
  private static Dataset<Row> fitting(
      Dataset<Row> groups, Dataset<Row> met, Dataset<Row> kinds, boolean oneArticle) {
    MapFunction<Row, String> incident = row -> row.getString(0);
    CoGroupFunction<String, Row, Row, Row> fit =
        (id, rows, sums) -> fitting(id, rows, sums, oneArticle);
    return groups
        .select("id", "reports")
        .groupByKey(incident, Encoders.STRING())
        .cogroup(
            met.join(kinds, "likeness")
                .select("incident", "likeness", "report")
                .groupByKey(incident, Encoders.STRING()),
            fit,
            Tables.FITTING);
  }

  private static Iterator<Row> fitting(
      String id, Iterator<Row> groups, Iterator<Row> sums, boolean oneArticle) {
    if (!groups.hasNext() || !sums.hasNext()) {
      return List.<Row>of().iterator();
    }
    List<DatedReport> reports = reports(groups.next().getString(1));
    List<Row> fitting = new ArrayList<>();
    while (sums.hasNext()) {
      Row row = sums.next();
      DatedReport sum = report(row.getString(2));
      if (oneArticle ? SumIndex.fits(sum, reports) : SumIndex.isElsewhere(sum, reports)) {
        fitting.add(RowFactory.create(id, row.getString(1)));
      }
    }
    return fitting.iterator();
  }

  private static Iterator<Row> seeking(Row row) {
    return SumIndex.sumKeys(report(row.getString(1))).stream()
        .map(key -> RowFactory.create(key, row.getString(0)))
        .iterator();
  }

  private static Iterator<Row> found(Row row) {
    return SumIndex.memberKeys(reports(row.getString(1))).stream()
        .map(key -> RowFactory.create(key, row.getString(0)))
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
    Dataset<Row> incidents =
        sums.groupBy("sum")
            .agg(
                collect_set(when(col("here"), col("incident"))).as("here"),
                collect_set(when(not(col("here")), col("incident"))).as("elsewhere"));
    return reports
        .where(col("series"))
        .select(col("id").as("sum"), col("article"), col("report"))
        .join(articles.select(col("id").as("article"), col("json")), "article")
        .join(incidents, new String[] {"sum"}, "left")
        .select("sum", "report", "json", "article", "here", "elsewhere")
        .map((MapFunction<Row, Row>) Sums::series, Tables.RESULTS);
  }

  private static Row series(Row row) {
    Article article = Capture.article(row.getString(2), row.getString(3));
    IncidentWriter writer =
        new IncidentWriter(
            wanted -> wanted.equals(article.id()) ? article : null,
            Shared.pipeline().knowledge().gazetteer());
    Series series = new Series(report(row.getString(1)), sorted(row, 4), sorted(row, 5));
    return RowFactory.create(row.getString(0), null, writer.json(series));
  }

  private static List<String> sorted(Row row, int column) {
    return row.isNullAt(column) ? List.of() : List.copyOf(new TreeSet<String>(row.getList(column)));
  }
}
