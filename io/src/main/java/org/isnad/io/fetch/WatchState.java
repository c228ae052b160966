package org.isnad.io.fetch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.isnad.core.text.Blanks;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/**
 * What watching remembers, in two files of a folder: {@code watch-seen.txt}, to which the address
 * of every article that is done is added at once, and {@code watch.json} with each feed's marks,
 * which is replaced whole. A process that is killed at any moment leaves both readable.
 */
public final class WatchState {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** An article that could not be fetched so often is given up. */
  private static final int MOST_TRIES = 3;

  private final Path feedFile;
  private final Path seenFile;
  private final Map<String, FeedState> feeds;
  private final Set<String> seen;
  private final Map<String, Integer> tries = new TreeMap<>();

  private WatchState(Path feedFile, Path seenFile, Map<String, FeedState> feeds, Set<String> seen) {
    this.feedFile = feedFile;
    this.seenFile = seenFile;
    this.feeds = feeds;
    this.seen = seen;
  }

  /**
   * A feed's marks.
   *
   * @param etag of the last answer
   * @param lastModified of the last answer
   * @param next not to be asked before
   * @param failures in a row
   */
  public record FeedState(
      @Nullable String etag, @Nullable String lastModified, Instant next, int failures) {

    /** Never asked. */
    static final FeedState NEW = new FeedState(null, null, Instant.EPOCH, 0);
  }

  /**
   * What an earlier process left in a folder, or nothing.
   *
   * @throws IOException where the files cannot be read
   */
  public static WatchState open(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path feedFile = folder.resolve("watch.json");
    Path seenFile = folder.resolve("watch-seen.txt");
    Set<String> seen = new HashSet<>();
    if (Files.exists(seenFile)) {
      String text = Files.readString(seenFile);
      int whole = text.lastIndexOf('\n') + 1;
      text.substring(0, whole).lines().forEach(seen::add);
      if (whole < text.length()) {
        Files.writeString(seenFile, "\n", StandardOpenOption.APPEND);
      }
    }
    return new WatchState(feedFile, seenFile, feeds(feedFile), seen);
  }

  private static Map<String, FeedState> feeds(Path file) throws IOException {
    if (!Files.exists(file)) {
      return new TreeMap<>();
    }
    try {
      String json = Files.readString(file);
      return new TreeMap<>(JSON.readValue(json, new TypeReference<Map<String, FeedState>>() {}));
    } catch (JacksonException e) {
      throw new IOException(file + " is no state of a watch: " + e.getOriginalMessage(), e);
    }
  }

  /** The marks of a feed. */
  public FeedState feed(String url) {
    return feeds.getOrDefault(url, FeedState.NEW);
  }

  /** Keeps the marks of a feed. */
  public void put(String url, FeedState state) throws IOException {
    feeds.put(url, state);
    Path fresh = feedFile.resolveSibling(feedFile.getFileName() + ".new");
    Files.write(fresh, JSON.writeValueAsString(feeds).getBytes(StandardCharsets.UTF_8));
    try {
      Files.move(
          fresh, feedFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(fresh, feedFile, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Whether an article is done. */
  public boolean isSeen(String url) {
    return seen.contains(url);
  }

  /** Notes that an article is done. */
  public void seen(String url) throws IOException {
    if (seen.add(url)) {
      Files.writeString(
          seenFile, oneWord(url) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
  }

  /** Blanks in an address, which must not end its line, as they stand in addresses. */
  private static String oneWord(String url) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < url.length(); i++) {
      word.append(Blanks.isBlank(url.charAt(i)) ? "%20" : url.charAt(i));
    }
    return word.toString();
  }

  /** Notes that an article could not be had this time; one that fails too often is done. */
  public void failed(String url) throws IOException {
    if (tries.merge(url, 1, Integer::sum) >= MOST_TRIES) {
      seen(url);
    }
  }
}
