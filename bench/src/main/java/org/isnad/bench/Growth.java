package org.isnad.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.isnad.app.IncidentSearch;
import org.isnad.app.Progress;
import org.isnad.app.Run;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.store.Store;

/**
 * Measures how a local run grows: time of the processor, time by the clock and resident memory for
 * each tenth of each step, as lines of a table of docs/scale.md. What is resident is told twice:
 * all, and without the pages of files that the system could take back at any moment.
 *
 * <pre>
 * bench/run Growth FILE FOLDER
 * </pre>
 */
public final class Growth {

  private static final int TENTHS = 10;

  private Growth() {}

  /** Takes a file of articles and the folder of a store, new or with articles in it. */
  public static void main(String[] args) {
    if (args.length != 2 || !Files.isReadable(Path.of(args[0]))) {
      System.err.println("usage: Growth FILE FOLDER");
      System.exit(2);
    }
    Pipeline pipeline = new Pipeline(ArabicKnowledge.load());
    Path folder = Path.of(args[1]);
    Meter meter = new Meter();
    try (Store store = Store.create(folder)) {
      Run run = new Run(pipeline, 2, meter, Clock.systemUTC());
      Run.Outcome outcome = run.run(List.of(Path.of(args[0])), null, store);
      meter.begin("index", outcome.articles());
      new IncidentSearch(store, pipeline.knowledge(), folder).refresh();
      meter.end(outcome.articles());
      say(
          "%d articles, %d of them new, %d read",
          outcome.articles(), outcome.added(), outcome.read());
      Map<String, Integer> sizes = new TreeMap<>(store.sizes());
      say("%s", sizes);
    }
    say(
        "in all %.1f s of the processor, %.1f s by the clock, at most %s resident",
        seconds(), byClock(), status("VmHWM"));
  }

  /** Prints a line whenever a tenth of a step is done. */
  private static final class Meter implements Progress {

    private String step = "capture";
    private int tenth;
    private int done;
    private double since = seconds();
    private double sinceByClock = byClock();

    Meter() {
      say(
          "%-22s %9s %12s %12s %12s %12s %12s",
          "step", "done", "ms each", "by clock", "resident", "not files", "heap");
    }

    @Override
    public void read(int now, int all) {
      if (!step.equals("reading")) {
        end(all);
        begin("reading", all);
      }
      reached(now, all);
    }

    @Override
    public void stage(String name) {
      end(done);
      begin(name, 0);
    }

    @Override
    public void wrote(int now, int all, String what) {
      if (!step.equals("writing " + what)) {
        end(done);
        begin("writing " + what, all);
      }
      reached(now, all);
    }

    @Override
    public void reached(int now, int all) {
      int reached = all == 0 ? 0 : (int) ((long) now * TENTHS / all);
      if (reached > tenth) {
        tell(now);
        tenth = reached;
      }
    }

    @Override
    public void done() {
      end(done);
    }

    void begin(String name, int all) {
      step = name;
      tenth = 0;
      done = 0;
      since = seconds();
      sinceByClock = byClock();
    }

    /** What the step did behind its last tenth, or where it does not tell of tenths. */
    void end(int now) {
      if (seconds() - since > 0.05) {
        tell(Math.max(now, done));
      }
    }

    private void tell(int now) {
      double time = seconds();
      double clock = byClock();
      int each = now - done;
      say(
          "%-22s %9d %12s %12s %12s %12s %12s",
          step,
          now,
          each(time - since, each),
          each(clock - sinceByClock, each),
          status("VmRSS"),
          status("RssAnon"),
          (Runtime.getRuntime().totalMemory() >> 20) + " MB");
      since = time;
      sinceByClock = clock;
      done = now;
    }

    private static String each(double seconds, int number) {
      return number > 0
          ? String.format(Locale.ROOT, "%.3f", 1000 * seconds / number)
          : String.format(Locale.ROOT, "(%.1f s)", seconds);
    }
  }

  /** Seconds since the start. */
  private static double byClock() {
    return ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
  }

  private static double seconds() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime() / 1e9
        : System.nanoTime() / 1e9;
  }

  /** A figure of Linux on this process, in MB; elsewhere a dash. */
  private static String status(String name) {
    Path file = Path.of("/proc/self/status");
    if (!Files.isReadable(file)) {
      return "-";
    }
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> line.startsWith(name + ":"))
          .map(line -> digits(line) / 1024 + " MB")
          .findFirst()
          .orElse("-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
    System.out.flush();
  }

  private static long digits(String line) {
    long value = 0;
    for (char c : line.toCharArray()) {
      value = Character.isDigit(c) ? 10 * value + Character.digit(c, 10) : value;
    }
    return value;
  }
}
