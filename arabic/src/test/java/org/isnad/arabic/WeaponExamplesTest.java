package org.isnad.arabic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Analyzer;
import org.isnad.core.lexicon.Example;
import org.isnad.core.mention.WeaponMention;
import org.isnad.core.mention.weapon.WeaponFinder;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs {@code weapon/weapons.examples.tsv} line by line. */
class WeaponExamplesTest {

  private final Analyzer analyzer = new Analyzer(ArabicKnowledge.load().lexicon());
  private final WeaponFinder finder = new WeaponFinder();

  @TestFactory
  Stream<DynamicTest> everySentenceNamesTheWeaponsThatAreMarked() {
    return ArabicKnowledge.builtIn().stream()
        .filter(file -> file.path().equals("weapon/weapons.examples.tsv"))
        .flatMap(file -> Example.parse(file).stream())
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.file() + ":" + example.line(), () -> check(example)));
  }

  private void check(Example example) {
    AnalyzedText text = analyzer.analyze(example.text());
    List<WeaponMention> found = finder.find(text, List.of());
    List<String> expected = example.spans().stream().map(s -> s.of(example.text())).toList();
    assertThat(found)
        .as(example.text())
        .extracting(w -> withoutClitics(w, example))
        .isEqualTo(expected);
    if (!found.isEmpty()) {
      assertThat(String.join(" ", found.stream().map(WeaponMention::kind).toList()))
          .isEqualTo(example.expected());
    }
  }

  /** The brackets stand behind a clitic, the mention's span before it. */
  private static String withoutClitics(WeaponMention weapon, Example example) {
    String words = weapon.span().of(example.text());
    return example.spans().stream()
        .filter(s -> weapon.span().contains(s) && s.end() == weapon.span().end())
        .map(s -> s.of(example.text()))
        .findFirst()
        .orElse(words);
  }
}
