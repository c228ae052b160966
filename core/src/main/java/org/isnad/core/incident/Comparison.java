package org.isnad.core.incident;

import java.util.ArrayList;
import java.util.List;
import org.isnad.core.dating.DatedReport;
import org.isnad.core.report.EventReport;
import org.isnad.core.report.Scope;
import org.isnad.core.reuse.Lineage;
import org.isnad.core.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for and against two reports being of one event.
 *
 * @param a id of the first report, the smaller
 * @param b id of the second report
 * @param score sum of the weights; negative infinity where something excludes it
 * @param vague whether one of the two says too little of when or where to tell events apart
 * @param reasons everything compared, in a fixed order
 */
public record Comparison(String a, String b, double score, boolean vague, List<Reason> reasons) {

  /**
   * Score from which two reports are of one event: overlapping days (1), a town in the province the
   * other names (1) and one type (1), with nothing against it (codebook section 11).
   */
  static final double SAME = 3;

  /** The same where one of them is vague: one telling figure, name or copied sentence more. */
  static final double SAME_IF_VAGUE = 5;

  /** What one copied passage weighs: more than any difference that does not exclude. */
  private static final double COPIED = 4;

  /** Place weight from which a settlement or a site is the same. */
  private static final double ONE_TOWN = 2;

  /** Copies the list. */
  public Comparison {
    reasons = List.copyOf(reasons);
  }

  /** Whether nothing excludes that both are of one event. */
  public boolean possible() {
    return possible(score);
  }

  /** The same of a score alone. */
  static boolean possible(double score) {
    return score != Double.NEGATIVE_INFINITY;
  }

  /** Whether both are taken to be of one event. */
  public boolean same() {
    return same(score, vague);
  }

  /** The same of a score alone. */
  static boolean same(double score, boolean vague) {
    return score >= (vague ? SAME_IF_VAGUE : SAME);
  }

  /**
   * Compares two reports; their order makes no difference.
   *
   * @throws IllegalArgumentException if one is a series, which is never an incident
   */
  public static Comparison of(DatedReport one, DatedReport two, Lineage lineage) {
    boolean inOrder = one.id().compareTo(two.id()) <= 0;
    DatedReport a = inOrder ? one : two;
    DatedReport b = inOrder ? two : one;
    rejectSeries(a.report());
    rejectSeries(b.report());
    boolean oneArticle = a.report().article().equals(b.report().article());
    return of(a, b, oneArticle, !oneArticle && sameText(a.report(), b.report(), lineage));
  }

  /** Compares two reports of which it is known whether they share article and words. */
  static Comparison of(DatedReport a, DatedReport b, boolean oneArticle, boolean sameText) {
    List<Reason> reasons = new Comparer(a, b, oneArticle, sameText).reasons();
    double score = reasons.stream().mapToDouble(Reason::weight).sum();
    return new Comparison(a.id(), b.id(), score, isVague(a) || isVague(b), reasons);
  }

  /**
   * The score of {@link #of} alone. Most reports that meet are of different days, and saying so
   * costs more than finding it.
   */
  static double score(DatedReport a, DatedReport b, boolean oneArticle, boolean sameText) {
    return oneArticle || !TimeFit.isPossible(a, b)
        ? Double.NEGATIVE_INFINITY
        : of(a, b, false, sameText).score();
  }

  /** The words that tell of the event, or null where only the title does. */
  static @Nullable Span words(EventReport report) {
    return report.cue() != null || report.evidence().isEmpty()
        ? report.cue()
        : report.evidence().getFirst();
  }

  private static boolean sameText(EventReport a, EventReport b, Lineage lineage) {
    Span inA = words(a);
    Span inB = words(b);
    return inA != null && inB != null && lineage.sameText(a.article(), inA, b.article(), inB);
  }

  /** Whether a report says too little of when or where to tell events apart. */
  static boolean isVague(DatedReport report) {
    return PlaceFit.isWide(report.report().place())
        || report.readings().stream().anyMatch(reading -> !TimeFit.isNarrow(reading.window()));
  }

  private static void rejectSeries(EventReport report) {
    if (report.scope() == Scope.SERIES) {
      throw new IllegalArgumentException("report " + report.id() + " is a series, not one event");
    }
  }

  /** Compares one pair, aspect by aspect; stops at the first that excludes. */
  private static final class Comparer {

    private final DatedReport a;
    private final DatedReport b;
    private final EventReport x;
    private final EventReport y;
    private final boolean oneArticle;
    private final boolean sameText;
    private final List<Reason> reasons = new ArrayList<>();

    Comparer(DatedReport a, DatedReport b, boolean oneArticle, boolean sameText) {
      this.a = a;
      this.b = b;
      this.x = a.report();
      this.y = b.report();
      this.oneArticle = oneArticle;
      this.sameText = sameText;
    }

    List<Reason> reasons() {
      if (oneArticle) {
        reasons.add(Reason.excluding(Reason.Aspect.ARTICLE, "one article tells them as two"));
        return reasons;
      }
      Reason type = TypeFit.compare(x.type(), y.type());
      Reason time = TimeFit.compare(a, b);
      Reason place = PlaceFit.compare(x.place(), y.place());
      for (Reason reason : List.of(type, time, place)) {
        reasons.add(reason);
        if (reason.excludes()) {
          return reasons;
        }
      }
      details();
      if (TimeFit.isNextDay(time) && !bridgesDays(place)) {
        reasons.add(
            Reason.excluding(Reason.Aspect.TIME, "a day apart, and nothing else makes them one"));
      }
      return reasons;
    }

    private void details() {
      Reason targets = PartyFit.compare(Reason.Aspect.TARGETS, x.targets(), y.targets());
      Reason hours = TimeFit.compareHours(a, b);
      add(PartyFit.compare(Reason.Aspect.ACTORS, x.actors(), y.actors()));
      add(targets);
      add(hours);
      if (targets != null && targets.weight() < 0 && hours != null && hours.weight() <= -2) {
        reasons.add(
            Reason.excluding(Reason.Aspect.TARGETS, "different targets at different hours"));
      }
      add(TollFit.compare(Reason.Aspect.KILLED, x.killed(), a, y.killed(), b));
      add(TollFit.compare(Reason.Aspect.INJURED, x.injured(), a, y.injured(), b));
      counts();
      if (sameText) {
        reasons.add(new Reason(Reason.Aspect.TEXT, COPIED, "told in the same copied words"));
      }
    }

    private void counts() {
      if (x.count() != null && y.count() != null) {
        boolean equal = x.count().equals(y.count());
        reasons.add(
            new Reason(Reason.Aspect.COUNT, equal ? 1 : -1, x.count() + " beside " + y.count()));
      }
    }

    /**
     * "Yesterday" of a late edition is often the next day's "today": the rest must then agree well.
     */
    private boolean bridgesDays(Reason place) {
      boolean copied = reasons.stream().anyMatch(r -> r.aspect() == Reason.Aspect.TEXT);
      boolean telling =
          reasons.stream()
              .anyMatch(
                  r ->
                      (r.aspect() == Reason.Aspect.KILLED || r.aspect() == Reason.Aspect.TARGETS)
                          && r.weight() >= 1);
      boolean against =
          reasons.stream().anyMatch(r -> r.aspect() != Reason.Aspect.TIME && r.weight() <= -1);
      return copied || place.weight() >= ONE_TOWN && telling && !against;
    }

    private void add(@Nullable Reason reason) {
      if (reason != null) {
        reasons.add(reason);
      }
    }
  }
}
