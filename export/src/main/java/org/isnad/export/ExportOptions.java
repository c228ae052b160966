package org.isnad.export;

import org.jspecify.annotations.Nullable;

/**
 * How tables are written.
 *
 * @param hxl whether a row of HXL tags (hxlstandard.org) stands below the header
 * @param byteOrderMark whether CSV starts with one, without which Excel garbles Arabic
 * @param spreadsheet whether cells that a spreadsheet would run as formulas get an apostrophe
 * @param baseUrl what a record's address starts with, or null where records have none
 */
public record ExportOptions(
    boolean hxl, boolean byteOrderMark, boolean spreadsheet, @Nullable String baseUrl) {

  /** For programs: no marks, no tags, every cell as it is. */
  public static final ExportOptions PLAIN = new ExportOptions(false, false, false, null);

  /** The address of a record, or null. */
  public @Nullable String recordUrl(String incident) {
    return baseUrl == null ? null : baseUrl + (baseUrl.endsWith("/") ? "" : "/") + incident;
  }
}
