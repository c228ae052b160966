package org.isnad.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("slow")
@ExtendWith(Chromium.class)
class MapPaintingTest {

  private static final String MAP = "/incidents?view=map";

  @Test
  void bothLanguagesPaintTheSameMapWithoutAskingAnybody(Browser browser, Workspace workspace) {
    try (Visit visit = watched(browser, workspace)) {
      assertThat(MapPainting.findings(workspace, visit, MAP)).isEmpty();
    }
  }

  @Test
  void aMapThatIsMirroredInArabicIsFound(Browser browser, Workspace workspace) {
    try (Visit visit = watched(browser, workspace)) {
      visit.spoil(
          "MapView.js",
          text ->
              """
              const turn = CanvasRenderingContext2D.prototype.setTransform
              CanvasRenderingContext2D.prototype.setTransform = function (a, b, c, d, e, f) {
                if (document.documentElement.dir === 'rtl') turn.call(this, -a, b, c, d, this.canvas.width, f)
                else turn.call(this, a, b, c, d, e, f)
              }
              """
                  + text);
      assertThat(MapPainting.findings(workspace, visit, MAP))
          .anyMatch(finding -> finding.contains("differently"));
    }
  }

  @Test
  void aRoughPlacePaintedAsAPointIsFound(Browser browser, Workspace workspace) {
    try (Visit visit = watched(browser, workspace)) {
      visit.spoil(
          "MapView.js",
          text -> text.replace("province:60", "province:0").replace("country:250", "country:0"));
      assertThat(MapPainting.findings(workspace, visit, MAP))
          .anyMatch(finding -> finding.contains("known roughly"));
    }
  }

  @Test
  void aTileFromElsewhereIsFound(Browser browser, Workspace workspace) {
    try (Visit visit = watched(browser, workspace)) {
      visit.spoil(
          "MapView.js",
          text -> "fetch('https://tiles.invented.example/1/2/3.png').catch(() => {});" + text);
      assertThat(MapPainting.findings(workspace, visit, MAP))
          .anyMatch(finding -> finding.contains("tiles.invented.example"));
    }
  }

  private static Visit watched(Browser browser, Workspace workspace) {
    Visit visit = Visit.of(browser, workspace);
    MapPainting.watch(visit);
    return visit;
  }
}
