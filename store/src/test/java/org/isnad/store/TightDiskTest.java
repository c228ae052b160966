package org.isnad.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.isnad.store.Fixture.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full or cannot be written: a clear message, and nothing is lost. */
class TightDiskTest {

  private static final String SIZE = "4m";

  @TempDir Path folder;
  private boolean mounted;

  @BeforeEach
  void smallDisk() throws Exception {
    mounted = run("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", folder.toString());
    Assumptions.assumeTrue(mounted, "no small disk can be mounted here");
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted) {
      run("umount", folder.toString());
    }
  }

  @Test
  void aFullDiskIsSaidAndWhatWasStoredIsThere() {
    try (Store store = Store.create(folder)) {
      assertThatThrownBy(() -> fill(store))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("the disk is full, nothing that was stored is lost");
    }
    try (Store store = Store.open(folder)) {
      int stored = store.articleCount();
      assertThat(stored).isPositive();
      assertThat(store.articles()).hasSize(stored);
    }
  }

  @Test
  void aStoreOnADiskThatCannotBeWrittenCanBeRead() throws Exception {
    try (Store store = Store.create(folder)) {
      store.add(List.of(capture("a", "one", "X")));
    }
    forbidWriting();
    assertThat(new StoreFile(folder).damages()).isEmpty();
    try (Store store = Store.open(folder)) {
      assertThat(store.articles()).hasSize(1);
      assertThatThrownBy(() -> store.add(List.of(capture("b", "two", "X"))))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("cannot be written")
          .hasMessageContaining("permission");
    }
    assertThatThrownBy(() -> Store.create(folder))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("give write permission or another --data folder");
  }

  @Test
  void changesThatAKilledWriterLeftBesideTheFileAreNotPassedOver(@TempDir Path alive)
      throws Exception {
    try (Store store = Store.create(alive)) {
      store.add(List.of(capture("a", "one", "X")));
      for (String end : List.of("", "-wal", "-shm")) {
        Files.copy(alive.resolve(Store.FILE + end), folder.resolve(Store.FILE + end));
      }
    }
    forbidWriting();
    assertThatThrownBy(() -> Store.open(folder))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("its last changes stand beside it; copy the folder");
  }

  @Test
  void aStoreOfAnotherVersionThatCannotBeWrittenIsSaid() throws Exception {
    Store.create(folder).close();
    try (Connection connection = StoreFile.open(folder.resolve(Store.FILE));
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version = 7");
    }
    forbidWriting();
    assertThatThrownBy(() -> Store.open(folder))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("another version of the program made it");
  }

  private void forbidWriting() throws Exception {
    Assumptions.assumeTrue(run("mount", "-o", "remount,ro", folder.toString()));
  }

  private static void fill(Store store) {
    for (int n = 0; n < 10_000; n++) {
      store.add(List.of(capture("a" + n, "text " + n + " ".repeat(20_000), "X")));
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }
}
