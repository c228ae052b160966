package org.isnad.core.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Analyzer;
import org.isnad.core.lexicon.Lexicon;
import org.isnad.core.rule.Derivation;
import org.junit.jupiter.api.Test;

class BySentenceTest {

  private final AnalyzedText text =
      new Analyzer(Lexicon.of(List.of(), List.of())).analyze("alpha beta.\ngamma delta.\nepsilon.");
  private final List<Integer> asked = new ArrayList<>();
  private final BySentence<PartyMention> all =
      new BySentence<>(
          text,
          sentence -> {
            asked.add(sentence.index());
            return List.of(party(sentence.first()));
          });

  private PartyMention party(int token) {
    return new PartyMention(
        text.span(token, token + 1),
        new TokenRange(token, token + 1),
        text.words(token, token + 1),
        null,
        "role",
        null,
        List.of(),
        Derivation.byRule("test/first"));
  }

  @Test
  void onlyTheSentencesThatAreAskedForAreRead() {
    int second = text.sentences().get(1).first();

    assertThat(all.at(second)).isEqualTo(party(second));
    assertThat(all.within(second, second + 1)).containsExactly(party(second));
    assertThat(asked).containsExactly(1);
  }

  @Test
  void aRangeOverSeveralSentencesHoldsWhatStartsInIt() {
    int second = text.sentences().get(1).first();

    assertThat(all.within(-3, second + 1)).containsExactly(party(0), party(second));
    assertThat(all.within(1, second)).isEmpty();
  }

  @Test
  void whoeverWalksThroughItHasAllOfIt() {
    assertThat(all).hasSize(text.sentences().size());
    assertThat(asked).containsExactly(0, 1, 2);
  }

  @Test
  void noTokenOutsideTheTextStartsOne() {
    assertThat(all.at(-1)).isNull();
    assertThat(all.at(text.size())).isNull();
    assertThat(all.within(text.size(), text.size() + 5)).isEmpty();
  }
}
