package org.isnad.server;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.isnad.server.Route.Parameter;
import org.isnad.store.IncidentFilter;
import org.isnad.store.ReviewStatus;
import org.jspecify.annotations.Nullable;

/**
 * The filters of a request, under the names that pages and exports use too. A name that is none is
 * refused rather than passed over: a misspelt filter must not look like an answer.
 */
final class Filters {

  private static final String TEXT = "{\"type\":\"string\"}";
  private static final String DAY = "{\"type\":\"string\",\"format\":\"date\"}";
  private static final String NUMBER = "{\"type\":\"integer\",\"minimum\":0}";

  /** The filters of incidents. */
  static final List<Parameter> PARAMETERS =
      List.of(
          Parameter.query("from", DAY, "The incident can have happened on this day or later."),
          Parameter.query("to", DAY, "The incident can have happened on this day or earlier."),
          Parameter.query("country", TEXT, "ISO 3166-1 alpha-2 code."),
          Parameter.query("province", TEXT, "Identifier of a province in the gazetteer."),
          Parameter.query(
              "bbox", TEXT, "West, south, east and north in degrees, separated by commas."),
          Parameter.query(
              "place_prec",
              TEXT,
              "Precisions of the place, separated by commas: site, settlement, district, province, country, region."),
          Parameter.query(
              "q", TEXT, "Words that a search finds the incident by, Arabic or English."),
          Parameter.query("type", TEXT, "Event types, separated by commas."),
          Parameter.query("actor", TEXT, "Identifier or name of who acted or claims it."),
          Parameter.query("target", TEXT, "Identifier or name of whom or what it was aimed at."),
          Parameter.query("weapon", TEXT, "Kind of weapon."),
          Parameter.query(
              "killed_min", NUMBER, "At least so many were killed, by the best figure."),
          Parameter.query("status", TEXT, "States of review, separated by commas."),
          Parameter.query("source", TEXT, "Name of an outlet."),
          Parameter.query(
              "min_independent",
              NUMBER,
              "The news came down in so many independent ways at least."),
          Parameter.query(
              "disputed", "{\"type\":\"boolean\"}", "Whether claims contradict each other."));

  private final Context request;

  private Filters(Context request) {
    this.request = request;
  }

  /**
   * The filter that a request asks for.
   *
   * @param others parameters that the route has beside the filters
   * @throws ApiProblem if one cannot be read or is not known
   */
  static IncidentFilter of(Context request, List<Parameter> others) {
    onlyKnown(request, others);
    return new Filters(request).filter();
  }

  /** Refuses parameters that neither the route has nor filters are. */
  static void onlyKnown(Context request, List<Parameter> known) {
    List<Parameter> all = new ArrayList<>(PARAMETERS);
    all.addAll(known);
    onlyThese(request, all);
  }

  /** Refuses parameters that the route does not have. */
  static void onlyThese(Context request, List<Parameter> known) {
    for (String name : request.queryParamMap().keySet()) {
      if (known.stream().noneMatch(p -> p.name().equals(name))) {
        throw ApiProblem.parameter(name, name, "one of the parameters in /api/v1/openapi.json");
      }
    }
  }

  private IncidentFilter filter() {
    return new IncidentFilter(
        day("from"),
        day("to"),
        upper("country"),
        text("province"),
        words("type"),
        text("actor"),
        text("target"),
        text("weapon"),
        text("source"),
        box(),
        statuses(),
        number("killed_min"),
        truth("disputed"),
        number("min_independent"),
        words("place_prec"),
        null);
  }

  private @Nullable String text(String name) {
    String value = request.queryParam(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  private @Nullable String upper(String name) {
    String value = text(name);
    return value == null ? null : value.toUpperCase(Locale.ROOT);
  }

  private Set<String> words(String name) {
    String value = text(name);
    return value == null ? Set.of() : new TreeSet<>(List.of(value.split(",")));
  }

  private @Nullable LocalDate day(String name) {
    String value = text(name);
    try {
      return value == null ? null : LocalDate.parse(WesternDigits.of(value));
    } catch (DateTimeException e) {
      throw ApiProblem.parameter(name, String.valueOf(value), "a day such as 2026-03-04");
    }
  }

  private @Nullable Integer number(String name) {
    String value = text(name);
    try {
      return value == null ? null : Integer.valueOf(WesternDigits.of(value));
    } catch (NumberFormatException e) {
      throw ApiProblem.parameter(name, String.valueOf(value), "a whole number");
    }
  }

  private @Nullable Boolean truth(String name) {
    String value = text(name);
    if (value == null) {
      return null;
    }
    return switch (value) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw ApiProblem.parameter(name, value, "true or false");
    };
  }

  private Set<ReviewStatus> statuses() {
    Set<ReviewStatus> statuses = new TreeSet<>();
    for (String word : words("status")) {
      try {
        statuses.add(ReviewStatus.of(word));
      } catch (IllegalArgumentException e) {
        throw ApiProblem.parameter(
            "status", word, "suggested, in-review, approved, published, retracted or merged");
      }
    }
    return statuses;
  }

  private IncidentFilter.@Nullable Box box() {
    String value = text("bbox");
    if (value == null) {
      return null;
    }
    String[] sides = WesternDigits.of(value).split(",");
    try {
      return new IncidentFilter.Box(
          Double.parseDouble(sides[0]),
          Double.parseDouble(sides[1]),
          Double.parseDouble(sides[2]),
          Double.parseDouble(sides[3]));
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw ApiProblem.parameter("bbox", value, "west,south,east,north in degrees");
    }
  }
}
