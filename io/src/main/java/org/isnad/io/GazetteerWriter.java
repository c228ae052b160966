package org.isnad.io;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.isnad.core.lexicon.DataFile;
import org.isnad.core.lexicon.Place;

/** Writes places as a knowledge file: the format of the built-in gazetteer. */
public final class GazetteerWriter {

  private static final String COLUMNS =
      "id name_en arabic kind site_type country province lat lon rank cue source";

  private GazetteerWriter() {}

  /** Where the gazetteer of a source lies in a knowledge folder. */
  public static Path file(Path knowledge, String source) {
    return knowledge.resolve("place").resolve(source + DataFile.IMPORTED);
  }

  /**
   * Writes {@code place/SOURCE.imported.tsv}; what was there before is replaced at the end, so that
   * an interrupted import leaves the old file whole.
   *
   * @param from names of the files that were read
   * @param places in the order of their ids
   * @return the file written
   * @throws UncheckedIOException if it cannot be written
   */
  public static Path write(
      Path knowledge, String source, List<String> from, Collection<Place> places) {
    Path file = file(knowledge, source);
    Path draft = file.resolveSibling(source + ".part");
    try {
      Files.createDirectories(file.getParent());
      try (BufferedWriter out = Files.newBufferedWriter(draft)) {
        header(out, source, from);
        for (Place place : places) {
          out.write(row(place));
          out.write('\n');
        }
      }
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written: " + Sources.reason(e), e);
    }
  }

  private static void header(BufferedWriter out, String source, List<String> from)
      throws IOException {
    boolean geoNames = source.equals("geonames");
    out.write("# purpose: places imported by 'isnad places import'\n");
    out.write("# source: " + String.join(", ", from) + "\n");
    out.write(
        geoNames
            ? "# licence: GeoNames, CC BY 4.0\n"
            : "# licence: Who's On First, CC0; parts from GeoNames, CC BY 4.0\n");
    out.write("# cue=only: read behind a cue word alone, and where so named before\n");
    out.write("# columns: " + COLUMNS + "\n");
  }

  private static String row(Place place) {
    return String.join(
        "\t",
        place.id(),
        plain(place.nameEn()),
        String.join(" | ", place.names()),
        place.kind().name().toLowerCase(Locale.ROOT),
        place.siteType(),
        place.country(),
        place.province() == null ? "" : place.province(),
        degrees(place.lat()),
        degrees(place.lon()),
        String.valueOf(place.rank()),
        place.needsCue() ? "only" : "-",
        plain(place.source()));
  }

  /** Three digits: a hundred metres. */
  private static String degrees(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  /** A cell holds neither tabs nor what the reader of knowledge files refuses. */
  private static String plain(String text) {
    String composed = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFC);
    StringBuilder plain = new StringBuilder(composed.length());
    for (int i = 0; i < composed.length(); i++) {
      char c = composed.charAt(i);
      boolean arabic = c >= 0x0600 && c <= 0x06FF || c >= 0xFB50 && c <= 0xFEFF;
      plain.append(c < ' ' ? ' ' : arabic ? '?' : c);
    }
    return plain.toString().strip();
  }
}
