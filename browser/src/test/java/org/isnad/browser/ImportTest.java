package org.isnad.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are dropped on the page are read, and what cannot be read is told there. */
@Tag("slow")
@ExtendWith(Chromium.class)
class ImportTest {

  /** Drops a file on the page, as a hand with a mouse would. */
  private static final String DROP =
      """
      ([name, text]) => {
        const carried = new DataTransfer()
        carried.items.add(new File([text], name))
        for (const kind of ['dragover', 'drop']) {
          document.querySelector('.drop')
            .dispatchEvent(new DragEvent(kind, { dataTransfer: carried, bubbles: true, cancelable: true }))
        }
      }""";

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void aDroppedFileBecomesIncidents(String language, Browser browser) throws IOException {
    try (Workspace workspace = Workspace.empty();
        Visit visit = Visit.of(browser, workspace)) {
      Page page = visit.open("/" + language + "/import");
      drop(
          page,
          "dropped.txt",
          "قتل جنديان بانفجار عبوة ناسفة في بعقوبة يوم 4 آذار 2026، وفق الشرطة.");
      page.waitForSelector(".job a");
      assertThat(workspace.get("incidents").path("counts").path("total").asInt()).isEqualTo(1);
      assertThat(page.locator(".job h2").innerText()).isEqualTo("dropped.txt");
      drop(page, "<img src=x onerror='window.hostile=1'>.jsonl", "no line of JSON\n");
      page.waitForSelector(".job details");
      assertThat(page.evaluate("() => window.hostile ?? null")).isNull();
      assertThat(page.locator(".job img").count()).isZero();
      assertThat(visit.errors()).isEmpty();
    }
  }

  private static void drop(Page page, String name, String text) {
    page.evaluate(DROP, new String[] {name, text});
  }
}
