package org.isnad.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Whether everybody can read a page: the rules of axe (WCAG 2.2 A and AA), nothing lost on a narrow
 * window or with large text, and everything on paper.
 */
final class Accessibility {

  private static final String AXE = axe();

  /** Serious and critical violations with the first elements that have them. */
  private static final String VIOLATIONS =
      """
      () => axe.run(document, { resultTypes: ['violations'] })
        .then(({ violations }) => violations
          .filter((v) => v.impact === 'serious' || v.impact === 'critical')
          .map((v) => `${v.id} (${v.impact}): ` + v.nodes.slice(0, 3).map((n) => `${n.target} ${n.html.slice(0, 120)} ${n.any.map((a) => a.message).join()}`).join(' | ')))""";

  /**
   * Texts whose contrast with what lies behind them is below 4.5:1, or 3:1 where they are large
   * (WCAG 2.2, 1.4.3). The rule of axe does not see Arabic: it takes joined letters for the
   * ligatures of a font of icons and passes over all texts in that font.
   */
  private static final String PALE =
      """
      () => {
        const parts = (colour) => {
          const numbers = colour.match(/[\\d.]+/g).map(Number)
          return { rgb: numbers.slice(0, 3).map((n) => colour.startsWith('color(') ? n * 255 : n), alpha: numbers[3] ?? 1 }
        }
        const over = (top, below, alpha) => top.map((n, i) => n * alpha + below[i] * (1 - alpha))
        const behind = (element) => {
          const layers = []
          for (let e = element; e; e = e.parentElement) {
            const layer = parts(getComputedStyle(e).backgroundColor)
            layers.push(layer)
            if (layer.alpha === 1) break
          }
          const ground = layers.at(-1).alpha === 1 ? layers.pop().rgb : [255, 255, 255]
          return layers.reverse().reduce((below, layer) => over(layer.rgb, below, layer.alpha), ground)
        }
        const light = (rgb) => {
          const [r, g, b] = rgb.map((n) => n / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
          return 0.2126 * r + 0.7152 * g + 0.0722 * b
        }
        const told = new Map()
        for (const element of document.querySelectorAll('body *')) {
          const bare = [...element.childNodes].some((n) => n.nodeType === 3 && n.data.trim())
          if (!bare || !element.checkVisibility() || element.closest('svg, :disabled, .skip')) continue
          const style = getComputedStyle(element)
          const ground = behind(element)
          const ink = parts(style.color)
          const text = over(ink.rgb, ground, ink.alpha)
          const [dark, bright] = [light(text), light(ground)].sort((a, b) => a - b)
          const ratio = (bright + 0.05) / (dark + 0.05)
          const size = parseFloat(style.fontSize)
          const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700)
          if (ratio < (large ? 3 : 4.5)) told.set(`${element.tagName}.${element.className}`, `contrast ${ratio.toFixed(2)} of ${element.tagName}.${element.className} '${element.textContent.trim().slice(0, 30)}'`)
        }
        return [...told.values()]
      }""";

  /**
   * Texts that lie outside the window where nothing scrolls, or are cut off by their box.
   *
   * <p>Where {@code paper} is set, a box that scrolls cuts as well.
   */
  private static final String CUT =
      """
      (paper) => {
        const root = document.documentElement
        const told = []
        if (root.scrollWidth > root.clientWidth + 1) told.push(`the page is ${root.scrollWidth} px wide in a window of ${root.clientWidth} px`)
        const scrolls = (element) => {
          for (let e = element; e && e !== document.body; e = e.parentElement) {
            if (/auto|scroll/.test(getComputedStyle(e).overflowX)) return true
          }
          return false
        }
        for (const element of document.querySelectorAll('body *')) {
          if (element.closest('svg, canvas, .skip, select, option') || !element.checkVisibility()) continue
          const style = getComputedStyle(element)
          const cuts = /hidden|clip/.test(style.overflowX) || (paper && /auto|scroll/.test(style.overflowX))
          if (cuts && element.scrollWidth > element.clientWidth + 1) told.push(`${element.tagName}.${element.className} cuts off ${element.scrollWidth - element.clientWidth} px`)
          const box = element.getBoundingClientRect()
          const bare = [...element.childNodes].some((n) => n.nodeType === 3 && n.data.trim())
          if (bare && !scrolls(element) && (box.left < -1 || box.right > root.clientWidth + 1)) told.push(`outside the window: ${element.tagName} '${element.textContent.trim().slice(0, 40)}' ${Math.round(box.left)}..${Math.round(box.right)}`)
        }
        return told
      }""";

  private static final String WORDS =
      "() => [...new Set(document.body.innerText.split(/\\s+/).filter(Boolean))].sort()";

  private static final int NARROW = 320;

  /** Width of an A4 page without margins of 15 mm, in CSS pixels. */
  private static final int PAPER = 680;

  private Accessibility() {}

  /** Serious and critical violations of a page, and pale texts, in either colours. */
  static List<String> violations(Page page) {
    page.evaluate(AXE);
    List<String> findings = new ArrayList<>();
    for (ColorScheme colours : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
      String name = colours.name().toLowerCase(Locale.ROOT);
      Json.list(page.evaluate(VIOLATIONS)).forEach(f -> findings.add(name + ": " + f));
      Json.list(page.evaluate(PALE)).forEach(f -> findings.add(name + ": " + f));
    }
    return findings;
  }

  /** What a window of 320 pixels, or text of twice the size, hides or cuts off. */
  static List<String> lost(Page page) {
    List<String> findings = new ArrayList<>();
    List<String> wide = Json.list(page.evaluate(WORDS));
    int height = page.viewportSize().height;
    int width = page.viewportSize().width;
    page.setViewportSize(NARROW, height);
    page.waitForTimeout(60);
    Json.list(page.evaluate(CUT, false)).forEach(f -> findings.add("320 px: " + f));
    missing(wide, page).forEach(word -> findings.add("320 px hides '" + word + "'"));
    page.setViewportSize(width, height);
    page.evaluate("() => { document.documentElement.style.fontSize = '200%' }");
    page.waitForTimeout(60);
    Json.list(page.evaluate(CUT, false)).forEach(f -> findings.add("200% text: " + f));
    missing(wide, page).forEach(word -> findings.add("200% text hides '" + word + "'"));
    page.evaluate("() => { document.documentElement.style.fontSize = '' }");
    return findings;
  }

  /** What paper cuts off, and which of these words it does not show. */
  static List<String> printed(Page page, List<String> needed) {
    page.setViewportSize(PAPER, 960);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    page.waitForTimeout(60);
    List<String> findings = new ArrayList<>(Json.list(page.evaluate(CUT, true)));
    String text = Objects.toString(page.evaluate("() => document.body.innerText"));
    for (String word : needed) {
      if (!text.contains(word)) {
        findings.add("paper does not show '" + word + "'");
      }
    }
    return findings;
  }

  private static List<String> missing(List<String> wanted, Page page) {
    List<String> shown = Json.list(page.evaluate(WORDS));
    return wanted.stream().filter(word -> !shown.contains(word)).toList();
  }

  private static String axe() {
    try (InputStream in = Accessibility.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
