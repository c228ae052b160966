package org.isnad.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@Tag("slow")
@ExtendWith(Chromium.class)
class AccessibilityTest {

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void noScreenHasASeriousIssueOrLosesAnything(
      String language, Browser browser, Workspace workspace) {
    Map<String, List<String>> found = new TreeMap<>();
    try (Visit visit = Visit.of(browser, workspace)) {
      for (Map.Entry<String, String> screen : Screens.of(workspace).entrySet()) {
        visit.open("/" + language + screen.getValue());
        List<String> findings = new ArrayList<>(Accessibility.lost(visit.page()));
        findings.addAll(Accessibility.violations(visit.page()));
        if (!findings.isEmpty()) {
          found.put(screen.getKey(), findings);
        }
      }
    }
    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void whoeverHasToSignInFindsNoIssue(String language, Browser browser) throws IOException {
    try (Workspace team = Workspace.team();
        Visit visit = Visit.of(browser, team)) {
      Page page = visit.open("/" + language + "/incidents");
      assertThat(page.locator("input[type=password]").count()).isEqualTo(1);
      assertThat(Accessibility.lost(page)).isEmpty();
      assertThat(Accessibility.violations(page)).isEmpty();
      signIn(page, "a wrong password");
      page.waitForFunction("() => document.querySelector('main [role=status]').innerText.trim()");
      signIn(page, Workspace.PASSWORD);
      page.waitForSelector("table");
      visit.open("/" + language + "/import");
      assertThat(page.locator("input[type=file]").count()).as("a reader imports nothing").isZero();
      assertThat(Accessibility.violations(page)).isEmpty();
    }
  }

  private static void signIn(Page page, String password) {
    page.locator("input[autocomplete=username]").fill(Workspace.READER);
    page.locator("input[type=password]").fill(password);
    page.locator("main form button").click();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void paleTextAndNamelessFieldsAreFound(String language, Browser browser, Workspace workspace) {
    try (Visit visit = Visit.of(browser, workspace)) {
      visit.spoil(
          "index.css",
          text -> text + ".quiet{color:#ccc}@media(prefers-color-scheme:dark){.quiet{color:#333}}");
      visit.open("/" + language + "/incidents");
      visit
          .page()
          .evaluate("() => document.querySelector('main').append(document.createElement('input'))");
      assertThat(Accessibility.violations(visit.page()))
          .anyMatch(finding -> finding.startsWith("light: contrast"))
          .anyMatch(finding -> finding.startsWith("dark: contrast"))
          .anyMatch(finding -> finding.startsWith("light: label"))
          .anyMatch(finding -> finding.startsWith("dark: label"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void wordsThatANarrowWindowHidesAreFound(String language, Browser browser, Workspace workspace) {
    try (Visit visit = Visit.of(browser, workspace)) {
      visit.spoil(
          "index.css",
          text ->
              text + "@media (max-width: 40rem){.counts{display:none}}.chips{white-space:nowrap}");
      visit.open("/" + language + "/incidents?country=IQ&killed_min=1&from=2026-01-01");
      assertThat(Accessibility.lost(visit.page())).anyMatch(finding -> finding.contains("hides"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void anIncidentIsCompleteOnPaper(String language, Browser browser, Workspace workspace) {
    String id = workspace.incident("type=bombing&disputed=true");
    try (Visit visit = Visit.of(browser, workspace)) {
      visit.open("/" + language + "/incidents/" + id);
      assertThat(Accessibility.printed(visit.page(), needed(workspace, language, id))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void paperWithoutSourcesIsFound(String language, Browser browser, Workspace workspace) {
    String id = workspace.incident("type=bombing&disputed=true");
    try (Visit visit = Visit.of(browser, workspace)) {
      visit.spoil("index.css", text -> text + "@media print{.tree,footer,.claims{display:none}}");
      visit.open("/" + language + "/incidents/" + id);
      assertThat(Accessibility.printed(visit.page(), needed(workspace, language, id))).isNotEmpty();
    }
  }

  /** What paper must show: id, version, link, every outlet, and the hash of every article. */
  private static List<String> needed(Workspace workspace, String language, String id) {
    JsonNode incident = workspace.get("incidents/" + id);
    List<String> needed = new ArrayList<>();
    needed.add(id);
    needed.add(incident.path("version").asString());
    needed.add(workspace.origin() + "/" + language + "/incidents/" + id);
    for (JsonNode report : incident.path("detail").path("reports")) {
      needed.add(report.path("outlet").asString());
      needed.add(
          workspace.get("articles/" + report.path("article").asString()).path("hash").asString());
    }
    return needed;
  }
}
