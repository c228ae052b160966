package org.isnad.core.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.isnad.core.text.Normalizer;

/**
 * Places that are read only behind a cue word, by their folded names. There can be hundreds of
 * thousands of them, so that of each name only its hash and its line are kept (20 bytes), and the
 * line is parsed when the name is met.
 *
 * <p>Looking a name up takes constant time whatever the number of names. Names are compared folded,
 * so that a clash of hashes costs a comparison and nothing else.
 */
final class CuedPlaces {

  private static final int NONE = -1;

  private final List<Table> headers = new ArrayList<>();
  private int[] slots = empty(1 << 10);
  private int[] hashes = new int[1 << 9];
  private int[] rows = new int[1 << 9];
  private int[] headerOf = new int[1 << 9];
  private int[] next = new int[1 << 9];
  private int size;
  private int longest;

  /** Takes a file in; its places follow with {@link #add}. */
  void open(Table header) {
    headers.add(header);
  }

  /**
   * A line of the file opened last is a place of this name.
   *
   * @param line counted from 1
   */
  void add(String name, int line) {
    String folded = Normalizer.fold(name).strip();
    if (folded.isEmpty()) {
      return;
    }
    if (size == rows.length) {
      grow();
    }
    hashes[size] = folded.hashCode();
    rows[size] = line;
    headerOf[size] = headers.size() - 1;
    link(size);
    longest = Math.max(longest, Words.of(folded).size());
    size++;
  }

  /** Most words that a name has; 0 where there are no names. */
  int longest() {
    return longest;
  }

  /** The places of this folded name, in no order that means anything but always the same one. */
  List<Place> of(String folded) {
    int hash = folded.hashCode();
    Set<Place> found = new LinkedHashSet<>();
    for (int at = slots[slot(hash)]; at != NONE; at = next[at]) {
      if (hashes[at] == hash) {
        Place place = place(at);
        if (place.names().stream().anyMatch(n -> Normalizer.fold(n).strip().equals(folded))) {
          found.add(place);
        }
      }
    }
    return List.copyOf(found);
  }

  private Place place(int at) {
    Table header = headers.get(headerOf[at]);
    String line = header.file().lines().get(rows[at] - 1);
    return Gazetteer.place(header, header.row(rows[at], line));
  }

  private void grow() {
    int wider = size * 2;
    hashes = Arrays.copyOf(hashes, wider);
    rows = Arrays.copyOf(rows, wider);
    headerOf = Arrays.copyOf(headerOf, wider);
    next = Arrays.copyOf(next, wider);
    slots = empty(wider * 2);
    for (int i = 0; i < size; i++) {
      link(i);
    }
  }

  private void link(int entry) {
    int slot = slot(hashes[entry]);
    next[entry] = slots[slot];
    slots[slot] = entry;
  }

  private int slot(int hash) {
    return (hash ^ hash >>> 16) & (slots.length - 1);
  }

  private static int[] empty(int length) {
    int[] slots = new int[length];
    Arrays.fill(slots, NONE);
    return slots;
  }
}
