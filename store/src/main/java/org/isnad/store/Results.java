package org.isnad.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.isnad.core.pipeline.PipelineVersion;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was made of the stored articles. The rows are asked for once and one after the
 * other, so that they need not all be in memory.
 *
 * @param version what made it
 * @param publications one an article
 * @param reports of all articles
 * @param passages copied stretches
 * @param incidents with all their claims, in the order of their ids
 * @param series sums of events with the incidents that can be among them, in the order of their ids
 * @param redirects identifier of an incident that was merged, to that of its successor
 * @param incidentsByReport ids of incidents by ids of reports; not copied, since it may be a view
 *     of what does not fit into memory
 * @param renames ids of reports that are numbered otherwise now, by their earlier ids
 */
public record Results(
    PipelineVersion version,
    Iterable<PublicationRow> publications,
    Iterable<ReportRow> reports,
    Iterable<PassageRow> passages,
    Iterable<IncidentRow> incidents,
    Iterable<SeriesRow> series,
    Map<String, String> redirects,
    Map<String, String> incidentsByReport,
    Map<String, String> renames) {

  /** Copies the maps that are small. */
  public Results {
    redirects = Collections.unmodifiableMap(new TreeMap<>(redirects));
    incidentsByReport = Collections.unmodifiableMap(incidentsByReport);
    renames = Collections.unmodifiableMap(new TreeMap<>(renames));
  }

  /** Results without sums of events. */
  public Results(
      PipelineVersion version,
      Iterable<PublicationRow> publications,
      Iterable<ReportRow> reports,
      Iterable<PassageRow> passages,
      Iterable<IncidentRow> incidents,
      Map<String, String> redirects,
      Map<String, String> incidentsByReport,
      Map<String, String> renames) {
    this(
        version,
        publications,
        reports,
        passages,
        incidents,
        List.of(),
        redirects,
        incidentsByReport,
        renames);
  }

  /** When an article was published and what it copies, in the shape of the published schema. */
  public record PublicationRow(String article, String json) {}

  /**
   * A report in the same shape, and the incident it belongs to; a sum of events belongs to none.
   *
   * @param cueStart where the event word begins, in code points; null where only the title has one
   * @param cueEnd where it ends
   */
  public record ReportRow(
      String id,
      String article,
      @Nullable String incident,
      String json,
      @Nullable Integer cueStart,
      @Nullable Integer cueEnd) {}

  /** A stretch that one article has from another; half-open spans in code points. */
  public record PassageRow(
      String copy,
      int copyStart,
      int copyEnd,
      String original,
      int originalStart,
      int originalEnd) {

    static PassageRow of(ResultSet row) throws SQLException {
      return new PassageRow(
          row.getString("copy"),
          row.getInt("copy_start"),
          row.getInt("copy_end"),
          row.getString("original"),
          row.getInt("original_start"),
          row.getInt("original_end"));
    }
  }

  /**
   * An incident.
   *
   * @param anchor id of the report that its identifier was made from
   * @param json the incident, or null where it is the one that is stored
   * @param inputs a fingerprint of all that it was made of, or null where that is not known
   */
  public record IncidentRow(
      String id, String anchor, @Nullable String json, @Nullable String inputs) {

    /** An incident of which it is not known what it was made of. */
    public IncidentRow(String id, String anchor, String json) {
      this(id, anchor, json, null);
    }
  }

  /** A sum of events; its identifier is that of the report that tells it. */
  public record SeriesRow(String id, String json) {}
}
