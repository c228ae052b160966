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

/** The queue and the review beside the source, with the keyboard alone on an Arabic layout. */
@Tag("slow")
@ExtendWith(Chromium.class)
class TriageTest {

  private static final String CHOSEN =
      "() => document.querySelector('tr.selected')?.dataset.id ?? ''";

  private final Workspace workspace = Workspace.stories();

  @AfterEach
  void close() throws IOException {
    workspace.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void theQueueIsWorkedThroughByKey(String language, Browser browser) {
    try (Visit visit = Visit.of(browser, workspace)) {
      Page page = visit.open("/" + language + "/queue?reason=single");
      Keyboard keys = new Keyboard(visit);
      String first = chosen(page);
      keys.press("KeyA");
      visit.settle();
      assertThat(status(first)).isEqualTo("approved");
      keys.press("KeyZ");
      visit.settle();
      assertThat(status(first)).isEqualTo("suggested");
      keys.press("KeyJ");
      visit.settle();
      String second = chosen(page);
      assertThat(second).isNotEqualTo(first);
      keys.press("KeyH");
      visit.settle();
      assertThat(status(second)).isEqualTo("in-review");
      keys.press("KeyX");
      page.waitForTimeout(30);
      keys.type("an exercise").pressWithControl("Enter");
      visit.settle();
      assertThat(status(second)).isEqualTo("retracted");
      assertThat(chosen(page)).as("saving goes on to the next").isNotEqualTo(second);
      String third = chosen(page);
      keys.press("Enter");
      assertThat(page.url()).endsWith("/incidents/" + third + "/review");
      keys.press("Escape");
      visit.settle();
      assertThat(page.url()).endsWith("/queue?reason=single");
      assertThat(chosen(page)).as("the queue goes on where it was left").isEqualTo(third);
      assertThat(keys.findings()).isEmpty();
      assertThat(visit.errors()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void evidenceIsShownInTheTextBesideTheClaims(String language, Browser browser) {
    String incident = workspace.incident("type=bombing&disputed=true");
    try (Visit visit = Visit.of(browser, workspace)) {
      Page page = visit.open("/" + language + "/incidents/" + incident + "/review");
      Keyboard keys = new Keyboard(visit);
      page.waitForSelector(".pane .text");
      keys.press("BracketRight");
      visit.settle();
      String words = page.locator(".pane .focus").first().innerText();
      assertThat(words).isNotBlank();
      page.locator(".claims tr[data-slot=killed] a.quote").last().click();
      visit.settle();
      page.waitForSelector(".pane .focus");
      assertThat(page.url()).endsWith("/review");
      assertThat(page.locator(".pane .focus").first().innerText()).isNotEqualTo(words);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void anEditedValueIsMarkedWithWhoAndWhatTheReportsSay(String language, Browser browser) {
    String incident = workspace.incident("type=bombing&disputed=true");
    workspace.decide(
        "amal",
        incident,
        "{\"kind\":\"edit\",\"slot\":\"injured\",\"value\":\"11\",\"reason\":\"a list\"}");
    try (Visit visit = Visit.of(browser, workspace)) {
      Page page = visit.open("/" + language + "/incidents/" + incident + "/review");
      String mark = page.locator(".claims tr.edited").innerText();
      assertThat(mark).contains("11").contains("amal").contains("a list").contains("9");
    }
  }

  private static String chosen(Page page) {
    page.waitForFunction("() => document.querySelector('tr.selected')");
    return String.valueOf(page.evaluate(CHOSEN));
  }

  private String status(String id) {
    return workspace.get("incidents/" + id).path("status").asString();
  }
}
