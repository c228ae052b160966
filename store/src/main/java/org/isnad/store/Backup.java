package org.isnad.store;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A store in one gzipped file of JSON lines, the same from either database and for either.
 *
 * <pre>
 * {"isnad":"backup","schema":3}
 * {"table":"texts"}
 * {"hash":"…","text":"…"}
 * …
 * {"end":true,"rows":1234}
 * </pre>
 */
final class Backup {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BATCH = 1000;
  private static final int FETCH = 500;

  /**
   * All tables but those of what passes (sessions, repetitions) and of what can be made anew (which
   * documents an index lacks, of what incidents were made, days); each comes after those that it
   * refers to.
   */
  static final List<String> TABLES =
      List.of(
          "texts",
          "articles",
          "problems",
          "readings",
          "publications",
          "incidents",
          "reports",
          "passages",
          "series",
          "incident_terms",
          "incident_versions",
          "redirects",
          "decisions",
          "renamed_reports",
          "changes",
          "counters",
          "settings",
          "people",
          "tokens",
          "audit",
          "jobs",
          "runs");

  private final Handle handle;

  Backup(Handle handle) {
    this.handle = handle;
  }

  /** Writes all tables; the file appears when it is whole. */
  long write(Path file) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      long rows;
      try (BufferedWriter out =
          new BufferedWriter(
              new OutputStreamWriter(
                  new GZIPOutputStream(Files.newOutputStream(part), 1 << 16),
                  StandardCharsets.UTF_8))) {
        rows = write(out);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      return rows;
    } catch (IOException | UncheckedIOException e) {
      throw failed("the backup " + file + " cannot be written", e);
    } finally {
      discard(part);
    }
  }

  /** Fills an empty store. */
  long read(Path file) {
    if (handle.createQuery("SELECT count(*) FROM articles").mapTo(Integer.class).one() > 0) {
      throw new StoreException("the store is not empty; restore into a new one");
    }
    handle.execute("DELETE FROM counters");
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file), 1 << 16),
                StandardCharsets.UTF_8))) {
      long rows = read(in, file);
      DocumentLog.forget(handle);
      return rows;
    } catch (NoSuchFileException e) {
      throw new StoreException("no backup " + file + "; 'isnad backup FILE' makes one", e);
    } catch (IOException | JacksonException e) {
      throw failed("the backup " + file + " cannot be read whole, and nothing was restored", e);
    }
  }

  private long write(BufferedWriter out) throws IOException {
    ObjectNode head = JSON.createObjectNode();
    head.put("isnad", "backup");
    head.put("schema", schema());
    line(out, head);
    long rows = 0;
    for (String table : TABLES) {
      line(out, JSON.createObjectNode().put("table", table));
      rows += table(table, out);
    }
    line(out, JSON.createObjectNode().put("end", true).put("rows", rows));
    return rows;
  }

  private long table(String table, BufferedWriter out) throws IOException {
    long rows = 0;
    try (Query query = handle.createQuery("SELECT * FROM " + table).setFetchSize(FETCH);
        Stream<ObjectNode> all = query.map((row, context) -> row(row)).stream()) {
      for (Iterator<ObjectNode> each = all.iterator(); each.hasNext(); rows++) {
        line(out, each.next());
      }
    }
    return rows;
  }

  private static ObjectNode row(ResultSet row) throws SQLException {
    ObjectNode node = JSON.createObjectNode();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      String name = row.getMetaData().getColumnName(i);
      switch (row.getObject(i)) {
        case null -> node.putNull(name);
        case Integer number -> node.put(name, number);
        case Long number -> node.put(name, number);
        case Double number -> node.put(name, number);
        case Object text -> node.put(name, text.toString());
      }
    }
    return node;
  }

  private static void line(BufferedWriter out, JsonNode node) throws IOException {
    out.write(JSON.writeValueAsString(node));
    out.write('\n');
  }

  private long read(BufferedReader in, Path file) throws IOException {
    JsonNode head = next(in);
    if (head == null || !head.path("isnad").asString("").equals("backup")) {
      throw new StoreException(file + " is no backup of a store");
    }
    if (head.path("schema").asInt() > schema()) {
      throw new StoreException(
          file + " was made by a newer program; restore it with that or a later one");
    }
    String table = "";
    List<JsonNode> batch = new ArrayList<>();
    long rows = 0;
    for (JsonNode node = next(in); node != null; node = next(in)) {
      if ((node.size() == 1 && node.has("table")) || node.has("end")) {
        insert(table, batch);
        table = node.path("table").asString("");
      } else {
        batch.add(node);
        rows++;
      }
      if (node.has("end") && node.path("rows").asLong() == rows) {
        return rows;
      }
      if (batch.size() == BATCH) {
        insert(table, batch);
      }
    }
    throw new StoreException(file + " is cut off; nothing was restored");
  }

  private static @Nullable JsonNode next(BufferedReader in) throws IOException {
    String line = in.readLine();
    return line == null ? null : JSON.readTree(line);
  }

  private void insert(String table, List<JsonNode> rows) {
    if (rows.isEmpty()) {
      return;
    }
    if (!TABLES.contains(table)) {
      throw new StoreException("the backup has a table '" + table + "', which no store has");
    }
    List<String> columns = List.copyOf(rows.getFirst().propertyNames());
    if (!columns.stream().allMatch(name -> name.matches("[a-z_]++"))) {
      throw new StoreException("the backup has columns that no store has: " + columns);
    }
    String sql =
        "INSERT INTO "
            + table
            + " ("
            + String.join(", ", columns)
            + ") VALUES (?"
            + ", ?".repeat(columns.size() - 1)
            + ")";
    try (PreparedStatement batch = handle.getConnection().prepareStatement(sql)) {
      for (JsonNode row : rows) {
        for (int i = 0; i < columns.size(); i++) {
          bind(batch, i + 1, row.path(columns.get(i)));
        }
        batch.addBatch();
      }
      batch.executeBatch();
    } catch (SQLException e) {
      throw failed("rows of the table " + table + " cannot be restored, and nothing was", e);
    }
    rows.clear();
  }

  private static void bind(PreparedStatement batch, int cell, JsonNode value) throws SQLException {
    if (value.isNull() || value.isMissingNode()) {
      batch.setNull(cell, Types.NULL);
    } else if (value.isIntegralNumber()) {
      batch.setLong(cell, value.asLong());
    } else if (value.isNumber()) {
      batch.setDouble(cell, value.asDouble());
    } else {
      batch.setString(cell, value.asString(""));
    }
  }

  /** Number of the newest migration. */
  private int schema() {
    return handle
        .createQuery("SELECT version FROM flyway_schema_history WHERE version IS NOT NULL")
        .mapTo(String.class)
        .stream()
        .mapToInt(version -> (int) Double.parseDouble(version))
        .max()
        .orElse(0);
  }

  private static void discard(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // What is left of a failed backup is only in the way; the failure itself has been told.
    }
  }

  private static StoreException failed(String what, Exception e) {
    return Database.failed(what, e);
  }
}
