package org.isnad.server.job;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who follows a job. What it does not take in time is passed over, but for the end: a slow
 * listener neither stops a job nor fills the memory.
 */
public final class Listener {

  private static final int MOST = 256;

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>(MOST);

  /**
   * What happened.
   *
   * @param name {@code progress}, {@code problem} or {@code end}
   * @param json what it carries
   */
  public record Event(String name, String json) {

    /** Whether nothing follows. */
    public boolean isLast() {
      return name.equals("end");
    }
  }

  void tell(Event event) {
    if (!events.offer(event) && event.isLast()) {
      events.clear();
      events.add(event);
    }
  }

  /** The next event, or null where none came in time. */
  public @Nullable Event next(Duration wait) throws InterruptedException {
    return events.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
  }
}
