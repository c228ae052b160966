package org.isnad.app;

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

  /** The same for paths alone. */
  public List<Problem> run(List<Path> paths, @Nullable Path manifest, Consumer<String> lines) {
    return run(Inputs.of(paths, manifest), lines);
  }

  /**
   * Reads the inputs and hands every line to {@code lines}.
   *
   * @return what could not be read
   */
  public List<Problem> run(Inputs inputs, Consumer<String> lines) {
    Input input = Input.read(inputs);
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

    /** Reads paths; an id that stands twice gets a number. */
    public static Input read(List<Path> paths, @Nullable Path manifest) {
      return read(Inputs.of(paths, manifest));
    }

    /** Reads everything; an id that stands twice gets a number. */
    public static Input read(Inputs inputs) {
      Gathered gathered = new Gathered();
      inputs.read(gathered);
      return new Input(gathered.articles, gathered.problems);
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
