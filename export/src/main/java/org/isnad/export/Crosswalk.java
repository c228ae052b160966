package org.isnad.export;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the types of the codebook are called in other data sets ({@code event-types.csv}). */
final class Crosswalk {

  private static final Map<String, Type> TYPES =
      ResourceTable.rows("/org/isnad/io/event-types.csv", "id", Crosswalk::type);

  private static final Map<String, String> NUMERIC =
      ResourceTable.rows("iso-numeric.csv", "alpha2", row -> row.getField("numeric"));

  private Crosswalk() {}

  /**
   * A type elsewhere; empty where it is not coded there.
   *
   * @param labelEn English label
   * @param labelAr Arabic label
   * @param plover event type of PLOVER
   * @param acled event type of ACLED
   * @param acledSub sub-event type of ACLED
   */
  record Type(String labelEn, String labelAr, String plover, String acled, String acledSub) {

    private static final Type NONE = new Type("", "", "", "", "");
  }

  static Type type(@Nullable String id) {
    return id == null ? Type.NONE : TYPES.getOrDefault(id, Type.NONE);
  }

  /** ISO 3166-1 numeric for alpha-2, or null. */
  static @Nullable Integer numericCountry(@Nullable String alpha2) {
    String numeric = alpha2 == null ? null : NUMERIC.get(alpha2);
    return numeric == null ? null : Integer.valueOf(numeric);
  }

  private static Type type(de.siegmar.fastcsv.reader.NamedCsvRecord row) {
    return new Type(
        row.getField("label_en"),
        row.getField("label_ar"),
        row.getField("plover_event"),
        row.getField("acled_event_type"),
        row.getField("acled_sub_event_type"));
  }
}
