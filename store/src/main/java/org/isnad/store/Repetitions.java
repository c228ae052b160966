package org.isnad.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.isnad.core.incident.Decision;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Requests that were sent under a key, with their answers, so that a repetition is answered the
 * same and does nothing, over restarts and over servers that share a database.
 */
public final class Repetitions {

  /** How long an answer is kept. */
  public static final Duration KEPT = Duration.ofDays(1);

  /**
   * After so long a request that was never answered is taken for lost with its server; merges of a
   * hundred thousand articles took a minute.
   */
  public static final Duration LOST = Duration.ofMinutes(5);

  private final Database database;

  Repetitions(Database database) {
    this.database = database;
  }

  /** What is known of a key. */
  public sealed interface Known {
    /** Nothing; it is the asker's now. */
    record Fresh() implements Known {}

    /** The same request is being worked on. */
    record Running() implements Known {}

    /** It was used for another request. */
    record Another() implements Known {}

    /**
     * It was answered.
     *
     * @param answer with this
     */
    record Answered(String answer) implements Known {}
  }

  /**
   * The answer that a request under a key will be given, kept in the transaction that does what it
   * asks: a server that ends between the two would leave a request done of which nobody knows.
   *
   * @param answer what is answered, once the decision is taken
   */
  public record Owed(String person, String key, Function<Decision, String> answer) {

    void keep(Handle handle, Decision decision) {
      Repetitions.keep(handle, person, key, answer.apply(decision));
    }
  }

  private record Row(String request, @Nullable String answer, Instant began) {}

  /**
   * Takes a key, or says what is known of it.
   *
   * @param request a digest of what is asked
   */
  public Known take(String person, String key, String request, Instant at) {
    return database.write(
        handle -> {
          handle.execute("DELETE FROM repetitions WHERE ends_at < ?", at.toString());
          int taken =
              handle.execute(
                  "INSERT INTO repetitions VALUES (?, ?, ?, NULL, ?, ?) ON CONFLICT DO NOTHING",
                  person,
                  key,
                  request,
                  at.toString(),
                  at.plus(KEPT).toString());
          return taken == 1
              ? new Known.Fresh()
              : known(handle, person, key, request, at).orElseGet(Known.Running::new);
        });
  }

  private static Optional<Known> known(
      Handle handle, String person, String key, String request, Instant at) {
    return handle
        .createQuery(
            "SELECT request, answer, began_at FROM repetitions WHERE person = :person AND name = :name")
        .bind("person", person)
        .bind("name", key)
        .map((row, context) -> row(row))
        .findOne()
        .map(row -> known(handle, person, key, request, row, at));
  }

  private static Known known(
      Handle handle, String person, String key, String request, Row row, Instant at) {
    if (!row.request().equals(request)) {
      return new Known.Another();
    }
    if (row.answer() != null) {
      return new Known.Answered(row.answer());
    }
    if (row.began().plus(LOST).isAfter(at)) {
      return new Known.Running();
    }
    handle.execute(
        "UPDATE repetitions SET began_at = ? WHERE person = ? AND name = ?",
        at.toString(),
        person,
        key);
    return new Known.Fresh();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getString("request"),
        row.getString("answer"),
        Instant.parse(row.getString("began_at")));
  }

  /** Keeps the answer to a request that has the key. */
  public void answer(String person, String key, String answer) {
    database.write(handle -> keep(handle, person, key, answer));
  }

  private static int keep(Handle handle, String person, String key, String answer) {
    return handle.execute(
        "UPDATE repetitions SET answer = ? WHERE person = ? AND name = ?", answer, person, key);
  }

  /** Gives a key back where the request did nothing; what was done stays answered. */
  public void release(String person, String key) {
    database.write(
        handle ->
            handle.execute(
                "DELETE FROM repetitions WHERE person = ? AND name = ? AND answer IS NULL",
                person,
                key));
  }
}
