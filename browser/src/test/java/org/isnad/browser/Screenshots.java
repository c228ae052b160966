package org.isnad.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Takes a picture of every screen in both languages over the invented stories; {@code
 * docs/screenshots} runs it. Incidents and articles are taken down to their end, the rest as far as
 * a window shows.
 */
@Tag("slow")
@ExtendWith(Chromium.class)
@EnabledIfSystemProperty(named = Screenshots.FOLDER, matches = ".+")
class Screenshots {

  static final String FOLDER = "isnad.screenshots";

  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;
  private static final List<String> WHOLE = List.of("incident", "source", "charts");
  private static final List<String> DARK =
      List.of("explore", "map", "incident", "charts", "match", "review");

  @Test
  void everyScreenIsTaken(Browser browser) throws IOException {
    Path folder = Files.createDirectories(Path.of(System.getProperty(FOLDER)));
    int taken = 0;
    try (Workspace workspace = Workspace.stories()) {
      decide(workspace);
      for (String language : Visit.LANGUAGES) {
        for (Map.Entry<String, String> screen : Screens.of(workspace).entrySet()) {
          String path = "/" + language + screen.getValue();
          String name = screen.getKey();
          take(browser, workspace, path, ColorScheme.LIGHT, folder, name + "-" + language);
          if (DARK.contains(name)) {
            take(browser, workspace, path, ColorScheme.DARK, folder, name + "-dark-" + language);
          }
          taken++;
        }
      }
    }
    try (Workspace team = Workspace.team()) {
      for (String language : Visit.LANGUAGES) {
        take(
            browser,
            team,
            "/" + language + "/incidents",
            ColorScheme.LIGHT,
            folder,
            "sign-in-" + language);
        taken++;
      }
    }
    assertThat(taken).isGreaterThan(20);
  }

  /** Gives the pictures something to show: decisions of two people in several states. */
  private static void decide(Workspace workspace) {
    String bombing = workspace.incident("type=bombing&disputed=true");
    workspace.decide(
        "amal",
        bombing,
        "{\"kind\":\"edit\",\"slot\":\"injured\",\"value\":\"11\",\"reason\":\"hospital list of 4 March\"}");
    workspace.decide(
        "basim", bombing, "{\"kind\":\"comment\",\"reason\":\"civil defence counts twelve dead\"}");
    workspace.decide("amal", workspace.incident("q=Mosul"), "{\"kind\":\"accept\"}");
    workspace.decide("basim", workspace.incident("q=Mosul"), "{\"kind\":\"publish\"}");
    workspace.decide("amal", workspace.incident("q=Hodeidah"), "{\"kind\":\"accept\"}");
    workspace.decide("basim", workspace.incident("q=Tripoli"), "{\"kind\":\"unsure\"}");
  }

  private static void take(
      Browser browser,
      Workspace workspace,
      String path,
      ColorScheme colours,
      Path folder,
      String name)
      throws IOException {
    try (Visit visit = Visit.of(browser, workspace, WIDTH, HEIGHT, colours)) {
      Page page = visit.open(path);
      if (page.locator(".map canvas").count() > 0 || path.contains("view=map")) {
        page.waitForFunction("() => document.querySelector('.map canvas')?.dataset.outlined");
        visit.settle();
      }
      boolean whole = WHOLE.contains(name.substring(0, name.indexOf('-')));
      byte[] png = page.screenshot(new Page.ScreenshotOptions().setFullPage(whole));
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
      ImageIO.write(Palette.of(image), "png", folder.resolve(name + ".png").toFile());
    }
  }
}
