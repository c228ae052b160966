package org.isnad.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.isnad.core.incident.Decision;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups: whole, the same from both databases, refused when cut off. */
class BackupTest {

  @TempDir Path folder;

  @Test
  void aRestoredStoreHasTheSameRows() throws IOException {
    Path first = folder.resolve("first.gz");
    Path second = folder.resolve("second.gz");
    long rows = backup(first);
    try (Store copy = Store.create(folder.resolve("copy"))) {
      assertThat(copy.restore(first)).isEqualTo(rows);
      copy.backup(second);
      assertThat(lines(second)).isEqualTo(lines(first));
    }
  }

  @Test
  void aStoreMovesToPostgresAndBack() throws IOException {
    Optional<PostgresServer> server = PostgresServer.find();
    Assumptions.assumeTrue(server.isPresent(), "PostgreSQL is not installed");
    Path first = folder.resolve("first.gz");
    Path second = folder.resolve("second.gz");
    backup(first);
    try (Store copy = Store.connect(server.map(PostgresServer::database).orElse(""))) {
      copy.restore(first);
      copy.backup(second);
    }
    assertThat(new TreeSet<>(lines(second))).isEqualTo(new TreeSet<>(lines(first)));
    try (Store back = Store.create(folder.resolve("back"))) {
      back.restore(second);
      assertThat(back.decisions()).hasSize(1);
    }
  }

  @Test
  void aBackupThatIsCutOffRestoresNothing() throws IOException {
    Path whole = folder.resolve("whole.gz");
    backup(whole);
    byte[] bytes = Files.readAllBytes(whole);
    Path part = folder.resolve("part.gz");
    try (Store copy = Store.create(folder.resolve("copy"))) {
      for (int length : List.of(0, 5, bytes.length / 2, bytes.length * 9 / 10)) {
        Files.write(part, java.util.Arrays.copyOf(bytes, length));
        assertThatThrownBy(() -> copy.restore(part)).isInstanceOf(StoreException.class);
        assertThat(copy.articleCount()).isZero();
      }
      copy.restore(whole);
      assertThatThrownBy(() -> copy.restore(whole)).hasMessageContaining("not empty");
    }
  }

  @Test
  void everyTableIsInTheBackup() throws SQLException {
    TreeSet<String> tables = new TreeSet<>();
    Store.create(folder).close();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Store.FILE));
        ResultSet row =
            connection
                .createStatement()
                .executeQuery("SELECT name FROM sqlite_master WHERE type = 'table'")) {
      while (row.next()) {
        tables.add(row.getString(1));
      }
    }
    tables.remove("flyway_schema_history");
    tables.removeAll(List.of("repetitions", "sessions"));
    tables.removeIf(table -> table.startsWith("document_"));
    tables.removeAll(List.of("incident_inputs", "dated"));
    assertThat(new TreeSet<>(Backup.TABLES)).isEqualTo(tables);
  }

  private long backup(Path file) {
    SqliteReviewTest review = new SqliteReviewTest();
    review.folder = folder.resolve("original");
    try (Store store = review.filled()) {
      store.decide(
          id -> new Decision.Accept(id, "a", Fixture.NOON, "\u0633\u0628\u0628", "i1"),
          null,
          Fixture.NOON);
      return store.backup(file);
    }
  }

  private static List<String> lines(Path file) throws IOException {
    try (var in = new java.util.zip.GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
          .lines()
          .toList();
    }
  }
}
