package org.isnad.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.isnad.app.IncidentSearch;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.pipeline.Knowledge;
import org.isnad.search.SearchQuery;
import org.isnad.search.SearchResult;
import org.isnad.store.Store;
import org.isnad.store.StoreFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program, killed at random moments, comes to the rows and answers of an undisturbed run. */
@Tag("slow")
class KilledRunTest {

  /** By default few enough for CI; a hundred were tried with {@code -Disnad.kills=100}. */
  private static final int KILLS = Integer.getInteger("isnad.kills", 20);

  /** Kills before a run is let alone: so later moments are reached too, and stores killed twice. */
  private static final int KILLS_PER_STORE = 4;

  /** More than the batches of articles and of readings, so that there are moments between them. */
  private static final int ARTICLES = 640;

  private static final Knowledge KNOWLEDGE = ArabicKnowledge.load();

  @TempDir Path folder;

  @Test
  void comesToTheSameRows() throws Exception {
    Path input = SampleArticles.write(folder.resolve("articles.jsonl"), ARTICLES);
    long start = System.nanoTime();
    assertThat(run(input, folder.resolve("whole")).waitFor()).isZero();
    List<String> expected = StoredRows.of(folder.resolve("whole"));
    List<SearchResult> answers = answers(folder.resolve("whole"));
    Kills kills = new Kills(25, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    for (int number = 0; !kills.suffice(KILLS); number++) {
      Path data = folder.resolve("killed" + number);
      for (int n = 0; n < KILLS_PER_STORE; n++) {
        kills.kill(run(input, data));
        StoreFile file = new StoreFile(data);
        if (file.exists()) {
          assertThat(file.damages()).isEmpty();
        }
      }
      assertThat(run(input, data).waitFor()).isZero();
      assertThat(StoredRows.difference(expected, StoredRows.of(data)))
          .as("store %d", number)
          .isEmpty();
      assertThat(answers(data)).isEqualTo(answers);
    }
    System.out.println("run: " + kills);
    assertThat(kills.killed()).isPositive();
  }

  /** What a search finds in the index that the last run left. */
  private static List<SearchResult> answers(Path data) {
    try (Store store = Store.open(data)) {
      IncidentSearch search = new IncidentSearch(store, KNOWLEDGE, data);
      assertThat(search.state()).isEqualTo("up to date");
      return List.of(
          search.search(SearchQuery.of("")), search.search(SearchQuery.of("قتل OR killed")));
    }
  }

  private Process run(Path input, Path data) throws IOException {
    return Program.start(
        List.of(), folder.resolve("out"), "run", input.toString(), "--data", data.toString());
  }
}
