package org.isnad.arabic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Analyzer;
import org.isnad.core.lexicon.Example;
import org.isnad.core.mention.PlaceMention;
import org.isnad.core.mention.party.PartyFinder;
import org.isnad.core.mention.place.PlaceFinder;
import org.isnad.core.pipeline.Knowledge;
import org.isnad.core.text.Span;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs {@code place/places.examples.tsv} line by line. */
class PlaceExamplesTest {

  private static final Knowledge KNOWLEDGE = ArabicKnowledge.load();

  private final Analyzer analyzer = new Analyzer(KNOWLEDGE.lexicon());
  private final PartyFinder parties = new PartyFinder(KNOWLEDGE.lexicon(), KNOWLEDGE.parties());
  private final PlaceFinder finder = new PlaceFinder(KNOWLEDGE.gazetteer());

  @TestFactory
  Stream<DynamicTest> everySentenceNamesItsPlaces() {
    return ArabicKnowledge.builtIn().stream()
        .filter(file -> file.path().equals("place/places.examples.tsv"))
        .flatMap(file -> Example.parse(file).stream())
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.file() + ":" + example.line(), () -> check(example)));
  }

  private void check(Example example) {
    AnalyzedText text = analyzer.analyze(example.text());
    List<PlaceMention> mentions = finder.find(text, parties.find(text));
    List<String> found = new ArrayList<>();
    example.spans().forEach(span -> found.add(described(mentions, span)));
    if (example.verdict() == Example.Verdict.GOOD) {
      assertThat(String.join(" ", found)).as(example.text()).isEqualTo(example.expected());
    } else if (example.verdict() == Example.Verdict.BAD) {
      assertThat(found).as(example.text()).doesNotContain(example.expected());
    } else {
      assertThat(String.join(" ", found))
          .as("passes now, make it good: " + example.text())
          .isNotEqualTo(example.expected());
    }
  }

  private static String described(List<PlaceMention> mentions, Span span) {
    for (PlaceMention mention : mentions) {
      if (mention.span().contains(span)) {
        String id = mention.place() == null ? "unknown" : mention.place().id();
        return id + (mention.relation() == null ? "" : "+" + mention.relation());
      }
    }
    return "none";
  }
}
