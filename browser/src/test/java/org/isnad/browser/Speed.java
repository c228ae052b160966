package org.isnad.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Measures what a reader waits for over a large store: a filter, a count beside the list, and a
 * move of the map. Apart: what the server takes, as the browser sees it, and what the browser takes
 * from the answer to the painted page.
 *
 * <pre>{@code
 * bench/run Exchange fill 50000 DIR
 * browser/measure DIR
 * }</pre>
 */
@Tag("slow")
@ExtendWith(Chromium.class)
@EnabledIfSystemProperty(named = Speed.STORE, matches = ".+")
class Speed {

  static final String STORE = "isnad.speed.store";

  private static final int MOVES = 100;
  private static final int WARM_UP = 10;

  /** Takes the answers of the interface for programs out of the list of what was loaded. */
  private static final String WAITED =
      """
      () => {
        const reads = performance.getEntriesByType('resource').filter((e) => e.name.includes('/api/'))
        performance.clearResourceTimings()
        return Math.max(0, ...reads.map((e) => e.responseEnd - e.startTime))
      }""";

  /** Does something and waits until its result is painted; the milliseconds that took. */
  private static final String TIMED =
      """
      (what) => new Promise((done) => {
        const began = performance.now()
        const painted = () => requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)))
        const until = () => !window.reading() && !document.querySelector('[aria-busy=true]') ? painted() : setTimeout(until)
        const target = document.querySelector(what.target)
        if (what.value !== undefined) {
          target.value = what.value
          target.dispatchEvent(new Event('input', { bubbles: true }))
          target.form.requestSubmit()
        } else target.click()
        setTimeout(until)
      })""";

  private final Random random = new Random(7);
  private boolean chosen;

  @Test
  void filtersCountsAndTheMap(Browser browser) throws Exception {
    try (Workspace workspace = Workspace.over(Path.of(System.getProperty(STORE)));
        Visit visit = Visit.of(browser, workspace)) {
      Page page = visit.open("/en/incidents");
      int all = workspace.get("incidents").path("counts").path("total").asInt();
      assertThat(all).isGreaterThan(0);
      report(all, "a filter of days", times(page, this::days));
      report(all, "a facet", times(page, this::facet));
      visit.open("/en/incidents?view=map");
      page.waitForFunction("() => document.querySelector('.map canvas')?.dataset.outlined");
      report(all, "a move of the map", moves(page));
    }
  }

  private interface Step {
    Object next();
  }

  /** Another year from one day of the ten on. */
  private Object days() {
    String from = "20" + (15 + random.nextInt(9)) + "-0" + (1 + random.nextInt(9)) + "-01";
    return Map.of("target", "form[role=search] input[inputmode=numeric]", "value", from);
  }

  /** One of the first types, and then the same again, which takes it off. */
  private Object facet() {
    chosen = !chosen;
    int which = chosen ? 1 + random.nextInt(6) : 1;
    return Map.of("target", "fieldset:nth-of-type(1) li:nth-child(" + which + ") button");
  }

  private List<double[]> times(Page page, Step step) {
    List<double[]> taken = new ArrayList<>();
    for (int i = 0; i < MOVES + WARM_UP; i++) {
      page.evaluate("() => performance.clearResourceTimings()");
      double whole = number(page.evaluate(TIMED, step.next()));
      double server = number(page.evaluate(WAITED));
      if (i >= WARM_UP) {
        taken.add(new double[] {server, Math.max(0, whole - server)});
      }
    }
    return taken;
  }

  /** Moves and zooms of the map ask nothing; they only paint. */
  private List<double[]> moves(Page page) {
    List<double[]> taken = new ArrayList<>();
    for (int i = 0; i < MOVES + WARM_UP; i++) {
      String button = ".map .tools button:nth-child(" + (1 + i % 2) + ")";
      double whole = number(page.evaluate(TIMED, Map.of("target", button)));
      if (i >= WARM_UP) {
        taken.add(new double[] {0, whole});
      }
    }
    return taken;
  }

  private static void report(int all, String what, List<double[]> taken) {
    System.out.printf(
        Locale.ROOT,
        "%,d incidents, %s: server median %.0f ms, 95th percentile %.0f ms; browser median %.0f ms, 95th percentile %.0f ms%n",
        all,
        what,
        at(taken, 0, 0.5),
        at(taken, 0, 0.95),
        at(taken, 1, 0.5),
        at(taken, 1, 0.95));
  }

  private static double at(List<double[]> taken, int column, double share) {
    double[] sorted = taken.stream().mapToDouble(t -> t[column]).sorted().toArray();
    return sorted[(int) (share * (sorted.length - 1))];
  }

  private static double number(Object value) {
    return ((Number) Objects.requireNonNull(value)).doubleValue();
  }
}
