package org.isnad.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.isnad.app.Extract;
import org.isnad.app.Reuse;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.article.Article;
import org.isnad.core.pipeline.Pipeline;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Families of the samples, with passages and directions. */
class ReuseTest {

  private static final List<Article> SAMPLES = samples();

  private final List<String> lines = new ArrayList<>();
  private final Reuse reuse = new Reuse(SAMPLES, new Pipeline(ArabicKnowledge.load()), lines::add);

  private static List<Article> samples() {
    Path samples = Repository.root().resolve("samples");
    return Extract.Input.read(List.of(samples), samples.resolve("manifest.csv")).articles();
  }

  private static String text(JsonNode id) {
    return SAMPLES.stream()
        .filter(article -> article.id().value().equals(id.asString()))
        .findFirst()
        .orElseThrow()
        .text();
  }

  @Test
  void aReprintIsTheCopyAndSpansAreExact() {
    reuse.json();
    assertThat(lines).hasSize(1);
    JsonNode copy = new ObjectMapper().readTree(lines.getFirst()).path("copies").path(0);
    assertThat(copy.path("copy").asString()).isEqualTo("02-rockets-reprint.txt");
    assertThat(copy.path("original").asString()).isEqualTo("03-rockets-original.txt");
    JsonNode passage = copy.path("passages").path(0);
    assertThat(cut(text(copy.path("copy")), passage.path("inFirst")))
        .isEqualTo(passage.path("textInFirst").asString());
    assertThat(cut(text(copy.path("original")), passage.path("inSecond")))
        .isEqualTo(passage.path("textInSecond").asString());
  }

  private static String cut(String text, JsonNode span) {
    return text.substring(
        text.offsetByCodePoints(0, span.path(0).asInt()),
        text.offsetByCodePoints(0, span.path(1).asInt()));
  }

  @Test
  void everyPairSaysWhyItsDirectionIsBelieved() {
    reuse.tell();
    assertThat(lines)
        .anyMatch(line -> line.contains("02-rockets-reprint.txt") && line.contains(" copies "))
        .anyMatch(line -> line.strip().startsWith("because 03-rockets-original.txt was published"))
        .endsWith("1 family, 1 pair");
  }

  @Test
  void outletsAreCountedByWhomTheyCopied() {
    assertThat(reuse.outlets()).hasSize(1);
    assertThat(reuse.outlets().getFirst().get(2)).isEqualTo("1");
  }
}
