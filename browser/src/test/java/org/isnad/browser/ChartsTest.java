package org.isnad.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Charts draw what the server counts, and nothing surer than it is known. */
@Tag("slow")
@ExtendWith(Chromium.class)
class ChartsTest {

  /** Width of the line from the lowest to the highest figure, in the drawing's own units. */
  private static final String RANGES =
      """
      () => [...document.querySelectorAll('[aria-labelledby=chart-tolls] .rows .range')]
        .map((line) => String(line.x2.baseVal.value - line.x1.baseVal.value))""";

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void everyBinIsDrawnAndWindowsAreDrawnAsSuch(
      String language, Browser browser, Workspace workspace) {
    try (Visit visit = Visit.of(browser, workspace)) {
      Page page = visit.open("/" + language + "/charts");
      assertThat(days(page, workspace)).isEmpty();
      assertThat(visit.errors()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void windowsThatAreDrawnAsDaysAreFound(String language, Browser browser, Workspace workspace) {
    try (Visit visit = Visit.of(browser, workspace)) {
      visit.spoil("Charts.js", text -> text.replace("class=\"spread", "class=\"sure"));
      Page page = visit.open("/" + language + "/charts");
      assertThat(days(page, workspace)).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void aTollThatIsToldInSeveralWaysIsARange(String language, Browser browser, Workspace workspace) {
    JsonNode items = workspace.get("charts/tolls").path("items");
    try (Visit visit = Visit.of(browser, workspace)) {
      Page page = visit.open("/" + language + "/charts");
      List<String> ranges = Json.list(page.evaluate(RANGES));
      assertThat(ranges).hasSize(items.size());
      int wide = 0;
      for (int i = 0; i < items.size(); i++) {
        JsonNode killed = items.get(i).path("incident").path("killed");
        boolean one = killed.path("low").equals(killed.path("high"));
        assertThat(Double.parseDouble(ranges.get(i)) > 0.5).as(killed.toString()).isEqualTo(!one);
        wide += one ? 0 : 1;
      }
      assertThat(wide).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void paperHasTheNumbersAsTables(String language, Browser browser, Workspace workspace) {
    try (Visit visit = Visit.of(browser, workspace)) {
      Page page = visit.open("/" + language + "/charts");
      assertThat(page.locator(".numbers:visible").count()).isZero();
      page.locator(".chart button").first().click();
      assertThat(page.locator(".numbers:visible").count()).isEqualTo(1);
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(page.locator(".numbers:visible").count()).isEqualTo(4);
    }
  }

  /** Where the columns of the chart by days are not those that the server counts. */
  private static List<String> days(Page page, Workspace workspace) {
    List<String> findings = new ArrayList<>();
    JsonNode types = workspace.get("charts/days").path("types");
    int spread = 0;
    for (int i = 0; i < types.size(); i++) {
      String row = "[aria-labelledby=chart-days] .rows li:nth-child(" + (i + 1) + ") ";
      long windows =
          types
              .get(i)
              .path("bins")
              .valueStream()
              .filter(b -> b.path("spread").asDouble() > 0)
              .count();
      long drawn = page.locator(row + "rect.spread").count();
      if (drawn != windows) {
        findings.add(types.get(i).path("type") + ": " + drawn + " of " + windows + " windows");
      }
      if (page.locator(row + "rect.sure").count() != types.get(i).path("bins").size()) {
        findings.add(types.get(i).path("type") + ": not every bin is drawn");
      }
      spread += (int) windows;
    }
    if (spread == 0) {
      findings.add("no window at all");
    }
    return findings;
  }
}
