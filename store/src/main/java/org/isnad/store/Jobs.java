package org.isnad.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The jobs that a server was asked for, kept so that a server that is killed knows them again. */
public final class Jobs {

  private final Database database;
  private final JobHolds holds;

  Jobs(Database database) {
    this.database = database;
    this.holds = new JobHolds(database);
  }

  /** How far a job is. */
  public enum State {
    /** Others are before it. */
    WAITING,
    /** It is being done. */
    RUNNING,
    /** It is done. */
    DONE,
    /** It cannot be done as it is. */
    FAILED,
    /** The server ended before it. */
    INTERRUPTED;

    /** The name in the store and in the API. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing more happens unless it is started again. */
    public boolean isEnded() {
      return this != WAITING && this != RUNNING;
    }
  }

  /**
   * A job.
   *
   * @param id its id
   * @param seq counts the jobs from 1
   * @param kind {@code articles} or {@code table}
   * @param state how far it is
   * @param who asked for it
   * @param role what they might when they did
   * @param created when it was asked for
   * @param started when it was last begun, or null
   * @param ended when it ended, or null
   * @param files the names and sizes of its files, as JSON
   * @param result what it did, as JSON, or null
   * @param problems the first problems, as JSON
   * @param problemCount how many problems there were
   * @param error why it failed, or null
   */
  public record Job(
      String id,
      long seq,
      String kind,
      State state,
      String who,
      String role,
      Instant created,
      @Nullable Instant started,
      @Nullable Instant ended,
      String files,
      @Nullable String result,
      String problems,
      int problemCount,
      @Nullable String error) {}

  /** The id of the next job; its files can be laid down before the job is seen. */
  public String nextId() {
    return database.write(
        handle -> String.format(Locale.ROOT, "j%06d", new Counters(handle).next("jobs")));
  }

  /** Adds a job that waits for this process. */
  public void add(String id, String kind, String who, String role, String files, Instant at) {
    holds.take(number(id));
    database.write(
        handle ->
            handle.execute(
                "INSERT INTO jobs (id, seq, kind, state, who, role, created_at, files, problems)"
                    + " VALUES (?, ?, ?, 'waiting', ?, ?, ?, ?, '[]')",
                id,
                number(id),
                kind,
                who,
                role,
                at.toString(),
                files));
  }

  /** One job. */
  public Optional<Job> one(String id) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT * FROM jobs WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> job(row))
                .findOne());
  }

  /**
   * Jobs, newest first.
   *
   * @param before only those with a lower number
   */
  public List<Job> before(long before, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM jobs WHERE seq < :before ORDER BY seq DESC LIMIT :limit")
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> job(row))
                .list());
  }

  /** Notes that a job is begun. */
  public void start(String id, Instant at) {
    database.write(
        handle ->
            handle.execute(
                "UPDATE jobs SET state = 'running', started_at = ? WHERE id = ?",
                at.toString(),
                id));
  }

  private static long number(String id) {
    return Long.parseLong(id.substring(1));
  }

  /**
   * Lets an ended job wait once more, for this process.
   *
   * @return false where it was not failed or interrupted
   */
  public boolean again(String id, String who, String role) {
    if (!renewed(id, who, role)) {
      return false;
    }
    holds.take(number(id));
    return true;
  }

  private boolean renewed(String id, String who, String role) {
    return database.write(
        handle ->
            handle.execute(
                    "UPDATE jobs SET state = 'waiting', who = ?, role = ?, started_at = NULL, ended_at = NULL, result = NULL,"
                        + " problems = '[]', problem_count = 0, error = NULL"
                        + " WHERE id = ? AND state IN ('failed', 'interrupted')",
                    who,
                    role,
                    id)
                == 1);
  }

  /** Notes how a job ended. */
  public void end(Job ended) {
    database.write(
        handle ->
            handle.execute(
                "UPDATE jobs SET state = ?, ended_at = ?, result = ?, problems = ?, problem_count = ?, error = ?"
                    + " WHERE id = ?",
                ended.state().id(),
                String.valueOf(ended.ended()),
                ended.result(),
                ended.problems(),
                ended.problemCount(),
                ended.error(),
                ended.id()));
    holds.give(ended.seq());
  }

  /**
   * Marks jobs that an ended server left open; how many there were. In PostgreSQL those that
   * another process holds, on whatever host, are not among them.
   *
   * @param abandoned whether no server that shares this one's folder is at work on the job with
   *     this id
   */
  public int interruptOpen(Instant at, Predicate<String> abandoned) {
    return database.write(handle -> interrupt(handle, at, abandoned));
  }

  private int interrupt(Handle handle, Instant at, Predicate<String> abandoned) {
    List<String> open =
        handle
            .createQuery("SELECT id FROM jobs WHERE state IN ('waiting', 'running') ORDER BY seq")
            .mapTo(String.class)
            .list();
    int interrupted = 0;
    for (String id : open) {
      if (!holds.isTaken(handle, number(id)) && abandoned.test(id)) {
        interrupted +=
            handle.execute(
                "UPDATE jobs SET state = 'interrupted', ended_at = ? WHERE id = ?",
                at.toString(),
                id);
      }
    }
    return interrupted;
  }

  private static Job job(ResultSet row) throws SQLException {
    return new Job(
        row.getString("id"),
        row.getLong("seq"),
        row.getString("kind"),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getString("who"),
        row.getString("role"),
        Instant.parse(row.getString("created_at")),
        moment(row, "started_at"),
        moment(row, "ended_at"),
        row.getString("files"),
        row.getString("result"),
        row.getString("problems"),
        row.getInt("problem_count"),
        row.getString("error"));
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? null : Instant.parse(text);
  }
}
