package org.isnad.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Two people at one incident: nobody approves and publishes alone where two are asked for, a save
 * on an older version loses nothing, a write that is sent twice counts once, and the history is
 * whole.
 */
final class TwoPeople {

  private static final String REASON = ".decide form input";

  private TwoPeople() {}

  /** One person accepts and publishes; the second must not work. */
  static List<String> alone(Workspace workspace, Visit visit, String language, String id) {
    Page page = visit.open("/" + language + "/incidents/" + id);
    press(visit, "accept");
    press(visit, "publish");
    List<String> findings = new ArrayList<>();
    String status = workspace.get("incidents/" + id).path("status").asString();
    if (!status.equals("approved")) {
      findings.add("one person alone made it " + status);
    }
    if (!page.locator(".decide .message").innerText().contains("two persons")) {
      findings.add("the page does not say why it is not published");
    }
    return findings;
  }

  /** Two windows, one faster; what the slower one typed must be kept, and be saved at last. */
  static List<String> slower(
      Workspace workspace, Visit fast, Visit slow, String language, String id) {
    slow.open("/" + language + "/incidents/" + id);
    edit(slow.page(), "injured", "6", "second list");
    fast.open("/" + language + "/incidents/" + id);
    edit(fast.page(), "injured", "4", "first list");
    press(fast, "save");
    press(slow, "save");
    List<String> findings = new ArrayList<>();
    List<String> typed =
        slow.page().locator(REASON).all().stream().map(Locator::inputValue).toList();
    if (!typed.equals(List.of("6", "second list"))) {
      findings.add("what was typed became " + typed);
    }
    if (injured(workspace, id) != 4) {
      findings.add("the slower save replaced the faster one: " + injured(workspace, id));
    }
    if (findings.isEmpty()) {
      press(slow, "save");
      if (injured(workspace, id) != 6) {
        findings.add("the second save did not count either: " + injured(workspace, id));
      }
    }
    return findings;
  }

  /** A comment whose request is sent twice on its way, as by a flaky line. */
  static List<String> twice(Workspace workspace, Visit visit, String language, String id) {
    visit
        .page()
        .addInitScript(
            """
            (() => {
              const ask = window.fetch
              window.fetch = (where, what) => what?.method === 'POST'
                ? ask(where, what).then(() => ask(where, what)) : ask(where, what)
            })()""");
    int before = decisions(workspace, id).size();
    Page page = visit.open("/" + language + "/incidents/" + id);
    Buttons.of(page, "comment").click();
    page.locator(REASON).fill("seen twice");
    press(visit, "save");
    int taken = decisions(workspace, id).size() - before;
    List<String> findings = new ArrayList<>();
    if (taken != 1) {
      findings.add("one comment that was sent twice counts " + taken);
    }
    String says = page.locator(".decide .message").innerText();
    if (!List.of("Saved", "حفظ").contains(says.strip())) {
      findings.add("the answer to the repetition is no success: " + says);
    }
    return findings;
  }

  /** Decisions and changes that the page of an incident does not list with who made them. */
  static List<String> history(Workspace workspace, Page page, String id) {
    JsonNode told = workspace.get("incidents/" + id + "/history");
    List<String> findings = new ArrayList<>();
    int wanted = told.path("decisions").size() + told.path("changes").size();
    int shown = page.locator(".history li").count();
    if (shown != wanted) {
      findings.add(shown + " lines of history, not " + wanted);
    }
    String text = String.join("\n", page.locator(".history").allInnerTexts());
    for (JsonNode decision : told.path("decisions")) {
      for (String field : List.of("by", "reason")) {
        if (!text.contains(decision.path(field).asString())) {
          findings.add("the history does not show " + decision.path(field));
        }
      }
    }
    return findings;
  }

  private static void edit(Page page, String slot, String value, String reason) {
    Buttons.of(page, "edit").click();
    page.locator(".decide form select").selectOption(slot);
    page.locator(REASON).nth(0).fill(value);
    page.locator(REASON).nth(1).fill(reason);
  }

  private static void press(Visit visit, String what) {
    Buttons.of(visit.page(), what).click();
    visit.settle();
  }

  private static int injured(Workspace workspace, String id) {
    return workspace.get("incidents/" + id).path("injured").path("best").asInt(-1);
  }

  private static JsonNode decisions(Workspace workspace, String id) {
    return workspace.get("incidents/" + id + "/history").path("decisions");
  }
}
