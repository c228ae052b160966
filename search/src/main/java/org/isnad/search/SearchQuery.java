package org.isnad.search;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for; what is null or empty does not narrow.
 *
 * @param text words, all of which must be found; {@code "…"} a phrase, {@code -} before what must
 *     not be found, {@code OR} between what can stand for each other; blank for everything
 * @param from it can speak of this day or a later one; what has no day is left out
 * @param to it can speak of this day or an earlier one
 * @param box its place lies in it
 * @param terms of every facet named, one of the values
 * @param killedMin so many were killed at least
 * @param minIndependent in so many independent ways at least the news came down
 * @param offset hits to pass over
 * @param limit most hits to give
 */
public record SearchQuery(
    String text,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable Box box,
    Map<Facet, Set<String>> terms,
    @Nullable Integer killedMin,
    @Nullable Integer minIndependent,
    int offset,
    int limit) {

  /** Hits given unless another number is asked for. */
  public static final int DEFAULT_LIMIT = 20;

  /** Copies the terms, in a fixed order. */
  public SearchQuery {
    Map<Facet, Set<String>> copy = new EnumMap<>(Facet.class);
    terms.forEach((facet, values) -> copy.put(facet, new TreeSet<>(values)));
    copy.values().removeIf(Set::isEmpty);
    terms = Collections.unmodifiableMap(copy);
  }

  /** Words alone. */
  public static SearchQuery of(String text) {
    return new SearchQuery(text, null, null, null, Map.of(), null, null, 0, DEFAULT_LIMIT);
  }

  /** The same, narrowed to values of a facet. */
  public SearchQuery with(Facet facet, String... values) {
    Map<Facet, Set<String>> narrowed = new EnumMap<>(Facet.class);
    narrowed.putAll(terms);
    narrowed.put(facet, Set.of(values));
    return new SearchQuery(text, from, to, box, narrowed, killedMin, minIndependent, offset, limit);
  }

  /** The same, narrowed to days; null for open. */
  public SearchQuery between(@Nullable LocalDate first, @Nullable LocalDate last) {
    return new SearchQuery(text, first, last, box, terms, killedMin, minIndependent, offset, limit);
  }

  /** The same, narrowed to a box. */
  public SearchQuery within(Box where) {
    return new SearchQuery(text, from, to, where, terms, killedMin, minIndependent, offset, limit);
  }

  /**
   * A box of coordinates in degrees, WGS 84; one whose west lies east of its east crosses the date
   * line.
   */
  public record Box(double west, double south, double east, double north) {}
}
