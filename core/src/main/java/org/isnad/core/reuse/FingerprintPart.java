package org.isnad.core.reuse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A part of the fingerprints of a collection and the articles that hold them, for collections whose
 * fingerprints do not fit into memory at once. What {@link CandidateIndex} finds in all of them is
 * what is found part by part: which fingerprints recur is decided for each alone, and what two
 * articles share is the sum over all parts.
 *
 * <pre>{@code
 * FingerprintPart part = new FingerprintPart();
 * part.add(hash, 0);
 * part.add(hash, 7);
 * Recurrence recurrence = part.recurrence(outlets, days);
 * part.pairs(recurrence, (earlier, later) -> counts.add(earlier, later));   // 0, 7
 * }</pre>
 */
public final class FingerprintPart {

  private final Postings postings = new Postings();

  /** Takes two articles that share a fingerprint. */
  @FunctionalInterface
  public interface Pairs {
    /** Called for every fingerprint that the two share, the smaller number first. */
    void shared(int earlier, int later);
  }

  /**
   * Adds one fingerprint of an article.
   *
   * @param article its number in the order of ids, from 0
   */
  public void add(long hash, int article) {
    postings.add(hash, article);
  }

  /**
   * Which fingerprints recur.
   *
   * @param outlets by article a number of its outlet, from 1; 0 where it is not known
   * @param days by article the day of publication since 1970; 0 where it is not known
   */
  public Recurrence recurrence(int[] outlets, int[] days) {
    List<Recurrence.Entry> entries = new ArrayList<>();
    long[] printed = new long[16];
    for (int slot = 0; slot < postings.slots(); slot++) {
      int holders = postings.count(slot);
      if (holders >= CandidateIndex.STANDING_DAYS) {
        printed = holders > printed.length ? new long[2 * holders] : printed;
        int size = 0;
        for (int p = postings.first(slot); p >= 0; p = postings.next(p)) {
          int article = postings.article(p);
          if (outlets[article] > 0) {
            printed[size++] = (long) outlets[article] << 32 | days[article] & 0xFFFFFFFFL;
          }
        }
        Arrays.sort(printed, 0, size);
        Recurrence.Kind kind = CandidateIndex.kind(printed, size, holders);
        if (kind != null) {
          entries.add(new Recurrence.Entry(postings.hash(slot), holders, kind));
        }
      }
    }
    return Recurrence.of(entries);
  }

  /** Hands over the pairs that share fingerprints which are no template, once for each. */
  public void pairs(Recurrence recurrence, Pairs pairs) {
    int[] holders = new int[16];
    for (int slot = 0; slot < postings.slots(); slot++) {
      int count = postings.count(slot);
      if (count > 1 && !recurrence.isTemplate(postings.hash(slot))) {
        holders = count > holders.length ? new int[2 * count] : holders;
        int size = 0;
        for (int p = postings.first(slot); p >= 0; p = postings.next(p)) {
          holders[size++] = postings.article(p);
        }
        Arrays.sort(holders, 0, size);
        for (int later = 1; later < size; later++) {
          for (int i = 0; i < CandidateIndex.earlierPartners(later); i++) {
            pairs.shared(holders[i], holders[later]);
          }
        }
      }
    }
  }
}
