package org.isnad.io;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import org.isnad.core.article.Article;
import org.isnad.core.pipeline.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a user knows of texts that do not say it themselves: a CSV file with the columns {@code
 * file}, and any of {@code outlet}, {@code published} (ISO 8601) and {@code url}. Files are named
 * relative to the manifest.
 */
public final class Manifest {

  /** Nothing is known. */
  public static final Manifest NONE = new Manifest();

  private final Map<Path, Line> lines = new HashMap<>();

  private Manifest() {}

  /** What one line says; null where it says nothing. */
  record Line(@Nullable String outlet, @Nullable LocalDate published, @Nullable String url) {

    /** The article with what the manifest says in place of what its page says. */
    Article over(Article page) {
      return new Article(
          page.id(),
          page.text(),
          page.title(),
          outlet != null ? outlet : page.outlet(),
          url != null ? url : page.url(),
          published != null ? published : page.published(),
          page.retrieved(),
          page.language(),
          page.markup(),
          page.provenance());
    }
  }

  /** Reads a manifest; lines that cannot be used are problems. */
  public static Manifest read(Path file, ArticleSink sink) {
    Manifest manifest = new Manifest();
    CsvTable table = new CsvTable(file.toString(), Problem.Code.MANIFEST, sink);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      table.read(in, row -> manifest.add(file, row, table.where(row), sink));
    } catch (IOException e) {
      sink.problem(
          new Problem(
              Problem.Code.MANIFEST,
              file.toString(),
              "the manifest cannot be read: " + Sources.reason(e)));
    }
    return manifest;
  }

  /** Whether a file that starts like this is a manifest, whatever its name, and so no article. */
  static boolean isManifest(String start) {
    return CsvTable.hasHeader(start, "file", "outlet")
        || CsvTable.hasHeader(start, "file", "published")
        || CsvTable.hasHeader(start, "file", "url");
  }

  @Nullable Line of(Path file) {
    return lines.get(file.toAbsolutePath().normalize());
  }

  private void add(Path manifest, NamedCsvRecord row, String where, ArticleSink sink) {
    String name = row.findField("file").orElse("").strip();
    if (name.isEmpty()) {
      sink.problem(
          new Problem(Problem.Code.MANIFEST, where, "no file named; expected a column 'file'"));
      return;
    }
    Path file = resolved(manifest, name);
    if (file == null || !Files.exists(file)) {
      sink.problem(
          new Problem(Problem.Code.MANIFEST, where, "names " + name + ", which is not there"));
      return;
    }
    lines.put(file, new Line(field(row, "outlet"), published(row, where, sink), field(row, "url")));
  }

  /** The file as seen from the manifest's folder; null where no file can have such a name. */
  private static @Nullable Path resolved(Path manifest, String name) {
    try {
      return manifest.toAbsolutePath().resolveSibling(name).normalize();
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private static @Nullable LocalDate published(NamedCsvRecord row, String where, ArticleSink sink) {
    String date = field(row, "published");
    try {
      return date == null
          ? null
          : LocalDate.parse(date.length() > 10 ? date.substring(0, 10) : date);
    } catch (DateTimeParseException e) {
      sink.problem(
          new Problem(
              Problem.Code.MANIFEST,
              where,
              "published '" + date + "'; expected a date such as 2026-01-31"));
      return null;
    }
  }

  private static @Nullable String field(NamedCsvRecord row, String name) {
    return row.findField(name).map(String::strip).filter(s -> !s.isEmpty()).orElse(null);
  }
}
