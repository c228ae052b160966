package org.isnad.app;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.isnad.core.article.ArticleId;
import org.isnad.core.dating.DatedReport;
import org.isnad.core.incident.Decisions;
import org.isnad.core.incident.IncidentIds;
import org.isnad.core.incident.IncidentLinker;
import org.isnad.core.incident.Resolution;
import org.isnad.core.incident.Series;
import org.isnad.core.incident.SumIndex;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.core.pipeline.Reading;
import org.isnad.core.reuse.Lineage;
import org.isnad.io.IncidentWriter;
import org.isnad.store.Results;
import org.jspecify.annotations.Nullable;

/**
 * Incidents and series as rows for the store. Which reports make an incident is decided by their
 * outlines; each incident is built when its row is asked for.
 */
final class ResultRows {

  /** Incidents whose reports and articles are fetched at a time. */
  private static final int BATCH = 64;

  private final Pipeline pipeline;
  private final DatedArticles dated;
  private final ReadArticles articles;
  private final Lineage texts;
  private final IncidentIds ids;
  private final TreeMap<String, List<String>> reportsOf = new TreeMap<>();
  private final List<Series> series;
  private final Map<String, List<String>> sums;

  ResultRows(
      Pipeline pipeline,
      DatedArticles dated,
      ReadArticles articles,
      Decisions decisions,
      IncidentIds before) {
    this.pipeline = pipeline;
    this.dated = dated;
    this.articles = articles;
    this.texts = dated.texts();
    IncidentLinker linker = new IncidentLinker(texts, decisions);
    linker.addAll(dated.outlines());
    List<List<DatedReport>> groups = linker.groups();
    this.ids =
        before.assign(groups.stream().map(g -> g.stream().map(DatedReport::id).toList()).toList());
    SortedMap<String, List<DatedReport>> byId = new TreeMap<>();
    for (List<DatedReport> group : groups) {
      String id = ids.idOfReport(group.getFirst().id());
      byId.put(id, group);
      reportsOf.put(id, group.stream().map(DatedReport::id).toList());
    }
    SumIndex index = new SumIndex(byId);
    this.series = linker.series().stream().map(index::reconcile).toList();
    this.sums = Resolution.sums(series);
  }

  Results results(Map<String, String> renames) {
    return new Results(
        pipeline.version(),
        dated.publicationRows(),
        dated.reportRows(ids.ids()),
        dated.passageRows(),
        Incidents::new,
        () -> series.stream().map(this::row).iterator(),
        ids.redirects(),
        ids.ids(),
        renames);
  }

  private Results.SeriesRow row(Series outline) {
    Series whole =
        new Series(dated.report(outline.id()), outline.namedHere(), outline.namedElsewhere());
    return new Results.SeriesRow(whole.id(), writer().json(whole));
  }

  private IncidentWriter writer() {
    return new IncidentWriter(this::article, pipeline.knowledge().gazetteer());
  }

  private org.isnad.core.article.@Nullable Article article(ArticleId id) {
    Reading reading = articles.get(id);
    return reading == null ? null : reading.article();
  }

  /** The incidents in the order of their ids. */
  private final class Incidents implements Iterator<Results.IncidentRow> {

    private final Iterator<Map.Entry<String, List<String>>> groups =
        reportsOf.entrySet().iterator();
    private final List<Results.IncidentRow> rows = new ArrayList<>();
    private final IncidentWriter writer = writer();
    private int next;

    @Override
    public boolean hasNext() {
      return next < rows.size() || groups.hasNext();
    }

    @Override
    public Results.IncidentRow next() {
      if (next == rows.size()) {
        rows.clear();
        next = 0;
        build();
      }
      if (next == rows.size()) {
        throw new NoSuchElementException();
      }
      return rows.get(next++);
    }

    private void build() {
      Map<String, List<DatedReport>> some = new TreeMap<>();
      Set<ArticleId> wanted = new LinkedHashSet<>();
      while (some.size() < BATCH && groups.hasNext()) {
        Map.Entry<String, List<String>> group = groups.next();
        List<DatedReport> reports = group.getValue().stream().map(dated::report).toList();
        reports.forEach(report -> wanted.add(report.report().article()));
        some.put(group.getKey(), reports);
      }
      articles.fetch(wanted);
      some.forEach((id, reports) -> rows.add(row(id, reports)));
    }

    private Results.IncidentRow row(String id, List<DatedReport> reports) {
      return new Results.IncidentRow(
          id,
          ids.anchors().getOrDefault(id, reports.getFirst().id()),
          writer.json(pipeline.resolve(id, reports, texts), sums.getOrDefault(id, List.of())));
    }
  }
}
