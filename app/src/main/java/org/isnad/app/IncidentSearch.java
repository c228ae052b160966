package org.isnad.app;

import java.nio.file.Path;
import java.util.Set;
import java.util.function.Function;
import org.isnad.core.pipeline.Knowledge;
import org.isnad.search.Facet;
import org.isnad.search.IndexStamp;
import org.isnad.search.SearchIndex;
import org.isnad.search.SearchIndexException;
import org.isnad.search.SearchQuery;
import org.isnad.search.SearchResult;
import org.isnad.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Search over a store. The index lies in a folder beside it. Where it is older than the store it is
 * brought up to date by what changed; where it is missing or damaged, or too much changed, it is
 * made anew.
 */
public final class IncidentSearch {

  /** Name of the folder of the index. */
  private static final String FOLDER = "search";

  private final Store store;
  private final Knowledge knowledge;
  private final Path folder;

  /** For what the index was made when it was last read whole, so that it is read whole once. */
  private volatile @Nullable IndexStamp sound;

  /**
   * Search over a store.
   *
   * @param data the folder in which the index gets its own
   */
  public IncidentSearch(Store store, Knowledge knowledge, Path data) {
    this.store = store;
    this.knowledge = knowledge;
    this.folder = data.resolve(FOLDER);
  }

  /**
   * Opens the index for many searches.
   *
   * @throws SearchIndexException if it can neither be read nor made
   */
  public SearchIndex open() {
    IndexStamp stamp = stamp();
    if (!stamp.equals(sound)) {
      if (!SearchIndex.isSound(folder)) {
        SearchIndex.build(folder, stamp, documents());
      }
      sound = stamp;
    }
    return SearchIndex.open(folder, stamp, knowledge, documents());
  }

  /** How the index is, in words; whatever is wrong with it, the next search puts right. */
  public String state() {
    return switch (SearchIndex.state(folder, stamp())) {
      case CURRENT ->
          SearchIndex.isSound(folder) ? "up to date" : "damaged; the next search makes it anew";
      case MISSING -> "none yet; the next search makes it";
      case STALE -> "older than the store; the next search brings it up to date";
      case DAMAGED -> "damaged; the next search makes it anew";
    };
  }

  /** Brings the index up to date, where it is not. */
  public void refresh() {
    SearchIndex.refresh(folder, stamp(), documents());
  }

  /** What the query finds; an index that turns out to be damaged is made anew once. */
  public SearchResult search(SearchQuery query) {
    return asked(index -> index.search(query));
  }

  private <T> T asked(Function<SearchIndex, T> question) {
    try (SearchIndex index = open()) {
      return question.apply(index);
    } catch (SearchIndexException e) {
      rebuild();
      try (SearchIndex index = open()) {
        return question.apply(index);
      }
    }
  }

  /** Ids of all incidents that the words find; a damaged index is made anew here too. */
  public Set<String> incidents(String words) {
    return asked(index -> index.ids(SearchQuery.of(words).with(Facet.KIND, "incident")));
  }

  /** Makes the index anew; how many documents it holds. */
  public int rebuild() {
    SearchIndex.build(folder, stamp(), documents());
    try (SearchIndex index = open()) {
      return index.size();
    }
  }

  private StoreDocuments documents() {
    return new StoreDocuments(store, knowledge.gazetteer());
  }

  private IndexStamp stamp() {
    return new IndexStamp(store.documentState(), "knowledge " + knowledge.version());
  }
}
