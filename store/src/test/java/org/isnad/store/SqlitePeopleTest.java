package org.isnad.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** In a file. */
class SqlitePeopleTest extends PeopleSuite {

  @TempDir Path folder;

  @Override
  Store store() {
    return Store.create(folder);
  }

  @Override
  String address() {
    return "jdbc:sqlite:" + folder.resolve(Store.FILE);
  }
}
