package org.isnad.spark;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.isnad.app.Progress;
import org.isnad.app.Run;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.store.IncidentFilter;
import org.isnad.store.Store;
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
  static List<String> local(
      Pipeline pipeline, Path folder, @Nullable Path manifest, Path... paths) {
    Run run = new Run(pipeline, 2, Progress.SILENT, Clock.systemUTC());
    try (Store store = Store.create(folder.resolve("local-" + System.nanoTime()))) {
      run.run(List.of(paths), manifest, store);
      TreeMap<String, String> incidents = new TreeMap<>();
      store.incidents(
          IncidentFilter.ALL, null, Integer.MAX_VALUE, i -> incidents.put(i.id(), i.json()));
      List<String> lines = new ArrayList<>(incidents.values());
      lines.addAll(store.series());
      return lines;
    }
  }

  /** The same of Spark's tables. */
  static List<String> spark(SparkSession spark, Path out) {
    List<String> lines = new ArrayList<>();
    for (String table : List.of("incidents", "series")) {
      spark.read().parquet(out.resolve(table).toString()).orderBy("id").collectAsList().stream()
          .map((Row row) -> row.getString(2))
          .forEach(lines::add);
    }
    return lines;
  }
}
