package org.isnad.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.isnad.app.Run;
import org.isnad.app.Watch;
import org.isnad.core.pipeline.Problem;
import org.isnad.io.WebPages;
import org.isnad.io.fetch.CaptureFile;
import org.isnad.io.fetch.Fetcher;
import org.isnad.io.fetch.Pace;
import org.isnad.io.fetch.WatchState;
import org.isnad.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code isnad watch}: polls feeds and sitemaps. */
@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    description =
        "Polls feeds and sitemaps politely, takes their new articles into the store, and brings the"
            + " incidents up to date. Heeds robots.txt and what servers ask for; never asks for an"
            + " article twice, also after a restart. What was fetched is kept as WARC in the folder"
            + " captures of the store.",
    footer = {"", "Example: isnad watch https://outlet.example/rss --every 15"})
final class WatchCommand implements Callable<Integer> {

  @Parameters(arity = "1..*", paramLabel = "FEED", description = "addresses of RSS, Atom, sitemaps")
  private List<String> feeds = new ArrayList<>();

  @Option(
      names = "--every",
      paramLabel = "MINUTES",
      defaultValue = "15",
      description = "minutes between two questions to one feed; 15 unless given")
  private int every = 15;

  @Option(names = "--once", description = "ask every feed that is due once, and end")
  private boolean once;

  @Mixin private DataOption data = new DataOption();
  @Mixin private FetchOptions fetching = new FetchOptions();
  @Mixin private KnowledgeOption knowledge = new KnowledgeOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    feeds.forEach(this::checkAddress);
    Fetcher fetcher = fetching.fetcher();
    WebPages pages =
        new WebPages(fetcher, new CaptureFile(data.folder.resolve("captures")), Pace.REAL);
    Watch watch =
        new Watch(
            fetcher,
            pages,
            WatchState.open(data.folder),
            Duration.ofMinutes(Math.max(1, every)),
            Pace.REAL,
            line -> tell(line, err));
    int threads = Runtime.getRuntime().availableProcessors();
    Run run = new Run(knowledge.pipeline(), threads, new TerminalProgress(err), Clock.systemUTC());
    try (Store store = data.create()) {
      // What a process took in that was stopped before it linked it is linked first.
      run.update(store, 0, List.of());
      List<Problem> problems = round(watch, run, store, err);
      while (!once) {
        Pace.REAL.waitUntil(watch.next(feeds));
        round(watch, run, store, err);
      }
      return Problems.tell(problems, err);
    }
  }

  private List<Problem> round(Watch watch, Run run, Store store, PrintWriter err)
      throws IOException {
    Watch.Round round = watch.round(feeds, store);
    if (round.articles() > 0) {
      run.update(store, round.articles(), List.of());
    }
    tell(round.articles() + " new articles, " + store.articleCount() + " in the store", err);
    return round.problems();
  }

  /** A process that is to run for months says at its start what it can never ask for. */
  private void checkAddress(String feed) {
    if (!feed.startsWith("https://") && !feed.startsWith("http://")) {
      throw new ParameterException(
          spec.commandLine(),
          "'" + feed + "' is no address; expected one such as https://outlet.example/rss");
    }
  }

  private static void tell(String line, PrintWriter err) {
    err.println(line);
    err.flush();
  }
}
