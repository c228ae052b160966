package org.isnad.core.incident;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.isnad.core.reuse.Lineage;
import org.jspecify.annotations.Nullable;

/** Gathers who gives which value of one slot, and works out what the claims make of each other. */
final class ClaimList<T> {

  private static final Comparator<Testimony> FIRST_PUBLISHED =
      Comparator.comparing((Testimony t) -> t.published() == null ? LocalDate.MAX : t.published())
          .thenComparing(Testimony::report);

  private final Lineage lineage;
  private final BiPredicate<T, T> same;
  private final BiPredicate<T, T> replaces;
  private final BiPredicate<T, T> contradicts;
  private final List<Gathered<T>> gathered = new ArrayList<>();

  /** A value with its testimonies so far. */
  private record Gathered<T>(T value, List<Testimony> testimonies) {}

  /**
   * An empty list.
   *
   * @param same whether two values are one
   * @param replaces whether the first, said later by the same source, takes the second back
   * @param contradicts whether two values cannot both be right
   */
  ClaimList(
      Lineage lineage,
      BiPredicate<T, T> same,
      BiPredicate<T, T> replaces,
      BiPredicate<T, T> contradicts) {
    this.lineage = lineage;
    this.same = same;
    this.replaces = replaces;
    this.contradicts = contradicts;
  }

  void add(T value, List<Testimony> testimonies) {
    for (Gathered<T> one : gathered) {
      if (same.test(one.value, value)) {
        one.testimonies.addAll(testimonies);
        return;
      }
    }
    gathered.add(new Gathered<>(value, new ArrayList<>(testimonies)));
  }

  Reported<T> reported() {
    gathered.forEach(one -> one.testimonies.sort(FIRST_PUBLISHED));
    gathered.sort(
        Comparator.comparing((Gathered<T> one) -> one.testimonies.getFirst(), FIRST_PUBLISHED));
    List<Claim<T>> claims = new ArrayList<>();
    for (int i = 0; i < gathered.size(); i++) {
      claims.add(claim(i));
    }
    return new Reported<>(claims);
  }

  private Claim<T> claim(int position) {
    Gathered<T> one = gathered.get(position);
    List<Integer> revises = new ArrayList<>();
    List<Integer> contradicted = new ArrayList<>();
    for (int i = 0; i < gathered.size(); i++) {
      Gathered<T> other = gathered.get(i);
      if (i == position) {
        continue;
      }
      if (replaces.test(one.value, other.value) && revises(one, other)) {
        revises.add(i);
      }
      if (contradicts.test(one.value, other.value)) {
        contradicted.add(i);
      }
    }
    return new Claim<>(
        one.value,
        one.testimonies,
        Independence.ways(one.testimonies, lineage),
        revises,
        contradicted);
  }

  /** Whether a source of the second gave the first on a later day. */
  private boolean revises(Gathered<T> later, Gathered<T> earlier) {
    Map<String, LocalDate> lastSaid = new HashMap<>();
    for (Testimony testimony : earlier.testimonies) {
      if (testimony.published() != null) {
        lastSaid.merge(testimony.speaker(), testimony.published(), ClaimList::later);
      }
    }
    for (Testimony testimony : later.testimonies) {
      LocalDate said = lastSaid.get(testimony.speaker());
      if (said != null && testimony.published() != null && testimony.published().isAfter(said)) {
        return true;
      }
    }
    return false;
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }

  static <T> boolean never(@Nullable T a, @Nullable T b) {
    return false;
  }
}
