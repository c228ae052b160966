package org.isnad.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CodePointsTest {

  @Test
  void countsAsTheSpanDoesInAnyText() {
    Random random = new Random(5);
    for (int n = 0; n < 50; n++) {
      StringBuilder made = new StringBuilder();
      for (int i = 0; i < 700; i++) {
        made.appendCodePoint(random.nextInt(4) == 0 ? 0x1F600 + random.nextInt(40) : 0x627);
      }
      String text = made.toString();
      CodePoints points = CodePoints.of(text);
      for (int i = 0; i < 40; i++) {
        int start = text.offsetByCodePoints(0, random.nextInt(600));
        int end = text.offsetByCodePoints(start, random.nextInt(100));
        Span span = new Span(start, end);
        assertThat(points.count(span)).isEqualTo(span.toCodePoints(text));
      }
    }
  }

  @Test
  void countsToTheEndOfATextOfWholeBlocks() {
    assertThat(CodePoints.of("ب".repeat(512)).before(512)).isEqualTo(512);
    assertThat(CodePoints.of("").before(0)).isZero();
  }
}
