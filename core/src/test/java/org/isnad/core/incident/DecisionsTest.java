package org.isnad.core.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isnad.core.incident.Reports.DAY;
import static org.isnad.core.incident.Reports.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.isnad.core.dating.DatedReport;
import org.isnad.core.reuse.Lineage;
import org.junit.jupiter.api.Test;

class DecisionsTest {

  private static Decision.Merge merge(String id, int second, String... reports) {
    return new Decision.Merge(id, "reader", at(second), "", List.of(reports));
  }

  private static Decision.Split split(String id, int second, List<String> part, List<String> rest) {
    return new Decision.Split(id, "reader", at(second), "", part, rest);
  }

  private static Instant at(int second) {
    return Instant.ofEpochSecond(1_600_000_000L + second);
  }

  private static List<List<String>> groups(List<Decision> decisions, DatedReport... reports) {
    List<DatedReport> shuffled = new ArrayList<>(List.of(reports));
    Collections.shuffle(shuffled, new Random(4));
    IncidentLinker linker = new IncidentLinker(Lineage.NONE, Decisions.of(decisions));
    linker.addAll(shuffled);
    return linker.groups().stream()
        .map(group -> group.stream().map(DatedReport::id).toList())
        .toList();
  }

  @Test
  void whatAPersonPutsTogetherStaysTogetherThoughTheDaysDiffer() {
    DatedReport a = report("a", 1).build();
    DatedReport b = report("b", 1).on(DAY.plusDays(30)).build();

    assertThat(groups(List.of(merge("1", 0, "a/1", "b/1")), a, b))
        .containsExactly(List.of("a/1", "b/1"));
  }

  @Test
  void whatAPersonTakesApartStaysApartThoughEverythingAgrees() {
    List<Decision> decisions = List.of(split("1", 0, List.of("b/1"), List.of("a/1", "c/1")));

    assertThat(
            groups(
                decisions, report("a", 1).build(), report("b", 1).build(), report("c", 1).build()))
        .containsExactly(List.of("a/1", "c/1"), List.of("b/1"));
  }

  @Test
  void theLaterOfTwoDecisionsCounts() {
    List<Decision> decisions =
        List.of(merge("2", 9, "a/1", "b/1"), split("1", 0, List.of("b/1"), List.of("a/1")));

    assertThat(groups(decisions, report("a", 1).build(), report("b", 1).build())).hasSize(1);
  }

  @Test
  void anUndoneDecisionDoesNotCountUntilItsUndoingIsUndone() {
    Decision split = split("1", 0, List.of("b/1"), List.of("a/1"));
    Decision undo = new Decision.Undo("2", "reader", at(1), "", "1");
    Decision again = new Decision.Undo("3", "reader", at(2), "", "2");
    DatedReport a = report("a", 1).build();
    DatedReport b = report("b", 1).build();

    assertThat(groups(List.of(split, undo), a, b)).hasSize(1);
    assertThat(groups(List.of(split, undo, again), a, b)).hasSize(2);
    assertThat(Decisions.of(List.of(again, undo, split)).counting()).containsExactly(split);
  }

  @Test
  void decisionsOnReportsThatAreNotThereChangeNothing() {
    assertThat(groups(List.of(merge("1", 0, "x/1", "y/1")), report("a", 1).build())).hasSize(1);
  }
}
