package org.isnad.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.xxhash64;

import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.isnad.core.pipeline.Problem;
import org.isnad.spark.Parts.Numbered;
import org.jspecify.annotations.Nullable;

/**
 * Articles of Parquet files whose columns are named as the fields of JSON Lines are; other columns
 * are passed over. Files of one shape are read as one table, which Spark cuts into tasks by itself.
 *
 * <p>Spark leaves a damaged file without a word. So their footers tell how many rows they have, and
 * what could not be read of them is a problem.
 */
final class ParquetFiles {

  /** The columns of a table of articles. */
  private static final List<String> FIELDS =
      List.of("id", "url", "outlet", "retrieved", "published", "title", "text");

  private static final String FILE = "file_path";

  /** Files whose footers one task reads. */
  private static final int FOOTERS = 64;

  private final SparkSession spark;
  private final List<Problem> problems = new ArrayList<>();

  ParquetFiles(SparkSession spark) {
    this.spark = spark;
  }

  /** What a file's footer says; why there is none in place of its shape. */
  private record Footer(int number, String path, long rows, String shape, @Nullable String reason)
      implements Serializable {

    static Footer of(String path, int number) {
      try (ParquetFileReader reader =
          ParquetFileReader.open(
              HadoopInputFile.fromPath(
                  new org.apache.hadoop.fs.Path(Path.of(path).toUri()), new Configuration()))) {
        String shape = reader.getFooter().getFileMetaData().getSchema().toString();
        return new Footer(number, path, reader.getRecordCount(), shape, null);
      } catch (IOException | RuntimeException e) {
        String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return new Footer(number, path, 0, "", "no Parquet file: " + reason);
      }
    }
  }

  /** A file as the command names it. */
  private record Named(int number, String path) implements Serializable {}

  /** The articles of these files. */
  List<Dataset<Row>> read(List<Numbered> files) {
    if (files.isEmpty()) {
      return List.of();
    }
    Map<String, List<Footer>> shapes = new LinkedHashMap<>();
    for (Footer footer : footers(files)) {
      if (footer.reason == null) {
        shapes.computeIfAbsent(footer.shape, shape -> new ArrayList<>()).add(footer);
      } else {
        problems.add(new Problem(Problem.Code.MALFORMED, footer.path, footer.reason));
      }
    }
    List<Dataset<Row>> tables = new ArrayList<>();
    shapes.values().forEach(same -> table(same, tables));
    return tables;
  }

  /** What was wrong with the files that were read. */
  List<Problem> problems() {
    return problems;
  }

  private List<Footer> footers(List<Numbered> files) {
    List<Named> named = files.stream().map(f -> new Named(f.number(), f.path() + "")).toList();
    return new JavaSparkContext(spark.sparkContext())
        .parallelize(named, (named.size() + FOOTERS - 1) / FOOTERS)
        .map(file -> Footer.of(file.path, file.number))
        .collect();
  }

  private void table(List<Footer> files, List<Dataset<Row>> tables) {
    Dataset<Row> rows =
        spark
            .read()
            .option("ignoreCorruptFiles", "true")
            .option("ignoreMissingFiles", "true")
            .parquet(files.stream().map(f -> literal(f.path)).toArray(String[]::new));
    Set<String> columns = new HashSet<>(List.of(rows.columns()));
    if (!columns.contains("text")) {
      String reason = "no column 'text' in " + columns.stream().sorted().toList();
      files.forEach(f -> problems.add(new Problem(Problem.Code.MALFORMED, f.path, reason)));
      return;
    }
    Column[] fields =
        FIELDS.stream().filter(columns::contains).map(c -> col(c)).toArray(Column[]::new);
    compare(rows, fields, files);
    HashMap<String, Named> names = new HashMap<>();
    files.forEach(f -> names.put(absolute(f.path), new Named(f.number, f.path)));
    tables.add(
        rows.select(
                col("_metadata.file_path").as(FILE),
                col("_metadata.row_index").as("row"),
                to_json(struct(fields)).as("json"))
            .flatMap((FlatMapFunction<Row, Row>) row -> read(names, row), Tables.CAPTURED));
  }

  private static Iterator<Row> read(HashMap<String, Named> names, Row row) {
    Named file = names.get(local(row.getString(0)));
    if (file == null) {
      throw new IllegalStateException("a row of " + row.getString(0) + ", which nobody asked for");
    }
    return Capture.line(file.number, file.path, row.getLong(1), row.getString(2));
  }

  /** Reads everything once and compares how much came with what the footers say. */
  private void compare(Dataset<Row> rows, Column[] fields, List<Footer> files) {
    Map<String, Long> came = new HashMap<>();
    rows.select(col("_metadata.file_path").as(FILE), xxhash64(fields).as("seen"))
        .groupBy(FILE)
        .agg(count(lit(1)), expr("bit_xor(seen)"))
        .collectAsList()
        .forEach(row -> came.put(local(row.getString(0)), row.getLong(1)));
    for (Footer file : files) {
      long read = came.getOrDefault(absolute(file.path), 0L);
      if (read < file.rows) {
        String reason = "damaged: " + read + " of " + file.rows + " rows could be read";
        problems.add(new Problem(Problem.Code.UNREADABLE, file.path, reason));
      }
    }
  }

  private static String local(String uri) {
    return Path.of(URI.create(uri).getPath()).normalize().toString();
  }

  private static String absolute(String path) {
    return Path.of(path).toAbsolutePath().normalize().toString();
  }

  /** A path in which nothing is a pattern. */
  private static String literal(String path) {
    StringBuilder text = new StringBuilder();
    absolute(path)
        .chars()
        .forEach(c -> text.append("[]{}*?\\".indexOf(c) < 0 ? "" : "\\").append((char) c));
    return text.toString();
  }
}
