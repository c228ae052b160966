package org.isnad.search;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be found.
 *
 * @param kind what it is
 * @param id its identifier, unique within its kind
 * @param title its headline, or empty
 * @param text its words as they were given; spans of hits count in it
 * @param first first day it can speak of, or null where open
 * @param last last day, or null where open; where both are null it has no day
 * @param lat degrees north, WGS 84, or null
 * @param lon degrees east, WGS 84, or null
 * @param killed best figure of the dead, or null
 * @param independent in how many independent ways the news came down
 * @param terms what it can be narrowed by
 */
public record SearchDocument(
    Kind kind,
    String id,
    String title,
    String text,
    @Nullable LocalDate first,
    @Nullable LocalDate last,
    @Nullable Double lat,
    @Nullable Double lon,
    @Nullable Integer killed,
    int independent,
    Map<Facet, List<String>> terms) {

  /** Copies the terms. */
  public SearchDocument {
    Map<Facet, List<String>> copy = new EnumMap<>(Facet.class);
    terms.forEach((facet, values) -> copy.put(facet, List.copyOf(values)));
    copy.put(Facet.KIND, List.of(kind.id()));
    terms = Collections.unmodifiableMap(copy);
  }

  /** Kinds of documents. */
  public enum Kind {
    /** A news text. */
    ARTICLE,
    /** What one article says of one event. */
    REPORT,
    /** One event with all that is said of it. */
    INCIDENT;

    /** The name in the API. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
