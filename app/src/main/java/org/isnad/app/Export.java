package org.isnad.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.isnad.core.article.Article;
import org.isnad.export.Companions;
import org.isnad.export.ExportFile;
import org.isnad.export.ExportFormat;
import org.isnad.export.ExportOptions;
import org.isnad.export.IncidentSink;
import org.isnad.store.ChangeRow;
import org.isnad.store.IncidentRecord;
import org.isnad.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Brings incidents out of the store, in the order of their ids and one by one, so that any number
 * of them takes the same memory.
 */
public final class Export {

  private final Store store;
  private final Progress progress;

  /** Exports from a store. */
  public Export(Store store, Progress progress) {
    this.store = store;
    this.progress = progress;
  }

  /**
   * Writes a file, which appears when it is whole.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public Outcome write(
      Selection selection, ExportFormat format, ExportOptions options, Path place) {
    try (ExportFile file = new ExportFile(place)) {
      Outcome outcome = write(selection, format, options, file.stream());
      file.commit();
      return outcome;
    } catch (IOException e) {
      throw failed(place.toString(), e);
    }
  }

  /**
   * Writes into a stream and closes it.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public Outcome write(
      Selection selection, ExportFormat format, ExportOptions options, OutputStream out) {
    try {
      IncidentSink sink = format.open(out, options);
      try (sink) {
        Counts counts = each(selection, List.of(sink));
        return counts.outcome(sink);
      }
    } catch (IOException e) {
      throw failed("the output", e);
    }
  }

  /**
   * Writes a table and, beside it, {@code claims.csv}, {@code reports.csv}, {@code articles.csv}
   * and {@code changes.csv}.
   *
   * @throws UncheckedIOException if one of them cannot be written
   */
  public Outcome writeWithCompanions(
      Selection selection, ExportFormat format, ExportOptions options, Path place) {
    Path folder = place.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IllegalArgumentException(place + " is no name of a file");
    }
    try (ExportFile main = new ExportFile(place);
        ExportFile claims = new ExportFile(folder.resolve("claims.csv"));
        ExportFile reports = new ExportFile(folder.resolve("reports.csv"));
        ExportFile articles = new ExportFile(folder.resolve("articles.csv"));
        ExportFile changes = new ExportFile(folder.resolve("changes.csv"))) {
      IncidentSink sink = format.open(main.stream(), options);
      Counts counts;
      try (sink;
          IncidentSink claim = Companions.claims(claims.stream(), options);
          IncidentSink report = Companions.reports(reports.stream(), options)) {
        counts = each(selection, List.of(sink, claim, report));
      }
      articles(articles.stream(), options, counts.articles);
      changes(changes.stream(), options, counts.ids);
      for (ExportFile file : List.of(claims, reports, articles, changes, main)) {
        file.commit();
      }
      return counts.outcome(sink);
    } catch (IOException e) {
      throw failed(place.toString(), e);
    }
  }

  /** The long tables beside the one of incidents. */
  public enum Companion {
    /** Every claim with everybody who makes it. */
    CLAIMS,
    /** The reports of every incident. */
    REPORTS,
    /** The articles of these. */
    ARTICLES,
    /** The log of changes. */
    CHANGES
  }

  /**
   * Writes one of the long tables into a stream and closes it.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public void writeCompanion(
      Selection selection, Companion companion, ExportOptions options, OutputStream out) {
    try {
      switch (companion) {
        case CLAIMS -> each(selection, Companions.claims(out, options));
        case REPORTS -> each(selection, Companions.reports(out, options));
        case ARTICLES -> articles(out, options, passing(selection).articles);
        case CHANGES -> changes(out, options, passing(selection).ids);
      }
    } catch (IOException e) {
      throw failed("the output", e);
    }
  }

  private void each(Selection selection, IncidentSink sink) throws IOException {
    try (sink) {
      each(selection, List.of(sink));
    }
  }

  /** Which incidents and articles go through, without writing anything. */
  private Counts passing(Selection selection) {
    Counts counts = new Counts(true);
    selection.forEach(store, counts::add);
    return counts;
  }

  /** Hands the selection to all sinks in one reading of the store, so that they agree. */
  private Counts each(Selection selection, List<IncidentSink> sinks) throws IOException {
    int all = selection.ids() == null ? store.count(selection.filter()) : selection.ids().size();
    Counts counts = new Counts(sinks.size() > 1);
    try {
      selection.forEach(
          store,
          incident -> {
            sinks.forEach(sink -> add(sink, incident));
            counts.add(incident);
            progress.wrote(counts.written, all, "incidents");
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    progress.done();
    return counts;
  }

  private static void add(IncidentSink sink, IncidentRecord incident) {
    try {
      sink.add(incident);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void articles(OutputStream out, ExportOptions options, Set<String> ids)
      throws IOException {
    try (Companions.Table table = new Companions.Table(out, options, Companions.ARTICLES)) {
      store.readings(
          (article, reading) -> {
            if (ids.contains(article.id().value())) {
              add(table, article);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void changes(OutputStream out, ExportOptions options, Set<String> ids)
      throws IOException {
    try (Companions.Table table = new Companions.Table(out, options, Companions.CHANGES)) {
      store.changes(
          0,
          Integer.MAX_VALUE,
          change -> {
            if (ids.contains(change.incident())) {
              add(table, change);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void add(Companions.Table table, Record row) {
    try {
      switch (row) {
        case Article article -> table.add(article);
        case ChangeRow change -> table.add(change);
        default -> throw new IllegalArgumentException("no row of a companion: " + row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static UncheckedIOException failed(String what, IOException e) {
    String reason = e.getMessage() == null ? e.toString() : e.getMessage();
    return new UncheckedIOException(what + " cannot be written: " + reason, e);
  }

  /** What has gone through; ids are kept only where companions ask for them. */
  private static final class Counts {

    private final boolean companions;
    private final Set<String> articles = new HashSet<>();
    private final Set<String> ids = new HashSet<>();
    private int written;
    private int tombstones;

    Counts(boolean companions) {
      this.companions = companions;
    }

    void add(IncidentRecord incident) {
      written++;
      tombstones += incident.status().isTombstone() ? 1 : 0;
      if (companions) {
        ids.add(incident.id());
        articles.addAll(Companions.articleIds(incident));
      }
    }

    Outcome outcome(IncidentSink sink) {
      return new Outcome(written, tombstones, sink.omitted());
    }
  }

  /**
   * What an export did.
   *
   * @param written incidents handed to the format, tombstones included
   * @param tombstones merged and retracted ones among them
   * @param omitted what the format has no place for, or null
   */
  public record Outcome(int written, int tombstones, IncidentSink.@Nullable Omission omitted) {}
}
