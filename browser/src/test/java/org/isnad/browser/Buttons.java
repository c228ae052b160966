package org.isnad.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The buttons of a decision by what they do, in either language. */
final class Buttons {

  private static final Map<String, List<String>> NAMES =
      Map.of(
          "accept", List.of("قبول", "Accept"),
          "edit", List.of("تحرير", "Edit"),
          "publish", List.of("نشر", "Publish"),
          "comment", List.of("تعليق", "Comment"),
          "save", List.of("حفظ", "Save"));

  private Buttons() {}

  /** The button of the page's decisions. */
  static Locator of(Page page, String what) {
    boolean arabic = page.url().contains("/ar/");
    String name = Objects.requireNonNull(NAMES.get(what)).get(arabic ? 0 : 1);
    return page.locator(".decide button")
        .filter(new Locator.FilterOptions().setHasText(name))
        .first();
  }
}
