package org.isnad.arabic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Analyzer;
import org.isnad.core.lexicon.Example;
import org.isnad.core.mention.weapon.WeaponFinder;
import org.isnad.core.report.OutcomeReader;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs {@code weapon/outcomes.examples.tsv} line by line. */
class OutcomeExamplesTest {

  private final Analyzer analyzer = new Analyzer(ArabicKnowledge.load().lexicon());
  private final WeaponFinder weapons = new WeaponFinder();
  private final OutcomeReader reader = new OutcomeReader();

  @TestFactory
  Stream<DynamicTest> everySentenceStatesItsOutcome() {
    return ArabicKnowledge.builtIn().stream()
        .filter(file -> file.path().equals("weapon/outcomes.examples.tsv"))
        .flatMap(file -> Example.parse(file).stream())
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.file() + ":" + example.line(), () -> check(example)));
  }

  private void check(Example example) {
    AnalyzedText text = analyzer.analyze(example.text());
    String found =
        reader.read(text, weapons.find(text, List.of())).stream()
            .map(m -> m.outcome().name().toLowerCase(Locale.ROOT))
            .distinct()
            .sorted()
            .collect(Collectors.joining(" "));
    assertThat(found).as(example.text()).isEqualTo(example.expected());
  }
}
