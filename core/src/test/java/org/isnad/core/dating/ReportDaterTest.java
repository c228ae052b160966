package org.isnad.core.dating;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isnad.core.article.ArticleId;
import org.isnad.core.mention.DateWindow;
import org.isnad.core.mention.TimeExpression;
import org.isnad.core.mention.TimeValue;
import org.isnad.core.mention.TokenRange;
import org.isnad.core.report.EventReport;
import org.isnad.core.report.EventTime;
import org.isnad.core.report.EventType;
import org.isnad.core.report.Scope;
import org.isnad.core.report.Status;
import org.isnad.core.reuse.Alignment;
import org.isnad.core.reuse.DayWords;
import org.isnad.core.reuse.Lineage;
import org.isnad.core.reuse.Recurrence;
import org.isnad.core.reuse.Witness;
import org.isnad.core.reuse.WordSequence;
import org.isnad.core.rule.Derivation;
import org.isnad.core.text.Span;
import org.junit.jupiter.api.Test;

class ReportDaterTest {

  private static final ArticleId FIRST = new ArticleId("first");
  private static final ArticleId LATER = new ArticleId("later");

  /** A Thursday. */
  private static final LocalDate DAY = LocalDate.of(2019, 4, 18);

  private static final String SHARED =
      "kol mar sat rin dov tas pel attack wim gat ler sok lastmonday bin fer dal hum tor vek las";
  private static final String OWN = "quz bex vor nad sil tam attack noz";

  private static final String FIRST_TEXT = SHARED + "\nend of it";
  private static final String LATER_TEXT = OWN + "\n" + SHARED;

  private static EventReport report(ArticleId article, int number, EventTime time, Span cue) {
    return new EventReport(
        article,
        number,
        EventType.ATTACK,
        Scope.SINGLE,
        Status.ASSERTED,
        null,
        time,
        null,
        List.of(),
        List.of(),
        List.of(),
        Set.of(),
        null,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        true,
        cue,
        null,
        List.of(),
        List.of(),
        List.of());
  }

  private static Span find(String text, String word, int from) {
    int at = text.indexOf(word, from);
    return new Span(at, at + word.length());
  }

  private static EventTime lastMonday(Span span) {
    return new EventTime.Expressed(
        new TimeExpression(
            span,
            new TokenRange(0, 1),
            new TimeValue.Weekday(DayOfWeek.MONDAY, TimeValue.Reference.LAST),
            null,
            Derivation.byRule("test")));
  }

  private static ReportDater dater(LocalDate first, LocalDate later, EventReport... reports) {
    Lineage lineage =
        Lineage.of(
            List.of(witness(FIRST), witness(LATER)),
            List.of(
                Alignment.align(
                    FIRST, WordSequence.of(FIRST_TEXT, DayWords.NONE),
                    LATER, WordSequence.of(LATER_TEXT, DayWords.NONE))),
            Recurrence.NONE);
    Clocks clocks = Clocks.of(List.of(window(FIRST, first), window(LATER, later)), lineage);
    Map<ArticleId, List<EventReport>> byArticle =
        Map.of(
            FIRST, List.of(reports).stream().filter(r -> r.article().equals(FIRST)).toList(),
            LATER, List.of(reports).stream().filter(r -> r.article().equals(LATER)).toList());
    return new ReportDater(clocks, article -> byArticle.getOrDefault(article, List.of()));
  }

  private static Witness witness(ArticleId article) {
    return new Witness(article, article.value(), null, null, Set.of(), Set.of());
  }

  private static PublicationWindow window(ArticleId article, LocalDate day) {
    return new PublicationWindow(
        Clock.at(article, day), PublicationWindow.Basis.DECLARED, List.of());
  }

  @Test
  void lastMondayInACopiedPassageIsTheMondayBeforeTheOriginal() {
    Span cue = find(LATER_TEXT, "attack", OWN.length());
    EventReport copy = report(LATER, 1, lastMonday(find(LATER_TEXT, "lastmonday", 0)), cue);

    DatedReport dated = dater(DAY, DAY.plusDays(34), copy).date(copy, null);

    assertThat(dated.window()).isEqualTo(DateWindow.on(DAY.minusDays(3)));
    assertThat(dated.readings()).hasSize(1);
    assertThat(dated.readings().getFirst().clock().article()).isEqualTo(FIRST);
    assertThat(dated.readings().getFirst().reason()).contains("copied from first");
    assertThat(dated.published()).isEqualTo(Clock.at(LATER, DAY.plusDays(34)));
  }

  @Test
  void whereNobodyKnowsWhoCopiedWhomBothReadingsAreKept() {
    EventReport copy =
        report(
            LATER,
            1,
            lastMonday(find(LATER_TEXT, "lastmonday", 0)),
            find(LATER_TEXT, "attack", OWN.length()));
    Lineage lineage =
        Lineage.of(
            List.of(witness(FIRST), witness(LATER)),
            List.of(
                Alignment.align(
                    FIRST, WordSequence.of(FIRST_TEXT, DayWords.NONE),
                    LATER, WordSequence.of(LATER_TEXT, DayWords.NONE))),
            Recurrence.NONE);
    Clocks clocks =
        Clocks.of(
            List.of(
                window(FIRST, DAY),
                new PublicationWindow(
                    new Clock(LATER, DAY, DAY.plusDays(7), Set.of(DayOfWeek.THURSDAY)),
                    PublicationWindow.Basis.INFERRED,
                    List.of())),
            lineage);

    DatedReport dated = new ReportDater(clocks, article -> List.of()).date(copy, null);

    assertThat(dated.readings())
        .extracting(reading -> reading.clock().article())
        .containsExactly(LATER, FIRST);
  }

  @Test
  void newsIsOfTheDayOrTheDayBefore() {
    EventReport news = report(LATER, 1, new EventTime.News(), find(LATER_TEXT, "attack", 0));

    DatedReport dated = dater(DAY, DAY.plusDays(34), news).date(news, null);

    assertThat(dated.window()).isEqualTo(new DateWindow(DAY.plusDays(33), DAY.plusDays(34)));
  }

  @Test
  void aCopyWithoutATimeTakesTheOriginalsTime() {
    EventReport original = report(FIRST, 1, new EventTime.News(), find(FIRST_TEXT, "attack", 0));
    EventReport copy =
        report(
            LATER,
            2,
            new EventTime.Unknown("background"),
            find(LATER_TEXT, "attack", OWN.length()));

    DatedReport dated = dater(DAY, DAY.plusDays(34), original, copy).date(copy, null);

    assertThat(dated.window()).isEqualTo(new DateWindow(DAY.minusDays(1), DAY));
    assertThat(dated.readings().getFirst().reason()).contains("as told by first");
  }

  @Test
  void backgroundWithoutATimeStaysOpen() {
    EventReport background =
        report(LATER, 1, new EventTime.Unknown("background"), find(LATER_TEXT, "attack", 0));

    assertThat(dater(DAY, DAY.plusDays(34), background).date(background, null).window())
        .isEqualTo(DateWindow.OPEN);
  }
}
