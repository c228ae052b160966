package org.isnad.export;

import static org.isnad.export.Column.Kind.DATE;
import static org.isnad.export.Column.Kind.DECIMAL;
import static org.isnad.export.Column.Kind.INTEGER;
import static org.isnad.export.Column.Kind.TEXT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.isnad.store.IncidentRecord;
import org.isnad.store.IncidentRecord.Location;
import org.isnad.store.IncidentRecord.Named;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the table of incidents, in their order. They are published as {@code
 * incident-row.schema.json} under a versioned {@code $id}; columns are only ever added, at the end.
 *
 * <p>A merged or retracted incident is a row too, a tombstone: its id, version, status and
 * successor, and nothing of what it said.
 */
public final class IncidentColumns {

  /** Between several values in one cell; a list that matters has a companion file. */
  private static final String AND = "; ";

  /** All columns. */
  public static final List<Column> ALL = List.copyOf(new Builder().columns());

  private IncidentColumns() {}

  /** Names of several parties, English where the register has them. */
  static String names(List<Named> parties) {
    return String.join(AND, parties.stream().map(IncidentColumns::name).distinct().toList());
  }

  /** The English name of the register, else the name as written. */
  static String name(Named party) {
    return party.nameEn() == null ? party.name() : party.nameEn();
  }

  /** Puts the columns together. */
  private static final class Builder {

    private final List<Column> columns = new ArrayList<>();

    List<Column> columns() {
      standing("incident_id", "#event+id", TEXT, (i, o) -> i.id());
      standing("version", "#meta+version", INTEGER, (i, o) -> i.version());
      standing("status", "#status", TEXT, (i, o) -> i.status().id());
      what();
      who();
      where();
      tolls();
      sources();
      return columns;
    }

    private void what() {
      day("date_start", "#date+start", IncidentRecord::dateStart);
      day("date_end", "#date+end", IncidentRecord::dateEnd);
      text("date_precision", "#date+precision", i -> i.datePrecision().id());
      text("event_type", "#event+type", IncidentRecord::type);
      text("acled_event_type", "", i -> Crosswalk.type(i.type()).acled());
      text("acled_sub_event_type", "", i -> Crosswalk.type(i.type()).acledSub());
      text("plover_event", "", i -> Crosswalk.type(i.type()).plover());
    }

    private void who() {
      text("actor1", "#group+name+first", i -> actor(i, 0));
      text("actor1_status", "", i -> i.actors().isEmpty() ? null : i.actors().getFirst().status());
      text("actor2", "#group+name+second", i -> actor(i, 1));
      text("claimed_by", "#group+name+claimed", i -> names(i.claimedBy()));
      text("target", "", i -> names(i.targets()));
      text("weapon", "", i -> String.join(AND, i.weapons()));
    }

    private static @Nullable String actor(IncidentRecord incident, int n) {
      return incident.actors().size() <= n ? null : name(incident.actors().get(n));
    }

    private void where() {
      place("country", "#country+name", Location::countryEn);
      place("iso3", "#country+code", Location::iso3);
      place("admin1_en", "#adm1+name+i_en", Location::provinceEn);
      place("admin1_ar", "#adm1+name+i_ar", Location::provinceAr);
      place("location_en", "#loc+name+i_en", Location::nameEn);
      place("location_ar", "#loc+name+i_ar", p -> p.nameAr() == null ? p.name() : p.nameAr());
      add("latitude", "#geo+lat", DECIMAL, i -> i.place() == null ? null : i.place().lat());
      add("longitude", "#geo+lon", DECIMAL, i -> i.place() == null ? null : i.place().lon());
      place("geo_precision", "#geo+precision", Location::precision);
    }

    private void tolls() {
      number("killed_low", "#affected+killed+min", i -> i.killed().low());
      number("killed_best", "#affected+killed", i -> i.killed().best());
      number("killed_high", "#affected+killed+max", i -> i.killed().high());
      number("injured_low", "", i -> i.injured().low());
      number("injured_best", "", i -> i.injured().best());
      number("injured_high", "", i -> i.injured().high());
    }

    private void sources() {
      number("report_count", "", IncidentRecord::reportCount);
      number("source_count", "#meta+source+num", IncidentRecord::sourceCount);
      number("independent_source_count", "", IncidentRecord::independentSourceCount);
      text("sources", "#meta+source", i -> String.join(AND, i.sources()));
      text("source_urls", "#meta+url", i -> String.join(AND, i.urls()));
      text("disputed_fields", "#meta+conflict", i -> String.join(AND, i.disputedFields()));
      text("summary_ar", "", Summary.ARABIC::of);
      text("summary_en", "", Summary.ENGLISH::of);
      day("first_published", "", IncidentRecord::firstPublished);
      standing("updated_at", "", TEXT, (i, o) -> i.updatedAt());
      standing("merged_into", "", TEXT, (i, o) -> i.mergedInto());
      standing("record_url", "", TEXT, (i, o) -> o.recordUrl(i.id()));
    }

    private void place(String name, String hxl, Function<Location, @Nullable String> value) {
      text(name, hxl, i -> i.place() == null ? null : value.apply(i.place()));
    }

    private void text(String name, String hxl, Function<IncidentRecord, @Nullable String> value) {
      add(name, hxl, TEXT, value::apply);
    }

    private void day(String name, String hxl, Function<IncidentRecord, @Nullable LocalDate> value) {
      add(name, hxl, DATE, i -> Objects.toString(value.apply(i), null));
    }

    private void number(
        String name, String hxl, Function<IncidentRecord, @Nullable Integer> value) {
      add(name, hxl, INTEGER, value::apply);
    }

    /** A column that a tombstone leaves empty. */
    private void add(
        String name,
        String hxl,
        Column.Kind kind,
        Function<IncidentRecord, @Nullable Object> value) {
      standing(name, hxl, kind, (i, o) -> i.status().isTombstone() ? null : empty(value.apply(i)));
    }

    private void standing(
        String name,
        String hxl,
        Column.Kind kind,
        BiFunction<IncidentRecord, ExportOptions, @Nullable Object> value) {
      columns.add(new Column(name, hxl, kind, value));
    }

    private static @Nullable Object empty(@Nullable Object value) {
      return "".equals(value) ? null : value;
    }
  }
}
