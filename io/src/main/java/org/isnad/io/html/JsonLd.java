package org.isnad.io.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a page says of its article in schema.org's words, as JSON-LD. Systems write it by string
 * templates, so line ends inside strings, trailing commas and comment marks around it are taken.
 */
final class JsonLd {

  private static final Set<String> ARTICLES =
      Set.of(
          "Article",
          "NewsArticle",
          "ReportageNewsArticle",
          "BlogPosting",
          "LiveBlogPosting",
          "AnalysisNewsArticle",
          "BackgroundNewsArticle",
          "OpinionNewsArticle",
          "ReviewNewsArticle",
          "SocialMediaPosting",
          "Report");

  /** Pages say the same of themselves where no article is named. */
  private static final Set<String> PAGES = Set.of("WebPage", "ItemPage");

  /** Longest script read, in characters; articles' bodies are repeated in some. */
  private static final int LONGEST = 1 << 20;

  /** Nodes looked at in one script. */
  private static final int MOST_NODES = 20_000;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .build();

  private final JsonNode node;

  private JsonLd(JsonNode node) {
    this.node = node;
  }

  /** The first article that the page's scripts describe, else the page itself; or null. */
  static @Nullable JsonLd of(Document page) {
    JsonNode fallback = null;
    for (Element script : page.select("script[type=application/ld+json]")) {
      JsonNode root = parse(script.data());
      JsonNode article = root == null ? null : find(root, ARTICLES);
      if (article != null) {
        return new JsonLd(article);
      }
      fallback = fallback == null && root != null ? find(root, PAGES) : fallback;
    }
    return fallback == null ? null : new JsonLd(fallback);
  }

  private static @Nullable JsonNode parse(String script) {
    int start = 0;
    while (start < script.length() && "{[".indexOf(script.charAt(start)) < 0) {
      start++;
    }
    int end = script.length();
    while (end > start && "}]".indexOf(script.charAt(end - 1)) < 0) {
      end--;
    }
    if (end - start < 2 || end - start > LONGEST) {
      return null;
    }
    try {
      return JSON.readTree(script.substring(start, end));
    } catch (JacksonException e) {
      return null;
    }
  }

  private static @Nullable JsonNode find(JsonNode root, Set<String> types) {
    Deque<JsonNode> open = new ArrayDeque<>();
    open.add(root);
    for (int seen = 0; !open.isEmpty() && seen < MOST_NODES; seen++) {
      JsonNode next = open.remove();
      if (isOneOf(next.get("@type"), types)) {
        return next;
      }
      if (next.isArray() || next.isObject()) {
        next.values().forEach(open::add);
      }
    }
    return null;
  }

  private static boolean isOneOf(@Nullable JsonNode type, Set<String> types) {
    if (type == null) {
      return false;
    }
    if (type.isArray()) {
      for (JsonNode one : type.values()) {
        if (isOneOf(one, types)) {
          return true;
        }
      }
      return false;
    }
    return type.isString() && types.contains(type.asString());
  }

  /** A property's text; of a thing its name, of several the first. */
  @Nullable String text(String property) {
    return text(node.get(property), 0);
  }

  private static @Nullable String text(@Nullable JsonNode value, int depth) {
    if (value == null || depth > 3) {
      return null;
    }
    if (value.isString()) {
      String plain = Parser.unescapeEntities(value.asString(), false).strip();
      return plain.isEmpty() ? null : plain;
    }
    if (value.isArray()) {
      return value.isEmpty() ? null : text(value.get(0), depth + 1);
    }
    if (!value.isObject()) {
      return null;
    }
    String name = text(value.get("name"), depth + 1);
    return name != null ? name : text(value.get("@id"), depth + 1);
  }
}
