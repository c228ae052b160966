package org.isnad.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.isnad.store.ReportPlace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Reports are known again by their event words when another version numbers them otherwise. */
class RenumberingTest {

  @Test
  void reportsThatAreTheSameHaveNoNewNames() {
    List<ReportPlace> same = List.of(report("a/1", 5, 9), report("a/2", null, null));
    assertThat(Renumbering.between(same, same).names()).isEmpty();
    assertThat(Renumbering.between(same, same).gone()).isEmpty();
  }

  @Test
  void aReportFoundBeforeAnotherMovesItsNumber() {
    Renumbering moved =
        Renumbering.between(
            List.of(report("a/1", 20, 25), report("a/2", 40, 44)),
            List.of(report("a/1", 3, 7), report("a/2", 21, 25), report("a/3", 40, 44)));
    assertThat(moved.names()).isEqualTo(Map.of("a/1", "a/2", "a/2", "a/3"));
    assertThat(moved.gone()).isEmpty();
  }

  @Test
  void aReportWhoseWordsNameNoEventAnyMoreIsGone() {
    Renumbering moved =
        Renumbering.between(
            List.of(report("a/1", 3, 7), report("a/2", 20, 25)), List.of(report("a/1", 20, 25)));
    assertThat(moved.names()).isEqualTo(Map.of("a/2", "a/1"));
    assertThat(moved.gone()).containsExactly("a/1");
  }

  @Test
  void identifiersGoWithTheReports() {
    Map<String, String> anchors = Map.of("x", "a/1", "y", "a/2", "z", "b/1");
    List<ReportPlace> before =
        List.of(
            stored("a/1", "x", 3, 7),
            stored("a/2", "y", 20, 25),
            stored("b/1", "z", 1, 2),
            stored("b/2", "z", 5, 6));
    Map<String, String> after = new TreeMap<>();
    Renumbering.between(before, List.of(report("a/1", 20, 25), report("b/1", 5, 6)))
        .carry(anchors::forEach, before::forEach, after::put);
    assertThat(after).isEqualTo(Map.of("y", "a/1", "z", "b/1"));
  }

  private static ReportPlace stored(String id, String incident, int start, int end) {
    return new ReportPlace(id, id.substring(0, id.indexOf('/')), incident, start, end);
  }

  private static ReportPlace report(String id, @Nullable Integer start, @Nullable Integer end) {
    return new ReportPlace(id, id.substring(0, id.indexOf('/')), null, start, end);
  }
}
