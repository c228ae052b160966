package org.isnad.core.dating;

import java.util.List;
import org.isnad.core.mention.DateWindow;
import org.isnad.core.report.EventReport;
import org.jspecify.annotations.Nullable;

/**
 * An event report whose time has been read against its clocks: what incidents are built from.
 *
 * @param report the report
 * @param outlet who published it, as the input names it, or null
 * @param published when its article was published
 * @param readings every way to read its time, likeliest first, at least one; several where it is
 *     not known which of two articles copied the other
 */
public record DatedReport(
    EventReport report, @Nullable String outlet, Clock published, List<TimeReading> readings) {

  /** Copies the list and rejects an empty one. */
  public DatedReport {
    readings = List.copyOf(readings);
    if (readings.isEmpty()) {
      throw new IllegalArgumentException("report " + report.id() + " needs a reading of its time");
    }
  }

  /** The report's id. */
  public String id() {
    return report.id();
  }

  /** The likeliest days of the event. */
  public DateWindow window() {
    return readings.getFirst().window();
  }
}
