package org.isnad.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * A table for terminals. Columns are padded by what a terminal shows: marks on letters take no
 * room, and a cell with letters that run to the left is isolated, so that it cannot reorder its
 * neighbours.
 */
final class TextTable {

  private static final String FIRST_STRONG_ISOLATE = "\u2068";
  private static final String POP_ISOLATE = "\u2069";
  private static final String GAP = "  ";

  /** Widest cell in columns of the terminal; a longer one ends in an ellipsis. */
  private static final int WIDEST = 34;

  private final List<List<String>> rows = new ArrayList<>();

  TextTable(List<String> heads) {
    rows.add(List.copyOf(heads));
  }

  void add(List<String> cells) {
    rows.add(shortened(cells));
  }

  /** The lines, without ends. */
  List<String> lines() {
    int[] widths = new int[rows.getFirst().size()];
    rows.forEach(row -> widen(widths, row));
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  /** Prints a table of which only one row is looked at a time; the rows are gone through twice. */
  static void print(List<String> heads, Iterable<List<String>> rows, PrintWriter out) {
    int[] widths = new int[heads.size()];
    widen(widths, heads);
    rows.forEach(cells -> widen(widths, shortened(cells)));
    out.print(line(heads, widths) + "\n");
    rows.forEach(cells -> out.print(line(shortened(cells), widths) + "\n"));
  }

  private static void widen(int[] widths, List<String> row) {
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], width(row.get(i)));
    }
  }

  private static List<String> shortened(List<String> cells) {
    return cells.stream().map(TextTable::shortened).toList();
  }

  /** Columns of a terminal that a text takes. */
  static int width(String text) {
    return text.codePoints().map(TextTable::width).sum();
  }

  private static int width(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT,
          Character.CONTROL ->
          0;
      default -> Character.isIdeographic(codePoint) ? 2 : 1;
    };
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = row.get(i);
      line.append(i == 0 ? "" : GAP)
          .append(isolated(cell))
          .append(" ".repeat(widths[i] - width(cell)));
    }
    return line.toString().stripTrailing();
  }

  private static String isolated(String cell) {
    boolean leftward =
        cell.codePoints()
            .map(Character::getDirectionality)
            .anyMatch(
                d ->
                    d == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || d == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
    return leftward ? FIRST_STRONG_ISOLATE + cell + POP_ISOLATE : cell;
  }

  private static String shortened(String cell) {
    String line = cell.replace('\n', ' ');
    if (width(line) <= WIDEST) {
      return line;
    }
    int end = 0;
    int used = 0;
    while (used + width(line.codePointAt(end)) < WIDEST) {
      used += width(line.codePointAt(end));
      end = line.offsetByCodePoints(end, 1);
    }
    return line.substring(0, end) + "…";
  }
}
