package org.isnad.app;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.isnad.core.article.Article;
import org.isnad.core.article.ArticleId;
import org.isnad.core.dating.DatedReport;
import org.isnad.core.incident.Incident;
import org.isnad.core.incident.Series;
import org.isnad.core.pipeline.DatedReading;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.core.reuse.Copy;
import org.isnad.core.reuse.Direction;
import org.isnad.core.reuse.Passage;
import org.isnad.core.text.Span;
import org.isnad.core.text.SpanCounter;
import org.isnad.io.ExtractWriter;
import org.isnad.io.IncidentWriter;
import org.isnad.store.Results;

/** What was made of the articles, as rows for the store; each is written when it is asked for. */
final class ResultRows {

  private final Pipeline pipeline;
  private final Collection collection;
  private final Map<ArticleId, Article> articles;
  private final Map<String, String> renames;
  private final Map<String, String> incidents;
  private final ExtractWriter lines;
  private final SpanCounter counter = new SpanCounter();

  ResultRows(
      Pipeline pipeline,
      Collection collection,
      Map<ArticleId, Article> articles,
      Map<String, String> renames) {
    this.pipeline = pipeline;
    this.collection = collection;
    this.articles = articles;
    this.renames = renames;
    this.incidents = collection.incidentsByReport();
    Map<ArticleId, String> texts = new HashMap<>();
    articles.forEach((id, article) -> texts.put(id, article.text()));
    this.lines =
        new ExtractWriter(collection.lineage(), incidents, Collections.unmodifiableMap(texts));
  }

  Results results() {
    return new Results(
        pipeline.version(),
        rows(collection.readings().stream().map(this::publication)),
        rows(collection.readings().stream().flatMap(this::reports)),
        rows(collection.lineage().copies().stream().flatMap(this::passages)),
        rows(collection.resolution().incidents().stream().map(incidentRows())),
        rows(collection.resolution().series().stream().map(this::series)),
        collection.resolution().ids().redirects(),
        incidents,
        renames);
  }

  private static <T> Iterable<T> rows(Stream<T> rows) {
    return rows::iterator;
  }

  private Results.PublicationRow publication(DatedReading reading) {
    String article = reading.reading().article().id().value();
    return new Results.PublicationRow(article, lines.article(reading));
  }

  private Stream<Results.ReportRow> reports(DatedReading reading) {
    Article article = reading.reading().article();
    return reading.reports().stream().map(report -> report(report, article));
  }

  private Results.ReportRow report(DatedReport report, Article article) {
    Span cue = Linking.cue(report, article, counter);
    return new Results.ReportRow(
        report.id(),
        article.id().value(),
        incidents.get(report.id()),
        lines.report(report, article),
        cue == null ? null : cue.start(),
        cue == null ? null : cue.end());
  }

  private java.util.function.Function<Incident, Results.IncidentRow> incidentRows() {
    IncidentWriter writer = new IncidentWriter(articles::get, pipeline.knowledge().gazetteer());
    Map<String, String> anchors = collection.resolution().ids().anchors();
    Map<String, List<String>> sums = collection.resolution().sums();
    return incident ->
        new Results.IncidentRow(
            incident.id(),
            anchors.getOrDefault(incident.id(), incident.reports().getFirst().id()),
            writer.json(incident, sums.getOrDefault(incident.id(), List.of())));
  }

  private Results.SeriesRow series(Series series) {
    IncidentWriter writer = new IncidentWriter(articles::get, pipeline.knowledge().gazetteer());
    return new Results.SeriesRow(series.id(), writer.json(series));
  }

  /** Directed copies only: where nothing tells who was first, nobody is said to have copied. */
  private Stream<Results.PassageRow> passages(Copy copy) {
    List<Results.PassageRow> rows = new ArrayList<>();
    if (copy.direction() == Direction.UNKNOWN) {
      return rows.stream();
    }
    ArticleId younger =
        copy.direction() == Direction.A_COPIES_B ? copy.reuse().a() : copy.reuse().b();
    ArticleId older = copy.reuse().other(younger);
    for (Passage passage : copy.reuse().seenFrom(younger)) {
      Span here = counter.count(passage.inA(), text(younger));
      Span there = counter.count(passage.inB(), text(older));
      rows.add(
          new Results.PassageRow(
              younger.value(),
              here.start(),
              here.end(),
              older.value(),
              there.start(),
              there.end()));
    }
    return rows.stream();
  }

  private String text(ArticleId id) {
    Article article = articles.get(id);
    return article == null ? "" : article.text();
  }
}
