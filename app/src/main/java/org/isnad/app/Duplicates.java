package org.isnad.app;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.isnad.app.IncidentPair.Finding;
import org.isnad.app.IncidentPair.State;
import org.isnad.core.incident.Decision;
import org.isnad.core.incident.Decisions;
import org.isnad.store.IncidentFilter;
import org.isnad.store.IncidentRecord;
import org.isnad.store.ReportPlace;
import org.isnad.store.Store;
import org.isnad.store.StoredDecision;
import org.jspecify.annotations.Nullable;

/**
 * Finds pairs of incidents that may be one event, for a person to say: those that agree in days,
 * place and type, and that linking kept apart because figures, parties or hours speak against it,
 * or because too little was said.
 *
 * <p>Incidents of one country are gone through in the order of their days, so that only those of
 * neighbouring days are compared.
 */
public final class Duplicates {

  /** Score from which a pair is worth a look: one point below what links two reports. */
  private static final double WORTH = 2;

  /** The same where one of the two is vague; linking asks for 5 there. */
  private static final double WORTH_IF_VAGUE = 4;

  private static final Comparator<IncidentPair> BEST_FIRST =
      Comparator.comparingDouble((IncidentPair pair) -> -pair.score())
          .thenComparing(IncidentPair::a)
          .thenComparing(IncidentPair::b);

  /** Pairs that are kept: more than people look through before the next run finds them anew. */
  public static final int MOST = 10_000;

  private final PriorityQueue<IncidentPair> best = new PriorityQueue<>(BEST_FIRST.reversed());
  private final Map<State, Integer> counts = new TreeMap<>();
  private final Decisions decisions;
  private final Map<String, List<Decision>> unsure = new TreeMap<>();
  private final Map<String, Set<String>> articles = new TreeMap<>();
  private final Map<String, Set<String>> reports = new TreeMap<>();

  private Duplicates(Store store) {
    List<Decision> all = store.decisions().stream().map(StoredDecision::decision).toList();
    this.decisions = Decisions.of(all);
    for (Decision decision : decisions.counting()) {
      if (decision instanceof Decision.Unsure one) {
        unsure.computeIfAbsent(one.incident(), id -> new ArrayList<>()).add(one);
      }
    }
    for (ReportPlace report : store.reportPlaces()) {
      if (report.incident() != null) {
        articles.computeIfAbsent(report.incident(), id -> new TreeSet<>()).add(report.article());
        reports.computeIfAbsent(report.incident(), id -> new TreeSet<>()).add(report.id());
      }
    }
  }

  /**
   * Pairs of incidents.
   *
   * @param pairs the likeliest first, {@link #MOST} at most
   * @param counts how many there are in each state, those left out too
   */
  public record Found(List<IncidentPair> pairs, Map<State, Integer> counts) {

    /** Copies both. */
    public Found {
      pairs = List.copyOf(pairs);
      counts = Collections.unmodifiableMap(new TreeMap<>(counts));
    }
  }

  /** The pairs among the incidents of a store that stand. */
  public static Found of(Store store) {
    Duplicates duplicates = new Duplicates(store);
    TreeMap<String, List<IncidentRecord>> byCountry = new TreeMap<>();
    store.incidents(
        IncidentFilter.STANDING,
        null,
        Integer.MAX_VALUE,
        incident -> {
          if (incident.place() != null && incident.dateStart() != null) {
            byCountry
                .computeIfAbsent(country(incident), code -> new ArrayList<>())
                .add(withoutClaims(incident));
          }
        });
    byCountry.values().forEach(duplicates::among);
    List<IncidentPair> pairs = new ArrayList<>(duplicates.best);
    pairs.sort(BEST_FIRST);
    return new Found(pairs, duplicates.counts);
  }

  private static String country(IncidentRecord incident) {
    IncidentRecord.Location place = incident.place();
    return place == null || place.country() == null ? "" : place.country();
  }

  private void add(@Nullable IncidentPair pair) {
    if (pair != null) {
      counts.merge(pair.state(), 1, Integer::sum);
      best.add(pair);
      if (best.size() > MOST) {
        best.poll();
      }
    }
  }

  private void among(List<IncidentRecord> incidents) {
    incidents.sort(
        Comparator.comparing(Duplicates::start)
            .thenComparing(Duplicates::end)
            .thenComparing(IncidentRecord::id));
    for (int i = 0; i < incidents.size(); i++) {
      IncidentRecord one = incidents.get(i);
      LocalDate last = end(one).plusDays(1);
      for (int j = i + 1; j < incidents.size(); j++) {
        IncidentRecord two = incidents.get(j);
        if (start(two).isAfter(last)) {
          break;
        }
        boolean inOrder = one.id().compareTo(two.id()) < 0;
        add(pair(inOrder ? one : two, inOrder ? two : one));
      }
    }
  }

  /** The first day; incidents without one are left out before. */
  private static LocalDate start(IncidentRecord incident) {
    return incident.dateStart() == null ? LocalDate.MAX : incident.dateStart();
  }

  /** The last day; a window that is open at its end counts as one day here. */
  private static LocalDate end(IncidentRecord incident) {
    return incident.dateEnd() == null ? start(incident) : incident.dateEnd();
  }

  private @Nullable IncidentPair pair(IncidentRecord a, IncidentRecord b) {
    List<Finding> findings =
        PairFit.of(
            a, b, articles.getOrDefault(a.id(), Set.of()), articles.getOrDefault(b.id(), Set.of()));
    if (findings.isEmpty()) {
      return null;
    }
    double score = findings.stream().mapToDouble(Finding::weight).sum();
    boolean vague = PairFit.isVague(a) || PairFit.isVague(b);
    if (score < (vague ? WORTH_IF_VAGUE : WORTH)) {
      return null;
    }
    String apart = apart(a.id(), b.id());
    String doubt = doubt(a.id(), b.id());
    State state = apart != null ? State.APART : doubt != null ? State.UNSURE : State.OPEN;
    return new IncidentPair(a.id(), b.id(), score, findings, state, apart != null ? apart : doubt);
  }

  /** The decision that keeps the two apart, or null. */
  private @Nullable String apart(String a, String b) {
    Set<String> ofA = reports.getOrDefault(a, Set.of());
    Set<String> ofB = reports.getOrDefault(b, Set.of());
    boolean decided =
        ofA.stream().anyMatch(one -> decisions.apartFrom(one).stream().anyMatch(ofB::contains));
    if (!decided) {
      return null;
    }
    for (Decision decision : decisions.counting().reversed()) {
      if (decision instanceof Decision.Split split
          && (touches(split.part(), ofA) && touches(split.rest(), ofB)
              || touches(split.part(), ofB) && touches(split.rest(), ofA))) {
        return split.id();
      }
    }
    return null;
  }

  private static boolean touches(List<String> ids, Set<String> others) {
    return ids.stream().anyMatch(others::contains);
  }

  /** The last decision on one of the two that names the other in its reason, or null. */
  private @Nullable String doubt(String a, String b) {
    String found = null;
    for (Decision decision : unsure.getOrDefault(a, List.of())) {
      found = decision.reason().contains(b) ? decision.id() : found;
    }
    for (Decision decision : unsure.getOrDefault(b, List.of())) {
      found = decision.reason().contains(a) ? decision.id() : found;
    }
    return found;
  }

  /** The record without its claims, which take most of the room. */
  private static IncidentRecord withoutClaims(IncidentRecord it) {
    return new IncidentRecord(
        it.id(),
        it.version(),
        it.status(),
        it.firm(),
        it.dateStart(),
        it.dateEnd(),
        it.datePrecision(),
        it.type(),
        it.count(),
        it.place(),
        it.actors(),
        it.claimedBy(),
        it.accused(),
        it.deniedBy(),
        it.targets(),
        it.weapons(),
        it.outcomes(),
        it.killed(),
        it.injured(),
        it.attackersKilled(),
        it.reportCount(),
        it.independentSourceCount(),
        it.sources(),
        it.urls(),
        it.disputedFields(),
        it.editedFields(),
        it.firstPublished(),
        it.createdAt(),
        it.updatedAt(),
        it.mergedInto(),
        "{}");
  }
}
