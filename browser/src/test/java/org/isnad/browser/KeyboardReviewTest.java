package org.isnad.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
@ExtendWith(Chromium.class)
class KeyboardReviewTest {

  private final Workspace workspace = Workspace.stories();

  @AfterEach
  void close() throws IOException {
    workspace.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void tenIncidentsAreReviewedWithoutAMouse(String language, Browser browser) {
    try (Visit visit = Visit.of(browser, workspace)) {
      assertThat(new KeyboardReview(workspace, visit, language).findings()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void shortcutsByLetterFailOnAnArabicLayout(String language, Browser browser) {
    try (Visit visit = Visit.of(browser, workspace)) {
      visit.spoil(
          "app.js", text -> text.replaceAll("\\[(\\w+)\\.code]", "[`Key`+$1.key.toUpperCase()]"));
      visit.open("/" + language + "/incidents");
      Keyboard keys = new Keyboard(visit);
      keys.press("KeyJ");
      assertThat(visit.page().locator("tr[data-id].selected").getAttribute("data-id"))
          .isEqualTo(visit.page().locator("tr[data-id]").first().getAttribute("data-id"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void aFocusThatCannotBeSeenIsFound(String language, Browser browser) {
    try (Visit visit = Visit.of(browser, workspace)) {
      visit.spoil("index.css", text -> text + ":focus-visible{outline:none!important}");
      visit.open("/" + language + "/incidents");
      Keyboard keys = new Keyboard(visit);
      keys.press("Tab").press("Tab").press("Tab");
      assertThat(keys.findings()).anyMatch(finding -> finding.contains("no ring"));
    }
  }
}
