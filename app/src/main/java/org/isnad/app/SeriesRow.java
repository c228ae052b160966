package org.isnad.app;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * A sum of events on one line of a table, beside the incidents that can be among them: "11
 * operations: 7 named here". A sum is no incident (codebook section 3).
 *
 * @param id the report that tells it
 * @param when day or window
 * @param type what happened
 * @param where place as named, with its English name where known
 * @param by who acted
 * @param count how many events; empty where the report gives no number
 * @param here how many incidents of the same article can be among them
 * @param elsewhere how many of other articles can
 * @param unnamed how many no incident stands for, at least
 */
public record SeriesRow(
    String id,
    String when,
    String type,
    String where,
    String by,
    String count,
    String here,
    String elsewhere,
    String unnamed) {

  /** The heads of the columns. */
  public static final List<String> COLUMNS =
      List.of("series", "when", "type", "where", "by", "count", "here", "elsewhere", "unnamed");

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The row of a sum as the store keeps it. */
  public static SeriesRow of(String json) {
    JsonNode series = JSON.readTree(json);
    return new SeriesRow(
        series.path("id").asString(),
        IncidentRow.words(series.path("time")),
        series.path("type").asString(""),
        IncidentRow.words(series.path("place")),
        IncidentRow.words(series.path("actors")),
        IncidentRow.words(series.path("count")),
        Integer.toString(series.path("namedHere").size()),
        Integer.toString(series.path("namedElsewhere").size()),
        series.path("unnamed").asString("0"));
  }

  /** The cells in the order of {@link #COLUMNS}. */
  public List<String> cells() {
    return List.of(id, when, type, where, by, count, here, elsewhere, unnamed);
  }
}
