package org.isnad.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/**
 * Contradiction and vagueness survive on the pages: every claimed toll is shown, the whole spread
 * stands for the incident, and a window of days is a bar that is longer than a day.
 */
final class Contradiction {

  private static final String CLAIMS =
      "() => [...document.querySelectorAll('.claims tr[data-slot=killed] td.value > .num')]"
          + ".map(value => value.textContent.trim())";

  /** Width of the bar of each incident, in days of the scale of the timeline. */
  private static final String BARS =
      """
      () => [...document.querySelectorAll('.timeline li')].map((line) => {
        const bar = line.querySelector('rect').getBoundingClientRect()
        return line.querySelector('.num').textContent + '\\t' + bar.width
      })""";

  private Contradiction() {}

  /**
   * What is lost on the page of an incident whose dead are told so.
   *
   * @param spread of all claims, such as {@code 5–12}
   * @param claims each figure that somebody gives
   */
  static List<String> lost(Page page, String spread, List<String> claims) {
    List<String> findings = new ArrayList<>();
    List<String> shown = Json.list(page.evaluate(CLAIMS));
    for (String claim : claims) {
      if (!shown.contains(claim)) {
        findings.add("the claim of " + claim + " dead is not among " + shown);
      }
    }
    if (!page.locator(".values .num").allTextContents().contains(spread)) {
      findings.add("the incident does not show " + spread);
    }
    if (page.locator(".claims tr.disputed .tag.warn").count() == 0) {
      findings.add("no word or sign says that claims contradict");
    }
    return findings;
  }

  /** Windows of days on the timeline that are painted no longer than a day. */
  static List<String> windowsPaintedAsDays(Page page) {
    List<String> bars = Json.list(page.evaluate(BARS));
    double day = Double.MAX_VALUE;
    for (String bar : bars) {
      if (!bar.contains("–")) {
        day = Math.min(day, width(bar));
      }
    }
    List<String> findings = new ArrayList<>();
    int windows = 0;
    for (String bar : bars) {
      if (bar.contains("–")) {
        windows++;
        if (width(bar) < 1.5 * day) {
          findings.add(bar + " is painted like a day of " + day);
        }
      }
    }
    if (windows == 0) {
      findings.add("no window of days on the timeline");
    }
    return findings;
  }

  private static double width(String bar) {
    return Double.parseDouble(bar.substring(bar.indexOf('\t') + 1));
  }
}
