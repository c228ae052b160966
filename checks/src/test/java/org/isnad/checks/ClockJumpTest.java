package org.isnad.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.isnad.app.Progress;
import org.isnad.app.Run;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.store.ChangeRow;
import org.isnad.store.IncidentFilter;
import org.isnad.store.IncidentRecord;
import org.isnad.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clock of the machine is put back, or years ahead, between two runs. */
class ClockJumpTest {

  private static final Pipeline PIPELINE = new Pipeline(ArabicKnowledge.load());

  /** Each sample is taken in at one of these; time goes on from one to the next by number only. */
  private static final List<String> CLOCKS =
      List.of("2026-05-01T10:00:00Z", "2019-01-01T00:00:00Z", "2091-12-31T23:59:59Z");

  @TempDir Path folder;

  @Test
  void idsChangesAndVersionsAreCountedAndNotTimed() throws Exception {
    List<Path> samples = SampleArticles.samples();
    List<ChangeRow> all = new ArrayList<>();
    List<String> values;
    try (Store store = Store.create(folder.resolve("jumping"))) {
      for (int n = 0; n < samples.size(); n++) {
        long cursor = store.lastChange();
        run(store, samples.get(n), CLOCKS.get(n % CLOCKS.size()));
        List<ChangeRow> fresh = new ArrayList<>();
        store.changes(cursor, Integer.MAX_VALUE, fresh::add);
        assertThat(fresh).hasSize((int) (store.lastChange() - cursor));
        all.addAll(fresh);
      }
      assertThat(all).extracting(ChangeRow::seq).isSorted().doesNotHaveDuplicates();
      assertThat(all.getLast().seq()).isEqualTo(all.size());
      for (IncidentRecord incident : standing(store)) {
        assertThat(all.stream().filter(c -> c.incident().equals(incident.id())).toList())
            .extracting(ChangeRow::version)
            .as("the history of " + incident.id())
            .isSorted()
            .last()
            .isEqualTo(incident.version());
        assertThat(store.versions(incident.id()))
            .extracting(IncidentRecord::version)
            .isSorted()
            .hasSize(incident.version() - 1);
      }
      values = standing(store).stream().map(IncidentRecord::json).toList();
    }
    try (Store store = Store.create(folder.resolve("steady"))) {
      for (Path sample : samples) {
        run(store, sample, CLOCKS.getFirst());
      }
      assertThat(standing(store)).extracting(IncidentRecord::json).isEqualTo(values);
    }
  }

  private static void run(Store store, Path sample, String time) {
    Clock clock = Clock.fixed(Instant.parse(time), ZoneOffset.UTC);
    new Run(PIPELINE, 1, Progress.SILENT, clock).run(List.of(sample), null, store);
  }

  private static List<IncidentRecord> standing(Store store) {
    return store.incidents(IncidentFilter.STANDING, null, Integer.MAX_VALUE);
  }
}
