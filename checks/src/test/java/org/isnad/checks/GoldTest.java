package org.isnad.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The gold files hold what {@code gold/GUIDE.md} says: offsets, days, ids and the words in use. */
class GoldTest {

  private static final Path GOLD = Repository.root().resolve("gold");
  private static final Set<String> DAYS = Set.of("published", "earliest", "latest");
  private static final Set<String> STANCES = Set.of("asserts", "claims", "denies", "accuses");
  private static final Set<String> RELATIONS =
      Set.of("agreed", "revised", "contradicted", "separate");
  private static final Set<String> KINDS =
      Set.of("agency", "organisation", "person", "unnamed", "document");

  @TestFactory
  Stream<DynamicTest> everyCaseIsSound() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    List<Path> files = new ArrayList<>(files());
    files.addAll(filesOf(GOLD.resolve("second-pass")));
    for (Path file : files) {
      for (String line : Files.readAllLines(file)) {
        JsonNode one = new ObjectMapper().readTree(line);
        String name = GOLD.relativize(file) + " " + one.path("id").asString();
        tests.add(DynamicTest.dynamicTest(name, () -> checkCase(one)));
      }
    }
    assertThat(tests).hasSizeGreaterThan(100);
    return tests.stream();
  }

  @Test
  void idsAreUniqueInEachFile() throws IOException {
    for (Path file : files()) {
      Set<String> ids = new HashSet<>();
      for (String line : Files.readAllLines(file)) {
        assertThat(ids.add(new ObjectMapper().readTree(line).path("id").asString()))
            .as(GOLD.relativize(file) + ": " + line.substring(0, 40))
            .isTrue();
      }
    }
  }

  @Test
  void theReadmeCountsTheCases() throws IOException {
    String readme = Files.readString(GOLD.resolve("README.md"));
    Set<String> counted = new TreeSet<>();
    Matcher row =
        Pattern.compile("(?m)^\\| \\[([a-z-]+\\.jsonl)].*\\| (\\d+) \\|$").matcher(readme);
    while (row.find()) {
      counted.add(row.group(1));
      assertThat(Files.readAllLines(GOLD.resolve(row.group(1))))
          .as(row.group(1))
          .hasSize(Integer.parseInt(row.group(2)));
    }
    assertThat(counted)
        .isEqualTo(
            new TreeSet<>(files().stream().map(f -> String.valueOf(f.getFileName())).toList()));
  }

  private static void checkCase(JsonNode one) {
    checkWords(one);
    checkDays(one);
    if (one.has("sha256")) {
      assertThat(one.findValuesAsString("text")).as("texts of others").isEmpty();
      return;
    }
    assertThat(one.path("invented").asBoolean()).as("marked as invented").isTrue();
    if (one.has("articles")) {
      one.path("figures")
          .forEach(f -> checkSpans(f, text(one.path("articles").path(f.path("article").asInt()))));
    } else if (one.has("a")) {
      assertThat(one.path("passages").isEmpty()).isNotEqualTo(one.path("copied").asBoolean());
      for (String side : List.of("a", "b")) {
        one.path("passages").forEach(p -> checkSpans(p.path(side), text(one.path(side))));
      }
    } else {
      checkSpans(one, text(one));
    }
  }

  private static String text(JsonNode node) {
    String text = node.path("text").asString();
    assertThat(text).isNotBlank();
    return text;
  }

  /** Every object with offsets, at any depth, slices to its quote or name. */
  private static void checkSpans(JsonNode node, String text) {
    if (node.has("start")) {
      int start = text.offsetByCodePoints(0, node.path("start").asInt());
      int end = text.offsetByCodePoints(0, node.path("end").asInt());
      String quote = node.path(node.has("quote") ? "quote" : "name").asString();
      assertThat(text.substring(start, end)).isEqualTo(quote).isNotBlank();
    }
    node.forEach(child -> checkSpans(child, text));
  }

  private static void checkDays(JsonNode node) {
    node.properties()
        .forEach(
            field -> {
              if (DAYS.contains(field.getKey()) && field.getValue().isString()) {
                assertThat(LocalDate.parse(field.getValue().asString())).isNotNull();
              }
              checkDays(field.getValue());
            });
    node.forEach(GoldTest::checkDays);
    if (node.path("earliest").isString() && node.path("latest").isString()) {
      assertThat(node.path("earliest").asString())
          .isLessThanOrEqualTo(node.path("latest").asString());
    }
  }

  private static void checkWords(JsonNode one) {
    one.path("chains")
        .forEach(c -> assertThat(STANCES).contains(c.path("stance").asString("missing")));
    one.path("relations")
        .forEach(r -> assertThat(RELATIONS).contains(r.path("relation").asString("missing")));
    one.findValues("links")
        .forEach(
            links ->
                links.forEach(l -> assertThat(KINDS).contains(l.path("kind").asString("missing"))));
  }

  private static List<Path> files() throws IOException {
    return filesOf(GOLD);
  }

  private static List<Path> filesOf(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList();
    }
  }
}
