package org.isnad.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Pairs that may be one event, decided with the keyboard alone on an Arabic layout. */
@Tag("slow")
@ExtendWith(Chromium.class)
class MatchTest {

  private final Workspace workspace = Workspace.stories();

  @AfterEach
  void close() throws IOException {
    workspace.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void aPairIsMergedKeptApartAndLeftOpenAndAllOfItUndone(String language, Browser browser) {
    int open = count("open");
    assertThat(open).isGreaterThan(1);
    try (Visit visit = Visit.of(browser, workspace)) {
      visit.open("/" + language + "/duplicates");
      Keyboard keys = new Keyboard(visit);
      press(visit, keys, "KeyY");
      assertThat(count("open")).as("after Y").isLessThan(open);
      press(visit, keys, "KeyZ");
      assertThat(count("open")).as("after Y and Z").isEqualTo(open);
      press(visit, keys, "KeyN");
      assertThat(count("apart")).as("after N").isEqualTo(1);
      press(visit, keys, "KeyZ");
      assertThat(count("apart")).as("after N and Z").isZero();
      press(visit, keys, "KeyH");
      assertThat(count("unsure")).as("after H").isEqualTo(1);
      press(visit, keys, "KeyZ");
      assertThat(count("open")).as("at last").isEqualTo(open);
      assertThat(keys.findings()).isEmpty();
      assertThat(visit.errors()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void skippingShowsTheNextPairAndEndsAtTheLast(String language, Browser browser) {
    int open = count("open");
    try (Visit visit = Visit.of(browser, workspace)) {
      Page page = visit.open("/" + language + "/duplicates");
      Keyboard keys = new Keyboard(visit);
      String first = page.locator(".sides thead a").first().getAttribute("href");
      press(visit, keys, "KeyJ");
      assertThat(page.locator(".sides thead a").first().getAttribute("href")).isNotEqualTo(first);
      for (int i = 0; i < open; i++) {
        press(visit, keys, "KeyJ");
      }
      press(visit, keys, "KeyK");
      assertThat(page.locator(".sides").count()).isEqualTo(1);
      assertThat(count("open")).isEqualTo(open);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void everyValueOfBothAndEveryFindingIsShown(String language, Browser browser) {
    JsonNode pair = workspace.get("duplicates").path("items").get(0);
    try (Visit visit = Visit.of(browser, workspace)) {
      Page page = visit.open("/" + language + "/duplicates");
      String killed = page.locator(".sides tr.differs").first().innerText();
      assertThat(killed)
          .contains(pair.path("a").path("killed").path("best").asString())
          .contains(pair.path("b").path("killed").path("best").asString());
      assertThat(page.locator(".weighing li .num").count()).isEqualTo(pair.path("findings").size());
      assertThat(page.locator(".pairwords .quote").count()).isGreaterThan(3);
    }
  }

  private static void press(Visit visit, Keyboard keys, String key) {
    keys.press(key);
    visit.page().waitForTimeout(60);
    visit.settle();
  }

  private int count(String state) {
    return workspace.get("duplicates").path("counts").path(state).asInt();
  }
}
