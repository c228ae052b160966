package org.isnad.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * The tables of one job, each a folder of Parquet files beside a stamp that says what it was made
 * of. A table whose folder is complete and whose stamp is the same is read and not made again.
 */
final class Stages {

  private final SparkSession spark;
  private final String folder;
  private final String stamp;
  private final Consumer<String> progress;
  private final List<String> rounds = new ArrayList<>();
  private final Map<String, Dataset<Row>> known = new HashMap<>();

  /**
   * Tables in {@code folder}.
   *
   * @param stamp says which inputs and which version of the pipeline they are made of
   * @param progress is told of every stage
   */
  Stages(SparkSession spark, String folder, String stamp, Consumer<String> progress) {
    this.spark = spark;
    this.folder = folder;
    this.stamp = stamp;
    this.progress = progress;
  }

  /** The table of this name, made by {@code maker} unless it is there. */
  Dataset<Row> table(String name, Supplier<Dataset<Row>> maker) {
    Dataset<Row> table = known.get(name);
    if (table == null) {
      table = made(name, maker);
      known.put(name, table);
    }
    return table;
  }

  private Dataset<Row> made(String name, Supplier<Dataset<Row>> maker) {
    String path = folder + "/" + name;
    if (isMade(name)) {
      progress.accept(name + ": is there");
    } else {
      long start = System.nanoTime();
      remove(stampOf(name));
      maker.get().write().mode(SaveMode.Overwrite).parquet(path);
      write(stampOf(name), stamp);
      rounds.forEach(round -> remove(new Path(folder + "/" + round)));
      rounds.clear();
      progress.accept(name + ": " + (System.nanoTime() - start) / 1_000_000_000 + " s");
    }
    return spark.read().parquet(path);
  }

  /** Lines of text in gzipped files, made unless they are there. */
  void lines(String name, Supplier<Dataset<String>> maker) {
    if (!isMade(name)) {
      remove(stampOf(name));
      maker
          .get()
          .write()
          .mode(SaveMode.Overwrite)
          .option("compression", "gzip")
          .text(folder + "/" + name);
      write(stampOf(name), stamp);
      progress.accept(name + ": written");
    }
  }

  /**
   * Writes and reads a table of a loop whose number of rounds is not known beforehand; it is taken
   * away when the table that the loop was for is written.
   */
  Dataset<Row> round(String name, Dataset<Row> rows) {
    rounds.add(name);
    String path = folder + "/" + name;
    rows.write().mode(SaveMode.Overwrite).parquet(path);
    return spark.read().parquet(path);
  }

  /** Writes a small file, whole or not at all. */
  void note(String name, String content) {
    Path path = new Path(folder + "/" + name);
    Path begun = new Path(folder + "/" + name + ".begun");
    write(begun, content);
    remove(path);
    try {
      if (!files().rename(begun, path)) {
        throw new IOException(begun + " could not be renamed to " + path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes a small file away. */
  void forget(String name) {
    remove(new Path(folder + "/" + name));
  }

  /** Whether a table, or lines, of this name are complete and made of these inputs. */
  boolean isMade(String name) {
    try {
      Path success = new Path(folder + "/" + name + "/_SUCCESS");
      return files().exists(success) && stamp.equals(read(stampOf(name)));
    } catch (FileNotFoundException | ChecksumException e) {
      // a stamp that was being written when the job was killed
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path stampOf(String name) {
    return new Path(folder + "/_stamps/" + name);
  }

  private String read(Path path) throws IOException {
    try (var in = files().open(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void write(Path path, String content) {
    try (FSDataOutputStream out = files().create(path, true)) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void remove(Path path) {
    try {
      files().delete(path, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FileSystem files() throws IOException {
    return new Path(folder).getFileSystem(spark.sparkContext().hadoopConfiguration());
  }
}
