package org.isnad.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.article.Article;
import org.isnad.core.article.ArticleId;
import org.isnad.core.lexicon.Lexicon;
import org.isnad.core.reuse.CandidateIndex;
import org.isnad.core.reuse.CandidatePair;
import org.isnad.core.reuse.Copy;
import org.isnad.core.reuse.CopyFinder;
import org.isnad.core.reuse.DayShift;
import org.isnad.core.reuse.DayWords;
import org.isnad.core.reuse.Direction;
import org.isnad.core.reuse.Lineage;
import org.isnad.core.reuse.NamedSources;
import org.isnad.core.reuse.Passage;
import org.isnad.core.reuse.Recurrence;
import org.isnad.core.reuse.TextReuse;
import org.jspecify.annotations.Nullable;

/**
 * Measures copies in a JSON Lines file (id, outlet, published, text; may be gzipped): seconds of
 * the processor and memory of the candidate step alone and of the whole, families, directions, and
 * pairs whose day words differ. With a number behind the file, so many pairs above the limit and so
 * many just under it are drawn at random and printed for reading.
 *
 * <pre>
 * bench/run Copies FILE [PAIRS]
 * </pre>
 */
public final class Copies {

  private static final double JUST_UNDER = 3;

  public static void main(String[] args) {
    if (args.length == 0 || !Files.isReadable(Path.of(args[0]))) {
      System.err.println("Copies: no such file: " + (args.length == 0 ? "(none given)" : args[0]));
      System.exit(2);
    }
    Map<ArticleId, Article> articles = byId(Corpus.sample(Path.of(args[0]), Integer.MAX_VALUE));
    Lexicon lexicon = ArabicKnowledge.load().lexicon();
    CopyFinder finder = new CopyFinder(DayWords.of(lexicon), NamedSources.of(lexicon));

    long start = processor();
    CandidateIndex index = new CandidateIndex();
    articles.values().forEach(article -> index.add(finder.fingerprints(article)));
    Recurrence recurrence = index.recurrence();
    List<CandidatePair> pairs = index.pairs(recurrence);
    say(
        "candidate step: %.2f s, %d articles, %d pairs",
        seconds(start), articles.size(), pairs.size());

    start = processor();
    Lineage lineage = finder.lineage(articles.values());
    say("all steps: %.2f s, %d MB in use", seconds(start), megabytes());
    report(lineage, articles);
    if (args.length > 1) {
      draw(Integer.parseInt(args[1]), finder, articles, pairs, recurrence);
    }
  }

  private static void report(Lineage lineage, Map<ArticleId, Article> articles) {
    List<List<ArticleId>> families = lineage.families();
    say(
        "%d copies in %d families of %d articles, the largest of %d",
        lineage.copies().size(),
        families.size(),
        families.stream().mapToInt(List::size).sum(),
        families.stream().mapToInt(List::size).max().orElse(0));
    Map<Direction, Integer> directions = new EnumMap<>(Direction.class);
    int swapped = 0;
    int oneDate = 0;
    for (Copy copy : lineage.copies()) {
      directions.merge(copy.direction(), 1, Integer::sum);
      List<DayShift> swaps = swaps(copy);
      swapped += swaps.isEmpty() ? 0 : 1;
      oneDate +=
          !swaps.isEmpty() && swaps.stream().allMatch(s -> agrees(s, copy, articles)) ? 1 : 0;
    }
    say("directions: %s", directions);
    say(
        "pairs with \"today\" and \"yesterday\" swapped: %d, of one date by the declared days: %d",
        swapped, oneDate);
  }

  private static List<DayShift> swaps(Copy copy) {
    List<DayShift> swaps = new ArrayList<>();
    for (Passage passage : copy.reuse().passages()) {
      for (DayShift shift : passage.dayShifts()) {
        Integer a = shift.a().offset();
        Integer b = shift.b().offset();
        if (a != null && b != null && Math.min(a, b) == -1 && Math.max(a, b) == 0) {
          swaps.add(shift);
        }
      }
    }
    return swaps;
  }

  private static boolean agrees(DayShift shift, Copy copy, Map<ArticleId, Article> articles) {
    LocalDate a = day(article(articles, copy.reuse().a()), shift.a().offset());
    return a != null && a.equals(day(article(articles, copy.reuse().b()), shift.b().offset()));
  }

  private static @Nullable LocalDate day(Article article, @Nullable Integer offset) {
    LocalDate published = article.published();
    return published == null || offset == null ? null : published.plusDays(offset);
  }

  private static void draw(
      int count,
      CopyFinder finder,
      Map<ArticleId, Article> articles,
      List<CandidatePair> pairs,
      Recurrence recurrence) {
    List<TextReuse> over = new ArrayList<>();
    List<TextReuse> under = new ArrayList<>();
    for (CandidatePair pair : pairs) {
      Article a = article(articles, pair.a());
      Article b = article(articles, pair.b());
      TextReuse reuse = finder.align(a, b);
      boolean sameOutlet = a.outlet() != null && a.outlet().equals(b.outlet());
      double weight = Lineage.weight(reuse, recurrence, sameOutlet);
      if (weight >= Lineage.MIN_WEIGHT) {
        over.add(reuse);
      } else if (weight >= Lineage.MIN_WEIGHT - JUST_UNDER) {
        under.add(reuse);
      }
    }
    print("above the limit", over, count, articles);
    print("just under it", under, count, articles);
  }

  private static void print(
      String which, List<TextReuse> all, int count, Map<ArticleId, Article> articles) {
    Collections.shuffle(all, new Random(count));
    say("%n%s: %d", which, all.size());
    for (TextReuse reuse : all.subList(0, Math.min(count, all.size()))) {
      say("- %s | %s: %d words", reuse.a(), reuse.b(), reuse.matchedWords());
      for (Passage passage : reuse.passages()) {
        say("    %s", passage.inA().of(article(articles, reuse.a()).text()).replace('\n', ' '));
        say("    %s", passage.inB().of(article(articles, reuse.b()).text()).replace('\n', ' '));
      }
    }
  }

  private static Map<ArticleId, Article> byId(List<Article> articles) {
    Map<ArticleId, Article> byId = new LinkedHashMap<>();
    articles.forEach(article -> byId.put(article.id(), article));
    return byId;
  }

  private static Article article(Map<ArticleId, Article> articles, ArticleId id) {
    return Objects.requireNonNull(articles.get(id), id::value);
  }

  /** Time of the processor so far, in nanoseconds: what others do on the machine matters little. */
  private static long processor() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : System.nanoTime();
  }

  private static double seconds(long start) {
    return (processor() - start) / 1e9;
  }

  private static long megabytes() {
    return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
  }

  private static void say(String format, Object... values) {
    System.out.printf(format + "%n", values);
  }
}
