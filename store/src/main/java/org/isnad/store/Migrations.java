package org.isnad.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.CRC32;

/** The steps that make the tables of a store. */
final class Migrations {

  /** Where Flyway finds them. */
  static final String FOLDER = "classpath:org/isnad/store/migration/";

  /** Those of every SQLite store, in any order. */
  static final List<String> SQLITE =
      List.of(
          "common/V10__dated.sql",
          "common/V2__history_and_decisions.sql",
          "common/V3__page_marks.sql",
          "common/V4__series.sql",
          "common/V5__people_and_jobs.sql",
          "common/V7__counting.sql",
          "common/V8__what_changed.sql",
          "common/V9__made_of.sql",
          "sqlite/R__views.sql",
          "sqlite/V1__articles_and_results.sql",
          "sqlite/V6__audit_only_grows.sql");

  private Migrations() {}

  /** A number that is another when any of the steps is, and never 0, which new files have. */
  static int digest() {
    CRC32 digest = new CRC32();
    for (String step : SQLITE) {
      try (InputStream in = Migrations.class.getResourceAsStream("migration/" + step)) {
        if (in == null) {
          throw new IllegalStateException("no migration " + step);
        }
        digest.update(step.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        digest.update(in.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return (int) digest.getValue() | 1;
  }
}
