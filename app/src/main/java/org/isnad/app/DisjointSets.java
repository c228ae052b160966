package org.isnad.app;

import java.util.Arrays;

/**
 * Numbers brought together in sets, at four bytes a number. Each set is named by its smallest
 * member.
 */
final class DisjointSets {

  private final int[] parents;

  /** The numbers from 0 on, so many, each alone. */
  DisjointSets(int size) {
    parents = new int[size];
    Arrays.setAll(parents, number -> number);
  }

  /** The smallest member of a number's set. */
  int root(int number) {
    int at = number;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  /** Makes the sets of two numbers one. */
  void join(int a, int b) {
    int x = root(a);
    int y = root(b);
    parents[Math.max(x, y)] = Math.min(x, y);
  }

  boolean together(int a, int b) {
    return root(a) == root(b);
  }

  int size() {
    return parents.length;
  }

  /** The members of all sets, each behind the smallest member of its set in the upper half. */
  long[] members() {
    long[] members = new long[parents.length];
    for (int number = 0; number < members.length; number++) {
      members[number] = (long) root(number) << Integer.SIZE | number;
    }
    Arrays.sort(members);
    return members;
  }
}
