package org.isnad.search;

import java.time.LocalDate;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.IntRange;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The fields of a document in the index. */
final class IndexFields {

  static final String KIND = "kind";
  static final String ID = "id";

  /** Kind and id in one, for what replaces a document; documents that are alike go by it. */
  static final String KEY = "key";

  static final String DAYS = "days";
  static final String NEWEST = "newest";
  static final String PLACE = "point";
  static final String KILLED = "killed";
  static final String INDEPENDENT = "independent";

  /** Longest value counted; Lucene takes no term beyond 32,766 bytes, and no name is near it. */
  private static final int LONGEST_VALUE = 1000;

  private IndexFields() {}

  /** Every facet can have several values in one document. */
  static FacetsConfig facets() {
    FacetsConfig config = new FacetsConfig();
    for (Facet facet : Facet.values()) {
      config.setMultiValued(facet.id(), true);
    }
    return config;
  }

  static Document of(SearchDocument from) {
    Document to = new Document();
    to.add(new StoredField(KIND, from.kind().id()));
    to.add(new StoredField(ID, from.id()));
    String key = key(from.kind(), from.id());
    to.add(new StringField(KEY, key, Field.Store.NO));
    to.add(new SortedDocValuesField(KEY, new BytesRef(key)));
    to.add(new TextField(SearchIndex.TITLE, from.title(), Field.Store.YES));
    to.add(new TextField(SearchIndex.TEXT, from.text(), Field.Store.YES));
    days(from.first(), from.last(), to);
    if (from.lat() != null && from.lon() != null) {
      to.add(new LatLonPoint(PLACE, from.lat(), from.lon()));
    }
    if (from.killed() != null) {
      to.add(new IntPoint(KILLED, from.killed()));
    }
    to.add(new IntPoint(INDEPENDENT, from.independent()));
    from.terms()
        .forEach(
            (facet, values) ->
                values.stream()
                    .filter(value -> !value.isBlank())
                    .map(IndexFields::cut)
                    .distinct()
                    .forEach(v -> to.add(new SortedSetDocValuesFacetField(facet.id(), v))));
    return to;
  }

  /** In the order of these keys, incidents come first and articles last, each by their ids. */
  static String key(SearchDocument.Kind kind, String id) {
    int rank =
        switch (kind) {
          case INCIDENT -> 0;
          case REPORT -> 1;
          case ARTICLE -> 2;
        };
    return rank + id;
  }

  /** Epoch day, or the open end. */
  static int day(@Nullable LocalDate day, int open) {
    return day == null ? open : Math.toIntExact(day.toEpochDay());
  }

  static String cut(String value) {
    return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE);
  }

  private static void days(@Nullable LocalDate first, @Nullable LocalDate last, Document to) {
    if (first == null && last == null) {
      to.add(new NumericDocValuesField(NEWEST, Integer.MIN_VALUE));
      return;
    }
    int from = day(first, Integer.MIN_VALUE);
    int until = day(last, Integer.MAX_VALUE);
    to.add(new IntRange(DAYS, new int[] {from}, new int[] {until}));
    to.add(new NumericDocValuesField(NEWEST, last == null ? from : until));
  }
}
