package org.isnad.spark;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.isnad.app.Collection;
import org.isnad.app.Extract;
import org.isnad.app.Progress;
import org.isnad.core.article.Article;
import org.isnad.core.article.ArticleId;
import org.isnad.core.incident.Resolution;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.io.IncidentWriter;
import org.jspecify.annotations.Nullable;

/** The same articles by the local run and by Spark. */
final class Both {

  private Both() {}

  /** Two threads of this machine. */
  static SparkSession local(Path folder) {
    return SparkSession.builder()
        .master("local[2]")
        .appName("test")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.codegen.wholeStage", "false")
        .config("spark.local.dir", folder.resolve("scratch").toString())
        .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toString())
        .getOrCreate();
  }

  /** Incidents and sums of the local run, one line each, in the order of their ids. */
  static List<String> local(Pipeline pipeline, Path path, @Nullable Path manifest) {
    Extract.Input input = Extract.Input.read(List.of(path), manifest);
    Collection all = Collection.of(input.articles(), pipeline, 2, Progress.SILENT);
    Map<ArticleId, Article> articles = new HashMap<>();
    input.articles().forEach(a -> articles.put(a.id(), a));
    IncidentWriter writer = new IncidentWriter(articles::get, pipeline.knowledge().gazetteer());
    Resolution resolution = all.resolution();
    Map<String, List<String>> sums = resolution.sums();
    List<String> lines =
        new java.util.ArrayList<>(
            resolution.incidents().stream()
                .map(i -> writer.json(i, sums.getOrDefault(i.id(), List.of())))
                .toList());
    resolution.series().forEach(s -> lines.add(writer.json(s)));
    return lines;
  }

  /** The same of Spark's tables. */
  static List<String> spark(SparkSession spark, Path out) {
    List<String> lines = new java.util.ArrayList<>();
    for (String table : List.of("incidents", "series")) {
      spark.read().parquet(out.resolve(table).toString()).orderBy("id").collectAsList().stream()
          .map((Row row) -> row.getString(2))
          .forEach(lines::add);
    }
    return lines;
  }
}
