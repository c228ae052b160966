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
class HighlightsTest {

  private static final List<String> ARTICLES =
      List.of(
          "01-toll-five.txt",
          "03-toll-twelve.txt",
          "04-wire.txt",
          "23-mogadishu.txt",
          "02-override.txt");

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void marksMoveNoWord(String language, Browser browser, Workspace workspace) {
    try (Visit visit = Visit.of(browser, workspace)) {
      for (String article : ARTICLES) {
        visit.open("/" + language + "/articles/" + article);
        assertThat(Highlights.moved(visit.page())).as(article).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void marksThatAreBoxesMoveWords(String language, Browser browser, Workspace workspace) {
    try (Visit visit = Visit.of(browser, workspace)) {
      visit.spoil(
          "index.css",
          text -> text + ".text .cue,.text .place{display:inline-block;padding-inline:3px}");
      visit.open("/" + language + "/articles/02-override.txt");
      assertThat(Highlights.moved(visit.page())).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void everyQuoteOpensItsExactWords(String language, Browser browser, Workspace workspace) {
    try (Visit visit = Visit.of(browser, workspace)) {
      visit.open("/" + language + "/incidents/" + workspace.incident("type=bombing&disputed=true"));
      assertThat(Highlights.wrongWords(visit)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void offsetsInOtherUnitsOpenOtherWords(String language, Browser browser, Workspace workspace) {
    try (Visit visit = Visit.of(browser, workspace)) {
      visit.spoil("app.js", text -> text.replaceAll("\\[\\.\\.\\.(\\w+\\.text)]", "$1.split(``)"));
      visit.open("/" + language + "/incidents/" + workspace.incident("type=bombing&disputed=true"));
      assertThat(Highlights.wrongWords(visit)).isNotEmpty();
    }
  }
}
