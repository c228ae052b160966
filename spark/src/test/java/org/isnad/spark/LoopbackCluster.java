package org.isnad.spark;

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

/** A master and two workers on loopback, and whoever asks them, each a Java machine of its own. */
final class LoopbackCluster implements AutoCloseable {

  static final String LOOPBACK = "127.0.0.1";

  private final List<Process> started = new ArrayList<>();
  private final Path folder;
  private final List<String> classPath;
  private String master = "";

  /**
   * A cluster that is not started.
   *
   * @param folder where its logs and files go
   * @param classPath what every machine of it knows
   */
  LoopbackCluster(Path folder, List<String> classPath) {
    this.folder = folder;
    this.classPath = List.copyOf(classPath);
  }

  /** Starts the master and the workers. */
  void start() throws IOException, InterruptedException {
    home();
    int port = freePort();
    master = "spark://" + LOOPBACK + ":" + port;
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
  }

  /** Address of the master. */
  String master() {
    return master;
  }

  /** Starts a Java machine that knows what the cluster knows, and writes to a log of its name. */
  Process start(String name, List<String> options, List<String> call) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptions().trim().split(" +")));
    command.addAll(options);
    command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath)));
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

  /** What a machine wrote so far. */
  String log(String name) throws IOException {
    return Files.readString(folder.resolve(name + ".log"));
  }

  /** The last of it. */
  String end(String name) throws IOException {
    String log = log(name);
    return log.substring(Math.max(0, log.length() - 3000));
  }

  @Override
  public void close() throws InterruptedException {
    for (Process process : started.reversed()) {
      process.destroy();
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
  }

  /** Workers look for Spark's jars in a folder of this shape. */
  private void home() throws IOException {
    Path jars = Files.createDirectories(folder.resolve("home").resolve("jars"));
    Files.writeString(folder.resolve("home").resolve("RELEASE"), "");
    for (String entry : classPath) {
      if (entry.endsWith(".jar")) {
        Path jar = Path.of(entry);
        Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
      }
    }
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
