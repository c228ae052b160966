package org.isnad.core.reuse;

import java.util.ArrayList;
import java.util.List;

/**
 * Two articles with text in common, and who copied whom.
 *
 * @param reuse what they share, formulas and templates left out
 * @param direction who copied whom
 * @param evidence every reason found, those that did not prevail included, strongest first
 */
public record Copy(TextReuse reuse, Direction direction, List<Evidence> evidence) {

  /** Share of a text that must stand in the other to be contained in it: all but a byline. */
  private static final double WHOLE = 0.9;

  /** Share up to which the container's text may be the other's, so that it has much more. */
  private static final double PART = 0.6;

  /** Copies the list. */
  public Copy {
    evidence = List.copyOf(evidence);
  }

  /**
   * Reads the direction: a day's difference of publication decides; else the strongest of what the
   * texts say, unless two kinds of equal standing contradict each other.
   */
  static Copy of(TextReuse reuse, Witness a, Witness b) {
    List<Evidence> evidence = new ArrayList<>();
    publication(a, b, evidence);
    namedSource(a, b, evidence);
    dayWords(reuse, evidence);
    containment(reuse, evidence);
    Direction direction = evidence.isEmpty() ? Direction.UNKNOWN : evidence.getFirst().says();
    return new Copy(reuse, direction, evidence);
  }

  /** Whether the direction rests on more than one text holding the other. */
  public boolean certain() {
    return direction != Direction.UNKNOWN
        && evidence.getFirst().kind() != Evidence.Kind.CONTAINMENT;
  }

  private static void publication(Witness a, Witness b, List<Evidence> evidence) {
    if (a.before(b)) {
      evidence.add(earlier(Direction.B_COPIES_A, a, b));
    } else if (b.before(a)) {
      evidence.add(earlier(Direction.A_COPIES_B, b, a));
    }
  }

  private static Evidence earlier(Direction says, Witness first, Witness second) {
    return new Evidence(
        Evidence.Kind.PUBLICATION,
        says,
        first.article()
            + " was published by "
            + first.latest()
            + ", before "
            + second.article()
            + " ("
            + second.earliest()
            + " at the earliest)");
  }

  private static void namedSource(Witness a, Witness b, List<Evidence> evidence) {
    if (a.sameOutlet(b)) {
      return;
    }
    boolean aIsNamed = a.names(a) || b.names(a);
    boolean bIsNamed = b.names(b) || a.names(b);
    if (aIsNamed != bIsNamed) {
      Witness named = aIsNamed ? a : b;
      evidence.add(
          new Evidence(
              Evidence.Kind.NAMED_SOURCE,
              aIsNamed ? Direction.B_COPIES_A : Direction.A_COPIES_B,
              "the text names the outlet of " + named.article() + ", not that of the other"));
    }
  }

  private static void dayWords(TextReuse reuse, List<Evidence> evidence) {
    int later = 0;
    for (Passage passage : reuse.passages()) {
      for (DayShift shift : passage.dayShifts()) {
        later += Integer.signum(shift.daysLater());
      }
    }
    if (later != 0) {
      evidence.add(
          new Evidence(
              Evidence.Kind.DAY_WORDS,
              later > 0 ? Direction.B_COPIES_A : Direction.A_COPIES_B,
              "day words of the shared text were moved back in "
                  + (later > 0 ? reuse.b() : reuse.a())));
    }
  }

  private static void containment(TextReuse reuse, List<Evidence> evidence) {
    if (reuse.shareOfB() >= WHOLE && reuse.shareOfA() <= PART) {
      evidence.add(contained(Direction.B_COPIES_A, reuse.b() + " stands whole in " + reuse.a()));
    } else if (reuse.shareOfA() >= WHOLE && reuse.shareOfB() <= PART) {
      evidence.add(contained(Direction.A_COPIES_B, reuse.a() + " stands whole in " + reuse.b()));
    }
  }

  private static Evidence contained(Direction says, String reason) {
    return new Evidence(Evidence.Kind.CONTAINMENT, says, reason + ", which has much more");
  }
}
