package org.isnad.core.dating;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.isnad.core.article.ArticleId;
import org.isnad.core.reuse.Alignment;
import org.isnad.core.reuse.DayWords;
import org.isnad.core.reuse.Lineage;
import org.isnad.core.reuse.Recurrence;
import org.isnad.core.reuse.TextReuse;
import org.isnad.core.reuse.Witness;
import org.isnad.core.reuse.WordSequence;
import org.isnad.core.text.Span;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClocksTest {

  private static final LocalDate DAY = LocalDate.of(2019, 4, 18);
  private static final ArticleId A = new ArticleId("a");
  private static final ArticleId B = new ArticleId("b");
  private static final String TELLING =
      "kol mar sat rin dov tas pel nor wim gat ler sok bin fer dal hum tor vek las pim dor";
  private static final String OWN = " quz bex vor nad sil tam";

  private static final DayWords DAYS =
      new DayWords(
          List.of(
              new DayWords.Spelling("اليوم", 0, null),
              new DayWords.Spelling("أمس", -1, null),
              new DayWords.Spelling("الاثنين", null, DayOfWeek.MONDAY)));

  private static PublicationWindow window(
      ArticleId article, @Nullable LocalDate earliest, @Nullable LocalDate latest) {
    return new PublicationWindow(
        new Clock(article, earliest, latest, Set.of()),
        earliest == null ? PublicationWindow.Basis.UNKNOWN : PublicationWindow.Basis.DECLARED,
        List.of());
  }

  private static Lineage lineage(String a, String b, Set<String> namedInB) {
    List<TextReuse> reuses = new ArrayList<>();
    reuses.add(Alignment.align(A, WordSequence.of(a, DAYS), B, WordSequence.of(b, DAYS)));
    return Lineage.of(
        List.of(
            new Witness(A, "x", null, null, Set.of("outlet-x"), Set.of()),
            new Witness(B, "y", null, null, Set.of("outlet-y"), namedInB)),
        reuses,
        Recurrence.NONE);
  }

  private static Lineage lineage(String a, String b) {
    return lineage(a, b, Set.of());
  }

  private static Span find(String text, String words) {
    int at = text.indexOf(words);
    return new Span(at, at + words.length());
  }

  @Test
  void aCopiedPassageIsReadAgainstTheOriginalsDay() {
    String a = TELLING + " الاثنين الماضي" + OWN;
    String b = "nug fim\n" + TELLING + " الاثنين الماضي";
    Clocks clocks =
        Clocks.of(
            List.of(window(A, DAY, DAY), window(B, DAY.plusDays(34), DAY.plusDays(34))),
            lineage(a, b));

    List<PassageClock> at = clocks.at(B, find(b, "الاثنين الماضي"));

    assertThat(at).hasSize(1);
    assertThat(at.getFirst().clock()).isEqualTo(Clock.at(A, DAY));
    assertThat(at.getFirst().span().of(a)).isEqualTo("الاثنين الماضي");
    assertThat(clocks.at(B, new Span(0, 3)).getFirst().clock().article()).isEqualTo(B);
    assertThat(clocks.at(A, find(a, "الاثنين الماضي")).getFirst().clock().article()).isEqualTo(A);
  }

  @Test
  void whereNothingTellsWhoCopiedWhomBothClocksAreKept() {
    String a = TELLING + OWN;
    String b = "nug fim\n" + TELLING;
    Clocks clocks =
        Clocks.of(
            List.of(window(A, DAY, DAY.plusDays(9)), window(B, DAY, DAY.plusDays(3))),
            lineage(a, b));

    assertThat(clocks.at(B, find(b, "gat")))
        .extracting(c -> c.clock().article())
        .containsExactly(B, A);
  }

  @Test
  void aRedatedPassageCountsFromItsOwnDay() {
    String a = TELLING + " اليوم " + TELLING + OWN;
    String b = TELLING + " أمس " + TELLING;
    Clocks clocks =
        Clocks.of(
            List.of(window(A, DAY, DAY), window(B, DAY.plusDays(1), DAY.plusDays(1))),
            lineage(a, b));

    assertThat(clocks.at(B, find(b, "أمس")).getFirst().clock())
        .isEqualTo(Clock.at(B, DAY.plusDays(1)));
    assertThat(clocks.at(B, find(b, "أمس"))).hasSize(1);
  }

  @Test
  void aCopyIsNotOlderThanItsOriginal() {
    Clocks clocks =
        Clocks.of(
            List.of(window(A, DAY, DAY), window(B, null, null)),
            lineage(TELLING + OWN, TELLING, Set.of("outlet-x")));

    assertThat(clocks.window(B).clock().earliest()).isEqualTo(DAY);
    assertThat(clocks.window(B).basis()).isEqualTo(PublicationWindow.Basis.INFERRED);
  }

  @Test
  void anOriginalIsNotYoungerThanItsCopy() {
    Clocks clocks =
        Clocks.of(
            List.of(window(A, null, null), window(B, DAY, DAY)),
            lineage(TELLING + OWN, TELLING, Set.of("outlet-x")));

    assertThat(clocks.window(A).clock().latest()).isEqualTo(DAY);
  }

  @Test
  void dayWordsMovedByADayDateTheOneByTheOther() {
    Clocks clocks =
        Clocks.of(
            List.of(window(A, DAY, DAY), window(B, DAY.minusDays(3), DAY.plusDays(3))),
            lineage(TELLING + " اليوم " + TELLING, TELLING + " أمس " + TELLING));

    assertThat(clocks.window(B).clock()).isEqualTo(Clock.at(B, DAY.plusDays(1)));
  }

  @Test
  void evidenceThatLeavesNoDayIsSetAsideAndKept() {
    Clocks clocks =
        Clocks.of(
            List.of(window(A, DAY, DAY), window(B, DAY, DAY)),
            lineage(TELLING + " اليوم " + TELLING, TELLING + " أمس " + TELLING));

    assertThat(clocks.window(B).clock()).isEqualTo(Clock.at(B, DAY));
    String b = TELLING + " أمس " + TELLING;
    assertThat(clocks.at(B, find(b, "أمس")))
        .extracting(PassageClock::clock)
        .containsExactly(Clock.at(B, DAY), Clock.at(B, DAY.plusDays(1)));
    assertThat(clocks.window(B).constraints()).hasSize(1).allMatch(Constraint::setAside);
  }
}
