package org.isnad.io;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.isnad.core.article.Article;
import org.isnad.core.pipeline.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Reads the published files of Who's On First and GeoNames: GeoJSON features, metadata tables,
 * tables with Arabic names, GeoNames places and alternate names; each as it is, gzipped or in a zip
 * archive. What a file holds is seen from its first line. Everything is read as a stream.
 */
public final class PlaceFiles {

  /** Longest line read, in bytes; the longest of GeoNames has some 20,000. */
  private static final int LONGEST_LINE = 1 << 20;

  /** Bytes looked at to tell what a file is: a line of GeoNames with all its names fits. */
  private static final int PROBE = 1 << 16;

  /** Lines between two notices of progress. */
  private static final int NOTICE = 50_000;

  private final PlaceSink sink;
  private final GeoNamesTable geoNames;
  private final WhosOnFirstFeatures features;

  /** A reader that hands everything to {@code sink}. */
  public PlaceFiles(PlaceSink sink) {
    this.sink = sink;
    this.geoNames = new GeoNamesTable(sink);
    this.features = new WhosOnFirstFeatures(sink);
  }

  /** Reads every path; tables of alternate names first, whatever their order. */
  public void read(List<Path> paths) {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        folder(path, files);
      } else {
        files.add(path);
      }
    }
    List<Path> last = new ArrayList<>();
    for (Path file : files) {
      if (isAlternateNames(file)) {
        file(file);
      } else {
        last.add(file);
      }
    }
    last.forEach(this::file);
  }

  private static boolean isAlternateNames(Path file) {
    return String.valueOf(file.getFileName()).startsWith("alternateNames");
  }

  /** Features where the folder holds any, else its tables; alternative shapes are passed over. */
  private void folder(Path folder, List<Path> into) {
    List<Path> inside;
    try (Stream<Path> walk = Files.walk(folder)) {
      inside = walk.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      problem(Problem.Code.UNREADABLE, folder.toString(), Sources.reason(e));
      return;
    }
    List<Path> shapes = inside.stream().filter(f -> has(f, ".geojson")).toList();
    if (!shapes.isEmpty()) {
      shapes.stream().filter(f -> !f.getFileName().toString().contains("-alt-")).forEach(into::add);
      return;
    }
    inside.stream()
        .filter(f -> has(f, ".csv", ".tsv", ".txt", ".zip", ".gz", ".json"))
        .filter(f -> !f.getFileName().toString().startsWith("readme"))
        .forEach(into::add);
  }

  private static boolean has(Path file, String... endings) {
    return Arrays.stream(endings).anyMatch(file.getFileName().toString()::endsWith);
  }

  private void file(Path file) {
    String name = file.toString();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), PROBE)) {
      in.mark(4);
      byte[] magic = in.readNBytes(4);
      in.reset();
      if (magic.length > 1 && magic[0] == 0x1F && (magic[1] & 0xFF) == 0x8B) {
        content(name, file, new BufferedInputStream(Unpacked.of(in), PROBE));
      } else if (magic.length == 4 && magic[0] == 'P' && magic[1] == 'K') {
        archive(name, file, in);
      } else {
        content(name, file, in);
      }
    } catch (Unpacked.TooLargeException e) {
      problem(Problem.Code.TOO_LARGE, name, Sources.reason(e));
    } catch (IOException e) {
      problem(Problem.Code.UNREADABLE, name, Sources.reason(e));
    }
  }

  /** GeoNames packs each table with a note; a table is the entry that is no note. */
  private void archive(String name, Path file, InputStream in) throws IOException {
    ZipInputStream zip = new ZipInputStream(in);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      boolean note =
          entry.getName().startsWith("readme") || entry.getName().startsWith("iso-language");
      if (!entry.isDirectory() && !note) {
        content(name + "!" + entry.getName(), file, new BufferedInputStream(new Kept(zip), PROBE));
      }
    }
  }

  /** An entry of an archive: who has read it to its end must not close what comes behind it. */
  private static final class Kept extends FilterInputStream {
    Kept(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // the archive is closed by who opened it
    }
  }

  private void content(String name, Path file, InputStream in) throws IOException {
    in.mark(PROBE);
    byte[] head = in.readNBytes(PROBE);
    in.reset();
    String first = new String(head, StandardCharsets.UTF_8).lines().findFirst().orElse("");
    if (head.length == 0) {
      problem(Problem.Code.EMPTY, name, "an empty file; expected places");
    } else if (first.stripLeading().startsWith("{")) {
      sink.progress(name, 0);
      features.read(name, in);
    } else if (GeoNamesTable.isPlaces(first)) {
      lines(name, in, geoNames::place);
    } else if (GeoNamesTable.isNames(first)) {
      lines(name, in, geoNames::name);
    } else {
      headed(name, file, in, first);
    }
  }

  private void headed(String name, Path file, InputStream in, String first) throws IOException {
    boolean tabs = first.indexOf('\t') >= 0;
    List<String> header = Arrays.asList((tabs ? first : unquoted(first)).split(tabs ? "\t" : ","));
    HeadedPlaces places = HeadedPlaces.of(header, sink);
    if (places == null) {
      String expected =
          "expected GeoJSON, a table of GeoNames, or a table with the columns id, placetype,"
              + " country, name, lat, lon";
      problem(Problem.Code.MALFORMED, name + ":1", "'" + cut(first) + "'; " + expected);
    } else if (tabs) {
      lines(name, in, new Rows(places));
    } else {
      CsvTable table = new CsvTable(name, Problem.Code.MALFORMED, new Forwarded(sink));
      table.read(
          in,
          row -> {
            if (places.isIndex()) {
              feature(file, places.path(row.getFields()), table.where(row));
            } else {
              places.row(row.getFields(), table.where(row));
            }
          });
    }
  }

  /** The file of a place that a metadata table names lies in {@code data}, beside or above it. */
  private void feature(Path index, String path, String where) {
    Path folder = index.toAbsolutePath().getParent();
    if (folder == null) {
      return;
    }
    for (Path at = folder; at != null && at.getNameCount() + 2 > folder.getNameCount(); ) {
      Path file = at.resolve("data").resolve(path).normalize();
      if (file.startsWith(at) && Files.isRegularFile(file)) {
        file(file);
        return;
      }
      at = at.getParent();
    }
    problem(
        Problem.Code.UNREADABLE,
        where,
        "data/" + path + " is not there; this table alone holds no Arabic names");
  }

  /** Takes a line and where it stands. */
  private interface LineReader {
    void line(String line, String where);
  }

  /** Rows of a table with tabs; its header and comments are no rows. */
  private static final class Rows implements LineReader {
    private final HeadedPlaces places;
    private boolean begun;

    Rows(HeadedPlaces places) {
      this.places = places;
    }

    @Override
    public void line(String line, String where) {
      if (begun && !line.startsWith("#")) {
        places.row(Arrays.asList(line.split("\t", -1)), where);
      }
      begun = true;
    }
  }

  private void lines(String name, InputStream in, LineReader reader) throws IOException {
    Lines lines = new Lines(in, LONGEST_LINE);
    long bytes = 0;
    for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
      String where = name + ":" + line.number();
      byte @Nullable [] read = line.bytes();
      if (read == null) {
        problem(Problem.Code.TOO_LARGE, where, "a line of more than " + LONGEST_LINE + " bytes");
        continue;
      }
      bytes += read.length + 1;
      String text = new String(read, StandardCharsets.UTF_8);
      if (!text.isBlank()) {
        reader.line(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text, where);
      }
      if (line.number() % NOTICE == 0) {
        sink.progress(name, bytes);
      }
    }
  }

  /** Problems of a table, handed on. */
  private record Forwarded(PlaceSink to) implements ArticleSink {
    @Override
    public void article(Article article) {
      throw new IllegalStateException("a table of places gave an article: " + article.id());
    }

    @Override
    public void problem(Problem problem) {
      to.problem(problem);
    }
  }

  private void problem(Problem.Code code, String where, String text) {
    sink.problem(new Problem(code, where, text));
  }

  private static String unquoted(String line) {
    return line.replace("\"", "");
  }

  private static String cut(String line) {
    return line.length() > 60 ? line.substring(0, 60) + "…" : line;
  }
}
