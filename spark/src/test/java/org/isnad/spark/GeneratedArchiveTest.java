package org.isnad.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.pipeline.Pipeline;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Over more articles with {@code -Disnad.spark.articles=20000}, and over one story with more copies
 * with {@code -Disnad.spark.copies=10000}; by default few enough for CI.
 */
@Tag("slow")
class GeneratedArchiveTest {

  private static final int ARTICLES = Integer.getInteger("isnad.spark.articles", 2_000);

  private static final int COPIES = Integer.getInteger("isnad.spark.copies", 1_000);

  private static final int OTHERS = Math.min(COPIES, 2_000);

  private final Pipeline pipeline = new Pipeline(ArabicKnowledge.load());

  @TempDir private Path folder;

  @Test
  void a_generated_archive_gives_the_same_incidents_as_locally_and_the_known_ones()
      throws IOException {
    Path file = folder.resolve("articles.jsonl");
    Map<String, Integer> events = org.isnad.bench.Archive.write(ARTICLES, file);
    Path out = folder.resolve("out");
    List<String> incidents;
    Map<String, String> families = new HashMap<>();
    try (SparkSession spark = Both.local(folder)) {
      new Archive(spark, List.of(file), null, out.toString(), System.err::println).run(null);
      incidents = Both.spark(spark, out);
      spark.read().parquet(out.resolve("families").toString()).collectAsList().stream()
          .forEach((Row row) -> families.put(row.getString(0), row.getString(1)));
    }
    assertThat(String.join("\n", incidents))
        .isEqualTo(String.join("\n", Both.local(pipeline, folder, null, file)));
    assertThat(copiesFound(events, families)).isGreaterThan(0.99);
    assertThat(pairsRight(events, incidents)).isGreaterThan(0.95);
  }

  @Test
  void one_story_with_thousands_of_copies_and_a_line_on_every_page_do_not_change_that()
      throws IOException {
    Path file = folder.resolve("skewed.jsonl");
    Skewed.write(COPIES, OTHERS, folder.resolve("base.jsonl"), file);
    Path out = folder.resolve("skewed");
    try (SparkSession spark = Both.local(folder)) {
      new Archive(spark, List.of(file), null, out.toString(), System.err::println).run(null);
      assertThat(String.join("\n", Both.spark(spark, out)))
          .isEqualTo(String.join("\n", Both.local(pipeline, folder, null, file)));
    }
  }

  /** Share of the reprints that stand in one family with their original. */
  private static double copiesFound(Map<String, Integer> events, Map<String, String> families) {
    int reprints = 0;
    int found = 0;
    for (Map.Entry<String, Integer> event : events.entrySet()) {
      String original = "a%07d".formatted(event.getValue());
      if (!original.equals(event.getKey())) {
        reprints++;
        String family = families.get(original);
        found += family != null && family.equals(families.get(event.getKey())) ? 1 : 0;
      }
    }
    return found / (double) reprints;
  }

  /** Of all pairs of articles that stand in one incident, the share that tell of one event. */
  private static double pairsRight(Map<String, Integer> events, List<String> incidents) {
    ObjectMapper json = new ObjectMapper();
    long pairs = 0;
    long right = 0;
    for (String line : incidents) {
      List<Integer> told = new ArrayList<>();
      for (JsonNode report : json.readTree(line).path("reports")) {
        told.add(events.get(report.path("article").asString()));
      }
      for (int i = 0; i < told.size(); i++) {
        for (int j = 0; j < i; j++) {
          pairs++;
          right += told.get(i) != null && told.get(i).equals(told.get(j)) ? 1 : 0;
        }
      }
    }
    return pairs == 0 ? 0 : right / (double) pairs;
  }

  /**
   * Articles of which many are one story, the others close with one paragraph, and all end in the
   * same line, which tells of an event, as pages of archives do.
   */
  private static final class Skewed {

    static void write(int copies, int others, Path base, Path file) throws IOException {
      org.isnad.bench.Archive.write(copies + others, base);
      ObjectMapper json = new ObjectMapper();
      List<JsonNode> articles = new ArrayList<>();
      for (String line : Files.readAllLines(base)) {
        articles.add(json.readTree(line));
      }
      String story = articles.get(0).path("text").asString();
      String phrase = articles.get(1).path("text").asString();
      String line = articles.get(3).path("text").asString().lines().findFirst().orElse("");
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < articles.size(); i++) {
        var article = (tools.jackson.databind.node.ObjectNode) articles.get(i);
        article.put("outlet", "outlet-" + i);
        boolean isOther = (i + 1L) * others / articles.size() > (long) i * others / articles.size();
        if (!isOther) {
          article.put("text", story + "\n" + i + "\n" + line);
          article.put("published", "2015-03-0%d".formatted(1 + i % 4 / 2));
        } else {
          article.put("text", article.path("text").asString() + "\n" + phrase + "\n" + line);
        }
        lines.add(json.writeValueAsString(article));
      }
      Files.write(file, lines);
    }
  }
}
