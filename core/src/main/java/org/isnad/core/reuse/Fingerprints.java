package org.isnad.core.reuse;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import org.isnad.core.article.ArticleId;
import org.jspecify.annotations.Nullable;

/**
 * The fingerprints of one article: hashes of runs of five words, thinned by winnowing.
 *
 * <p>Five words is the order that passim found best for newspapers (Smith, Cordell and Mullen 2015,
 * and its documented default). Winnowing (Schleimer, Wilkerson and Aiken 2003) keeps the smallest
 * hash of every window; with windows of four it keeps about two hashes in five, and any run of
 * eight words that two texts share gives them a common fingerprint.
 *
 * @param article whose they are
 * @param outlet who published it, or null where not known
 * @param day the day it was published on as far as the input says, or null
 * @param hashes sorted, each once
 */
public record Fingerprints(
    ArticleId article, @Nullable String outlet, @Nullable LocalDate day, long[] hashes) {

  /** Words in one fingerprinted run. */
  static final int ORDER = 5;

  /** Neighbouring runs of which one is kept at least. */
  static final int WINDOW = 4;

  /** The fingerprints of the words of an article. Linear in their number. */
  public static Fingerprints of(
      ArticleId article, @Nullable String outlet, @Nullable LocalDate day, WordSequence words) {
    return new Fingerprints(article, outlet, day, winnow(words, 0, words.size()));
  }

  /** The fingerprints of words {@code first} to {@code end} (exclusive), sorted, each once. */
  static long[] winnow(WordSequence words, int first, int end) {
    long[] runs = runs(words, first, end);
    long[] kept = new long[runs.length];
    int size = 0;
    int last = -1;
    for (int at = 0; at + 1 <= Math.max(1, runs.length - WINDOW + 1) && runs.length > 0; at++) {
      int smallest = smallest(runs, at, Math.min(runs.length, at + WINDOW));
      if (smallest != last) {
        kept[size++] = runs[smallest];
        last = smallest;
      }
    }
    return distinct(kept, size);
  }

  private static long[] runs(WordSequence words, int first, int end) {
    int count = Math.max(0, end - first - ORDER + 1);
    long[] runs = new long[count];
    for (int i = 0; i < count; i++) {
      long hash = 0;
      for (int k = 0; k < ORDER; k++) {
        hash = hash * 0x9E3779B97F4A7C15L + words.hash(first + i + k);
      }
      runs[i] = WordSequence.mix(hash);
    }
    return runs;
  }

  /** The rightmost smallest, as the paper has it, so that neighbouring windows agree. */
  private static int smallest(long[] runs, int from, int to) {
    int smallest = from;
    for (int i = from + 1; i < to; i++) {
      if (runs[i] <= runs[smallest]) {
        smallest = i;
      }
    }
    return smallest;
  }

  private static long[] distinct(long[] values, int size) {
    long[] sorted = Arrays.copyOf(values, size);
    Arrays.sort(sorted);
    int distinct = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[distinct++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, distinct);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Fingerprints that
        && article.equals(that.article)
        && Objects.equals(outlet, that.outlet)
        && Objects.equals(day, that.day)
        && Arrays.equals(hashes, that.hashes);
  }

  @Override
  public int hashCode() {
    return article.hashCode() * 31 + Arrays.hashCode(hashes);
  }
}
