package org.isnad.core.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.isnad.core.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTest {

  private static final DataFile WORDS =
      TestFiles.file(
          "event/words.tsv",
          "# columns: key gloss arabic inflect plural root class masdar attrs",
          "minister\tminister\tوزير\tn\tوزراء",
          "region\tregion\tزير\t-\t-",
          "wound\twound\t\t\t\tج ر ح\tI\t-",
          "operation\toperation\tعملية\tnf",
          "car-bomb\tcar bomb\tسيارة مفخخة\tnf+adj",
          "target\ttarget\t\t\t\tه د ف\tX",
          "hit\thit\t\t\t\tص و ب\tIV-hollow\t\ttype=attack",
          "kill\tkill\t\t\t\tق ت ل\tI\tقتل");

  private final Lexicon lexicon = Lexicon.of(TestFiles.with(WORDS), List.of());

  @ParameterizedTest
  @CsvSource({
    "وزير, minister, ''",
    "والوزير, minister, w al",
    "للوزير, minister, l al",
    "لوزير, minister, l",
    "عملياته, operation, ''",
    "بعمليته, operation, b",
    "استهدفتهم, target, ''",
    "وسيستهدفون, target, w s",
    "باستهداف, target, b",
    "أصيب, hit, ''",
    "أصبنا, hit, ''",
    "والمصابون, '', ''",
    "قتلوه, kill, ''",
    "سيقتلونهم, kill, s",
  })
  void cliticsComeOffOnlyWhereTheRestIsKnown(String word, String key, String clitics) {
    List<Lexicon.Reading> readings = lexicon.readings(Normalizer.fold(word));
    if (key.isEmpty()) {
      assertThat(readings).isEmpty();
      return;
    }
    Lexicon.Reading reading = readings.getFirst();
    assertThat(reading.node().forms().getFirst().entry().key()).isEqualTo(key);
    assertThat(String.join(" ", reading.clitics().before())).isEqualTo(clitics);
  }

  @Test
  void theWholeWordIsTriedFirst() {
    assertThat(lexicon.readings(Normalizer.fold("وزير"))).hasSize(1);
  }

  @Test
  void aDashInACellIsNoWord() {
    assertThat(lexicon.readings(Normalizer.fold("-")))
        .flatExtracting(reading -> reading.node().forms())
        .isEmpty();
  }

  @Test
  void theFutureStandsBeforePresentVerbsOnly() {
    assertThat(lexicon.readings(Normalizer.fold("سقتل"))).isEmpty();
  }

  @Test
  void attributesComeFromColumnsAndPairs() {
    assertThat(lexicon.entry("words", "hit").is("type", "attack")).isTrue();
  }

  @Test
  void aMistakeNamesFileAndLine() {
    DataFile bad =
        TestFiles.file(
            "event/bad.tsv", "# columns: key gloss arabic", "one\tone\tواحد", "one\tone\tآخر");
    assertThatThrownBy(() -> Lexicon.of(TestFiles.with(bad), List.of()))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("event/bad.tsv:3: key 'one' stands twice");
  }

  @Test
  void lettersThatCanNeverMatchAreRefused() {
    DataFile bad =
        TestFiles.file("event/bad.tsv", "# columns: key gloss arabic", "one\tone\tوا\u0640حد");
    assertThatThrownBy(() -> Lexicon.of(TestFiles.with(bad), List.of()))
        .hasMessageContaining("U+640");
  }

  @Test
  void anUnknownVerbClassIsRefusedWithTheKnownOnes() {
    DataFile bad =
        TestFiles.file(
            "event/bad.tsv", "# columns: key gloss arabic root class", "go\tgo\t\tذ ه ب\tXV");
    assertThatThrownBy(() -> Lexicon.of(TestFiles.with(bad), List.of()))
        .hasMessageContaining("expected one of [I, IV-hollow, X]");
  }
}
