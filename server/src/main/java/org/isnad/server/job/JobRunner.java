package org.isnad.server.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.isnad.app.Decide;
import org.isnad.app.IncidentSearch;
import org.isnad.app.Inputs;
import org.isnad.app.Progress;
import org.isnad.app.Run;
import org.isnad.app.TableImport;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.server.Workspace;
import org.isnad.server.job.Listener.Event;
import org.isnad.server.people.Identity;
import org.isnad.server.people.Role;
import org.isnad.store.Jobs;
import org.isnad.store.Jobs.Job;
import org.isnad.store.Jobs.State;
import org.isnad.store.Store;
import org.isnad.store.StoreException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** Does jobs one after the other, beside the answering of requests. */
public final class JobRunner implements AutoCloseable {

  /** Articles to take into the store. */
  public static final String ARTICLES = "articles";

  /** An edited table to take back as decisions. */
  public static final String TABLE = "table";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Logger LOG = System.getLogger("org.isnad.server");

  /** So long the end of a running job is waited for when the server ends. */
  private static final int GRACE_SECONDS = 2;

  private final Store store;
  private final Jobs jobs;
  private final Pipeline pipeline;
  private final IncidentSearch search;
  private final Path folder;
  private final Clock clock;
  private final int threads;
  private final JobLocks locks;
  private final Map<String, LiveJob> live = new ConcurrentHashMap<>();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("jobs").factory());

  private JobRunner(Workspace workspace) {
    this.store = workspace.store();
    this.jobs = store.jobs();
    this.pipeline = workspace.pipeline();
    this.search = workspace.search();
    this.folder = workspace.folder().resolve("imports");
    this.locks = new JobLocks(folder);
    this.clock = workspace.clock();
    this.threads = workspace.threads();
  }

  /**
   * Jobs over a workspace; those that a server left open which has ended are marked as interrupted,
   * those of another that serves the same folder or PostgreSQL database are not. Their files are
   * kept in the folder {@code imports}. What was taken down but not linked is linked before any
   * job.
   */
  public static JobRunner of(Workspace workspace) {
    JobRunner runner = new JobRunner(workspace);
    runner.jobs.interruptOpen(workspace.clock().instant(), runner.locks::isAbandoned);
    runner.worker.execute(runner::finish);
    return runner;
  }

  private void finish() {
    try {
      new Run(pipeline, threads, Progress.SILENT, clock).finish(store);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "earlier decisions could not be linked", e);
    }
  }

  /** The id of the next job. */
  public String nextId() {
    return jobs.nextId();
  }

  /** Where the files of a job lie. */
  public Path folder(String id) {
    return folder.resolve(id);
  }

  /**
   * Takes a job whose files lie in its {@link #folder}.
   *
   * @param files their names and sizes, as JSON
   */
  public void submit(String id, String kind, Identity who, String files) {
    locks.take(id);
    jobs.add(id, kind, who.name(), who.role().id(), files, clock.instant());
    enqueue(id);
  }

  /**
   * Starts a failed or interrupted job again.
   *
   * @return false where it is neither
   */
  public boolean again(String id, Identity who) {
    if (!jobs.again(id, who.name(), who.role().id())) {
      return false;
    }
    locks.take(id);
    enqueue(id);
    return true;
  }

  private void enqueue(String id) {
    LiveJob job = new LiveJob(folder(id).toString());
    live.put(id, job);
    worker.execute(() -> run(id, job));
  }

  private void run(String id, LiveJob job) {
    try {
      jobs.start(id, clock.instant());
      end(id, work(jobs.one(id).orElseThrow(), job), null, job);
    } catch (RuntimeException e) {
      fail(id, e, job);
    } finally {
      live.remove(id);
      locks.give(id);
    }
  }

  private ObjectNode work(Job job, LiveJob progress) {
    Identity who = new Identity(job.who(), Role.of(job.role()), Identity.Way.NONE, null, null);
    return job.kind().equals(TABLE)
        ? table(folder(job.id()), who, progress)
        : articles(folder(job.id()), progress);
  }

  private ObjectNode articles(Path files, LiveJob progress) {
    Run run = new Run(pipeline, threads, progress, clock);
    Run.Outcome outcome = run.run(Inputs.of(List.of(files), null), store);
    progress.problems(outcome.problems());
    progress.stage("indexing");
    search.refresh();
    ObjectNode result = JSON.createObjectNode();
    result.put("added", outcome.added());
    result.put("read", outcome.read());
    result.put("articles", outcome.articles());
    return result;
  }

  private ObjectNode table(Path files, Identity who, LiveJob progress) {
    progress.stage("deciding");
    Run run = new Run(pipeline, threads, progress, clock);
    Decide decide = new Decide(store, run, pipeline.knowledge(), clock, who.name());
    TableImport.Outcome outcome =
        new TableImport(store, pipeline.knowledge(), decide, who.role().may(Role.EDITOR))
            .read(only(files));
    progress.problems(outcome.problems());
    progress.stage("indexing");
    search.refresh();
    ObjectNode result = JSON.createObjectNode();
    result.put("rows", outcome.rows());
    result.put("decisions", outcome.decisions());
    return result;
  }

  private static Path only(Path files) {
    try (var inside = Files.list(files)) {
      return inside
          .findFirst()
          .orElseThrow(() -> new StoreException("the files of the job are gone"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void fail(String id, RuntimeException e, LiveJob job) {
    boolean told =
        e instanceof StoreException
            || e instanceof UncheckedIOException
            || e instanceof IllegalArgumentException;
    if (!told) {
      LOG.log(Level.ERROR, "job " + id + " failed", e);
    }
    String error = told ? job.withoutFolder(String.valueOf(e.getMessage())) : "the server failed";
    try {
      end(id, null, error, job);
    } catch (RuntimeException again) {
      LOG.log(Level.ERROR, "the end of job " + id + " could not be kept", again);
    }
  }

  private void end(String id, @Nullable ObjectNode result, @Nullable String error, LiveJob live) {
    Job job = jobs.one(id).orElseThrow();
    Job ended =
        new Job(
            id,
            job.seq(),
            job.kind(),
            error == null ? State.DONE : State.FAILED,
            job.who(),
            job.role(),
            job.created(),
            job.started(),
            clock.instant(),
            job.files(),
            result == null ? null : JSON.writeValueAsString(result),
            live.problemsJson(),
            live.problemCount(),
            error);
    jobs.end(ended);
    this.live.remove(id);
    live.tell(new Event("end", JSON.writeValueAsString(json(ended))));
  }

  /** One job as the API shows it. */
  public Optional<ObjectNode> one(String id) {
    return jobs.one(id).map(this::json);
  }

  /** Jobs, newest first, before this number. */
  public List<ObjectNode> before(long before, int limit) {
    return jobs.before(before, limit).stream().map(this::json).toList();
  }

  /**
   * Follows a job that is not ended.
   *
   * @return false where it has ended
   */
  public boolean listen(String id, Listener listener) {
    LiveJob job = live.get(id);
    if (job == null) {
      return false;
    }
    job.add(listener);
    // It may have ended between the two; then nobody tells the listener any more.
    return live.get(id) == job;
  }

  /** No longer follows. */
  public void leave(String id, Listener listener) {
    LiveJob job = live.get(id);
    if (job != null) {
      job.remove(listener);
    }
  }

  private ObjectNode json(Job job) {
    LiveJob now = live.get(job.id());
    LiveJob.Step step = now == null ? new LiveJob.Step("", 0, 0) : now.step();
    ObjectNode node = JSON.createObjectNode();
    node.put("id", job.id());
    node.put("seq", job.seq());
    node.put("kind", job.kind());
    node.put("state", job.state().id());
    node.put("by", job.who());
    node.put("createdAt", job.created().toString());
    node.put("startedAt", job.started() == null ? null : job.started().toString());
    node.put("endedAt", job.ended() == null ? null : job.ended().toString());
    node.set("files", JSON.readTree(job.files()));
    node.put("stage", step.stage().isEmpty() ? null : step.stage());
    node.put("done", step.done());
    node.put("all", step.all());
    node.set("result", job.result() == null ? null : JSON.readTree(job.result()));
    node.put("problemCount", now == null ? job.problemCount() : now.problemCount());
    node.set("problems", JSON.readTree(now == null ? job.problems() : now.problemsJson()));
    node.put("error", job.error());
    return node;
  }

  /** Begins nothing more; what is running is found interrupted at the next start. */
  @Override
  public void close() {
    worker.shutdownNow();
    try {
      worker.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    locks.close();
  }
}
