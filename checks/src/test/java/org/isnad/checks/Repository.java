package org.isnad.checks;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the repository's files are when tests run. */
final class Repository {

  private Repository() {}

  /** The folder that holds the parent POM. */
  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("the tests run outside the repository");
    }
    return folder;
  }
}
