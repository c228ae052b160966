package org.isnad.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.isnad.core.lexicon.Place;
import org.isnad.core.lexicon.PlaceRecord;
import org.isnad.core.lexicon.Placetypes;
import org.isnad.core.pipeline.Problem;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Reads the SQLite distribution of Who's On First: the tables {@code spr}, {@code names} and {@code
 * ancestors} (go-whosonfirst-sqlite-features). Rows come by id, so that memory holds one place.
 */
public final class WhosOnFirstDatabase {

  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  /** The names of one place follow each other; the region is its ancestor of that placetype. */
  private static final String PLACES =
      """
      SELECT s.id, s.placetype, s.country, s.name, s.latitude, s.longitude, n.name,
        (SELECT min(a.ancestor_id) FROM ancestors a
          WHERE a.id = s.id AND a.ancestor_placetype = 'region')
      FROM spr s JOIN names n ON n.id = s.id AND n.language = 'ara'
      WHERE s.is_deprecated <> 1 AND s.is_superseded <> 1 AND s.is_current <> 0
      ORDER BY s.id, n.privateuse <> 'preferred', n.name
      """;

  private final Path file;
  private final Consumer<PlaceRecord> places;
  private @Nullable PlaceRecord open;
  private final List<String> names = new ArrayList<>();

  private WhosOnFirstDatabase(Path file, Consumer<PlaceRecord> places) {
    this.file = file;
    this.places = places;
  }

  /** Whether a file is a database of this kind, as its first bytes say. */
  public static boolean isDatabase(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Hands every current place that has an Arabic name to {@code places}; a database that is no
   * Who's On First is one problem.
   */
  public static void read(Path file, Consumer<PlaceRecord> places, Consumer<Problem> problems) {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(PLACES)) {
      new WhosOnFirstDatabase(file, places).read(rows);
    } catch (SQLException e) {
      String text = "no SQLite distribution of Who's On First: " + e.getMessage();
      problems.accept(new Problem(Problem.Code.MALFORMED, file.toString(), text));
    }
  }

  private void read(ResultSet rows) throws SQLException {
    while (rows.next()) {
      String key = "wof:" + rows.getLong(1);
      if (open == null || !open.key().equals(key)) {
        close();
        open = record(rows, key);
      }
      if (rows.getString(7) != null) {
        names.add(rows.getString(7));
      }
    }
    close();
  }

  private void close() {
    if (open != null) {
      places.accept(open.named(open.country(), names));
    }
    open = null;
    names.clear();
  }

  /** The place of a row, or null where no event is placed at its kind. */
  private @Nullable PlaceRecord record(ResultSet row, String key) throws SQLException {
    Place.Kind kind = Placetypes.kind(text(row, 2));
    if (kind == null) {
      return null;
    }
    long region = row.getLong(8);
    return new PlaceRecord(
        key,
        kind,
        Placetypes.siteType(kind),
        text(row, 3),
        text(row, 4),
        List.of(),
        row.getDouble(5),
        row.getDouble(6),
        region > 0 && kind != Place.Kind.PROVINCE ? "wof:" + region : "",
        0,
        file.getFileName() + ":" + key);
  }

  private static String text(ResultSet row, int column) throws SQLException {
    String text = row.getString(column);
    return text == null ? "" : text;
  }
}
