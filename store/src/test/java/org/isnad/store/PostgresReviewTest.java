package org.isnad.store;

import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reviews in a real PostgreSQL server. */
class PostgresReviewTest extends ReviewSuite {

  private String url = "";

  @BeforeEach
  void emptyDatabase() {
    Optional<PostgresServer> server = PostgresServer.find();
    Assumptions.assumeTrue(server.isPresent(), "PostgreSQL is not installed");
    url = server.map(PostgresServer::database).orElse("");
  }

  @Override
  Store store() {
    return Store.connect(url);
  }

  @Test
  void eightWritersAndEightReadersLoseNothing() throws Exception {
    Crowd.writesAndReads(this::store);
  }
}
