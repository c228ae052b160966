package org.isnad.app;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.isnad.core.incident.Decision;
import org.isnad.store.Decided;
import org.isnad.store.RefusedException;
import org.isnad.store.Repetitions;
import org.isnad.store.Store;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Takes down what a person decides about incidents. Decisions are only ever added; an incident is
 * what reports and decisions make of it, so an edited value stays when its articles are read anew.
 */
public final class Decide {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Store store;
  private final Run run;
  private final org.isnad.core.pipeline.Knowledge knowledge;
  private final Clock clock;
  private final String by;
  private final Repetitions.@Nullable Owed owed;

  /**
   * Decisions of one person.
   *
   * @param run links anew after merges and splits
   * @param knowledge names places and parties in edits
   * @param clock tells the moment
   * @param by who decides
   */
  public Decide(
      Store store, Run run, org.isnad.core.pipeline.Knowledge knowledge, Clock clock, String by) {
    this(store, run, knowledge, clock, by, null);
  }

  private Decide(
      Store store,
      Run run,
      org.isnad.core.pipeline.Knowledge knowledge,
      Clock clock,
      String by,
      Repetitions.@Nullable Owed owed) {
    this.store = store;
    this.run = run;
    this.knowledge = knowledge;
    this.clock = clock;
    this.by = by;
    this.owed = owed;
  }

  /** The same, keeping the answer to a request that may be sent again with what it decides. */
  public Decide owing(Repetitions.@Nullable Owed answer) {
    return new Decide(store, run, knowledge, clock, by, answer);
  }

  /** The incident stands as it is. */
  public Decision accept(String incident, String reason, @Nullable Integer seen) {
    Instant now = clock.instant();
    return take(id -> new Decision.Accept(id, by, now, reason, incident), seen, now);
  }

  /** The incident, accepted before, goes to the public. */
  public Decision publish(String incident, String reason, @Nullable Integer seen) {
    Instant now = clock.instant();
    return take(id -> new Decision.Publish(id, by, now, reason, incident), seen, now);
  }

  /** The incident is none; it takes a reason. */
  public Decision reject(String incident, String reason, @Nullable Integer seen) {
    Instant now = clock.instant();
    needed(reason);
    return take(id -> new Decision.Reject(id, by, now, reason, incident), seen, now);
  }

  /** Somebody should look again. */
  public Decision unsure(String incident, String reason, @Nullable Integer seen) {
    Instant now = clock.instant();
    return take(id -> new Decision.Unsure(id, by, now, reason, incident), seen, now);
  }

  /** A remark. */
  public Decision comment(String incident, String text, @Nullable Integer seen) {
    Instant now = clock.instant();
    needed(text);
    return take(id -> new Decision.Comment(id, by, now, text, incident), seen, now);
  }

  /**
   * Puts a value in the place of the one that was read; it takes a reason.
   *
   * @param slot field of the incident, such as {@code killed}
   * @param value short or as JSON; empty empties the field
   */
  public Decision edit(
      String incident, String slot, String value, String reason, @Nullable Integer seen) {
    Instant now = clock.instant();
    needed(reason);
    String json = SlotValue.json(slot, value, knowledge);
    return take(id -> new Decision.Edit(id, by, now, reason, incident, slot, json), seen, now);
  }

  /** The incidents are one. */
  public Decision merge(List<String> incidents, String reason) {
    Instant now = clock.instant();
    if (new TreeSet<>(incidents).size() < 2) {
      throw new RefusedException("a merge needs two incidents");
    }
    List<String> reports = new ArrayList<>();
    incidents.forEach(incident -> reports.addAll(reportsOf(incident)));
    return take(id -> new Decision.Merge(id, by, now, reason, reports), null, now);
  }

  /** Some reports of an incident tell of another event. */
  public Decision split(String incident, List<String> part, String reason) {
    Instant now = clock.instant();
    List<String> rest = new ArrayList<>(reportsOf(incident));
    if (!rest.removeAll(part) || rest.isEmpty() || !reportsOf(incident).containsAll(part)) {
      throw new RefusedException(
          "a split takes some reports of "
              + incident
              + " but not all; it has "
              + String.join(", ", reportsOf(incident)));
    }
    return take(id -> new Decision.Split(id, by, now, reason, part, rest), null, now);
  }

  /**
   * The incidents are two events, whatever speaks against it; linking keeps their reports apart.
   */
  public Decision apart(String incident, String other, String reason) {
    Instant now = clock.instant();
    if (store.current(incident).equals(store.current(other))) {
      throw new RefusedException("what is kept apart has to be two incidents");
    }
    List<String> part = reportsOf(incident);
    List<String> rest = reportsOf(other);
    return take(id -> new Decision.Split(id, by, now, reason, part, rest), null, now);
  }

  /** An earlier decision no longer counts; undoing an undoing brings it back. */
  public Decision undo(String decision, String reason) {
    Instant now = clock.instant();
    return take(id -> new Decision.Undo(id, by, now, reason, decision), null, now);
  }

  private Decision take(Function<String, Decision> make, @Nullable Integer seen, Instant now) {
    Decided decided = store.decide(make, seen, now, owed);
    if (decided.relink()) {
      run.link(store, decided.decision().id(), new ArrayList<>());
    }
    return decided.decision();
  }

  private List<String> reportsOf(String incident) {
    String json =
        store
            .incident(store.current(incident))
            .orElseThrow(() -> new RefusedException("no incident '" + incident + "'"))
            .json();
    List<String> reports = new ArrayList<>();
    for (JsonNode report : JSON.readTree(json).path("reports")) {
      reports.add(report.path("id").asString(""));
    }
    return reports;
  }

  private static void needed(String reason) {
    if (reason.isBlank()) {
      throw new RefusedException("say why; this decision needs a reason");
    }
  }
}
