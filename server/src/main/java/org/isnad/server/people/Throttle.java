package org.isnad.server.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes those who guess wait. Failures are counted for a name from one address, for a name from
 * anywhere, and for an address; beyond a number that is free, every further one doubles the wait.
 * Whether a name exists makes no difference.
 */
final class Throttle {

  /** Failures of one name from one address that cost nothing: mistypings. */
  private static final int FREE_PAIR = 5;

  /** Failures of a name from anywhere, and of an address with any name, that cost nothing. */
  private static final int FREE_ONE = 20;

  private static final Duration LONGEST = Duration.ofMinutes(15);

  /** Without failures for so long they are forgotten. */
  private static final Duration FORGOTTEN = Duration.ofHours(1);

  /** Names and addresses remembered; the eldest are forgotten first. */
  private static final int KEPT = 50_000;

  private final Clock clock;
  private final Map<String, Failures> failures =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > KEPT;
        }
      };

  private record Failures(int count, Instant last, Instant open) {}

  private record Counted(String key, int free) {}

  Throttle(Clock clock) {
    this.clock = clock;
  }

  /** How long this name has to wait at this address; zero where it need not. */
  synchronized Duration wait(String name, String address) {
    Instant now = clock.instant();
    Duration longest = Duration.ZERO;
    for (Counted counted : counted(name, address)) {
      Failures known = failures.get(counted.key());
      if (known != null && known.open().isAfter(now)) {
        Duration wait = Duration.between(now, known.open());
        longest = wait.compareTo(longest) > 0 ? wait : longest;
      }
    }
    return longest;
  }

  /** Counts a failure before its cause is looked at, so that tries side by side count too. */
  synchronized void failed(String name, String address) {
    Instant now = clock.instant();
    for (Counted counted : counted(name, address)) {
      Failures known = failures.get(counted.key());
      boolean fresh = known == null || known.last().plus(FORGOTTEN).isBefore(now);
      int count = fresh || known == null ? 1 : known.count() + 1;
      failures.put(counted.key(), new Failures(count, now, now.plus(penalty(count, counted))));
    }
  }

  /** Forgets the failures of a name at an address, after it was let in. */
  synchronized void passed(String name, String address) {
    for (Counted counted : counted(name, address)) {
      Failures known = failures.remove(counted.key());
      boolean pair = counted.free() == FREE_PAIR;
      if (known != null && !pair && known.count() > 1) {
        failures.put(counted.key(), new Failures(known.count() - 1, known.last(), clock.instant()));
      }
    }
  }

  private static Duration penalty(int count, Counted counted) {
    int over = count - counted.free();
    if (over < 0) {
      return Duration.ZERO;
    }
    Duration wait = Duration.ofSeconds(1L << Math.min(over, 20));
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }

  private static List<Counted> counted(String name, String address) {
    return List.of(
        new Counted("pair " + address + " " + name, FREE_PAIR),
        new Counted("name " + name, FREE_ONE),
        new Counted("address " + address, FREE_ONE));
  }
}
