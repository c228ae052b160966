package org.isnad.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.SleepingLockWrapper;
import org.isnad.core.pipeline.Knowledge;
import org.jspecify.annotations.Nullable;

/**
 * The index in its folder. It holds nothing that cannot be made anew from the documents, so
 * whatever is wrong with it is mended by {@link #build}.
 */
public final class SearchIndex implements AutoCloseable {

  static final String TITLE = "title";
  static final String TEXT = "text";
  static final String FACETS = FacetsConfig.DEFAULT_INDEX_FIELD_NAME;

  /** Memory for documents not yet written, in megabytes; Lucene's documents name 16 as least. */
  private static final double BUFFER_MEGABYTES = 48;

  /**
   * An index of which more than one document in so many changed is made anew. Merging deleted ones
   * away costs a tenth to a fifth of making all anew, whatever their number.
   */
  private static final int FEW = 4;

  /** How long a builder waits for another, in milliseconds. */
  private static final long PATIENCE = 120_000;

  /** Lucene tells of a faster way to compare vectors, which no text search needs. */
  private static final Logger VECTORS =
      Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

  static {
    VECTORS.setLevel(Level.SEVERE);
  }

  private final Path folder;
  private final Directory directory;
  private final DirectoryReader reader;
  private final Searcher searcher;

  private SearchIndex(Path folder, Directory directory, DirectoryReader reader, Searcher searcher) {
    this.folder = folder;
    this.directory = directory;
    this.reader = reader;
    this.searcher = searcher;
  }

  /** Hands over all documents, in any order. */
  @FunctionalInterface
  public interface Documents {
    /** Gives every document to the consumer. */
    void forEach(Consumer<SearchDocument> consumer);

    /**
     * What is otherwise than in an index of documents in this state, or null where that is not
     * known. More may be named than changed, and what is named may be newer than the stamp says.
     */
    default @Nullable Changes since(String state) {
      return null;
    }
  }

  /**
   * What is otherwise than in an earlier index.
   *
   * @param keys documents that are new, other than before, or gone
   * @param documents those of them that there are
   */
  public record Changes(Set<Key> keys, Documents documents) {

    /** Copies the keys, in a fixed order. */
    public Changes {
      keys = Collections.unmodifiableSet(new TreeSet<>(keys));
    }
  }

  /** What a document is, and its identifier. */
  public record Key(SearchDocument.Kind kind, String id) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int order = kind.compareTo(other.kind);
      return order != 0 ? order : id.compareTo(other.id);
    }
  }

  /** What is to be said of an index before it is opened. */
  public enum State {
    /** Can be searched. */
    CURRENT,
    /** There is none. */
    MISSING,
    /** Made for other data, or by another version of the program. */
    STALE,
    /** Cannot be read. */
    DAMAGED
  }

  /** The state of the index in a folder, measured by what it should have been made for. */
  public static State state(Path folder, IndexStamp stamp) {
    if (!Files.isDirectory(folder)) {
      return State.MISSING;
    }
    try (Directory directory = FSDirectory.open(folder)) {
      if (!DirectoryReader.indexExists(directory)) {
        return State.MISSING;
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        Map<String, String> made = reader.getIndexCommit().getUserData();
        return stamp.isOf(made) ? State.CURRENT : State.STALE;
      }
    } catch (IOException | IllegalArgumentException e) {
      return State.DAMAGED;
    }
  }

  /**
   * Whether every byte of the index is the one that was written, by its checksums, or there is none
   * yet; its whole files are read. Opening an index finds out only that its files fit together.
   */
  public static boolean isSound(Path folder) {
    if (!Files.isDirectory(folder)) {
      return true;
    }
    try (Directory directory = FSDirectory.open(folder)) {
      if (DirectoryReader.indexExists(directory)) {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
          for (LeafReaderContext leaf : reader.leaves()) {
            leaf.reader().checkIntegrity();
          }
        }
      }
      return true;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  /**
   * Makes the index anew. Whoever searches the old one meanwhile goes on with it; a build that is
   * broken off leaves the old one.
   *
   * @throws SearchIndexException if the folder cannot be written
   */
  public static void build(Path folder, IndexStamp stamp, Documents documents) {
    try {
      Files.createDirectories(folder);
      emptyLock(folder);
      try (Directory directory = new SleepingLockWrapper(FSDirectory.open(folder), PATIENCE);
          BilingualAnalyzer analyzer = new BilingualAnalyzer();
          IndexWriter writer = writer(folder, directory, analyzer)) {
        add(writer, documents);
        writer.setLiveCommitData(stamp.entries().entrySet());
        writer.commit();
      }
    } catch (IOException e) {
      throw failed(folder, e);
    }
  }

  /**
   * Brings the index up to date: by the documents that changed where they are known and few, else
   * anew, also where it is missing or damaged. The answers are those of an index made anew.
   *
   * @throws SearchIndexException if the folder cannot be written
   */
  public static void refresh(Path folder, IndexStamp stamp, Documents documents) {
    State state = state(folder, stamp);
    if (state == State.CURRENT || state == State.STALE && update(folder, stamp, documents)) {
      return;
    }
    build(folder, stamp, documents);
  }

  /**
   * Puts in what changed. Like a build, it shows all at once or, broken off, nothing.
   *
   * @return false, with the index as it was, where it has to be made anew
   */
  private static boolean update(Path folder, IndexStamp stamp, Documents documents) {
    try {
      emptyLock(folder);
      try (Directory directory = new SleepingLockWrapper(FSDirectory.open(folder), PATIENCE);
          BilingualAnalyzer analyzer = new BilingualAnalyzer();
          IndexWriter writer =
              new IndexWriter(directory, config(analyzer, IndexWriterConfig.OpenMode.APPEND))) {
        Map<String, String> made = entries(writer);
        return stamp.isOf(made)
            || stamp.differsByState(made)
                && apply(writer, documents.since(IndexStamp.stateOf(made)), stamp);
      }
    } catch (LockObtainFailedException e) {
      throw failed(folder, e);
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  private static Map<String, String> entries(IndexWriter writer) {
    Map<String, String> entries = new TreeMap<>();
    Iterable<Map.Entry<String, String>> live = writer.getLiveCommitData();
    if (live != null) {
      live.forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
    }
    return entries;
  }

  /**
   * What is deleted is merged away before it is shown: Lucene goes on counting the words of
   * documents that are only marked as deleted, and they would move what is found.
   */
  private static boolean apply(IndexWriter writer, @Nullable Changes changes, IndexStamp stamp)
      throws IOException {
    if (changes == null || (long) changes.keys().size() * FEW > writer.getDocStats().numDocs) {
      return false;
    }
    for (Key key : changes.keys()) {
      writer.deleteDocuments(new Term(IndexFields.KEY, IndexFields.key(key.kind(), key.id())));
    }
    add(writer, changes.documents());
    writer.forceMergeDeletes();
    if (writer.hasDeletions()) {
      return false;
    }
    writer.setLiveCommitData(stamp.entries().entrySet());
    writer.commit();
    return true;
  }

  private static void add(IndexWriter writer, Documents documents) {
    FacetsConfig facets = IndexFields.facets();
    documents.forEach(document -> add(writer, facets, document));
  }

  /**
   * Opens the index, and brings it up to date before where it is missing, stale or damaged.
   *
   * @param knowledge the registers whose names widen a query
   */
  public static SearchIndex open(
      Path folder, IndexStamp stamp, Knowledge knowledge, Documents documents) {
    refresh(folder, stamp, documents);
    try {
      return opened(folder, knowledge);
    } catch (IOException e) {
      throw failed(folder, e);
    }
  }

  /**
   * What the query finds. The same query on the same index gives the same result.
   *
   * @throws SearchIndexException if the index turns out to be damaged
   */
  public SearchResult search(SearchQuery query) {
    try {
      return searcher.search(query);
    } catch (IOException e) {
      throw failed(folder, e);
    }
  }

  /**
   * Ids of all documents that the query finds, in their order.
   *
   * @throws SearchIndexException if the index turns out to be damaged
   */
  public SortedSet<String> ids(SearchQuery query) {
    try {
      return searcher.ids(query);
    } catch (IOException e) {
      throw failed(folder, e);
    }
  }

  /** Number of documents. */
  public int size() {
    return reader.numDocs();
  }

  @Override
  public void close() {
    try {
      reader.close();
      directory.close();
    } catch (IOException e) {
      throw failed(folder, e);
    }
  }

  private static SearchIndex opened(Path folder, Knowledge knowledge) throws IOException {
    Directory directory = FSDirectory.open(folder);
    try {
      DirectoryReader reader = DirectoryReader.open(directory);
      return new SearchIndex(folder, directory, reader, new Searcher(reader, knowledge));
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /** A writer that starts from nothing; where not even that works, the old files go first. */
  private static IndexWriter writer(Path folder, Directory directory, BilingualAnalyzer analyzer)
      throws IOException {
    try {
      return new IndexWriter(directory, config(analyzer, IndexWriterConfig.OpenMode.CREATE));
    } catch (LockObtainFailedException e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      clear(folder);
      return new IndexWriter(directory, config(analyzer, IndexWriterConfig.OpenMode.CREATE));
    }
  }

  private static IndexWriterConfig config(
      BilingualAnalyzer analyzer, IndexWriterConfig.OpenMode mode) {
    return new IndexWriterConfig(analyzer)
        .setOpenMode(mode)
        .setMergePolicy(new TieredMergePolicy().setForceMergeDeletesPctAllowed(0))
        .setRAMBufferSizeMB(BUFFER_MEGABYTES)
        .setCommitOnClose(false);
  }

  /** Lucene works under a lock only while its file is empty, and never empties one itself. */
  private static void emptyLock(Path folder) throws IOException {
    Path lock = folder.resolve(IndexWriter.WRITE_LOCK_NAME);
    if (Files.exists(lock) && Files.size(lock) > 0) {
      Files.write(lock, new byte[0]);
    }
  }

  private static void clear(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(SearchIndex::isPart).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Files that Lucene names so; another's file in the folder is left alone. */
  private static boolean isPart(Path file) {
    String name = file.getFileName().toString();
    return Files.isRegularFile(file)
        && (name.startsWith("segments") || name.startsWith("pending_") || name.startsWith("_"));
  }

  private static void add(IndexWriter writer, FacetsConfig facets, SearchDocument document) {
    try {
      writer.addDocument(facets.build(IndexFields.of(document)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static SearchIndexException failed(Path folder, IOException e) {
    return new SearchIndexException(
        "the search index in "
            + folder
            + " failed: "
            + e.getMessage()
            + "; 'isnad index rebuild' makes it anew",
        e);
  }
}
