package org.isnad.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers are painted in the order in which they are written: year left of month, low left of high,
 * latitude left of longitude, a sign on its side. Texts of sources keep what the bidirectional
 * algorithm makes of them and are left out.
 */
final class NumberOrder {

  /**
   * Cuts every date, range, pair and signed number of the page into its parts, and tells those
   * whose parts are not painted from left to right.
   */
  private static final String MISPAINTED =
      """
      () => {
        const d = '[0-9\\u0660-\\u0669]'
        const forms = new RegExp(
          `${d}{4}-${d}{2}-${d}{2}( ${d}{2}:${d}{2})?( – (${d}{4}-${d}{2}-${d}{2}|…))?`
          + `|… – ${d}{4}-${d}{2}-${d}{2}|-?${d}+\\\\.${d}+, -?${d}+\\\\.${d}+|${d}+–${d}+|${d}+\\\\+|[≥≤-]${d}+`, 'g')
        const part = new RegExp(`${d}+|[^0-9\\u0660-\\u0669 ]+`, 'g')
        const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT)
        const found = { seen: 0, wrong: [] }
        const range = document.createRange()
        for (let node; (node = walker.nextNode()); ) {
          if (node.parentElement.closest('.text, .quote, pre, .json, option')) continue
          for (const match of node.data.matchAll(forms)) {
            const boxes = [...match[0].matchAll(part)].map((piece) => {
              range.setStart(node, match.index + piece.index)
              range.setEnd(node, match.index + piece.index + piece[0].length)
              return range.getBoundingClientRect()
            })
            if (!boxes[0].width) continue
            found.seen++
            const wrong = boxes.some((box, i) => i && Math.abs(box.top - boxes[i - 1].top) < 3 && box.left < boxes[i - 1].left)
            if (wrong) found.wrong.push(match[0])
          }
        }
        for (const field of document.querySelectorAll('main input[inputmode=numeric]')) {
          if (getComputedStyle(field).direction !== 'ltr') found.wrong.push('a field for numbers runs from right to left')
        }
        return found
      }""";

  private NumberOrder() {}

  /** What is painted in the wrong order; also where there is nothing to look at. */
  static List<String> findings(Page page) {
    Json found = Json.of(page.evaluate(MISPAINTED));
    List<String> findings = new ArrayList<>(found.texts("wrong"));
    if (found.number("seen") == 0) {
      findings.add("no number on " + page.url());
    }
    return findings;
  }
}
