package org.isnad.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.isnad.app.Progress;
import org.isnad.app.Run;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.server.Identities;
import org.isnad.server.IsnadServer;
import org.isnad.server.Routes;
import org.isnad.server.ServerOptions;
import org.isnad.server.Workspace;
import org.isnad.server.job.JobRunner;
import org.isnad.server.people.Accounts;
import org.isnad.server.people.Role;
import org.isnad.store.IncidentFilter;
import org.isnad.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples do what they say, against a server with accounts. */
class ExamplesTest {

  @TempDir Path folder;

  private Store store;
  private JobRunner jobs;
  private IsnadServer server;
  private String token = "";

  @BeforeEach
  void start() {
    Pipeline pipeline = new Pipeline(ArabicKnowledge.load());
    Clock clock = Clock.systemUTC();
    Path samples = Repository.root().resolve("samples");
    store = Store.create(folder.resolve("data"));
    new Run(pipeline, 2, Progress.SILENT, clock)
        .run(List.of(samples), samples.resolve("manifest.csv"), store);
    Workspace workspace = Workspace.of(store, pipeline, folder.resolve("data"), clock, 1);
    Accounts accounts = new Accounts(store, clock);
    accounts.add("amal", Role.CODER, "seven quiet lamps");
    token = accounts.addToken("amal", Role.CODER, "examples", Duration.ofDays(1)).secret();
    jobs = JobRunner.of(workspace);
    server =
        IsnadServer.start(
            Routes.of(workspace, accounts, jobs),
            Identities.of(accounts, "tester"),
            new ServerOptions(ServerOptions.LOOPBACK, 0));
  }

  @AfterEach
  void stop() {
    server.close();
    jobs.close();
    store.close();
  }

  @Test
  void theExampleWithCurlRuns() throws Exception {
    Assumptions.assumeTrue(runs("curl", "--version"), "curl is not installed");
    Path file = folder.resolve("incidents.csv");
    String out = run("bash", example("api.sh"), file.toString());
    int all = store.count(IncidentFilter.STANDING);
    assertThat(out).contains("pages: " + (all + 4) / 5, "with dead: " + deadly());
    assertThat(Files.readAllLines(file)).hasSize(all + 1);
    assertThat(store.decisions()).hasSize(1);
  }

  @Test
  void theExampleWithPythonRuns() throws Exception {
    Assumptions.assumeTrue(runs("python3", "--version"), "Python is not installed");
    Path file = folder.resolve("incidents.geojson");
    String out = run("python3", example("api.py"), file.toString());
    assertThat(out)
        .contains("incidents: " + store.count(IncidentFilter.STANDING), "with dead: " + deadly());
    assertThat(file).content().contains("FeatureCollection");
    assertThat(store.decisions()).hasSize(1);
  }

  @Test
  void theExampleWithRRuns() throws Exception {
    Assumptions.assumeTrue(runs("Rscript", "--version"), "R is not installed");
    Path file = folder.resolve("months.csv");
    String out = run("Rscript", example("api.R"), file.toString());
    assertThat(out)
        .contains("incidents: " + store.count(IncidentFilter.STANDING), "with dead: " + deadly());
    assertThat(file).content().contains("month");
  }

  private long deadly() {
    return store.incidents(IncidentFilter.STANDING, null, 1000).stream()
        .filter(incident -> incident.killed().best() != null && incident.killed().best() >= 1)
        .filter(incident -> incident.dateStart() != null || incident.dateEnd() != null)
        .count();
  }

  private static String example(String name) {
    return Repository.root().resolve("examples").resolve(name).toString();
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private String run(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(folder.toFile());
    builder.environment().put("ISNAD_URL", "http://localhost:" + server.port());
    builder.environment().put("ISNAD_TOKEN", token);
    builder.environment().put("no_proxy", "localhost");
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(out).isZero();
    return out;
  }
}
