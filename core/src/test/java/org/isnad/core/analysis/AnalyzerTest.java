package org.isnad.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.isnad.core.lexicon.DataFile;
import org.isnad.core.lexicon.Features;
import org.isnad.core.lexicon.Lexicon;
import org.isnad.core.lexicon.TestFiles;
import org.junit.jupiter.api.Test;

class AnalyzerTest {

  private static final DataFile WORDS =
      TestFiles.file(
          "place/names.tsv",
          "# columns: key gloss arabic inflect",
          "base\tbase\tقاعدة\tnf",
          "car-bomb\tcar bomb\tسيارة مفخخة\tnf+adj",
          "states\tUnited States\tالولايات المتحدة\t-");

  private static final DataFile ABBREVIATIONS =
      TestFiles.file(
          "letters/abbreviations.tsv", "# columns: key gloss arabic", "km\tkilometre\tكلم");

  private final Analyzer analyzer =
      new Analyzer(Lexicon.of(TestFiles.with(WORDS, ABBREVIATIONS), List.of()));

  @Test
  void labelsCoverSeveralTokensAndAgree() {
    Label label = analyzer.analyze("انفجرت سيارتان مفخختان").token(1).label("names");
    assertThat(label).isNotNull();
    assertThat(label.key()).isEqualTo("car-bomb");
    assertThat(label.features().number()).isEqualTo(Features.Num.DUAL);
    assertThat(label.end()).isEqualTo(3);
  }

  @Test
  void theArticleOfADefiniteNameStandsOnBothWords() {
    assertThat(analyzer.analyze("والسيارة المفخخة").token(0).is("names", "car-bomb")).isTrue();
  }

  @Test
  void wordsRunTogetherComeApart() {
    AnalyzedText text = analyzer.analyze("زار الولاياتالمتحدة");
    assertThat(text.tokens())
        .extracting(Token::surface)
        .containsExactly("زار", "الولايات", "المتحدة");
    assertThat(analyzer.analyze("قاعدةجوية").size()).isEqualTo(2);
  }

  @Test
  void sentencesSurviveAbbreviationsAndDecimalPoints() {
    AnalyzedText text =
        analyzer.analyze(
            "يبعد 3.5 كلم. عن المركز وفق أ. سالم. انتهى\nعنوان بلا نقطة\n\"قال: نعم.\" ثم مضى");
    assertThat(text.sentences())
        .extracting(s -> s.span().of(text.text().given()))
        .containsExactly(
            "يبعد 3.5 كلم. عن المركز وفق أ. سالم.",
            "انتهى",
            "عنوان بلا نقطة",
            "\"قال: نعم.\"",
            "ثم مضى");
  }

  @Test
  void everyTokenSlicesToItsWordsInRandomText() {
    Random random = new Random(42);
    for (int round = 0; round < 1_000; round++) {
      StringBuilder given = new StringBuilder();
      for (int i = random.nextInt(80); i >= 0; i--) {
        given.appendCodePoint(
            random.nextInt(4) == 0 ? random.nextInt(0x110000) : 0x600 + random.nextInt(0x100));
      }
      AnalyzedText text = analyzer.analyze(given.toString());
      int end = 0;
      for (Token token : text.tokens()) {
        assertThat(token.span().start()).isGreaterThanOrEqualTo(end);
        assertThat(token.span().of(text.text().given())).isEqualTo(token.surface());
        end = token.span().end();
      }
      int tokens = text.sentences().stream().mapToInt(Sentence::size).sum();
      assertThat(tokens).isEqualTo(text.size());
    }
  }
}
