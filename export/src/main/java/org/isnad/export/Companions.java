package org.isnad.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.isnad.core.article.Article;
import org.isnad.store.ChangeRow;
import org.isnad.store.IncidentRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The long tables beside the table of incidents, so that no list hides in a cell: every claim with
 * everybody who makes it, the reports of every incident, their articles, and the log of changes.
 */
public final class Companions {

  /** Columns of {@code claims.csv}: a row for each who gives a value. */
  public static final List<String> CLAIMS =
      List.of(
          "incident_id",
          "version",
          "field",
          "claim",
          "value",
          "value_id",
          "low",
          "high",
          "chosen",
          "independent_chains",
          "contradicts",
          "revises",
          "report_id",
          "article_id",
          "source",
          "published",
          "speaker",
          "chain",
          "quote");

  /** Columns of {@code reports.csv}. */
  public static final List<String> REPORTS =
      List.of("report_id", "incident_id", "article_id", "source", "url", "published");

  /** Columns of {@code articles.csv}. */
  public static final List<String> ARTICLES =
      List.of("article_id", "source", "title", "url", "published", "retrieved", "language");

  /** Columns of {@code changes.csv}. */
  public static final List<String> CHANGES =
      List.of("seq", "kind", "incident_id", "version", "changed_at", "cause", "before", "after");

  private Companions() {}

  /** Writes {@code claims.csv}. */
  public static IncidentSink claims(OutputStream out, ExportOptions options) throws IOException {
    return new Rows(out, options, CLAIMS, Companions::claimRows);
  }

  /** Writes {@code reports.csv}. */
  public static IncidentSink reports(OutputStream out, ExportOptions options) throws IOException {
    return new Rows(out, options, REPORTS, Companions::reportRows);
  }

  /** Ids of the articles that tell of an incident. */
  public static Set<String> articleIds(IncidentRecord incident) {
    Set<String> ids = new TreeSet<>();
    for (JsonNode report : JsonObjects.read(incident.json()).path("reports")) {
      ids.add(report.path("article").asString(""));
    }
    return ids;
  }

  /** Writes {@code articles.csv} and {@code changes.csv}, row by row. */
  public static final class Table implements AutoCloseable {

    private final CsvSink.CsvLines lines;

    /** A table with a header. */
    public Table(OutputStream out, ExportOptions options, List<String> columns) throws IOException {
      this.lines = new CsvSink.CsvLines(out, options);
      lines.add(columns);
    }

    /** A row of {@code articles.csv}. */
    public void add(Article article) throws IOException {
      lines.add(
          Arrays.asList(
              article.id().value(),
              article.outlet(),
              article.title(),
              article.url(),
              article.published(),
              article.retrieved(),
              article.language()));
    }

    /** A row of {@code changes.csv}. */
    public void add(ChangeRow change) throws IOException {
      lines.add(
          Arrays.asList(
              change.seq(),
              change.kind(),
              change.incident(),
              change.version(),
              change.changedAt(),
              change.cause(),
              change.before(),
              change.after()));
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }

  private static List<List<@Nullable Object>> claimRows(IncidentRecord incident) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    JsonNode all = JsonObjects.read(incident.json());
    for (String field : IncidentRecord.SLOTS) {
      JsonNode slot = all.path(field);
      int position = 0;
      for (JsonNode claim : slot.path("claims")) {
        for (JsonNode testimony : claim.path("testimonies")) {
          boolean chosen = !slot.has("edited") && claim.path("value").equals(slot.path("best"));
          rows.add(claimRow(incident, field, position, claim, testimony, chosen));
        }
        position++;
      }
    }
    return rows;
  }

  private static List<@Nullable Object> claimRow(
      IncidentRecord incident,
      String field,
      int position,
      JsonNode claim,
      JsonNode testimony,
      boolean chosen) {
    JsonNode value = claim.path("value");
    JsonNode chain = testimony.path("chain");
    return Arrays.asList(
        incident.id(),
        incident.version(),
        field,
        position,
        words(value),
        text(value.path("id")),
        end(value, "min", "earliest"),
        end(value, "max", "latest"),
        Boolean.toString(chosen),
        claim.path("independentChains").asInt(1),
        joined(claim.path("contradicts"), " "),
        joined(claim.path("revises"), " "),
        text(testimony.path("report")),
        text(testimony.path("article")),
        text(testimony.path("outlet")),
        text(testimony.path("published")),
        chain.isEmpty() ? null : text(chain.get(chain.size() - 1)),
        joined(chain, " > "),
        text(testimony.path("quote")));
  }

  private static List<List<@Nullable Object>> reportRows(IncidentRecord incident) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (JsonNode report : JsonObjects.read(incident.json()).path("reports")) {
      rows.add(
          Arrays.asList(
              text(report.path("id")),
              incident.id(),
              text(report.path("article")),
              text(report.path("outlet")),
              text(report.path("url")),
              text(report.path("published"))));
    }
    return rows;
  }

  private static @Nullable String words(JsonNode value) {
    if (value.has("name")) {
      return text(value.path("name"));
    }
    return value.isObject() ? null : value.asString("");
  }

  private static @Nullable String end(JsonNode value, String number, String day) {
    JsonNode end = value.has(number) ? value.path(number) : value.path(day);
    return end.isMissingNode() || end.isNull() ? null : end.asString();
  }

  private static @Nullable String joined(JsonNode array, String with) {
    List<String> words = new ArrayList<>();
    array.forEach(item -> words.add(item.asString("")));
    return words.isEmpty() ? null : String.join(with, words);
  }

  private static @Nullable String text(JsonNode node) {
    return node.isMissingNode() || node.isNull() ? null : node.asString("");
  }

  /** Makes the rows of one incident. */
  private interface Maker {
    List<List<@Nullable Object>> of(IncidentRecord incident);
  }

  /** Several rows an incident; a tombstone has none. */
  private static final class Rows implements IncidentSink {

    private final CsvSink.CsvLines lines;
    private final Maker maker;

    Rows(OutputStream out, ExportOptions options, List<String> columns, Maker maker)
        throws IOException {
      this.lines = new CsvSink.CsvLines(out, options);
      this.maker = maker;
      lines.add(columns);
    }

    @Override
    public void add(IncidentRecord incident) throws IOException {
      if (!incident.status().isTombstone()) {
        for (List<@Nullable Object> row : maker.of(incident)) {
          lines.add(row);
        }
      }
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }
}
