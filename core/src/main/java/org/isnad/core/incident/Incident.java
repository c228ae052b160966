package org.isnad.core.incident;

import java.util.List;
import org.isnad.core.dating.DatedReport;
import org.isnad.core.mention.DateWindow;
import org.isnad.core.mention.PlaceMention;
import org.isnad.core.mention.Quantity;
import org.isnad.core.report.EventType;
import org.isnad.core.report.Outcome;
import org.isnad.core.report.Party;
import org.isnad.core.report.Status;
import org.isnad.core.report.Toll;
import org.isnad.core.reuse.Lineage;

/**
 * One event in the world, built from all the reports of it (codebook section 1).
 *
 * @param id stable identifier; see {@link IncidentIds}
 * @param reports its reports, in the order of their ids
 * @param type what happened
 * @param status how firmly
 * @param time when
 * @param place where
 * @param actors who acted
 * @param targets whom or what it was aimed at
 * @param weapons kinds of weapons
 * @param outcomes with what result
 * @param count how many events in one
 * @param killed dead, attackers apart
 * @param injured hurt
 * @param attackersKilled dead attackers
 * @param claimedBy who says "we did it"
 * @param accused whom somebody blames
 * @param deniedBy who denies it
 * @param independentChains in how many independent ways the news of it came down: copies and common
 *     innermost sources count once (codebook section 9)
 */
public record Incident(
    String id,
    List<DatedReport> reports,
    Reported<EventType> type,
    Reported<Status> status,
    Reported<DateWindow> time,
    Reported<PlaceMention> place,
    Reported<Party> actors,
    Reported<Party> targets,
    Reported<String> weapons,
    Reported<Outcome> outcomes,
    Reported<Quantity> count,
    Reported<Toll> killed,
    Reported<Toll> injured,
    Reported<Toll> attackersKilled,
    Reported<Party> claimedBy,
    Reported<Party> accused,
    Reported<Party> deniedBy,
    int independentChains) {

  /** Copies the list and rejects an incident that nobody reports. */
  public Incident {
    reports = List.copyOf(reports);
    if (reports.isEmpty()) {
      throw new IllegalArgumentException("incident " + id + " needs a report");
    }
  }

  /** The incident that a group of reports tells of. */
  public static Incident of(String id, List<DatedReport> reports, Lineage lineage) {
    return new IncidentBuilder(id, reports, lineage).build();
  }

  /** Whether any of its values is disputed. */
  public boolean isDisputed() {
    return killed.isDisputed()
        || injured.isDisputed()
        || attackersKilled.isDisputed()
        || type.isDisputed()
        || time.isDisputed()
        || place.isDisputed()
        || claimedBy.isDisputed()
        || !claimedBy.isEmpty() && !deniedBy.isEmpty();
  }
}
