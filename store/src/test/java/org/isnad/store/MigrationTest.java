package org.isnad.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.isnad.core.incident.Decision;
import org.isnad.core.incident.IncidentIds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that the first program made, with five articles of the samples, is taken over. */
class MigrationTest {

  @TempDir Path folder;

  @BeforeEach
  void storedFile() throws IOException {
    try (InputStream in =
        new GZIPInputStream(
            MigrationTest.class.getResourceAsStream("store-of-schema-1.sqlite.gz"))) {
      Files.copy(in, folder.resolve(Store.FILE));
    }
  }

  @Test
  void incidentsKeepTheirIdsAndAreFoundByTheNewColumns() {
    try (Store store = Store.open(folder)) {
      List<IncidentRecord> incidents = store.incidents(IncidentFilter.STANDING, null, 10);
      assertThat(incidents).hasSize(3);
      assertThat(incidents)
          .allSatisfy(
              incident -> {
                assertThat(incident.version()).isEqualTo(1);
                assertThat(incident.status()).isEqualTo(ReviewStatus.SUGGESTED);
              });
      assertThat(store.count(IncidentFilter.ALL)).isEqualTo(3);
      assertThat(store.articleCount()).isEqualTo(5);
      assertThat(incidents).anySatisfy(i -> assertThat(i.type()).isEqualTo("bombing"));
    }
  }

  @Test
  void everyStepIsKnown() throws Exception {
    Path steps = Path.of(Migrations.class.getResource("migration/common").toURI()).getParent();
    try (Stream<Path> files = Files.walk(steps)) {
      assertThat(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> steps.relativize(file).toString().replace('\\', '/'))
                  .filter(name -> !name.startsWith("postgresql")))
          .containsExactlyInAnyOrderElementsOf(Migrations.SQLITE);
    }
  }

  @Test
  void aFileThatIsUpToDateIsNotLookedAtAgain() throws Exception {
    Store.open(folder).close();
    String address = "jdbc:sqlite:" + folder.resolve(Store.FILE);
    try (Connection connection = DriverManager.getConnection(address)) {
      connection.createStatement().execute("DROP VIEW incident_claims");
    }
    Store.open(folder).close();
    try (Connection connection = DriverManager.getConnection(address)) {
      assertThat(
              connection
                  .createStatement()
                  .executeQuery("SELECT count(*) FROM sqlite_master WHERE name = 'incident_claims'")
                  .getInt(1))
          .isZero();
    }
  }

  @Test
  void anchorsAreThoseTheIdsWereMadeFrom() {
    try (Store store = Store.open(folder)) {
      IncidentIds before = store.incidentIds();
      assertThat(before.ids()).hasSize(5);
      IncidentIds again =
          before.assign(
              before.ids().keySet().stream()
                  .collect(
                      java.util.stream.Collectors.groupingBy(
                          before::idOfReport, java.util.stream.Collectors.toList()))
                  .values());
      assertThat(again.ids()).isEqualTo(before.ids());
    }
  }

  @Test
  void decisionsCanBeTakenAndAllArticlesAreReadAgain() {
    try (Store store = Store.open(folder)) {
      String id = store.incidents(IncidentFilter.STANDING, null, 1).getFirst().id();
      store.decide(d -> new Decision.Accept(d, "a", Fixture.NOON, "", id), 1, Fixture.NOON);
      assertThat(store.incident(id).orElseThrow().status()).isEqualTo(ReviewStatus.APPROVED);
      assertThat(store.unreadCount(null)).isEqualTo(5);
      assertThat(store.settings()).isEqualTo(Map.of("two-person-publishing", "off"));
    }
  }
}
