package org.isnad.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.isnad.core.analysis.Analyzer;
import org.isnad.core.lexicon.DataException;
import org.isnad.core.lexicon.DataFile;
import org.isnad.core.lexicon.Lexicon;
import org.isnad.core.lexicon.TestFiles;
import org.junit.jupiter.api.Test;

class MatcherTest {

  private static final DataFile WORDS =
      TestFiles.file(
          "event/words.tsv",
          "# columns: key gloss arabic inflect root class attrs",
          "attack\tattack\tهجوم\tn\t\t\ttype=attack",
          "base\tbase\tقاعدة\tnf",
          "on\ton\tعلى\t-",
          "target\ttarget\t\t\tه د ف\tX");

  private final Lexicon lexicon = Lexicon.of(TestFiles.with(WORDS), List.of());

  private List<Match> matches(String text, String... rules) {
    RuleSet set = RuleSet.of("event", List.of(TestFiles.file("event/t.rules", rules)));
    return new Matcher(set, lexicon).longest(new Analyzer(lexicon).analyze(text));
  }

  @Test
  void capturesGiveKeysAndAttributes() {
    List<Match> found =
        matches(
            "وقع هجوم عنيف على القاعدة",
            "rule attack-on",
            "  when what=@words:attack .{0,2} @words:on where=@words:base{al}",
            "  then kind=$what.type place=$where text=plain");
    assertThat(found).hasSize(1);
    Match match = found.getFirst();
    assertThat(match.value("kind")).isEqualTo("attack");
    assertThat(match.value("place")).isEqualTo("base");
    assertThat(match.value("text")).isEqualTo("plain");
    assertThat(match.derivation().entries())
        .containsExactly("words:attack", "words:on", "words:base");
  }

  @Test
  void noMatchCrossesASentenceEnd() {
    String[] rule = {"rule r", "  when @words:attack .{0,5} @words:base"};
    assertThat(matches("هجوم كبير. عند القاعدة", rule)).isEmpty();
    assertThat(matches("هجوم كبير عند القاعدة", rule)).hasSize(1);
  }

  @Test
  void theLongestOfSeveralWins() {
    List<Match> found =
        matches(
            "هجوم على قاعدة",
            "rule short",
            "  when @words:attack",
            "rule long",
            "  when @words:attack @words:on @words:base");
    assertThat(found).extracting(m -> m.rule().name()).containsExactly("event/long");
  }

  @Test
  void conditionsLookAtTheForm() {
    String[] rule = {"rule r", "  when @words:target{verb}{past}{!w}"};
    assertThat(matches("استهدف", rule)).hasSize(1);
    assertThat(matches("واستهدف", rule)).isEmpty();
    assertThat(matches("يستهدف", rule)).isEmpty();
    assertThat(matches("استهداف", rule)).isEmpty();
  }

  @Test
  void edgesAndRepetitionsHold() {
    String[] rule = {"rule r", "  when ^ # ( word | latin ){1,2} $"};
    assertThat(matches("3 صواريخ k1", rule)).hasSize(1);
    assertThat(matches("3 صواريخ على k1", rule)).isEmpty();
  }

  @Test
  void aRuleThatNamesAnUnknownListIsRefusedWithTheNearest() {
    assertThatThrownBy(() -> matches("x", "rule r", "  when @word:attack"))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("event/t.rules:1: list @word")
        .hasMessageContaining("words");
  }

  @Test
  void aPatternThatCanMatchNothingIsRefused() {
    assertThatThrownBy(() -> matches("x", "rule r", "  when @words?"))
        .hasMessageStartingWith("event/t.rules:2:");
  }

  @Test
  void aRuleThatBacktracksStopsInTime() {
    String text = "هجوم ".repeat(4_000);
    String[] rule = {"rule r", "  when ( .{0,7} ){1,4} ( .{0,7} ){1,2} @words:base"};
    assertThat(matches(text, rule)).isEmpty();
  }
}
