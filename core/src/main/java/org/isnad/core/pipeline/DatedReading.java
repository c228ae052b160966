package org.isnad.core.pipeline;

import java.util.List;
import org.isnad.core.dating.DatedReport;
import org.isnad.core.dating.PublicationWindow;

/**
 * What one article says, with days.
 *
 * @param reading the reading
 * @param published when it was published, and why that is thought
 * @param reports its reports with their days, in the order of the reading
 */
public record DatedReading(
    Reading reading, PublicationWindow published, List<DatedReport> reports) {

  /** Copies the list. */
  public DatedReading {
    reports = List.copyOf(reports);
  }
}
