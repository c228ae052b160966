package org.isnad.export;

import static org.isnad.export.Column.Kind.DECIMAL;
import static org.isnad.export.Column.Kind.INTEGER;
import static org.isnad.export.Column.Kind.TEXT;

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
 * The shape of UCDP's Georeferenced Event Dataset (UCDP GED codebook 24.1). An event is there only
 * with a death by its best estimate, and days to put it at; the others are left out and counted.
 * What only UCDP's coders can give (type of violence, ids of conflicts, dyads and sides) stays
 * empty, and all dead but the attackers are {@code deaths_unknown}, for the reports seldom say who
 * was a civilian.
 */
final class UcdpColumns {

  private final List<Column> columns = new ArrayList<>();

  /** Each incident is asked for its dead in several columns. */
  private @Nullable IncidentRecord counted;

  private @Nullable Deaths counts;

  UcdpColumns() {
    columns();
  }

  List<Column> all() {
    return columns;
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
    text("id", IncidentRecord::id);
    text("relid", i -> null);
    number("year", AcledColumns::year);
    text("active_year", i -> null);
    text("code_status", i -> i.status().id());
    text("type_of_violence", i -> null);
    text("conflict_name", i -> null);
    text("dyad_name", i -> null);
    text("side_a", i -> actor(i, 0));
    text("side_b", i -> actor(i, 1));
    number("number_of_sources", IncidentRecord::independentSourceCount);
    text("source_article", i -> String.join("; ", i.urls()));
    text("source_office", i -> String.join("; ", i.sources()));
    text("source_date", i -> Objects.toString(i.firstPublished(), null));
    text("source_headline", Summary.ENGLISH::of);
    place();
    text("event_clarity", i -> "1");
    number("date_prec", i -> datePrecision(i.datePrecision()));
    text("date_start", i -> first(i.dateStart(), i.dateEnd()));
    text("date_end", i -> first(i.dateEnd(), i.dateStart()));
    deaths();
  }

  private void place() {
    number("where_prec", i -> i.place() == null ? null : wherePrecision(i.place()));
    located("where_coordinates", p -> p.nameEn() == null ? p.name() : p.nameEn());
    located("where_description", Location::name);
    located("adm_1", Location::provinceEn);
    text("adm_2", i -> null);
    columns.add(degrees("latitude", Location::lat));
    columns.add(degrees("longitude", Location::lon));
    located("geom_wkt", UcdpColumns::point);
    located("country", Location::countryEn);
    text("country_id", i -> null);
    text("region", i -> null);
  }

  private void deaths() {
    number("deaths_a", i -> deaths(i).attackersBy(CollapseRule.UCDP_BEST));
    text("deaths_b", i -> null);
    text("deaths_civilians", i -> null);
    number("deaths_unknown", this::unknown);
    number("best", i -> deaths(i).by(CollapseRule.UCDP_BEST, false));
    number("high", i -> deaths(i).by(CollapseRule.UCDP_HIGH, true));
    number("low", i -> deaths(i).by(CollapseRule.UCDP_LOW, false));
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
