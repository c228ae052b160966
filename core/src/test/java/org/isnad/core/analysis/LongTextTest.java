package org.isnad.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.isnad.core.lexicon.Lexicon;
import org.isnad.core.lexicon.TestFiles;
import org.junit.jupiter.api.Test;

/** Sentences and words without end are cut, so that nobody compares all their words. */
class LongTextTest {

  private final Analyzer analyzer = new Analyzer(Lexicon.of(TestFiles.with(), List.of()));

  @Test
  void aTextWithoutStopsIsCutAtTheLongestSentence() {
    AnalyzedText text = analyzer.analyze("كلمة ".repeat(1000));
    assertThat(text.sentences()).extracting(Sentence::size).containsExactly(400, 400, 200);
  }

  @Test
  void itIsCutBehindTheLastCommaWhereThereIsOne() {
    AnalyzedText text = analyzer.analyze("كلمة ".repeat(300) + "، " + "كلمة ".repeat(200));
    assertThat(text.sentences()).extracting(Sentence::size).containsExactly(301, 200);
  }

  @Test
  void everyTokenStandsInExactlyOneSentence() {
    AnalyzedText text = analyzer.analyze("كلمة، ".repeat(5000));
    int next = 0;
    for (Sentence sentence : text.sentences()) {
      assertThat(sentence.first()).isEqualTo(next);
      assertThat(sentence.size()).isBetween(1, SentenceSplitter.LONGEST);
      next = sentence.end();
    }
    assertThat(next).isEqualTo(text.size());
  }

  @Test
  void aHundredThousandWordsRunTogetherAreTakenApart() {
    AnalyzedText text = analyzer.analyze("ةا".repeat(100_000));
    assertThat(text.size()).isGreaterThan(1);
  }
}
