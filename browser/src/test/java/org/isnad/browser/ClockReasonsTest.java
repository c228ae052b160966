package org.isnad.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Why an article has its clock is told in the language of the page. */
@Tag("slow")
@ExtendWith(Chromium.class)
class ClockReasonsTest {

  @Test
  void arabicPagesTellReasonsInArabic(Browser browser, Workspace workspace) {
    List<String> told = new ArrayList<>();
    try (Visit visit = Visit.of(browser, workspace)) {
      for (JsonNode article : workspace.get("articles?limit=100").path("items")) {
        Page page = visit.open("/ar/articles/" + article.path("id").asString());
        assertThat(page.locator(".clock [lang=en]").allInnerTexts()).isEmpty();
        List<String> lines = page.locator(".clock li").allInnerTexts();
        told.addAll(lines);
        String published = article.path("published").asString("");
        assertThat(lines).anyMatch(line -> line.contains(published));
      }
    }
    assertThat(told).hasSizeGreaterThan(10).allMatch(line -> line.matches("(?s).*\\p{IsArabic}.*"));
  }
}
