package org.isnad.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.isnad.core.article.Article;
import org.isnad.core.article.ArticleId;
import org.isnad.core.dating.Clocks;
import org.isnad.core.dating.DatedReport;
import org.isnad.core.incident.Decisions;
import org.isnad.core.incident.Incident;
import org.isnad.core.incident.IncidentIds;
import org.isnad.core.incident.Resolution;
import org.isnad.core.pipeline.DatedReading;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.core.pipeline.Problem;
import org.isnad.core.pipeline.Reading;
import org.isnad.core.report.EventReport;
import org.isnad.core.reuse.Lineage;

/**
 * Articles read together: copies, clocks and incidents among them. The result is the same whatever
 * the number of threads.
 *
 * @param readings in input order
 * @param lineage who copied whom
 * @param resolution incidents and series
 * @param problems articles that could not be read
 */
public record Collection(
    List<DatedReading> readings, Lineage lineage, Resolution resolution, List<Problem> problems) {

  /** Copies the lists. */
  public Collection {
    readings = List.copyOf(readings);
    problems = List.copyOf(problems);
  }

  /**
   * Reads articles with all threads, then links them.
   *
   * @param progress is told how many articles have been read
   */
  public static Collection of(
      List<Article> articles, Pipeline pipeline, int threads, Progress progress) {
    List<Problem> problems = new ArrayList<>();
    List<Reading> readings = read(articles, pipeline, threads, progress, problems);
    Dated dated = date(readings, pipeline, progress);
    progress.stage("linking reports");
    Collection linked = dated.link(Decisions.NONE, IncidentIds.NONE);
    progress.done();
    return new Collection(linked.readings, linked.lineage, linked.resolution, problems);
  }

  /** Compares the texts of readings and gives their reports days. */
  static Dated date(List<Reading> readings, Pipeline pipeline, Progress progress) {
    progress.stage("comparing texts");
    Lineage lineage = pipeline.lineage(readings.stream().map(Reading::article).toList());
    progress.stage("dating");
    Clocks clocks = pipeline.clocks(readings, lineage);
    Map<ArticleId, List<EventReport>> reports = new HashMap<>();
    readings.forEach(r -> reports.put(r.article().id(), r.reports()));
    List<DatedReading> dated = new ArrayList<>(readings.size());
    for (Reading reading : readings) {
      dated.add(pipeline.date(reading, clocks, id -> reports.getOrDefault(id, List.of())));
    }
    return new Dated(dated, clocks.lineage());
  }

  /** Readings with days, not yet linked. */
  record Dated(List<DatedReading> readings, Lineage lineage) {

    /**
     * Brings reports of one event together.
     *
     * @param decisions what people decided of them
     * @param before the identifiers that incidents had
     */
    Collection link(Decisions decisions, IncidentIds before) {
      List<DatedReport> all = readings.stream().flatMap(r -> r.reports().stream()).toList();
      Resolution resolution = Resolution.of(all, lineage, decisions, before);
      return new Collection(readings, lineage, resolution, List.of());
    }
  }

  /** Ids of incidents by ids of reports. */
  public Map<String, String> incidentsByReport() {
    Map<String, String> ids = new LinkedHashMap<>();
    for (Incident incident : resolution.incidents()) {
      incident.reports().forEach(r -> ids.put(r.id(), incident.id()));
    }
    return ids;
  }

  /** Reads articles with all threads, in their order. */
  static List<Reading> read(
      List<Article> articles,
      Pipeline pipeline,
      int threads,
      Progress progress,
      List<Problem> problems) {
    List<Reading> readings = new ArrayList<>(articles.size());
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<Reading>> futures = new ArrayList<>(articles.size());
      for (Article article : articles) {
        futures.add(pool.submit(() -> pipeline.read(article)));
      }
      for (int i = 0; i < futures.size(); i++) {
        try {
          readings.add(futures.get(i).get());
        } catch (ExecutionException e) {
          String where = articles.get(i).id().value();
          problems.add(
              new Problem(Problem.Code.INTERNAL, where, "reading it failed: " + e.getCause()));
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("interrupted while reading", e);
        }
        progress.read(i + 1, articles.size());
      }
    }
    return readings;
  }
}
