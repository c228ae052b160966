package org.isnad.server;

import io.javalin.http.Context;
import java.time.Clock;
import org.isnad.server.people.Identity;
import org.isnad.store.Store;
import org.isnad.store.StoreException;

/** Writes the audit log: who did what, when, and from which address. */
final class Audit {

  private static final int LONGEST = 300;

  private final Store store;
  private final Clock clock;

  Audit(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Adds a line on what the asker did. */
  void add(Context request, String what, String detail) {
    add(Guard.asker(request).name(), request, what, detail);
  }

  /** Adds a line on what somebody did who is not the asker, or not yet. */
  void add(String who, Context request, String what, String detail) {
    store.audit().add(clock.instant(), who, what, Guard.from(request), shortened(detail));
  }

  /** Adds a line on a reading, aside: readers do not wait for writers. */
  void addAside(Context request, String what, String detail) {
    Identity asker = Guard.asker(request);
    String from = Guard.from(request);
    java.time.Instant now = clock.instant();
    Thread.startVirtualThread(
        () -> {
          try {
            store.audit().add(now, asker.name(), what, from, shortened(detail));
          } catch (StoreException e) {
            System.getLogger("org.isnad.server")
                .log(System.Logger.Level.WARNING, "the audit log could not be written", e);
          }
        });
  }

  private static String shortened(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }
}
