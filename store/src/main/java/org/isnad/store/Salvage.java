package org.isnad.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/**
 * Takes over row by row what can still be read of a damaged file. A page that cannot be read costs
 * its own rows and no others; a text is taken only where it has the hash under which it was stored,
 * and JSON only where it can be read.
 */
public final class Salvage {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * What cannot be made anew, each behind what it refers to. Incidents and reports come too, so
   * that incidents keep their ids.
   */
  private static final List<String> TABLES =
      List.of(
          "texts",
          "articles",
          "problems",
          "incidents",
          "reports",
          "incident_versions",
          "redirects",
          "decisions",
          "renamed_reports",
          "changes",
          "counters",
          "settings",
          "people",
          "tokens",
          "audit");

  /** Rows read in one go. */
  private static final int BATCH = 500;

  /** Longest jump over numbers of rows that cannot be read; a page seldom holds more. */
  private static final long LONGEST_JUMP = 64;

  private final Handle to;
  private final Path damaged;
  private final Map<String, Integer> taken = new LinkedHashMap<>();
  private final Map<String, Integer> lost = new LinkedHashMap<>();

  Salvage(Handle to, Path damaged) {
    this.to = to;
    this.damaged = damaged;
  }

  /**
   * What came over.
   *
   * @param damaged where the damaged file lies now
   * @param taken rows taken over, by table
   * @param lost gaps and rows refused, by table; tables without any are left out
   */
  public record Result(Path damaged, Map<String, Integer> taken, Map<String, Integer> lost) {

    /** Keeps the order of the tables. */
    public Result {
      taken = new LinkedHashMap<>(taken);
      lost = new LinkedHashMap<>(lost);
    }
  }

  Result run() {
    try (Connection from = StoreFile.open(damaged)) {
      to.execute("DELETE FROM counters");
      for (String table : TABLES) {
        List<String> columns = columns(from, table);
        if (!columns.isEmpty()) {
          table(from, table, columns);
        }
      }
    } catch (SQLException e) {
      throw Database.failed(
          "nothing can be read of " + damaged + "; restore a backup or run the articles again", e);
    }
    if (taken.getOrDefault("texts", 0) == 0 && lost.containsKey("texts")) {
      throw new StoreException(
          "no article can be read of " + damaged + "; restore a backup or run the articles again");
    }
    finish();
    return new Result(damaged, taken, lost);
  }

  /** Results are stale, and numbers go on behind those that were given. */
  private void finish() {
    for (String name : List.of("changes", "decisions", "state", "renames")) {
      to.execute("INSERT INTO counters VALUES (?, 0) ON CONFLICT DO NOTHING", name);
    }
    to.execute(
        "UPDATE counters SET value = max(value, (SELECT coalesce(max(seq), 0) FROM changes)) WHERE name = 'changes'");
    to.execute(
        "UPDATE counters SET value = max(value, (SELECT coalesce(max(seq), 0) FROM decisions)) WHERE name = 'decisions'");
    to.execute("DELETE FROM settings WHERE name = 'linked'");
    new Counters(to).next("state");
    DocumentLog.forget(to);
  }

  /** The columns that both files have. */
  private List<String> columns(Connection from, String table) {
    try {
      List<String> columns =
          new ArrayList<>(
              StoreFile.all(from, "SELECT name FROM pragma_table_info('" + table + "')"));
      columns.retainAll(
          StoreFile.all(to.getConnection(), "SELECT name FROM pragma_table_info('" + table + "')"));
      return columns;
    } catch (SQLException e) {
      lost.merge(table, 1, Integer::sum);
      return List.of();
    }
  }

  private void table(Connection from, String table, List<String> columns) {
    long last = last(from, table);
    long jump = 1;
    for (long at = first(from, table); at <= last; ) {
      try {
        long next = batch(from, table, columns, at);
        at = next < 0 ? last + 1 : next;
        jump = 1;
      } catch (Torn torn) {
        lost.merge(table, 1, Integer::sum);
        at = torn.at + jump;
        jump = Math.min(LONGEST_JUMP, 2 * jump);
      }
    }
  }

  /** Reading broke off. */
  private static final class Torn extends Exception {
    private static final long serialVersionUID = 1L;
    private final long at;

    private Torn(long at) {
      this.at = at;
    }
  }

  /** Takes rows from a number on; the number behind the last, or -1 where none is left. */
  private long batch(Connection from, String table, List<String> columns, long start) throws Torn {
    String sql =
        "SELECT rowid, "
            + String.join(", ", columns)
            + " FROM "
            + table
            + " WHERE rowid >= ? ORDER BY rowid LIMIT "
            + BATCH;
    long at = start;
    int rows = 0;
    try (PreparedStatement query = from.prepareStatement(sql)) {
      query.setLong(1, start);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          at = row.getLong(1) + 1;
          rows++;
          take(table, columns, row);
        }
      }
    } catch (SQLException e) {
      throw new Torn(at);
    }
    return rows < BATCH ? -1 : at;
  }

  private void take(String table, List<String> columns, ResultSet row) throws SQLException {
    Map<String, @Nullable Object> cells = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      cells.put(columns.get(i), row.getObject(i + 2));
    }
    if (isWhole(table, cells) && insert(table, columns, cells)) {
      taken.merge(table, 1, Integer::sum);
    } else {
      lost.merge(table, 1, Integer::sum);
    }
  }

  private static boolean isWhole(String table, Map<String, @Nullable Object> cells) {
    if (cells.get("json") instanceof String json && !isJson(json)) {
      return false;
    }
    return !table.equals("texts")
        || !(cells.get("hash") instanceof String hash)
        || hash.length() != 64
        || hash.equals(hash(String.valueOf(cells.get("text"))));
  }

  private static boolean isJson(String json) {
    try {
      JSON.readTree(json);
      return true;
    } catch (JacksonException e) {
      return false;
    }
  }

  private static String hash(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Adds a row, unless it speaks of another that was lost, or stands there already. */
  private boolean insert(String table, List<String> columns, Map<String, @Nullable Object> cells) {
    String sql =
        "INSERT INTO "
            + table
            + " ("
            + String.join(", ", columns)
            + ") VALUES (?"
            + ", ?".repeat(columns.size() - 1)
            + ") ON CONFLICT DO NOTHING";
    try (PreparedStatement insert = to.getConnection().prepareStatement(sql)) {
      for (int i = 0; i < columns.size(); i++) {
        insert.setObject(i + 1, cells.get(columns.get(i)));
      }
      return insert.executeUpdate() == 1;
    } catch (SQLException e) {
      return false;
    }
  }

  private static long first(Connection from, String table) {
    return edge(from, "SELECT rowid FROM " + table + " ORDER BY rowid LIMIT 1", 1);
  }

  /** The highest number of a row; where it cannot be read, one behind any that a store has. */
  private long last(Connection from, String table) {
    return edge(from, "SELECT rowid FROM " + table + " ORDER BY rowid DESC LIMIT 1", MOST_ROWS);
  }

  /** Where the end of a table is torn, rows are looked for up to this number. */
  private static final long MOST_ROWS = 2_000_000;

  private static long edge(Connection from, String sql, long otherwise) {
    try {
      List<String> found = StoreFile.all(from, sql);
      return found.isEmpty() ? -1 : Long.parseLong(found.getFirst());
    } catch (SQLException | NumberFormatException e) {
      return otherwise;
    }
  }
}
