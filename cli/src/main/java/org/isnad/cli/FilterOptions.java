package org.isnad.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.isnad.app.IncidentSearch;
import org.isnad.app.Selection;
import org.isnad.store.IncidentFilter;
import org.isnad.store.ReviewStatus;
import org.isnad.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The filters of incidents, named as in the addresses of the web pages. */
final class FilterOptions {

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "it can have happened on this day or later")
  @Nullable LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "it can have happened on this day or earlier")
  @Nullable LocalDate to;

  @Option(names = "--country", paramLabel = "CODE", description = "ISO 3166-1 alpha-2, such as YE")
  @Nullable String country;

  @Option(
      names = "--province",
      paramLabel = "ID",
      description = "id of a province in the gazetteer, such as iq.anbar")
  @Nullable String province;

  @Option(
      names = "--bbox",
      paramLabel = "W,S,E,N",
      description = "the place lies in this box; degrees, WGS 84")
  @Nullable String bbox;

  @Option(
      names = "--place-prec",
      paramLabel = "PRECISION",
      split = ",",
      description = "site, settlement, district, province, country or region")
  List<String> precisions = new ArrayList<>();

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      split = ",",
      description = "types of events, such as shelling")
  List<String> types = new ArrayList<>();

  @Option(
      names = "--actor",
      paramLabel = "PARTY",
      description = "id or name of who acted or claims it")
  @Nullable String actor;

  @Option(names = "--target", paramLabel = "PARTY", description = "id or name of what it hit")
  @Nullable String target;

  @Option(names = "--weapon", paramLabel = "KIND", description = "kind of weapon, such as drone")
  @Nullable String weapon;

  @Option(names = "--source", paramLabel = "OUTLET", description = "an outlet tells of it")
  @Nullable String source;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      split = ",",
      description = "suggested, in-review, approved, published, retracted, merged")
  List<String> statuses = new ArrayList<>();

  @Option(
      names = "--killed-min",
      paramLabel = "N",
      description = "so many were killed at least, best figure")
  @Nullable Integer killedMin;

  @Option(
      names = "--min-independent",
      paramLabel = "N",
      description = "the news came down in so many independent ways at least")
  @Nullable Integer minIndependent;

  @Option(
      names = "--disputed",
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "BOOL",
      description = "claims contradict each other; false: they do not")
  @Nullable Boolean disputed;

  /** The filter. */
  IncidentFilter filter() {
    return new IncidentFilter(
        from,
        to,
        country == null ? null : country.toUpperCase(Locale.ROOT),
        province,
        new TreeSet<>(types),
        actor,
        target,
        weapon,
        source,
        box(),
        statuses(),
        killedMin,
        disputed,
        minIndependent,
        new TreeSet<>(precisions),
        null);
  }

  /** The filter, and what a search finds for the words. */
  Selection selection(
      IncidentFilter filter,
      @Nullable String words,
      Store store,
      KnowledgeOption knowledge,
      Path data) {
    Set<String> found =
        words == null || words.isBlank()
            ? null
            : new IncidentSearch(store, knowledge.knowledge(), data).incidents(words);
    return new Selection(filter, found);
  }

  /** West, south, east and north, or null. */
  IncidentFilter.@Nullable Box box() {
    if (bbox == null) {
      return null;
    }
    String[] sides = bbox.split(",", -1);
    try {
      if (sides.length == 4) {
        return new IncidentFilter.Box(
            degrees(sides[0], 180),
            degrees(sides[1], 90),
            degrees(sides[2], 180),
            degrees(sides[3], 90));
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new IllegalArgumentException(
        "--bbox " + bbox + "; expected west,south,east,north in degrees, such as 42,33,45,35");
  }

  private static double degrees(String text, double limit) {
    double value = Double.parseDouble(text.strip());
    if (!(Math.abs(value) <= limit)) {
      throw new NumberFormatException(text);
    }
    return value;
  }

  private Set<ReviewStatus> statuses() {
    Set<ReviewStatus> set = new TreeSet<>();
    for (String status : statuses) {
      try {
        set.add(ReviewStatus.of(status));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "--status "
                + status
                + "; expected suggested, in-review, approved, published, retracted or merged",
            e);
      }
    }
    return set;
  }
}
