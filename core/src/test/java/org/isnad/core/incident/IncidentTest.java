package org.isnad.core.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isnad.core.incident.Reports.BASE;
import static org.isnad.core.incident.Reports.DAY;
import static org.isnad.core.incident.Reports.LAND;
import static org.isnad.core.incident.Reports.TOWN;
import static org.isnad.core.incident.Reports.report;

import java.util.List;
import java.util.Set;
import org.isnad.core.article.ArticleId;
import org.isnad.core.dating.DatedReport;
import org.isnad.core.mention.DateWindow;
import org.isnad.core.report.EventType;
import org.isnad.core.report.Toll;
import org.isnad.core.reuse.Alignment;
import org.isnad.core.reuse.DayWords;
import org.isnad.core.reuse.Lineage;
import org.isnad.core.reuse.Recurrence;
import org.isnad.core.reuse.Witness;
import org.isnad.core.reuse.WordSequence;
import org.junit.jupiter.api.Test;

class IncidentTest {

  private static Incident incident(DatedReport... reports) {
    return Incident.of("id", List.of(reports), Lineage.NONE);
  }

  private static List<Integer> independent(Reported<?> reported) {
    return reported.claims().stream().map(claim -> claim.independentChains()).toList();
  }

  @Test
  void speakersQuotedByTwoOutletsCountOnce() {
    Incident incident =
        incident(
            report("a", 1).killed(3).says("police").build(),
            report("b", 1).killed(3).says("agency", "police").build(),
            report("c", 1).killed(3).says("hospital").build());

    assertThat(independent(incident.killed())).containsExactly(2);
    assertThat(incident.killed().claims().getFirst().testimonies()).hasSize(3);
  }

  @Test
  void whatCameThroughAnAgencyIsNotIndependentOfTheAgency() {
    Incident incident =
        incident(
            report("a", 1).killed(3).says("agency").build(),
            report("b", 1).killed(3).says("agency", "witness").build());

    assertThat(independent(incident.killed())).containsExactly(1);
  }

  @Test
  void outletsThatNarrateOnTheirOwnAreIndependent() {
    Incident incident =
        incident(report("a", 1).killed(3).build(), report("b", 1).killed(3).build());

    assertThat(independent(incident.killed())).containsExactly(2);
  }

  /** Two articles of one text, of more than twenty words. */
  private static Lineage copies() {
    String text =
        "kol mar sat rin dov tas pel nor wim gat ler sok bin fer dal hum tor vek las pim dor";
    WordSequence words = WordSequence.of(text, DayWords.NONE);
    ArticleId a = new ArticleId("a");
    ArticleId b = new ArticleId("b");
    return Lineage.of(
        List.of(
            new Witness(a, "x", DAY, DAY, Set.of(), Set.of()),
            new Witness(b, "y", DAY, DAY, Set.of(), Set.of())),
        List.of(Alignment.align(a, words, b, words)),
        Recurrence.NONE);
  }

  private static int independent(Lineage lineage, DatedReport... reports) {
    return independent(Incident.of("id", List.of(reports), lineage).killed()).getFirst();
  }

  @Test
  void copiesCountOnceWhateverTheyCallTheSpeaker() {
    assertThat(
            independent(
                copies(),
                report("a", 1).killed(3).cue(8, 20).says("one source").build(),
                report("b", 1).killed(3).cue(8, 20).says("another source").build()))
        .isEqualTo(1);
  }

  @Test
  void aReprintTakesNothingFromTheSourcesOfItsText() {
    DatedReport original =
        report("a", 1).killed(3).cue(8, 20).says("governor").says("surgeon").build();
    DatedReport reprint =
        report("b", 1).killed(3).cue(8, 20).says("governor").says("surgeon").build();

    assertThat(independent(copies(), original)).isEqualTo(2);
    assertThat(independent(copies(), original, reprint)).isEqualTo(2);
  }

  @Test
  void whomEverybodyQuotesDoesNotJoinTheOthers() {
    assertThat(
            independent(
                copies(),
                report("a", 1).killed(3).cue(8, 20).says("governor").build(),
                report("b", 1).killed(3).cue(8, 20).build(),
                report("c", 1).killed(3).says("governor").says("surgeon").build(),
                report("d", 1).killed(3).says("surgeon").says("witness").build(),
                report("e", 1).killed(3).says("witness").build()))
        .isEqualTo(3);
  }

  @Test
  void aTextThatNamesOneSourceIsWorthOneOfThoseItsReprintsName() {
    assertThat(
            independent(
                copies(),
                report("a", 1).killed(3).cue(8, 20).says("governor").build(),
                report("b", 1).killed(3).cue(8, 20).says("mayor").build(),
                report("c", 1).killed(3).says("mayor").build()))
        .isEqualTo(1);
  }

  @Test
  void aShorterNameIsNoSourceOfItsOwn() {
    assertThat(
            independent(
                Lineage.NONE,
                report("a", 1).killed(3).says("the minister").build(),
                report("b", 1).killed(3).says("the minister Kol Mar").build(),
                report("c", 1).killed(3).says("the minister Sat Rin").build()))
        .isEqualTo(2);
  }

  @Test
  void aClaimIsToldByItsClaimantAlone() {
    Incident incident =
        incident(
            report("a", 1).killed(3).claimedBy("rebels").says("rebels").says("police").build());

    assertThat(independent(incident.claimedBy())).containsExactly(1);
    assertThat(incident.claimedBy().claims().getFirst().testimonies()).hasSize(1);
    assertThat(independent(incident.killed())).containsExactly(2);
  }

  @Test
  void aLaterFigureOfOneSourceRevisesAndThatOfAnotherContradicts() {
    Incident incident =
        incident(
            report("a", 1).killed(3).says("police").build(),
            report("b", 1).killed(5).says("police").published(DAY.plusDays(1)).build(),
            report("c", 1).killed(9).says("rebels").published(DAY.plusDays(2)).build());

    List<Claim<Toll>> claims = incident.killed().claims();
    assertThat(claims).extracting(Claim::value).containsExactly(Toll.of(3), Toll.of(5), Toll.of(9));
    assertThat(claims.get(1).revises()).containsExactly(0);
    assertThat(claims.get(2).revises()).isEmpty();
    assertThat(claims.get(2).contradicts()).contains(1);
    assertThat(incident.killed().withdrawn()).containsExactly(0);
    assertThat(incident.isDisputed()).isTrue();
  }

  @Test
  void aFigureSomebodyStillHoldsIsNotWithdrawn() {
    Incident incident =
        incident(
            report("a", 1).killed(3).says("police").build(),
            report("b", 1).killed(3).says("hospital").build(),
            report("c", 1).killed(5).says("police").published(DAY.plusDays(1)).build());

    assertThat(incident.killed().withdrawn()).isEmpty();
  }

  @Test
  void figuresOfOneReportKeepTheirOwnChains() {
    Incident incident =
        incident(
            report("a", 1)
                .killed(4)
                .says("police")
                .says("witness")
                .figure(4, 0)
                .figure(6, 1)
                .build());

    assertThat(incident.killed().claims())
        .extracting(claim -> claim.testimonies().getFirst().speaker())
        .containsExactly("name/police", "name/witness");
  }

  @Test
  void twoClaimantsDisputeAnAttack() {
    assertThat(
            incident(
                    report("a", 1).claimedBy("one front").build(),
                    report("b", 1).claimedBy("another army").build())
                .isDisputed())
        .isTrue();
  }

  @Test
  void rulesOfOtherProjectsCanBeAskedForByName() {
    Reported<Toll> killed =
        incident(
                report("a", 1).killed(8).says("police").build(),
                report("b", 1).killed(6).says("hospital").build(),
                report("c", 1).killed(6).says("army").build(),
                report("d", 1).killed(20).says("rebels").build())
            .killed();

    assertThat(toll(CollapseRule.BEST_SUPPORTED, killed)).isEqualTo(Toll.of(6));
    assertThat(toll(CollapseRule.ACLED, killed)).isEqualTo(Toll.of(6));
    assertThat(toll(CollapseRule.UCDP_LOW, killed)).isEqualTo(Toll.of(6));
    assertThat(toll(CollapseRule.UCDP_HIGH, killed)).isEqualTo(Toll.of(20));
    assertThat(toll(CollapseRule.GTD, killed)).isEqualTo(Toll.of(6));
    assertThat(CollapseRule.GTD.toll(killed).orElseThrow().reason()).contains("no majority");
    assertThat(CollapseRule.GTD.toll(killed).orElseThrow().rule()).isEqualTo("gtd");
  }

  @Test
  void aWithdrawnFigureIsNotChosen() {
    Reported<Toll> killed =
        incident(
                report("a", 1).killed(3).says("police").build(),
                report("b", 1).killed(3).says("police").build(),
                report("c", 1).killed(5).says("police").published(DAY.plusDays(1)).build())
            .killed();

    assertThat(toll(CollapseRule.BEST_SUPPORTED, killed)).isEqualTo(Toll.of(5));
  }

  @Test
  void aFinerValueStandsForAWiderOneWithAThirdOfItsSupport() {
    Incident incident =
        incident(
            report("a", 1).type(EventType.EXPLOSION).in(LAND).from(DAY, DAY.plusDays(2)).build(),
            report("b", 1).type(EventType.EXPLOSION).in(LAND).from(DAY, DAY.plusDays(2)).build(),
            report("c", 1).type(EventType.SUICIDE_BOMBING).in(TOWN).on(DAY).build());

    assertThat(best(incident.type())).isEqualTo(EventType.SUICIDE_BOMBING);
    assertThat(best(incident.place()).place()).isEqualTo(TOWN);
    assertThat(best(incident.time())).isEqualTo(DateWindow.on(DAY));
    assertThat(CollapseRule.BEST_SUPPORTED.value(incident.type()).orElseThrow().reason())
        .contains("says more");
  }

  @Test
  void aFinerValueOfFewIsNotChosen() {
    Incident incident =
        incident(
            report("a", 1).in(TOWN).build(),
            report("b", 1).in(TOWN).build(),
            report("c", 1).in(TOWN).build(),
            report("d", 1).in(TOWN).build(),
            report("e", 1).in(BASE).build());

    assertThat(best(incident.place()).place()).isEqualTo(TOWN);
  }

  @Test
  void ofEqualsTheLatestIsChosen() {
    Reported<Toll> killed =
        incident(
                report("a", 1).killed(9).says("police").published(DAY.plusDays(1)).build(),
                report("b", 1).killed(7).says("army").build())
            .killed();

    assertThat(toll(CollapseRule.BEST_SUPPORTED, killed)).isEqualTo(Toll.of(9));
  }

  private static <T> T best(Reported<T> reported) {
    return CollapseRule.BEST_SUPPORTED.value(reported).orElseThrow().value();
  }

  private static Toll toll(CollapseRule rule, Reported<Toll> reported) {
    return rule.toll(reported).orElseThrow().value();
  }
}
