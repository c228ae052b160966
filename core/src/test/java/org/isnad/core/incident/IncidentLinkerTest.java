package org.isnad.core.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isnad.core.incident.Reports.BASE;
import static org.isnad.core.incident.Reports.DAY;
import static org.isnad.core.incident.Reports.LAND;
import static org.isnad.core.incident.Reports.OTHER_TOWN;
import static org.isnad.core.incident.Reports.PROVINCE;
import static org.isnad.core.incident.Reports.TOWN;
import static org.isnad.core.incident.Reports.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.isnad.core.article.ArticleId;
import org.isnad.core.dating.DatedReport;
import org.isnad.core.lexicon.Place;
import org.isnad.core.report.EventType;
import org.isnad.core.report.Toll;
import org.isnad.core.reuse.Alignment;
import org.isnad.core.reuse.DayWords;
import org.isnad.core.reuse.Lineage;
import org.isnad.core.reuse.Recurrence;
import org.isnad.core.reuse.TextReuse;
import org.isnad.core.reuse.Witness;
import org.isnad.core.reuse.WordSequence;
import org.junit.jupiter.api.Test;

class IncidentLinkerTest {

  private static final int STORIES = 4;
  private static final int COPIES = 24;

  private static List<List<String>> groups(DatedReport... reports) {
    return ids(IncidentLinker.link(List.of(reports), Lineage.NONE));
  }

  private static List<List<String>> ids(List<List<DatedReport>> groups) {
    return groups.stream().map(g -> g.stream().map(DatedReport::id).toList()).toList();
  }

  @Test
  void reportsOfOneTownDayAndTypeAreOneIncident() {
    assertThat(groups(report("a", 1).build(), report("b", 1).build()))
        .containsExactly(List.of("a/1", "b/1"));
  }

  @Test
  void aSiteInTheTownAndTheProvinceAroundItFit() {
    assertThat(
            groups(
                report("a", 1).in(BASE).build(),
                report("b", 1).in(TOWN).build(),
                report("c", 1).in(PROVINCE).build()))
        .hasSize(1);
  }

  @Test
  void twoTownsAreTwoIncidentsAndTheProvinceJoinsOnlyOne() {
    List<List<String>> groups =
        groups(
            report("a", 1).in(TOWN).killed(7).build(),
            report("b", 1).in(OTHER_TOWN).killed(2).build(),
            report("c", 1).in(PROVINCE).killed(7).build());

    assertThat(groups).containsExactly(List.of("a/1", "c/1"), List.of("b/1"));
  }

  @Test
  void theUnspecificTypeJoinsTheMeansButTwoMeansStayApart() {
    assertThat(
            groups(
                report("a", 1).type(EventType.BOMBING).build(),
                report("b", 1).type(EventType.ATTACK).build(),
                report("c", 1).type(EventType.ROCKET_ATTACK).build()))
        .hasSize(2);
  }

  @Test
  void whatOneArticleTellsApartStaysApartThoughAThirdFitsBoth() {
    List<List<String>> groups =
        groups(
            report("a", 1).build(),
            report("a", 2).build(),
            report("b", 1).build(),
            report("c", 1).build());

    assertThat(groups).hasSize(2);
    assertThat(groups).noneSatisfy(g -> assertThat(g).contains("a/1", "a/2"));
  }

  @Test
  void daysApartAreTwoIncidents() {
    assertThat(
            groups(
                report("a", 1).on(DAY).build(),
                report("b", 1).on(DAY.plusDays(2)).published(DAY.plusDays(2)).build()))
        .hasSize(2);
  }

  @Test
  void aDayApartIsBridgedOnlyByWhatIsTelling() {
    DatedReport first = report("a", 1).on(DAY).against("market").killed(9).build();
    DatedReport next = report("b", 1).on(DAY.plusDays(1)).against("market").killed(9).build();
    DatedReport plain = report("c", 1).on(DAY.plusDays(1)).build();

    assertThat(groups(first, next)).hasSize(1);
    assertThat(groups(first, plain)).hasSize(2);
  }

  @Test
  void tollsThatGrowFromDayToDayAreOneIncident() {
    assertThat(
            groups(
                report("a", 1).killed(28).build(),
                report("b", 1).killed(31).published(DAY.plusDays(1)).build(),
                report("c", 1).killed(32).published(DAY.plusDays(6)).build()))
        .hasSize(1);
  }

  @Test
  void aVagueReportJoinsTheOneIncidentItFits() {
    assertThat(
            groups(
                report("a", 1).killed(32).build(),
                report("b", 1).published(DAY.plusDays(20)).from(null, null).killed(32).build()))
        .hasSize(1);
  }

  @Test
  void aVagueReportThatFitsSeveralIncidentsJoinsNone() {
    assertThat(
            groups(
                report("a", 1).on(DAY).build(),
                report("b", 1).on(DAY.plusDays(4)).build(),
                report("c", 1).published(DAY.plusDays(20)).from(null, null).build()))
        .hasSize(3);
  }

  @Test
  void aVagueReportChainsNothing() {
    List<List<String>> groups =
        groups(
            report("a", 1).in(TOWN).killed(5).by("militia").build(),
            report("b", 1).in(OTHER_TOWN).killed(5).by("militia").build(),
            report("c", 1).in(LAND).killed(5).by("militia").build());

    assertThat(groups).hasSize(2);
  }

  @Test
  void aSeriesIsNoIncident() {
    assertThat(groups(report("a", 1).series(11).build())).isEmpty();
  }

  @Test
  void oneByOneInAnyOrderGivesTheSameIncidentsAsAllAtOnce() {
    for (int seed = 0; seed < 25; seed++) {
      List<DatedReport> reports = world(new Random(seed));
      List<List<String>> atOnce = ids(IncidentLinker.link(reports, Lineage.NONE));
      for (int order = 0; order < 4; order++) {
        List<List<DatedReport>> articles = byArticle(reports);
        Collections.shuffle(articles, new Random(order));
        IncidentLinker linker = new IncidentLinker(Lineage.NONE);
        for (List<DatedReport> article : articles) {
          linker.add(article);
          if (order % 2 == 0) {
            linker.groups();
          }
        }
        assertThat(ids(linker.groups())).as("seed %d order %d", seed, order).isEqualTo(atOnce);
      }
    }
  }

  @Test
  void copiesAreLinkedAlikeInAnyOrder() {
    List<DatedReport> reports = new ArrayList<>();
    for (int i = 0; i < COPIES; i++) {
      boolean vague = i % 4 == 3;
      Reports report = report("a" + i, 1).cue(8, 20).killed(i % 3).says("source " + i % 5);
      report.in(vague ? null : i % 2 == 0 ? TOWN : PROVINCE);
      reports.add((vague ? report.from(null, null) : report.on(DAY.plusDays(i % STORIES))).build());
    }
    Lineage lineage = lineage();
    List<List<String>> atOnce = ids(IncidentLinker.link(reports, lineage));
    assertThat(atOnce).isNotEqualTo(ids(IncidentLinker.link(reports, Lineage.NONE)));
    for (int order = 0; order < 20; order++) {
      List<DatedReport> shuffled = new ArrayList<>(reports);
      Collections.shuffle(shuffled, new Random(order));
      IncidentLinker linker = new IncidentLinker(lineage);
      for (DatedReport report : shuffled) {
        linker.add(List.of(report));
        if (order % 2 == 0) {
          linker.groups();
        }
      }
      assertThat(ids(linker.groups())).as("order %d", order).isEqualTo(atOnce);
    }
  }

  /** Articles with the same remainder by the number of stories print the same words. */
  private static Lineage lineage() {
    List<Witness> witnesses = new ArrayList<>();
    List<TextReuse> reuses = new ArrayList<>();
    for (int i = 0; i < COPIES; i++) {
      ArticleId id = new ArticleId("a" + i);
      witnesses.add(new Witness(id, "o" + i, DAY, DAY, Set.of(), Set.of()));
      for (int j = i + STORIES; j < COPIES; j += STORIES) {
        WordSequence words = WordSequence.of(story(i % STORIES), DayWords.NONE);
        reuses.add(Alignment.align(id, words, new ArticleId("a" + j), words));
      }
    }
    return Lineage.of(witnesses, reuses, Recurrence.NONE);
  }

  private static String story(int number) {
    StringBuilder text = new StringBuilder();
    for (int word = 0; word < 24; word++) {
      text.append((char) ('b' + number)).append("ar").append((char) ('a' + word)).append("em ");
    }
    return text.toString().strip();
  }

  @Test
  void noGroupHoldsAPairThatExcludesEachOther() {
    for (int seed = 0; seed < 25; seed++) {
      for (List<DatedReport> group : IncidentLinker.link(world(new Random(seed)), Lineage.NONE)) {
        for (DatedReport a : group) {
          for (DatedReport b : group) {
            assertThat(a == b || Comparison.of(a, b, Lineage.NONE).possible()).isTrue();
          }
        }
      }
    }
  }

  @Test
  void aComparisonWeighsTheSameBothWays() {
    for (int seed = 0; seed < 10; seed++) {
      List<DatedReport> reports = world(new Random(seed));
      for (DatedReport a : reports) {
        for (DatedReport b : reports) {
          boolean one = a.report().article().equals(b.report().article());
          double score = Comparison.of(a, b, one, false).score();
          assertThat(Comparison.of(b, a, one, false).score()).isEqualTo(score);
          assertThat(Comparison.score(a, b, one, false)).isEqualTo(score);
        }
      }
    }
  }

  @Test
  void reportsOfOneCountryAndTollMeetWhateverIsKnownOfTheirDaysAndPlaces() {
    for (int seed = 0; seed < 25; seed++) {
      List<DatedReport> reports = world(new Random(seed));
      for (DatedReport a : reports) {
        for (DatedReport b : reports) {
          boolean vague = Comparison.isVague(a) || Comparison.isVague(b);
          boolean sameToll =
              a.report().killed() != null
                  && a.report().killed().equals(b.report().killed())
                  && a.report().killed().equals(Toll.of(5));
          if (vague && sameToll && Comparison.of(a, b, false, false).possible()) {
            assertThat(meet(a, b)).as("%s and %s", a.id(), b.id()).isTrue();
          }
        }
      }
    }
  }

  @Test
  void aReportOfACountryLooksForItsTollInItsWeeksAlone() {
    List<DatedReport> years = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      years.add(
          report("a" + i, 1)
              .killed(9)
              .in(i % 2 == 0 ? LAND : TOWN)
              .on(DAY.plusDays(20L * i))
              .published(DAY.plusDays(20L * i))
              .build());
    }
    IncidentLinker linker = new IncidentLinker(Lineage.NONE);
    linker.addAll(years);
    assertThat(linker.compared()).isZero();
    linker.add(List.of(report("b", 1).killed(9).from(null, null).build()));
    assertThat(linker.compared()).isEqualTo(300);
  }

  private static boolean meet(DatedReport a, DatedReport b) {
    return BlockKey.of(a).stream()
        .anyMatch(
            x ->
                BlockKey.of(b).stream()
                    .anyMatch(y -> x.value().equals(y.value()) && x.meets(y.role())));
  }

  @Test
  void candidatesAreFewWhereEventsLieFarApart() {
    IncidentLinker linker = new IncidentLinker(Lineage.NONE);
    for (int i = 0; i < 2000; i++) {
      long day = 20L * (i / 2);
      linker.add(
          List.of(
              report("a" + i, 1)
                  .killed(i % 2)
                  .on(DAY.plusDays(day))
                  .published(DAY.plusDays(day))
                  .build()));
    }
    assertThat(linker.compared()).isEqualTo(1000);
    assertThat(linker.groups()).hasSize(1000);
  }

  @Test
  void aStoryWithTenThousandCopiesIsOneGroupWithoutComparingAllWithAll() {
    IncidentLinker linker = new IncidentLinker(Lineage.NONE);
    for (int i = 0; i < 10_000; i++) {
      linker.add(
          List.of(report("a" + i, 1).killed(3 + i % 2).published(DAY.plusDays(i % 5)).build()));
    }
    assertThat(linker.groups()).hasSize(1);
    assertThat(linker.compared()).isLessThan(200_000);
  }

  private static List<List<DatedReport>> byArticle(List<DatedReport> reports) {
    TreeMap<ArticleId, List<DatedReport>> byArticle = new TreeMap<>();
    for (DatedReport report : reports) {
      byArticle.computeIfAbsent(report.report().article(), id -> new ArrayList<>()).add(report);
    }
    return new ArrayList<>(byArticle.values());
  }

  /** Sixty reports of some dozen events by articles that know more or less of them. */
  private static List<DatedReport> world(Random random) {
    List<Place> places = List.of(TOWN, OTHER_TOWN, BASE, PROVINCE, LAND);
    List<EventType> types = List.of(EventType.SHELLING, EventType.ATTACK, EventType.AIR_STRIKE);
    List<DatedReport> reports = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Reports report =
          report("a" + i / 3, i % 3 + 1)
              .in(places.get(random.nextInt(places.size())))
              .type(types.get(random.nextInt(types.size())));
      int day = random.nextInt(6);
      report.published(DAY.plusDays(7));
      switch (random.nextInt(5)) {
        case 0 -> report.from(DAY.plusDays(day), DAY.plusDays(day + 1));
        case 1 -> report.from(null, null);
        default -> report.on(DAY.plusDays(day));
      }
      if (random.nextBoolean()) {
        report.killed(random.nextInt(6));
      }
      if (random.nextInt(3) == 0) {
        report.by("force " + random.nextInt(3)).against("target" + random.nextInt(3));
      }
      reports.add(report.build());
    }
    return reports;
  }
}
