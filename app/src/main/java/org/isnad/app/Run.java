package org.isnad.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.core.pipeline.Problem;
import org.isnad.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * The main job: takes articles into the store, reads those that are new, links all that it holds,
 * and keeps the results.
 *
 * <p>Every step is kept as it is done, so a run that was stopped at any moment is finished by the
 * next one: articles by batches, readings by batches, results at once.
 */
public final class Run {

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

  /** The same for paths alone. */
  public Outcome run(List<Path> paths, @Nullable Path manifest, Store store) {
    return run(Inputs.of(paths, manifest), store);
  }

  /** Takes the inputs into the store and brings its results up to date. */
  public Outcome run(Inputs inputs, Store store) {
    Intake intake = new Intake(store);
    inputs.read(intake);
    intake.flush();
    return update(store, intake.added(), intake.problems());
  }

  /** Brings the results up to date with articles that are in the store already. */
  public Outcome update(Store store, int added, List<Problem> found) {
    List<Problem> problems = new ArrayList<>(found);
    StoredReadings readings = new StoredReadings(store, pipeline, threads, progress);
    int read = readings.update(null, problems);
    if (store.isLinked(pipeline.version())) {
      progress.done();
    } else {
      link(store, "run", problems);
    }
    store.addProblems(problems);
    int outdated = store.unreadCount(pipeline.version());
    return new Outcome(added, read, store.articleCount(), outdated, problems);
  }

  /**
   * Reads anew what another version of the program or its knowledge read, and links again.
   *
   * @return how many articles were read
   */
  public Outcome rerun(Store store) {
    List<Problem> problems = new ArrayList<>();
    StoredReadings readings = new StoredReadings(store, pipeline, threads, progress);
    int read = readings.update(pipeline.version(), problems);
    link(store, Linking.RERUN, problems);
    store.addProblems(problems);
    return new Outcome(0, read, store.articleCount(), 0, problems);
  }

  /**
   * Links what was decided before a process ended too early to link it. What was not even read is
   * left to whoever runs again.
   */
  public void finish(Store store) {
    if (store.isBehind(pipeline.version()) && store.unreadCount(null) == 0) {
      link(store, "run", new ArrayList<>());
    }
  }

  /** Links what has been read, after a decision on what belongs together. */
  void link(Store store, String cause, List<Problem> problems) {
    StoredReadings readings = new StoredReadings(store, pipeline, threads, progress);
    new Linking(store, pipeline, readings, progress, clock).update(cause, problems);
  }

  /**
   * What a run did.
   *
   * @param added articles that were new
   * @param read articles that were read
   * @param articles articles in the store
   * @param outdated articles whose reading another version of the program or its knowledge made
   * @param problems what could not be read
   */
  public record Outcome(int added, int read, int articles, int outdated, List<Problem> problems) {

    /** Copies the list. */
    public Outcome {
      problems = List.copyOf(problems);
    }
  }
}
