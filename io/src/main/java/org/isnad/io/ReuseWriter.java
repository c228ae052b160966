package org.isnad.io;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.isnad.core.article.Article;
import org.isnad.core.article.ArticleId;
import org.isnad.core.reuse.Copy;
import org.isnad.core.reuse.DayShift;
import org.isnad.core.reuse.Direction;
import org.isnad.core.reuse.Evidence;
import org.isnad.core.reuse.Lineage;
import org.isnad.core.reuse.Passage;
import org.isnad.core.reuse.Witness;
import org.isnad.core.text.Span;
import org.isnad.core.text.SpanCounter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a family of articles that share text as JSON: its articles, and of every pair the
 * direction with its reasons and each passage with its words and where it stands in both texts.
 * Spans are half open and count code points.
 */
public final class ReuseWriter {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final SpanCounter counter = new SpanCounter();
  private final Lineage lineage;
  private final Function<ArticleId, Article> articles;

  /**
   * A writer for one collection.
   *
   * @param articles its articles by their ids
   */
  public ReuseWriter(Lineage lineage, Function<ArticleId, Article> articles) {
    this.lineage = lineage;
    this.articles = articles;
  }

  /** One family on one line. */
  public String json(List<ArticleId> family) {
    ObjectNode node = JSON.createObjectNode();
    ArrayNode members = node.putArray("articles");
    family.forEach(id -> article(members.addObject(), id));
    ArrayNode copies = node.putArray("copies");
    copies(family).forEach(copy -> copy(copies.addObject(), copy));
    return JSON.writeValueAsString(node);
  }

  /** The copies within a family, each once, in the order of their ids. */
  public List<Copy> copies(List<ArticleId> family) {
    return family.stream()
        .flatMap(id -> lineage.copiesOf(id).stream().filter(c -> c.reuse().a().equals(id)))
        .toList();
  }

  private void article(ObjectNode node, ArticleId id) {
    Article article = articles.apply(id);
    Witness witness = lineage.witness(id);
    node.put("id", id.value());
    node.put("outlet", article.outlet());
    node.put("title", article.title());
    node.put("earliest", day(witness.earliest()));
    node.put("latest", day(witness.latest()));
  }

  private void copy(ObjectNode node, Copy copy) {
    ArticleId first = copier(copy);
    ArticleId second = copy.reuse().other(first);
    boolean known = copy.direction() != Direction.UNKNOWN;
    boolean asGiven = copy.reuse().a().equals(first);
    node.put(known ? "copy" : "one", first.value());
    node.put(known ? "original" : "other", second.value());
    node.put("direction", known ? "known" : "unknown");
    node.put("certain", copy.certain());
    node.put("words", copy.reuse().matchedWords());
    node.put("shareOfFirst", share(asGiven ? copy.reuse().shareOfA() : copy.reuse().shareOfB()));
    node.put("shareOfSecond", share(asGiven ? copy.reuse().shareOfB() : copy.reuse().shareOfA()));
    ArrayNode evidence = node.putArray("evidence");
    copy.evidence().forEach(reason -> evidence(evidence.addObject(), reason, copy));
    ArrayNode passages = node.putArray("passages");
    for (Passage passage : copy.reuse().seenFrom(first)) {
      passage(passages.addObject(), passage, text(first), text(second));
    }
  }

  private static void evidence(ObjectNode node, Evidence evidence, Copy copy) {
    node.put("kind", evidence.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    node.put("reason", evidence.reason());
    node.put("prevails", evidence.says() == copy.direction());
  }

  private void passage(ObjectNode node, Passage passage, String first, String second) {
    span(node, "inFirst", passage.inA(), first);
    span(node, "inSecond", passage.inB(), second);
    node.put("words", passage.matchedWords());
    node.put("changedFigures", passage.changedFigures());
    node.put("textInFirst", passage.inA().of(first));
    node.put("textInSecond", passage.inB().of(second));
    ArrayNode shifts = node.putArray("dayWords");
    for (DayShift shift : passage.dayShifts()) {
      shifts
          .addObject()
          .put("inFirst", shift.inA().of(first))
          .put("inSecond", shift.inB().of(second));
    }
  }

  private void span(ObjectNode node, String name, Span span, String text) {
    Span points = counter.count(span, text);
    node.putArray(name).add(points.start()).add(points.end());
  }

  /** The article that copied; the first by id where that is not known. */
  public static ArticleId copier(Copy copy) {
    return copy.direction() == Direction.B_COPIES_A ? copy.reuse().b() : copy.reuse().a();
  }

  private String text(ArticleId id) {
    return articles.apply(id).text();
  }

  private static double share(double share) {
    return Math.round(share * 1000) / 1000.0;
  }

  private static @Nullable String day(@Nullable LocalDate day) {
    return day == null ? null : Objects.toString(day);
  }
}
