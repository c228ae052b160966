package org.isnad.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.isnad.store.IncidentRecord;
import org.jspecify.annotations.Nullable;

/** CSV as RFC 4180 has it: UTF-8, CRLF, quoted where needed. */
final class CsvSink implements IncidentSink {

  private final CsvLines lines;
  private final List<Column> columns;
  private final ExportOptions options;

  CsvSink(OutputStream out, List<Column> columns, ExportOptions options) throws IOException {
    this.columns = columns;
    this.options = options;
    this.lines = new CsvLines(out, options);
    lines.add(columns.stream().map(Column::name).toList());
    if (options.hxl()) {
      lines.tags(columns.stream().map(Column::hxl).toList());
    }
  }

  @Override
  public void add(IncidentRecord incident) throws IOException {
    List<@Nullable Object> cells = new ArrayList<>(columns.size());
    for (Column column : columns) {
      cells.add(column.of(incident, options));
    }
    lines.add(cells);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  /** Lines of any CSV file that leaves the program. */
  static final class CsvLines implements AutoCloseable {

    private static final char MARK = '\uFEFF';

    private final CsvWriter csv;
    private final boolean spreadsheet;

    CsvLines(OutputStream out, ExportOptions options) throws IOException {
      Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
      if (options.byteOrderMark()) {
        text.write(MARK);
      }
      this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
      this.spreadsheet = options.spreadsheet();
    }

    void add(List<? extends @Nullable Object> cells) throws IOException {
      List<String> words = new ArrayList<>(cells.size());
      for (Object cell : cells) {
        words.add(text(cell));
      }
      write(words);
    }

    /** HXL tags, which begin with a number sign and are no formulas. */
    void tags(List<String> tags) throws IOException {
      write(tags);
    }

    @Override
    public void close() throws IOException {
      csv.close();
    }

    private void write(List<String> words) throws IOException {
      try {
        csv.writeRecord(words);
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }

    private String text(@Nullable Object cell) {
      if (cell == null) {
        return "";
      }
      return spreadsheet && cell instanceof String words
          ? Formulas.neutral(words)
          : String.valueOf(cell);
    }
  }
}
