package org.isnad.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
@ExtendWith(Chromium.class)
class SharedLinkTest {

  private static final String SIX =
      "from=2026-03-01&to=2026-03-31&country=IQ&killed_min=1&status=suggested&min_independent=1";

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void aLinkWithSixFiltersShowsTheSameRowsToEverybody(
      String language, Browser browser, Workspace workspace) {
    try (Visit visit = Visit.of(browser, workspace)) {
      assertThat(SharedLink.findings(workspace, visit, language, SIX)).isEmpty();
      assertThat(SharedLink.toggled(visit)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void aFilterThatThePageForgetsIsFound(String language, Browser browser, Workspace workspace) {
    try (Visit visit = Visit.of(browser, workspace)) {
      visit.spoil("app.js", text -> text.replace("`killed_min`,`status`", "`status`"));
      assertThat(SharedLink.findings(workspace, visit, language, SIX)).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void aLanguageLinkThatDropsTheFiltersIsFound(
      String language, Browser browser, Workspace workspace) {
    try (Visit visit = Visit.of(browser, workspace)) {
      visit.spoil("app.js", text -> text.replace("+location.search+location.hash", ""));
      SharedLink.findings(workspace, visit, language, SIX);
      assertThat(SharedLink.toggled(visit)).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void backUndoesOneFilter(String language, Browser browser, Workspace workspace) {
    try (Visit visit = Visit.of(browser, workspace)) {
      Page page = visit.open("/" + language + "/incidents?country=IQ");
      page.locator(".facet").first().click();
      visit.settle();
      assertThat(page.locator(".chips li button:not(.plain)").count()).isEqualTo(2);
      page.goBack();
      visit.settle();
      assertThat(page.url()).endsWith("/incidents?country=IQ");
      assertThat(page.locator(".chips li button:not(.plain)").count()).isEqualTo(1);
    }
  }
}
