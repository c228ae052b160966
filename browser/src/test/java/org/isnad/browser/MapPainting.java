package org.isnad.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * The map: the same pixels in both languages, no request to another origin, and a place that is
 * known only roughly as an area, not as a point.
 */
final class MapPainting {

  /** Takes down what is painted: circles with their radius and whether their edge is dashed. */
  private static final String TAKE_DOWN =
      """
      (() => {
        const to = CanvasRenderingContext2D.prototype
        window.circles = []
        for (const name of ['arc', 'setLineDash', 'clearRect', 'setTransform']) {
          const real = to[name]
          to[name] = function (...given) {
            if (name === 'arc') window.circles.push({ radius: given[2], dashed: false })
            if (name === 'setLineDash' && given[0].length && window.circles.length) window.circles.at(-1).dashed = true
            if (name === 'setTransform') window.circles = []
            return real.apply(this, given)
          }
        }
      })()""";

  private static final String COLOURS =
      """
      () => {
        const canvas = document.querySelector('.map canvas')
        const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data
        const seen = new Set()
        for (let i = 0; i < data.length; i += 4) seen.add(data[i] << 16 | data[i + 1] << 8 | data[i + 2])
        return seen.size
      }""";

  /** Below so many colours nothing but the sea was painted. */
  private static final int FEWEST_COLOURS = 4;

  private MapPainting() {}

  /** Lets a window take down what is painted; before the page is opened. */
  static void watch(Visit visit) {
    visit.page().addInitScript(TAKE_DOWN);
  }

  /** What is wrong with the maps of one address in both languages. */
  static List<String> findings(Workspace workspace, Visit visit, String path) {
    List<String> findings = new ArrayList<>();
    Object arabic = pixels(visit, "/ar" + path);
    Object english = pixels(visit, "/en" + path);
    if (!Objects.equals(arabic, english)) {
      findings.add("the map is painted differently in Arabic and in English");
    }
    Page page = visit.page();
    if (((Number) page.evaluate(COLOURS)).intValue() < FEWEST_COLOURS) {
      findings.add("the map is empty");
    }
    int rough = rough(workspace, path);
    Number dashed =
        (Number) page.evaluate("() => circles.filter(c => c.dashed && c.radius > 6).length");
    if (rough == 0 || dashed.intValue() < rough) {
      findings.add(rough + " places are known roughly, " + dashed + " areas are painted");
    }
    visit.foreign().forEach(url -> findings.add("asks another origin: " + url));
    findings.addAll(visit.errors());
    return findings;
  }

  /** The paintings of one address; the map is the only canvas. */
  private static Object pixels(Visit visit, String path) {
    visit.open(path);
    Page page = visit.page();
    page.waitForFunction("() => document.querySelector('.map canvas')?.dataset.outlined");
    visit.settle();
    return page.evaluate("() => document.querySelector('.map canvas').toDataURL()");
  }

  /** Located incidents of this address whose place is a district or wider. */
  private static int rough(Workspace workspace, String path) {
    int found = 0;
    JsonNode items = workspace.get(path.substring(1).replaceAll("[?&]view=map", "")).path("items");
    for (JsonNode item : items) {
      JsonNode place = item.path("place");
      if (place.path("lat").isNumber()
          && List.of("district", "province", "country", "region")
              .contains(place.path("precision").asString())) {
        found++;
      }
    }
    return found;
  }
}
