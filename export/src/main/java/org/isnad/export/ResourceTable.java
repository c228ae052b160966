package org.isnad.export;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Reads the program's own CSV tables. */
final class ResourceTable {

  private ResourceTable() {}

  /** The rows of a table by the value of their key column, in the order of the file. */
  static <T> Map<String, T> rows(String name, String key, Function<NamedCsvRecord, T> read) {
    InputStream in = ResourceTable.class.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException("the program's own table " + name + " is missing");
    }
    Map<String, T> rows = new LinkedHashMap<>();
    try (Reader text = new InputStreamReader(in, StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
      csv.forEach(row -> rows.put(row.getField(key), read.apply(row)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }
}
