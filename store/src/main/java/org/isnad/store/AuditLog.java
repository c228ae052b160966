package org.isnad.store;

import java.time.Instant;
import java.util.List;

/** Who did what, when, and from where. It only grows; both databases refuse to change or cut it. */
public final class AuditLog {

  private final Database database;

  AuditLog(Database database) {
    this.database = database;
  }

  /**
   * A line.
   *
   * @param seq counts the lines from 1
   * @param at when
   * @param who the name that was used, or empty
   * @param what such as {@code sign-in}
   * @param from the address it came from, or {@code command line}
   * @param detail whom or what it was done to; never a secret
   */
  public record Line(long seq, Instant at, String who, String what, String from, String detail) {}

  /** Adds a line. */
  public void add(Instant at, String who, String what, String from, String detail) {
    database.write(
        handle ->
            handle.execute(
                "INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?)",
                new Counters(handle).next("audit"),
                at.toString(),
                who,
                what,
                from,
                detail));
  }

  /**
   * Lines, newest first.
   *
   * @param before only those with a lower number
   */
  public List<Line> before(long before, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM audit WHERE seq < :before ORDER BY seq DESC LIMIT :limit")
                .bind("before", before)
                .bind("limit", limit)
                .map(
                    (row, context) ->
                        new Line(
                            row.getLong("seq"),
                            Instant.parse(row.getString("logged_at")),
                            row.getString("who"),
                            row.getString("what"),
                            row.getString("source"),
                            row.getString("detail")))
                .list());
  }
}
