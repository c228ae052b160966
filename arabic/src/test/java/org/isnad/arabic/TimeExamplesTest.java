package org.isnad.arabic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isnad.core.analysis.Analyzer;
import org.isnad.core.dating.TimeResolver;
import org.isnad.core.lexicon.Example;
import org.isnad.core.mention.DateWindow;
import org.isnad.core.mention.TimeExpression;
import org.isnad.core.mention.time.TimeFinder;
import org.isnad.core.pipeline.Knowledge;
import org.isnad.core.rule.Rule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs {@code time/time.examples.tsv} line by line. */
class TimeExamplesTest {

  private final Knowledge knowledge = ArabicKnowledge.load();
  private final Analyzer analyzer = new Analyzer(knowledge.lexicon());
  private final TimeFinder finder = new TimeFinder(knowledge.rules("time"), knowledge.lexicon());

  @TestFactory
  Stream<DynamicTest> everyExampleIsReadAsItSays() {
    return examples().stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.file() + ":" + example.line(), () -> check(example)));
  }

  @Test
  void everyRuleHasAGoodAndABadExample() {
    Set<String> rules =
        knowledge.rules("time").rules().stream()
            .map(Rule::name)
            .collect(Collectors.toCollection(TreeSet::new));
    for (Example.Verdict verdict : List.of(Example.Verdict.GOOD, Example.Verdict.BAD)) {
      Set<String> shown =
          examples().stream()
              .filter(e -> e.verdict() == verdict)
              .map(e -> "time/" + e.subject())
              .collect(Collectors.toSet());
      assertThat(shown).as(verdict + " examples").containsExactlyInAnyOrderElementsOf(rules);
    }
  }

  private static List<Example> examples() {
    return ArabicKnowledge.builtIn().stream()
        .filter(file -> file.path().equals("time/time.examples.tsv"))
        .flatMap(file -> Example.parse(file).stream())
        .toList();
  }

  private void check(Example example) {
    List<TimeExpression> found = finder.find(analyzer.analyze(example.text()));
    String rule = "time/" + example.subject();
    if (example.verdict() == Example.Verdict.BAD) {
      assertThat(found).as(example.text()).noneMatch(t -> t.derivation().rule().equals(rule));
      return;
    }
    String words = example.spans().getFirst().of(example.text());
    assertThat(found)
        .as(example.text())
        .extracting(t -> t.span().of(example.text()))
        .contains(words);
    TimeExpression time =
        found.stream()
            .filter(t -> t.span().equals(example.spans().getFirst()))
            .findFirst()
            .orElseThrow();
    assertThat(time.derivation().rule()).as(example.text()).isEqualTo(rule);
    DateWindow window =
        TimeResolver.resolve(time.value(), LocalDate.parse(example.clock())).window();
    assertThat(window.earliest() + ".." + window.latest())
        .as(example.text())
        .isEqualTo(example.expected());
  }
}
