package org.isnad.cli;

import java.nio.file.Path;
import org.isnad.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name the store: a folder, or a PostgreSQL database. */
final class DataOption {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${env:ISNAD_DATA:-isnad-data}",
      description = "the folder of the store; $ISNAD_DATA, else isnad-data, unless given")
  Path folder = Path.of("isnad-data");

  @Option(
      names = "--store",
      paramLabel = "URL",
      defaultValue = "${env:ISNAD_STORE}",
      description =
          "a PostgreSQL database instead, such as jdbc:postgresql://user:password@host/database; $ISNAD_STORE unless given")
  @Nullable String url;

  /** The store, made where there is none. */
  Store create() {
    return isDatabase() ? Store.connect(String.valueOf(url)) : Store.create(folder);
  }

  /** The store that is there. */
  Store open() {
    return isDatabase() ? Store.connect(String.valueOf(url)) : Store.open(folder);
  }

  /** The store by the name that may be shown. */
  String name() {
    return isDatabase() ? String.valueOf(url).replaceFirst("//[^@/]*@", "//") : folder.toString();
  }

  private boolean isDatabase() {
    return url != null && !url.isBlank();
  }
}
