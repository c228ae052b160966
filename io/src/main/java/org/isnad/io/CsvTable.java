package org.isnad.io;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.isnad.core.pipeline.Problem;

/**
 * Reads a CSV table with a header, in any encoding that {@link TextDecoder} knows. A row that does
 * not fit is one problem, and the rows after it are read.
 */
final class CsvTable {

  /**
   * Stands for bytes that the encoding does not explain; no text may hold this character itself.
   */
  private static final String UNDECODED = "\uFFFF";

  private static final int PROBE = 1 << 16;

  private final String file;
  private final Problem.Code code;
  private final ArticleSink sink;

  /** A table whose bad rows are problems of this code. */
  CsvTable(String file, Problem.Code code, ArticleSink sink) {
    this.file = file;
    this.code = code;
    this.sink = sink;
  }

  /** Whether the first line of a text is the header of a table with these columns. */
  static boolean hasHeader(String start, String... columns) {
    List<String> header = new ArrayList<>();
    for (String cell : start.lines().findFirst().orElse("").split(",", -1)) {
      String name = cell.strip();
      header.add(
          name.startsWith("\"") && name.endsWith("\"") && name.length() > 1
              ? name.substring(1, name.length() - 1)
              : name);
    }
    return header.containsAll(Arrays.asList(columns));
  }

  /** Hands every row that fits to {@code rows}; {@code in} can be marked. */
  void read(InputStream in, Consumer<NamedCsvRecord> rows) throws IOException {
    long line = 1;
    try (CsvReader<NamedCsvRecord> reader = builder().ofNamedCsvRecord(characters(in))) {
      for (NamedCsvRecord row : reader) {
        line = row.getStartingLineNumber();
        if (fits(row)) {
          rows.accept(row);
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (RuntimeException e) {
      problem(code, line, "from here on no whole CSV: " + Sources.reason(e));
    }
  }

  /** Where a row stands, as a user finds it. */
  String where(NamedCsvRecord row) {
    return file + ":" + row.getStartingLineNumber();
  }

  private boolean fits(NamedCsvRecord row) {
    int cells = row.getFieldCount();
    int columns = row.getHeader().size();
    if (cells != columns) {
      problem(
          code,
          row.getStartingLineNumber(),
          cells + " cells; expected " + columns + " as in the header");
      return false;
    }
    if (row.getFields().stream().anyMatch(cell -> cell.contains(UNDECODED))) {
      problem(
          Problem.Code.ENCODING,
          row.getStartingLineNumber(),
          "a row that is not in the encoding of the table");
      return false;
    }
    return true;
  }

  private void problem(Problem.Code kind, long line, String text) {
    sink.problem(new Problem(kind, file + ":" + line, text));
  }

  /** Rows of another length are let through, so that one of them does not end the reading. */
  private static CsvReader.CsvReaderBuilder builder() {
    return CsvReader.builder()
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
  }

  private static InputStreamReader characters(InputStream in) throws IOException {
    in.mark(PROBE);
    byte[] head = in.readNBytes(PROBE);
    in.reset();
    in.skipNBytes(TextDecoder.markLength(head));
    return new InputStreamReader(
        in,
        TextDecoder.charset(head)
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE)
            .replaceWith(UNDECODED));
  }
}
