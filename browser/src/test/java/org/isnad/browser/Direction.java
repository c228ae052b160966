package org.isnad.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/**
 * Language and direction of a page, and that words of articles, names and outlets stay words: no
 * element is made of them, none of their scripts runs, and an override of direction inside a name
 * moves nothing that stands around it.
 */
final class Direction {

  private static final String LANGUAGE =
      "() => document.documentElement.lang + ' ' + document.documentElement.dir";

  /** Elements and attributes that the pages themselves never have. */
  private static final String FOREIGN_MARKUP =
      """
      () => {
        const found = [...document.querySelectorAll('main img, main script, main iframe, main object, main b, main style')]
        for (const element of document.querySelectorAll('main *')) {
          if ([...element.attributes].some((a) => a.name.startsWith('on'))) found.push(element)
        }
        const told = found.map((e) => `markup of an article: ${e.outerHTML.slice(0, 60)}`)
        if (window.hostile) told.push('a script of an article ran')
        return told
      }""";

  /**
   * Takes the controls out of each text in turn and tells which other texts of its line change
   * places by that. A name in an isolate of its own can become wider, since an override also undoes
   * the joining of letters, but it changes no order.
   */
  private static final String MOVED =
      """
      () => {
        const controls = /[\\u202A-\\u202E\\u2066-\\u2069]/g
        const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT)
        const nodes = []
        for (let node; (node = walker.nextNode()); ) if (node.data.trim()) nodes.push(node)
        const range = document.createRange()
        const order = (among) => among.map((node, i) => {
          range.selectNodeContents(node)
          const box = range.getBoundingClientRect()
          return { i, top: box.top, left: box.left }
        }).sort((a, b) => Math.abs(a.top - b.top) > 8 ? a.top - b.top : a.left - b.left).map((one) => one.i)
        const told = []
        for (const node of nodes) {
          const hostile = node.data
          if (hostile.search(controls) < 0) continue
          let block = node.parentElement
          while (getComputedStyle(block).display.startsWith('inline')) block = block.parentElement
          const around = nodes.filter((other) => block.contains(other))
          const before = order(around)
          node.data = hostile.replace(controls, '')
          const after = order(around)
          node.data = hostile
          if (before.join() !== after.join()) told.push(`a control in '${hostile.slice(0, 30)}' moves what stands beside it`)
        }
        return told
      }""";

  private static final String HOSTILE_TEXTS =
      "() => (document.querySelector('main').textContent.match(/[\\u202A-\\u202E]/g) ?? []).length";

  private Direction() {}

  /** What is wrong with a page that should be in this language. */
  static List<String> findings(Page page, String language) {
    List<String> findings = new ArrayList<>();
    String wanted = language.equals("ar") ? "ar rtl" : "en ltr";
    Object found = page.evaluate(LANGUAGE);
    if (!wanted.equals(found)) {
      findings.add("the page is " + found + ", not " + wanted);
    }
    findings.addAll(Json.list(page.evaluate(FOREIGN_MARKUP)));
    findings.addAll(Json.list(page.evaluate(MOVED)));
    return findings;
  }

  /** How many controls of direction the page holds in its text; without any nothing is shown. */
  static int controls(Page page) {
    return ((Number) page.evaluate(HOSTILE_TEXTS)).intValue();
  }
}
