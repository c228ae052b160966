package org.isnad.checks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.isnad.store.Store;

/** Everything that a store holds, so that two of them can be compared. */
final class StoredRows {

  private StoredRows() {}

  /** Rows that only one of two stores has, each marked with which; empty where they agree. */
  static List<String> difference(List<String> expected, List<String> found) {
    Set<String> before = new HashSet<>(expected);
    Set<String> after = new HashSet<>(found);
    return Stream.concat(
            expected.stream().filter(row -> !after.contains(row)).map(row -> "missing " + row),
            found.stream().filter(row -> !before.contains(row)).map(row -> "more " + row))
        .toList();
  }

  /** All rows in one order; moments and the count of batches left out. */
  static List<String> of(Path data) throws IOException {
    Path file = Files.createTempFile("isnad-rows", ".gz");
    Files.delete(file);
    try (Store store = Store.open(data)) {
      store.backup(file);
    }
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.matches("\\{\"name\":\"(state|linked)\".*+"))
          .map(
              line ->
                  line.replaceAll(
                      "\"(created|updated|changed|replaced)_at\":\"[^\"]*+\"", "\"$1\""))
          .sorted()
          .toList();
    } finally {
      Files.delete(file);
    }
  }
}
