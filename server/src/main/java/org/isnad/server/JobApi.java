package org.isnad.server;

import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.isnad.server.Route.Answer;
import org.isnad.server.job.JobRunner;
import org.isnad.server.job.Listener;
import org.isnad.server.people.Role;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Jobs: which there are, how far they are, and the same as it goes on. */
final class JobApi {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Most who listen at once; each holds a connection. */
  static final int MOST_LISTENERS = 64;

  private final JobRunner jobs;
  private final Audit audit;
  private final Duration beat;
  private final Semaphore places = new Semaphore(MOST_LISTENERS);

  /**
   * The jobs.
   *
   * @param beat so often something is sent while nothing happens, which also shows who has left
   */
  JobApi(JobRunner jobs, Audit audit, Duration beat) {
    this.jobs = jobs;
    this.audit = audit;
    this.beat = beat;
  }

  List<Route> routes() {
    return List.of(
        new Route(
            "GET",
            "/api/v1/jobs",
            Role.READER,
            "Jobs, newest first.",
            Paging.BACKWARDS,
            Answer.json("JobPage"),
            this::list),
        new Route(
            "GET",
            "/api/v1/jobs/{id}",
            Role.READER,
            "One job.",
            List.of(),
            Answer.json("Job"),
            this::one),
        new Route(
            "GET",
            "/api/v1/jobs/{id}/events",
            Role.READER,
            "One job as it goes on: job, then progress and problem, and end.",
            List.of(),
            new Answer("text/event-stream", ""),
            this::events),
        new Route(
            "POST",
            "/api/v1/jobs/{id}/start",
            Role.CODER,
            "Starts an interrupted or failed job again.",
            List.of(),
            Answer.json("Job"),
            this::start));
  }

  private void list(Context request) {
    Filters.onlyThese(request, Paging.BACKWARDS);
    int limit = Paging.of(request).limit();
    List<ObjectNode> found = jobs.before(Paging.before(request), limit);
    ObjectNode page = JSON.createObjectNode();
    ArrayNode items = page.putArray("items");
    found.forEach(items::add);
    page.put("next", found.size() < limit ? null : (Long) found.getLast().path("seq").asLong());
    Answers.json(request, page);
  }

  private void one(Context request) {
    Answers.json(request, job(request));
  }

  private ObjectNode job(Context request) {
    String id = request.pathParam("id");
    return jobs.one(id).orElseThrow(() -> ApiProblem.unknown("job", id));
  }

  private void start(Context request) {
    ObjectNode job = job(request);
    String id = job.path("id").asString("");
    if (!jobs.again(id, Guard.asker(request))) {
      throw new ApiProblem(
          409,
          "job-state",
          "The job cannot be started.",
          "it is " + job.path("state").asString("") + "; only a failed or interrupted one can be",
          List.of());
    }
    audit.add(request, "job-start", id);
    request.status(202);
    Answers.json(request, job(request));
  }

  private void events(Context request) throws IOException, InterruptedException {
    ObjectNode job = job(request);
    if (!places.tryAcquire()) {
      request.header("Retry-After", "5");
      throw new ApiProblem(
          503, "busy", "Too many are listening.", "ask again in a few seconds", List.of());
    }
    String id = job.path("id").asString("");
    Listener listener = new Listener();
    try {
      request.contentType("text/event-stream; charset=utf-8");
      request.header("Cache-Control", "no-store").header("X-Accel-Buffering", "no");
      boolean follows = jobs.listen(id, listener);
      ServletOutputStream out = request.res().getOutputStream();
      String now = JSON.writeValueAsString(job(request));
      send(out, "job", now);
      if (follows) {
        follow(listener, out);
      } else {
        send(out, "end", now);
      }
    } catch (IOException e) {
      // The listener has left; there is nobody to tell.
    } finally {
      jobs.leave(id, listener);
      places.release();
    }
  }

  private void follow(Listener listener, ServletOutputStream out)
      throws IOException, InterruptedException {
    boolean open = true;
    while (open) {
      Listener.Event event = listener.next(beat);
      if (event == null) {
        out.write(": still here\n\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
      } else {
        send(out, event.name(), event.json());
        open = !event.isLast();
      }
    }
  }

  /** JSON holds no line breaks, so that one line carries it. */
  private static void send(ServletOutputStream out, String name, String json) throws IOException {
    out.write(("event: " + name + "\ndata: " + json + "\n\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
