package org.isnad.arabic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Analyzer;
import org.isnad.core.analysis.FurnitureFinder;
import org.isnad.core.article.Furniture;
import org.isnad.core.lexicon.Example;
import org.isnad.core.lexicon.Lexicon;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs {@code furniture/furniture.examples.tsv} line by line. */
class FurnitureExamplesTest {

  private static final char LINE_END = '\u00B6';

  private final Lexicon lexicon = ArabicKnowledge.load().lexicon();
  private final Analyzer analyzer = new Analyzer(lexicon);
  private final FurnitureFinder finder = new FurnitureFinder(lexicon);

  @TestFactory
  Stream<DynamicTest> everyPageHasTheFurnitureThatIsMarked() {
    return ArabicKnowledge.builtIn().stream()
        .filter(file -> file.path().equals("furniture/furniture.examples.tsv"))
        .flatMap(file -> Example.parse(file).stream())
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.file() + ":" + example.line(), () -> check(example)));
  }

  private void check(Example example) {
    String text = example.text().replace(LINE_END, '\n');
    AnalyzedText analyzed = analyzer.analyze(text);
    List<Furniture> found = finder.find(analyzed, null);
    List<String> expected = example.spans().stream().map(s -> s.of(text)).toList();
    assertThat(found)
        .as("furniture of: " + example.text())
        .extracting(f -> f.span().of(text))
        .isEqualTo(expected);
    for (Furniture piece : found) {
      assertThat(piece.kind().name().toLowerCase(Locale.ROOT)).isEqualTo(example.expected());
      assertThat(piece.rule()).contains(example.subject());
    }
  }
}
