package org.isnad.arabic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Analyzer;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Example;
import org.isnad.core.mention.SourceMention;
import org.isnad.core.mention.party.PartyFinder;
import org.isnad.core.mention.source.Attribution;
import org.isnad.core.mention.source.AttributionReader;
import org.isnad.core.mention.source.Attributions;
import org.isnad.core.pipeline.Knowledge;
import org.isnad.core.text.Span;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs {@code source/sources.examples.tsv} line by line: of two brackets one is the name of whoever
 * speaks, the other the words that are said; a single bracket is what is said.
 */
class SourceExamplesTest {

  private static final Knowledge KNOWLEDGE = ArabicKnowledge.load();

  private final Analyzer analyzer = new Analyzer(KNOWLEDGE.lexicon());
  private final PartyFinder parties = new PartyFinder(KNOWLEDGE.lexicon(), KNOWLEDGE.parties());
  private final AttributionReader reader =
      new AttributionReader(KNOWLEDGE.lexicon(), KNOWLEDGE.parties());

  @TestFactory
  Stream<DynamicTest> everySentenceIsSomebodysWord() {
    return ArabicKnowledge.builtIn().stream()
        .filter(file -> file.path().equals("source/sources.examples.tsv"))
        .flatMap(file -> Example.parse(file).stream())
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.file() + ":" + example.line(), () -> check(example)));
  }

  private void check(Example example) {
    AnalyzedText text = analyzer.analyze(example.text());
    Attributions attributions = reader.read(text, parties.find(text));
    Span first = example.spans().getFirst();
    Span last = example.spans().getLast();
    List<String> described =
        new ArrayList<>(described(attributions, text, last, first.of(example.text())));
    described.addAll(described(attributions, text, first, last.of(example.text())));
    if (example.verdict() == Example.Verdict.GOOD) {
      assertThat(described).as(example.text() + " " + attributions).contains(example.expected());
    } else if (example.expected().isEmpty()) {
      assertThat(described).as(example.text()).isEmpty();
    } else {
      assertThat(described).as(example.text()).doesNotContain(example.expected());
    }
  }

  private static List<String> described(
      Attributions attributions, AnalyzedText text, Span said, String speaker) {
    return attributions.at(token(text, said)).stream()
        .filter(a -> speaks(a, speaker) || said.of(text.text().given()).equals(speaker))
        .map(SourceExamplesTest::described)
        .toList();
  }

  private static int token(AnalyzedText text, Span span) {
    for (Token token : text.tokens()) {
      if (token.span().end() > span.start()) {
        return token.index();
      }
    }
    throw new AssertionError("no token at " + span);
  }

  private static boolean speaks(Attribution attribution, String name) {
    SourceMention speaker = attribution.speaker();
    return speaker != null && speaker.name().equals(name);
  }

  private static String described(Attribution attribution) {
    String chain =
        attribution.chain().stream()
            .map(s -> s.kind().name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(">"));
    return attribution.act().name().toLowerCase(Locale.ROOT) + (chain.isEmpty() ? "" : " " + chain);
  }
}
