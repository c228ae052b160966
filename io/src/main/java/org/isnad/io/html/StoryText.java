package org.isnad.io.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isnad.core.article.Furniture;
import org.isnad.core.article.Furniture.Kind;
import org.isnad.core.article.Post;
import org.isnad.core.text.Span;
import org.jsoup.nodes.Element;

/**
 * The text of an article as it grows, a line a block, with marks on the lines that are not the
 * outlet's running text.
 */
final class StoryText {

  private final StringBuilder text = new StringBuilder();
  private final List<Furniture> furniture = new ArrayList<>();
  private final Map<Element, Span> posts = new LinkedHashMap<>();
  private int prose;

  /** Adds a line of running text. */
  void line(String line) {
    append(line);
    prose++;
  }

  /** Adds a line that is none. */
  void furniture(String line, Kind kind, String rule) {
    furniture.add(new Furniture(append(line), kind, rule));
  }

  /** Adds a line of a post. */
  void post(String line, Element post) {
    Span span = append(line);
    furniture.add(new Furniture(span, Kind.EMBED, "html/post"));
    posts.merge(post, span, Span::union);
  }

  private Span append(String line) {
    if (!text.isEmpty()) {
      text.append('\n');
    }
    int start = text.length();
    text.append(line);
    return new Span(start, text.length());
  }

  /** Lines of running text so far. */
  int prose() {
    return prose;
  }

  /** The whole text. */
  String text() {
    return text.toString();
  }

  /** The marks in text order. */
  List<Furniture> furniture() {
    return furniture;
  }

  /** The posts in text order. */
  List<Post> posts() {
    return posts.entrySet().stream().map(e -> Posts.read(e.getKey(), e.getValue())).toList();
  }
}
