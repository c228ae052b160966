package org.isnad.io.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * Cuts a page into {@link Block}s in reading order: at every block element, at two line breaks in a
 * row, and at one where a sentence ends before it. What no reader sees (scripts, styles, templates,
 * forms' fields, hidden elements) is passed over. The walk keeps no stack of its own, so that depth
 * costs nothing; time is linear.
 */
final class Blocks implements NodeFilter {

  /** More blocks than any page of news; what follows is not read. */
  static final int MOST_BLOCKS = 50_000;

  /** Signs behind which a line break ends a paragraph. */
  private static final String ENDS = ".!\u061F?\u2026\"\u00BB\u201D";

  /** Lines that old systems wrapped by hand are longer than this, in characters. */
  private static final int SHORT_LINE = 50;

  private static final Set<String> UNSEEN =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "math",
          "iframe",
          "object",
          "embed",
          "select",
          "button",
          "input",
          "textarea",
          "option",
          "datalist",
          "canvas",
          "video",
          "audio",
          "head",
          "title",
          "map",
          "dialog",
          "amp-social-share",
          "amp-ad",
          "amp-sidebar",
          "amp-analytics");

  /** Class names of what only screen readers say. */
  private static final List<String> UNSEEN_CLASSES =
      List.of("visually-hidden", "sr-only", "screen-reader", "visuallyhidden");

  /** Elements in the running text; all others are block boundaries, custom elements included. */
  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn",
          "em", "font", "i", "img", "ins", "kbd", "label", "mark", "nobr", "q", "s", "samp",
          "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
          "picture", "source");

  private final List<Block> blocks = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private Element owner;
  private int linkChars;
  private int links;
  private int breaks;

  /** Whether an inline element ended right before: a headline in bold, then a line break. */
  private boolean closed;

  private Blocks(Element root) {
    owner = root;
  }

  /** The blocks of a page. */
  static List<Block> of(Document page) {
    Blocks walk = new Blocks(page.body());
    page.body().filter(walk);
    walk.flush();
    return List.copyOf(walk.blocks);
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (blocks.size() >= MOST_BLOCKS) {
      return FilterResult.STOP;
    }
    if (node instanceof TextNode words) {
      append(words.getWholeText());
    } else if (node instanceof Element element) {
      return open(element);
    }
    return FilterResult.CONTINUE;
  }

  private FilterResult open(Element element) {
    String tag = element.normalName();
    if (UNSEEN.contains(tag) || isHidden(element)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    if (tag.equals("br")) {
      lineBreak();
    } else if (tag.equals("a")) {
      links++;
    } else if (isBoundary(element)) {
      flush();
      owner = element;
    }
    return FilterResult.CONTINUE;
  }

  /** Block elements, and spans that carry a caption, a date or a name, which styles set apart. */
  private static boolean isBoundary(Element element) {
    if (!INLINE.contains(element.normalName())) {
      return true;
    }
    return switch (PartNames.of(element)) {
      case CAPTION, CREDIT, BYLINE, DATE, SHARE, TAGS -> !element.normalName().equals("a");
      default -> false;
    };
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      String tag = element.normalName();
      if (tag.equals("a")) {
        links--;
      } else if (!tag.equals("br") && isBoundary(element)) {
        flush();
        Element parent = element.parent();
        owner = parent == null ? element : blockAround(parent);
      } else {
        closed |= !tag.equals("br");
      }
    }
    return FilterResult.CONTINUE;
  }

  /** The element itself or the nearest one around it that is no inline element. */
  private static Element blockAround(Element element) {
    Element block = element;
    for (Element up = block.parent(); up != null && !isBoundary(block); up = block.parent()) {
      block = up;
    }
    return block;
  }

  private void append(String words) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (Character.isWhitespace(c) || c == '\u00A0' || c == '\u200B' || c == '\uFEFF') {
        blank();
      } else {
        text.append(c);
        linkChars += links > 0 ? 1 : 0;
        breaks = 0;
        closed = false;
      }
    }
  }

  private void blank() {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
      text.append(' ');
      linkChars += links > 0 ? 1 : 0;
    }
  }

  /**
   * Old systems hard-wrap long lines, so one break inside a long line is a blank; behind a short
   * line or the end of a sentence it ends the block.
   */
  private void lineBreak() {
    breaks++;
    String line = text.toString().stripTrailing();
    boolean ended = !line.isEmpty() && ENDS.indexOf(line.charAt(line.length() - 1)) >= 0;
    if (breaks > 1 || ended || closed || line.length() < SHORT_LINE) {
      flush();
    } else {
      blank();
    }
  }

  private void flush() {
    String line = text.toString().strip();
    if (!line.isEmpty()) {
      blocks.add(new Block(blocks.size(), line, Math.min(linkChars, line.length()), owner));
    }
    text.setLength(0);
    linkChars = 0;
    breaks = 0;
    closed = false;
  }

  private static boolean isHidden(Element element) {
    if (element.hasAttr("hidden") || element.attr("type").equals("hidden")) {
      return true;
    }
    String name = element.className();
    for (String unseen : UNSEEN_CLASSES) {
      if (name.contains(unseen)) {
        return true;
      }
    }
    String style = element.attr("style");
    if (style.isEmpty()) {
      return false;
    }
    String plain = style.toLowerCase(Locale.ROOT).replace(" ", "");
    return plain.contains("display:none") || plain.contains("visibility:hidden");
  }
}
