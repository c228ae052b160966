package org.isnad.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.SleepingLockWrapper;
import org.isnad.core.pipeline.Knowledge;

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

  /** Hands over all documents, in a fixed order. */
  @FunctionalInterface
  public interface Documents {
    /** Gives every document to the consumer. */
    void forEach(Consumer<SearchDocument> consumer);
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
        FacetsConfig facets = IndexFields.facets();
        documents.forEach(document -> add(writer, facets, document));
        writer.setLiveCommitData(stamp.entries().entrySet());
        writer.commit();
      }
    } catch (IOException e) {
      throw failed(folder, e);
    }
  }

  /**
   * Makes the index anew where it is missing, stale or damaged.
   *
   * @throws SearchIndexException if the folder cannot be written
   */
  public static void refresh(Path folder, IndexStamp stamp, Documents documents) {
    if (state(folder, stamp) != State.CURRENT) {
      build(folder, stamp, documents);
    }
  }

  /**
   * Opens the index, and makes it anew before where it is missing, stale or damaged.
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
      return new IndexWriter(directory, config(analyzer));
    } catch (org.apache.lucene.store.LockObtainFailedException e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      clear(folder);
      return new IndexWriter(directory, config(analyzer));
    }
  }

  private static IndexWriterConfig config(BilingualAnalyzer analyzer) {
    return new IndexWriterConfig(analyzer)
        .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
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
