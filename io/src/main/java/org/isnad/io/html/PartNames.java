package org.isnad.io.html;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.isnad.core.text.Blanks;
import org.jsoup.nodes.Element;

/**
 * Tells what an element holds from its tag, its role and the words of its class and id names
 * ({@code classes.tsv}). Names of several words are cut at signs and at capitals, so that {@code
 * postShareBar}, {@code post_share} and {@code c-share--top} all hold the word {@code share}.
 */
final class PartNames {

  /** Longest name in the list, in words. */
  private static final int LONGEST_NAME = 5;

  private static final Map<String, Part> NAMES = names();

  private PartNames() {}

  private static Map<String, Part> names() {
    Map<String, Part> names = new HashMap<>();
    PageWords.raw("classes.tsv")
        .forEach((name, kind) -> names.put(name, Part.valueOf(kind.toUpperCase(Locale.ROOT))));
    return Map.copyOf(names);
  }

  /** What the element holds, as far as it says. */
  static Part of(Element element) {
    Part tag = ofTag(element);
    if (tag != Part.PLAIN) {
      return tag;
    }
    Part best = Part.PLAIN;
    if (element.attr("itemprop").equalsIgnoreCase("articleBody")) {
      return Part.BODY;
    }
    for (String name : Blanks.words(element.className() + " " + element.id())) {
      Part part = ofName(name);
      best = part == Part.PLAIN || best == Part.BODY ? best : part;
    }
    return best;
  }

  private static Part ofTag(Element element) {
    String role = element.attr("role").toLowerCase(Locale.ROOT);
    switch (role) {
      case "navigation", "banner", "contentinfo", "search", "menu", "dialog", "alertdialog" -> {
        return Part.NAVIGATION;
      }
      case "complementary" -> {
        return Part.RELATED;
      }
      default -> {}
    }
    return switch (element.normalName()) {
      case "nav", "footer" -> Part.NAVIGATION;
      case "figcaption" -> Part.CAPTION;
      case "aside" -> Part.RELATED;
      case "amp-consent", "amp-user-notification" -> Part.COOKIE;
      default -> Part.PLAIN;
    };
  }

  /** The part that the words of one name tell; longer listed names go first. */
  private static Part ofName(String name) {
    String[] words = words(name).split("-");
    for (int length = Math.min(words.length, LONGEST_NAME); length > 0; length--) {
      for (int i = 0; i + length <= words.length; i++) {
        Part part = NAMES.get(joined(words, i, length));
        if (part != null) {
          return part;
        }
      }
    }
    return Part.PLAIN;
  }

  private static String joined(String[] words, int first, int length) {
    StringBuilder name = new StringBuilder(words[first]);
    for (int i = first + 1; i < first + length; i++) {
      name.append('-').append(words[i]);
    }
    return name.toString();
  }

  /** Lower-case words with a dash between. */
  private static String words(String name) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < Math.min(name.length(), 100); i++) {
      char c = name.charAt(i);
      boolean sign = !Character.isLetterOrDigit(c);
      boolean hump = Character.isUpperCase(c) && i > 0 && Character.isLowerCase(name.charAt(i - 1));
      if ((sign || hump) && !words.isEmpty() && words.charAt(words.length() - 1) != '-') {
        words.append('-');
      }
      if (!sign) {
        words.append(Character.toLowerCase(c));
      }
    }
    return words.toString();
  }
}
