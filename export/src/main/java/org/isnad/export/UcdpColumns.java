package org.isnad.export;

import java.util.List;
import java.util.Objects;
import org.isnad.core.incident.CollapseRule;
import org.isnad.store.DatePrecision;
import org.isnad.store.IncidentRecord;
import org.isnad.store.IncidentRecord.Location;
import org.jspecify.annotations.Nullable;

/**
 * The shape of UCDP's Georeferenced Event Dataset (UCDP GED codebook 24.1). An event is there only
 * with a death by its best estimate, and days to put it at; the others are left out and counted.
 * What only UCDP's coders can give (type of violence, ids of conflicts, dyads and sides) stays
 * empty, and all dead but the attackers are {@code deaths_unknown}, for the reports seldom say who
 * was a civilian.
 */
final class UcdpColumns {

  private final ColumnList columns = new ColumnList();

  /** Each incident is asked for its dead in several columns. */
  private @Nullable IncidentRecord counted;

  private @Nullable Deaths counts;

  UcdpColumns() {
    columns();
  }

  List<Column> all() {
    return columns.all();
  }

  private Deaths deaths(IncidentRecord incident) {
    Deaths known = counts;
    if (known == null || counted != incident) {
      known = Deaths.of(incident);
      counts = known;
      counted = incident;
    }
    return known;
  }

  boolean holds(IncidentRecord incident) {
    return !incident.status().isTombstone()
        && incident.firm().equals("asserted")
        && AcledColumns.day(incident) != null
        && deaths(incident).by(CollapseRule.UCDP_BEST, false) > 0;
  }

  private void columns() {
    columns.text("id", IncidentRecord::id);
    columns.empty("relid");
    columns.number("year", AcledColumns::year);
    columns.empty("active_year");
    columns.text("code_status", i -> i.status().id());
    columns.empty("type_of_violence");
    columns.empty("conflict_name");
    columns.empty("dyad_name");
    columns.text("side_a", i -> ColumnList.actor(i, 0));
    columns.text("side_b", i -> ColumnList.actor(i, 1));
    columns.number("number_of_sources", IncidentRecord::independentSourceCount);
    columns.text("source_article", i -> String.join("; ", i.urls()));
    columns.text("source_office", i -> String.join("; ", i.sources()));
    columns.text("source_date", i -> Objects.toString(i.firstPublished(), null));
    columns.text("source_headline", Summary.ENGLISH::of);
    place();
    columns.text("event_clarity", i -> "1");
    columns.number("date_prec", i -> datePrecision(i.datePrecision()));
    columns.text("date_start", i -> first(i.dateStart(), i.dateEnd()));
    columns.text("date_end", i -> first(i.dateEnd(), i.dateStart()));
    deaths();
  }

  private void place() {
    columns.number("where_prec", i -> i.place() == null ? null : wherePrecision(i.place()));
    columns.located("where_coordinates", p -> p.nameEn() == null ? p.name() : p.nameEn());
    columns.located("where_description", Location::name);
    columns.located("adm_1", Location::provinceEn);
    columns.empty("adm_2");
    columns.degrees("latitude", Location::lat);
    columns.degrees("longitude", Location::lon);
    columns.located("geom_wkt", UcdpColumns::point);
    columns.located("country", Location::countryEn);
    columns.empty("country_id");
    columns.empty("region");
  }

  private void deaths() {
    columns.number("deaths_a", i -> deaths(i).attackersBy(CollapseRule.UCDP_BEST));
    columns.empty("deaths_b");
    columns.empty("deaths_civilians");
    columns.number("deaths_unknown", this::unknown);
    columns.number("best", i -> deaths(i).by(CollapseRule.UCDP_BEST, false));
    columns.number("high", i -> deaths(i).by(CollapseRule.UCDP_HIGH, true));
    columns.number("low", i -> deaths(i).by(CollapseRule.UCDP_LOW, false));
  }

  private Integer unknown(IncidentRecord incident) {
    Deaths deaths = deaths(incident);
    return deaths.by(CollapseRule.UCDP_BEST, false) - deaths.attackersBy(CollapseRule.UCDP_BEST);
  }

  /** 1 the day, 2 two to six days, 3 a week, 4 a month, 5 longer. */
  private static int datePrecision(DatePrecision precision) {
    return switch (precision) {
      case DAY -> 1;
      case WEEK -> 2;
      case MONTH -> 4;
      case LONGER, OPEN, UNKNOWN -> 5;
    };
  }

  /** 1 the place, 3 the district, 4 the province, 6 the country, 7 wider. */
  private static int wherePrecision(Location place) {
    return switch (place.precision()) {
      case "site", "settlement" -> 1;
      case "district" -> 3;
      case "province" -> 4;
      case "country" -> 6;
      default -> 7;
    };
  }

  private static @Nullable String point(Location place) {
    return place.lat() == null || place.lon() == null
        ? null
        : "POINT (" + place.lon() + " " + place.lat() + ")";
  }

  private static @Nullable String first(@Nullable Object one, @Nullable Object other) {
    return Objects.toString(one == null ? other : one, null);
  }
}
