package org.isnad.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is read: paths, and what is known of them. */
final class InputOptions {

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "files or folders: plain text, HTML, JSON Lines, CSV with id and text; also gzipped")
  List<Path> paths = new ArrayList<>();

  @Option(
      names = "--manifest",
      paramLabel = "CSV",
      description =
          "what the texts do not say themselves: file,outlet,published,url; the manifest.csv in a folder or beside a file unless given")
  @Nullable Path manifest;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "threads to read with; all cores unless given")
  int threads = Runtime.getRuntime().availableProcessors();
}
