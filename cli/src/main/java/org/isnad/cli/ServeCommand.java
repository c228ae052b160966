package org.isnad.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.server.Identities;
import org.isnad.server.IsnadServer;
import org.isnad.server.Routes;
import org.isnad.server.ServerOptions;
import org.isnad.server.Workspace;
import org.isnad.server.job.JobRunner;
import org.isnad.server.people.Accounts;
import org.isnad.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code isnad serve}: the API and the pages over a store. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Serves the store over HTTP until it is stopped with Ctrl-C; makes one where there is none.",
      "Without accounts it listens on this machine only, and whoever sits at it may everything. With accounts ('isnad user add') everybody signs in, and --host opens it to others."
    },
    footer = {"", "Example: isnad serve --port 8080"})
final class ServeCommand implements Callable<Integer> {

  private static final int USUAL_PORT = 8765;

  @Mixin private DataOption data = new DataOption();
  @Mixin private KnowledgeOption knowledge = new KnowledgeOption();

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "" + USUAL_PORT,
      description = "TCP port, 0 for a free one; ${DEFAULT-VALUE} unless given")
  private int port = USUAL_PORT;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = ServerOptions.LOOPBACK,
      description =
          "the interface to listen on, 0.0.0.0 for all; ${DEFAULT-VALUE} unless given. Another one than this machine's own needs accounts")
  private String host = ServerOptions.LOOPBACK;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description =
          "a host name that people call the server by, such as isnad.example.org; can be given more than once. It answers to no name that it does not know")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--behind-proxy",
      paramLabel = "ADDRESS",
      description =
          "the address of a reverse proxy whose X-Forwarded-For and X-Forwarded-Proto are believed; can be given more than once")
  private List<String> proxies = new ArrayList<>();

  @Option(
      names = "--https",
      description = "it is reached over https alone: cookies are sent over nothing else")
  private boolean secure;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
    ServerOptions options =
        new ServerOptions(host, port, Set.copyOf(names), Set.copyOf(proxies), secure);
    FutureTask<Pipeline> pipeline = new FutureTask<>(knowledge::pipeline);
    Thread.ofPlatform().daemon().start(pipeline);
    try (Store store = data.create()) {
      Accounts accounts = new Accounts(store, Clock.systemUTC());
      Identities identities = Identities.of(accounts, System.getProperty("user.name", "local"));
      IsnadServer.allowed(identities, options);
      Workspace workspace = workspace(store, pipeline);
      try (JobRunner jobs = JobRunner.of(workspace);
          IsnadServer server =
              IsnadServer.start(Routes.of(workspace, accounts, jobs), identities, options)) {
        out.println(
            "serving at "
                + server.address()
                + (accounts.exist() ? ", for those who have an account" : "")
                + "; Ctrl-C stops it");
        out.flush();
        String samples = System.getProperty(Rehearsal.SAMPLES);
        if (samples == null) {
          stopped.await();
        } else {
          Rehearsal.of(workspace, Path.of(samples), server.address());
        }
      }
    }
    return 0;
  }

  /** The workspace; its knowledge was read while the store was opened. */
  private Workspace workspace(Store store, FutureTask<Pipeline> pipeline)
      throws InterruptedException {
    int threads = Runtime.getRuntime().availableProcessors();
    try {
      return Workspace.of(store, pipeline.get(), data.folder, Clock.systemUTC(), threads);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    }
  }
}
