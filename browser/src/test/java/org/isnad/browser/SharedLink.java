package org.isnad.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A link with filters shows the same incidents in the same order to whoever opens it, in either
 * language, and files hold as many rows as the page counts.
 */
final class SharedLink {

  private static final String ROWS =
      "() => [...document.querySelectorAll('tr[data-id]')].map(row => row.dataset.id)";

  private SharedLink() {}

  /** What differs for these filters between page, interface for programs, and files. */
  static List<String> findings(Workspace workspace, Visit visit, String language, String filters) {
    List<String> findings = new ArrayList<>();
    JsonNode told = workspace.get("incidents?" + filters);
    List<String> wanted = new ArrayList<>();
    told.path("items").forEach(item -> wanted.add(item.path("id").asString()));
    Page page = visit.open("/" + language + "/incidents?" + filters);
    List<String> shown = Json.list(page.evaluate(ROWS));
    if (!shown.equals(wanted)) {
      findings.add("the page shows " + shown + ", not " + wanted);
    }
    if (wanted.size() < 2) {
      findings.add("too few incidents to tell anything: " + wanted.size());
    }
    int chips = page.locator(".chips li button:not(.plain)").count();
    if (chips != filters.split("&", -1).length) {
      findings.add(chips + " filters are shown for " + filters);
    }
    int total = told.path("counts").path("total").asInt();
    findings.addAll(files(workspace, filters, total));
    return findings;
  }

  /** What a click on the language of the page changes besides the language. */
  static List<String> toggled(Visit visit) {
    Page page = visit.page();
    List<String> before = Json.list(page.evaluate(ROWS));
    String address = page.url().replaceFirst("/(ar|en)/", "/");
    page.locator("a.language").click();
    visit.settle();
    List<String> findings = new ArrayList<>();
    if (!page.url().replaceFirst("/(ar|en)/", "/").equals(address)) {
      findings.add("the address became " + page.url());
    }
    if (!Json.list(page.evaluate(ROWS)).equals(before)) {
      findings.add("other rows in the other language");
    }
    return findings;
  }

  private static List<String> files(Workspace workspace, String filters, int total) {
    List<String> findings = new ArrayList<>();
    long csv = workspace.text("incidents.csv?" + filters).lines().count() - 1;
    long lines = workspace.text("incidents.ndjson?" + filters).lines().count();
    int features = workspace.get("incidents.geojson?" + filters).path("features").size();
    for (long rows : List.of(csv, lines, (long) features)) {
      if (rows != total) {
        findings.add("a file has " + rows + " rows, the page counts " + total);
      }
    }
    return findings;
  }
}
