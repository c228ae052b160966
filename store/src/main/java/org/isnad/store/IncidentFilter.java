package org.isnad.store;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents are meant; what is null or empty does not narrow.
 *
 * @param from the incident can have happened on this day or later; one whose days are wholly
 *     unknown is left out by either date
 * @param to the incident can have happened on this day or earlier
 * @param country ISO 3166-1 alpha-2
 * @param province id in the gazetteer
 * @param types published identifiers
 * @param actor id or name of an actor, or of a party that claims it
 * @param target id or name
 * @param weapon kind
 * @param source name of an outlet
 * @param box the place lies in it
 * @param statuses where it stands in review; empty means all that are neither merged nor retracted
 * @param killedMin so many were killed, best figure
 * @param disputed whether claims contradict each other
 * @param minIndependent in so many independent ways at least the news came down
 * @param placePrecisions how specific the place is (codebook section 6)
 * @param ids only these incidents, {@link #MOST_IDS} at most; null for all
 */
public record IncidentFilter(
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable String country,
    @Nullable String province,
    Set<String> types,
    @Nullable String actor,
    @Nullable String target,
    @Nullable String weapon,
    @Nullable String source,
    @Nullable Box box,
    Set<ReviewStatus> statuses,
    @Nullable Integer killedMin,
    @Nullable Boolean disputed,
    @Nullable Integer minIndependent,
    Set<String> placePrecisions,
    @Nullable Set<String> ids) {

  /** Most ids that a filter may name: what both databases take in one statement. */
  public static final int MOST_IDS = 30_000;

  /** All that stand: neither merged nor retracted. */
  public static final IncidentFilter STANDING = where(Set.of());

  /** All identifiers ever given, those of merged and retracted incidents too. */
  public static final IncidentFilter ALL = where(Set.of(ReviewStatus.values()));

  /** Copies the sets, in a fixed order. */
  public IncidentFilter {
    types = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(types));
    statuses = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(statuses));
    ids = ids == null ? null : java.util.Collections.unmodifiableSortedSet(new TreeSet<>(ids));
    if (ids != null && ids.size() > MOST_IDS) {
      throw new IllegalArgumentException(
          "the words find more than " + MOST_IDS + " incidents; search for more of them");
    }
    placePrecisions = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(placePrecisions));
  }

  /** A filter that does not look at how specific the place is, among all incidents. */
  public IncidentFilter(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable String country,
      @Nullable String province,
      Set<String> types,
      @Nullable String actor,
      @Nullable String target,
      @Nullable String weapon,
      @Nullable String source,
      @Nullable Box box,
      Set<ReviewStatus> statuses,
      @Nullable Integer killedMin,
      @Nullable Boolean disputed,
      @Nullable Integer minIndependent) {
    this(
        from,
        to,
        country,
        province,
        types,
        actor,
        target,
        weapon,
        source,
        box,
        statuses,
        killedMin,
        disputed,
        minIndependent,
        Set.of(),
        null);
  }

  /** The same among these incidents alone, such as those that a search has found. */
  public IncidentFilter among(Set<String> found) {
    return new IncidentFilter(
        from,
        to,
        country,
        province,
        types,
        actor,
        target,
        weapon,
        source,
        box,
        statuses,
        killedMin,
        disputed,
        minIndependent,
        placePrecisions,
        found);
  }

  /** The same; where no statuses are asked for, merged and retracted incidents too. */
  public IncidentFilter withTombstones() {
    return new IncidentFilter(
        from,
        to,
        country,
        province,
        types,
        actor,
        target,
        weapon,
        source,
        box,
        statuses.isEmpty() ? Set.of(ReviewStatus.values()) : statuses,
        killedMin,
        disputed,
        minIndependent,
        placePrecisions,
        ids);
  }

  private static IncidentFilter where(Set<ReviewStatus> statuses) {
    return new IncidentFilter(
        null, null, null, null, Set.of(), null, null, null, null, null, statuses, null, null, null);
  }

  /**
   * A box of coordinates in degrees, WGS 84; one whose west lies east of its east crosses the date
   * line.
   */
  public record Box(double west, double south, double east, double north) {}
}
