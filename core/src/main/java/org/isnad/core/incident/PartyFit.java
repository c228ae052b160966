package org.isnad.core.incident;

import java.util.List;
import org.isnad.core.report.Party;
import org.jspecify.annotations.Nullable;

/**
 * How the actors or the targets of two reports fit. Who is named differs by outlet, so it excludes
 * little.
 */
final class PartyFit {

  private static final double SHARED = 1.5;

  private PartyFit() {}

  /** What the two lists say; null where one of them is empty. */
  static @Nullable Reason compare(Reason.Aspect aspect, List<Party> a, List<Party> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return null;
    }
    for (Party x : a) {
      for (Party y : b) {
        if (same(x, y)) {
          return new Reason(aspect, SHARED, "both name " + x.name());
        }
      }
    }
    double weight = aspect == Reason.Aspect.ACTORS ? actorsApart(a, b) : -1;
    return new Reason(aspect, weight, a.getFirst().name() + " is not " + b.getFirst().name());
  }

  /** Two forces that each say it was theirs make two events sooner than two that are blamed. */
  private static double actorsApart(List<Party> a, List<Party> b) {
    return a.stream().anyMatch(PartyFit::claims) && b.stream().anyMatch(PartyFit::claims)
        ? -3
        : -1.5;
  }

  private static boolean claims(Party party) {
    return party.standing() == Party.Standing.CLAIMED;
  }

  static boolean same(Party a, Party b) {
    if (a.id() != null && b.id() != null) {
      return a.id().equals(b.id());
    }
    return Names.alike(a.name(), b.name());
  }
}
