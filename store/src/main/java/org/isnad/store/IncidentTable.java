package org.isnad.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Finds incidents. */
final class IncidentTable {

  /** Rows that the database hands over at a time. */
  private static final int FETCH = 500;

  private static final String COLUMNS =
      "SELECT coalesce(decided, json) AS json, version, status, created_at, updated_at, merged_into FROM incidents";

  private final Handle handle;

  IncidentTable(Handle handle) {
    this.handle = handle;
  }

  /** Hands over what the filter lets through, in the order of ids, {@code after} left out. */
  void each(
      IncidentFilter filter, @Nullable String after, int limit, Consumer<IncidentRecord> consumer) {
    Conditions conditions = Conditions.of(filter);
    if (after != null) {
      conditions.add("id > :after", "after", after);
    }
    // The ids come from an index that holds all that is filtered by; then the rows, one by one.
    String sql =
        COLUMNS
            + " WHERE id IN (SELECT id FROM incidents"
            + conditions.sql()
            + " ORDER BY id LIMIT "
            + limit
            + ") ORDER BY id";
    try (Query query = conditions.bind(handle.createQuery(sql)).setFetchSize(FETCH);
        Stream<IncidentRecord> rows = query.map((row, context) -> record(row)).stream()) {
      for (Iterator<IncidentRecord> all = rows.iterator(); all.hasNext(); ) {
        consumer.accept(all.next());
      }
    }
  }

  int count(IncidentFilter filter) {
    Conditions conditions = Conditions.of(filter);
    return conditions
        .bind(handle.createQuery("SELECT count(*) FROM incidents" + conditions.sql()))
        .mapTo(Integer.class)
        .one();
  }

  Optional<IncidentRecord> one(String id) {
    return handle
        .createQuery(COLUMNS + " WHERE id = :id")
        .bind("id", id)
        .map((row, context) -> record(row))
        .findOne();
  }

  List<IncidentRecord> versions(String id) {
    return handle
        .createQuery(
            "SELECT json, version, status, NULL AS created_at, replaced_at AS updated_at, NULL AS merged_into"
                + " FROM incident_versions WHERE incident = :id ORDER BY version")
        .bind("id", id)
        .map((row, context) -> record(row))
        .list();
  }

  private static IncidentRecord record(ResultSet row) throws SQLException {
    return RecordReader.record(
        row.getString("json"),
        new RecordReader.Standing(
            row.getInt("version"),
            ReviewStatus.of(row.getString("status")),
            row.getString("created_at"),
            row.getString("updated_at"),
            row.getString("merged_into")));
  }

  /** The parts of a WHERE, with what is bound in them. */
  static final class Conditions {

    private final List<String> parts = new ArrayList<>();
    private final Map<String, Object> values = new TreeMap<>();
    private final Map<String, List<String>> lists = new TreeMap<>();

    static Conditions of(IncidentFilter filter) {
      Conditions conditions = new Conditions();
      conditions.days(filter);
      conditions.places(filter);
      conditions.terms(filter);
      if (!filter.types().isEmpty()) {
        conditions.parts.add("type IN (<types>)");
        conditions.lists.put("types", List.copyOf(filter.types()));
      }
      if (filter.ids() != null) {
        conditions.parts.add(filter.ids().isEmpty() ? "1 = 0" : "id IN (<ids>)");
        if (!filter.ids().isEmpty()) {
          conditions.lists.put("ids", List.copyOf(filter.ids()));
        }
      }
      if (filter.killedMin() != null) {
        conditions.add("killed >= :killed", "killed", filter.killedMin());
      }
      if (filter.disputed() != null) {
        conditions.add("disputed = :disputed", "disputed", filter.disputed() ? 1 : 0);
      }
      if (filter.minIndependent() != null) {
        conditions.add("independent >= :independent", "independent", filter.minIndependent());
      }
      conditions.statuses(filter);
      return conditions;
    }

    void add(String part, String name, Object value) {
      parts.add(part);
      values.put(name, value);
    }

    String sql() {
      return parts.isEmpty() ? "" : " WHERE " + String.join(" AND ", parts);
    }

    Query bind(Query query) {
      values.forEach(query::bind);
      lists.forEach(query::bindList);
      return query;
    }

    private void statuses(IncidentFilter filter) {
      if (filter.statuses().size() == ReviewStatus.values().length) {
        return;
      }
      List<String> wanted =
          Stream.of(ReviewStatus.values())
              .filter(
                  s ->
                      filter.statuses().isEmpty()
                          ? !s.isTombstone()
                          : filter.statuses().contains(s))
              .map(ReviewStatus::id)
              .toList();
      parts.add("status IN (<statuses>)");
      lists.put("statuses", wanted);
    }

    private void days(IncidentFilter filter) {
      if (filter.from() != null || filter.to() != null) {
        parts.add("(first_day IS NOT NULL OR last_day IS NOT NULL)");
      }
      if (filter.from() != null) {
        add("(last_day IS NULL OR last_day >= :from)", "from", filter.from().toString());
      }
      if (filter.to() != null) {
        add("(first_day IS NULL OR first_day <= :to)", "to", filter.to().toString());
      }
    }

    private void places(IncidentFilter filter) {
      if (filter.country() != null) {
        add("country = :country", "country", filter.country());
      }
      if (filter.province() != null) {
        add("province = :province", "province", filter.province());
      }
      if (!filter.placePrecisions().isEmpty()) {
        parts.add("place_precision IN (<precisions>)");
        lists.put("precisions", List.copyOf(filter.placePrecisions()));
      }
      IncidentFilter.Box box = filter.box();
      if (box != null) {
        add("lat >= :south", "south", box.south());
        add("lat <= :north", "north", box.north());
        String joint = box.west() <= box.east() ? " AND " : " OR ";
        add("(lon >= :west" + joint + "lon <= :east)", "west", box.west());
        values.put("east", box.east());
      }
    }

    private void terms(IncidentFilter filter) {
      term("'actor', 'claimed-by'", "actor", filter.actor());
      term("'target'", "target", filter.target());
      term("'weapon'", "weapon", filter.weapon());
      term("'source'", "source", filter.source());
    }

    private void term(String kinds, String name, @Nullable String term) {
      if (term != null) {
        add(
            "id IN (SELECT incident FROM incident_terms WHERE kind IN ("
                + kinds
                + ") AND term = :"
                + name
                + ")",
            name,
            term);
      }
    }
  }
}
