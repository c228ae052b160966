package org.isnad.checks;

import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Kills processes at random moments of their lives. How long a life is, is learned on the way: the
 * machine may be busier at one time than at another.
 */
final class Kills {

  /** A life is taken to be no shorter than this, in milliseconds. */
  private static final long SHORTEST = 300;

  /** Added to every seed, so that a second round tries other moments. */
  static final long ROUND = Long.getLong("isnad.kills.round", 0);

  private final Random random;
  private long life;
  private int killed;
  private int tried;

  /**
   * Kills from a seed.
   *
   * @param life milliseconds that the first process takes when it is let alone, more or less
   */
  Kills(long seed, long life) {
    this.random = new Random(seed + 1000 * ROUND);
    this.life = Math.max(SHORTEST, life);
  }

  /** Lets it live for a random part of its life; whether it was killed before it ended. */
  boolean kill(Process process) throws InterruptedException {
    long start = System.nanoTime();
    boolean ended = process.waitFor(random.nextLong(life), TimeUnit.MILLISECONDS);
    long lived = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    process.destroyForcibly().waitFor();
    tried++;
    killed += ended ? 0 : 1;
    // A life that ended by itself shows how long one is; the others slowly make it longer again.
    life = ended ? Math.max(SHORTEST, lived) : life + life / 10;
    return !ended;
  }

  /** How many were killed before they ended. */
  int killed() {
    return killed;
  }

  /** Whether so many were killed, or so many more tried that it makes no sense to go on. */
  boolean suffice(int wanted) {
    return killed >= wanted || tried >= 4 * wanted + 10;
  }

  /** {@code 3 of 5 killed}. */
  @Override
  public String toString() {
    return killed + " of " + tried + " killed before they ended";
  }
}
