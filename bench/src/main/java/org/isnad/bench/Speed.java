package org.isnad.bench;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs {@link StageBenchmark} and prints articles a second of every stage and its ratio to Lucene's
 * Arabic analysis.
 *
 * <pre>
 * bench/run Speed PATH [ARTICLES [LENGTH]]
 * </pre>
 */
public final class Speed {

  private Speed() {}

  /** Measures; {@code args} as above. */
  public static void main(String[] args) throws RunnerException {
    if (args.length == 0) {
      System.err.println(
          "Speed: give a file or folder of articles, how many, and the length of each (0: as they are)");
      System.exit(2);
    }
    int articles = args.length > 1 ? Integer.parseInt(args[1]) : 2000;
    int length = args.length > 2 ? Integer.parseInt(args[2]) : 0;
    Options options =
        new OptionsBuilder()
            .include(StageBenchmark.class.getName())
            .param("corpus", args[0])
            .param("articles", Integer.toString(articles))
            .param("length", Integer.toString(length))
            .forks(1)
            .warmupIterations(2)
            .warmupTime(TimeValue.seconds(5))
            .measurementIterations(3)
            .measurementTime(TimeValue.seconds(5))
            .threads(1)
            .jvmArgsAppend("-Xmx2g", "-XX:+UseSerialGC")
            .build();
    print(new Runner(options).run(), StageBenchmark.count(args[0], articles, length));
  }

  private static void print(Collection<RunResult> results, int articles) {
    List<RunResult> ordered =
        results.stream().sorted(Comparator.comparingDouble(Speed::millis)).toList();
    double yardstick =
        ordered.stream()
            .filter(r -> r.getPrimaryResult().getLabel().startsWith("lucene"))
            .mapToDouble(Speed::millis)
            .findFirst()
            .orElse(Double.NaN);
    System.out.printf(
        Locale.ROOT,
        "%n%-22s %12s %10s   (%d articles, one thread)%n",
        "stage",
        "articles/s",
        "ratio",
        articles);
    for (RunResult result : ordered) {
      System.out.printf(
          Locale.ROOT,
          "%-22s %12.0f %10.3f%n",
          result.getPrimaryResult().getLabel(),
          articles * 1000.0 / millis(result),
          yardstick / millis(result));
    }
  }

  private static double millis(RunResult result) {
    return result.getPrimaryResult().getScore();
  }
}
