package org.isnad.spark;

import static org.apache.spark.sql.functions.col;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * All stages of one archive, from files to incidents.
 *
 * <pre>{@code
 * Archive archive = new Archive(spark, List.of(Path.of("news")), null, "out", System.err::println);
 * archive.run();
 * Dataset<Row> incidents = spark.read().parquet("out/incidents");
 * }</pre>
 */
public final class Archive {

  private static final String VERSION = "store/version.json";

  private static final List<String> STORED =
      List.of(
          "articles",
          "readings",
          "publications",
          "reports",
          "passages",
          "incidents",
          "series",
          "problems");

  private final SparkSession spark;
  private final Capture capture;
  private final Stages stages;

  /**
   * An archive of these files.
   *
   * @param paths files and folders of articles, in the order in which they are read
   * @param manifest what is known of the texts, or null
   * @param out the folder of the tables, on any file system that Spark writes to
   * @param progress is told of every stage
   */
  public Archive(
      SparkSession spark,
      List<Path> paths,
      @Nullable Path manifest,
      String out,
      Consumer<String> progress) {
    this.spark = spark;
    this.capture = new Capture(spark, paths, manifest);
    this.stages = new Stages(spark, out, Inputs.stamp(capture, manifest), progress);
  }

  /**
   * Makes what is missing.
   *
   * @param last the stage behind which to stop, or null
   * @return how many problems were found
   */
  public long run(@Nullable String last) {
    for (Stage stage : Stage.values()) {
      make(stage);
      if (stage.id().equals(last)) {
        break;
      }
    }
    if (last == null) {
      store();
    }
    return make(Stage.CAPTURED).where(col("code").isNotNull()).count()
        + (last == null ? make(Stage.READ).where(col("code").isNotNull()).count() : 0);
  }

  /**
   * Everything that a store holds, as lines, in the folder {@code store}. Its version is written
   * last and taken away first, so that half of it is never imported.
   */
  private void store() {
    if (!STORED.stream().allMatch(name -> stages.isMade("store/" + name))) {
      stages.forget(VERSION);
    }
    Dataset<Row> read = make(Stage.READ).where(col("reading").isNotNull());
    Dataset<Row> dated = make(Stage.DATED);
    stages.lines("store/articles", () -> StoreRows.articles(make(Stage.ARTICLES)));
    stages.lines("store/readings", () -> StoreRows.cells(read, "id", "reading"));
    stages.lines("store/publications", () -> StoreRows.cells(dated, "id", "published"));
    stages.lines("store/reports", () -> StoreRows.reports(dated, make(Stage.GROUPS)));
    stages.lines("store/passages", () -> StoreRows.passages(dated));
    stages.lines(
        "store/incidents", () -> StoreRows.cells(make(Stage.INCIDENTS), "id", "anchor", "json"));
    stages.lines("store/series", () -> StoreRows.cells(make(Stage.SERIES), "id", "json"));
    stages.lines(
        "store/problems", () -> StoreRows.cells(make(Stage.PROBLEMS), "code", "place", "text"));
    stages.note(VERSION, Shared.json().write(Shared.pipeline().version()));
  }

  /** The table of a stage, made with all that it needs unless it is there. */
  Dataset<Row> make(Stage stage) {
    return stages.table(stage.id(), () -> rows(stage));
  }

  private Dataset<Row> rows(Stage stage) {
    return switch (stage) {
      case CAPTURED -> capture.rows();
      case ARTICLES -> new Articles(stages).of(make(Stage.CAPTURED));
      case READ -> Readings.of(make(Stage.ARTICLES));
      case RECURRING -> Pairs.recurring(Pairs.holders(make(Stage.READ)));
      case PAIRS -> Pairs.of(Pairs.holders(make(Stage.READ)), make(Stage.RECURRING));
      case REUSES -> Reuses.of(make(Stage.PAIRS), make(Stage.ARTICLES));
      case COPIES -> Reuses.copies(make(Stage.REUSES), make(Stage.RECURRING));
      case FAMILIES -> new Components(stages, "_families").of(make(Stage.COPIES));
      case DATED ->
          Dates.of(
              make(Stage.ARTICLES), make(Stage.READ), make(Stage.COPIES), make(Stage.FAMILIES));
      case REPORTS -> Dates.reports(make(Stage.DATED));
      case LINKS -> Links.edges(make(Stage.REPORTS));
      case PARTS -> new Components(stages, "_parts").of(make(Stage.LINKS));
      case GROUPS -> Links.groups(make(Stage.REPORTS), make(Stage.PARTS), make(Stage.DATED));
      case SUMS -> Sums.members(make(Stage.REPORTS), make(Stage.GROUPS));
      case INCIDENTS -> Sums.incidents(make(Stage.GROUPS), make(Stage.SUMS), make(Stage.ARTICLES));
      case SERIES -> Sums.series(make(Stage.REPORTS), make(Stage.SUMS), make(Stage.ARTICLES));
      case PROBLEMS ->
          make(Stage.CAPTURED)
              .where(col("code").isNotNull())
              .select("code", "place", "text")
              .union(
                  make(Stage.READ).where(col("code").isNotNull()).select("code", "place", "text"));
    };
  }
}
