package org.isnad.search;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.isnad.core.text.CodePoints;
import org.isnad.core.text.Span;
import org.isnad.search.SearchResult.Snippet;

/** Finds the parts of a text that show why it was found; their letters stay as they were given. */
final class Highlights {

  /** Snippets of one text. */
  private static final int MOST = 3;

  /** Length aimed at, in UTF-16 units: about two lines of a page. */
  private static final int LENGTH = 160;

  /** The first match stands in the middle of its snippet. */
  private static final float MIDDLE = 0.5f;

  /** Texts are looked through to their end; a longer one cannot be stored either. */
  private static final int WHOLE_TEXT = Integer.MAX_VALUE - 1;

  private final AsSpans highlighter;

  Highlights(IndexSearcher index, Analyzer analyzer) {
    UnifiedHighlighter.Builder builder =
        UnifiedHighlighter.builder(index, analyzer)
            .withFormatter(new Snippets())
            .withMaxLength(WHOLE_TEXT)
            .withMaxNoHighlightPassages(1)
            .withBreakIterator(
                () ->
                    LengthGoalBreakIterator.createClosestToLength(
                        BreakIterator.getSentenceInstance(Locale.ROOT), LENGTH, MIDDLE));
    this.highlighter = new AsSpans(builder);
  }

  /** Snippets of each document, in the order given. */
  List<List<Snippet>> of(Query words, List<Integer> documents) throws IOException {
    int[] ids = documents.stream().mapToInt(i -> i).toArray();
    List<List<Snippet>> all = new ArrayList<>();
    for (Object found : highlighter.objects(words, ids)) {
      List<Snippet> snippets = new ArrayList<>();
      if (found instanceof List<?> list) {
        list.forEach(snippet -> snippets.add((Snippet) snippet));
      }
      all.add(snippets);
    }
    return all;
  }

  /** Opens the way to highlights that are no strings. */
  private static final class AsSpans extends UnifiedHighlighter {

    AsSpans(Builder builder) {
      super(builder);
    }

    Object[] objects(Query words, int[] documents) throws IOException {
      if (documents.length == 0) {
        return new Object[0];
      }
      Map<String, Object[]> all =
          highlightFieldsAsObjects(
              new String[] {SearchIndex.TEXT}, words, documents, new int[] {MOST});
      return all.getOrDefault(SearchIndex.TEXT, new Object[documents.length]);
    }
  }

  /** Counts in code points, as every record that leaves the program does. */
  private static final class Snippets extends PassageFormatter {

    @Override
    public Object format(Passage[] passages, String text) {
      List<Snippet> snippets = new ArrayList<>();
      CodePoints counts = CodePoints.of(text);
      for (Passage passage : passages) {
        Span span = new Span(passage.getStartOffset(), passage.getEndOffset());
        List<Span> marks = new ArrayList<>();
        for (int i = 0; i < passage.getNumMatches(); i++) {
          Span mark = new Span(passage.getMatchStarts()[i], passage.getMatchEnds()[i]);
          Span counted = counts.count(mark);
          if (!marks.contains(counted)) {
            marks.add(counted);
          }
        }
        snippets.add(new Snippet(counts.before(span.start()), span.of(text), marks));
      }
      return snippets;
    }
  }
}
