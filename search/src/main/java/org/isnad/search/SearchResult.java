package org.isnad.search;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isnad.core.text.Span;

/**
 * What a search found.
 *
 * @param total number of documents found
 * @param hits those asked for, best first
 * @param counts of every facet, its values with the number of found documents, most first
 */
public record SearchResult(int total, List<Hit> hits, Map<Facet, Map<String, Integer>> counts) {

  /** Copies lists and maps, keeping their order. */
  public SearchResult {
    hits = List.copyOf(hits);
    Map<Facet, Map<String, Integer>> copy = new EnumMap<>(Facet.class);
    counts.forEach(
        (facet, values) ->
            copy.put(facet, Collections.unmodifiableMap(new LinkedHashMap<>(values))));
    counts = Collections.unmodifiableMap(copy);
  }

  /**
   * A document found.
   *
   * @param kind what it is
   * @param id its identifier
   * @param title its headline, or empty
   * @param snippets parts of its text that show why it was found, in text order
   */
  public record Hit(SearchDocument.Kind kind, String id, String title, List<Snippet> snippets) {

    /** Copies the list. */
    public Hit {
      snippets = List.copyOf(snippets);
    }
  }

  /**
   * A part of a text as it was given, with the words found in it.
   *
   * @param start where it starts in the text, in code points
   * @param words the part, letter for letter
   * @param marks the words found, half-open spans in code points of the whole text
   */
  public record Snippet(int start, String words, List<Span> marks) {

    /** Copies the list. */
    public Snippet {
      marks = List.copyOf(marks);
    }
  }
}
