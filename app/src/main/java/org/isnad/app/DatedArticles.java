package org.isnad.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.isnad.core.article.Article;
import org.isnad.core.article.ArticleId;
import org.isnad.core.dating.DatedReport;
import org.isnad.core.incident.IncidentLinker;
import org.isnad.core.pipeline.DatedReading;
import org.isnad.core.reuse.Copy;
import org.isnad.core.reuse.Direction;
import org.isnad.core.reuse.Lineage;
import org.isnad.core.reuse.Passage;
import org.isnad.core.reuse.Stretch;
import org.isnad.core.text.Span;
import org.isnad.core.text.SpanCounter;
import org.isnad.io.ExtractWriter;
import org.isnad.io.RecordJson;
import org.isnad.store.ReportPlace;
import org.isnad.store.Results;
import org.isnad.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Articles with days, set aside until results are written: rows as they are published, and reports
 * as they are. Of each report only an outline is in memory, which is what linking looks at.
 */
final class DatedArticles implements AutoCloseable {

  private final RecordJson format;
  private final Spill publications;
  private final Spill reports;
  private final Spill passages;
  private final TreeMap<String, Kept> kept = new TreeMap<>();
  private final List<DatedReport> outlines = new ArrayList<>();
  private final Map<ArticleId, List<Stretch>> stretches = new HashMap<>();
  private final SpanCounter counter = new SpanCounter();
  private int textsBefore;
  private int textsOfFamily;

  /** Where a report lies. */
  private record Kept(String article, long record, long row, @Nullable Span cue) {}

  DatedArticles(Store store, RecordJson format) {
    this.format = format;
    this.publications = Spill.beside(store);
    this.reports = Spill.beside(store);
    this.passages = Spill.beside(store);
  }

  /** Adds an article. */
  void add(
      DatedReading dated,
      Lineage lineage,
      ExtractWriter lines,
      Function<ArticleId, @Nullable String> texts) {
    Article article = dated.reading().article();
    publications.add(article.id().value());
    publications.add(lines.article(dated));
    for (DatedReport report : dated.reports()) {
      Span cue = report.report().cue();
      Span points = cue == null ? null : counter.count(cue, article.text());
      long record = reports.add(format.write(report));
      long row = reports.add(lines.report(report, article));
      kept.put(report.id(), new Kept(article.id().value(), record, row, points));
      outlines.add(IncidentLinker.outline(report));
    }
    if (!dated.reports().isEmpty()) {
      keepStretches(article.id(), lineage);
    }
    lineage.copiesOf(article.id()).forEach(copy -> copied(article, copy, texts));
  }

  /** Texts are numbered within a family; those of the next one get other numbers. */
  void endFamily() {
    textsBefore += textsOfFamily;
    textsOfFamily = 0;
  }

  private void keepStretches(ArticleId article, Lineage lineage) {
    List<Stretch> own = new ArrayList<>();
    for (Stretch stretch : lineage.stretches(article)) {
      textsOfFamily = Math.max(textsOfFamily, stretch.text() + 1);
      own.add(new Stretch(stretch.span(), textsBefore + stretch.text()));
    }
    if (!own.isEmpty()) {
      stretches.put(article, own);
    }
  }

  /** Directed copies only: where nothing tells who was first, nobody is said to have copied. */
  private void copied(Article article, Copy copy, Function<ArticleId, @Nullable String> texts) {
    boolean isA = copy.reuse().a().equals(article.id());
    if (copy.direction() != (isA ? Direction.A_COPIES_B : Direction.B_COPIES_A)) {
      return;
    }
    ArticleId older = copy.reuse().other(article.id());
    String text = texts.apply(older);
    for (Passage passage : copy.reuse().seenFrom(article.id())) {
      Span here = counter.count(passage.inA(), article.text());
      Span there = counter.count(passage.inB(), text == null ? "" : text);
      passages.add(
          format.write(
              new Results.PassageRow(
                  article.id().value(),
                  here.start(),
                  here.end(),
                  older.value(),
                  there.start(),
                  there.end())));
    }
  }

  /** All reports, with what linking looks at. */
  List<DatedReport> outlines() {
    return outlines;
  }

  /** Which stretches of which articles are one text. */
  Lineage texts() {
    return Lineage.ofTexts(stretches);
  }

  /** A whole report. */
  DatedReport report(String id) {
    return format.read(reports.text(at(id).record), DatedReport.class);
  }

  /** Where the reports stand, in the order of their ids. */
  List<ReportPlace> places() {
    List<ReportPlace> places = new ArrayList<>(kept.size());
    kept.forEach(
        (id, report) ->
            places.add(
                new ReportPlace(
                    id,
                    report.article,
                    null,
                    report.cue == null ? null : report.cue.start(),
                    report.cue == null ? null : report.cue.end())));
    return places;
  }

  /** The rows of all articles. */
  Iterable<Results.PublicationRow> publicationRows() {
    return () ->
        new Records<>(publications) {
          @Override
          Results.PublicationRow row() {
            return new Results.PublicationRow(text(), text());
          }
        };
  }

  /** The rows of all passages. */
  Iterable<Results.PassageRow> passageRows() {
    return () ->
        new Records<>(passages) {
          @Override
          Results.PassageRow row() {
            return format.read(text(), Results.PassageRow.class);
          }
        };
  }

  /** The rows of all reports, with the incidents that they belong to. */
  Iterable<Results.ReportRow> reportRows(Map<String, String> incidents) {
    return () ->
        kept.entrySet().stream()
            .map(entry -> row(entry.getKey(), entry.getValue(), incidents.get(entry.getKey())))
            .iterator();
  }

  private Results.ReportRow row(String id, Kept report, @Nullable String incident) {
    return new Results.ReportRow(
        id,
        report.article,
        incident,
        ExtractWriter.withIncident(reports.text(report.row), incident),
        report.cue == null ? null : report.cue.start(),
        report.cue == null ? null : report.cue.end());
  }

  private Kept at(String id) {
    Kept report = kept.get(id);
    if (report == null) {
      throw new IllegalArgumentException("no such report: " + id);
    }
    return report;
  }

  /** Goes through what was set aside. */
  private abstract static class Records<T> implements java.util.Iterator<T> {

    private final Spill spill;
    private long next;

    Records(Spill spill) {
      this.spill = spill;
    }

    abstract T row();

    final String text() {
      byte[] record = spill.get(next);
      next = Spill.after(next, record.length);
      return new String(record, java.nio.charset.StandardCharsets.UTF_8);
    }

    @Override
    public boolean hasNext() {
      return next < spill.end();
    }

    @Override
    public T next() {
      if (!hasNext()) {
        throw new java.util.NoSuchElementException();
      }
      return row();
    }
  }

  @Override
  public void close() {
    publications.close();
    reports.close();
    passages.close();
  }
}
