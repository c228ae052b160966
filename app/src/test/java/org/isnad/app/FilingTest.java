package org.isnad.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.isnad.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilingTest {

  @TempDir Path folder;

  @Test
  void everyKeyComesOnceWithAllItsNumbers() {
    Random random = new Random(4);
    TreeMap<Long, List<Integer>> expected = new TreeMap<>();
    TreeMap<Long, List<Integer>> found = new TreeMap<>();
    List<Long> order = new ArrayList<>();
    try (Store store = Store.create(folder);
        Filing filing = new Filing(store, 700)) {
      for (int number = 0; number < 10_000; number++) {
        long key = random.nextInt(4) == 0 ? random.nextInt(5) - 2 : random.nextLong() >> 50;
        filing.add(key, number);
        expected.computeIfAbsent(key, k -> new ArrayList<>()).add(number);
      }
      assertThat(filing.count()).isEqualTo(10_000);
      filing.forEach(
          (key, numbers, count) -> {
            order.add(key);
            found.put(key, Arrays.stream(numbers, 0, count).sorted().boxed().toList());
          });
    }
    assertThat(found).isEqualTo(Map.copyOf(expected));
    assertThat(order).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void recordsSetAsideAreFoundByTheirAddresses() {
    Random random = new Random(5);
    Map<Long, byte[]> kept = new TreeMap<>();
    try (Store store = Store.create(folder);
        Spill spill = Spill.beside(store)) {
      for (int i = 0; i < 400; i++) {
        byte[] record = new byte[random.nextInt(i % 50 == 0 ? 60_000 : 5_000)];
        random.nextBytes(record);
        kept.put(spill.add(record), record);
      }
      kept.forEach((address, record) -> assertThat(spill.get(address)).isEqualTo(record));
      kept.forEach(
          (address, record) ->
              assertThat(spill.behind(address)).isEqualTo(Spill.after(address, record.length)));
    }
  }

  @Test
  void aNameIsCountedEachTimeItComes() {
    Repeats repeats = new Repeats();
    for (int i = 0; i < 5_000; i++) {
      assertThat(repeats.note("a" + i)).isEqualTo(1);
    }
    assertThat(List.of(repeats.note("a7"), repeats.note("a7"), repeats.note("a8")))
        .containsExactly(2, 3, 2);
  }
}
