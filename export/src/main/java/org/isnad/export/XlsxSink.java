package org.isnad.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.isnad.store.IncidentRecord;
import org.jspecify.annotations.Nullable;

/**
 * A workbook of one sheet (ECMA-376). Words are cells of words, which no spreadsheet runs as
 * formulas; numbers are numbers.
 */
final class XlsxSink implements IncidentSink {

  /** Rows that Excel can open, the header among them. */
  private static final int MOST_ROWS = 1_048_576;

  /** Characters of one cell that Excel can open. */
  private static final int LONGEST_CELL = 32_767;

  /** Rows handed to the file at a time. */
  private static final int FLUSH = 200;

  private final Workbook workbook;
  private final Worksheet sheet;
  private final ExportOptions options;
  private int row;

  XlsxSink(OutputStream out, ExportOptions options) {
    this.options = options;
    this.workbook = new Workbook(out, "isnad", "1.0");
    this.sheet = workbook.newWorksheet("incidents");
    List<Column> columns = IncidentColumns.ALL;
    for (int i = 0; i < columns.size(); i++) {
      sheet.inlineString(0, i, columns.get(i).name());
      if (options.hxl()) {
        sheet.inlineString(1, i, columns.get(i).hxl());
      }
    }
    this.row = options.hxl() ? 2 : 1;
    sheet.freezePane(1, row);
  }

  @Override
  public void add(IncidentRecord incident) throws IOException {
    if (row >= MOST_ROWS) {
      throw new IOException("more than " + MOST_ROWS + " rows do not fit in XLSX; use csv");
    }
    List<Column> columns = IncidentColumns.ALL;
    for (int i = 0; i < columns.size(); i++) {
      cell(i, columns.get(i).of(incident, options));
    }
    row++;
    if (row % FLUSH == 0) {
      sheet.flush();
    }
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }

  private void cell(int column, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case Number number -> sheet.value(row, column, number);
      default -> sheet.inlineString(row, column, fitting(value.toString()));
    }
  }

  /** Control characters cannot stand in XML; a longer cell is cut, and its end says so. */
  private static String fitting(String words) {
    StringBuilder clean = new StringBuilder(words.length());
    words
        .codePoints()
        .filter(c -> c >= 0x20 && c != 0xFFFE && c != 0xFFFF || c == '\t' || c == '\n')
        .filter(c -> c < 0xD800 || c > 0xDFFF)
        .forEach(clean::appendCodePoint);
    return clean.length() <= LONGEST_CELL
        ? clean.toString()
        : clean.substring(0, LONGEST_CELL - 1) + "\u2026";
  }
}
