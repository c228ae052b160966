package org.isnad.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
@ExtendWith(Chromium.class)
class DirectionTest {

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void everyScreenHasItsDirectionAndHostileWordsStayWords(
      String language, Browser browser, Workspace workspace) {
    List<String> paths = new ArrayList<>(Screens.of(workspace).values());
    paths.addAll(hostile(workspace));
    int controls = 0;
    try (Visit visit = Visit.of(browser, workspace)) {
      for (String path : paths) {
        visit.open("/" + language + path);
        assertThat(Direction.findings(visit.page(), language)).as(path).isEmpty();
        controls += Direction.controls(visit.page());
      }
      assertThat(visit.errors()).isEmpty();
      assertThat(visit.foreign()).isEmpty();
    }
    assertThat(controls).as("hostile names that were looked at").isGreaterThan(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void aNameWithoutItsIsolateMovesWhatFollows(
      String language, Browser browser, Workspace workspace) {
    try (Visit visit = Visit.of(browser, workspace)) {
      visit.spoil("app.js", text -> text.replace("<bdi>", "<span>").replace("</bdi>", "</span>"));
      visit.open("/" + language + "/articles");
      assertThat(Direction.findings(visit.page(), language))
          .anyMatch(finding -> finding.contains("moves"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void aTextThatIsReadAsMarkupIsFound(String language, Browser browser, Workspace workspace) {
    try (Visit visit = Visit.of(browser, workspace)) {
      visit.open("/" + language + "/articles/01-markup.txt");
      visit
          .page()
          .evaluate(
              "() => { const t = document.querySelector('.text'); t.innerHTML = t.textContent }");
      assertThat(Direction.findings(visit.page(), language))
          .anyMatch(finding -> finding.contains("markup"));
    }
  }

  @Test
  void aPageInTheWrongDirectionIsFound(Browser browser, Workspace workspace) {
    try (Visit visit = Visit.of(browser, workspace)) {
      visit.open("/ar/help");
      visit.page().evaluate("() => document.documentElement.setAttribute('dir', 'ltr')");
      assertThat(Direction.findings(visit.page(), "ar")).isNotEmpty();
    }
  }

  /** Screens that show the hostile articles, outlets and names. */
  private static List<String> hostile(Workspace workspace) {
    List<String> paths = new ArrayList<>();
    paths.add("/incidents?source=" + "%3DHYPERLINK(%22https://invented.example/x%22;%22open%22)");
    paths.add("/incidents?q=%E2%80%AE%3Cimg%20src=x%20onerror=%22window.hostile=1%22%3E");
    for (String name :
        List.of("01-markup", "02-override", "03-huge-word", "04-formula", "05-formula-at")) {
      paths.add("/articles/" + name + ".txt");
    }
    paths.add("/duplicates?incident=" + workspace.incident("q=Afar"));
    for (String place : List.of("Samarra", "Tikrit", "Ramadi", "Baqubah", "Fallujah")) {
      paths.add("/incidents/" + workspace.incident("q=" + place));
    }
    return paths;
  }
}
