package org.isnad.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.isnad.core.lexicon.Place;
import org.isnad.core.lexicon.PlaceRecord;
import org.isnad.core.pipeline.Problem;

/**
 * Reads the tables of GeoNames: {@code allCountries.txt}, {@code XX.txt} and {@code cities*.txt}
 * (19 columns) and {@code alternateNamesV2.txt} (8 or 10 columns), as the readme of its export
 * directory describes them. Both are read line by line; of the names only the Arabic ones are kept,
 * so they come first.
 */
final class GeoNamesTable {

  private static final int COLUMNS = 19;

  private final PlaceSink sink;
  private final Map<String, List<String>> arabic = new HashMap<>();

  GeoNamesTable(PlaceSink sink) {
    this.sink = sink;
  }

  /** Whether a line is one of the table of places. */
  static boolean isPlaces(String line) {
    String[] cells = line.split("\t", -1);
    return cells.length == COLUMNS && isNumber(cells[0]) && cells[6].length() <= 1;
  }

  /** Whether a line is one of the table of names. */
  static boolean isNames(String line) {
    String[] cells = line.split("\t", -1);
    return (cells.length == 8 || cells.length == 10) && isNumber(cells[0]) && isNumber(cells[1]);
  }

  /** A line of the table of names. */
  void name(String line, String where) {
    String[] cells = line.split("\t", -1);
    if (cells.length < 4 || !isNumber(cells[1])) {
      malformed(where, cells.length + " cells; expected 8 or 10 of alternateNamesV2");
      return;
    }
    boolean former = cells.length > 7 && cells[7].equals("1");
    if (!cells[2].equals("ar") || former) {
      sink.passedOver(1);
      return;
    }
    List<String> names = arabic.computeIfAbsent(cells[1], id -> new ArrayList<>(1));
    if (cells.length > 4 && cells[4].equals("1")) {
      names.addFirst(cells[3]);
    } else {
      names.add(cells[3]);
    }
  }

  /** A line of the table of places. */
  void place(String line, String where) {
    String[] cells = line.split("\t", -1);
    if (cells.length != COLUMNS) {
      malformed(where, cells.length + " cells; expected " + COLUMNS);
      return;
    }
    FeatureCode code = FeatureCode.of(cells[6], cells[7]);
    if (code == null) {
      sink.passedOver(1);
      return;
    }
    try {
      sink.place(
          new PlaceRecord(
              code.kind() == Place.Kind.PROVINCE ? region(cells) : "gn:" + cells[0],
              code.kind(),
              code.siteType(),
              cells[8],
              cells[1],
              names(cells),
              degrees(cells[4], 90),
              degrees(cells[5], 180),
              code.kind() == Place.Kind.PROVINCE ? "" : region(cells),
              cells[14].isEmpty() ? 0 : Long.parseLong(cells[14]),
              where));
    } catch (NumberFormatException e) {
      malformed(where, "'" + e.getMessage() + "'; expected a number");
    }
  }

  /** Names said to be Arabic; where none is, those of the place's own line, which say nothing. */
  private List<String> names(String[] cells) {
    List<String> known = arabic.get(cells[0]);
    return known != null
        ? known
        : Arrays.stream(cells[3].split(",")).filter(n -> !n.isBlank()).toList();
  }

  /** A province is known by its code alone: {@code gn:IQ.01}. */
  private static String region(String[] cells) {
    boolean none = cells[10].isEmpty() || cells[10].equals("00");
    return none ? "" : "gn:" + cells[8] + "." + cells[10];
  }

  private static double degrees(String cell, double limit) {
    double value = Double.parseDouble(cell);
    if (!(Math.abs(value) <= limit)) {
      throw new NumberFormatException(cell);
    }
    return value;
  }

  private void malformed(String where, String text) {
    sink.problem(new Problem(Problem.Code.MALFORMED, where, text));
  }

  private static boolean isNumber(String cell) {
    return !cell.isEmpty() && cell.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
