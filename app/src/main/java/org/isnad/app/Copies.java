package org.isnad.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.isnad.core.article.ArticleId;
import org.isnad.core.reuse.Passage;
import org.isnad.core.reuse.Recurrence;
import org.isnad.core.reuse.TextReuse;
import org.isnad.io.RecordJson;

/**
 * Who shares text with whom in a store: articles are numbers in the order of their ids, and what
 * two of them share is set aside until their family is looked at.
 */
final class Copies implements AutoCloseable {

  private final Names ids;
  private final Recurrence recurrence;
  private final Spill spill;
  private final RecordJson format;
  private final DisjointSets sets;
  private final Ints earlier = new Ints();
  private final Longs addresses = new Longs();
  private long[] byFamily = {};
  private boolean sorted;

  /**
   * Copies among these articles.
   *
   * @param ids sorted
   * @param recurrence which runs of words recur among all of them
   */
  Copies(Names ids, Recurrence recurrence, Spill spill, RecordJson format) {
    this.ids = ids;
    this.recurrence = recurrence;
    this.spill = spill;
    this.format = format;
    this.sets = new DisjointSets(ids.size());
  }

  /**
   * Adds what two articles share.
   *
   * @param copied what is left of it, all that recurs considered
   */
  void add(int first, int second, TextReuse reuse, TextReuse copied) {
    addresses.add(spill.add(kept(first, second, reuse, copied)));
    spill.add(format.write(reuse));
    earlier.add(first);
    sets.join(first, second);
    sorted = false;
  }

  /**
   * What two articles are to their family, in so far as it can change: which passages are left, of
   * those that their texts share whatever else there is.
   */
  private byte[] kept(int first, int second, TextReuse reuse, TextReuse copied) {
    Fingerprint kept = new Fingerprint().add(ids.get(first)).add(ids.get(second));
    for (Passage passage : reuse.passages()) {
      kept.add(copied.passages().contains(passage) ? 1 : 0);
    }
    return kept.bytes();
  }

  /** Who belongs to a family and who copied what: all that its days depend on beside readings. */
  void addTo(Fingerprint made, int[] family) {
    for (int member : family) {
      made.add(ids.get(member));
    }
    if (family.length > 1) {
      for (long address : addresses(family)) {
        made.add(spill.get(address));
      }
    }
  }

  /** Number of articles. */
  int size() {
    return ids.size();
  }

  ArticleId id(int number) {
    return new ArticleId(ids.get(number));
  }

  Recurrence recurrence() {
    return recurrence;
  }

  /** The families, single articles among them, in the order of their first members. */
  Iterable<int[]> families() {
    long[] members = sets.members();
    return () ->
        new java.util.Iterator<>() {
          private int at;

          @Override
          public boolean hasNext() {
            return at < members.length;
          }

          @Override
          public int[] next() {
            if (!hasNext()) {
              throw new java.util.NoSuchElementException();
            }
            int from = at;
            while (at < members.length
                && members[at] >>> Integer.SIZE == members[from] >>> Integer.SIZE) {
              at++;
            }
            int[] family = new int[at - from];
            Arrays.setAll(family, i -> (int) members[from + i]);
            return family;
          }
        };
  }

  /** What the members of a family share with one another. */
  List<TextReuse> of(int[] family) {
    List<TextReuse> reuses = new ArrayList<>();
    for (long address : addresses(family)) {
      reuses.add(format.read(spill.text(spill.behind(address)), TextReuse.class));
    }
    return reuses;
  }

  private long[] addresses(int[] family) {
    sort();
    int root = family[0];
    int at = Arrays.binarySearch(byFamily, (long) root << Integer.SIZE);
    int from = at < 0 ? -at - 1 : at;
    int to = from;
    while (to < byFamily.length && byFamily[to] >>> Integer.SIZE == root) {
      to++;
    }
    return Arrays.stream(byFamily, from, to).map(copy -> addresses.get((int) copy)).toArray();
  }

  private void sort() {
    if (!sorted) {
      byFamily = new long[earlier.size()];
      for (int copy = 0; copy < byFamily.length; copy++) {
        byFamily[copy] = (long) sets.root(earlier.get(copy)) << Integer.SIZE | copy;
      }
      Arrays.sort(byFamily);
      sorted = true;
    }
  }

  @Override
  public void close() {
    spill.close();
  }
}
