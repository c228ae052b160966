package org.isnad.export;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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

  private final ColumnList columns = new ColumnList();

  private AcledColumns() {}

  /** Whether ACLED codes events of its type, and has days to put it at. */
  static boolean holds(IncidentRecord incident) {
    return !incident.status().isTombstone()
        && !Crosswalk.type(incident.type()).acled().isEmpty()
        && day(incident) != null;
  }

  private List<Column> columns() {
    columns.text("event_id_cnty", IncidentRecord::id);
    columns.text("event_date", i -> Objects.toString(day(i), null));
    columns.number("year", AcledColumns::year);
    columns.number("time_precision", i -> timePrecision(i.datePrecision()));
    columns.text("disorder_type", AcledColumns::disorder);
    columns.text("event_type", i -> Crosswalk.type(i.type()).acled());
    columns.text("sub_event_type", i -> Crosswalk.type(i.type()).acledSub());
    parties();
    place();
    columns.text("source", i -> String.join("; ", i.sources()));
    columns.empty("source_scale");
    columns.text("notes", Summary.ENGLISH::of);
    columns.number("fatalities", AcledColumns::fatalities);
    columns.text("tags", AcledColumns::tags);
    columns.text("timestamp", IncidentRecord::updatedAt);
    return columns.all();
  }

  private void parties() {
    columns.text("actor1", i -> ColumnList.actor(i, 0));
    columns.empty("assoc_actor_1");
    columns.empty("inter1");
    columns.text("actor2", i -> ColumnList.actor(i, 1));
    columns.empty("assoc_actor_2");
    columns.empty("inter2");
    columns.empty("interaction");
    columns.empty("civilian_targeting");
  }

  private void place() {
    columns.number(
        "iso", i -> i.place() == null ? null : Crosswalk.numericCountry(i.place().country()));
    columns.empty("region");
    columns.located("country", Location::countryEn);
    columns.located("admin1", Location::provinceEn);
    columns.empty("admin2");
    columns.empty("admin3");
    columns.located("location", p -> p.nameEn() == null ? p.name() : p.nameEn());
    columns.degrees("latitude", Location::lat);
    columns.degrees("longitude", Location::lon);
    columns.number("geo_precision", i -> i.place() == null ? null : geoPrecision(i.place()));
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
}
