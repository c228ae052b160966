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

  private final boolean vague;
  private final TreeMap<String, DatedReport> reports = new TreeMap<>();
  private final Set<ArticleId> articles = new HashSet<>();
  private final Set<Integer> texts = new HashSet<>();
  private final Map<Node, Edge> edges = new HashMap<>();
  private @Nullable Component component;

  /**
   * What is known of two nodes between which nothing stands, or of which a person has decided. All
   * others are looked at when they are asked for: kept, they took most of the memory of a run.
   */
  private static final class Edge {

    private boolean candidates;
    private boolean decidedOne;
    private boolean decidedTwo;
    private double score;
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

  /**
   * The nodes that a key or a decision brought it together with and that fit; in no particular
   * order.
   */
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

  /** Adds a report of an article that it does not hold yet; its links are then to be made anew. */
  void add(DatedReport report, Collection<Integer> inTexts) {
    reports.put(report.id(), report);
    articles.add(report.report().article());
    texts.addAll(inTexts);
  }

  /**
   * Compares two nodes that a key brought together; makes them neighbours where nothing keeps them
   * apart.
   *
   * @return whether nothing does
   */
  boolean link(Node other) {
    double score = compare(other);
    boolean possible = Comparison.possible(score);
    Edge edge = possible ? edge(other, score) : edges.get(other);
    if (edge != null) {
      edge.score = score;
      edge.candidates = possible || edge.decidedOne;
      if (!edge.candidates && !edge.decidedTwo) {
        edges.remove(other);
        other.edges.remove(this);
      }
    }
    return possible;
  }

  /** Notes that a person decided whether the two are of one event. */
  void decide(Node other, boolean one) {
    Edge edge = edge(other, score(other));
    edge.candidates |= one;
    edge.decidedOne = one;
    edge.decidedTwo = !one;
  }

  /** Whether a person decided that the two are of one event. */
  boolean isDecidedOne(Node other) {
    Edge edge = edges.get(other);
    return edge != null && edge.decidedOne;
  }

  /** Whether nothing keeps the two apart, or a person has put them together. */
  boolean fits(Node other) {
    Edge edge = edges.get(other);
    if (edge == null) {
      return Comparison.possible(compare(other));
    }
    return edge.decidedOne || !edge.decidedTwo && Comparison.possible(edge.score);
  }

  /** The score of {@link Comparison} for any two nodes. */
  double score(Node other) {
    Edge edge = edges.get(other);
    return edge == null ? compare(other) : edge.score;
  }

  private double compare(Node other) {
    DatedReport one = reports.firstEntry().getValue();
    DatedReport two = other.reports.firstEntry().getValue();
    boolean inOrder = one.id().compareTo(two.id()) <= 0;
    boolean oneArticle = share(articles, other.articles);
    boolean sameText = !oneArticle && share(texts, other.texts);
    return Comparison.score(inOrder ? one : two, inOrder ? two : one, oneArticle, sameText);
  }

  private Edge edge(Node other, double score) {
    Edge known = edges.get(other);
    if (known != null) {
      return known;
    }
    Edge edge = new Edge();
    edge.score = score;
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
