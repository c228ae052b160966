package org.isnad.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.launcher.JavaModuleOptions;
import org.apache.spark.sql.SparkSession;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.pipeline.Pipeline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A master, two workers and a driver, each a Java machine of its own, on loopback. */
@Tag("slow")
class ClusterTest {

  private static final Path SAMPLES = Path.of("..", "samples").toAbsolutePath().normalize();
  private static final String LOOPBACK = "127.0.0.1";

  private final List<Process> started = new ArrayList<>();

  @TempDir private Path folder;

  @AfterEach
  void stop() throws InterruptedException {
    for (Process process : started.reversed()) {
      process.destroy();
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
  }

  @Test
  void a_master_and_two_workers_give_the_same_incidents_as_the_local_run() throws Exception {
    home();
    int port = freePort();
    String master = "spark://" + LOOPBACK + ":" + port;
    start(
        "master",
        List.of("-Xmx512m"),
        List.of(
            "org.apache.spark.deploy.master.Master",
            "--host",
            LOOPBACK,
            "--port",
            "" + port,
            "--webui-port",
            "" + freePort()));
    awaitOpen(port);
    for (String name : List.of("one", "two")) {
      start(
          "worker-" + name,
          List.of("-Xmx512m"),
          List.of(
              "org.apache.spark.deploy.worker.Worker",
              "--host",
              LOOPBACK,
              "--webui-port",
              "" + freePort(),
              "--cores",
              "1",
              "--memory",
              "1g",
              "--work-dir",
              folder.resolve("work-" + name).toString(),
              master));
    }
    Path out = folder.resolve("out");
    Process driver = driver(master, out);
    assertThat(driver.waitFor(20, TimeUnit.MINUTES)).isTrue();
    assertThat(driver.exitValue()).as(end(log("driver"))).isZero();
    for (String name : List.of("one", "two")) {
      assertThat(log("worker-" + name)).contains("Asked to launch executor");
    }
    try (SparkSession spark = Both.local(folder)) {
      assertThat(Both.spark(spark, out))
          .isNotEmpty()
          .isEqualTo(
              Both.local(
                  new Pipeline(ArabicKnowledge.load()), SAMPLES, SAMPLES.resolve("manifest.csv")));
    }
  }

  private Process driver(String master, Path out) throws IOException {
    return start(
        "driver",
        List.of(
            "-Xmx1g",
            "-Dspark.master=" + master,
            "-Dspark.ui.enabled=false",
            "-Dspark.driver.host=" + LOOPBACK,
            "-Dspark.driver.bindAddress=" + LOOPBACK,
            "-Dspark.executor.memory=900m",
            "-Dspark.executor.cores=1",
            "-Dspark.sql.shuffle.partitions=2",
            "-Dspark.sql.warehouse.dir=" + folder.resolve("warehouse"),
            "-Dspark.executor.extraClassPath=" + classPath(),
            "-Dspark.local.dir=" + folder.resolve("scratch")),
        List.of(
            "org.isnad.spark.Job",
            "--out",
            out.toString(),
            "--manifest",
            SAMPLES.resolve("manifest.csv").toString(),
            SAMPLES.toString()));
  }

  private Process start(String name, List<String> options, List<String> call) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptions().trim().split(" +")));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath()));
    command.addAll(call);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(folder.resolve(name + ".log").toFile());
    builder.environment().put("SPARK_LOCAL_IP", LOOPBACK);
    builder.environment().put("SPARK_HOME", folder.resolve("home").toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    Process process = builder.start();
    started.add(process);
    return process;
  }

  /** Workers look for Spark's jars in a folder of this shape. */
  private void home() throws IOException {
    Path jars = Files.createDirectories(folder.resolve("home").resolve("jars"));
    Files.writeString(folder.resolve("home").resolve("RELEASE"), "");
    for (String entry : classPath().split(File.pathSeparator)) {
      if (entry.endsWith(".jar")) {
        Path jar = Path.of(entry);
        Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
      }
    }
  }

  /** The classes of this build without its tests and their logging, which hides who registers. */
  private static String classPath() {
    List<String> kept = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (!entry.endsWith("test-classes") && !entry.contains("junit")) {
        kept.add(entry);
      }
    }
    return String.join(File.pathSeparator, kept);
  }

  private String log(String name) throws IOException {
    return Files.readString(folder.resolve(name + ".log"));
  }

  private static String end(String log) {
    return log.substring(Math.max(0, log.length() - 3000));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
      return socket.getLocalPort();
    }
  }

  private static void awaitOpen(int port) throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofMinutes(2));
    while (Instant.now().isBefore(end)) {
      try (Socket socket = new Socket(LOOPBACK, port)) {
        return;
      } catch (IOException e) {
        Thread.sleep(200);
      }
    }
    throw new AssertionError("nothing listens on port " + port);
  }
}
