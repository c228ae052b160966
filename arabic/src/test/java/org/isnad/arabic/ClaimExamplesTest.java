package org.isnad.arabic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.isnad.core.article.Article;
import org.isnad.core.lexicon.Example;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.core.report.Chain;
import org.isnad.core.report.EventReport;
import org.isnad.core.report.Party;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs {@code source/claims.examples.tsv} line by line: who claims an event of the text, who is
 * blamed for one, who denies one.
 */
class ClaimExamplesTest {

  private final Pipeline pipeline = new Pipeline(ArabicKnowledge.load());

  @TestFactory
  Stream<DynamicTest> everyEventIsClaimedByWhoSaysSo() {
    return ArabicKnowledge.builtIn().stream()
        .filter(file -> file.path().equals("source/claims.examples.tsv"))
        .flatMap(file -> Example.parse(file).stream())
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.file() + ":" + example.line(), () -> check(example)));
  }

  private void check(Example example) {
    String name = example.spans().getFirst().of(example.text());
    List<String> found =
        pipeline.read(Article.of("example", example.text())).reports().stream()
            .flatMap(report -> names(report, example.expected()))
            .distinct()
            .toList();
    if (example.verdict() == Example.Verdict.GOOD) {
      assertThat(found).as(example.text()).containsExactly(name);
    } else {
      assertThat(found).as(example.text()).doesNotContain(name);
    }
  }

  private static Stream<String> names(EventReport report, String what) {
    return switch (what) {
      case "speaks" -> speakers(report.chains().stream());
      case "counts-dead" -> tellers(report, Chain.Slot.KILLED);
      case "counts-hurt" -> tellers(report, Chain.Slot.INJURED);
      case "places" ->
          speakers(
              report.chains().stream()
                  .filter(c -> c.says().isEmpty() || c.says().contains(Chain.Slot.PLACE)));
      default -> parties(report, what).stream().map(Party::name);
    };
  }

  private static Stream<String> speakers(Stream<Chain> chains) {
    return chains.filter(c -> c.links().size() > 1).map(c -> c.speaker().name());
  }

  private static Stream<String> tellers(EventReport report, Chain.Slot slot) {
    return speakers(
        report.figures().stream()
            .filter(figure -> figure.slot() == slot && figure.chain() != null)
            .map(figure -> report.chains().get(figure.chain())));
  }

  private static List<Party> parties(EventReport report, String what) {
    return switch (what) {
      case "claims" -> report.claimedBy();
      case "accused" -> report.accused();
      case "denies" -> report.deniedBy();
      default -> throw new AssertionError("no such expectation: " + what);
    };
  }
}
