package org.isnad.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.isnad.app.Extract;
import org.isnad.app.Progress;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.core.pipeline.Problem;
import org.isnad.io.ExtractWriter;
import org.junit.jupiter.api.Test;

/** The whole way over the samples. */
class ExtractTest {

  private static final Pipeline PIPELINE = new Pipeline(ArabicKnowledge.load());

  private static List<String> extract(int threads) {
    Path samples = Repository.root().resolve("samples");
    List<String> lines = new ArrayList<>();
    List<Problem> problems =
        new Extract(PIPELINE, threads, Progress.SILENT)
            .run(List.of(samples), samples.resolve("manifest.csv"), lines::add);
    assertThat(problems).isEmpty();
    return lines;
  }

  @Test
  void everyLineIsAsThePublishedSchemaSays() throws IOException {
    String text;
    try (InputStream in = ExtractWriter.class.getResourceAsStream("extract.schema.json")) {
      assertThat(in).isNotNull();
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text, InputFormat.JSON);
    for (String line : extract(2)) {
      List<Error> errors = schema.validate(line, InputFormat.JSON);
      assertThat(errors).as(line).isEmpty();
    }
  }

  @Test
  void theResultIsTheSameWhateverTheNumberOfThreads() {
    List<String> one = extract(1);
    assertThat(extract(8)).isEqualTo(one);
    assertThat(extract(3)).isEqualTo(one);
  }

  @Test
  void aReprintKeepsTheClockOfItsOriginal() {
    String reprint =
        extract(2).stream()
            .filter(l -> l.contains("\"id\":\"02-rockets-reprint.txt\""))
            .findFirst()
            .orElseThrow();
    assertThat(reprint)
        .contains("\"earliest\":\"2026-02-09\"")
        .contains("\"clock\":\"03-rockets-original.txt\"");
  }

  @Test
  void aFalseHeaderDateIsSetAsideAndShown() {
    String article =
        extract(2).stream()
            .filter(l -> l.contains("\"id\":\"09-false-header.txt\""))
            .findFirst()
            .orElseThrow();
    assertThat(article).contains("set aside").contains("\"weekday\":\"WEDNESDAY\"");
  }

  @Test
  void sportIsNoEvent() {
    String article =
        extract(2).stream()
            .filter(l -> l.contains("\"id\":\"16-no-event.txt\""))
            .findFirst()
            .orElseThrow();
    assertThat(article).endsWith("\"reports\":[]}");
  }
}
