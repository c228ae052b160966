package org.isnad.core.incident;

import java.util.List;
import org.isnad.core.dating.DatedReport;
import org.isnad.core.mention.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * A sum of events as a report tells it, beside the incidents that can be among them: "11
 * operations: 7 named here". A series is no incident itself (codebook section 3).
 *
 * @param report the report of the sum
 * @param namedHere ids of incidents that the same article names and that fit
 * @param namedElsewhere ids of incidents that only other articles name and that fit
 */
public record Series(DatedReport report, List<String> namedHere, List<String> namedElsewhere) {

  /** Copies the lists. */
  public Series {
    namedHere = List.copyOf(namedHere);
    namedElsewhere = List.copyOf(namedElsewhere);
  }

  /** How many events the report counts, or null. */
  public @Nullable Quantity count() {
    return report.report().count();
  }

  /** How many of them no incident stands for, at least; 0 where the report gives no number. */
  public int unnamed() {
    Quantity count = count();
    return count == null || count.min() == null
        ? 0
        : Math.max(0, count.min() - namedHere.size() - namedElsewhere.size());
  }

  /** A sentence such as {@code "11 operations: 7 named here, 2 elsewhere"}. */
  public String summary() {
    Quantity count = count();
    String total =
        count == null
            ? "a series"
            : count.isExact() ? count.min() + " events" : "at least " + count.min() + " events";
    return total + ": " + namedHere.size() + " named here, " + namedElsewhere.size() + " elsewhere";
  }
}
