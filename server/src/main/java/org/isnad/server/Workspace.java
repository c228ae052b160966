package org.isnad.server;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.isnad.app.IncidentSearch;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.store.Store;

/**
 * What the server works on.
 *
 * @param store the store
 * @param pipeline reads articles that are imported
 * @param search finds incidents by words
 * @param folder of the workspace; files of imports are kept in it
 * @param clock tells the moment
 * @param threads for reading articles
 * @param beat so often a stream of events says that it is still there
 */
public record Workspace(
    Store store,
    Pipeline pipeline,
    IncidentSearch search,
    Path folder,
    Clock clock,
    int threads,
    Duration beat) {

  private static final Duration USUAL_BEAT = Duration.ofSeconds(15);

  /** The workspace of a store, with its index in the same folder. */
  public static Workspace of(
      Store store, Pipeline pipeline, Path folder, Clock clock, int threads) {
    IncidentSearch search = new IncidentSearch(store, pipeline.knowledge(), folder);
    return new Workspace(store, pipeline, search, folder, clock, threads, USUAL_BEAT);
  }
}
