package org.isnad.spark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.TaskCompletionListener;
import org.isnad.core.article.Article;
import org.isnad.core.article.ArticleId;
import org.isnad.core.pipeline.Problem;
import org.isnad.io.ArticleSink;
import org.isnad.io.Manifest;
import org.isnad.io.Sources;
import org.jspecify.annotations.Nullable;

/**
 * Reads articles from files as the local run does; all workers see the files under the same path.
 * What cannot be read is a problem and ends nothing, also where reading a file fails altogether.
 */
final class Capture {

  private static final String PARQUET = ".parquet";

  /** What Spark leaves beside the parts of a table that is complete. */
  private static final String DONE = "_SUCCESS";

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
    List<Parts.Numbered> plain = new ArrayList<>();
    List<Parts.Numbered> parquet = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      boolean isTable = files.get(i).toString().endsWith(PARQUET);
      (isTable ? parquet : plain).add(new Parts.Numbered(i, files.get(i)));
    }
    ParquetFiles tables = new ParquetFiles(spark);
    List<Dataset<Row>> captured = new ArrayList<>(tables.read(parquet));
    Rows sink = new Rows(-1);
    tables.problems().forEach(sink::problem);
    problems.addAll(sink.rows);
    if (!plain.isEmpty()) {
      captured.add(read(plain));
    }
    captured.add(spark.createDataset(problems, Tables.CAPTURED));
    return captured.stream().reduce(Dataset::union).orElseThrow();
  }

  private Dataset<Row> read(List<Parts.Numbered> files) {
    String known = manifest == null ? null : manifest.toString();
    JavaRDD<Row> rows =
        new Parts(spark)
            .of(files)
            .flatMap(
                parts -> {
                  Pushed pushed = new Pushed(sink -> read(parts, known, sink));
                  TaskContext.get()
                      .addTaskCompletionListener((TaskCompletionListener) task -> pushed.close());
                  return pushed;
                });
    return spark.createDataFrame(rows, Tables.CAPTURED.schema());
  }

  /** The rows of one article that stands in a row of a table as a line of JSON Lines would. */
  static Iterator<Row> line(int number, String file, long row, String json) {
    List<Row> rows = new ArrayList<>();
    Rows sink = new Rows(number, row * ROWS_OF_ONE, rows::add);
    new Sources(Manifest.NONE, sink).line(file + "#" + row, json);
    return rows.iterator();
  }

  private static void read(List<Part> parts, @Nullable String manifest, Consumer<Row> rows) {
    Manifest known =
        manifest == null ? Manifest.NONE : Manifest.read(Path.of(manifest), new Rows(0));
    for (Part part : parts) {
      Rows sink = new Rows(part.file(), part.firstRow(), rows);
      try {
        Sources sources = new Sources(known, sink);
        if (part.isWhole()) {
          sources.read(List.of(Path.of(part.path())));
        } else {
          sources.read(part.stretch());
        }
      } catch (CancellationException e) {
        throw e;
      } catch (RuntimeException | StackOverflowError e) {
        sink.problem(
            new Problem(Problem.Code.INTERNAL, part.path(), "reading the rest of it failed: " + e));
      }
    }
  }

  /** The article of a line, under its final name. */
  static Article article(String json, String id) {
    return Shared.json().read(json, Article.class).named(new ArticleId(id));
  }

  /** Makes rows of what is read, and keeps them where nobody else takes them. */
  private static final class Rows implements ArticleSink {
    private final int file;
    private final Consumer<Row> taker;
    private final List<Row> rows = new ArrayList<>();
    private long seq;

    Rows(int file) {
      this.file = file;
      this.taker = rows::add;
    }

    Rows(int file, long first, Consumer<Row> taker) {
      this.file = file;
      this.seq = first;
      this.taker = taker;
    }

    @Override
    public void article(Article article) {
      String hash = Digest.of(article.text());
      String json = Shared.json().write(article);
      taker.accept(
          RowFactory.create(file, seq++, article.id().value(), hash, json, null, null, null));
    }

    @Override
    public void problem(Problem problem) {
      taker.accept(
          RowFactory.create(
              file,
              seq++,
              null,
              null,
              null,
              problem.code().name(),
              problem.where(),
              problem.text()));
    }
  }
}
