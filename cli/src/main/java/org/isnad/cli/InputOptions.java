package org.isnad.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.isnad.app.Inputs;
import org.isnad.io.FieldNames;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** What is read: paths, and what is known of them. */
final class InputOptions {

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "files or folders: plain text, HTML, JSON Lines, CSV with id and text; also gzipped; WARC, WACZ; zip and tar of these")
  List<Path> paths = new ArrayList<>();

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
      names = "--threads",
      paramLabel = "N",
      description = "threads to read with; all cores unless given")
  int threads = Runtime.getRuntime().availableProcessors();

  /** What is read, and what is known of it. */
  Inputs inputs() {
    return new Inputs(paths, manifest, fields);
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
