package org.isnad.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/**
 * The one jar, as {@code spark-submit} starts it: its main class in a Java machine that knows
 * Spark's jars and nothing of this build. Run behind {@code package}, which makes the jar.
 */
@Tag("slow")
class SubmitIT {

  private static final Path SAMPLES = Path.of("..", "samples").toAbsolutePath().normalize();
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Path JAR = TARGET.resolve("isnad-spark-job.jar");

  @TempDir private Path folder;

  @Test
  void the_one_jar_runs_on_this_machine() throws Exception {
    try (LoopbackCluster alone = new LoopbackCluster(folder, spark())) {
      submit(alone, "local[2]");
    }
    assertSameAsLocally();
  }

  @Test
  void the_one_jar_is_all_that_a_cluster_needs() throws Exception {
    try (LoopbackCluster cluster = new LoopbackCluster(folder, spark())) {
      cluster.start();
      submit(cluster, cluster.master());
      for (String name : List.of("one", "two")) {
        assertThat(cluster.log("worker-" + name)).contains("Asked to launch executor");
      }
    }
    assertSameAsLocally();
  }

  private void submit(LoopbackCluster cluster, String master) throws Exception {
    List<String> call = new ArrayList<>(List.of("org.apache.spark.deploy.SparkSubmit"));
    call.addAll(List.of("--master", master, "--class", "org.isnad.spark.Job"));
    for (String setting :
        List.of(
            "spark.ui.enabled=false",
            "spark.driver.host=" + LoopbackCluster.LOOPBACK,
            "spark.driver.bindAddress=" + LoopbackCluster.LOOPBACK,
            "spark.executor.memory=900m",
            "spark.executor.cores=1",
            "spark.sql.shuffle.partitions=2",
            "spark.sql.warehouse.dir=" + folder.resolve("warehouse"),
            "spark.local.dir=" + folder.resolve("scratch"))) {
      call.addAll(List.of("--conf", setting));
    }
    call.addAll(List.of(JAR.toString(), "--out", folder.resolve("out").toString()));
    call.addAll(List.of("--manifest", SAMPLES.resolve("manifest.csv").toString()));
    call.add(SAMPLES.toString());
    Process submit = cluster.start("submit", List.of("-Xmx1g"), call);
    assertThat(submit.waitFor(20, TimeUnit.MINUTES)).isTrue();
    assertThat(submit.exitValue()).as(cluster.end("submit")).isZero();
  }

  private void assertSameAsLocally() throws IOException {
    try (SparkSession spark = Both.local(folder)) {
      assertThat(Both.spark(spark, folder.resolve("out")))
          .isNotEmpty()
          .isEqualTo(
              Both.local(
                  new Pipeline(ArabicKnowledge.load()),
                  folder,
                  SAMPLES.resolve("manifest.csv"),
                  SAMPLES));
    }
  }

  /** Spark's jars alone: what the job brings itself is in its jar, under other names. */
  private static List<String> spark() throws IOException {
    String all = Files.readString(TARGET.resolve("spark.classpath")).strip();
    return Stream.of(all.split(File.pathSeparator))
        .filter(entry -> !entry.contains(File.separator + "tools" + File.separator + "jackson"))
        .filter(entry -> !entry.contains("jspecify"))
        .toList();
  }
}
