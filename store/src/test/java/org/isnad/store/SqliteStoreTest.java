package org.isnad.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store in a file. */
class SqliteStoreTest extends StoreSuite {

  @TempDir Path folder;

  @Override
  Store store() {
    return Store.create(folder);
  }

  @Override
  Store another() {
    return Store.create(folder.resolve("another"));
  }

  @Override
  String address() {
    return "jdbc:sqlite:" + folder.resolve(Store.FILE);
  }

  @Test
  void aFolderWithoutAStoreIsSaid() {
    assertThatThrownBy(() -> Store.open(folder.resolve("none")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("no store in");
  }

  @Test
  void aFileThatIsNoStoreIsSaid() throws IOException {
    Files.writeString(
        folder.resolve(Store.FILE), "no database, only words, and many of them ".repeat(50));
    assertThatThrownBy(() -> Store.open(folder))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("cannot be opened");
  }

  @Test
  void aFolderThatCannotBeMadeIsSaid() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThatThrownBy(() -> Store.create(file.resolve("data")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("cannot be made");
  }
}
