package org.isnad.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.pipeline.Pipeline;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs that are stopped, killed, or started again over something else. */
@Tag("slow")
class ResumeTest {

  @TempDir private Path folder;

  private final Pipeline pipeline = new Pipeline(ArabicKnowledge.load());

  @Test
  void a_job_killed_in_the_middle_of_its_stages_goes_on_and_comes_to_the_same() throws Exception {
    Path in = folder.resolve("articles.jsonl");
    org.isnad.bench.Archive.write(150, in);
    Path out = folder.resolve("out");
    try (LoopbackCluster machine = new LoopbackCluster(folder, classPath())) {
      for (String stage : List.of("read", "dated", "store/reports")) {
        killedIn(stage, machine, in, out);
        assertThat(out.resolve("store").resolve("version.json")).doesNotExist();
      }
    }
    try (SparkSession spark = Both.local(folder)) {
      List<String> progress = run(spark, in, out);
      assertThat(progress).filteredOn(line -> line.endsWith("is there")).isNotEmpty();
      assertThat(Both.spark(spark, out))
          .isNotEmpty()
          .isEqualTo(Both.local(pipeline, folder, null, in));
      assertThat(run(spark, in, out)).allMatch(line -> line.endsWith("is there"));
    }
  }

  @Test
  void what_was_made_of_another_file_or_by_other_knowledge_is_made_anew() throws Exception {
    Path in = folder.resolve("articles.jsonl");
    Path other = folder.resolve("other.jsonl");
    org.isnad.bench.Archive.write(20, in);
    org.isnad.bench.Archive.write(40, other);
    Path out = folder.resolve("out");
    try (SparkSession spark = Both.local(folder)) {
      run(spark, in, out);
      List<String> before = Both.spark(spark, out);
      Files.copy(other, in, StandardCopyOption.REPLACE_EXISTING);
      assertThat(run(spark, in, out)).noneMatch(line -> line.endsWith("is there"));
      assertThat(Both.spark(spark, out))
          .isNotEqualTo(before)
          .isEqualTo(Both.local(pipeline, folder, null, in));

      Path stamps = out.resolve("_stamps");
      Path stamp = stamps.resolve("dated");
      String knowledge = pipeline.version().knowledge();
      Files.writeString(stamp, Files.readString(stamp).replace(knowledge, "other"));
      Files.delete(stamps.resolve(".dated.crc"));
      Files.writeString(stamps.resolve("links"), "half a stamp");
      assertThat(run(spark, in, out))
          .filteredOn(line -> !line.endsWith("is there"))
          .hasSize(2)
          .anyMatch(line -> line.startsWith("dated:"))
          .anyMatch(line -> line.startsWith("links:"));
    }
  }

  @Test
  void a_stage_that_there_is_not_and_tables_among_the_inputs_are_refused() throws Exception {
    String in = folder.resolve("in").toString();
    try (LoopbackCluster machine = new LoopbackCluster(folder, classPath())) {
      for (List<String> wrong :
          List.of(
              List.of("--out", in + "-out", "--until", "linked", in),
              List.of("--out", in + "/out", in),
              List.of("--out", in))) {
        List<String> call = new ArrayList<>(List.of("org.isnad.spark.Job"));
        call.addAll(wrong);
        Process job = machine.start("wrong", List.of("-Xmx256m"), call);
        assertThat(job.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(job.exitValue()).as(machine.log("wrong")).isEqualTo(2);
      }
    }
  }

  private static List<String> run(SparkSession spark, Path in, Path out) {
    List<String> progress = new ArrayList<>();
    new Archive(spark, List.of(in), null, out.toString(), progress::add).run(null);
    return progress;
  }

  /** Starts the job and kills it, as {@code kill -9} does, while a stage is being written. */
  private void killedIn(String stage, LoopbackCluster machine, Path in, Path out) throws Exception {
    Process job =
        machine.start(
            "until-" + stage.replace('/', '-'),
            List.of(
                "-Xmx1g",
                "-Dspark.master=local[2]",
                "-Dspark.ui.enabled=false",
                "-Dspark.driver.host=" + LoopbackCluster.LOOPBACK,
                "-Dspark.driver.bindAddress=" + LoopbackCluster.LOOPBACK,
                "-Dspark.sql.shuffle.partitions=2",
                "-Dspark.sql.warehouse.dir=" + folder.resolve("warehouse"),
                "-Dspark.local.dir=" + folder.resolve("scratch")),
            List.of("org.isnad.spark.Job", "--out", out.toString(), in.toString()));
    Path begun = out.resolve(stage).resolve("_temporary");
    Instant end = Instant.now().plus(Duration.ofMinutes(10));
    while (job.isAlive() && !Files.exists(begun)) {
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(5);
    }
    job.destroyForcibly();
    assertThat(job.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(out.resolve(stage).resolve("_SUCCESS")).doesNotExist();
  }

  /** The classes of this build without its tests. */
  private static List<String> classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.endsWith("test-classes") && !entry.contains("junit"))
        .toList();
  }
}
