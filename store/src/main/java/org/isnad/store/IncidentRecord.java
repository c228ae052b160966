package org.isnad.store;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident of the store with one value for each field, as tables, maps and exports show it: the
 * best supported value, or the one that a person has put in its place. All claims, with who makes
 * them, stand in {@link #json}.
 *
 * @param id stable identifier
 * @param version counts the incident's changes from 1
 * @param status where it stands in review
 * @param firm {@code asserted}, {@code denied} or {@code foiled} (codebook section 4)
 * @param dateStart first possible day, or null where open
 * @param dateEnd last possible day, or null where open
 * @param datePrecision how exact the days are
 * @param type published identifier of what happened, or null
 * @param count how many events in one; null where one
 * @param place where, or null
 * @param actors who acted, every party that a claim names
 * @param claimedBy who says "we did it"
 * @param accused whom somebody blames
 * @param deniedBy who denies it
 * @param targets whom or what it was aimed at
 * @param weapons kinds of weapons
 * @param outcomes results
 * @param killed dead, attackers apart
 * @param injured hurt
 * @param attackersKilled dead attackers
 * @param reportCount number of its reports
 * @param independentSourceCount in how many independent ways the news came down
 * @param sources outlets in order of their names; an article without outlet counts by its id
 * @param urls addresses of its articles, in the order of its reports
 * @param disputedFields slots with claims that contradict each other, in the order of the schema
 * @param editedFields slots with a value that a person put there
 * @param firstPublished first day by which a report of it was out, or null where unknown
 * @param createdAt moment at which it was first stored, ISO 8601
 * @param updatedAt moment of its last change, ISO 8601
 * @param mergedInto successor of a merged incident, or null
 * @param json the whole incident on one line, decisions applied
 */
public record IncidentRecord(
    String id,
    int version,
    ReviewStatus status,
    String firm,
    @Nullable LocalDate dateStart,
    @Nullable LocalDate dateEnd,
    DatePrecision datePrecision,
    @Nullable String type,
    @Nullable Toll count,
    @Nullable Location place,
    List<Named> actors,
    List<Named> claimedBy,
    List<Named> accused,
    List<Named> deniedBy,
    List<Named> targets,
    List<String> weapons,
    List<String> outcomes,
    Toll killed,
    Toll injured,
    Toll attackersKilled,
    int reportCount,
    int independentSourceCount,
    List<String> sources,
    List<String> urls,
    List<String> disputedFields,
    List<String> editedFields,
    @Nullable LocalDate firstPublished,
    @Nullable String createdAt,
    @Nullable String updatedAt,
    @Nullable String mergedInto,
    String json) {

  /**
   * The slots of an incident that can be edited and disputed, in the order of the published schema.
   */
  public static final List<String> SLOTS =
      List.of(
          "type",
          "status",
          "time",
          "place",
          "actors",
          "targets",
          "weapons",
          "outcome",
          "count",
          "killed",
          "injured",
          "attackersKilled",
          "claimedBy",
          "accused",
          "deniedBy");

  /** Copies the lists. */
  public IncidentRecord {
    actors = List.copyOf(actors);
    claimedBy = List.copyOf(claimedBy);
    accused = List.copyOf(accused);
    deniedBy = List.copyOf(deniedBy);
    targets = List.copyOf(targets);
    weapons = List.copyOf(weapons);
    outcomes = List.copyOf(outcomes);
    sources = List.copyOf(sources);
    urls = List.copyOf(urls);
    disputedFields = List.copyOf(disputedFields);
    editedFields = List.copyOf(editedFields);
  }

  /** Number of outlets. */
  public int sourceCount() {
    return sources.size();
  }

  /** Whether claims about it contradict each other. */
  public boolean isDisputed() {
    return !disputedFields.isEmpty();
  }

  /**
   * A number of persons, or of events.
   *
   * @param low the lowest figure that anybody stands by, or null
   * @param best the best supported figure, its lower end where it is a range; null where not known
   * @param high the highest figure that anybody stands by; null where not known or open
   */
  public record Toll(@Nullable Integer low, @Nullable Integer best, @Nullable Integer high) {

    /** Nobody gives a figure. */
    public static final Toll NOT_GIVEN = new Toll(null, null, null);
  }

  /**
   * A party.
   *
   * @param name as written
   * @param id in the register, or null
   * @param nameEn English name in the register, or null
   * @param status how it came to be named ({@code claimed}, {@code stated}, …), or null
   */
  public record Named(
      String name, @Nullable String id, @Nullable String nameEn, @Nullable String status) {}

  /**
   * A place; of one that the gazetteer does not know, name and precision alone.
   *
   * @param name as written
   * @param precision {@code site}, {@code settlement}, {@code district}, {@code province}, {@code
   *     country} or {@code region} (codebook section 6)
   * @param id in the gazetteer
   * @param nameEn English name
   * @param nameAr usual Arabic name
   * @param kind kind of gazetteer entry
   * @param country ISO 3166-1 alpha-2
   * @param countryEn English name of the country
   * @param iso3 ISO 3166-1 alpha-3
   * @param province id of the province
   * @param provinceEn its English name
   * @param provinceAr its Arabic name
   * @param lat degrees north, WGS 84
   * @param lon degrees east, WGS 84
   */
  public record Location(
      String name,
      String precision,
      @Nullable String id,
      @Nullable String nameEn,
      @Nullable String nameAr,
      @Nullable String kind,
      @Nullable String country,
      @Nullable String countryEn,
      @Nullable String iso3,
      @Nullable String province,
      @Nullable String provinceEn,
      @Nullable String provinceAr,
      @Nullable Double lat,
      @Nullable Double lon) {}
}
