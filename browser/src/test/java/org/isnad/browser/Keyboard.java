package org.isnad.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A keyboard with an Arabic layout: a key says an Arabic letter, and only its place on the board
 * says which shortcut is meant. Takes down where the focus cannot be seen.
 */
final class Keyboard {

  /** What the keys of the shortcuts say on an Arabic board. */
  private static final Map<String, String> ARABIC =
      Map.ofEntries(
          Map.entry("KeyA", "ش"),
          Map.entry("KeyD", "ي"),
          Map.entry("KeyE", "ث"),
          Map.entry("KeyH", "ا"),
          Map.entry("KeyJ", "ت"),
          Map.entry("KeyK", "ن"),
          Map.entry("KeyN", "ى"),
          Map.entry("KeyS", "س"),
          Map.entry("KeyX", "ء"),
          Map.entry("KeyY", "غ"),
          Map.entry("KeyZ", "ئ"),
          Map.entry("Slash", "ظ"));

  private static final Map<String, Integer> NUMBERS =
      Map.of("Enter", 13, "Escape", 27, "Tab", 9, "ArrowDown", 40, "Space", 32);

  /** Tells where the focus, or the chosen row, is not to be seen. */
  private static final String UNSEEN =
      """
      () => {
        const told = []
        const inside = (element) => {
          const box = element.getBoundingClientRect()
          return box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
        }
        const active = document.activeElement
        if (active && active !== document.body && !active.matches('main, dialog, [tabindex="-1"]')) {
          const style = getComputedStyle(active)
          const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
          if (!ring) told.push(`no ring around ${active.outerHTML.slice(0, 60)}`)
          if (!inside(active)) told.push(`outside the window: ${active.outerHTML.slice(0, 60)}`)
        }
        const row = document.querySelector('tr.selected')
        if (row && !inside(row)) told.push('the chosen row is outside the window')
        return told
      }""";

  private static final int CONTROL = 2;
  private static final int MOST_TABS = 120;

  private final Visit visit;
  private final Page page;
  private final CDPSession session;
  private final List<String> findings = new ArrayList<>();

  Keyboard(Visit visit) {
    this.visit = visit;
    this.page = visit.page();
    this.session = page.context().newCDPSession(page);
  }

  /** Presses a key by its place on the board, such as {@code KeyA}. */
  Keyboard press(String code) {
    return press(code, 0);
  }

  /** The same with the control key held. */
  Keyboard pressWithControl(String code) {
    return press(code, CONTROL);
  }

  private Keyboard press(String code, int modifiers) {
    JsonObject key = new JsonObject();
    String says = ARABIC.getOrDefault(code, code.equals("Space") ? " " : code);
    key.addProperty("type", "keyDown");
    key.addProperty("code", code);
    key.addProperty("key", says);
    key.addProperty("modifiers", modifiers);
    key.addProperty(
        "windowsVirtualKeyCode", NUMBERS.getOrDefault(code, (int) code.charAt(code.length() - 1)));
    if (code.equals("Enter")) {
      key.addProperty("text", "\r");
    } else if (says.length() == 1 && modifiers == 0) {
      key.addProperty("text", says);
    }
    session.send("Input.dispatchKeyEvent", key);
    key.addProperty("type", "keyUp");
    key.remove("text");
    session.send("Input.dispatchKeyEvent", key);
    visit.settle();
    Json.list(page.evaluate(UNSEEN)).forEach(finding -> findings.add(code + ": " + finding));
    return this;
  }

  /** Types words into the field that has the focus. */
  Keyboard type(String words) {
    if (!Boolean.TRUE.equals(
        page.evaluate("() => document.activeElement.matches('input, textarea')"))) {
      findings.add("no field has the focus for '" + words + "'");
      return this;
    }
    page.keyboard().insertText(words);
    return this;
  }

  /** Goes forward with the tab key until something like this has the focus. */
  Keyboard tabTo(String selector) {
    for (int i = 0; i < MOST_TABS; i++) {
      press("Tab");
      if (Boolean.TRUE.equals(page.evaluate("s => document.activeElement.matches(s)", selector))) {
        return this;
      }
    }
    findings.add("the tab key does not reach " + selector);
    return this;
  }

  /** What was wrong so far. */
  List<String> findings() {
    return findings;
  }
}
