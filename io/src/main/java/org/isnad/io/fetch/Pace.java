package org.isnad.io.fetch;

import java.time.Instant;

/** Time as fetching needs it; tests have their own. */
public interface Pace {

  /** The wall clock, and waiting on it. */
  Pace REAL =
      new Pace() {
        @Override
        public Instant now() {
          return Instant.now();
        }

        @Override
        public void waitUntil(Instant time) throws InterruptedException {
          long millis = time.toEpochMilli() - Instant.now().toEpochMilli();
          if (millis > 0) {
            Thread.sleep(millis);
          }
        }
      };

  /** Now. */
  Instant now();

  /** Returns at that time or later. */
  void waitUntil(Instant time) throws InterruptedException;
}
