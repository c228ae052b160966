package org.isnad.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.isnad.core.incident.Decision;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Takes a decision down, after seeing that it can be taken, and applies it where no linking is
 * needed.
 */
final class Decider {

  /** The setting under which whoever accepted an incident cannot publish it. */
  static final String TWO_PERSONS = "two-person-publishing";

  private final Handle handle;
  private final DecisionTable table;

  Decider(Handle handle) {
    this.handle = handle;
    this.table = new DecisionTable(handle);
  }

  /**
   * Takes a decision down.
   *
   * @param make makes the decision once its id is known
   * @param seen the version that the person saw, or null where that does not matter
   */
  Decided decide(Function<String, Decision> make, @Nullable Integer seen, Instant at) {
    long seq = new Counters(handle).next("decisions");
    Decision decision = make.apply(String.format(Locale.ROOT, "d%06d", seq));
    String incident = StoredDecision.incident(decision);
    IncidentRecord record = incident == null ? null : standing(incident, seen);
    allowed(decision, record);
    String read = incident == null ? "{}" : Projection.bests(read(incident));
    table.add(new StoredDecision(decision, record == null ? null : record.version(), read), seq);
    boolean relink = changesGroups(decision);
    if (relink) {
      new Counters(handle).next("state");
    } else {
      DocumentLog documents = new DocumentLog(handle);
      new IncidentWrites(handle, documents, at, decision.id())
          .project(concerned(decision), decisions());
      documents.end();
    }
    return new Decided(decision, relink);
  }

  /** Whether a decision was taken that puts reports together or apart, or takes such a one back. */
  private boolean changesGroups(Decision decision) {
    return switch (decision) {
      case Decision.Merge merge -> true;
      case Decision.Split split -> true;
      case Decision.Undo undo -> changesGroups(undone(undo));
      default -> false;
    };
  }

  private IncidentRecord standing(String incident, @Nullable Integer seen) {
    IncidentRecord record =
        new IncidentTable(handle)
            .one(incident)
            .orElseThrow(() -> new RefusedException("no incident '" + incident + "'"));
    if (record.status() == ReviewStatus.MERGED) {
      throw new RefusedException(
          "incident " + incident + " was merged into " + record.mergedInto() + "; decide on that");
    }
    if (seen != null && seen != record.version()) {
      throw new StaleException(incident, seen, record.version());
    }
    return record;
  }

  private void allowed(Decision decision, @Nullable IncidentRecord record) {
    if (decision.by().isBlank()) {
      throw new RefusedException("a decision needs the name of who decides");
    }
    switch (decision) {
      case Decision.Publish publish -> publishable(publish, record);
      case Decision.Undo undo -> undone(undo);
      case Decision.Merge merge -> known(merge.reports(), 2);
      case Decision.Split split -> {
        known(split.part(), 1);
        known(split.rest(), 1);
      }
      default -> {}
    }
  }

  private void publishable(Decision.Publish publish, @Nullable IncidentRecord record) {
    if (record == null || record.status() != ReviewStatus.APPROVED) {
      throw new RefusedException(
          "incident "
              + publish.incident()
              + " is "
              + (record == null ? "unknown" : record.status().id())
              + "; only one that somebody has accepted can be published");
    }
    if (Settings.isOn(handle, TWO_PERSONS) && !acceptedByAnother(publish)) {
      throw new RefusedException(
          "publishing takes two persons here, and only " + publish.by() + " has accepted it");
    }
  }

  /** Whether somebody else accepted the incident as it stands, after its last edit. */
  private boolean acceptedByAnother(Decision.Publish publish) {
    boolean accepted = false;
    for (StoredDecision stored : decisions().getOrDefault(publish.incident(), List.of())) {
      Decision decision = stored.decision();
      accepted =
          decision instanceof Decision.Accept
              ? accepted || !decision.by().equals(publish.by())
              : decision instanceof Decision.Comment && accepted;
    }
    return accepted;
  }

  private Decision undone(Decision.Undo undo) {
    return table.all().stream()
        .map(StoredDecision::decision)
        .filter(d -> d.id().equals(undo.undone()) && !d.id().equals(undo.id()))
        .findFirst()
        .orElseThrow(() -> new RefusedException("no decision '" + undo.undone() + "'"));
  }

  private void known(List<String> reports, int atLeast) {
    int found =
        handle
            .createQuery("SELECT count(*) FROM reports WHERE id IN (<ids>)")
            .bindList("ids", reports.isEmpty() ? List.of("") : reports)
            .mapTo(Integer.class)
            .one();
    if (found < Math.max(atLeast, new TreeSet<>(reports).size())) {
      throw new RefusedException(
          "of the reports " + reports + " the store has " + found + "; name at least " + atLeast);
    }
  }

  private Collection<String> concerned(Decision decision) {
    String incident = StoredDecision.incident(decision);
    if (incident != null) {
      return List.of(incident);
    }
    return decision instanceof Decision.Undo undo ? concerned(undone(undo)) : List.of();
  }

  private String read(String incident) {
    return handle
        .createQuery("SELECT json FROM incidents WHERE id = :id")
        .bind("id", incident)
        .mapTo(String.class)
        .one();
  }

  /** Those that count, by incident. */
  private Map<String, List<StoredDecision>> decisions() {
    Map<String, String> incidents = new TreeMap<>();
    List<StoredDecision> counting = new ArrayList<>(DecisionTable.counting(table.all()));
    TreeSet<String> reports = new TreeSet<>();
    counting.forEach(stored -> reports.addAll(StoredDecision.reports(stored.decision())));
    if (!reports.isEmpty()) {
      handle
          .createQuery(
              "SELECT id, incident FROM reports WHERE incident IS NOT NULL AND id IN (<ids>)")
          .bindList("ids", List.copyOf(reports))
          .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
          .forEach(row -> incidents.put(row.getKey(), row.getValue()));
    }
    Map<String, String> redirects = new TreeMap<>();
    handle
        .createQuery("SELECT id, successor FROM redirects")
        .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
        .forEach(row -> redirects.put(row.getKey(), row.getValue()));
    return DecisionTable.byIncident(counting, incidents, redirects);
  }
}
