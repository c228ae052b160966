package org.isnad.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One reader's window on a workspace. Requests to any other origin are not let through and taken
 * down, as are errors of scripts. {@link #spoil} changes a file of the pages on its way, which is
 * how a test proves that a check sees something.
 */
final class Visit implements AutoCloseable {

  /** The languages of the pages. */
  static final List<String> LANGUAGES = List.of("ar", "en");

  /** Counts requests of scripts that are under way, their bodies included. */
  private static final String COUNT_READS =
      """
      (() => {
        let reading = 0
        const ask = window.fetch
        window.reading = () => reading
        window.fetch = (...what) => {
          reading++
          const done = () => setTimeout(() => reading--)
          return ask(...what).then(
            (answer) => { answer.clone().arrayBuffer().finally(done); return answer },
            (failure) => { done(); throw failure })
        }
      })()\
      """;

  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;

  private final BrowserContext context;
  private final Page page;
  private final String origin;
  private final List<String> foreign = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();

  private Visit(Browser browser, String origin, Browser.NewContextOptions options) {
    this.origin = origin;
    this.context = browser.newContext(options);
    context.addInitScript(COUNT_READS);
    context.route("**/*", this::admit);
    this.page = context.newPage();
    page.setDefaultTimeout(90_000);
    page.onPageError(error -> errors.add(error.lines().findFirst().orElse("")));
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")
              && message.text().contains("Content Security Policy")) {
            errors.add(message.text());
          }
        });
  }

  /** A window of the usual size, light. */
  static Visit of(Browser browser, Workspace workspace) {
    return of(browser, workspace, WIDTH, HEIGHT, ColorScheme.LIGHT);
  }

  /** A window of a size in CSS pixels and a theme. */
  static Visit of(
      Browser browser, Workspace workspace, int width, int height, ColorScheme colours) {
    return new Visit(
        browser,
        workspace.origin(),
        new Browser.NewContextOptions()
            .setViewportSize(width, height)
            .setColorScheme(colours)
            .setLocale("en")
            .setTimezoneId("UTC"));
  }

  private void admit(Route route) {
    String url = route.request().url();
    if (url.startsWith(origin + "/") || url.startsWith("data:") || url.startsWith("blob:")) {
      route.resume();
    } else {
      foreign.add(url);
      route.abort();
    }
  }

  /** Changes a file of the pages on its way to the browser; the change must change something. */
  Visit spoil(String file, UnaryOperator<String> change) {
    context.route(
        origin + "/assets/" + file,
        route -> {
          String before = route.fetch().text();
          String after = change.apply(before);
          if (before.equals(after)) {
            throw new AssertionError("nothing was spoilt in " + file);
          }
          route.fulfill(
              new Route.FulfillOptions()
                  .setBody(after)
                  .setContentType(file.endsWith(".css") ? "text/css" : "text/javascript"));
        });
    return this;
  }

  /** Signs in as somebody, as the workspace of the tests knows them. */
  Visit as(String who) {
    context.addCookies(
        List.of(new com.microsoft.playwright.options.Cookie("who", who).setUrl(origin)));
    return this;
  }

  /** Opens a path such as {@code /ar/incidents} and waits until the page has what it asked for. */
  Page open(String path) {
    page.navigate(origin + path);
    settle();
    return page;
  }

  /** Waits until nothing is loading and what was loaded is painted. */
  void settle() {
    page.waitForFunction(
        """
        () => document.readyState === 'complete' && document.querySelector('main')?.innerText.trim()
          && !window.reading() && !document.querySelector('[aria-busy=true], .skeleton')\
        """);
    page.evaluate(
        "() => document.fonts.ready.then(() => new Promise(done => requestAnimationFrame(() =>"
            + " requestAnimationFrame(done))))");
  }

  /** The page as it is. */
  Page page() {
    return page;
  }

  /** Requests that went, or would have gone, to another origin. */
  List<String> foreign() {
    return List.copyOf(foreign);
  }

  /** Errors of scripts. */
  List<String> errors() {
    return List.copyOf(errors);
  }

  @Override
  public void close() {
    context.close();
  }
}
