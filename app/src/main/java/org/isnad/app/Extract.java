package org.isnad.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.isnad.core.article.Article;
import org.isnad.core.article.ArticleId;
import org.isnad.core.pipeline.DatedReading;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.core.pipeline.Problem;
import org.isnad.io.ArticleSink;
import org.isnad.io.ExtractWriter;
import org.isnad.io.Manifest;
import org.isnad.io.Sources;
import org.jspecify.annotations.Nullable;

/**
 * Reads paths as one collection and writes one line an article, in input order; nothing is stored.
 */
public final class Extract {

  private final Pipeline pipeline;
  private final int threads;
  private final Progress progress;

  /** An extraction with this pipeline on so many threads. */
  public Extract(Pipeline pipeline, int threads, Progress progress) {
    this.pipeline = pipeline;
    this.threads = threads;
    this.progress = progress;
  }

  /**
   * Reads the paths and hands every line to {@code lines}.
   *
   * @param manifest what is known of the texts, or null
   * @return what could not be read
   */
  public List<Problem> run(List<Path> paths, @Nullable Path manifest, Consumer<String> lines) {
    Input input = Input.read(paths, manifest);
    Collection collection = Collection.of(input.articles(), pipeline, threads, progress);
    Map<ArticleId, String> texts = new HashMap<>();
    input.articles().forEach(a -> texts.put(a.id(), a.text()));
    ExtractWriter writer =
        new ExtractWriter(collection.lineage(), collection.incidentsByReport(), texts);
    for (DatedReading reading : collection.readings()) {
      lines.accept(writer.line(reading));
    }
    List<Problem> problems = new ArrayList<>(input.problems());
    problems.addAll(collection.problems());
    return problems;
  }

  /**
   * What was given.
   *
   * @param articles in input order
   * @param problems what could not be read
   */
  public record Input(List<Article> articles, List<Problem> problems) {

    /** Copies the lists. */
    public Input {
      articles = List.copyOf(articles);
      problems = List.copyOf(problems);
    }

    /** Reads paths and a manifest; an id that stands twice gets a number. */
    public static Input read(List<Path> paths, @Nullable Path manifest) {
      Gathered gathered = new Gathered();
      read(paths, manifest, gathered);
      return new Input(gathered.articles, gathered.problems);
    }

    /** Hands over everything as it is read. */
    static void read(List<Path> paths, @Nullable Path manifest, ArticleSink sink) {
      Path given = manifest != null ? manifest : manifestIn(paths);
      Manifest known = given == null ? Manifest.NONE : Manifest.read(given, sink);
      new Sources(known, sink).read(paths);
    }

    /**
     * The {@code manifest.csv} in the first folder that has one, or beside the first file that has.
     */
    private static @Nullable Path manifestIn(List<Path> paths) {
      return paths.stream()
          .map(
              p ->
                  Files.isDirectory(p)
                      ? p.resolve("manifest.csv")
                      : p.resolveSibling("manifest.csv"))
          .filter(Files::isRegularFile)
          .findFirst()
          .orElse(null);
    }
  }

  /** Keeps everything in input order. */
  private static final class Gathered implements ArticleSink {
    private final List<Article> articles = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Integer> ids = new HashMap<>();

    @Override
    public void article(Article article) {
      int times = ids.merge(article.id().value(), 1, Integer::sum);
      ArticleId id = times == 1 ? article.id() : new ArticleId(article.id() + "#" + times);
      articles.add(article.named(id));
    }

    @Override
    public void problem(Problem problem) {
      problems.add(problem);
    }
  }
}
