package org.isnad.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.isnad.core.article.Article;
import org.isnad.core.article.ArticleId;
import org.isnad.core.dating.DatedReport;
import org.isnad.core.incident.Incident;
import org.isnad.core.pipeline.DatedReading;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.core.pipeline.Problem;
import org.isnad.core.reuse.Copy;
import org.isnad.core.reuse.Direction;
import org.isnad.core.reuse.Passage;
import org.isnad.core.text.Span;
import org.isnad.io.ContentHash;
import org.isnad.io.ExtractWriter;
import org.isnad.io.IncidentWriter;
import org.isnad.store.Capture;
import org.isnad.store.Results;
import org.isnad.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * The main job: takes articles into the store, reads and links all that it holds, and keeps the
 * results.
 */
public final class Run {

  /** Articles stored in one transaction. */
  private static final int BATCH = 500;

  private final Pipeline pipeline;
  private final int threads;
  private final Progress progress;
  private final Clock clock;

  /**
   * A run with this pipeline on so many threads.
   *
   * @param clock tells the moment of changes
   */
  public Run(Pipeline pipeline, int threads, Progress progress, Clock clock) {
    this.clock = clock;
    this.pipeline = pipeline;
    this.threads = threads;
    this.progress = progress;
  }

  /**
   * Takes the paths into the store and brings its results up to date.
   *
   * @param manifest what is known of the texts, or null
   */
  public Outcome run(List<Path> paths, @Nullable Path manifest, Store store) {
    Extract.Input input = Extract.Input.read(paths, manifest);
    int added = add(input.articles(), store);
    List<Article> articles = store.articles();
    Collection collection =
        Collection.of(articles, pipeline, threads, progress, store.incidentIds());
    store.replace(results(collection, articles), clock.instant());
    List<Problem> problems = new ArrayList<>(input.problems());
    problems.addAll(collection.problems());
    store.addProblems(problems);
    return new Outcome(added, articles.size(), problems);
  }

  private static int add(List<Article> articles, Store store) {
    int added = 0;
    for (int from = 0; from < articles.size(); from += BATCH) {
      List<Article> batch = articles.subList(from, Math.min(articles.size(), from + BATCH));
      added +=
          store.add(batch.stream().map(a -> new Capture(a, ContentHash.of(a.text()))).toList());
    }
    return added;
  }

  private Results results(Collection collection, List<Article> articles) {
    Map<ArticleId, String> texts = new HashMap<>();
    articles.forEach(a -> texts.put(a.id(), a.text()));
    Map<String, String> incidents = collection.incidentsByReport();
    ExtractWriter lines = new ExtractWriter(collection.lineage(), incidents, texts);
    List<Results.PublicationRow> publications = new ArrayList<>();
    List<Results.ReportRow> reports = new ArrayList<>();
    for (DatedReading reading : collection.readings()) {
      Article article = reading.reading().article();
      publications.add(new Results.PublicationRow(article.id().value(), lines.article(reading)));
      for (DatedReport report : reading.reports()) {
        String json = lines.report(report, article);
        reports.add(
            new Results.ReportRow(
                report.id(), article.id().value(), incidents.get(report.id()), json));
      }
    }
    return new Results(
        pipeline.version(),
        publications,
        reports,
        passages(collection, texts),
        incidents(collection, articles),
        collection.resolution().ids().redirects());
  }

  private List<Results.IncidentRow> incidents(Collection collection, List<Article> articles) {
    Map<ArticleId, Article> byId = new HashMap<>();
    articles.forEach(a -> byId.put(a.id(), a));
    IncidentWriter writer = new IncidentWriter(byId::get, pipeline.knowledge().gazetteer());
    Map<String, String> anchors = collection.resolution().ids().anchors();
    List<Results.IncidentRow> rows = new ArrayList<>();
    for (Incident incident : collection.resolution().incidents()) {
      String anchor = anchors.getOrDefault(incident.id(), incident.reports().getFirst().id());
      rows.add(new Results.IncidentRow(incident.id(), anchor, writer.json(incident)));
    }
    return rows;
  }

  /** Directed copies only: where nothing tells who was first, nobody is said to have copied. */
  private static List<Results.PassageRow> passages(
      Collection collection, Map<ArticleId, String> texts) {
    List<Results.PassageRow> rows = new ArrayList<>();
    for (Copy copy : collection.lineage().copies()) {
      if (copy.direction() == Direction.UNKNOWN) {
        continue;
      }
      ArticleId younger =
          copy.direction() == Direction.A_COPIES_B ? copy.reuse().a() : copy.reuse().b();
      ArticleId older = copy.reuse().other(younger);
      for (Passage passage : copy.reuse().seenFrom(younger)) {
        Span here = passage.inA().toCodePoints(texts.getOrDefault(younger, ""));
        Span there = passage.inB().toCodePoints(texts.getOrDefault(older, ""));
        rows.add(
            new Results.PassageRow(
                younger.value(),
                here.start(),
                here.end(),
                older.value(),
                there.start(),
                there.end()));
      }
    }
    return rows;
  }

  /**
   * What a run did.
   *
   * @param added articles that were new
   * @param articles articles in the store
   * @param problems what could not be read
   */
  public record Outcome(int added, int articles, List<Problem> problems) {

    /** Copies the list. */
    public Outcome {
      problems = List.copyOf(problems);
    }
  }
}
