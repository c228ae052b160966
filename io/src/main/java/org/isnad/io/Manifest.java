package org.isnad.io;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import org.isnad.core.pipeline.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a user knows of texts that do not say it themselves: a CSV file with the columns {@code file}, and
 * any of {@code outlet}, {@code published} (ISO 8601) and {@code url}. Files are named relative to the
 * manifest.
 */
public final class Manifest {

  /** Nothing is known. */
  public static final Manifest NONE = new Manifest();

  private final Map<Path, Line> lines = new HashMap<>();

  private Manifest() {}

  /** What one line says; null where it says nothing. */
  record Line(@Nullable String outlet, @Nullable LocalDate published, @Nullable String url) {}

  /** Reads a manifest; lines that cannot be used are problems. */
  public static Manifest read(Path file, ArticleSink sink) {
    Manifest manifest = new Manifest();
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : reader) {
        manifest.add(file, row, sink);
      }
    } catch (IOException | RuntimeException e) {
      sink.problem(new Problem(Problem.Code.MANIFEST, file.toString(), "the manifest cannot be read: " + Sources.reason(e)));
    }
    return manifest;
  }

  @Nullable Line of(Path file) {
    return lines.get(file.toAbsolutePath().normalize());
  }

  private void add(Path manifest, NamedCsvRecord row, ArticleSink sink) {
    String where = manifest + ":" + row.getStartingLineNumber();
    String name = row.findField("file").orElse("");
    if (name.isBlank()) {
      sink.problem(new Problem(Problem.Code.MANIFEST, where, "no file named; expected a column 'file'"));
      return;
    }
    Path folder = manifest.toAbsolutePath().getParent();
    Path file = folder == null ? Path.of(name) : folder.resolve(name).normalize();
    if (!Files.exists(file)) {
      sink.problem(new Problem(Problem.Code.MANIFEST, where, "names " + name + ", which is not there"));
      return;
    }
    lines.put(file, new Line(field(row, "outlet"), published(row, where, sink), field(row, "url")));
  }

  private static @Nullable LocalDate published(NamedCsvRecord row, String where, ArticleSink sink) {
    String date = field(row, "published");
    try {
      return date == null ? null : LocalDate.parse(date.length() > 10 ? date.substring(0, 10) : date);
    } catch (DateTimeParseException e) {
      sink.problem(new Problem(Problem.Code.MANIFEST, where, "published '" + date + "'; expected a date such as 2026-01-31"));
      return null;
    }
  }

  private static @Nullable String field(NamedCsvRecord row, String name) {
    return row.findField(name).map(String::strip).filter(s -> !s.isEmpty()).orElse(null);
  }
}
