package org.isnad.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.isnad.store.Fixture.NOON;
import static org.isnad.store.Fixture.capture;
import static org.isnad.store.Fixture.incident;
import static org.isnad.store.Fixture.results;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isnad.core.incident.Decision;
import org.isnad.core.pipeline.PipelineVersion;
import org.isnad.store.Repetitions.Known;
import org.isnad.store.Repetitions.Owed;
import org.isnad.store.Results.IncidentRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of incidents when readings change and people decide, whatever the database. */
abstract class ReviewSuite {

  /** The store of this test; the same one every time. */
  abstract Store store();

  @Test
  void anIncidentThatChangesKeepsItsEarlierVersion() {
    try (Store store = filled()) {
      replace(store, Map.of(), incident("i1", 5, "a", "b"), incident("i2", 7, "c"));
      assertThat(record(store, "i1").version()).isEqualTo(2);
      assertThat(record(store, "i2").version()).isEqualTo(1);
      assertThat(store.versions("i1")).hasSize(1);
      assertThat(store.versions("i1").getFirst().killed().best()).isEqualTo(3);
      ChangeRow last = changes(store).getLast();
      assertThat(last.kind()).isEqualTo("revised");
      assertThat(last.before()).contains("\"killed\":{\"min\":3,\"max\":3}");
      assertThat(last.after()).contains("\"killed\":{\"min\":5,\"max\":5}");
    }
  }

  @Test
  void theSameResultsAgainChangeNothing() {
    try (Store store = filled()) {
      long before = store.lastChange();
      replace(store, Map.of(), incident("i1", 3, "a", "b"), incident("i2", 7, "c"));
      assertThat(store.lastChange()).isEqualTo(before);
    }
  }

  @Test
  void aMergedIncidentNamesItsSuccessorAndCanComeBack() {
    try (Store store = filled()) {
      replace(store, Map.of("i2", "i1"), incident("i1", 3, "a", "b", "c"));
      assertThat(record(store, "i2").status()).isEqualTo(ReviewStatus.MERGED);
      assertThat(record(store, "i2").mergedInto()).isEqualTo("i1");
      assertThat(store.current("i2")).isEqualTo("i1");
      assertThat(ids(store, IncidentFilter.STANDING)).containsExactly("i1");
      assertThat(ids(store, IncidentFilter.ALL)).containsExactly("i1", "i2");
      replace(store, Map.of(), incident("i1", 3, "a", "b"), incident("i2", 7, "c"));
      assertThat(record(store, "i2").status()).isEqualTo(ReviewStatus.SUGGESTED);
      assertThat(store.current("i2")).isEqualTo("i2");
    }
  }

  @Test
  void theAnswerToARequestIsKeptWithItsDecisionOrNeitherIs() {
    try (Store store = filled()) {
      Repetitions requests = store.repetitions();
      requests.take("amal", "k", "r", NOON);
      Owed owed = new Owed("amal", "k", decision -> "taken as " + decision.id());
      store.decide(id -> new Decision.Accept(id, "amal", NOON, "", "i1"), 1, NOON, owed);
      requests.release("amal", "k");
      assertThat(requests.take("amal", "k", "r", NOON))
          .isEqualTo(new Known.Answered("taken as d000001"));
      requests.take("amal", "l", "r", NOON);
      Owed failing =
          new Owed(
              "amal",
              "l",
              decision -> {
                throw new IllegalStateException("no answer");
              });
      assertThatThrownBy(
              () ->
                  store.decide(
                      id -> new Decision.Accept(id, "amal", NOON, "", "i2"), 1, NOON, failing))
          .isInstanceOf(IllegalStateException.class);
      assertThat(store.decisions()).hasSize(1);
      assertThat(requests.take("amal", "l", "r", NOON)).isInstanceOf(Known.Running.class);
    }
  }

  @Test
  void aMergeThatWasNotLinkedYetIsSeen() {
    try (Store store = filled()) {
      assertThat(store.isBehind(Fixture.VERSION)).isFalse();
      List<String> reports = store.reportPlaces().stream().map(ReportPlace::id).sorted().toList();
      store.decide(id -> new Decision.Merge(id, "amal", NOON, "", reports), null, NOON);
      assertThat(store.isBehind(Fixture.VERSION)).isTrue();
      assertThat(store.isBehind(new PipelineVersion(1, "other"))).isFalse();
      replace(store, Map.of("i2", "i1"), incident("i1", 3, "a", "b", "c"));
      assertThat(store.isBehind(Fixture.VERSION)).isFalse();
    }
  }

  @Test
  void anIncidentWhoseReportsAreGoneIsRetractedAndStaysKnown() {
    try (Store store = filled()) {
      replace(store, Map.of(), incident("i1", 3, "a", "b"));
      assertThat(record(store, "i2").status()).isEqualTo(ReviewStatus.RETRACTED);
      assertThat(changes(store).getLast().kind()).isEqualTo("retracted");
    }
  }

  @Test
  void aPartTakenOutOfAnIncidentIsSaidToBeSplitFromIt() {
    try (Store store = filled()) {
      replace(
          store, Map.of(), incident("i1", 3, "a"), incident("i2", 7, "c"), incident("i3", 3, "b"));
      ChangeRow split =
          changes(store).stream().filter(c -> c.incident().equals("i3")).findFirst().orElseThrow();
      assertThat(split.kind()).isEqualTo("split");
      assertThat(split.before()).isEqualTo("{\"incident\":\"i1\"}");
    }
  }

  @Test
  void anEditedValueStaysAndSaysWhenTheReadingBeneathChanged() {
    try (Store store = filled()) {
      edit(store, "i1", "killed", "{\"min\":9,\"max\":9}");
      assertThat(record(store, "i1").killed().best()).isEqualTo(9);
      assertThat(record(store, "i1").status()).isEqualTo(ReviewStatus.IN_REVIEW);
      assertThat(record(store, "i1").editedFields()).containsExactly("killed");
      assertThat(record(store, "i1").json()).contains("\"readingChanged\":false");
      replace(store, Map.of(), incident("i1", 5, "a", "b"), incident("i2", 7, "c"));
      assertThat(record(store, "i1").killed().best()).isEqualTo(9);
      assertThat(record(store, "i1").json())
          .contains("\"read\":{\"min\":5,\"max\":5},\"readingChanged\":true")
          .contains("\"readingChanged\":[\"killed\"]");
    }
  }

  @Test
  void anUndoneDecisionNoLongerCountsAndAnUndoneUndoingBringsItBack() {
    try (Store store = filled()) {
      String edit = edit(store, "i1", "killed", "{\"min\":9,\"max\":9}");
      String undo = decide(store, id -> new Decision.Undo(id, "b", NOON, "", edit), null);
      assertThat(record(store, "i1").killed().best()).isEqualTo(3);
      assertThat(record(store, "i1").status()).isEqualTo(ReviewStatus.SUGGESTED);
      decide(store, id -> new Decision.Undo(id, "b", NOON, "", undo), null);
      assertThat(record(store, "i1").killed().best()).isEqualTo(9);
      assertThat(store.decisions()).hasSize(3);
    }
  }

  @Test
  void anEditPassesToTheSuccessorOfAMergedIncidentAndAVerdictDoesNot() {
    try (Store store = filled()) {
      edit(store, "i2", "killed", "{\"min\":9,\"max\":9}");
      decide(store, id -> new Decision.Accept(id, "b", NOON, "", "i2"), null);
      replace(store, Map.of("i2", "i1"), incident("i1", 3, "a", "b", "c"));
      assertThat(record(store, "i1").killed().best()).isEqualTo(9);
      assertThat(record(store, "i1").status()).isEqualTo(ReviewStatus.IN_REVIEW);
    }
  }

  @Test
  void whoSawAnEarlierVersionIsToldAndNothingIsStored() {
    try (Store store = filled()) {
      edit(store, "i1", "killed", "\"none\"");
      assertThatThrownBy(() -> decide(store, id -> new Decision.Accept(id, "b", NOON, "", "i1"), 1))
          .isInstanceOf(StaleException.class)
          .hasMessageContaining("version 2");
      assertThat(store.decisions()).hasSize(1);
    }
  }

  @Test
  void publishingTakesTwoPersonsWhereTheWorkspaceAsksForIt() {
    try (Store store = filled()) {
      assertThatThrownBy(() -> publish(store, "a")).hasMessageContaining("has accepted");
      store.set("two-person-publishing", "on");
      decide(store, id -> new Decision.Accept(id, "a", NOON, "", "i1"), null);
      assertThatThrownBy(() -> publish(store, "a")).hasMessageContaining("two persons");
      publish(store, "b");
      assertThat(record(store, "i1").status()).isEqualTo(ReviewStatus.PUBLISHED);
      edit(store, "i1", "killed", "\"unknown\"");
      decide(store, id -> new Decision.Accept(id, "b", NOON, "", "i1"), null);
      assertThatThrownBy(() -> publish(store, "b")).hasMessageContaining("two persons");
    }
  }

  @Test
  void aRejectedIncidentIsNoLongerAmongThoseThatStand() {
    try (Store store = filled()) {
      decide(store, id -> new Decision.Reject(id, "a", NOON, "a drill", "i1"), null);
      assertThat(ids(store, IncidentFilter.STANDING)).containsExactly("i2");
      assertThat(record(store, "i1").status()).isEqualTo(ReviewStatus.RETRACTED);
    }
  }

  @Test
  void decisionsThatCannotBeTakenAreRefused() {
    try (Store store = filled()) {
      assertThatThrownBy(
              () -> decide(store, id -> new Decision.Accept(id, "a", NOON, "", "nix"), null))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("no incident 'nix'");
      assertThatThrownBy(
              () -> decide(store, id -> new Decision.Undo(id, "a", NOON, "", "d9"), null))
          .hasMessageContaining("no decision 'd9'");
      assertThatThrownBy(
              () ->
                  decide(
                      store,
                      id -> new Decision.Merge(id, "a", NOON, "", List.of("a/1", "x/1")),
                      null))
          .hasMessageContaining("the store has 1");
      assertThatThrownBy(() -> store.set("colour", "on")).hasMessageContaining("no setting");
      assertThat(store.decisions()).isEmpty();
    }
  }

  @Test
  void mergesSpeakOfReportsByTheNamesTheyHaveNow() {
    try (Store store = filled()) {
      decide(store, id -> new Decision.Merge(id, "a", NOON, "", List.of("a/1", "c/1")), null);
      Results now = results(Map.of(), incident("i1", 3, "a", "b"), incident("i2", 7, "c"));
      store.replace(
          new Results(
              now.version(),
              now.publications(),
              now.reports(),
              now.passages(),
              now.incidents(),
              now.redirects(),
              now.incidentsByReport(),
              Map.of("c/1", "c/2")),
          store.state(),
          NOON,
          "run");
      assertThat(store.decisions().getFirst().decision())
          .isEqualTo(new Decision.Merge("d000001", "a", NOON, "", List.of("a/1", "c/2")));
    }
  }

  @Test
  void incidentsAreFoundByDayPlacePartyOutletAndToll() {
    try (Store store = filled()) {
      assertThat(ids(store, days("2026-03-06", null))).containsExactly("i1", "i2");
      assertThat(ids(store, days("2026-03-07", null))).isEmpty();
      assertThat(ids(store, days(null, "2026-03-03"))).isEmpty();
      assertThat(ids(store, filter("IQ", 5, null))).containsExactly("i2");
      assertThat(ids(store, filter("SY", null, null))).isEmpty();
      assertThat(ids(store, filter(null, null, new IncidentFilter.Box(44, 33, 45, 34)))).hasSize(2);
      assertThat(ids(store, filter(null, null, new IncidentFilter.Box(170, 33, -170, 34))))
          .isEmpty();
      assertThat(store.count(IncidentFilter.STANDING)).isEqualTo(2);
      assertThat(store.incidents(IncidentFilter.STANDING, "i1", 10)).hasSize(1);
      assertThat(store.incidents(IncidentFilter.STANDING, null, 1)).hasSize(1);
    }
  }

  @Test
  void staleResultsAreNotStored() {
    try (Store store = filled()) {
      long state = store.state();
      store.add(List.of(capture("late", "four", "Y")));
      assertThat(store.replace(results(Map.of(), incident("i9", 1, "a")), state, NOON, "run"))
          .isFalse();
      assertThat(ids(store, IncidentFilter.ALL)).containsExactly("i1", "i2");
    }
  }

  final Store filled() {
    Store store = store();
    store.add(
        List.of(capture("a", "one", "X"), capture("b", "two", "Y"), capture("c", "three", "Z")));
    replace(store, Map.of(), incident("i1", 3, "a", "b"), incident("i2", 7, "c"));
    return store;
  }

  private static IncidentFilter days(@Nullable String from, @Nullable String to) {
    return new IncidentFilter(
        from == null ? null : LocalDate.parse(from),
        to == null ? null : LocalDate.parse(to),
        null,
        null,
        Set.of(),
        null,
        null,
        null,
        null,
        null,
        Set.of(),
        null,
        null,
        null);
  }

  private static IncidentFilter filter(
      @Nullable String country, @Nullable Integer killed, IncidentFilter.@Nullable Box box) {
    return new IncidentFilter(
        null,
        null,
        country,
        null,
        Set.of("bombing"),
        null,
        null,
        null,
        "X",
        box,
        Set.of(),
        killed,
        false,
        1);
  }

  static void replace(Store store, Map<String, String> redirects, IncidentRow... incidents) {
    assertThat(store.replace(results(redirects, incidents), store.state(), NOON, "run")).isTrue();
  }

  private static String edit(Store store, String incident, String slot, String value) {
    return decide(
        store, id -> new Decision.Edit(id, "a", NOON, "seen", incident, slot, value), null);
  }

  private static void publish(Store store, String by) {
    decide(store, id -> new Decision.Publish(id, by, NOON, "", "i1"), null);
  }

  private static String decide(
      Store store, java.util.function.Function<String, Decision> make, @Nullable Integer seen) {
    return store.decide(make, seen, NOON).decision().id();
  }

  private static IncidentRecord record(Store store, String id) {
    return store.incident(id).orElseThrow();
  }

  private static List<String> ids(Store store, IncidentFilter filter) {
    return store.incidents(filter, null, 100).stream().map(IncidentRecord::id).toList();
  }

  private static List<ChangeRow> changes(Store store) {
    List<ChangeRow> changes = new ArrayList<>();
    store.changes(0, 100, changes::add);
    return changes;
  }
}
