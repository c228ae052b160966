package org.isnad.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.isnad.app.IncidentSearch;
import org.isnad.app.Progress;
import org.isnad.app.Run;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.server.Identities;
import org.isnad.server.IsnadServer;
import org.isnad.server.Routes;
import org.isnad.server.ServerOptions;
import org.isnad.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code isnad serve}: the API over a store. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Serves the store over HTTP on this machine, until it is stopped with Ctrl-C.",
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

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
    String name = System.getProperty("user.name", "local");
    try (Store store = data.open();
        IsnadServer server =
            IsnadServer.start(
                routes(store),
                Identities.local(name),
                new ServerOptions(ServerOptions.LOOPBACK, port))) {
      out.println("serving at " + server.address() + "; Ctrl-C stops it");
      out.flush();
      stopped.await();
    }
    return 0;
  }

  private Routes routes(Store store) {
    Pipeline pipeline = knowledge.pipeline();
    Clock clock = Clock.systemUTC();
    int threads = Runtime.getRuntime().availableProcessors();
    Run run = new Run(pipeline, threads, Progress.SILENT, clock);
    IncidentSearch search = new IncidentSearch(store, pipeline.knowledge(), data.folder);
    return Routes.of(store, run, pipeline.knowledge(), clock, search);
  }
}
