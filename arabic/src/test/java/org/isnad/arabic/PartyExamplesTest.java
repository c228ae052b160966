package org.isnad.arabic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Analyzer;
import org.isnad.core.lexicon.Example;
import org.isnad.core.mention.PartyMention;
import org.isnad.core.mention.party.PartyFinder;
import org.isnad.core.pipeline.Knowledge;
import org.isnad.core.text.Span;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs {@code party/parties.examples.tsv} line by line. */
class PartyExamplesTest {

  private static final Knowledge KNOWLEDGE = ArabicKnowledge.load();

  private final Analyzer analyzer = new Analyzer(KNOWLEDGE.lexicon());
  private final PartyFinder finder = new PartyFinder(KNOWLEDGE.lexicon(), KNOWLEDGE.parties());

  @TestFactory
  Stream<DynamicTest> everySentenceNamesItsParties() {
    return ArabicKnowledge.builtIn().stream()
        .filter(file -> file.path().equals("party/parties.examples.tsv"))
        .flatMap(file -> Example.parse(file).stream())
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.file() + ":" + example.line(), () -> check(example)));
  }

  private void check(Example example) {
    AnalyzedText text = analyzer.analyze(example.text());
    List<String> found = new ArrayList<>();
    for (Span span : example.spans()) {
      found.add(described(finder.find(text), span));
    }
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

  private static String described(List<PartyMention> mentions, Span span) {
    for (PartyMention mention : mentions) {
      if (mention.span().equals(span)) {
        String framed = mention.framing().isEmpty() ? "" : "!";
        return mention.kind() + ":" + (mention.id() == null ? "-" : mention.id()) + framed;
      }
    }
    return "none";
  }
}
