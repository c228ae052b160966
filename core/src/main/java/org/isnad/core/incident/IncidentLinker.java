package org.isnad.core.incident;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.isnad.core.article.ArticleId;
import org.isnad.core.dating.DatedReport;
import org.isnad.core.dating.TimeReading;
import org.isnad.core.report.EventReport;
import org.isnad.core.report.EventType;
import org.isnad.core.report.Scope;
import org.isnad.core.reuse.Lineage;
import org.isnad.core.text.Span;

/**
 * Brings reports of one event together.
 *
 * <p>Articles are added in any order, singly or all at once; the groups come out the same. When the
 * groups are asked for, reports that have come since are compared with their candidates alone, and
 * only what is linked to them, directly or through others, is grouped anew. Not safe for use by
 * several threads.
 */
public final class IncidentLinker {

  private final Lineage lineage;
  private final Decisions decisions;
  private final Map<String, Node> decided = new HashMap<>();
  private final Set<ArticleId> articles = new HashSet<>();
  private final TreeMap<String, DatedReport> reports = new TreeMap<>();
  private final TreeMap<String, DatedReport> series = new TreeMap<>();
  private final Map<String, List<Candidate>> blocks = new HashMap<>();
  private final Map<Profile, Node> nodes = new HashMap<>();
  private final Set<Node> fresh = new LinkedHashSet<>();
  private long compared;

  /** A node under a key. */
  private record Candidate(Node node, BlockKey.Role role) {}

  /** A linker that knows which passages were copied. */
  public IncidentLinker(Lineage lineage) {
    this(lineage, Decisions.NONE);
  }

  /** A linker that also knows what was decided of single reports. */
  public IncidentLinker(Lineage lineage, Decisions decisions) {
    this.lineage = lineage;
    this.decisions = decisions;
  }

  /** Groups reports all at once. */
  public static List<List<DatedReport>> link(Collection<DatedReport> reports, Lineage lineage) {
    IncidentLinker linker = new IncidentLinker(lineage);
    linker.addAll(reports);
    return linker.groups();
  }

  /**
   * A name for everything of a report that linking looks at, but for the texts it stands in.
   * Reports of one name are linked to the same reports, so that one of them can be asked for all.
   */
  public static String likeness(DatedReport report) {
    return Profile.of(report, 0, new TreeSet<>(), false).withoutCopy().toString();
  }

  /**
   * Whether two reports could be linked, whatever texts or articles those like them share: where
   * this is false for all pairs across two sets of reports that meet under a key, each set can be
   * linked alone.
   */
  public static boolean mayLink(DatedReport a, DatedReport b) {
    return mayLink(a, b, true);
  }

  /**
   * The same where more is known of the texts.
   *
   * @param sameText whether some report like the one may stand in one text with some like the other
   */
  public static boolean mayLink(DatedReport a, DatedReport b, boolean sameText) {
    boolean inOrder = a.id().compareTo(b.id()) <= 0;
    // one article excludes, and one text never does but may bridge a day
    return Comparison.possible(Comparison.score(inOrder ? a : b, inOrder ? b : a, false, sameText));
  }

  /**
   * Numbers of the copied texts in which a report tells of its event; see {@link Lineage#texts}.
   */
  public static SortedSet<Integer> texts(DatedReport report, Lineage lineage) {
    Span words = Comparison.words(report.report());
    return words == null ? new TreeSet<>() : lineage.texts(report.report().article(), words);
  }

  /**
   * Whether the two types can be words for one event, such as an explosion and a bombing (codebook
   * section 11).
   */
  public static boolean mayBeOne(EventType a, EventType b) {
    return !TypeFit.compare(a, b).excludes();
  }

  /**
   * The same report with nothing but what linking and {@link SumIndex} look at: a third of the
   * memory, for runs over many.
   */
  public static DatedReport outline(DatedReport dated) {
    EventReport report = dated.report();
    Span words = Comparison.words(report);
    EventReport bare =
        new EventReport(
            report.article(),
            report.number(),
            report.type(),
            report.scope(),
            report.status(),
            report.count(),
            report.time(),
            report.place(),
            report.actors(),
            report.targets(),
            List.of(),
            Set.of(),
            report.killed(),
            report.injured(),
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            report.main(),
            report.cue(),
            report.titleCue(),
            words == null ? List.of() : List.of(words),
            List.of(),
            List.of());
    List<TimeReading> readings =
        dated.readings().stream()
            .map(reading -> new TimeReading(reading.window(), dated.published(), ""))
            .toList();
    return new DatedReport(bare, dated.outlet(), dated.published(), readings);
  }

  /** Adds the reports of any number of articles, all reports of each. */
  public void addAll(Collection<DatedReport> all) {
    TreeMap<ArticleId, List<DatedReport>> byArticle = new TreeMap<>();
    for (DatedReport report : all) {
      byArticle
          .computeIfAbsent(report.report().article(), article -> new ArrayList<>())
          .add(report);
    }
    byArticle.values().forEach(this::add);
  }

  /**
   * Adds one article, with all its reports. A series is kept apart.
   *
   * @throws IllegalArgumentException if the reports are of several articles, or of one that is
   *     there
   */
  public void add(List<DatedReport> ofOneArticle) {
    if (ofOneArticle.isEmpty()) {
      return;
    }
    ArticleId article = ofOneArticle.getFirst().report().article();
    if (!ofOneArticle.stream().allMatch(r -> r.report().article().equals(article))) {
      throw new IllegalArgumentException("reports of several articles, " + article + " among them");
    }
    if (!articles.add(article)) {
      throw new IllegalArgumentException("article " + article + " was added before");
    }
    Map<Profile, Integer> seen = new HashMap<>();
    ofOneArticle.stream()
        .sorted(Comparator.comparingInt(report -> report.report().number()))
        .forEach(report -> add(report, seen));
  }

  /** The groups of single events, each report in one; in the order of their smallest ids. */
  public List<List<DatedReport>> groups() {
    settle();
    TreeMap<String, List<DatedReport>> groups = new TreeMap<>();
    Set<Component> done = new HashSet<>();
    for (Node node : nodes.values()) {
      if (done.add(node.component())) {
        for (List<Node> group : node.component().groups()) {
          TreeMap<String, DatedReport> members = new TreeMap<>();
          group.forEach(member -> member.reports().forEach(r -> members.put(r.id(), r)));
          groups.put(members.firstKey(), List.copyOf(members.values()));
        }
      }
    }
    return List.copyOf(groups.values());
  }

  /** The series that were added, in the order of their ids. */
  public List<DatedReport> series() {
    return List.copyOf(series.values());
  }

  /**
   * Number of pairs of distinct reports looked at so far; copies that say the same count as one.
   */
  public long compared() {
    settle();
    return compared;
  }

  /**
   * What speaks for and against two of the reports being of one event.
   *
   * @throws IllegalArgumentException if one was not added, or is a series
   */
  public Comparison compare(String a, String b) {
    DatedReport one = reports.get(a);
    DatedReport two = reports.get(b);
    if (one == null || two == null) {
      throw new IllegalArgumentException("no such report: " + (one == null ? a : b));
    }
    return Comparison.of(one, two, lineage);
  }

  private void add(DatedReport report, Map<Profile, Integer> seen) {
    if (report.report().scope() == Scope.SERIES) {
      series.put(report.id(), report);
      return;
    }
    reports.put(report.id(), report);
    SortedSet<Integer> texts = texts(report, lineage);
    boolean concerned = decisions.concern(report.id());
    int ordinal = seen.merge(Profile.of(report, 0, texts, concerned), 1, Integer::sum);
    Profile profile = Profile.of(report, ordinal, texts, concerned);
    Node node = nodes.get(profile);
    if (node == null) {
      node = new Node(Comparison.isVague(report));
      nodes.put(profile, node);
      Component.of(node);
      file(node, report);
    }
    node.add(report, texts);
    fresh.add(node);
    if (concerned) {
      decide(node, report.id());
    }
  }

  /** Tells the node of a report what was decided of it and of reports that are there. */
  private void decide(Node node, String report) {
    decided.put(report, node);
    for (String other : decisions.apartFrom(report)) {
      Node found = decided.get(other);
      if (found != null) {
        node.decide(found, false);
      }
    }
    for (String other : decisions.togetherWith(report)) {
      Node found = decided.get(other);
      if (found != null) {
        node.decide(found, true);
        Component.join(node.component(), found.component());
      }
    }
    node.component().changed();
  }

  private void file(Node node, DatedReport report) {
    for (BlockKey key : BlockKey.of(report)) {
      blocks
          .computeIfAbsent(key.value(), value -> new ArrayList<>())
          .add(new Candidate(node, key.role()));
    }
  }

  /**
   * Links the nodes that are new, and those that have grown: these may share an article or a text
   * with a neighbour now.
   */
  private void settle() {
    Set<Node> settled = new HashSet<>();
    for (Node node : fresh) {
      node.component().changed();
      for (Node other : candidates(node)) {
        if (!settled.contains(other)) {
          link(node, other);
        }
      }
      settled.add(node);
    }
    fresh.clear();
  }

  /** The nodes that a node meets under its keys, each once. */
  private Set<Node> candidates(Node node) {
    Set<Node> met = new LinkedHashSet<>();
    for (BlockKey key : BlockKey.of(node.reports().iterator().next())) {
      for (Candidate candidate : blocks.getOrDefault(key.value(), List.of())) {
        if (candidate.node != node && key.meets(candidate.role)) {
          met.add(candidate.node);
        }
      }
    }
    return met;
  }

  private void link(Node node, Node other) {
    compared++;
    if (node.link(other)) {
      Component.join(node.component(), other.component());
      node.component().changed();
    }
  }
}
