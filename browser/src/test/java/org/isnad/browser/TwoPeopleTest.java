package org.isnad.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
@ExtendWith(Chromium.class)
class TwoPeopleTest {

  private static Workspace workspace;
  private static Workspace lenient;

  @BeforeAll
  static void start() {
    workspace = Workspace.stories().withTwoPersons();
    lenient = Workspace.stories();
  }

  @AfterAll
  static void stop() throws IOException {
    workspace.close();
    lenient.close();
  }

  @ParameterizedTest
  @CsvSource({"ar, Hodeidah", "en, Mosul"})
  void nobodyApprovesAndPublishesAlone(String language, String place, Browser browser) {
    String id = workspace.incident("q=" + place);
    try (Visit amal = Visit.of(browser, workspace).as("amal");
        Visit basim = Visit.of(browser, workspace).as("basim")) {
      assertThat(TwoPeople.alone(workspace, amal, language, id)).isEmpty();
      basim.open("/" + language + "/incidents/" + id);
      Buttons.of(basim.page(), "publish").click();
      basim.settle();
      assertThat(workspace.get("incidents/" + id).path("status").asString()).isEqualTo("published");
      assertThat(TwoPeople.history(workspace, basim.page(), id)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"ar, Hodeidah", "en, Mosul"})
  void whereOnePersonSufficesThatIsFound(String language, String place, Browser browser) {
    try (Visit amal = Visit.of(browser, lenient).as("amal")) {
      assertThat(TwoPeople.alone(lenient, amal, language, lenient.incident("q=" + place)))
          .contains("one person alone made it published");
    }
  }

  @ParameterizedTest
  @CsvSource({"ar, Sarmin", "en, Tripoli"})
  void aSaveOnAnOlderVersionLosesNothing(String language, String place, Browser browser) {
    String id = workspace.incident("q=" + place);
    try (Visit fast = Visit.of(browser, workspace).as("amal");
        Visit slow = Visit.of(browser, workspace).as("basim")) {
      assertThat(TwoPeople.slower(workspace, fast, slow, language, id)).isEmpty();
      fast.open("/" + language + "/incidents/" + id);
      assertThat(TwoPeople.history(workspace, fast.page(), id)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"ar, Sarmin", "en, Tripoli"})
  void longRemarksInArabicAreKeptWhole(String language, String place, Browser browser) {
    String id = lenient.incident("q=" + place);
    String remark = "سألنا الأسرة مرة أخرى ".repeat(30).strip();
    try (Visit amal = Visit.of(browser, lenient).as("amal")) {
      amal.open("/" + language + "/incidents/" + id);
      Buttons.of(amal.page(), "comment").click();
      amal.page().locator(".decide form input").fill(remark);
      Buttons.of(amal.page(), "save").click();
      amal.settle();
      assertThat(lenient.get("incidents/" + id + "/history").path("decisions"))
          .anyMatch(decision -> decision.path("reason").asString().equals(remark));
    }
  }

  @ParameterizedTest
  @CsvSource({"ar, Sarmin", "en, Tripoli"})
  void aPageThatTakesARefusalForSuccessIsFound(String language, String place, Browser browser) {
    String id = lenient.incident("q=" + place);
    try (Visit fast = Visit.of(browser, lenient).as("amal");
        Visit slow = Visit.of(browser, lenient).as("basim")) {
      slow.spoil(
          "app.js", text -> text.replaceFirst("if\\((\\w+)\\.ok\\)", "if($1.ok||$1.status===412)"));
      assertThat(TwoPeople.slower(lenient, fast, slow, language, id)).isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"ar, assassination", "en, clash"})
  void aWriteThatIsSentTwiceCountsOnce(String language, String type, Browser browser) {
    String id = workspace.incident("type=" + type);
    try (Visit visit = Visit.of(browser, workspace).as("amal")) {
      assertThat(TwoPeople.twice(workspace, visit, language, id)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"ar", "en"})
  void aRepetitionWithoutItsKeyIsNoSuccess(String language, Browser browser) {
    String id = lenient.incident("type=clash");
    try (Visit visit = Visit.of(browser, lenient).as("amal")) {
      visit.spoil("app.js", text -> text.replace("\"Idempotency-Key\"", "\"X-Nothing\""));
      assertThat(TwoPeople.twice(lenient, visit, language, id)).isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"ar", "en"})
  void aHistoryWithoutItsReasonsIsFound(String language, Browser browser) {
    String id = lenient.incident("type=abduction");
    lenient.decide("amal", id, "{\"kind\":\"comment\",\"reason\":\"asked the family\"}");
    try (Visit visit = Visit.of(browser, lenient)) {
      visit.open("/" + language + "/incidents/" + id);
      visit
          .page()
          .evaluate("() => document.querySelectorAll('.history q').forEach(q => q.remove())");
      assertThat(TwoPeople.history(lenient, visit.page(), id)).isNotEmpty();
    }
  }
}
