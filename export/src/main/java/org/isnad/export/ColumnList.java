package org.isnad.export;

import static org.isnad.export.Column.Kind.DECIMAL;
import static org.isnad.export.Column.Kind.INTEGER;
import static org.isnad.export.Column.Kind.TEXT;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.isnad.store.IncidentRecord;
import org.isnad.store.IncidentRecord.Location;
import org.jspecify.annotations.Nullable;

/** The columns of another project's table, put together one after the other. */
final class ColumnList {

  private final List<Column> columns = new ArrayList<>();

  List<Column> all() {
    return List.copyOf(columns);
  }

  void text(String name, Function<IncidentRecord, @Nullable String> value) {
    columns.add(new Column(name, "", TEXT, (i, o) -> value.apply(i)));
  }

  void number(String name, Function<IncidentRecord, @Nullable Integer> value) {
    columns.add(new Column(name, "", INTEGER, (i, o) -> value.apply(i)));
  }

  /** A column that stays empty where the incident has no place. */
  void located(String name, Function<Location, @Nullable String> value) {
    text(name, i -> i.place() == null ? null : value.apply(i.place()));
  }

  /** Degrees of latitude or longitude of the place. */
  void degrees(String name, Function<Location, @Nullable Double> value) {
    columns.add(
        new Column(name, "", DECIMAL, (i, o) -> i.place() == null ? null : value.apply(i.place())));
  }

  /** A column that only the other project's coders can fill. */
  void empty(String name) {
    text(name, i -> null);
  }

  /** The n-th actor's name, counted from zero. */
  static @Nullable String actor(IncidentRecord incident, int n) {
    return incident.actors().size() <= n ? null : IncidentColumns.name(incident.actors().get(n));
  }
}
