package org.isnad.store;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server of our own, started once for all tests and stopped with them. */
final class PostgresServer {

  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final long START_MILLIS = 300_000;

  private static @Nullable Optional<PostgresServer> started;

  private final int port;

  private PostgresServer(int port) {
    this.port = port;
  }

  /** The server, or nothing where PostgreSQL is not installed; a line then says so. */
  static synchronized Optional<PostgresServer> find() {
    if (started == null) {
      Optional<Path> programs = programs();
      if (programs.isEmpty()) {
        System.out.println("PostgreSQL is not installed: its tests are skipped");
        started = Optional.empty();
      } else {
        started = Optional.of(start(programs.get()));
      }
    }
    return started;
  }

  /** The address of a new and empty database. */
  String database() {
    String name = "isnad" + DATABASES.incrementAndGet();
    try (Connection connection = DriverManager.getConnection(url("postgres"))) {
      connection.createStatement().execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("no database could be made", e);
    }
    return "jdbc:postgresql://isnad:secret@127.0.0.1:" + port + "/" + name;
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=isnad&password=secret";
  }

  private static Optional<Path> programs() {
    Stream<Path> onPath =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
            .filter(part -> !part.isEmpty())
            .map(Path::of);
    return Stream.concat(installed(), onPath)
        .filter(folder -> Files.isExecutable(folder.resolve("initdb")))
        .filter(folder -> Files.isExecutable(folder.resolve("postgres")))
        .findFirst();
  }

  private static Stream<Path> installed() {
    Path versions = Path.of("/usr/lib/postgresql");
    try (Stream<Path> folders = Files.isDirectory(versions) ? Files.list(versions) : Stream.of()) {
      return folders.map(folder -> folder.resolve("bin")).sorted().toList().reversed().stream();
    } catch (IOException e) {
      return Stream.of();
    }
  }

  private static PostgresServer start(Path programs) {
    try {
      Path home = Files.createTempDirectory("isnad-postgres");
      Path password = Files.writeString(home.resolve("password"), "secret\n");
      List<String> as = as(home, password);
      Path data = home.resolve("data");
      run(
          as,
          programs.resolve("initdb").toString(),
          "-D",
          data.toString(),
          "-U",
          "isnad",
          "-A",
          "scram-sha-256",
          "--pwfile=" + password,
          "-E",
          "UTF8",
          "--locale=C.UTF-8");
      int port = freePort();
      List<String> command = new ArrayList<>(as);
      command.addAll(
          List.of(
              programs.resolve("postgres").toString(),
              "-D",
              data.toString(),
              "-p",
              Integer.toString(port),
              "-c",
              "listen_addresses=127.0.0.1",
              "-c",
              "unix_socket_directories=",
              "-c",
              "fsync=off"));
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process, home)));
      PostgresServer server = new PostgresServer(port);
      server.await(process);
      return server;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("PostgreSQL is installed but does not start", e);
    }
  }

  /** PostgreSQL does not run as root: what runs it as somebody else, who then owns its files. */
  private static List<String> as(Path home, Path password)
      throws IOException, InterruptedException {
    if (!System.getProperty("user.name").equals("root")) {
      return List.of();
    }
    String user =
        run(List.of(), "sh", "-c", "id postgres >/dev/null 2>&1") == 0 ? "postgres" : "nobody";
    UserPrincipal owner =
        home.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user);
    Files.setOwner(home, owner);
    Files.setOwner(password, owner);
    return List.of("setpriv", "--reuid=" + user, "--clear-groups");
  }

  private static int run(List<String> as, String... command)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(as);
    all.addAll(List.of(command));
    Process process =
        new ProcessBuilder(all)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void await(Process process) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(START_MILLIS);
    while (process.isAlive() && System.nanoTime() < end) {
      try (Connection connection = DriverManager.getConnection(url("postgres"))) {
        return;
      } catch (SQLException e) {
        process.waitFor(100, TimeUnit.MILLISECONDS);
      }
    }
    throw new IllegalStateException("PostgreSQL did not answer on port " + port);
  }

  private static void stop(Process process, Path home) {
    process.destroy();
    try {
      process.waitFor(20, TimeUnit.SECONDS);
      run(List.of(), "rm", "-rf", home.toString());
    } catch (IOException | InterruptedException e) {
      process.destroyForcibly();
    }
  }
}
