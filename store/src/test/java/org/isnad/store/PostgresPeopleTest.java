package org.isnad.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a real PostgreSQL server. */
class PostgresPeopleTest extends PeopleSuite {

  private String url = "";

  @BeforeEach
  void emptyDatabase() {
    Optional<PostgresServer> server = PostgresServer.find();
    Assumptions.assumeTrue(server.isPresent(), "PostgreSQL is not installed");
    url = server.map(PostgresServer::database).orElse("");
  }

  @Test
  void jobsOfALivingServerOnAnotherHostAreItsOwn() {
    Store first = store();
    try (Store second = store()) {
      String waiting = job(first.jobs());
      String done = job(first.jobs());
      first.jobs().end(first.jobs().one(done).orElseThrow());
      assertThat(second.jobs().interruptOpen(NOON, id -> true)).isEqualTo(1);
      assertThat(state(second, done)).isEqualTo(Jobs.State.INTERRUPTED);
      assertThat(state(second, waiting)).isEqualTo(Jobs.State.WAITING);
      assertThat(first.jobs().again(done, "amal", "coder")).isTrue();
      assertThat(second.jobs().interruptOpen(NOON, id -> true)).isZero();
      first.close();
      assertThat(second.jobs().interruptOpen(NOON, id -> true)).isEqualTo(2);
    } finally {
      first.close();
    }
  }

  private static String job(Jobs jobs) {
    String id = jobs.nextId();
    jobs.add(id, "articles", "amal", "coder", "[]", NOON);
    return id;
  }

  private static Jobs.State state(Store store, String job) {
    return store.jobs().one(job).orElseThrow().state();
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
