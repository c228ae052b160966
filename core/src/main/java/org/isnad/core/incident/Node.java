package org.isnad.core.incident;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.isnad.core.article.ArticleId;
import org.isnad.core.dating.DatedReport;
import org.jspecify.annotations.Nullable;

/** Reports with one profile, from as many articles. */
final class Node {

  /** Score of a pair that has not been compared since something about it changed. */
  private static final double UNKNOWN = Double.NaN;

  private final boolean vague;
  private final TreeMap<String, DatedReport> reports = new TreeMap<>();
  private final Set<ArticleId> articles = new HashSet<>();
  private final Set<Integer> texts = new HashSet<>();
  private final Map<Node, Edge> edges = new HashMap<>();
  private @Nullable Component component;

  /**
   * What is known of two nodes. It only ever grows: articles and texts in common stay so. Of the
   * comparison only the score is kept: its reasons took most of the memory of a run.
   */
  private static final class Edge {

    private boolean oneArticle;
    private boolean sameText;
    private boolean candidates;
    private boolean decidedOne;
    private boolean decidedTwo;
    private double score = UNKNOWN;
  }

  Node(boolean vague) {
    this.vague = vague;
  }

  boolean isVague() {
    return vague;
  }

  /** Its smallest report's id. */
  String first() {
    return reports.firstKey();
  }

  Collection<DatedReport> reports() {
    return reports.values();
  }

  /** The nodes it was compared with because a key brought them together; in no particular order. */
  List<Node> neighbours() {
    return edges.entrySet().stream()
        .filter(entry -> entry.getValue().candidates)
        .map(Map.Entry::getKey)
        .toList();
  }

  Component component() {
    return Objects.requireNonNull(component);
  }

  void moveTo(Component to) {
    component = to;
  }

  /** Adds a report of an article that it does not hold yet. */
  void add(DatedReport report, Collection<Integer> inTexts) {
    reports.put(report.id(), report);
    articles.add(report.report().article());
    texts.addAll(inTexts);
    for (Map.Entry<Node, Edge> entry : edges.entrySet()) {
      Edge edge = entry.getValue();
      boolean oneArticle = entry.getKey().articles.contains(report.report().article());
      boolean sameText = inTexts.stream().anyMatch(entry.getKey().texts::contains);
      if (oneArticle && !edge.oneArticle || sameText && !edge.sameText) {
        edge.oneArticle |= oneArticle;
        edge.sameText |= sameText;
        edge.score = UNKNOWN;
      }
    }
  }

  /**
   * Compares two nodes that a key brought together; makes them neighbours.
   *
   * @return whether nothing keeps them apart
   */
  boolean link(Node other) {
    edge(other).candidates = true;
    return Comparison.possible(score(other));
  }

  /** Notes that a person decided whether the two are of one event. */
  void decide(Node other, boolean one) {
    Edge edge = edge(other);
    edge.candidates |= one;
    edge.decidedOne = one;
    edge.decidedTwo = !one;
  }

  /** Whether a person decided that the two are of one event. */
  boolean isDecidedOne(Node other) {
    return edge(other).decidedOne;
  }

  /** Whether nothing keeps the two apart, or a person has put them together. */
  boolean fits(Node other) {
    Edge edge = edge(other);
    return edge.decidedOne || !edge.decidedTwo && Comparison.possible(score(other));
  }

  /** The score of {@link Comparison} for any two nodes; it is remembered. */
  double score(Node other) {
    Edge edge = edge(other);
    if (Double.isNaN(edge.score)) {
      DatedReport one = reports.firstEntry().getValue();
      DatedReport two = other.reports.firstEntry().getValue();
      boolean inOrder = one.id().compareTo(two.id()) <= 0;
      edge.score =
          Comparison.of(inOrder ? one : two, inOrder ? two : one, edge.oneArticle, edge.sameText)
              .score();
    }
    return edge.score;
  }

  private Edge edge(Node other) {
    Edge known = edges.get(other);
    if (known != null) {
      return known;
    }
    Edge edge = new Edge();
    edge.oneArticle = share(articles, other.articles);
    edge.sameText = share(texts, other.texts);
    edges.put(other, edge);
    other.edges.put(this, edge);
    return edge;
  }

  private static <T> boolean share(Set<T> a, Set<T> b) {
    Set<T> smaller = a.size() <= b.size() ? a : b;
    Set<T> larger = smaller == a ? b : a;
    return smaller.stream().anyMatch(larger::contains);
  }
}
