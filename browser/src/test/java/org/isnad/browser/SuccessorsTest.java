package org.isnad.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@Tag("slow")
@ExtendWith(Chromium.class)
class SuccessorsTest {

  private final Workspace workspace = Workspace.stories();
  private String one = "";
  private String other = "";

  @BeforeEach
  void choose() {
    one = workspace.incident("q=Sarmin");
    JsonNode near = workspace.get("incidents/" + one + "/candidates").path("items");
    other = near.get(0).path("id").asString();
  }

  @AfterEach
  void close() throws IOException {
    workspace.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void aMergedIncidentNamesItsSuccessorUntilTheMergeIsUndone(String language, Browser browser) {
    JsonNode before = workspace.get("incidents/" + one);
    String decision = merge();
    String merged = merged();
    String successor = merged.equals(one) ? other : one;
    try (Visit visit = Visit.of(browser, workspace)) {
      visit.open("/" + language + "/incidents/" + merged);
      assertThat(
              Successors.ofMerged(
                  workspace, visit.page(), merged, successor, file("tombstones=true")))
          .isEmpty();
      workspace.decide(
          "editor", successor, "{\"kind\":\"undo\",\"decision\":\"" + decision + "\"}");
      visit.open("/" + language + "/incidents/" + one);
      assertThat(Successors.ofRestored(visit.page(), before, workspace.get("incidents/" + one)))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void aMergeThatNobodyToldOfIsFound(String language, Browser browser) {
    merge();
    String merged = merged();
    String successor = merged.equals(one) ? other : one;
    try (Visit visit = Visit.of(browser, workspace)) {
      visit.spoil("app.js", text -> text.replace(".mergedInto", ".mergedNowhere"));
      visit.open("/" + language + "/incidents/" + merged);
      assertThat(Successors.ofMerged(workspace, visit.page(), merged, successor, file("")))
          .hasSize(2);
      JsonNode still = workspace.get("incidents/" + merged);
      assertThat(
              Successors.ofRestored(visit.page(), workspace.get("incidents/" + successor), still))
          .isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void aRetractedIncidentSaysSoUntilThatIsUndone(String language, Browser browser) {
    JsonNode before = workspace.get("incidents/" + one);
    String reject = "{\"kind\":\"reject\",\"reason\":\"an exercise, not an attack\"}";
    String decision = workspace.decide("amal", one, reject);
    try (Visit visit = Visit.of(browser, workspace)) {
      visit.open("/" + language + "/incidents/" + one);
      assertThat(Successors.ofRetracted(workspace, visit.page(), one, file("tombstones=true")))
          .isEmpty();
      workspace.decide("amal", one, "{\"kind\":\"undo\",\"decision\":\"" + decision + "\"}");
      visit.open("/" + language + "/incidents/" + one);
      assertThat(Successors.ofRestored(visit.page(), before, workspace.get("incidents/" + one)))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void aRetractionThatThePageKeepsBackIsFound(String language, Browser browser) {
    workspace.decide("amal", one, "{\"kind\":\"reject\",\"reason\":\"an exercise\"}");
    try (Visit visit = Visit.of(browser, workspace)) {
      visit.spoil("app.js", text -> text.replace("===`retracted`", "===`withdrawn`"));
      visit.open("/" + language + "/incidents/" + one);
      assertThat(Successors.ofRetracted(workspace, visit.page(), one, file(""))).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void aSplitMakesTwoIncidentsAndUndoingItOne(String language, Browser browser) {
    String bombing = workspace.incident("type=bombing&disputed=true");
    JsonNode before = workspace.get("incidents/" + bombing);
    String part = before.path("detail").path("reports").get(2).path("id").asString();
    int count = workspace.get("incidents").path("counts").path("total").asInt();
    String decision =
        workspace.regroup(
            "splits",
            "{\"incident\":\""
                + bombing
                + "\",\"part\":[\""
                + part
                + "\"],\"reason\":\"two markets\"}");
    assertThat(workspace.get("incidents").path("counts").path("total").asInt())
        .isEqualTo(count + 1);
    workspace.decide("editor", bombing, "{\"kind\":\"undo\",\"decision\":\"" + decision + "\"}");
    try (Visit visit = Visit.of(browser, workspace)) {
      visit.open("/" + language + "/incidents/" + bombing);
      JsonNode after = workspace.get("incidents/" + bombing);
      assertThat(Successors.ofRestored(visit.page(), before, after)).isEmpty();
    }
  }

  private String merge() {
    return workspace.regroup(
        "merges",
        "{\"incidents\":[\"" + one + "\",\"" + other + "\"],\"reason\":\"one shelling\"}");
  }

  /** That of the two which goes on under the other's id. */
  private String merged() {
    List<String> merged =
        List.of(one, other).stream()
            .filter(id -> workspace.get("incidents/" + id).path("mergedInto").isString())
            .toList();
    assertThat(merged).hasSize(1);
    return merged.getFirst();
  }

  private String file(String options) {
    return workspace.text("incidents.csv?" + options);
  }
}
