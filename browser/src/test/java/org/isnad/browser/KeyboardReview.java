package org.isnad.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * Ten incidents approved, edited, rejected, merged and undone with the keyboard alone, on an Arabic
 * layout, the focus always to be seen.
 */
final class KeyboardReview {

  private final Workspace workspace;
  private final Visit visit;
  private final String list;
  private final Keyboard keys;
  private final List<String> findings = new ArrayList<>();

  KeyboardReview(Workspace workspace, Visit visit, String language) {
    this.workspace = workspace;
    this.visit = visit;
    this.list = "/" + language + "/incidents";
    this.keys = new Keyboard(visit);
  }

  /** Does all of it and says what did not work. */
  List<String> findings() {
    visit.open(list);
    merge();
    for (int i = 0; i < 4; i++) {
      approve(i);
    }
    edit(4);
    edit(5);
    reject(6);
    reject(7);
    undo(8);
    findings.addAll(keys.findings());
    return findings;
  }

  private void approve(int row) {
    String id = open(row);
    keys.press("KeyA");
    expect(id, "status", "approved");
    keys.press("Escape");
  }

  private void edit(int row) {
    String id = open(row);
    keys.press("KeyE");
    visit.page().waitForTimeout(30);
    visit.page().evaluate("() => document.querySelector('.decide select')?.focus()");
    String field = visit.page().locator(".decide select").count() == 0 ? "" : "injured";
    if (field.isEmpty()) {
      findings.add("E opens no form on " + id);
      return;
    }
    visit.page().locator(".decide select").selectOption(field);
    keys.tabTo(".decide form input").type("21");
    keys.tabTo(".decide form input").type("hospital list");
    keys.pressWithControl("Enter");
    JsonNode incident = workspace.get("incidents/" + id);
    if (incident.path("injured").path("best").asInt(0) != 21) {
      findings.add("the edit of " + id + " was not taken");
    }
    keys.press("Escape");
    back();
  }

  private void reject(int row) {
    String id = open(row);
    keys.press("KeyX");
    visit.page().waitForTimeout(30);
    keys.type("an exercise");
    keys.pressWithControl("Enter");
    expect(id, "status", "retracted");
    back();
  }

  private void undo(int row) {
    String id = open(row);
    String before = workspace.get("incidents/" + id).path("status").asString();
    keys.press("KeyH");
    expect(id, "status", "in-review");
    keys.press("KeyZ");
    expect(id, "status", before);
    back();
  }

  /** One of two shellings of one day, found by its duplicates. */
  private void merge() {
    String id = workspace.incident("q=Sarmin");
    String other = workspace.incident("q=Idlib&type=shelling");
    List<String> rows = rows();
    open(Math.max(0, rows.indexOf(id)));
    keys.press("KeyD");
    keys.tabTo("#duplicates button[aria-pressed]").press("Enter");
    keys.tabTo("#duplicates .notice button").press("Enter");
    boolean merged =
        workspace.get("incidents/" + id).path("mergedInto").isString()
            || workspace.get("incidents/" + other).path("mergedInto").isString();
    if (!merged) {
      findings.add("the two shellings were not merged");
    }
  }

  /** Goes to a row of the list with J and opens it with Enter. */
  private String open(int row) {
    back();
    List<String> rows = rows();
    for (int i = 0; i < row; i++) {
      keys.press("KeyJ");
    }
    Page page = visit.page();
    Object chosen = page.evaluate("() => document.querySelector('tr.selected')?.dataset.id ?? ''");
    if (!Objects.equals(chosen, rows.get(row))) {
      findings.add("J chose " + chosen + ", not " + rows.get(row));
    }
    keys.press("Enter");
    if (!page.url().contains("/incidents/" + rows.get(row))) {
      findings.add("Enter opened " + page.url() + ", not " + rows.get(row));
      visit.open(list + "/" + rows.get(row));
    }
    return rows.get(row);
  }

  /** The list as it was before, by the key that goes back. */
  private void back() {
    Page page = visit.page();
    for (int i = 0; i < 3 && !page.url().endsWith(list); i++) {
      keys.press("Escape");
      page.waitForTimeout(40);
      visit.settle();
    }
    if (!page.url().endsWith(list)) {
      findings.add("Escape does not lead back to the list, but to " + page.url());
      visit.open(list);
    }
  }

  private List<String> rows() {
    return Json.list(
        visit
            .page()
            .evaluate(
                "() => [...document.querySelectorAll('tr[data-id]')].map(r => r.dataset.id)"));
  }

  private void expect(String id, String field, String wanted) {
    String found = workspace.get("incidents/" + id).path(field).asString("");
    if (!found.equals(wanted)) {
      findings.add(id + " is " + found + ", not " + wanted);
    }
  }
}
