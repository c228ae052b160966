package org.isnad.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.isnad.io.ArticleSink;
import org.isnad.io.FieldNames;
import org.isnad.io.Manifest;
import org.isnad.io.Sources;
import org.isnad.io.WebPages;
import org.jspecify.annotations.Nullable;

/**
 * What is read, and what is known of it.
 *
 * @param paths files and folders, in the order in which they are read
 * @param manifest what is known of the texts, or null
 * @param fields the names that JSON Lines have for their fields
 * @param addresses pages and feeds on the web, read behind the paths
 * @param web how they are fetched, or null where nothing may be
 */
public record Inputs(
    List<Path> paths,
    @Nullable Path manifest,
    FieldNames fields,
    List<String> addresses,
    @Nullable WebPages web) {

  /** Copies the lists. */
  public Inputs {
    paths = List.copyOf(paths);
    addresses = List.copyOf(addresses);
  }

  /** Inputs of which nothing is fetched. */
  public Inputs(List<Path> paths, @Nullable Path manifest, FieldNames fields) {
    this(paths, manifest, fields, List.of(), null);
  }

  /** Paths whose JSON Lines have our own names. */
  public static Inputs of(List<Path> paths, @Nullable Path manifest) {
    return new Inputs(paths, manifest, FieldNames.OWN);
  }

  /** Hands over everything as it is read. */
  void read(ArticleSink sink) {
    Path given = manifest != null ? manifest : manifestBeside();
    Manifest known = given == null ? Manifest.NONE : Manifest.read(given, sink);
    new Sources(known, fields, sink).read(paths);
    if (web != null) {
      addresses.forEach(address -> web.read(address, sink));
    }
  }

  /** The {@code manifest.csv} in the first folder that has one, or beside the first file. */
  private @Nullable Path manifestBeside() {
    return paths.stream()
        .map(
            p ->
                Files.isDirectory(p) ? p.resolve("manifest.csv") : p.resolveSibling("manifest.csv"))
        .filter(Files::isRegularFile)
        .findFirst()
        .orElse(null);
  }
}
