package org.isnad.io.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** RFC 9309, with its own examples in our words. */
class RobotsRulesTest {

  private static boolean allows(String robots, String path) {
    return RobotsRules.parse(robots, "isnad").allows(path);
  }

  @Test
  void theLongestPathDecidesAndAllowingWinsATie() {
    String robots = "User-agent: *\nDisallow: /news\nAllow: /news/today\nAllow: /a\nDisallow: /a\n";
    assertThat(allows(robots, "/news/old")).isFalse();
    assertThat(allows(robots, "/news/today/1")).isTrue();
    assertThat(allows(robots, "/a")).isTrue();
    assertThat(allows(robots, "/other")).isTrue();
  }

  @Test
  void theGroupThatNamesThisProgramStandsAlone() {
    String robots =
        "User-agent: *\nDisallow: /\n\nUser-agent: other\nUser-agent: ISNAD\nDisallow: /x\n";
    assertThat(allows(robots, "/a")).isTrue();
    assertThat(allows(robots, "/x")).isFalse();
  }

  @Test
  void starsAndDollarsAreHeeded() {
    String robots = "User-agent: *\nDisallow: /*.pdf$\nDisallow: /p*/secret\nDisallow: /end$\n";
    assertThat(allows(robots, "/a/b.pdf")).isFalse();
    assertThat(allows(robots, "/a/b.pdf?x")).isTrue();
    assertThat(allows(robots, "/print/secret/1")).isFalse();
    assertThat(allows(robots, "/end")).isFalse();
    assertThat(allows(robots, "/ending")).isTrue();
  }

  @Test
  void oddFilesForbidNothing() {
    assertThat(allows("", "/a")).isTrue();
    assertThat(allows("Disallow: /", "/a")).isTrue();
    assertThat(allows("<html>not found</html>", "/a")).isTrue();
    assertThat(allows("User-agent: *\nDisallow:\n", "/a")).isTrue();
    assertThat(RobotsRules.parse("User-agent: *\nCrawl-delay: 1e9", "isnad").delaySeconds())
        .isEqualTo(300);
    assertThat(allows("User-agent: *\nDisallow: " + "/*a".repeat(2000) + "b", "/a".repeat(20_000)))
        .isTrue();
  }
}
