package org.isnad.io.html;

import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Who signed an article, as the page prints it where its head does not say. */
final class Bylines {

  /** Names are no longer, in characters; two authors and their town fit. */
  private static final int LONGEST = 60;

  private static final String SIGNS = ":|-\u2013,\u060C/.";

  private static final Map<String, String> LABELS = PageWords.list("bylines.tsv");

  private Bylines() {}

  /** The name in the first element that calls itself a byline, without its label; or null. */
  static @Nullable String printed(Document page, Layout layout) {
    for (Element element :
        page.select(
            "[rel=author], [itemprop=author], [class*=author], [class*=byline], [class*=writer]")) {
      Part part = layout.part(element);
      boolean other = part == Part.RELATED || part == Part.COMMENTS || part == Part.POST;
      String name = other || PartNames.of(element) == Part.NAVIGATION ? "" : name(element.text());
      if (name.length() > 1
          && name.length() <= LONGEST
          && !name.chars().anyMatch(Character::isDigit)) {
        return name;
      }
    }
    return null;
  }

  /** The text without labels such as "by" at its start. */
  static String name(String text) {
    String name = text.strip();
    boolean more = true;
    while (more) {
      more = false;
      for (int words = 2; words > 0 && !more; words--) {
        int end = end(name, words);
        if (LABELS.containsKey(PageWords.normal(withoutSigns(name.substring(0, end))))) {
          name = withoutSigns(name.substring(end));
          more = true;
        }
      }
    }
    return withoutSigns(name);
  }

  private static int end(String text, int words) {
    int end = -1;
    for (int i = 0; i < words; i++) {
      end = text.indexOf(' ', end + 1);
      if (end < 0) {
        return text.length();
      }
    }
    return end;
  }

  private static String withoutSigns(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && (text.charAt(start) == ' ' || SIGNS.indexOf(text.charAt(start)) >= 0)) {
      start++;
    }
    while (end > start
        && (text.charAt(end - 1) == ' ' || SIGNS.indexOf(text.charAt(end - 1)) >= 0)) {
      end--;
    }
    return text.substring(start, end);
  }
}
