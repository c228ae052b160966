package org.isnad.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.article.Article;
import org.isnad.core.lexicon.DataException;
import org.isnad.core.lexicon.DataFile;
import org.isnad.core.lexicon.Lexicon;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.core.pipeline.Problem;
import org.isnad.core.rule.RuleSet;
import org.isnad.export.EditedTable;
import org.isnad.io.ArticleSink;
import org.isnad.io.Manifest;
import org.isnad.io.Sources;
import org.isnad.io.feed.FeedReader;
import org.isnad.search.IndexStamp;
import org.isnad.search.SearchIndex;
import org.isnad.search.SearchQuery;

/**
 * Everything that reads bytes from outside, one target each, as a fuzzer calls it. Whatever the
 * bytes: a result, a problem, or the one exception by which that reader refuses; anything else gets
 * out and is a bug. {@code checks/fuzz NAME SECONDS} drives a target with Jazzer.
 */
public final class ReaderFuzz {

  /** What takes the bytes. */
  interface Target {
    void read(byte[] bytes) throws IOException;
  }

  /** The targets by name. */
  static final Map<String, Target> TARGETS = targets();

  private static final Target CHOSEN =
      TARGETS.getOrDefault(System.getProperty("isnad.fuzz", "text"), bytes -> {});

  private ReaderFuzz() {}

  /** Loads what the target needs, so that the first input is not taken for one that hangs. */
  public static void fuzzerInitialize() throws IOException {
    CHOSEN.read(new byte[0]);
  }

  /** Called by the fuzzer for the target that {@code -Disnad.fuzz=NAME} names. */
  public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
    CHOSEN.read(bytes);
  }

  private static Map<String, Target> targets() {
    Map<String, Target> all = new TreeMap<>();
    for (String name : List.of("txt", "html", "jsonl", "csv", "xml", "warc", "zip", "gz")) {
      all.put(name, bytes -> source(name, bytes));
    }
    all.put("feed", ReaderFuzz::feed);
    all.put("manifest", bytes -> Manifest.read(file("manifest.csv", bytes), SINK));
    all.put(
        "list",
        bytes -> knowledge(() -> Lexicon.of(List.of(data("place/x.tsv", bytes)), List.of())));
    all.put(
        "rules",
        bytes -> knowledge(() -> RuleSet.of("time", List.of(data("time/x.rules", bytes)))));
    all.put("table", ReaderFuzz::table);
    all.put("query", bytes -> Once.INDEX.search(SearchQuery.of(text(bytes))));
    all.put("article", bytes -> Once.PIPELINE.read(Article.of("x", text(bytes))));
    all.put("api-body", bytes -> Served.API.body(bytes));
    all.put("api-query", bytes -> Served.API.query(bytes));
    all.put("times", bytes -> Once.PIPELINE.times(text(bytes)));
    return all;
  }

  /** What takes long to load, loaded when it is first asked for. */
  private static final class Once {
    private static final Pipeline PIPELINE = new Pipeline(ArabicKnowledge.load());
    private static final SearchIndex INDEX = index();

    private static SearchIndex index() {
      try {
        Path folder = Files.createTempDirectory("isnad-fuzz");
        IndexStamp stamp = new IndexStamp("1", "x");
        return SearchIndex.open(folder, stamp, PIPELINE.knowledge(), consumer -> {});
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A server, started when it is first asked something. */
  private static final class Served {
    private static final ApiFuzz API = ApiFuzz.over(Once.PIPELINE);
  }

  private static final ArticleSink SINK =
      new ArticleSink() {
        @Override
        public void article(Article article) {}

        @Override
        public void problem(Problem problem) {
          if (problem.code() == Problem.Code.INTERNAL) {
            throw new IllegalStateException(problem.text());
          }
        }
      };

  private static void source(String end, byte[] bytes) throws IOException {
    new Sources(Manifest.NONE, SINK).read(List.of(file("input." + end, bytes)));
  }

  private static void feed(byte[] bytes) {
    try {
      FeedReader.read(bytes);
    } catch (IOException e) {
      // how a feed is refused
    }
  }

  private static void table(byte[] bytes) throws IOException {
    try {
      EditedTable.read(file("table.csv", bytes), row -> {});
    } catch (IOException | IllegalArgumentException e) {
      // how a table is refused
    }
  }

  private static void knowledge(Runnable load) {
    try {
      load.run();
    } catch (DataException e) {
      // how knowledge is refused, with file and line
    }
  }

  private static DataFile data(String path, byte[] bytes) {
    return DataFile.of(path, bytes);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static Path file(String name, byte[] bytes) throws IOException {
    Path folder =
        Path.of(
            System.getProperty("java.io.tmpdir"), "isnad-fuzz-" + ProcessHandle.current().pid());
    Files.createDirectories(folder);
    return Files.write(folder.resolve(name), bytes);
  }
}
