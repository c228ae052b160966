package org.isnad.core.incident;

import java.time.LocalDate;
import org.isnad.core.dating.DatedReport;
import org.isnad.core.mention.Quantity;
import org.isnad.core.report.Toll;
import org.jspecify.annotations.Nullable;

/** How the tolls of two reports fit, knowing that tolls grow from day to day. */
final class TollFit {

  /** A figure of this size or more is rarely the same by chance. */
  private static final int TELLING = 3;

  /** How many times a toll may grow before it is likelier another event's. */
  private static final int GROWTH = 3;

  /** Difference that a factor must make to count: two instead of seven is a usual first count. */
  private static final int DIFFERENCE = 5;

  private TollFit() {}

  /** What the tolls say; null where one is not given as a number. */
  static @Nullable Reason compare(
      Reason.Aspect aspect,
      @Nullable Toll a,
      DatedReport reportA,
      @Nullable Toll b,
      DatedReport reportB) {
    if (!(a instanceof Toll.Counted x) || !(b instanceof Toll.Counted y)) {
      return null;
    }
    double scale = aspect == Reason.Aspect.KILLED ? 1 : 0.7;
    double weight = scale * weigh(x.quantity(), reportA, y.quantity(), reportB);
    return new Reason(aspect, weight, text(x.quantity()) + " beside " + text(y.quantity()));
  }

  private static double weigh(Quantity x, DatedReport a, Quantity y, DatedReport b) {
    if (x.isExact() && y.isExact()) {
      return exact(x.low(), a, y.low(), b);
    }
    boolean overlap = x.overlaps(y);
    if (overlap) {
      return x.equals(y) && x.low() >= TELLING ? 1 : 0.3;
    }
    return far(x.low(), y.low()) ? -2 : -0.3;
  }

  private static double exact(int x, DatedReport a, int y, DatedReport b) {
    if (x == y) {
      return x >= TELLING ? 2 : 1;
    }
    if (far(x, y)) {
      return -2;
    }
    LocalDate dayA = a.published().latest();
    LocalDate dayB = b.published().latest();
    boolean grew =
        dayA != null && dayB != null && (x < y ? !dayB.isBefore(dayA) : !dayA.isBefore(dayB));
    return grew ? -0.3 : -1;
  }

  private static boolean far(int x, int y) {
    int low = Math.min(x, y);
    int high = Math.max(x, y);
    return high - low >= DIFFERENCE && high > GROWTH * Math.max(1, low);
  }

  private static String text(Quantity quantity) {
    return quantity.isExact()
        ? String.valueOf(quantity.min())
        : quantity.low() + (quantity.max() == null ? " or more" : " to " + quantity.max());
  }
}
