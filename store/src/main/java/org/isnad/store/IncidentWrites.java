package org.isnad.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.isnad.store.Results.IncidentRow;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Brings the stored incidents to a new state and keeps the old one: what is the same is not
 * touched, what differs becomes a new version, and every change is logged.
 */
final class IncidentWrites {

  /** Incidents compared and written at a time. */
  private static final int BATCH = 500;

  private static final String INSERT =
      "INSERT INTO incidents (id, json, anchor, decided, version, status, merged_into, created_at, updated_at, type,"
          + " first_day, last_day, country, province, place, place_precision, lat, lon, killed, disputed, independent)"
          + " VALUES (:id, :json, :anchor, :decided, :version, :status, :merged_into, :at, :at, :type, :first_day,"
          + " :last_day, :country, :province, :place, :place_precision, :lat, :lon, :killed, :disputed, :independent)";

  private static final String UPDATE =
      "UPDATE incidents SET json = :json, anchor = :anchor, decided = :decided, version = :version, status = :status,"
          + " merged_into = :merged_into, updated_at = :at, type = :type, first_day = :first_day, last_day = :last_day,"
          + " country = :country, province = :province, place = :place, place_precision = :place_precision, lat = :lat,"
          + " lon = :lon, killed = :killed, disputed = :disputed, independent = :independent WHERE id = :id";

  private final Handle handle;
  private final DocumentLog documents;
  private final Instant at;
  private final String cause;
  private final Counters counters;

  /** A row as it stands in the store. */
  private record Current(
      String id,
      String json,
      @Nullable String anchor,
      @Nullable String decided,
      int version,
      ReviewStatus status,
      @Nullable String mergedInto) {

    String shown() {
      return decided == null ? json : decided;
    }
  }

  /** A row as it is to be. */
  private record Next(
      String id,
      String json,
      @Nullable String anchor,
      @Nullable String decided,
      ReviewStatus status,
      @Nullable String mergedInto) {

    String shown() {
      return decided == null ? json : decided;
    }

    boolean isSame(Current current) {
      return json.equals(current.json)
          && Objects.equals(decided, current.decided)
          && status == current.status
          && Objects.equals(mergedInto, current.mergedInto);
    }
  }

  /**
   * Writes of one moment.
   *
   * @param documents is told of every incident that is written, and to be ended by whoever gave it
   */
  IncidentWrites(Handle handle, DocumentLog documents, Instant at, String cause) {
    this.handle = handle;
    this.documents = documents;
    this.at = at;
    this.cause = cause;
    this.counters = new Counters(handle);
  }

  /**
   * Puts incidents in the place of those that stand.
   *
   * @param decisions those that count, by incident
   * @param origins of an incident, another that some of its reports belong to so far
   */
  void replace(
      Results results, Map<String, List<StoredDecision>> decisions, Map<String, String> origins) {
    try (KeptRows standing = new KeptRows(handle, "incidents", "id")) {
      write(results, decisions, origins, standing);
      bury(standing, results.redirects());
    }
    redirects(results.redirects());
  }

  private void write(
      Results results,
      Map<String, List<StoredDecision>> decisions,
      Map<String, String> origins,
      KeptRows standing) {
    List<IncidentRow> batch = new ArrayList<>(BATCH);
    for (IncidentRow row : results.incidents()) {
      standing.add(row.id());
      batch.add(row);
      if (batch.size() == BATCH) {
        write(batch, decisions, origins);
        batch.clear();
      }
    }
    write(batch, decisions, origins);
  }

  private void write(
      List<IncidentRow> batch,
      Map<String, List<StoredDecision>> decisions,
      Map<String, String> origins) {
    Set<String> plain = plain(batch, decisions);
    Map<String, Current> stored =
        current(
            batch.stream()
                .filter(row -> row.json() == null && !plain.contains(row.id()))
                .map(IncidentRow::id)
                .toList());
    List<Next> next = new ArrayList<>();
    for (IncidentRow row : batch) {
      Current current = stored.get(row.id());
      String json = row.json() == null && current != null ? current.json : row.json();
      if (json != null) {
        Projection made = Projection.of(json, decisions.getOrDefault(row.id(), List.of()));
        next.add(new Next(row.id(), json, row.anchor(), made.json(), made.status(), null));
      }
    }
    write(next, origins);
    new IncidentInputs(handle).keep(batch);
  }

  /** Those that are as they are stored, and that no decision ever changed. */
  private Set<String> plain(List<IncidentRow> batch, Map<String, List<StoredDecision>> decisions) {
    List<String> ids =
        batch.stream()
            .filter(row -> row.json() == null && !decisions.containsKey(row.id()))
            .map(IncidentRow::id)
            .toList();
    return ids.isEmpty()
        ? Set.of()
        : handle
            .createQuery(
                "SELECT id FROM incidents WHERE id IN (<ids>) AND decided IS NULL AND status ="
                    + " 'suggested'")
            .bindList("ids", ids)
            .mapTo(String.class)
            .collect(Collectors.toSet());
  }

  /**
   * Fills the columns of incidents that a program without these columns stored. Their identifiers
   * were made from the smallest ids of their reports.
   */
  void complete() {
    List<String> ids =
        handle
            .createQuery("SELECT id FROM incidents WHERE anchor IS NULL ORDER BY id")
            .mapTo(String.class)
            .list();
    for (int from = 0; from < ids.size(); from += BATCH) {
      List<String> some = ids.subList(from, Math.min(ids.size(), from + BATCH));
      for (Current current : current(some).values()) {
        handle.execute(
            "UPDATE incidents SET anchor = (SELECT min(id) FROM reports WHERE incident = ?) WHERE id = ?",
            current.id,
            current.id);
        SearchColumns.complete(handle, current.id, current.json);
      }
    }
  }

  /** Applies the decisions anew to incidents that stand. */
  void project(Collection<String> ids, Map<String, List<StoredDecision>> decisions) {
    List<Next> next = new ArrayList<>();
    for (Current current : current(ids).values()) {
      if (current.status != ReviewStatus.MERGED) {
        Projection projection =
            Projection.of(current.json, decisions.getOrDefault(current.id, List.of()));
        next.add(
            new Next(
                current.id,
                current.json,
                current.anchor,
                projection.json(),
                projection.status(),
                null));
      }
    }
    write(next, Map.of());
  }

  private void write(List<Next> batch, Map<String, String> origins) {
    Map<String, Current> known = current(batch.stream().map(Next::id).toList());
    List<Next> inserted = new ArrayList<>();
    List<Next> changed = new ArrayList<>();
    for (Next next : batch) {
      Current current = known.get(next.id);
      if (current == null) {
        inserted.add(next);
      } else if (!next.isSame(current)) {
        changed.add(next);
      } else if (!Objects.equals(next.anchor, current.anchor)) {
        handle.execute("UPDATE incidents SET anchor = ? WHERE id = ?", next.anchor, next.id);
      }
    }
    rows(INSERT, inserted, known);
    rows(UPDATE, changed, known);
    inserted.forEach(next -> documents.add(DocumentLog.INCIDENT, next.id));
    changed.forEach(next -> documents.add(DocumentLog.INCIDENT, next.id));
    terms(inserted, changed);
    List<ChangeRow> log = new ArrayList<>();
    inserted.forEach(next -> log.add(created(next, origins.get(next.id))));
    for (Next next : changed) {
      Current current = known.get(next.id);
      if (current != null) {
        keep(current);
        log.add(revised(current, next));
      }
    }
    log(log);
  }

  /** Those that stood and have no reports any more are merged or gone; their ids stay known. */
  private void bury(KeptRows standing, Map<String, String> redirects) {
    List<Next> buried = new ArrayList<>();
    List<String> gone = standing.others();
    for (int from = 0; from < gone.size(); from += BATCH) {
      List<String> some = gone.subList(from, Math.min(gone.size(), from + BATCH));
      for (Current current : current(some).values()) {
        String successor = redirects.get(current.id);
        buried.add(
            new Next(
                current.id,
                current.json,
                current.anchor,
                current.decided,
                successor == null ? ReviewStatus.RETRACTED : ReviewStatus.MERGED,
                successor));
      }
      write(buried, Map.of());
      buried.clear();
    }
  }

  private void redirects(Map<String, String> redirects) {
    handle.execute("DELETE FROM redirects");
    redirects.forEach(
        (id, successor) -> handle.execute("INSERT INTO redirects VALUES (?, ?)", id, successor));
  }

  private Map<String, Current> current(Collection<String> ids) {
    Map<String, Current> current = new java.util.TreeMap<>();
    if (ids.isEmpty()) {
      return current;
    }
    handle
        .createQuery(
            "SELECT id, json, anchor, decided, version, status, merged_into FROM incidents WHERE id IN (<ids>)")
        .bindList("ids", List.copyOf(ids))
        .map(
            (row, context) ->
                new Current(
                    row.getString("id"),
                    row.getString("json"),
                    row.getString("anchor"),
                    row.getString("decided"),
                    row.getInt("version"),
                    ReviewStatus.of(row.getString("status")),
                    row.getString("merged_into")))
        .forEach(row -> current.put(row.id, row));
    return current;
  }

  private void rows(String sql, List<Next> rows, Map<String, Current> known) {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedBatch batch = handle.prepareBatch(sql)) {
      for (Next next : rows) {
        Current current = known.get(next.id);
        SearchColumns.bind(batch, next.shown());
        batch
            .bind("id", next.id)
            .bind("json", next.json)
            .bind("anchor", next.anchor)
            .bind("decided", next.decided)
            .bind("version", current == null ? 1 : current.version + 1)
            .bind("status", next.status.id())
            .bind("merged_into", next.mergedInto)
            .bind("at", at.toString())
            .add();
      }
      batch.execute();
    }
  }

  private void terms(List<Next> inserted, List<Next> changed) {
    for (Next next : changed) {
      handle.execute("DELETE FROM incident_terms WHERE incident = ?", next.id);
    }
    List<Next> all = new ArrayList<>(inserted);
    all.addAll(changed);
    SearchColumns.terms(handle, all.stream().map(Next::shown).toList());
  }

  private void keep(Current current) {
    handle.execute(
        "INSERT INTO incident_versions (incident, version, status, replaced_at, json) VALUES (?, ?, ?, ?, ?)",
        current.id,
        current.version,
        current.status.id(),
        at.toString(),
        current.shown());
  }

  private ChangeRow created(Next next, @Nullable String origin) {
    String kind = origin == null ? "created" : "split";
    String before = origin == null ? null : "{\"incident\":\"" + origin + "\"}";
    return new ChangeRow(
        counters.next("changes"), kind, next.id, 1, at.toString(), cause, before, null);
  }

  private ChangeRow revised(Current current, Next next) {
    String kind =
        next.status == current.status || !next.status.isTombstone()
            ? "revised"
            : next.status == ReviewStatus.MERGED ? "merged" : "retracted";
    Difference difference = Difference.between(current.shown(), next.shown());
    return new ChangeRow(
        counters.next("changes"),
        kind,
        next.id,
        current.version + 1,
        at.toString(),
        cause,
        difference.withStatus(current.status, current.mergedInto).before(),
        difference.withStatus(next.status, next.mergedInto).after());
  }

  private void log(List<ChangeRow> changes) {
    if (changes.isEmpty()) {
      return;
    }
    try (PreparedBatch batch =
        handle.prepareBatch("INSERT INTO changes VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (ChangeRow change : changes) {
        batch.add(
            change.seq(),
            change.kind(),
            change.incident(),
            change.version(),
            change.changedAt(),
            change.cause(),
            change.before(),
            change.after());
      }
      batch.execute();
    }
  }
}
