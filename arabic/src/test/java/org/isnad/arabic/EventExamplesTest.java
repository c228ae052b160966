package org.isnad.arabic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isnad.core.article.Article;
import org.isnad.core.lexicon.Example;
import org.isnad.core.pipeline.Pipeline;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs {@code event/event.examples.tsv} line by line. */
class EventExamplesTest {

  private final Pipeline pipeline = new Pipeline(ArabicKnowledge.load());

  @TestFactory
  Stream<DynamicTest> everySentenceReportsItsEvents() {
    return ArabicKnowledge.builtIn().stream()
        .filter(file -> file.path().equals("event/event.examples.tsv"))
        .flatMap(file -> Example.parse(file).stream())
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.file() + ":" + example.line(), () -> check(example)));
  }

  private void check(Example example) {
    String found =
        pipeline.read(Article.of("example", example.text())).reports().stream()
            .map(report -> report.type().id())
            .distinct()
            .sorted()
            .collect(Collectors.joining(" "));
    assertThat(found).as(example.text()).isEqualTo(example.expected());
  }
}
