package org.isnad.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
@ExtendWith(Chromium.class)
class NumberOrderTest {

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void numbersArePaintedAsTheyAreWritten(String language, Browser browser, Workspace workspace) {
    try (Visit visit = Visit.of(browser, workspace)) {
      for (String path : pages(workspace)) {
        assertThat(NumberOrder.findings(visit.open("/" + language + path))).as(path).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void arabicDigitsKeepTheirOrderToo(String language, Browser browser, Workspace workspace) {
    try (Visit visit = Visit.of(browser, workspace)) {
      visit.open("/" + language + "/help");
      visit.page().evaluate("() => localStorage.setItem('isnad', '{\"digits\":\"arabic\"}')");
      for (String path : pages(workspace)) {
        assertThat(NumberOrder.findings(visit.open("/" + language + path))).as(path).isEmpty();
      }
    }
  }

  @Test
  void numbersAreReversedWhereTheirIsolationIsTakenAway(Browser browser, Workspace workspace) {
    try (Visit visit = Visit.of(browser, workspace)) {
      visit.spoil("app.js", text -> text.replace("<bdi dir=\"ltr\" class=\"num\">", "<span>"));
      // Elsewhere no Arabic word stands before the number, or the whole runs from left to right.
      for (String path : pages(workspace).subList(0, 2)) {
        assertThat(NumberOrder.findings(visit.open("/ar" + path))).as(path).isNotEmpty();
      }
    }
  }

  @Test
  void numbersThatRunFromRightToLeftAreFoundInEnglish(Browser browser, Workspace workspace) {
    try (Visit visit = Visit.of(browser, workspace)) {
      visit.spoil(
          "index.css", text -> text + ".num{direction:rtl;unicode-bidi:bidi-override!important}");
      for (String path : pages(workspace)) {
        assertThat(NumberOrder.findings(visit.open("/en" + path))).as(path).isNotEmpty();
      }
    }
  }

  private static List<String> pages(Workspace workspace) {
    return List.of(
        "/incidents",
        "/incidents/" + workspace.incident("type=bombing&disputed=true"),
        "/incidents?view=timeline",
        "/articles",
        "/changes");
  }
}
