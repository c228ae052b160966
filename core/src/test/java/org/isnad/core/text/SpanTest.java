package org.isnad.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SpanTest {

  @Test
  void codePointsCountAFlagAsTwo() {
    String text = "\uD83C\uDDEE\uD83C\uDDF6 خبر";
    assertThat(new Span(5, 8).of(text)).isEqualTo("خبر");
    assertThat(new Span(5, 8).toCodePoints(text)).isEqualTo(new Span(3, 6));
  }

  @Test
  void neighboursDoNotOverlap() {
    assertThat(new Span(0, 3).overlaps(new Span(3, 5))).isFalse();
    assertThat(new Span(0, 4).overlaps(new Span(3, 5))).isTrue();
  }

  @Test
  void aRangeThatRunsBackwardsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Span(3, 2))
        .withMessageContaining("start 3");
  }
}
