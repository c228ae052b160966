package org.isnad.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.isnad.core.article.Article;
import org.isnad.core.article.ArticleId;
import org.isnad.core.pipeline.PipelineVersion;
import org.isnad.store.Results.IncidentRow;
import org.isnad.store.Results.PassageRow;
import org.isnad.store.Results.PublicationRow;
import org.isnad.store.Results.ReportRow;
import org.jspecify.annotations.Nullable;

/** Small articles and results to fill stores with. */
final class Fixture {

  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  static final PipelineVersion VERSION = new PipelineVersion(1, "k");

  private Fixture() {}

  static Capture capture(String id, String text, @Nullable String outlet) {
    Article article =
        new Article(
            new ArticleId(id), text, null, outlet, null, LocalDate.of(2026, 3, 1), null, "ar");
    return new Capture(article, "hash of " + text);
  }

  /** Results in which each article has one report, and the given incidents hold them. */
  static Results results(Map<String, String> redirects, IncidentRow... incidents) {
    Map<String, String> byReport = new TreeMap<>();
    TreeSet<String> articles = new TreeSet<>();
    List<ReportRow> reports = new ArrayList<>();
    for (IncidentRow incident : incidents) {
      for (String report : reportsOf(incident.json())) {
        String article = report.substring(0, report.indexOf('/'));
        byReport.put(report, incident.id());
        articles.add(article);
        reports.add(new ReportRow(report, article, incident.id(), "{}", 0, 3));
      }
    }
    return new Results(
        VERSION,
        articles.stream().map(article -> new PublicationRow(article, "{}")).toList(),
        reports,
        List.<PassageRow>of(),
        Arrays.asList(incidents),
        redirects,
        byReport,
        Map.of());
  }

  /** An incident with a toll, told by the first reports of these articles. */
  static IncidentRow incident(String id, int killed, String... articles) {
    String reports =
        String.join(
            ",",
            Arrays.stream(articles)
                .map(a -> "{\"id\":\"" + a + "/1\",\"article\":\"" + a + "\",\"outlet\":\"X\"}")
                .toList());
    String toll = "{\"min\":" + killed + ",\"max\":" + killed + "}";
    return new IncidentRow(
        id,
        articles[0] + "/1",
        "{\"id\":\"%s\",\"disputed\":false,\"independentChains\":%d,\"reports\":[%s],%s,%s,%s,%s}"
            .formatted(
                id,
                articles.length,
                reports,
                "\"type\":" + slot("\"bombing\""),
                "\"time\":" + slot("{\"earliest\":\"2026-03-04\",\"latest\":\"2026-03-06\"}"),
                "\"place\":"
                    + slot(
                        "{\"name\":\"P\",\"precision\":\"settlement\",\"id\":\"iq.p\",\"country\":\"IQ\",\"province\":\"iq.q\",\"lat\":33.5,\"lon\":44.5}"),
                "\"killed\":" + slot(toll)));
  }

  private static String slot(String value) {
    return "{\"best\":%s,\"disputed\":false,\"claims\":[{\"value\":%s,\"independentChains\":1,\"revises\":[],\"contradicts\":[],\"testimonies\":[{\"report\":\"a/1\",\"article\":\"a\",\"outlet\":\"X\",\"chain\":[]}]}]}"
        .formatted(value, value);
  }

  private static List<String> reportsOf(String json) {
    return RecordReader.reports(json);
  }
}
