package org.isnad.core.reuse;

import java.util.Arrays;

/**
 * How often runs of words recur in a collection: what tells a copy from what everybody writes.
 *
 * <p>Titles of office, condolences and the furniture of one outlet are shared by articles that did not
 * copy from one another. They show by recurring in many articles, most of which share nothing else. So
 * a shared run weighs less the more articles hold it, and one that is a single outlet's template weighs
 * nothing between two articles of that outlet. Only runs that recur are held here; all others weigh 1.
 */
public final class Recurrence {

  /** Nothing is known to recur. */
  public static final Recurrence NONE = new Recurrence(new long[0], new int[0], new boolean[0]);

  /**
   * Articles that may hold a run before it loses weight: quickly, by the square, since stock phrases
   * are short and what is copied is long. In a week of twelve daily papers nine agency stories in ten
   * are held by at most eight articles, titles of office by hundreds.
   */
  static final int USUAL = 8;

  private final long[] hashes;
  private final int[] holders;
  private final boolean[] ofOneOutlet;

  private Recurrence(long[] hashes, int[] holders, boolean[] ofOneOutlet) {
    this.hashes = hashes;
    this.holders = holders;
    this.ofOneOutlet = ofOneOutlet;
  }

  /**
   * One fingerprint that recurs.
   *
   * @param hash the fingerprint
   * @param holders articles that hold it
   * @param ofOneOutlet whether it is one outlet's template
   */
  public record Entry(long hash, int holders, boolean ofOneOutlet) {}

  /** The recurrence of these fingerprints; their order does not matter. */
  public static Recurrence of(java.util.Collection<Entry> entries) {
    Entry[] sorted = entries.toArray(Entry[]::new);
    Arrays.sort(sorted, java.util.Comparator.comparingLong(Entry::hash));
    long[] hashes = new long[sorted.length];
    int[] holders = new int[sorted.length];
    boolean[] ofOneOutlet = new boolean[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      hashes[i] = sorted[i].hash();
      holders[i] = sorted[i].holders();
      ofOneOutlet[i] = sorted[i].ofOneOutlet();
    }
    return new Recurrence(hashes, holders, ofOneOutlet);
  }

  /** Number of fingerprints that recur. */
  public int size() {
    return hashes.length;
  }

  /** Whether the fingerprint is one outlet's template. */
  boolean ofOneOutlet(long fingerprint) {
    int found = Arrays.binarySearch(hashes, fingerprint);
    return found >= 0 && ofOneOutlet[found];
  }

  /** What a shared fingerprint weighs, 0 to 1, between articles of one outlet or of two. */
  double weight(long fingerprint, boolean sameOutlet) {
    int found = Arrays.binarySearch(hashes, fingerprint);
    if (found < 0) {
      return 1;
    }
    if (sameOutlet && ofOneOutlet[found]) {
      return 0;
    }
    double usual = Math.min(1, USUAL / (double) holders[found]);
    return usual * usual;
  }

  /** The mean weight of fingerprints; 1 if there are none. */
  double weight(long[] fingerprints, boolean sameOutlet) {
    double sum = 0;
    for (long fingerprint : fingerprints) {
      sum += weight(fingerprint, sameOutlet);
    }
    return fingerprints.length == 0 ? 1 : sum / fingerprints.length;
  }
}
