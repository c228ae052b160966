package org.isnad.arabic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Analyzer;
import org.isnad.core.lexicon.Example;
import org.isnad.core.lexicon.Lexicon;
import org.isnad.core.mention.count.CountFinder;
import org.isnad.core.report.Toll;
import org.isnad.core.report.TollReader;
import org.isnad.core.report.Tolls;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs {@code toll/tolls.examples.tsv} line by line. */
class TollExamplesTest {

  private final Lexicon lexicon = ArabicKnowledge.load().lexicon();
  private final Analyzer analyzer = new Analyzer(lexicon);
  private final CountFinder counts = new CountFinder();
  private final TollReader reader = new TollReader(lexicon);

  @TestFactory
  Stream<DynamicTest> everyTextComesToItsFigures() {
    return ArabicKnowledge.builtIn().stream()
        .filter(file -> file.path().equals("toll/tolls.examples.tsv"))
        .flatMap(file -> Example.parse(file).stream())
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.file() + ":" + example.line(), () -> check(example)));
  }

  private void check(Example example) {
    AnalyzedText text = analyzer.analyze(example.text());
    Tolls tolls = Tolls.of(text, reader.read(text, counts.find(text)));
    String found =
        show("killed", tolls.killed())
            + show("injured", tolls.injured())
            + show("attackers-killed", tolls.attackersKilled());
    assertThat(found.strip()).as(example.text()).isEqualTo(example.expected());
  }

  private static String show(String slot, @Nullable Toll toll) {
    return switch (toll) {
      case null -> "";
      case Toll.None none -> slot + " none ";
      case Toll.Unknown unknown -> slot + " unknown ";
      case Toll.Counted counted ->
          slot + " " + CountExamplesTest.quantity(counted.quantity()) + " ";
    };
  }
}
