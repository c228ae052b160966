package org.isnad.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.isnad.io.ContentHash;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * What is shipped is what was looked at: every library by its hash, under a licence we may ship.
 */
class SupplyChainTest {

  private static final Path LISTED = Repository.root().resolve("checks/libraries.tsv");
  private static final Path SHIPPED = Repository.root().resolve("cli/target/dist/lib");

  /** Licences under which Apache-2.0 software may ship unchanged libraries. */
  private static final Set<String> ALLOWED =
      Set.of(
          "Apache-2.0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "EPL-2.0 OR Apache-2.0",
          "EPL-2.0 OR GPL-2.0-with-classpath-exception",
          "LicenseRef-JDOM",
          "MIT");

  @Test
  void everyShippedLibraryIsTheOneListedByteForByte() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(SHIPPED), "the program has not been packaged");
    Map<String, String> shipped = shipped();
    if (Boolean.getBoolean("isnad.libraries.write")) {
      write(shipped);
    }
    assertThat(shipped).isEqualTo(column(1));
  }

  @Test
  void everyLibraryHasALicenceThatMayBeShipped() throws IOException {
    assertThat(column(2))
        .isNotEmpty()
        .allSatisfy((jar, licence) -> assertThat(licence).isIn(ALLOWED));
  }

  @Test
  void theBillOfMaterialsListsEveryShippedJarWithItsHash() throws IOException {
    Path bill = SHIPPED.resolveSibling("isnad-sbom.json");
    Assumptions.assumeTrue(
        Files.exists(bill) && !isOlder(bill), "packaged in a hurry or offline, without the bill");
    Map<String, String> listed = new TreeMap<>();
    Map<String, String> licences = new TreeMap<>();
    for (JsonNode component : new ObjectMapper().readTree(bill).path("components")) {
      String jar = component.path("name").asString() + "-" + component.path("version").asString();
      for (JsonNode hash : component.path("hashes")) {
        if (hash.path("alg").asString().equals("SHA-256")) {
          listed.put(jar + ".jar", hash.path("content").asString());
        }
      }
      licences.put(jar + ".jar", component.path("licenses").toString());
      assertThat(component.path("purl").asString()).startsWith("pkg:maven/");
    }
    Map<String, String> jars = new TreeMap<>();
    try (Stream<Path> files = Files.list(SHIPPED)) {
      for (Path jar : files.toList()) {
        jars.put(jar.getFileName().toString(), ContentHash.of(Files.readAllBytes(jar)));
      }
    }
    assertThat(listed).isEqualTo(jars);
    assertThat(licences).allSatisfy((jar, words) -> assertThat(words).contains("license"));
  }

  /** Whether something was packaged since the bill was written. */
  private static boolean isOlder(Path bill) throws IOException {
    FileTime written = Files.getLastModifiedTime(bill);
    try (Stream<Path> jars = Files.list(SHIPPED)) {
      for (Path jar : jars.toList()) {
        if (Files.getLastModifiedTime(jar).compareTo(written) > 0) {
          return true;
        }
      }
    }
    return false;
  }

  private static Map<String, String> shipped() throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    try (Stream<Path> jars = Files.list(SHIPPED)) {
      for (Path jar : jars.toList()) {
        if (!jar.getFileName().toString().startsWith("isnad-")) {
          hashes.put(jar.getFileName().toString(), ContentHash.of(Files.readAllBytes(jar)));
        }
      }
    }
    return hashes;
  }

  private static Map<String, String> column(int number) throws IOException {
    Map<String, String> column = new TreeMap<>();
    for (String line : Files.readAllLines(LISTED)) {
      if (!line.startsWith("#")) {
        String[] cells = line.split("\t", -1);
        column.put(cells[0], cells[number]);
      }
    }
    return column;
  }

  private static void write(Map<String, String> shipped) throws IOException {
    Map<String, String> licences = column(2);
    List<String> lines = new ArrayList<>();
    Files.readAllLines(LISTED).stream().filter(line -> line.startsWith("#")).forEach(lines::add);
    shipped.forEach(
        (jar, hash) -> lines.add(jar + "\t" + hash + "\t" + licences.getOrDefault(jar, "?")));
    Files.write(LISTED, lines);
  }
}
