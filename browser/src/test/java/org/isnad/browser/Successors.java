package org.isnad.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What became of an incident that was merged or retracted: its old address says so and names the
 * successor, and lists of changes and files carry it as a tombstone.
 */
final class Successors {

  private Successors() {}

  /** What the page of a merged incident does not say, and where its tombstone is missing. */
  static List<String> ofMerged(
      Workspace workspace, Page page, String merged, String successor, String csv) {
    List<String> findings = new ArrayList<>();
    boolean named =
        page.locator(".notice a[href*='" + successor + "']").count() > 0
            && page.locator(".notice").first().innerText().contains(successor);
    if (!named) {
      findings.add("the page of " + merged + " does not name " + successor);
    }
    if (row(csv, merged).stream()
        .noneMatch(row -> row.contains("merged") && row.contains(successor))) {
      findings.add("the file has no tombstone of " + merged);
    }
    if (!changed(workspace, merged, "merged")) {
      findings.add("no change says that " + merged + " was merged");
    }
    return findings;
  }

  /** The same of an incident that was found to be none. */
  static List<String> ofRetracted(Workspace workspace, Page page, String retracted, String csv) {
    List<String> findings = new ArrayList<>();
    if (page.locator(".notice").count() == 0) {
      findings.add("the page of " + retracted + " does not say that it was retracted");
    }
    if (row(csv, retracted).stream().noneMatch(row -> row.contains("retracted"))) {
      findings.add("the file has no tombstone of " + retracted);
    }
    if (!changed(workspace, retracted, "retracted")) {
      findings.add("no change says that " + retracted + " was retracted");
    }
    return findings;
  }

  /** What an undone decision has left behind. */
  static List<String> ofRestored(Page page, JsonNode before, JsonNode after) {
    List<String> findings = new ArrayList<>();
    if (page.locator(".notice").count() > 0) {
      findings.add("the page still says: " + page.locator(".notice").first().innerText());
    }
    for (String field : List.of("status", "reportCount", "killed", "dateStart", "mergedInto")) {
      if (!before.path(field).equals(after.path(field))) {
        findings.add(field + " was " + before.path(field) + ", is " + after.path(field));
      }
    }
    return findings;
  }

  private static List<String> row(String csv, String id) {
    return csv.lines().filter(line -> line.startsWith(id + ",")).toList();
  }

  private static boolean changed(Workspace workspace, String id, String kind) {
    for (JsonNode change : workspace.get("changes?since=0&limit=500").path("items")) {
      if (change.path("incident").asString().equals(id)
          && change.path("kind").asString().equals(kind)) {
        return true;
      }
    }
    return false;
  }
}
