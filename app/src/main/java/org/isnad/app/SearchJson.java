package org.isnad.app;

import org.isnad.core.text.Span;
import org.isnad.search.SearchResult;
import org.isnad.search.SearchResult.Hit;
import org.isnad.search.SearchResult.Snippet;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a search found, for other programs and for people. */
public final class SearchJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private SearchJson() {}

  /** The result as a JSON object; marks are half-open spans in code points of the whole text. */
  public static String of(SearchResult result) {
    ObjectNode node = JSON.createObjectNode();
    node.put("total", result.total());
    ArrayNode hits = node.putArray("hits");
    result.hits().forEach(hit -> hit(hits.addObject(), hit));
    ObjectNode facets = node.putObject("facets");
    result
        .counts()
        .forEach(
            (facet, counts) -> {
              ArrayNode values = facets.putArray(facet.id());
              counts.forEach((value, n) -> values.addObject().put("value", value).put("count", n));
            });
    return JSON.writeValueAsString(node);
  }

  /** The words of a snippet, with brackets around those that were found. */
  public static String marked(Snippet snippet) {
    String words = snippet.words();
    StringBuilder marked = new StringBuilder();
    int done = 0;
    for (Span mark : snippet.marks()) {
      int start = words.offsetByCodePoints(0, mark.start() - snippet.start());
      int end = words.offsetByCodePoints(0, mark.end() - snippet.start());
      if (start >= done) {
        marked.append(words, done, start).append('[').append(words, start, end).append(']');
        done = end;
      }
    }
    return marked.append(words.substring(done)).toString();
  }

  private static void hit(ObjectNode node, Hit hit) {
    node.put("kind", hit.kind().id());
    node.put("id", hit.id());
    node.put("title", hit.title());
    ArrayNode snippets = node.putArray("snippets");
    for (Snippet snippet : hit.snippets()) {
      ObjectNode part = snippets.addObject();
      part.put("start", snippet.start());
      part.put("words", snippet.words());
      ArrayNode marks = part.putArray("marks");
      snippet.marks().forEach(m -> marks.addArray().add(m.start()).add(m.end()));
    }
  }
}
