package org.isnad.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.isnad.core.article.Article;
import org.isnad.core.article.ArticleId;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.core.reuse.Copy;
import org.isnad.core.reuse.DayShift;
import org.isnad.core.reuse.Direction;
import org.isnad.core.reuse.Evidence;
import org.isnad.core.reuse.Lineage;
import org.isnad.core.reuse.Passage;
import org.isnad.core.text.Blanks;
import org.isnad.core.text.Span;
import org.isnad.core.text.SpanCounter;
import org.isnad.io.ReuseWriter;

/**
 * Families of articles that share text: which passages, who copied whom and why that is believed.
 * Only texts, outlets and declared dates are looked at; nothing is read from the texts themselves
 * but the names of outlets and the words for days.
 */
public final class Reuse {

  /** Words of a passage that are quoted before an ellipsis. */
  private static final int QUOTED = 12;

  private final Map<ArticleId, Article> articles = new HashMap<>();
  private final SpanCounter counter = new SpanCounter();
  private final Lineage lineage;
  private final ReuseWriter writer;
  private final Consumer<String> lines;

  /**
   * Compares the texts of a collection.
   *
   * @param lines takes what is told, line by line
   */
  public Reuse(List<Article> all, Pipeline pipeline, Consumer<String> lines) {
    all.forEach(article -> articles.put(article.id(), article));
    this.lineage = pipeline.lineage(all);
    this.writer = new ReuseWriter(lineage, this::article);
    this.lines = lines;
  }

  /** Each family as one JSON object on a line. */
  public void json() {
    lineage.families().forEach(family -> lines.accept(writer.json(family)));
  }

  /** Each family for people: its pairs, why, and their passages. */
  public void tell() {
    int number = 0;
    for (List<ArticleId> family : lineage.families()) {
      lines.accept("family " + ++number + ": " + family.size() + " articles");
      writer.copies(family).forEach(this::copy);
      lines.accept("");
    }
    lines.accept(
        number
            + (number == 1 ? " family, " : " families, ")
            + lineage.copies().size()
            + (lineage.copies().size() == 1 ? " pair" : " pairs"));
  }

  /**
   * Which outlet copied which: rows of copying outlet, copied outlet, number of pairs and of words;
   * most pairs first. Pairs of unknown direction are left out.
   */
  public List<List<String>> outlets() {
    Map<String, int[]> sums = new TreeMap<>();
    for (Copy copy : lineage.copies()) {
      if (copy.direction() != Direction.UNKNOWN) {
        ArticleId copier = ReuseWriter.copier(copy);
        String key = outlet(copier) + "\t" + outlet(copy.reuse().other(copier));
        int[] sum = sums.computeIfAbsent(key, k -> new int[2]);
        sum[0]++;
        sum[1] += copy.reuse().matchedWords();
      }
    }
    return sums.entrySet().stream()
        .sorted((a, b) -> b.getValue()[0] - a.getValue()[0])
        .map(Reuse::row)
        .toList();
  }

  private static List<String> row(Map.Entry<String, int[]> sum) {
    String[] outlets = sum.getKey().split("\t", -1);
    return List.of(
        outlets[0],
        outlets[1],
        Integer.toString(sum.getValue()[0]),
        Integer.toString(sum.getValue()[1]));
  }

  private void copy(Copy copy) {
    ArticleId first = ReuseWriter.copier(copy);
    ArticleId second = copy.reuse().other(first);
    boolean known = copy.direction() != Direction.UNKNOWN;
    List<Passage> passages = copy.reuse().seenFrom(first);
    boolean asGiven = copy.reuse().a().equals(first);
    double share = asGiven ? copy.reuse().shareOfA() : copy.reuse().shareOfB();
    lines.accept(
        "  "
            + named(first)
            + (known ? " copies " : " shares with ")
            + named(second)
            + ": "
            + copy.reuse().matchedWords()
            + " words in "
            + passages.size()
            + (passages.size() == 1 ? " passage, " : " passages, ")
            + Math.round(share * 100)
            + "% of its text");
    if (copy.evidence().isEmpty()) {
      lines.accept("    nothing tells who was first");
    }
    for (Evidence evidence : copy.evidence()) {
      boolean prevails = evidence.says() == copy.direction();
      lines.accept("    " + (prevails ? "because " : "against: ") + evidence.reason());
    }
    passages.forEach(passage -> passage(passage, article(first), article(second)));
  }

  private void passage(Passage passage, Article first, Article second) {
    lines.accept(
        "    "
            + span(passage.inA(), first)
            + " is "
            + span(passage.inB(), second)
            + ", "
            + passage.matchedWords()
            + " words: \""
            + opening(passage.inA().of(first.text()))
            + "\"");
    for (DayShift shift : passage.dayShifts()) {
      lines.accept(
          "      \""
              + shift.inA().of(first.text())
              + "\" stands where the other has \""
              + shift.inB().of(second.text())
              + "\"");
    }
  }

  private String span(Span span, Article article) {
    Span points = counter.count(span, article.text());
    return points.start() + ".." + points.end();
  }

  private static String opening(String passage) {
    List<String> words = Blanks.words(passage);
    return words.size() <= QUOTED
        ? String.join(" ", words)
        : String.join(" ", words.subList(0, QUOTED)) + " …";
  }

  private String named(ArticleId id) {
    String outlet = article(id).outlet();
    return outlet == null ? id.value() : id + " (" + outlet + ")";
  }

  private String outlet(ArticleId id) {
    return Objects.requireNonNullElse(article(id).outlet(), id.value());
  }

  private Article article(ArticleId id) {
    return Objects.requireNonNull(articles.get(id));
  }
}
