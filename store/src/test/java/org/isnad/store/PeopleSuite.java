package org.isnad.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.isnad.store.Repetitions.Known;
import org.junit.jupiter.api.Test;

/** Accounts, the audit log, repetitions and jobs, in whatever database. */
abstract class PeopleSuite {

  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  /** The store of this test; the same one every time. */
  abstract Store store();

  /** An address at which other programs find the store of this test. */
  abstract String address();

  @Test
  void aNameIsTakenOnce() {
    try (Store store = store()) {
      assertThat(store.people().any()).isFalse();
      store.people().add("amal", "coder", "hash", NOON);
      assertThat(store.people().any()).isTrue();
      assertThatThrownBy(() -> store.people().add("amal", "admin", "other", NOON))
          .isInstanceOf(RefusedException.class);
      assertThat(store.people().password("amal")).contains("hash");
      assertThat(store.people().person("amal").orElseThrow().role()).isEqualTo("coder");
      assertThatThrownBy(() -> store.people().setRole("nobody", "admin"))
          .isInstanceOf(RefusedException.class);
    }
  }

  @Test
  void sessionsOutliveTheStoreAndEndWithThePassword() {
    try (Store store = store()) {
      store.people().add("amal", "coder", "hash", NOON);
      store.people().addSession("s1", "amal", NOON);
      store.people().addSession("s2", "amal", NOON);
    }
    try (Store store = store()) {
      assertThat(store.people().session("s1").orElseThrow().person().name()).isEqualTo("amal");
      store.people().setPassword("amal", "new", "s2");
      assertThat(store.people().session("s1")).isEmpty();
      assertThat(store.people().session("s2")).isPresent();
      store.people().setDisabled("amal", true);
      assertThat(store.people().session("s2")).isEmpty();
    }
  }

  @Test
  void tokensAreTakenBackByTheirIds() {
    try (Store store = store()) {
      store.people().add("amal", "coder", "hash", NOON);
      People.Person amal = store.people().person("amal").orElseThrow();
      store
          .people()
          .addToken(
              new People.Token(
                  "t1", amal, "reader", "nightly", NOON, NOON.plus(Duration.ofDays(1)), false),
              "h1");
      assertThat(store.people().token("h1").orElseThrow().revoked()).isFalse();
      assertThat(store.people().revoke("t1")).isEqualTo("amal");
      assertThat(store.people().token("h1").orElseThrow().revoked()).isTrue();
      assertThatThrownBy(() -> store.people().revoke("t9")).isInstanceOf(RefusedException.class);
    }
  }

  @Test
  void theAuditLogOnlyGrows() throws SQLException {
    try (Store store = store()) {
      store.audit().add(NOON, "amal", "sign-in", "192.0.2.7", "session");
      store.audit().add(NOON, "amal", "sign-out", "192.0.2.7", "");
      assertThat(store.audit().before(Long.MAX_VALUE, 10))
          .extracting(AuditLog.Line::seq)
          .containsExactly(2L, 1L);
      assertThat(store.audit().before(2, 10)).hasSize(1);
    }
    try (Connection connection = DriverManager.getConnection(address())) {
      assertThatThrownBy(() -> connection.createStatement().execute("DELETE FROM audit"))
          .hasMessageContaining("only grows");
      assertThatThrownBy(() -> connection.createStatement().execute("UPDATE audit SET who = 'x'"))
          .hasMessageContaining("only grows");
    }
  }

  @Test
  void aRepetitionIsKnownOverARestart() {
    try (Store store = store()) {
      assertThat(store.repetitions().take("amal", "k", "r", NOON)).isInstanceOf(Known.Fresh.class);
      assertThat(store.repetitions().take("amal", "k", "r", NOON))
          .isInstanceOf(Known.Running.class);
      assertThat(store.repetitions().take("amal", "k", "other", NOON))
          .isInstanceOf(Known.Another.class);
      assertThat(store.repetitions().take("badr", "k", "r", NOON)).isInstanceOf(Known.Fresh.class);
      store.repetitions().answer("amal", "k", "done");
    }
    try (Store store = store()) {
      Instant later = NOON.plus(Duration.ofHours(23));
      assertThat(store.repetitions().take("amal", "k", "r", later))
          .isEqualTo(new Known.Answered("done"));
      assertThat(store.repetitions().take("amal", "k", "r", NOON.plus(Duration.ofHours(25))))
          .isInstanceOf(Known.Fresh.class);
    }
  }

  @Test
  void aRequestThatWasLostWithItsServerCanBeSentAgain() {
    try (Store store = store()) {
      store.repetitions().take("amal", "k", "r", NOON);
      Instant later = NOON.plus(Repetitions.LOST).plusSeconds(1);
      assertThat(store.repetitions().take("amal", "k", "r", later)).isInstanceOf(Known.Fresh.class);
      assertThat(store.repetitions().take("amal", "k", "r", later))
          .isInstanceOf(Known.Running.class);
      store.repetitions().release("amal", "k");
      assertThat(store.repetitions().take("amal", "k", "r", later)).isInstanceOf(Known.Fresh.class);
    }
  }

  @Test
  void aJobLeftOpenIsInterruptedAndCanBeStartedAgain() {
    String id;
    try (Store store = store()) {
      id = store.jobs().nextId();
      store.jobs().add(id, "articles", "amal", "coder", "[]", NOON);
      store.jobs().start(id, NOON);
      assertThat(store.jobs().again(id, "badr", "editor")).isFalse();
    }
    try (Store store = store()) {
      assertThat(store.jobs().interruptOpen(NOON, job -> !job.equals(id))).isZero();
      assertThat(store.jobs().interruptOpen(NOON, id::equals)).isEqualTo(1);
      Jobs.Job job = store.jobs().before(Long.MAX_VALUE, 10).getFirst();
      assertThat(job.state()).isEqualTo(Jobs.State.INTERRUPTED);
      assertThat(store.jobs().again(job.id(), "badr", "editor")).isTrue();
      assertThat(store.jobs().one(job.id()).orElseThrow().state()).isEqualTo(Jobs.State.WAITING);
      assertThat(store.jobs().again(job.id(), "badr", "editor")).isFalse();
    }
  }
}
