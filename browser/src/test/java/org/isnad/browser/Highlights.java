package org.isnad.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/**
 * Marks in a source's text change nothing but colour: with and without them every word is painted
 * at the same spot. And a mark covers exactly the words that it stands for.
 */
final class Highlights {

  /** Words of the text with where they are painted, in pixels from the corner of the text. */
  private static final String WORDS =
      """
      () => {
        const text = document.querySelector('.text')
        const corner = text.getBoundingClientRect()
        const nodes = []
        let whole = ''
        const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
        for (let node; (node = walker.nextNode()); ) {
          nodes.push({ node, start: whole.length })
          whole += node.data
        }
        const at = (offset) => {
          const held = nodes.findLast((n) => n.start <= offset)
          return [held.node, offset - held.start]
        }
        const range = document.createRange()
        return [...whole.matchAll(/[^\\s]+/g)].map((word) => {
          range.setStart(...at(word.index))
          const [last, offset] = at(word.index + word[0].length - 1)
          range.setEnd(last, offset + 1)
          const box = range.getBoundingClientRect()
          return { word: word[0].slice(0, 20), at: [box.left - corner.left, box.top - corner.top, box.width] }
        })
      }""";

  /** Tells words of two paintings that are a pixel or more apart. */
  private static final String APART =
      """
      ([marked, plain]) => marked.flatMap((one, i) => {
        const other = plain[i] ?? { word: '', at: [] }
        const same = one.word === other.word && one.at.every((n, k) => Math.abs(n - other.at[k]) < 1)
        return same ? [] : [`${one.word} at ${one.at} with marks, ${other.word} at ${other.at} without`]
      })""";

  private static final String MARKED = ".text .cue, .text .time, .text .place";

  private Highlights() {}

  /** What marking moves on the page of an article; also where nothing is marked. */
  static List<String> moved(Page page) {
    List<String> findings = new ArrayList<>();
    if (page.locator(MARKED).count() == 0) {
      findings.add("nothing is marked on " + page.url());
    }
    Object marked = page.evaluate(WORDS);
    page.locator("label.noprint input[type=checkbox]").first().uncheck();
    Object plain = page.evaluate(WORDS);
    findings.addAll(Json.list(page.evaluate(APART, List.of(marked, plain))));
    return findings;
  }

  /**
   * Evidence of an incident whose mark in the text is not the words that the incident quotes.
   *
   * @param visit open on the page of an incident
   */
  static List<String> wrongWords(Visit visit) {
    List<String> findings = new ArrayList<>();
    Page page = visit.page();
    List<String> quotes =
        Json.list(
            page.evaluate(
                "() => [...document.querySelectorAll('.claims a.quote')].filter(a => a.hash)"
                    + ".map(a => new URL(a.href).pathname + a.hash + '\\t' + a.textContent)"));
    for (String quote : quotes.stream().distinct().toList()) {
      String[] parts = quote.split("\t", -1);
      visit.open("/en/help");
      visit.open(parts[0]);
      String marked = String.join("", page.locator(".text .focus").allTextContents());
      if (!marked.equals(parts[1])) {
        findings.add(parts[0] + " marks '" + marked + "', not '" + parts[1] + "'");
      }
    }
    if (quotes.isEmpty()) {
      findings.add("the incident quotes nothing: " + page.url());
    }
    return findings;
  }
}
