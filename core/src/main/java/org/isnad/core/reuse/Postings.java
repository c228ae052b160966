package org.isnad.core.reuse;

import java.util.Arrays;

/**
 * Which articles hold which fingerprint: a hash table with open addressing, whose lists of articles
 * are linked through one array. Boxed maps would take ten times the memory.
 */
final class Postings {

  private static final double FULL = 0.6;

  private long[] hashes = new long[1 << 12];
  private int[] counts = new int[1 << 12];
  private int[] firsts = new int[1 << 12];
  private int used;
  private int[] nexts = new int[1 << 12];
  private int[] articles = new int[1 << 12];
  private int size;

  void add(long hash, int article) {
    if (used > FULL * hashes.length) {
      rehash();
    }
    if (size == articles.length) {
      nexts = Arrays.copyOf(nexts, size * 2);
      articles = Arrays.copyOf(articles, size * 2);
    }
    int slot = find(hash);
    if (counts[slot] == 0) {
      hashes[slot] = hash;
      firsts[slot] = -1;
      used++;
    }
    articles[size] = article;
    nexts[size] = firsts[slot];
    firsts[slot] = size++;
    counts[slot]++;
  }

  /** The slot of {@code hash}, which is empty (count 0) where the hash is not held. */
  int find(long hash) {
    int mask = hashes.length - 1;
    int slot = (int) (hash ^ hash >>> 32) & mask;
    while (counts[slot] > 0 && hashes[slot] != hash) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  int slots() {
    return hashes.length;
  }

  int count(int slot) {
    return counts[slot];
  }

  long hash(int slot) {
    return hashes[slot];
  }

  int first(int slot) {
    return firsts[slot];
  }

  int next(int posting) {
    return nexts[posting];
  }

  int article(int posting) {
    return articles[posting];
  }

  private void rehash() {
    long[] oldHashes = hashes;
    int[] oldCounts = counts;
    int[] oldFirsts = firsts;
    hashes = new long[oldHashes.length * 2];
    counts = new int[hashes.length];
    firsts = new int[hashes.length];
    for (int i = 0; i < oldHashes.length; i++) {
      if (oldCounts[i] > 0) {
        int slot = find(oldHashes[i]);
        hashes[slot] = oldHashes[i];
        counts[slot] = oldCounts[i];
        firsts[slot] = oldFirsts[i];
      }
    }
  }
}
