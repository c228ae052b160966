package org.isnad.store;

import org.jdbi.v3.core.Handle;

/** Numbers without gaps: whoever takes one holds the row until the end of the transaction. */
final class Counters {

  private final Handle handle;

  Counters(Handle handle) {
    this.handle = handle;
  }

  /** The next number of a series. */
  long next(String name) {
    return handle
        .createQuery("UPDATE counters SET value = value + 1 WHERE name = :name RETURNING value")
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
