package org.isnad.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.pipeline.Pipeline;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job as a driver of its own beside a master and two workers. */
@Tag("slow")
class ClusterTest {

  private static final Path SAMPLES = Path.of("..", "samples").toAbsolutePath().normalize();

  @TempDir private Path folder;

  @Test
  void a_master_and_two_workers_give_the_same_incidents_as_the_local_run() throws Exception {
    Path out = folder.resolve("out");
    try (LoopbackCluster cluster = new LoopbackCluster(folder, classPath())) {
      cluster.start();
      Process driver = driver(cluster, out);
      assertThat(driver.waitFor(20, TimeUnit.MINUTES)).isTrue();
      assertThat(driver.exitValue()).as(cluster.end("driver")).isZero();
      for (String name : List.of("one", "two")) {
        assertThat(cluster.log("worker-" + name)).contains("Asked to launch executor");
      }
    }
    try (SparkSession spark = Both.local(folder)) {
      assertThat(Both.spark(spark, out))
          .isNotEmpty()
          .isEqualTo(
              Both.local(
                  new Pipeline(ArabicKnowledge.load()),
                  folder,
                  SAMPLES.resolve("manifest.csv"),
                  SAMPLES));
    }
  }

  private Process driver(LoopbackCluster cluster, Path out) throws IOException {
    return cluster.start(
        "driver",
        List.of(
            "-Xmx1g",
            "-Dspark.master=" + cluster.master(),
            "-Dspark.ui.enabled=false",
            "-Dspark.driver.host=" + LoopbackCluster.LOOPBACK,
            "-Dspark.driver.bindAddress=" + LoopbackCluster.LOOPBACK,
            "-Dspark.executor.memory=900m",
            "-Dspark.executor.cores=1",
            "-Dspark.sql.shuffle.partitions=2",
            "-Dspark.sql.warehouse.dir=" + folder.resolve("warehouse"),
            "-Dspark.executor.extraClassPath=" + String.join(File.pathSeparator, classPath()),
            "-Dspark.local.dir=" + folder.resolve("scratch")),
        List.of(
            "org.isnad.spark.Job",
            "--out",
            out.toString(),
            "--manifest",
            SAMPLES.resolve("manifest.csv").toString(),
            SAMPLES.toString()));
  }

  /** The classes of this build without its tests and their logging, which hides who registers. */
  private static List<String> classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.endsWith("test-classes") && !entry.contains("junit"))
        .toList();
  }
}
