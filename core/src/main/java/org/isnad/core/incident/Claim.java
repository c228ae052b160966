package org.isnad.core.incident;

import java.util.List;

/**
 * One value that an incident is reported to have, and everybody who gives it.
 *
 * @param value the value
 * @param testimonies who gives it, first published first
 * @param independentChains in how many independent ways it came down: copies and common innermost
 *     sources count once (codebook section 9)
 * @param revises positions of claims that one of its sources had made on an earlier day
 * @param contradicts positions of claims that cannot hold beside this one
 */
public record Claim<T>(
    T value,
    List<Testimony> testimonies,
    int independentChains,
    List<Integer> revises,
    List<Integer> contradicts) {

  /** Copies the lists. */
  public Claim {
    testimonies = List.copyOf(testimonies);
    revises = List.copyOf(revises);
    contradicts = List.copyOf(contradicts);
  }
}
