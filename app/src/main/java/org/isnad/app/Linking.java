package org.isnad.app;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.isnad.core.incident.Decisions;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.core.pipeline.Problem;
import org.isnad.io.RecordJson;
import org.isnad.store.DatedRow;
import org.isnad.store.Store;
import org.isnad.store.StoreException;
import org.isnad.store.StoredDecision;

/** Links all readings of a store into incidents and keeps the results. */
final class Linking {

  /** The cause of results that are all made again, whatever is stored. */
  static final String RERUN = "rerun";

  /** So often is it begun anew when others change the store meanwhile; then they are let alone. */
  private static final int ATTEMPTS = 10;

  private final Store store;
  private final Pipeline pipeline;
  private final StoredReadings readings;
  private final Progress progress;
  private final Clock clock;
  private final RecordJson format;

  Linking(Store store, Pipeline pipeline, StoredReadings readings, Progress progress, Clock clock) {
    this.store = store;
    this.pipeline = pipeline;
    this.readings = readings;
    this.progress = progress;
    this.clock = clock;
    this.format = new RecordJson(pipeline.knowledge().gazetteer());
  }

  /**
   * Brings the results up to date.
   *
   * @param cause {@code run}, {@link #RERUN}, or the id of a decision
   */
  void update(String cause, List<Problem> problems) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      readings.update(null, problems);
      if (replace(cause, problems)) {
        progress.done();
        return;
      }
    }
    throw new StoreException(
        "others keep changing the store; what was read is kept, run again when they are done");
  }

  /** Makes the results and keeps them; false where the store was changed meanwhile. */
  private boolean replace(String cause, List<Problem> problems) {
    long state = store.state();
    progress.stage("comparing texts");
    ReadArticles articles = new ReadArticles(store, pipeline, problems);
    try (DatedArticles dated = new DatedArticles(store, format);
        LinkSearch search = new LinkSearch(store, dated)) {
      date(new Dates(cause, state), articles, dated, search);
      int[] order = dated.sort();
      Renumbering renumbering = Renumbering.between(store::eachReportPlace, dated);
      IncidentNames.Before before = new IncidentNames.Before(dated);
      renumbering.carry(store::eachAnchor, store::eachReportPlace, before::add);
      progress.stage("linking reports");
      Groups groups = Groups.of(dated, search, order, decisions(renumbering), progress);
      IncidentNames names = IncidentNames.of(groups, before);
      ResultRows rows =
          new ResultRows(pipeline, dated, articles, groups, names, made(cause), progress);
      return store.replace(rows.results(renumbering.names()), state, clock.instant(), cause);
    }
  }

  /** Of what the stored incidents were made; a rerun makes them all again. */
  private Function<List<String>, Map<String, String>> made(String cause) {
    return cause.equals(RERUN) ? ids -> Map.of() : store::incidentInputs;
  }

  private void date(Dates kept, ReadArticles articles, DatedArticles dated, LinkSearch search) {
    try (Copies copies = new CopySearch(store, pipeline, format, progress).find()) {
      progress.stage("dating");
      new Dating(pipeline, copies, articles, dated, kept, search::add, progress).run();
    }
  }

  /** What the store keeps of articles with their days; a rerun dates them all again. */
  private final class Dates implements Dating.Kept {

    private final String cause;
    private final long state;

    Dates(String cause, long state) {
      this.cause = cause;
      this.state = state;
    }

    @Override
    public List<DatedRow> of(Collection<String> articles) {
      return cause.equals(RERUN) ? List.of() : store.dated(articles);
    }

    @Override
    public void keep(List<DatedRow> rows) {
      store.putDated(rows, state);
    }
  }

  private Decisions decisions(Renumbering renumbering) {
    return Decisions.of(
        store.decisions().stream()
            .map(stored -> stored.renamed(renumbering.names()))
            .map(StoredDecision::decision)
            .toList());
  }
}
