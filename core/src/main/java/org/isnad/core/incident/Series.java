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

  /** The id of the report that tells the sum. */
  public String id() {
    return report.id();
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

  /** A sentence such as {@code "11 events: 7 named here, 2 elsewhere, 2 not named"}. */
  public String summary() {
    String named =
        total() + ": " + namedHere.size() + " named here, " + namedElsewhere.size() + " elsewhere";
    return unnamed() == 0 ? named : named + ", " + unnamed() + " not named";
  }

  private String total() {
    Quantity count = count();
    if (count == null || count.min() == null) {
      return "events without number";
    }
    if (count.isExact()) {
      return count.min() + " events";
    }
    return count.max() == null
        ? "at least " + count.min() + " events"
        : count.min() + " to " + count.max() + " events";
  }
}
