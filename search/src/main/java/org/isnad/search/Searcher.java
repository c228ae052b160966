package org.isnad.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.IntRange;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.isnad.core.pipeline.Knowledge;
import org.jspecify.annotations.Nullable;

/** Runs queries over one opened index. */
final class Searcher {

  /** Values counted of each facet. */
  private static final int MOST_VALUES = 50;

  private static final Set<String> ONLY_ID = Set.of(IndexFields.ID);

  private final IndexSearcher index;
  private final QueryReader queries;
  private final Highlights highlights;

  /** Null where the index holds nothing, and so nothing to count. */
  private final @Nullable SortedSetDocValuesReaderState facets;

  Searcher(DirectoryReader reader, Knowledge knowledge) throws IOException {
    BilingualAnalyzer analyzer = new BilingualAnalyzer();
    this.index = new IndexSearcher(reader);
    this.queries = new QueryReader(analyzer, new Names(knowledge, analyzer));
    this.highlights = new Highlights(index, analyzer);
    this.facets =
        reader.maxDoc() == 0
            ? null
            : new DefaultSortedSetDocValuesReaderState(reader, IndexFields.facets());
  }

  SearchResult search(SearchQuery query) throws IOException {
    Query words = queries.query(query.text());
    int most = Math.max(1, Math.addExact(query.offset(), query.limit()));
    FacetsCollectorManager.FacetsResult found =
        FacetsCollectorManager.search(
            index, narrowed(query, words), most, order(query), new FacetsCollectorManager());
    ScoreDoc[] top = found.topDocs().scoreDocs;
    List<Integer> shown = new ArrayList<>();
    for (int i = query.offset(); i < Math.min(top.length, most); i++) {
      shown.add(top[i].doc);
    }
    int total =
        found.facetsCollector().getMatchingDocs().stream().mapToInt(m -> m.totalHits()).sum();
    return new SearchResult(total, hits(words, shown), counts(found));
  }

  SortedSet<String> ids(SearchQuery query) throws IOException {
    Query all = narrowed(query, queries.query(query.text()));
    SortedSet<String> ids = new TreeSet<>();
    for (ScoreDoc found : index.search(all, Math.max(1, index.count(all))).scoreDocs) {
      ids.add(index.storedFields().document(found.doc, ONLY_ID).get(IndexFields.ID));
    }
    return ids;
  }

  /**
   * Best first; without words the newest. Ties go by kind and id, since where a document lies in
   * the index depends on when it came in.
   */
  private static Sort order(SearchQuery query) {
    SortField newest = new SortField(IndexFields.NEWEST, SortField.Type.LONG, true);
    SortField key = new SortField(IndexFields.KEY, SortField.Type.STRING);
    return query.text().isBlank()
        ? new Sort(newest, key)
        : new Sort(SortField.FIELD_SCORE, newest, key);
  }

  private static Query narrowed(SearchQuery query, Query words) {
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(words, Occur.MUST);
    if (query.from() != null || query.to() != null) {
      int[] from = {IndexFields.day(query.from(), Integer.MIN_VALUE)};
      int[] to = {IndexFields.day(query.to(), Integer.MAX_VALUE)};
      all.add(IntRange.newIntersectsQuery(IndexFields.DAYS, from, to), Occur.FILTER);
    }
    SearchQuery.Box box = query.box();
    if (box != null) {
      all.add(
          LatLonPoint.newBoxQuery(
              IndexFields.PLACE, box.south(), box.north(), box.west(), box.east()),
          Occur.FILTER);
    }
    if (query.killedMin() != null) {
      all.add(atLeast(IndexFields.KILLED, query.killedMin()), Occur.FILTER);
    }
    if (query.minIndependent() != null) {
      all.add(atLeast(IndexFields.INDEPENDENT, query.minIndependent()), Occur.FILTER);
    }
    query.terms().forEach((facet, values) -> all.add(oneOf(facet, values), Occur.FILTER));
    return all.build();
  }

  private static Query atLeast(String field, int least) {
    return IntPoint.newRangeQuery(field, least, Integer.MAX_VALUE);
  }

  private static Query oneOf(Facet facet, Set<String> values) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (String value : values) {
      Term term = DrillDownQuery.term(SearchIndex.FACETS, facet.id(), IndexFields.cut(value));
      any.add(new TermQuery(term), Occur.SHOULD);
    }
    return any.build();
  }

  private List<SearchResult.Hit> hits(Query words, List<Integer> shown) throws IOException {
    List<List<SearchResult.Snippet>> snippets = highlights.of(words, shown);
    List<SearchResult.Hit> hits = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      Document stored =
          index
              .storedFields()
              .document(shown.get(i), Set.of(IndexFields.KIND, IndexFields.ID, SearchIndex.TITLE));
      String kind = stored.get(IndexFields.KIND).toUpperCase(Locale.ROOT);
      hits.add(
          new SearchResult.Hit(
              SearchDocument.Kind.valueOf(kind),
              stored.get(IndexFields.ID),
              stored.get(SearchIndex.TITLE),
              snippets.get(i)));
    }
    return hits;
  }

  private Map<Facet, Map<String, Integer>> counts(FacetsCollectorManager.FacetsResult found)
      throws IOException {
    Map<Facet, Map<String, Integer>> counts = new EnumMap<>(Facet.class);
    if (facets == null || facets.getSize() == 0) {
      return counts;
    }
    SortedSetDocValuesFacetCounts all =
        new SortedSetDocValuesFacetCounts(facets, found.facetsCollector());
    for (Facet facet : Facet.values()) {
      FacetResult values = all.getTopChildren(MOST_VALUES, facet.id());
      if (values != null) {
        Map<String, Integer> byValue = new LinkedHashMap<>();
        for (LabelAndValue value : values.labelValues) {
          byValue.put(value.label, value.value.intValue());
        }
        counts.put(facet, byValue);
      }
    }
    return counts;
  }
}
