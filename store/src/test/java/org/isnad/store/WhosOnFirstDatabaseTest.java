package org.isnad.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.isnad.core.lexicon.PlaceRecord;
import org.isnad.core.pipeline.Problem;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database as Who's On First publishes it, with invented places. */
class WhosOnFirstDatabaseTest {

  @TempDir private Path folder;

  private final List<PlaceRecord> places = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  @Test
  void currentPlacesComeWithTheirArabicNamesAndTheirRegion() {
    Path file = database();
    assertThat(WhosOnFirstDatabase.isDatabase(file)).isTrue();
    WhosOnFirstDatabase.read(file, places::add, problems::add);
    assertThat(problems).isEmpty();
    assertThat(places).hasSize(1);
    assertThat(places.getFirst().key()).isEqualTo("wof:7");
    assertThat(places.getFirst().names()).containsExactly("تل مثال", "مثال");
    assertThat(places.getFirst().region()).isEqualTo("wof:5");
    assertThat(places.getFirst().lon()).isEqualTo(38.25);
  }

  @Test
  void anotherDatabaseIsOneProblem() {
    Path file = folder.resolve("other.db");
    Jdbi.create("jdbc:sqlite:" + file).useHandle(h -> h.execute("CREATE TABLE a (b)"));
    WhosOnFirstDatabase.read(file, places::add, problems::add);
    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().text()).contains("no SQLite distribution of Who's On First");
  }

  @Test
  void aTextIsNoDatabase() throws IOException {
    assertThat(WhosOnFirstDatabase.isDatabase(Files.writeString(folder.resolve("a.txt"), "SQLite")))
        .isFalse();
    assertThat(WhosOnFirstDatabase.isDatabase(folder.resolve("absent"))).isFalse();
  }

  private Path database() {
    Path file = folder.resolve("whosonfirst-data-admin-xx.db");
    Jdbi.create("jdbc:sqlite:" + file)
        .useHandle(
            h -> {
              h.execute(
                  "CREATE TABLE spr (id INTEGER PRIMARY KEY, parent_id INTEGER, name TEXT, placetype TEXT, country TEXT, latitude REAL, longitude REAL, is_current INTEGER, is_deprecated INTEGER, is_superseded INTEGER)");
              h.execute(
                  "CREATE TABLE names (id INTEGER, language TEXT, privateuse TEXT, name TEXT)");
              h.execute(
                  "CREATE TABLE ancestors (id INTEGER, ancestor_id INTEGER, ancestor_placetype TEXT)");
              h.execute(
                  "INSERT INTO spr VALUES (7, 5, 'Tall Mithal', 'locality', 'SY', 35.5, 38.25, -1, 0, 0), (8, 5, 'Old', 'locality', 'SY', 35, 38, 1, 1, 0), (9, 5, 'Code', 'postalcode', 'SY', 35, 38, 1, 0, 0)");
              h.execute(
                  "INSERT INTO names VALUES (7, 'ara', 'variant', 'مثال'), (7, 'ara', 'preferred', 'تل مثال'), (7, 'eng', 'preferred', 'Tall Mithal'), (8, 'ara', 'preferred', 'قديم'), (9, 'ara', 'preferred', 'رمز')");
              h.execute("INSERT INTO ancestors VALUES (7, 1, 'country'), (7, 5, 'region')");
            });
    return file;
  }
}
