package org.isnad.spark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
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
    problems.addAll(sink.rows);
    return files;
  }

  /** Articles and problems in the order of the files. */
  Dataset<Row> rows() {
    List<Row> problems = new ArrayList<>();
    List<Path> files = files(problems);
    List<Row> numbered = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      numbered.add(RowFactory.create(i, files.get(i).toString()));
    }
    String known = manifest == null ? null : manifest.toString();
    Dataset<Row> found = spark.createDataset(problems, Tables.CAPTURED);
    if (numbered.isEmpty()) {
      return found;
    }
    return spark
        .createDataset(numbered, Tables.FILES)
        .repartition(tasks(numbered.size()))
        .mapPartitions((MapPartitionsFunction<Row, Row>) rows -> read(rows, known), Tables.CAPTURED)
        .union(found);
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
    private final List<Row> rows = new ArrayList<>();

    Rows(int file) {
      this.file = file;
    }

    @Override
    public void article(Article article) {
      rows.add(
          RowFactory.create(
              file,
              (long) rows.size(),
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
              (long) rows.size(),
              null,
              null,
              problem.code().name(),
              problem.where(),
              problem.text()));
    }
  }
}
