package org.isnad.store;

import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;

/** In a real PostgreSQL server. */
class PostgresPeopleTest extends PeopleSuite {

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

  @Override
  String address() {
    return url.replace("isnad:secret@", "") + "?user=isnad&password=secret";
  }
}
