package org.isnad.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What charts draw: incidents counted by windows of days and by outlets, and the deadliest. */
public final class Charts {

  private final Database database;

  Charts(Database database) {
    this.database = database;
  }

  /**
   * So many incidents of one type in one window of days.
   *
   * @param first first possible day, or null where open
   * @param last last possible day, or null where open
   * @param type published identifier, or null
   * @param incidents how many
   */
  public record Window(
      @Nullable LocalDate first, @Nullable LocalDate last, @Nullable String type, int incidents) {}

  /** The incidents under a filter, counted by their windows and types, in the order of these. */
  public List<Window> windows(IncidentFilter filter) {
    IncidentTable.Conditions conditions = IncidentTable.Conditions.of(filter);
    String sql =
        "SELECT first_day, last_day, type, count(*) AS n FROM incidents"
            + conditions.sql()
            + " GROUP BY first_day, last_day, type ORDER BY first_day, last_day, type";
    return database.read(
        handle ->
            conditions
                .bind(handle.createQuery(sql))
                .map(
                    (row, context) ->
                        new Window(
                            day(row.getString("first_day")),
                            day(row.getString("last_day")),
                            row.getString("type"),
                            row.getInt("n")))
                .list());
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }

  /** The incidents under a filter with the most killed, by the best figure. */
  public List<IncidentRecord> deadliest(IncidentFilter filter, int limit) {
    IncidentTable.Conditions conditions = IncidentTable.Conditions.of(filter);
    conditions.add("killed > :none", "none", 0);
    String sql =
        "SELECT id FROM incidents" + conditions.sql() + " ORDER BY killed DESC, id LIMIT " + limit;
    return database.read(
        handle -> {
          List<IncidentRecord> found = new ArrayList<>();
          IncidentTable table = new IncidentTable(handle);
          for (String id : conditions.bind(handle.createQuery(sql)).mapTo(String.class).list()) {
            table.one(id).ifPresent(found::add);
          }
          return found;
        });
  }

  /**
   * An outlet.
   *
   * @param name its name, or the id of an article without outlet
   * @param incidents how many incidents it tells of
   * @param alone how many of them no other outlet tells of
   */
  public record Outlet(String name, int incidents, int alone) {}

  /** The outlets of the incidents under a filter, those that tell of most first. */
  public List<Outlet> outlets(IncidentFilter filter) {
    IncidentTable.Conditions conditions = IncidentTable.Conditions.of(filter);
    String sql =
        "SELECT term, count(*) AS n, sum(CASE WHEN outlets = 1 THEN 1 ELSE 0 END) AS alone FROM ("
            + "SELECT term, count(*) OVER (PARTITION BY incident) AS outlets FROM incident_terms"
            + " WHERE kind = 'source' AND incident IN (SELECT id FROM incidents"
            + conditions.sql()
            + ")) AS told GROUP BY term ORDER BY n DESC, term";
    return database.read(
        handle ->
            conditions
                .bind(handle.createQuery(sql))
                .map(
                    (row, context) ->
                        new Outlet(row.getString("term"), row.getInt("n"), row.getInt("alone")))
                .list());
  }
}
