package org.isnad.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.isnad.app.Explain;
import org.isnad.app.Progress;
import org.isnad.app.Run;
import org.isnad.app.SeriesRow;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.store.IncidentFilter;
import org.isnad.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sums of events beside their members, from article to table and explanation. */
class SeriesTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-08T09:00:00Z"), ZoneOffset.UTC);

  private static final String SUM =
      """
      {"id":"sum","outlet":"A","published":"2026-03-07","text":"أعلن الجيش السوداني تنفيذ خمس غارات جوية في السودان أمس الجمعة.\\nوقصفت طائرات الجيش السوداني أمس الجمعة مخزنا قرب مدينة الأبيض.\\nكما قصفت طائرات الجيش السوداني أمس الجمعة رتلا في مدينة نيالا."}
      {"id":"other","outlet":"B","published":"2026-03-07","text":"قصفت طائرات الجيش السوداني أمس الجمعة سوقا في مدينة الفولة وقتلت ثلاثة أشخاص."}
      {"id":"elsewhere","outlet":"B","published":"2026-03-07","text":"قصفت طائرات حربية تركية أمس الجمعة قرية قرب مدينة دهوك العراقية."}
      """;

  @TempDir private Path folder;

  private Store stored() throws IOException {
    Path articles = folder.resolve("articles.jsonl");
    Files.writeString(articles, SUM);
    Store store = Store.create(folder.resolve("data"));
    new Run(new Pipeline(ArabicKnowledge.load()), 1, Progress.SILENT, CLOCK)
        .run(List.of(articles), null, store);
    return store;
  }

  @Test
  void aSumIsNoIncidentAndStandsBesideItsMembers() throws IOException {
    try (Store store = stored()) {
      assertThat(store.incidents(IncidentFilter.STANDING, null, 100)).hasSize(4);
      SeriesRow row = SeriesRow.of(store.series().getFirst());
      assertThat(store.series()).hasSize(1);
      assertThat(row.id()).isEqualTo("sum/1");
      assertThat(row.count()).isEqualTo("5");
      assertThat(row.here()).isEqualTo("2");
      assertThat(row.elsewhere()).isEqualTo("1");
      assertThat(row.unnamed()).isEqualTo("2");
    }
  }

  @Test
  void aSumIsExplainedWithItsMembersOneByOne() throws IOException {
    List<String> lines = new ArrayList<>();
    try (Store store = stored()) {
      new Explain(lines::add).incident("sum/1", store);
    }
    assertThat(lines)
        .contains(
            "series sum/1: 5 events: 2 named here, 1 elsewhere, 2 not named",
            "named in the same article: 2",
            "named elsewhere: 1",
            "named nowhere: 2 at least")
        .anyMatch(line -> line.contains("Nyala"));
  }

  @Test
  void aMemberTellsWhichSumItCanBeOneOf() throws IOException {
    List<String> lines = new ArrayList<>();
    try (Store store = stored()) {
      String member =
          store.incidents(IncidentFilter.STANDING, null, 100).stream()
              .filter(incident -> incident.json().contains("Nyala"))
              .findFirst()
              .orElseThrow()
              .id();
      new Explain(lines::add).incident(member, store);
    }
    assertThat(lines).anyMatch(line -> line.startsWith("can be one of series sum/1: 5 events"));
  }
}
