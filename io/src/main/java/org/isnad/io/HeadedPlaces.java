package org.isnad.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.isnad.core.lexicon.Place;
import org.isnad.core.lexicon.PlaceRecord;
import org.isnad.core.lexicon.Placetypes;
import org.isnad.core.pipeline.Problem;
import org.isnad.core.text.Blanks;
import org.jspecify.annotations.Nullable;

/**
 * Reads places from a table whose first line names its columns: the metadata tables of Who's On
 * First, and extracts in which a column holds the Arabic names, separated by {@code |}.
 *
 * <p>A header cell can be a sentence; it names the column of which it holds the name.
 */
final class HeadedPlaces {

  /** What a column is called in the tables that are about, the usual name first. */
  private static final Map<String, List<String>> NAMES = names();

  private final PlaceSink sink;
  private final Map<String, Integer> columns;
  private final int width;

  private HeadedPlaces(PlaceSink sink, Map<String, Integer> columns, int width) {
    this.sink = sink;
    this.columns = columns;
    this.width = width;
  }

  /** The reader for a table with these header cells, or null where they are no table of places. */
  static @Nullable HeadedPlaces of(List<String> header, PlaceSink sink) {
    Map<String, Integer> columns = new LinkedHashMap<>();
    NAMES.forEach(
        (column, names) -> {
          for (String name : names) {
            for (int i = 0; i < header.size(); i++) {
              if (isCalled(header.get(i), name)) {
                columns.putIfAbsent(column, i);
              }
            }
          }
        });
    boolean complete =
        columns.keySet().containsAll(List.of("id", "kind", "country", "lat", "lon", "name"));
    return complete ? new HeadedPlaces(sink, columns, header.size()) : null;
  }

  private static boolean isCalled(String cell, String name) {
    return Blanks.words(cell.toLowerCase(Locale.ROOT)).contains(name);
  }

  /** Whether the table has no Arabic names, and names the file of each place instead. */
  boolean isIndex() {
    return !columns.containsKey("names") && columns.containsKey("path");
  }

  /** The file that a row names, {@code 856/710/17/85671017.geojson}. */
  String path(List<String> cells) {
    return cell(cells, "path");
  }

  /** A row. */
  void row(List<String> cells, String where) {
    if (cells.size() != width) {
      malformed(where, cells.size() + " cells; expected " + width + " as in the header");
      return;
    }
    Place.Kind kind = Placetypes.kind(cell(cells, "kind"));
    if (kind == null || isGone(cells)) {
      sink.passedOver(1);
      return;
    }
    try {
      sink.place(record(cells, kind, where));
    } catch (NumberFormatException e) {
      malformed(where, e.getMessage() + "; expected degrees");
    }
  }

  private PlaceRecord record(List<String> cells, Place.Kind kind, String where) {
    List<String> names = new ArrayList<>();
    for (String name : cell(cells, "names").split("\\|")) {
      names.add(name.strip());
    }
    names.add(cell(cells, "name"));
    String region = cell(cells, "region");
    boolean known = !region.isEmpty() && !region.equals("0") && !region.startsWith("-");
    return new PlaceRecord(
        "wof:" + cell(cells, "id"),
        kind,
        Placetypes.siteType(kind),
        cell(cells, "country"),
        cell(cells, "name"),
        names,
        degrees(cells, "lat", 90),
        degrees(cells, "lon", 180),
        known && kind != Place.Kind.PROVINCE ? "wof:" + region : "",
        0,
        where);
  }

  private boolean isGone(List<String> cells) {
    String deprecated = cell(cells, "deprecated");
    return !cell(cells, "superseded").isEmpty()
        || !deprecated.isEmpty() && !deprecated.equals("uuuu");
  }

  private double degrees(List<String> cells, String column, double limit) {
    double value = Double.parseDouble(cell(cells, column));
    if (!(Math.abs(value) <= limit)) {
      throw new NumberFormatException(column + " " + value);
    }
    return value;
  }

  private String cell(List<String> cells, String column) {
    Integer at = columns.get(column);
    return at == null || at >= cells.size() ? "" : cells.get(at).strip();
  }

  private void malformed(String where, String text) {
    sink.problem(new Problem(Problem.Code.MALFORMED, where, text));
  }

  private static Map<String, List<String>> names() {
    Map<String, List<String>> names = new LinkedHashMap<>();
    names.put("id", List.of("id", "wof_id", "wof:id"));
    names.put("kind", List.of("placetype", "wof:placetype"));
    names.put("country", List.of("iso_country", "country", "wof_country", "iso"));
    names.put("name", List.of("name", "name_en", "wof:name"));
    names.put("lat", List.of("lat", "latitude", "geom_latitude"));
    names.put("lon", List.of("lon", "lng", "longitude", "geom_longitude"));
    names.put("names", List.of("names_ar", "name_ar", "arabic"));
    names.put("region", List.of("region_id"));
    names.put("path", List.of("path"));
    names.put("deprecated", List.of("deprecated"));
    names.put("superseded", List.of("superseded_by"));
    return names;
  }
}
