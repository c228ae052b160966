package org.isnad.core.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ExampleTest {

  private static final String HEADER = "# columns: subject verdict expected text clock";

  @Test
  void bracketsMarkSpansOfTheTextWithoutThem() {
    DataFile file =
        TestFiles.file(
            "time/t.examples.tsv", HEADER, "today\tgood\tday\tوصل [اليوم] و[أمس]\t2026-01-02");
    Example example = Example.parse(file).getFirst();
    assertThat(example.text()).isEqualTo("وصل اليوم وأمس");
    assertThat(example.spans())
        .extracting(s -> s.of(example.text()))
        .containsExactly("اليوم", "أمس");
    assertThat(example.clock()).isEqualTo("2026-01-02");
  }

  @Test
  void aBracketThatIsNotClosedNamesItsLine() {
    DataFile file = TestFiles.file("time/t.examples.tsv", HEADER, "today\tgood\t\tوصل [اليوم");
    assertThatThrownBy(() -> Example.parse(file)).hasMessageStartingWith("time/t.examples.tsv:2:");
  }
}
