package org.isnad.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
@ExtendWith(Chromium.class)
class ContradictionTest {

  private static final List<String> CLAIMS = List.of("5", "7–9", "12");

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void threeTollsAreAllShownAndEachOpensItsWords(
      String language, Browser browser, Workspace workspace) {
    try (Visit visit = Visit.of(browser, workspace)) {
      visit.open(bombing(language, workspace));
      assertThat(Contradiction.lost(visit.page(), "5–12", CLAIMS)).isEmpty();
      assertThat(Highlights.wrongWords(visit)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void aPageThatShowsTheBestFigureOnlyIsFound(
      String language, Browser browser, Workspace workspace) {
    try (Visit visit = Visit.of(browser, workspace)) {
      visit.spoil("app.js", text -> text.replaceAll("\\$\\{\\w+}–\\$\\{(\\w+)}", "\\${$1}"));
      visit.open(bombing(language, workspace));
      assertThat(Contradiction.lost(visit.page(), "5–12", CLAIMS)).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void aWeekIsABar(String language, Browser browser, Workspace workspace) {
    try (Visit visit = Visit.of(browser, workspace)) {
      visit.open("/" + language + "/incidents?view=timeline");
      assertThat(Contradiction.windowsPaintedAsDays(visit.page())).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void aWeekThatIsPaintedAsADayIsFound(String language, Browser browser, Workspace workspace) {
    try (Visit visit = Visit.of(browser, workspace)) {
      visit.open("/" + language + "/incidents?view=timeline");
      visit
          .page()
          .evaluate(
              "() => document.querySelectorAll('.timeline rect').forEach(r => r.setAttribute('width', '2'))");
      assertThat(Contradiction.windowsPaintedAsDays(visit.page())).isNotEmpty();
    }
  }

  private static String bombing(String language, Workspace workspace) {
    return "/" + language + "/incidents/" + workspace.incident("type=bombing&disputed=true");
  }
}
