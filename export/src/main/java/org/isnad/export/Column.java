package org.isnad.export;

import java.util.function.BiFunction;
import org.isnad.store.IncidentRecord;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table of incidents.
 *
 * @param name its header, never translated
 * @param hxl its HXL tag, or empty
 * @param kind what its cells hold
 * @param value the cell of an incident: null for empty, else a String, Integer or Double
 */
public record Column(
    String name,
    String hxl,
    Kind kind,
    BiFunction<IncidentRecord, ExportOptions, @Nullable Object> value) {

  /** What cells hold. */
  public enum Kind {
    /** Words. */
    TEXT,
    /** A day, ISO 8601, as a String. */
    DATE,
    /** A whole number. */
    INTEGER,
    /** A number with a fraction. */
    DECIMAL
  }

  /** The cell of an incident. */
  public @Nullable Object of(IncidentRecord incident, ExportOptions options) {
    return value.apply(incident, options);
  }
}
