package org.isnad.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isnad.store.Fixture.NOON;
import static org.isnad.store.Fixture.capture;
import static org.isnad.store.Fixture.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.isnad.core.incident.Decision;

/** Eight who write and eight who read at once, each with a connection of its own. */
final class Crowd {

  private static final int WRITERS = 8;
  private static final int READERS = 8;
  private static final int ROUNDS = 20;

  private Crowd() {}

  static void writesAndReads(Supplier<Store> stores) throws Exception {
    try (Store store = stores.get()) {
      store.add(List.of(capture("a", "one", "X")));
      ReviewSuite.replace(store, Map.of(), incident("i1", 3, "a"));
    }
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (int n = 0; n < WRITERS; n++) {
      int writer = n;
      tasks.add(() -> write(stores, writer));
    }
    for (int n = 0; n < READERS; n++) {
      tasks.add(() -> read(stores));
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(WRITERS + READERS)) {
      for (Future<Integer> done : pool.invokeAll(tasks)) {
        assertThat(done.get()).isEqualTo(ROUNDS);
      }
    }
    try (Store store = stores.get()) {
      nothingIsLost(store);
    }
  }

  private static Integer write(Supplier<Store> stores, int writer) {
    try (Store store = stores.get()) {
      for (int round = 0; round < ROUNDS; round++) {
        String name = writer + "-" + round;
        store.add(List.of(capture(name, "text " + name, "X"), capture("a", "one", "X")));
        store.decide(id -> new Decision.Comment(id, "w" + writer, NOON, name, "i1"), null, NOON);
      }
    }
    return ROUNDS;
  }

  private static Integer read(Supplier<Store> stores) {
    try (Store store = stores.get()) {
      for (int round = 0; round < ROUNDS; round++) {
        IncidentRecord record = store.incidents(IncidentFilter.STANDING, null, 10).getFirst();
        assertThat(record.killed().best()).isEqualTo(3);
        assertThat(store.articleCount()).isPositive();
      }
    }
    return ROUNDS;
  }

  private static void nothingIsLost(Store store) {
    int written = WRITERS * ROUNDS;
    assertThat(store.articleCount()).isEqualTo(written + 1);
    TreeSet<String> comments = new TreeSet<>();
    store.decisions().forEach(stored -> comments.add(stored.decision().reason()));
    assertThat(comments).hasSize(written);
    assertThat(store.incident("i1").orElseThrow().version()).isEqualTo(written + 1);
    assertThat(store.versions("i1")).hasSize(written);
    List<Long> seqs = new ArrayList<>();
    store.changes(0, Integer.MAX_VALUE, change -> seqs.add(change.seq()));
    assertThat(seqs).hasSize(written + 1);
    assertThat(seqs.getLast()).isEqualTo(written + 1L);
  }
}
