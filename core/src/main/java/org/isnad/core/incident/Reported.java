package org.isnad.core.incident;

import java.util.List;
import java.util.TreeSet;

/**
 * A value of an incident as its reports give it: every differing claim is kept, nothing is averaged
 * and nothing overwritten (codebook section 11).
 *
 * @param claims the differing values, first published first
 */
public record Reported<T>(List<Claim<T>> claims) {

  /** Copies the list. */
  public Reported {
    claims = List.copyOf(claims);
  }

  /** Whether no report gives a value. */
  public boolean isEmpty() {
    return claims.isEmpty();
  }

  /** Whether claims contradict each other that no source has taken back. */
  public boolean isDisputed() {
    TreeSet<Integer> withdrawn = withdrawn();
    for (int i = 0; i < claims.size(); i++) {
      for (int other : claims.get(i).contradicts()) {
        if (!withdrawn.contains(i) && !withdrawn.contains(other)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Positions of claims that every source of theirs has replaced by a later one. */
  public TreeSet<Integer> withdrawn() {
    TreeSet<Integer> withdrawn = new TreeSet<>();
    for (int i = 0; i < claims.size(); i++) {
      TreeSet<String> standing = new TreeSet<>();
      claims.get(i).testimonies().forEach(testimony -> standing.add(testimony.speaker()));
      for (Claim<T> later : claims) {
        if (later.revises().contains(i)) {
          later.testimonies().forEach(testimony -> standing.remove(testimony.speaker()));
        }
      }
      if (standing.isEmpty()) {
        withdrawn.add(i);
      }
    }
    return withdrawn;
  }
}
