package org.isnad.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.isnad.app.Inputs;
import org.isnad.io.FieldNames;
import org.isnad.io.WebPages;
import org.isnad.io.fetch.Pace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** What is read: paths, and what is known of them. */
final class InputOptions {

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "files or folders: plain text, HTML, JSON Lines, CSV with id and text; also gzipped; WARC, WACZ; RSS, Atom; zip and tar of these; with --fetch also addresses")
  List<String> paths = new ArrayList<>();

  @Option(
      names = "--manifest",
      paramLabel = "CSV",
      description =
          "what the texts do not say themselves: file,outlet,published,url; the manifest.csv in a folder or beside a file unless given")
  @Nullable Path manifest;

  @Option(
      names = "--fields",
      paramLabel = "NAMES",
      description =
          "what JSON Lines of other programs call the fields, such as text=body,url=source.link",
      converter = Fields.class)
  FieldNames fields = FieldNames.OWN;

  @Option(
      names = "--fetch",
      description = "fetch PATHs that are addresses: pages, or feeds with the pages they list")
  boolean fetch;

  @Mixin FetchOptions fetching = new FetchOptions();

  @Spec(Spec.Target.MIXEE)
  CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "threads to read with; all cores unless given")
  int threads = Runtime.getRuntime().availableProcessors();

  /** What is read, and what is known of it. */
  Inputs inputs() {
    List<String> addresses = paths.stream().filter(InputOptions::isAddress).toList();
    if (!addresses.isEmpty() && !fetch) {
      throw new ParameterException(
          spec.commandLine(),
          addresses.getFirst() + " is an address; nothing is fetched without --fetch");
    }
    List<Path> files = paths.stream().filter(p -> !isAddress(p)).map(Path::of).toList();
    WebPages web = fetch ? new WebPages(fetching.fetcher(), null, Pace.REAL) : null;
    return new Inputs(files, manifest, fields, addresses, web);
  }

  private static boolean isAddress(String path) {
    return path.startsWith("http://") || path.startsWith("https://");
  }

  /** Reads the value of {@code --fields}. */
  static final class Fields implements ITypeConverter<FieldNames> {
    @Override
    public FieldNames convert(String value) {
      try {
        return FieldNames.parse(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }
}
