package org.isnad.core.reuse;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * How often runs of words recur in a collection: what tells a copy from what everybody writes.
 *
 * <p>Titles of office, condolences, bulletins of weather and markets and the furniture of one
 * outlet are shared by articles that did not copy from one another. They show by recurring: in many
 * articles, most of which share nothing else; in one outlet alone; or in one outlet on many days,
 * where a story would be news once. Only runs that recur are held here; all others weigh 1.
 */
public final class Recurrence {

  /** Nothing is known to recur. */
  public static final Recurrence NONE = of(List.of());

  /**
   * Articles that may hold a run before it loses weight: quickly, by the square, since stock
   * phrases are short and what is copied is long. In a week of twelve daily papers nine agency
   * stories in ten are held by at most eight articles, titles of office by hundreds.
   */
  static final int USUAL = 8;

  /** What a run weighs that one outlet prints day after day: ten words of it count as one. */
  private static final double STANDING_WEIGHT = 0.1;

  private static final Kind[] KINDS = Kind.values();

  private final long[] hashes;
  private final int[] holders;
  private final byte[] kinds;

  private Recurrence(Collection<Entry> recurring) {
    Entry[] entries = recurring.toArray(Entry[]::new);
    Arrays.sort(entries, Comparator.comparingLong(Entry::hash));
    hashes = new long[entries.length];
    holders = new int[entries.length];
    kinds = new byte[entries.length];
    for (int i = 0; i < entries.length; i++) {
      hashes[i] = entries[i].hash;
      holders[i] = entries[i].holders;
      kinds[i] = (byte) entries[i].kind.ordinal();
    }
  }

  private Recurrence(List<Recurrence> parts) {
    int size = parts.stream().mapToInt(Recurrence::size).sum();
    hashes = new long[size];
    holders = new int[size];
    kinds = new byte[size];
    int at = 0;
    for (Recurrence part : parts) {
      System.arraycopy(part.hashes, 0, hashes, at, part.size());
      System.arraycopy(part.holders, 0, holders, at, part.size());
      System.arraycopy(part.kinds, 0, kinds, at, part.size());
      at += part.size();
    }
  }

  /** How a run recurs. */
  public enum Kind {
    /** In more articles than a story. */
    FREQUENT,
    /** In one outlet, and hardly anywhere else. */
    ONE_OUTLET,
    /** In one outlet on many days. */
    STANDING
  }

  /**
   * One fingerprint that recurs.
   *
   * @param hash the fingerprint
   * @param holders articles that hold it
   * @param kind how it recurs
   */
  public record Entry(long hash, int holders, Kind kind) {}

  /** The recurrence of these fingerprints; their order does not matter. */
  public static Recurrence of(Collection<Entry> entries) {
    return new Recurrence(entries);
  }

  /**
   * What recurs in any of these parts.
   *
   * @param parts of fingerprints that are smaller than all of the next part
   */
  public static Recurrence joined(List<Recurrence> parts) {
    return new Recurrence(parts);
  }

  /** Number of fingerprints that recur. */
  public int size() {
    return hashes.length;
  }

  /** Whether the fingerprint is a template, of one outlet or of a bulletin. */
  boolean isTemplate(long fingerprint) {
    int found = Arrays.binarySearch(hashes, fingerprint);
    return found >= 0 && KINDS[kinds[found]] != Kind.FREQUENT;
  }

  /** What a shared fingerprint weighs, 0 to 1, between articles of one outlet or of two. */
  double weight(long fingerprint, boolean sameOutlet) {
    int found = Arrays.binarySearch(hashes, fingerprint);
    if (found < 0) {
      return 1;
    }
    double usual = Math.min(1, USUAL / (double) holders[found]);
    return switch (KINDS[kinds[found]]) {
      case FREQUENT -> usual * usual;
      case ONE_OUTLET -> sameOutlet ? 0 : usual * usual;
      case STANDING -> Math.min(STANDING_WEIGHT, usual * usual);
    };
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
