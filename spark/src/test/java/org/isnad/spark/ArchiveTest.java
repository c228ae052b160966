package org.isnad.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.isnad.app.ArchiveImport;
import org.isnad.app.Progress;
import org.isnad.app.Run;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.store.IncidentFilter;
import org.isnad.store.Store;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

  private static final Path SAMPLES = Path.of("..", "samples");

  private static final Pipeline PIPELINE = new Pipeline(ArabicKnowledge.load());

  @TempDir private Path folder;

  @Test
  void the_samples_give_the_same_incidents_as_locally_and_a_second_start_makes_nothing_anew()
      throws Exception {
    Path manifest = SAMPLES.resolve("manifest.csv");
    Path out = folder.resolve("out");
    List<String> progress = new ArrayList<>();
    try (SparkSession spark = Both.local(folder)) {
      new Archive(spark, List.of(SAMPLES), manifest, out.toString(), progress::add).run(null);
      assertThat(Both.spark(spark, out))
          .isNotEmpty()
          .isEqualTo(Both.local(PIPELINE, folder, manifest, SAMPLES));
      assertThat(stored(imported(out))).isEqualTo(stored(ran("ran", manifest, SAMPLES)));
      progress.clear();
      new Archive(spark, List.of(SAMPLES), manifest, out.toString(), progress::add).run(null);
      assertThat(progress)
          .hasSize(Stage.values().length)
          .allMatch(line -> line.endsWith("is there"));
    }
  }

  @Test
  void a_table_of_articles_is_read_as_the_lines_it_was_made_of() throws Exception {
    Path lines = folder.resolve("articles.jsonl");
    Path table = folder.resolve("table.parquet");
    org.isnad.bench.Archive.write(60, lines);
    try (SparkSession spark = Both.local(folder)) {
      spark.read().json(lines.toString()).coalesce(1).write().parquet(table.toString());
      Path none = Files.writeString(folder.resolve("none.parquet"), "no table");
      Path out = folder.resolve("out");
      long problems =
          new Archive(spark, List.of(table, none), null, out.toString(), line -> {}).run(null);
      assertThat(problems).isEqualTo(1);
      assertThat(Both.spark(spark, out))
          .isNotEmpty()
          .isEqualTo(Both.local(PIPELINE, folder, null, lines));
    }
  }

  @Test
  @Tag("slow")
  void articles_that_repeat_and_names_that_others_have_come_into_a_store_as_by_a_run()
      throws Exception {
    Path lines = folder.resolve("articles.jsonl");
    org.isnad.bench.Archive.write(40, lines);
    List<String> articles = Files.readAllLines(lines);
    Path more = folder.resolve("more.jsonl");
    List<String> again = new ArrayList<>(articles.subList(0, 20));
    again.add(articles.get(0).replace("a0000000", "a0000001"));
    again.add(articles.get(3).replace("\"outlet\"", "\"elsewhere\""));
    Files.write(lines, again, StandardOpenOption.APPEND);
    Files.write(more, articles.stream().map(line -> other(line)).toList());
    Path out = folder.resolve("out");
    try (SparkSession spark = Both.local(folder)) {
      new Archive(spark, List.of(lines), null, out.toString(), line -> {}).run(null);
    }
    assertThat(stored(imported(out))).isEqualTo(stored(ran("ran", null, lines)));

    try (Store store = ran("filled", null, more)) {
      importer(store).read(out);
    }
    Store both = ran("both", null, more);
    new Run(PIPELINE, 1, Progress.SILENT, Clock.systemUTC()).run(List.of(lines), null, both);
    assertThat(stored(Store.open(folder.resolve("filled")))).isEqualTo(stored(both));
  }

  /** The same event under a later day, by the same name. */
  private static String other(String line) {
    return line.replace("2015-", "2016-").replace("\"text\":\"", "\"text\":\"عاجل: ");
  }

  /** Everything that a store tells of its articles. */
  private static List<String> stored(Store store) {
    List<String> rows = new ArrayList<>();
    try (store) {
      store
          .incidents(IncidentFilter.ALL, null, 1000)
          .forEach(i -> rows.add(i.version() + " " + i.reportCount() + " " + i.json()));
      rows.addAll(store.series());
      store.reports(report -> rows.add(report.toString()));
      store.articles().forEach(article -> rows.add(article.toString()));
      rows.add(store.incidentIds().toString());
      rows.add(store.sizes().toString());
    }
    return rows;
  }

  private Store imported(Path out) {
    Store store = Store.create(folder.resolve("imported"));
    importer(store).read(out);
    return store;
  }

  private static ArchiveImport importer(Store store) {
    Run run = new Run(PIPELINE, 1, Progress.SILENT, Clock.systemUTC());
    return new ArchiveImport(store, PIPELINE, run, Progress.SILENT, Clock.systemUTC());
  }

  private Store ran(String name, @Nullable Path manifest, Path... paths) {
    Store store = Store.create(folder.resolve(name));
    Run run = new Run(PIPELINE, 1, Progress.SILENT, Clock.systemUTC());
    run.run(List.of(paths), manifest, store);
    return store;
  }
}
