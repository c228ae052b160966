package org.isnad.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.SparkSession;
import org.isnad.app.Progress;
import org.isnad.app.Run;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.core.pipeline.Problem;
import org.isnad.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inputs that are broken: each is counted, with the others read as locally. */
class BrokenInputsTest {

  private static final Pipeline PIPELINE = new Pipeline(ArabicKnowledge.load());

  @TempDir private Path folder;

  @Test
  void what_cannot_be_read_is_counted_as_locally_and_the_rest_is_read() throws IOException {
    Path in = Files.createDirectory(folder.resolve("in"));
    broken(in);
    Path none = folder.resolve("none.jsonl");
    Path out = folder.resolve("out");
    try (SparkSession spark = Both.local(folder)) {
      spark.conf().set("spark.isnad.bytesPerTask", "1000");
      Archive archive = new Archive(spark, List.of(in, none), null, out.toString(), line -> {});
      long problems = archive.run("captured");
      Store store = Store.create(folder.resolve("store"));
      try (store) {
        Run run = new Run(PIPELINE, 1, Progress.SILENT, Clock.systemUTC());
        List<Problem> locally = run.run(List.of(in, none), null, store).problems();
        assertThat(problems(spark, out)).isEqualTo(sorted(locally)).hasSizeGreaterThan(4);
        assertThat(problems).isEqualTo(locally.size());
        assertThat(spark.read().parquet(out.resolve("captured").toString()).count())
            .isEqualTo(problems + store.articleCount())
            .isGreaterThan(problems);
      }
    }
  }

  @Test
  void a_table_that_is_damaged_inside_is_counted_and_the_rest_is_read() throws IOException {
    Path lines = folder.resolve("articles.jsonl");
    org.isnad.bench.Archive.write(60, lines);
    Path good = folder.resolve("good.parquet");
    Path bad = folder.resolve("bad.parquet");
    Path out = folder.resolve("out");
    try (SparkSession spark = Both.local(folder)) {
      spark.read().json(lines.toString()).coalesce(1).write().parquet(good.toString());
      spark.read().json(lines.toString()).coalesce(1).write().parquet(bad.toString());
      damage(bad);
      Archive archive = new Archive(spark, List.of(good, bad), null, out.toString(), line -> {});
      assertThat(archive.run("captured")).isEqualTo(1);
      assertThat(problems(spark, out)).singleElement().asString().contains("of 60 rows");
      assertThat(archive.make(Stage.CAPTURED).where("json is not null").count()).isEqualTo(60);
    }
  }

  private static void broken(Path in) throws IOException {
    Path lines = in.resolve("1.jsonl");
    org.isnad.bench.Archive.write(30, lines);
    byte[] packed = gzip(Files.readAllBytes(lines));
    Files.write(in.resolve("2-cut.jsonl.gz"), Arrays.copyOf(packed, packed.length / 2));
    Files.write(in.resolve("3-bomb.jsonl.gz"), gzip(new byte[100 << 20]));
    Files.write(in.resolve("4-cut.warc.gz"), cutWarc());
    Files.createSymbolicLink(in.resolve("5-gone.jsonl"), in.resolve("nowhere"));
    Files.writeString(in.resolve("6-bad.jsonl"), "no object\n{\"id\":1}\n" + "x".repeat(5000));
    byte[] noise = new byte[3000];
    new Random(5).nextBytes(noise);
    Files.write(in.resolve("7-noise.bin"), noise);
  }

  private static byte[] cutWarc() throws IOException {
    String html = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>" + "x".repeat(9000);
    String record =
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/\r\n"
            + "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
            + "WARC-Date: 2024-03-10T09:00:00Z\r\n"
            + "Content-Type: application/http; msgtype=response\r\nContent-Length: "
            + html.length()
            + "\r\n\r\n"
            + html
            + "\r\n\r\n";
    byte[] packed = gzip(record.getBytes(StandardCharsets.US_ASCII));
    return Arrays.copyOf(packed, packed.length * 3 / 4);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  /** Spoils what lies in the middle of a table's only file; its footer stays. */
  private static void damage(Path table) throws IOException {
    try (var files = Files.list(table)) {
      for (Path file : files.toList()) {
        if (file.toString().endsWith(".crc")) {
          Files.delete(file);
        } else if (file.toString().endsWith(".parquet")) {
          byte[] bytes = Files.readAllBytes(file);
          Arrays.fill(bytes, 4, bytes.length / 2, (byte) 0x55);
          Files.write(file, bytes);
        }
      }
    }
  }

  private static List<String> problems(SparkSession spark, Path out) {
    return spark
        .read()
        .parquet(out.resolve("captured").toString())
        .where("code is not null")
        .collectAsList()
        .stream()
        .map(row -> row.getString(5) + " " + row.getString(6) + " " + row.getString(7))
        .sorted()
        .toList();
  }

  private static List<String> sorted(List<Problem> problems) {
    List<String> lines = new ArrayList<>();
    problems.forEach(p -> lines.add(p.code().name() + " " + p.where() + " " + p.text()));
    return lines.stream().sorted().toList();
  }
}
