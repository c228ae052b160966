package org.isnad.export;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * A table of incidents that was edited in a spreadsheet, read back row by row. The columns can
 * stand in any order, others can stand beside them, and some can be missing; the row of HXL tags is
 * passed over.
 */
public final class EditedTable {

  private static final String HXL = "#event+id";
  private static final String ID = "incident_id";
  private static final String MARK = "\uFEFF";

  private EditedTable() {}

  /**
   * A row.
   *
   * @param line where it stands in the file, the header being line 1
   * @param cells by the names of their columns; an empty cell is an empty string
   */
  public record Row(long line, Map<String, String> cells) {

    /** The cell of a column, or null where the table has no such column. */
    public @Nullable String cell(String column) {
      return cells.get(column);
    }
  }

  /**
   * Reads a CSV file (UTF-8; commas or semicolons) or a workbook, by the letters it begins with.
   *
   * @throws IOException if it cannot be read or has no column {@code incident_id}
   */
  public static void read(Path file, Consumer<Row> rows) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(2);
      if (head.length == 2 && head[0] == 'P' && head[1] == 'K') {
        workbook(file, rows);
      } else {
        csv(file, rows);
      }
    }
  }

  private static void csv(Path file, Consumer<Row> rows) throws IOException {
    char separator = separator(file);
    try (Reader text = characters(file);
        CsvReader<CsvRecord> csv =
            CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
      Assembly assembly = new Assembly(file, rows);
      for (CsvRecord record : csv) {
        assembly.add(record.getStartingLineNumber(), record.getFields());
      }
      assembly.end();
    } catch (java.io.UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Spreadsheets of some countries separate by semicolons. */
  private static char separator(Path file) throws IOException {
    try (Reader text = characters(file)) {
      for (int c = text.read(); c >= 0 && c != '\n'; c = text.read()) {
        if (c == ',' || c == ';') {
          return (char) c;
        }
      }
    }
    return ',';
  }

  private static Reader characters(Path file) throws IOException {
    return new InputStreamReader(
        Files.newInputStream(file),
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static void workbook(Path file, Consumer<Row> rows) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        ReadableWorkbook workbook = new ReadableWorkbook(in);
        Stream<org.dhatim.fastexcel.reader.Row> lines = workbook.getFirstSheet().openStream()) {
      Assembly assembly = new Assembly(file, rows);
      lines.forEachOrdered(
          row -> {
            List<String> cells = new ArrayList<>();
            for (Cell cell : row) {
              cells.add(cell == null ? "" : text(cell));
            }
            assembly.add(row.getRowNum(), cells);
          });
      assembly.end();
    } catch (org.dhatim.fastexcel.reader.ExcelReaderException e) {
      throw new IOException(file + " is no workbook: " + e.getMessage(), e);
    }
  }

  private static String text(Cell cell) {
    if (cell.getType() != CellType.NUMBER) {
      return cell.getText() == null ? "" : cell.getText();
    }
    String format = cell.getDataFormatString();
    if (format != null && isDate(format.toLowerCase(Locale.ROOT))) {
      return cell.asDate().toLocalDate().toString();
    }
    BigDecimal number = cell.asNumber();
    return number.stripTrailingZeros().toPlainString();
  }

  private static boolean isDate(String format) {
    return format.indexOf('y') >= 0 && format.indexOf('d') >= 0;
  }

  /** Turns lines into rows once the header is known. */
  private static final class Assembly {

    private final Path file;
    private final Consumer<Row> rows;
    private @Nullable List<String> header;

    Assembly(Path file, Consumer<Row> rows) {
      this.file = file;
      this.rows = rows;
    }

    void add(long line, List<String> cells) {
      List<String> columns = header;
      if (columns == null) {
        header = cells.stream().map(c -> c.replace(MARK, "").strip()).toList();
      } else if (!isEmpty(cells)) {
        Map<String, String> byColumn = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
          byColumn.put(columns.get(i), i < cells.size() ? Formulas.original(cells.get(i)) : "");
        }
        if (!HXL.equals(byColumn.get(ID))) {
          rows.accept(new Row(line, byColumn));
        }
      }
      check();
    }

    void end() throws IOException {
      if (header == null) {
        throw new IOException(file + " is empty; expected a table with a header");
      }
    }

    private void check() {
      if (header != null && !header.contains(ID)) {
        throw new java.io.UncheckedIOException(
            new IOException(
                file + " has no column incident_id; expected the table of 'isnad export'"));
      }
    }

    private static boolean isEmpty(List<String> cells) {
      return cells.stream().allMatch(String::isBlank);
    }
  }
}
