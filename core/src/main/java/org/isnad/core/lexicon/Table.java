package org.isnad.core.lexicon;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.isnad.core.text.Blanks;

/**
 * A tab-separated knowledge file: {@code #} lines with purpose, source, licence and {@code
 * columns:}, then one row a line.
 *
 * @param file where it came from
 * @param columns names of the columns, as the header gives them
 * @param rows the rows in file order
 */
public record Table(DataFile file, List<String> columns, List<Row> rows) {

  private static final String COLUMNS = "columns:";

  /** Copies the lists. */
  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * One line of a table.
   *
   * @param line its number, counted from 1
   * @param cells one a column; missing trailing cells are empty
   */
  public record Row(int line, List<String> cells) {}

  /**
   * Parses a table.
   *
   * @throws DataException if the header names no columns or stands behind a row, a row has too many
   *     cells, or a cell holds characters that can never match (tatweel, presentation forms, marks,
   *     not NFC)
   */
  public static Table parse(DataFile file) {
    Table table = new Table(file, List.of(), List.of());
    List<Row> rows = new ArrayList<>();
    for (int n = 1; n <= file.lines().size(); n++) {
      String line = file.lines().get(n - 1);
      if (line.startsWith("#")) {
        Table headed = table.withHeader(line);
        if (headed != table && !rows.isEmpty()) {
          throw new DataException(file.path(), n, "a second header; a table has one");
        }
        table = headed;
      } else if (!line.isBlank()) {
        rows.add(table.row(n, line));
      }
    }
    return new Table(file, table.columns(), rows);
  }

  /**
   * The table without its rows, for files of which one row after the other is read.
   *
   * @throws DataException if no header line names the columns
   */
  static Table header(DataFile file) {
    Table table = new Table(file, List.of(), List.of());
    for (int n = 1; n <= file.lines().size(); n++) {
      String line = file.lines().get(n - 1);
      if (!line.startsWith("#")) {
        break;
      }
      table = table.withHeader(line);
    }
    if (table.columns().isEmpty()) {
      throw new DataException(file.path(), 1, "no header '# columns: …'");
    }
    return table;
  }

  private Table withHeader(String line) {
    String comment = line.substring(1).strip();
    return comment.startsWith(COLUMNS)
        ? new Table(file, Blanks.words(comment.substring(COLUMNS.length())), List.of())
        : this;
  }

  /** The cell of {@code row} in the named column; empty where the table has no such column. */
  public String cell(Row row, String column) {
    int at = columns.indexOf(column);
    return at < 0 ? "" : row.cells().get(at);
  }

  /** Whether the header names the column. */
  public boolean has(String column) {
    return columns.contains(column);
  }

  /** The spellings in a cell, separated by {@code |}. */
  public static List<String> spellings(String cell) {
    List<String> spellings = new ArrayList<>();
    for (String part : cell.split("\\|", -1)) {
      if (!part.isBlank()) {
        spellings.add(part.strip());
      }
    }
    return spellings;
  }

  /** One line as a row of this table. */
  Row row(int n, String line) {
    if (columns.isEmpty()) {
      throw new DataException(file.path(), n, "a row before the header's '# columns: …'");
    }
    refuseUnmatchable(file, n, line);
    String[] cells = line.split("\t", -1);
    if (cells.length > columns.size()) {
      String counts = cells.length + " cells; expected at most " + columns.size();
      throw new DataException(file.path(), n, counts + " (" + String.join(" ", columns) + ")");
    }
    String[] all = Arrays.copyOf(cells, columns.size());
    for (int i = 0; i < all.length; i++) {
      all[i] = i < cells.length ? cells[i].strip() : "";
    }
    return new Row(n, List.of(all));
  }

  private static void refuseUnmatchable(DataFile file, int n, String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean form = c >= 0xFB50 && c <= 0xFDFF || c >= 0xFE70 && c <= 0xFEFF;
      boolean mark = c >= 0x064B && c <= 0x0652 || c == 0x0640;
      if (form || mark) {
        String hex = Integer.toHexString(c);
        throw new DataException(
            file.path(), n, "U+" + hex + " in '" + line.substring(i) + "'; expected plain letters");
      }
    }
    if (!Normalizer.isNormalized(line, Normalizer.Form.NFC)) {
      throw new DataException(file.path(), n, "text that is not NFC; expected composed letters");
    }
  }
}
