package org.isnad.store;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reviews in a file. */
class SqliteReviewTest extends ReviewSuite {

  @TempDir Path folder;

  @Override
  Store store() {
    return Store.create(folder);
  }

  @Test
  void eightWritersAndEightReadersLoseNothing() throws Exception {
    Crowd.writesAndReads(this::store);
  }
}
