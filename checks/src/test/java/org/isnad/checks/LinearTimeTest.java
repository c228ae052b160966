package org.isnad.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.article.Article;
import org.isnad.core.pipeline.Pipeline;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Reading takes time and memory in the length of the text, whatever the text: twice the text costs
 * about twice, on texts made to cost more. What is measured is the time of the processor, the least
 * of several readings, and the memory asked for; neither depends on what else the machine does.
 */
class LinearTimeTest {

  /**
   * Most that twice the text may cost, on the way from one size to eight times of it. Linear is 2,
   * the square 4; the rest is for caches and the collector.
   */
  private static final double TIME = 3;

  private static final double MEMORY = 2.5;

  /** Characters of the smallest of four sizes. */
  private static final int SMALLEST = 8_000;

  private static final int SMALLEST_LONG = 40_000;

  /** Below this, in nanoseconds, a reading is too short to be measured. */
  private static final long SHORTEST = 20_000_000;

  private static final Pipeline PIPELINE = new Pipeline(ArabicKnowledge.load());
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void textsMadeToCostTimeAreReadInLinearTime() {
    check(AdversarialTexts.families(PIPELINE.knowledge()), SMALLEST);
  }

  @Test
  @Tag("slow")
  void longTextsMadeToCostTimeAreReadInLinearTime() {
    check(AdversarialTexts.families(PIPELINE.knowledge()), SMALLEST_LONG);
  }

  @Test
  @Tag("slow")
  void rowsOfTheWordsOfAnyListAreReadInLinearTime() {
    check(AdversarialTexts.families(PIPELINE.knowledge().lexicon()), SMALLEST);
  }

  private static void check(Map<String, IntFunction<String>> families, int smallest) {
    List<String> failed = new ArrayList<>();
    for (Map.Entry<String, IntFunction<String>> family : families.entrySet()) {
      int unit = Math.max(1, family.getValue().apply(100).length() / 100);
      double[] growth = {0, 0};
      // What another load on the machine makes slow once, it seldom makes slow three times.
      for (int attempt = 0; attempt < 3; attempt++) {
        growth = growth(family.getValue(), Math.max(1, smallest / unit));
        if (growth[0] <= TIME && growth[1] <= MEMORY) {
          break;
        }
      }
      assertThat(growth[0]).as("time for twice of: " + family.getKey()).isLessThanOrEqualTo(TIME);
      assertThat(growth[1])
          .as("memory for twice of: " + family.getKey())
          .isLessThanOrEqualTo(MEMORY);
    }
  }

  /** What each doubling costs on average, from so many units to eight times as many. */
  private static double[] growth(IntFunction<String> text, int units) {
    Cost small = cost(text.apply(units), 3);
    Cost large = cost(text.apply(8 * units), 2);
    double time = (double) large.nanos / Math.max(small.nanos, SHORTEST / 8);
    double memory = (double) large.bytes / small.bytes;
    return new double[] {Math.cbrt(time), Math.cbrt(memory)};
  }

  private record Cost(long nanos, long bytes) {}

  private static Cost cost(String text, int readings) {
    Article article = Article.of("adversarial", text);
    Cost least = new Cost(Long.MAX_VALUE, Long.MAX_VALUE);
    for (int i = 0; i < readings; i++) {
      long nanos = THREADS.getCurrentThreadCpuTime();
      long bytes = THREADS.getCurrentThreadAllocatedBytes();
      PIPELINE.read(article);
      least =
          new Cost(
              Math.min(least.nanos, THREADS.getCurrentThreadCpuTime() - nanos),
              Math.min(least.bytes, THREADS.getCurrentThreadAllocatedBytes() - bytes));
    }
    return least;
  }
}
