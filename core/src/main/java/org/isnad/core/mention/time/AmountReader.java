package org.isnad.core.mention.time;

import java.util.ArrayList;
import java.util.List;
import org.isnad.core.analysis.Label;
import org.isnad.core.mention.Quantity;
import org.isnad.core.mention.TimeValue;
import org.isnad.core.mention.TimeValue.Reference;
import org.isnad.core.mention.TimeValue.Shift;
import org.isnad.core.mention.TimeValue.Unit;
import org.isnad.core.rule.Match;
import org.jspecify.annotations.Nullable;

/** Reads so many units of time: ago, from now, since, within. */
record AmountReader(Captures captures, boolean future) {

  /** Beyond so many units "ago" is no time of an event. */
  private static final int LONGEST = 200;

  /** A plural without a number is at least two (codebook section 12). */
  private static final Quantity PLURAL = new Quantity(2, null);

  @Nullable TimeValue value(String kind) {
    return switch (kind) {
      case "ago" -> isAnchored() ? null : shifts(false);
      case "recent" -> new TimeValue.Span(Unit.DAY, null, false);
      case "hence" -> shifts(true);
      case "coming" -> future && captures.standsAlone() ? shifts(true) : null;
      case "since-units" -> since();
      case "latest" -> isAnchored() || captures.unit("u") == Unit.DAY ? null : span(false);
      case "within" -> captures.unit("u") == Unit.MINUTE ? null : span(future);
      default -> span(isFuture(captures.reference("q", "far", Reference.LAST)));
    };
  }

  /**
   * "two days before the vote" counts from the vote, and "before the year 2012" counts nothing; in
   * neither is the clock meant.
   */
  private boolean isAnchored() {
    return captures.match().capture("now") == null
        && (captures.isBefore("time-words", "of")
            || captures.isPlainUnit() && captures.isBeforeNumber());
  }

  private static boolean isFuture(Reference reference) {
    return reference == Reference.NEXT || reference == Reference.AFTER_NEXT;
  }

  /** "since a month and 21 days from now" is a day, "since a month" a stretch. */
  private @Nullable TimeValue since() {
    TimeValue shifts = shifts(false);
    boolean fromNow = captures.match().capture("now") != null;
    return shifts == null || fromNow ? shifts : new TimeValue.Since(shifts);
  }

  private @Nullable TimeValue shifts(boolean ahead) {
    Shift first = shift(captures.unit("u"), amount(), ahead);
    if (first == null) {
      return null;
    }
    List<Shift> shifts = new ArrayList<>(List.of(first));
    add(shifts, second(ahead));
    add(shifts, half(first.unit(), ahead));
    return shifts.size() == 1 ? first : new TimeValue.Sum(shifts);
  }

  private static void add(List<Shift> shifts, @Nullable Shift shift) {
    if (shift != null) {
      shifts.add(shift);
    }
  }

  private @Nullable Shift second(boolean ahead) {
    if (captures.match().capture("u2") == null) {
      return null;
    }
    Integer number = captures.number("n2");
    int count = number != null ? number : captures.isDual("u2") ? 2 : 1;
    return shift(captures.unit("u2"), Quantity.exactly(count), ahead);
  }

  /** "and a half": half of the unit before it. */
  private @Nullable Shift half(Unit unit, boolean ahead) {
    if (captures.match().capture("half") == null) {
      return null;
    }
    return switch (unit) {
      case CENTURY -> shift(Unit.YEAR, Quantity.exactly(50), ahead);
      case DECADE -> shift(Unit.YEAR, Quantity.exactly(5), ahead);
      case YEAR -> shift(Unit.MONTH, Quantity.exactly(6), ahead);
      case MONTH -> shift(Unit.DAY, Quantity.exactly(15), ahead);
      case WEEK -> shift(Unit.DAY, Quantity.exactly(3), ahead);
      case DAY, HOUR, MINUTE -> null;
    };
  }

  private static @Nullable Shift shift(
      @Nullable Unit unit, @Nullable Quantity amount, boolean ahead) {
    Integer near = amount == null ? null : amount.min() == null ? amount.max() : amount.min();
    return unit == null || amount == null || near == null || near > LONGEST
        ? null
        : new Shift(unit, amount, ahead);
  }

  /** The amount, widened by "more than" and "less than" before or behind it. */
  private @Nullable Quantity amount() {
    boolean plural = captures.match().capture("n") == null && captures.isPlural("u");
    Quantity plain = plural ? PLURAL : captures.amount();
    Match.Capture capture = captures.match().capture("bound");
    Label bound = capture == null ? null : capture.label();
    if (plain == null || bound == null) {
      return plain;
    }
    return switch (bound.entry().attribute("bound")) {
      case "more", "least" -> new Quantity(plain.min(), null);
      case "less", "most" -> new Quantity(0, plain.max() == null ? plain.min() : plain.max());
      default -> plain;
    };
  }

  private @Nullable TimeValue span(boolean ahead) {
    Unit unit = captures.unit("u");
    if (unit == null) {
      return null;
    }
    boolean counted = captures.match().capture("n") != null || !captures.isPlural("u");
    Quantity amount = counted ? captures.amount() : null;
    boolean tooLong = amount != null && amount.min() != null && amount.min() > LONGEST;
    return tooLong || counted && amount == null ? null : new TimeValue.Span(unit, amount, ahead);
  }
}
