package org.isnad.store;

import org.jdbi.v3.core.Handle;

/** Numbers without gaps: whoever takes one holds the row until the end of the transaction. */
final class Counters {

  private final Handle handle;

  Counters(Handle handle) {
    this.handle = handle;
  }

  /** The next number of a series, 1 where there was none. */
  long next(String name) {
    return handle
        .createQuery(
            "INSERT INTO counters VALUES (:name, 1)"
                + " ON CONFLICT (name) DO UPDATE SET value = counters.value + 1 RETURNING value")
        .bind("name", name)
        .mapTo(Long.class)
        .one();
  }

  /** The last number that was given. */
  long last(String name) {
    return handle
        .createQuery("SELECT value FROM counters WHERE name = :name")
        .bind("name", name)
        .mapTo(Long.class)
        .one();
  }

  /** Whether a number is still this one; if so, it stays until the end of the transaction. */
  boolean hold(String name, long value) {
    return handle.execute(
            "UPDATE counters SET value = value WHERE name = ? AND value = ?", name, value)
        == 1;
  }
}
