package org.isnad.store;

import java.util.List;
import org.isnad.core.pipeline.PipelineVersion;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was made of the stored articles.
 *
 * @param version what made it
 * @param readings one an article
 * @param reports of all articles
 * @param passages copied stretches
 * @param incidents with all their claims
 */
public record Results(
    PipelineVersion version,
    List<ReadingRow> readings,
    List<ReportRow> reports,
    List<PassageRow> passages,
    List<IncidentRow> incidents) {

  /** Copies the lists. */
  public Results {
    readings = List.copyOf(readings);
    reports = List.copyOf(reports);
    passages = List.copyOf(passages);
    incidents = List.copyOf(incidents);
  }

  /** An article's line in the shape of the published schema. */
  public record ReadingRow(String article, String json) {}

  /**
   * A report in the same shape, and the incident it belongs to; a sum of events belongs to none.
   */
  public record ReportRow(String id, String article, @Nullable String incident, String json) {}

  /** A stretch that one article has from another; half-open spans in code points. */
  public record PassageRow(
      String copy,
      int copyStart,
      int copyEnd,
      String original,
      int originalStart,
      int originalEnd) {}

  /** An incident. */
  public record IncidentRow(String id, String json) {}
}
