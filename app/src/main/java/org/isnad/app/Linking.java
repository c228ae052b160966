package org.isnad.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.isnad.core.article.Article;
import org.isnad.core.article.ArticleId;
import org.isnad.core.dating.DatedReport;
import org.isnad.core.incident.Decisions;
import org.isnad.core.incident.IncidentIds;
import org.isnad.core.pipeline.DatedReading;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.core.pipeline.Problem;
import org.isnad.core.pipeline.Reading;
import org.isnad.core.text.Span;
import org.isnad.core.text.SpanCounter;
import org.isnad.store.ReportPlace;
import org.isnad.store.Store;
import org.isnad.store.StoreException;
import org.isnad.store.StoredDecision;
import org.jspecify.annotations.Nullable;

/** Links all readings of a store into incidents and keeps the results. */
final class Linking {

  /** So often is it begun anew when others change the store meanwhile; then they are let alone. */
  private static final int ATTEMPTS = 10;

  private final Store store;
  private final Pipeline pipeline;
  private final StoredReadings readings;
  private final Progress progress;
  private final Clock clock;

  Linking(Store store, Pipeline pipeline, StoredReadings readings, Progress progress, Clock clock) {
    this.store = store;
    this.pipeline = pipeline;
    this.readings = readings;
    this.progress = progress;
    this.clock = clock;
  }

  /**
   * Brings the results up to date.
   *
   * @param cause {@code run}, or the id of a decision
   */
  void update(String cause, List<Problem> problems) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      readings.update(null, problems);
      long state = store.state();
      if (store.replace(results(problems), state, clock.instant(), cause)) {
        progress.done();
        return;
      }
    }
    throw new StoreException(
        "others keep changing the store; what was read is kept, run again when they are done");
  }

  private org.isnad.store.Results results(List<Problem> problems) {
    List<Reading> all = readings.all(problems);
    Collection.Dated dated = Collection.date(all, pipeline, progress);
    Map<ArticleId, Article> articles = new HashMap<>();
    all.forEach(reading -> articles.put(reading.article().id(), reading.article()));
    Renumbering renumbering = Renumbering.between(store.reportPlaces(), places(dated.readings()));
    IncidentIds before = renumbering.carry(store.incidentIds());
    progress.stage("linking reports");
    return new ResultRows(
            pipeline, dated.link(decisions(renumbering), before), articles, renumbering.names())
        .results();
  }

  private Decisions decisions(Renumbering renumbering) {
    return Decisions.of(
        store.decisions().stream()
            .map(stored -> stored.renamed(renumbering.names()))
            .map(StoredDecision::decision)
            .toList());
  }

  private static List<ReportPlace> places(List<DatedReading> readings) {
    List<ReportPlace> places = new ArrayList<>();
    SpanCounter counter = new SpanCounter();
    for (DatedReading reading : readings) {
      Article article = reading.reading().article();
      for (DatedReport report : reading.reports()) {
        Span cue = cue(report, article, counter);
        places.add(
            new ReportPlace(
                report.id(),
                article.id().value(),
                null,
                cue == null ? null : cue.start(),
                cue == null ? null : cue.end()));
      }
    }
    return places;
  }

  /** The event word of a report in code points, or null where only the title has one. */
  static @Nullable Span cue(DatedReport report, Article article, SpanCounter counter) {
    Span cue = report.report().cue();
    return cue == null ? null : counter.count(cue, article.text());
  }
}
