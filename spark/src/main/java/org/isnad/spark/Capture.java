package org.isnad.spark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.isnad.core.article.Article;
import org.isnad.core.article.ArticleId;
import org.isnad.core.pipeline.Problem;
import org.isnad.io.ArticleSink;
import org.isnad.io.Manifest;
import org.isnad.io.Sources;
import org.jspecify.annotations.Nullable;

/**
 * Reads articles from files as the local run does, one task a file; all workers see the files under
 * the same path.
 */
final class Capture {

  private static final String PARQUET = ".parquet";

  /** What Spark leaves beside the parts of a table that is complete. */
  private static final String DONE = "_SUCCESS";

  /** The columns of a table of articles. */
  private static final List<String> FIELDS =
      List.of("id", "url", "outlet", "retrieved", "published", "title", "text");

  /** An article and the problems with its two days. */
  private static final int ROWS_OF_ONE = 3;

  private final SparkSession spark;
  private final List<Path> paths;
  private final @Nullable Path manifest;

  Capture(SparkSession spark, List<Path> paths, @Nullable Path manifest) {
    this.spark = spark;
    this.paths = paths;
    this.manifest = manifest;
  }

  /** The files, in the order in which they are read, and what is wrong with the folders. */
  List<Path> files(List<Row> problems) {
    Rows sink = new Rows(-1);
    List<Path> files = new ArrayList<>();
    if (manifest != null) {
      Manifest.read(manifest, sink);
    }
    new Sources(Manifest.NONE, sink).files(paths, files::add);
    files.removeIf(file -> file.endsWith(DONE));
    problems.addAll(sink.rows);
    return files;
  }

  /** Articles and problems in the order of the files. */
  Dataset<Row> rows() {
    List<Row> problems = new ArrayList<>();
    List<Path> files = files(problems);
    List<Row> numbered = new ArrayList<>();
    List<Dataset<Row>> tables = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      if (files.get(i).toString().endsWith(PARQUET)) {
        tables.addAll(table(i, files.get(i), problems));
      } else {
        numbered.add(RowFactory.create(i, files.get(i).toString()));
      }
    }
    String known = manifest == null ? null : manifest.toString();
    Dataset<Row> found = spark.createDataset(problems, Tables.CAPTURED);
    for (Dataset<Row> table : tables) {
      found = found.union(table);
    }
    if (numbered.isEmpty()) {
      return found;
    }
    return spark
        .createDataset(numbered, Tables.FILES)
        .repartition(tasks(numbered.size()))
        .mapPartitions((MapPartitionsFunction<Row, Row>) rows -> read(rows, known), Tables.CAPTURED)
        .union(found);
  }

  /**
   * The articles of a Parquet file whose columns are named as the fields of JSON Lines are; other
   * columns are passed over. A file that is none, or has no texts, is one problem.
   */
  private List<Dataset<Row>> table(int number, Path file, List<Row> problems) {
    try {
      Dataset<Row> rows =
          spark.read().option("ignoreCorruptFiles", "true").parquet(file.toString());
      Set<String> columns = new HashSet<>(List.of(rows.columns()));
      if (!columns.contains("text")) {
        problems.add(
            problem(number, file, "no column 'text' in " + columns.stream().sorted().toList()));
        return List.of();
      }
      Column[] fields =
          FIELDS.stream().filter(columns::contains).map(functions::col).toArray(Column[]::new);
      String name = file.toString();
      return List.of(
          rows.select(
                  functions.col("_metadata.row_index").as("row"),
                  functions.to_json(functions.struct(fields)).as("json"))
              .flatMap(
                  (FlatMapFunction<Row, Row>) row -> read(number, name, row), Tables.CAPTURED));
    } catch (Exception e) {
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      problems.add(problem(number, file, "no Parquet file: " + reason));
      return List.of();
    }
  }

  private static Iterator<Row> read(int number, String file, Row row) {
    Rows sink = new Rows(number, row.getLong(0) * ROWS_OF_ONE);
    new Sources(Manifest.NONE, sink).line(file + "#" + row.getLong(0), row.getString(1));
    return sink.rows.iterator();
  }

  private static Row problem(int number, Path file, String reason) {
    Rows sink = new Rows(number);
    sink.problem(new Problem(Problem.Code.MALFORMED, file.toString(), reason));
    return sink.rows.getFirst();
  }

  /** One task a file, but many small files share one. */
  private int tasks(int files) {
    return Math.min(files, Math.max(200, 4 * spark.sparkContext().defaultParallelism()));
  }

  private static Iterator<Row> read(Iterator<Row> files, @Nullable String manifest) {
    Manifest known =
        manifest == null ? Manifest.NONE : Manifest.read(Path.of(manifest), new Rows(0));
    List<Row> all = new ArrayList<>();
    while (files.hasNext()) {
      Row file = files.next();
      Rows sink = new Rows(file.getInt(0));
      new Sources(known, sink).read(List.of(Path.of(file.getString(1))));
      all.addAll(sink.rows);
    }
    return all.iterator();
  }

  /** The article of a line, under its final name. */
  static Article article(String json, String id) {
    return Shared.json().read(json, Article.class).named(new ArticleId(id));
  }

  /** Makes rows of what is read. */
  private static final class Rows implements ArticleSink {
    private final int file;
    private final long first;
    private final List<Row> rows = new ArrayList<>();

    Rows(int file) {
      this(file, 0);
    }

    Rows(int file, long first) {
      this.file = file;
      this.first = first;
    }

    @Override
    public void article(Article article) {
      rows.add(
          RowFactory.create(
              file,
              first + rows.size(),
              article.id().value(),
              Shared.json().write(article),
              null,
              null,
              null));
    }

    @Override
    public void problem(Problem problem) {
      rows.add(
          RowFactory.create(
              file,
              first + rows.size(),
              null,
              null,
              problem.code().name(),
              problem.where(),
              problem.text()));
    }
  }
}
