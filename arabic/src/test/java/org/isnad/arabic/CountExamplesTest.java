package org.isnad.arabic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.isnad.core.analysis.Analyzer;
import org.isnad.core.lexicon.Example;
import org.isnad.core.mention.CountMention;
import org.isnad.core.mention.Quantity;
import org.isnad.core.mention.count.CountFinder;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs {@code number/count.examples.tsv} line by line. */
class CountExamplesTest {

  private final Analyzer analyzer = new Analyzer(ArabicKnowledge.load().lexicon());
  private final CountFinder finder = new CountFinder();

  @TestFactory
  Stream<DynamicTest> everyNumberIsFoundWithItsValue() {
    return ArabicKnowledge.builtIn().stream()
        .filter(file -> file.path().equals("number/count.examples.tsv"))
        .flatMap(file -> Example.parse(file).stream())
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.file() + ":" + example.line(), () -> check(example)));
  }

  private void check(Example example) {
    List<CountMention> found = finder.find(analyzer.analyze(example.text()));
    List<String> expected = example.spans().stream().map(s -> s.of(example.text())).toList();
    assertThat(found)
        .as(example.text())
        .extracting(c -> c.span().of(example.text()))
        .isEqualTo(expected);
    assertThat(found)
        .as(example.text())
        .allSatisfy(c -> assertThat(value(c)).isEqualTo(example.expected()));
  }

  private static String value(CountMention count) {
    return switch (count.kind()) {
      case NOT_A_COUNT -> "-";
      case PERCENTAGE -> quantity(count.quantity()) + "%";
      case ORDINAL -> "no. " + quantity(count.quantity());
      case CARDINAL -> quantity(count.quantity());
    };
  }

  static String quantity(Quantity quantity) {
    if (quantity.max() == null) {
      return quantity.min() + "+";
    }
    return quantity.isExact()
        ? String.valueOf(quantity.min())
        : quantity.min() + "-" + quantity.max();
  }
}
