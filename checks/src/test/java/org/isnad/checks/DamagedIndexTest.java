package org.isnad.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.isnad.app.IncidentSearch;
import org.isnad.app.Progress;
import org.isnad.app.Run;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.search.SearchQuery;
import org.isnad.search.SearchResult;
import org.isnad.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index of which some bytes are others than were written finds what it found before. */
class DamagedIndexTest {

  /** More with {@code -Disnad.damaged=N}. */
  private static final int TIMES = Integer.getInteger("isnad.damaged", 30);

  private static final List<String> WORDS = List.of("Baqubah", "market", "السوق", "killed");

  @TempDir Path folder;

  private record Found(List<Set<String>> incidents, List<SearchResult> results) {}

  @Test
  void wrongCutAndMissingBytesAreFoundOutAndMended() throws IOException {
    Pipeline pipeline = new Pipeline(ArabicKnowledge.load());
    Random random = new Random(17);
    try (Store store = Store.create(folder)) {
      new Run(pipeline, 2, Progress.SILENT, Clock.systemUTC())
          .run(List.of(Repository.root().resolve("samples")), null, store);
      Found whole = search(store, pipeline);
      assertThat(whole.incidents()).anyMatch(ids -> !ids.isEmpty());
      for (int n = 0; n < TIMES; n++) {
        String what = damage(random);
        assertThat(search(store, pipeline)).as(what).isEqualTo(whole);
      }
    }
  }

  /** As another process would. */
  private Found search(Store store, Pipeline pipeline) {
    IncidentSearch search = new IncidentSearch(store, pipeline.knowledge(), folder);
    return new Found(
        WORDS.stream().map(search::incidents).toList(),
        WORDS.stream().map(words -> search.search(SearchQuery.of(words))).toList());
  }

  private String damage(Random random) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder.resolve("search"))) {
      files = all.filter(file -> !file.endsWith("write.lock")).sorted().toList();
    }
    Path file = files.get(random.nextInt(files.size()));
    byte[] bytes = Files.readAllBytes(file);
    int at = random.nextInt(bytes.length);
    int kind = random.nextInt(4);
    switch (kind) {
      case 0 -> Files.delete(file);
      case 1 -> Files.write(file, Arrays.copyOf(bytes, at));
      default -> {
        int end = Math.min(bytes.length, at + 1 + random.nextInt(kind == 2 ? 1 : 200));
        for (int i = at; i < end; i++) {
          bytes[i] ^= (byte) (1 + random.nextInt(255));
        }
        Files.write(file, bytes);
      }
    }
    return kind + " at " + at + " of " + file.getFileName();
  }
}
