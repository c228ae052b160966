package org.isnad.spark;

import static org.apache.spark.sql.functions.ceil;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.isnad.core.article.ArticleId;
import org.isnad.core.dating.DatedReport;
import org.isnad.core.incident.BlockKey;
import org.isnad.core.incident.Incident;
import org.isnad.core.incident.IncidentIds;
import org.isnad.core.incident.IncidentLinker;
import org.isnad.core.incident.Resolution;
import org.isnad.core.reuse.Lineage;
import org.isnad.core.reuse.Stretch;

/**
 * Brings reports of one event together. Reports that look alike to the linker are one node; nodes
 * that meet under a key are compared, those under a frequent key in squares of buckets; and what
 * can be linked at all, directly or through others, is linked by the linker itself.
 */
final class Links {

  /** Nodes under one part of a key that are compared in one task, pair by pair. */
  private static final int BUCKET = 2000;

  private Links() {}

  /** Pairs of nodes that can be linked. */
  static Dataset<Row> edges(Dataset<Row> reports) {
    Dataset<Row> nodes =
        reports
            .where(col("series").equalTo(false))
            .groupBy("likeness")
            .agg(min_by(col("report"), col("id")).as("report"), first("keys").as("keys"));
    Dataset<Row> filed =
        nodes.select(col("likeness"), col("report"), explode(col("keys")).as("key"));
    Dataset<Row> sizes =
        filed
            .groupBy("key")
            .agg(count(lit(1)).as("nodes"))
            .where(col("nodes").gt(1))
            .select(
                col("key"), ceil(col("nodes").divide(lit(BUCKET))).cast("bigint").as("buckets"));
    Dataset<Row> squares =
        filed
            .join(sizes, "key")
            .withColumn("own", pmod(xxhash64(col("likeness")), col("buckets")))
            .withColumn("other", explode(sequence(lit(0L), col("buckets").minus(1))))
            .select(
                concat_ws(
                        "#",
                        least(col("own"), col("other")),
                        greatest(col("own"), col("other")),
                        col("key"))
                    .as("square"),
                col("key"),
                col("own"),
                col("other"),
                col("likeness"),
                col("report"));
    MapFunction<Row, String> square = row -> row.getString(0);
    return squares
        .groupByKey(square, Encoders.STRING())
        .flatMapGroups((FlatMapGroupsFunction<String, Row, Row>) Links::compare, Tables.EDGES)
        .distinct();
  }

  /** A node under a key. */
  private record Filed(String likeness, long bucket, BlockKey.Role role, DatedReport report) {}

  private static Iterator<Row> compare(String square, Iterator<Row> rows) {
    List<Filed> filed = new ArrayList<>();
    boolean diagonal = false;
    while (rows.hasNext()) {
      Row row = rows.next();
      DatedReport report = Shared.json().read(row.getString(5), DatedReport.class);
      diagonal |= row.getLong(2) == row.getLong(3);
      for (BlockKey key : Shared.pipeline().blockKeys(report)) {
        if (key.value().equals(row.getString(1))) {
          filed.add(new Filed(row.getString(4), row.getLong(2), key.role(), report));
        }
      }
    }
    return edges(filed, diagonal).iterator();
  }

  private static List<Row> edges(List<Filed> filed, boolean diagonal) {
    List<Row> edges = new ArrayList<>();
    if (filed.stream().allMatch(one -> one.role == BlockKey.Role.FOUND)) {
      return edges;
    }
    Groups known = new Groups();
    for (int i = 0; i < filed.size(); i++) {
      Filed a = filed.get(i);
      for (int j = 0; j < i; j++) {
        Filed b = filed.get(j);
        boolean here = diagonal || a.bucket != b.bucket;
        boolean meet = new BlockKey("", a.role).meets(b.role);
        if (here
            && meet
            && !known.together(a.likeness, b.likeness)
            && IncidentLinker.mayLink(a.report, b.report)) {
          known.join(a.likeness, b.likeness);
          edges.add(RowFactory.create(a.likeness, b.likeness));
        }
      }
    }
    return edges;
  }

  /** What is joined already need not be compared again: only the parts of the graph count. */
  private static final class Groups {
    private final Map<String, String> above = new HashMap<>();

    boolean together(String a, String b) {
      return root(a).equals(root(b));
    }

    void join(String a, String b) {
      above.put(root(a), root(b));
    }

    private String root(String node) {
      String at = node;
      String up = above.getOrDefault(at, at);
      while (!up.equals(at)) {
        String top = above.getOrDefault(up, up);
        above.put(at, top);
        at = up;
        up = top;
      }
      return at;
    }
  }

  /** The incidents' reports, part by part of the graph. */
  static Dataset<Row> groups(Dataset<Row> reports, Dataset<Row> parts, Dataset<Row> dated) {
    Dataset<Row> stretches = dated.select(col("id").as("article"), col("family"), col("stretches"));
    MapFunction<Row, String> part = row -> row.getString(0);
    return reports
        .where(col("series").equalTo(false))
        .join(parts, col("likeness").equalTo(col("node")), "left")
        .join(stretches, "article")
        .select(
            coalesce(col("part"), col("likeness")).as("part"),
            col("report"),
            col("article"),
            col("family"),
            col("stretches"))
        .groupByKey(part, Encoders.STRING())
        .flatMapGroups((FlatMapGroupsFunction<String, Row, Row>) Links::link, Tables.GROUPS);
  }

  private static Iterator<Row> link(String part, Iterator<Row> rows) {
    List<DatedReport> reports = new ArrayList<>();
    Texts texts = new Texts();
    while (rows.hasNext()) {
      Row row = rows.next();
      reports.add(Shared.json().read(row.getString(1), DatedReport.class));
      texts.add(row.getString(2), row.getString(3), row.getString(4));
    }
    Lineage lineage = Lineage.ofTexts(texts.all);
    Resolution resolution = Resolution.of(reports, lineage, IncidentIds.NONE);
    List<Row> groups = new ArrayList<>();
    for (Incident incident : resolution.incidents()) {
      TreeMap<String, List<Stretch>> shared = new TreeMap<>();
      for (DatedReport report : incident.reports()) {
        ArticleId article = report.report().article();
        shared.put(article.value(), texts.all.getOrDefault(article, List.of()));
      }
      groups.add(
          RowFactory.create(
              incident.id(),
              resolution.ids().anchors().get(incident.id()),
              shared.keySet().toArray(String[]::new),
              Shared.json().write(incident.reports()),
              Shared.json().write(List.copyOf(shared.values()))));
    }
    return groups.iterator();
  }

  /** Numbers the texts of several families apart. */
  private static final class Texts {
    private final Map<ArticleId, List<Stretch>> all = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    void add(String article, String family, String json) {
      all.computeIfAbsent(
          new ArticleId(article),
          id ->
              Shared.json().readAll(json, Stretch.class).stream()
                  .map(s -> new Stretch(s.span(), number(family + "/" + s.text())))
                  .toList());
    }

    private int number(String name) {
      return numbers.computeIfAbsent(name, n -> numbers.size());
    }
  }
}
