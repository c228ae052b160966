package org.isnad.server.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.isnad.app.Progress;
import org.isnad.core.pipeline.Problem;
import org.isnad.server.job.Listener.Event;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A job that is not ended: how far it is, and who follows it. */
final class LiveJob implements Progress {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Problems that are kept; the others are only counted. */
  private static final int MOST_PROBLEMS = 100;

  private final Set<Listener> listeners = new CopyOnWriteArraySet<>();
  private final List<ObjectNode> problems = new ArrayList<>();
  private final String folder;
  private int problemCount;
  private Step step = new Step("", 0, 0);

  /**
   * How far a job is.
   *
   * @param stage what is being done, or empty
   * @param done so many
   * @param all of so many, or 0 where they are not counted
   */
  record Step(String stage, int done, int all) {}

  /**
   * A job that begins.
   *
   * @param folder where its files lie, which is nobody's business
   */
  LiveJob(String folder) {
    this.folder = folder;
  }

  @Override
  public void read(int done, int all) {
    step("reading", done, all);
  }

  @Override
  public void stage(String name) {
    step(name, 0, 0);
  }

  /** Told at every whole percent, since everybody who follows gets each step. */
  @Override
  public void reached(int done, int all) {
    Step last = step();
    if (done == all || done - last.done >= all / 100) {
      step(last.stage, done, all);
    }
  }

  @Override
  public void done() {}

  private void step(String stage, int done, int all) {
    Step now = new Step(stage, done, all);
    synchronized (this) {
      step = now;
    }
    ObjectNode node = JSON.createObjectNode();
    node.put("stage", stage).put("done", done).put("all", all);
    tell(new Event("progress", JSON.writeValueAsString(node)));
  }

  void problems(List<Problem> found) {
    for (Problem problem : found) {
      ObjectNode node = JSON.createObjectNode();
      node.put("code", problem.code().number());
      node.put("where", withoutFolder(problem.where()));
      node.put("text", withoutFolder(problem.text()));
      synchronized (this) {
        problemCount++;
        if (problems.size() < MOST_PROBLEMS) {
          problems.add(node);
        }
      }
      tell(new Event("problem", JSON.writeValueAsString(node)));
    }
  }

  String withoutFolder(String text) {
    return text.replace(folder + "/", "").replace(folder + "\\", "").replace(folder, "");
  }

  void tell(Event event) {
    listeners.forEach(listener -> listener.tell(event));
  }

  void add(Listener listener) {
    listeners.add(listener);
  }

  void remove(Listener listener) {
    listeners.remove(listener);
  }

  synchronized Step step() {
    return step;
  }

  synchronized int problemCount() {
    return problemCount;
  }

  synchronized String problemsJson() {
    ArrayNode array = JSON.createArrayNode();
    problems.forEach(array::add);
    return JSON.writeValueAsString(array);
  }
}
