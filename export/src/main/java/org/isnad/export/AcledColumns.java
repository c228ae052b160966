package org.isnad.export;

import static org.isnad.export.Column.Kind.DECIMAL;
import static org.isnad.export.Column.Kind.INTEGER;
import static org.isnad.export.Column.Kind.TEXT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.isnad.core.incident.CollapseRule;
import org.isnad.store.DatePrecision;
import org.isnad.store.IncidentRecord;
import org.isnad.store.IncidentRecord.Location;
import org.jspecify.annotations.Nullable;

/**
 * The shape of ACLED's table of events (ACLED codebook, 2024, columns of the data export), so that
 * programs that read one read the other. The fatalities are the most conservative figure, as ACLED
 * counts them; codes that only ACLED's coders can give ({@code inter1}, {@code interaction}) stay
 * empty. Events without a type there are left out and counted.
 */
final class AcledColumns {

  static final List<Column> ALL = List.copyOf(new AcledColumns().columns());

  private final List<Column> columns = new ArrayList<>();

  private AcledColumns() {}

  /** Whether ACLED codes events of its type, and has days to put it at. */
  static boolean holds(IncidentRecord incident) {
    return !incident.status().isTombstone()
        && !Crosswalk.type(incident.type()).acled().isEmpty()
        && day(incident) != null;
  }

  private List<Column> columns() {
    text("event_id_cnty", IncidentRecord::id);
    text("event_date", i -> Objects.toString(day(i), null));
    number("year", AcledColumns::year);
    number("time_precision", i -> timePrecision(i.datePrecision()));
    text("disorder_type", AcledColumns::disorder);
    text("event_type", i -> Crosswalk.type(i.type()).acled());
    text("sub_event_type", i -> Crosswalk.type(i.type()).acledSub());
    parties();
    place();
    text("source", i -> String.join("; ", i.sources()));
    text("source_scale", i -> null);
    text("notes", Summary.ENGLISH::of);
    number("fatalities", AcledColumns::fatalities);
    text("tags", AcledColumns::tags);
    text("timestamp", IncidentRecord::updatedAt);
    return columns;
  }

  private void parties() {
    text("actor1", i -> actor(i, 0));
    text("assoc_actor_1", i -> null);
    text("inter1", i -> null);
    text("actor2", i -> actor(i, 1));
    text("assoc_actor_2", i -> null);
    text("inter2", i -> null);
    text("interaction", i -> null);
    text("civilian_targeting", i -> null);
  }

  private void place() {
    number("iso", i -> i.place() == null ? null : Crosswalk.numericCountry(i.place().country()));
    text("region", i -> null);
    located("country", Location::countryEn);
    located("admin1", Location::provinceEn);
    text("admin2", i -> null);
    text("admin3", i -> null);
    located("location", p -> p.nameEn() == null ? p.name() : p.nameEn());
    columns.add(degrees("latitude", Location::lat));
    columns.add(degrees("longitude", Location::lon));
    number("geo_precision", i -> i.place() == null ? null : geoPrecision(i.place()));
  }

  /** The first possible day; of an open start the last. */
  static @Nullable LocalDate day(IncidentRecord incident) {
    return incident.dateStart() == null ? incident.dateEnd() : incident.dateStart();
  }

  /** The year of {@link #day}. */
  static @Nullable Integer year(IncidentRecord incident) {
    LocalDate day = day(incident);
    return day == null ? null : Integer.valueOf(day.getYear());
  }

  /** 1 the day, 2 the week, 3 the month. */
  private static int timePrecision(DatePrecision precision) {
    return switch (precision) {
      case DAY -> 1;
      case WEEK -> 2;
      case MONTH, LONGER, OPEN, UNKNOWN -> 3;
    };
  }

  /** 1 the place, 2 its wider surroundings, 3 the province or wider. */
  private static int geoPrecision(Location place) {
    return switch (place.precision()) {
      case "site", "settlement" -> 1;
      case "district" -> 2;
      default -> 3;
    };
  }

  private static String disorder(IncidentRecord incident) {
    String type = Crosswalk.type(incident.type()).acled();
    return type.equals("Strategic developments") ? type : "Political violence";
  }

  private static Integer fatalities(IncidentRecord incident) {
    return Deaths.of(incident).by(CollapseRule.ACLED, false);
  }

  private static @Nullable String tags(IncidentRecord incident) {
    return incident.firm().equals("asserted") ? null : incident.firm();
  }

  private static @Nullable String actor(IncidentRecord incident, int n) {
    return incident.actors().size() <= n ? null : IncidentColumns.name(incident.actors().get(n));
  }

  private void located(String name, Function<Location, @Nullable String> value) {
    text(name, i -> i.place() == null ? null : value.apply(i.place()));
  }

  private static Column degrees(String name, Function<Location, @Nullable Double> value) {
    return new Column(
        name, "", DECIMAL, (i, o) -> i.place() == null ? null : value.apply(i.place()));
  }

  private void text(String name, Function<IncidentRecord, @Nullable String> value) {
    columns.add(new Column(name, "", TEXT, (i, o) -> value.apply(i)));
  }

  private void number(String name, Function<IncidentRecord, @Nullable Integer> value) {
    columns.add(new Column(name, "", INTEGER, (i, o) -> value.apply(i)));
  }
}
