package org.isnad.app;

import java.util.List;
import org.isnad.core.article.Article;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.core.pipeline.PipelineVersion;
import org.isnad.core.pipeline.Problem;
import org.isnad.core.pipeline.Reading;
import org.isnad.io.ReadingJson;
import org.isnad.store.ReadingRow;
import org.isnad.store.Store;
import org.jspecify.annotations.Nullable;

/** Reads the articles of a store that have not been read, and keeps what was read. */
final class StoredReadings {

  /** Articles read between two transactions: what a killed run has to read again at most. */
  private static final int BATCH = 256;

  private final Store store;
  private final Pipeline pipeline;
  private final ReadingJson format;
  private final int threads;
  private final Progress progress;

  StoredReadings(Store store, Pipeline pipeline, int threads, Progress progress) {
    this.store = store;
    this.pipeline = pipeline;
    this.format = new ReadingJson(pipeline.knowledge().gazetteer());
    this.threads = threads;
    this.progress = progress;
  }

  /**
   * Reads what is not read.
   *
   * @param version given, articles that another version read are read again
   * @param problems takes the articles that could not be read
   * @return how many were read
   */
  int update(@Nullable PipelineVersion version, List<Problem> problems) {
    int all = store.unreadCount(version);
    int read = 0;
    String after = "";
    for (List<Article> batch = store.unread(version, after, BATCH);
        !batch.isEmpty();
        batch = store.unread(version, after, BATCH)) {
      put(batch, problems);
      read += batch.size();
      progress.read(read, all);
      after = batch.getLast().id().value();
    }
    return read;
  }

  private List<Reading> put(List<Article> articles, List<Problem> problems) {
    List<Reading> readings =
        Collection.read(articles, pipeline, threads, Progress.SILENT, problems);
    store.putReadings(
        pipeline.version(),
        readings.stream()
            .map(r -> new ReadingRow(r.article().id().value(), format.write(r)))
            .toList());
    return readings;
  }
}
