package org.isnad.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.article.Article;
import org.isnad.core.pipeline.Pipeline;

/**
 * Prints what reading costs on one thread in time of the processor and in memory allocated, beside
 * Lucene's Arabic analysis in the same program. Unlike {@link Speed} it does not look at the clock,
 * so that it tells something on a machine that others use as well; code that is not yet compiled
 * counts in the early rounds, so they are printed too.
 *
 * <pre>
 * bench/run ReadingCost PATH [ARTICLES [LENGTH [ROUNDS]]]
 * </pre>
 */
public final class ReadingCost {

  private static final double NANOS = 1e6;

  private final List<Article> texts;
  private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private long sink;

  private ReadingCost(List<Article> texts) {
    this.texts = texts;
  }

  /** Measures; {@code args} as above. */
  public static void main(String[] args) {
    if (args.length == 0) {
      System.err.println(
          "ReadingCost: give a file or folder of articles, how many, their length, rounds");
      System.exit(2);
    }
    int articles = args.length > 1 ? Integer.parseInt(args[1]) : 1000;
    int length = args.length > 2 ? Integer.parseInt(args[2]) : 0;
    int rounds = args.length > 3 ? Integer.parseInt(args[3]) : 12;
    List<Article> drawn = Corpus.sample(Path.of(args[0]), articles);
    new ReadingCost(length == 0 ? drawn : Corpus.ofLength(drawn, length)).measure(rounds);
  }

  private void measure(int rounds) {
    Pipeline pipeline = new Pipeline(ArabicKnowledge.load());
    try (Analyzer lucene = new ArabicAnalyzer()) {
      Map<String, ToLongFunction<Article>> stages = new LinkedHashMap<>();
      stages.put("lucene", article -> terms(lucene, article));
      stages.put("analyze", article -> pipeline.analyze(article).furniture().size());
      stages.put("times", article -> pipeline.times(article.text()).size());
      stages.put("read", article -> pipeline.read(article).reports().size());
      Map<String, List<Double>> millis = new LinkedHashMap<>();
      Map<String, Long> bytes = new LinkedHashMap<>();
      for (int round = 0; round < rounds; round++) {
        stages.forEach((name, stage) -> round(name, stage, millis, bytes));
      }
      print(millis, bytes);
    }
  }

  private void round(
      String name,
      ToLongFunction<Article> stage,
      Map<String, List<Double>> millis,
      Map<String, Long> bytes) {
    long time = thread.getCurrentThreadCpuTime();
    long allocated = thread.getCurrentThreadAllocatedBytes();
    for (Article article : texts) {
      sink += stage.applyAsLong(article);
    }
    millis
        .computeIfAbsent(name, key -> new ArrayList<>())
        .add((thread.getCurrentThreadCpuTime() - time) / NANOS / texts.size());
    bytes.put(name, (thread.getCurrentThreadAllocatedBytes() - allocated) / texts.size());
  }

  private static long terms(Analyzer lucene, Article article) {
    long letters = 0;
    try (TokenStream stream = lucene.tokenStream("text", article.text())) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        letters += term.length();
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return letters;
  }

  private void print(Map<String, List<Double>> millis, Map<String, Long> bytes) {
    double yardstick = best(millis.getOrDefault("lucene", List.of()));
    System.out.printf(Locale.ROOT, "%d articles, one thread, check %d%n", texts.size(), sink);
    System.out.printf(
        Locale.ROOT,
        "%-8s %12s %8s %14s   %s%n",
        "stage",
        "ms/article",
        "ratio",
        "bytes/article",
        "ms by round");
    millis.forEach(
        (name, rounds) ->
            System.out.printf(
                Locale.ROOT,
                "%-8s %12.4f %8.3f %14d   %s%n",
                name,
                best(rounds),
                yardstick / best(rounds),
                bytes.getOrDefault(name, 0L),
                rounds.stream().map(ms -> String.format(Locale.ROOT, "%.3f", ms)).toList()));
  }

  /** The least time of the later half of the rounds: others can only add to it. */
  private static double best(List<Double> rounds) {
    return rounds.subList(rounds.size() / 2, rounds.size()).stream()
        .mapToDouble(Double::doubleValue)
        .min()
        .orElse(Double.NaN);
  }
}
