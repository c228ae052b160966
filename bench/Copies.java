import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
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

/**
 * Measures copies in a JSON Lines file (id, outlet, published, text; may be gzipped): seconds and memory
 * of the candidate step alone and of the whole, families, directions, and pairs whose day words differ.
 * With a number behind the file, so many pairs above the limit and so many just under it are drawn at
 * random and printed for reading.
 *
 * <pre>
 * mvn -q -pl core,arabic compile
 * java -Xmx1g -cp core/target/classes:arabic/target/classes bench/Copies.java FILE [PAIRS]
 * </pre>
 */
public final class Copies {

  private static final double JUST_UNDER = 3;

  public static void main(String[] args) throws IOException {
    if (args.length == 0 || !Files.isReadable(Path.of(args[0]))) {
      System.err.println("Copies: no such file: " + (args.length == 0 ? "(none given)" : args[0]));
      System.exit(2);
    }
    Map<ArticleId, Article> articles = read(Path.of(args[0]));
    Lexicon lexicon = ArabicKnowledge.load().lexicon();
    CopyFinder finder = new CopyFinder(DayWords.of(lexicon), NamedSources.of(lexicon));

    long start = System.nanoTime();
    CandidateIndex index = new CandidateIndex();
    articles.values().forEach(article -> index.add(finder.fingerprints(article)));
    Recurrence recurrence = index.recurrence();
    List<CandidatePair> pairs = index.pairs(recurrence);
    say("candidate step: %.2f s, %d articles, %d pairs", seconds(start), articles.size(), pairs.size());

    start = System.nanoTime();
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
        lineage.copies().size(), families.size(), families.stream().mapToInt(List::size).sum(),
        families.stream().mapToInt(List::size).max().orElse(0));
    Map<Direction, Integer> directions = new HashMap<>();
    int swapped = 0;
    int oneDate = 0;
    for (Copy copy : lineage.copies()) {
      directions.merge(copy.direction(), 1, Integer::sum);
      List<DayShift> swaps = swaps(copy);
      swapped += swaps.isEmpty() ? 0 : 1;
      oneDate += !swaps.isEmpty() && swaps.stream().allMatch(s -> agrees(s, copy, articles)) ? 1 : 0;
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
    LocalDate a = articles.get(copy.reuse().a()).published();
    LocalDate b = articles.get(copy.reuse().b()).published();
    return a != null
        && b != null
        && a.plusDays(shift.a().offset()).equals(b.plusDays(shift.b().offset()));
  }

  private static void draw(
      int count, CopyFinder finder, Map<ArticleId, Article> articles, List<CandidatePair> pairs,
      Recurrence recurrence) {
    List<TextReuse> over = new ArrayList<>();
    List<TextReuse> under = new ArrayList<>();
    for (CandidatePair pair : pairs) {
      Article a = articles.get(pair.a());
      Article b = articles.get(pair.b());
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
        say("    %s", passage.inA().of(articles.get(reuse.a()).text()).replace('\n', ' '));
        say("    %s", passage.inB().of(articles.get(reuse.b()).text()).replace('\n', ' '));
      }
    }
  }

  private static Map<ArticleId, Article> read(Path file) throws IOException {
    Map<ArticleId, Article> articles = new HashMap<>();
    try (InputStream in = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String published = field(line, "published");
        ArticleId id = new ArticleId(field(line, "id"));
        articles.put(
            id,
            new Article(
                id, field(line, "text"), null, field(line, "outlet"), null,
                published == null ? null : LocalDate.parse(published.substring(0, 10)), null, "ar"));
      }
    }
    return articles;
  }

  /** The value of a field of a flat JSON object, or null. */
  private static String field(String json, String name) {
    int at = json.indexOf("\"" + name + "\": \"");
    if (at < 0) {
      return null;
    }
    StringBuilder value = new StringBuilder();
    for (int i = at + name.length() + 5; json.charAt(i) != '"'; i++) {
      char c = json.charAt(i);
      if (c != '\\') {
        value.append(c);
        continue;
      }
      c = json.charAt(++i);
      if (c == 'u') {
        value.append((char) Integer.parseInt(json.substring(i + 1, i + 5), 16));
        i += 4;
      } else {
        value.append(c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c);
      }
    }
    return value.toString();
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static long megabytes() {
    return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
  }

  private static void say(String format, Object... values) {
    System.out.printf(format + "%n", values);
  }
}
