package org.isnad.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Accounts, sessions and tokens. The store sees hashes only: what opens a session, or is a password
 * or a token, never comes here.
 */
public final class People {

  private static final String SESSION =
      "SELECT s.hash, s.created_at, s.used_at, p.name, p.role, p.disabled FROM sessions s JOIN people p ON p.name = s.person";

  private static final String TOKEN =
      "SELECT t.id, t.role AS token_role, t.note, t.created_at, t.ends_at, t.revoked, p.name, p.role, p.disabled"
          + " FROM tokens t JOIN people p ON p.name = t.person";

  private final Database database;

  People(Database database) {
    this.database = database;
  }

  /**
   * Somebody with an account.
   *
   * @param name unique
   * @param role {@code reader}, {@code coder}, {@code editor} or {@code admin}
   * @param disabled whether they are kept out
   */
  public record Person(String name, String role, boolean disabled) {}

  /**
   * A session.
   *
   * @param person whose it is
   * @param created when it began
   * @param used when it was last used, to about a minute
   */
  public record Session(Person person, Instant created, Instant used) {}

  /**
   * A token for scripts.
   *
   * @param id under which it can be revoked; it opens nothing
   * @param person whose it is
   * @param role what it may at most
   * @param note what it is for
   * @param created when it was made
   * @param ends from when on it opens nothing
   * @param revoked whether it was taken back
   */
  public record Token(
      String id,
      Person person,
      String role,
      String note,
      Instant created,
      Instant ends,
      boolean revoked) {}

  /** Whether there is any account, also a disabled one. */
  public boolean any() {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT name FROM people LIMIT 1")
                .mapTo(String.class)
                .findOne()
                .isPresent());
  }

  /** All accounts in the order of their names. */
  public List<Person> all() {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT name, role, disabled FROM people ORDER BY name")
                .map((row, context) -> person(row))
                .list());
  }

  /** The account with this name. */
  public Optional<Person> person(String name) {
    return database.read(handle -> find(handle, name));
  }

  /** The hash of a password. */
  public Optional<String> password(String name) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT password FROM people WHERE name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne());
  }

  /**
   * Makes an account.
   *
   * @param password its hash
   * @throws RefusedException if the name is taken
   */
  public void add(String name, String role, String password, Instant at) {
    database.write(
        handle -> {
          int added =
              handle.execute(
                  "INSERT INTO people (name, role, password, created_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                  name,
                  role,
                  password,
                  at.toString());
          if (added == 0) {
            throw new RefusedException("there is a user '" + name + "' already");
          }
          return added;
        });
  }

  /** Changes the hash of a password, and ends the sessions of the account but this one. */
  public void setPassword(String name, String password, @Nullable String kept) {
    database.write(
        handle -> {
          change(handle, name, "UPDATE people SET password = :value WHERE name = :name", password);
          return handle.execute(
              "DELETE FROM sessions WHERE person = ? AND hash <> ?",
              name,
              kept == null ? "" : kept);
        });
  }

  /** Changes a role; sessions and tokens follow at once. */
  public void setRole(String name, String role) {
    database.write(
        handle -> change(handle, name, "UPDATE people SET role = :value WHERE name = :name", role));
  }

  /** Keeps somebody out, or lets them in again; their sessions end. */
  public void setDisabled(String name, boolean disabled) {
    database.write(
        handle -> {
          change(
              handle,
              name,
              "UPDATE people SET disabled = :value WHERE name = :name",
              disabled ? 1 : 0);
          return handle.execute("DELETE FROM sessions WHERE person = ?", name);
        });
  }

  /** Begins a session. */
  public void addSession(String hash, String person, Instant at) {
    database.write(
        handle ->
            handle.execute(
                "INSERT INTO sessions VALUES (?, ?, ?, ?)",
                hash,
                person,
                at.toString(),
                at.toString()));
  }

  /** The session with this hash, whether or not it has ended by its age. */
  public Optional<Session> session(String hash) {
    return database.read(
        handle ->
            handle
                .createQuery(SESSION + " WHERE s.hash = :hash")
                .bind("hash", hash)
                .map(
                    (row, context) ->
                        new Session(
                            person(row),
                            Instant.parse(row.getString("created_at")),
                            Instant.parse(row.getString("used_at"))))
                .findOne());
  }

  /** Notes that a session was used. */
  public void useSession(String hash, Instant at) {
    database.write(
        handle ->
            handle.execute("UPDATE sessions SET used_at = ? WHERE hash = ?", at.toString(), hash));
  }

  /** Ends a session. */
  public void endSession(String hash) {
    database.write(handle -> handle.execute("DELETE FROM sessions WHERE hash = ?", hash));
  }

  /**
   * Ends all sessions of somebody.
   *
   * @return how many
   */
  public int endSessionsOf(String person) {
    return database.write(
        handle -> handle.execute("DELETE FROM sessions WHERE person = ?", person));
  }

  /** How many sessions each account has, those included that have ended by their age. */
  public Map<String, Integer> sessionCounts() {
    return database.read(
        handle -> {
          Map<String, Integer> counts = new TreeMap<>();
          handle
              .createQuery("SELECT person, count(*) AS n FROM sessions GROUP BY person")
              .map((row, context) -> counts.put(row.getString("person"), row.getInt("n")))
              .list();
          return counts;
        });
  }

  /** Forgets sessions that were begun or last used before these moments. */
  public void forgetSessions(Instant begunBefore, Instant usedBefore) {
    database.write(
        handle ->
            handle.execute(
                "DELETE FROM sessions WHERE created_at < ? OR used_at < ?",
                begunBefore.toString(),
                usedBefore.toString()));
  }

  /** Keeps a token. */
  public void addToken(Token token, String hash) {
    database.write(
        handle ->
            handle.execute(
                "INSERT INTO tokens (id, hash, person, role, note, created_at, ends_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                token.id(),
                hash,
                token.person().name(),
                token.role(),
                token.note(),
                token.created().toString(),
                token.ends().toString()));
  }

  /** The token with this hash, whether or not it still opens anything. */
  public Optional<Token> token(String hash) {
    return database.read(
        handle ->
            handle
                .createQuery(TOKEN + " WHERE t.hash = :hash")
                .bind("hash", hash)
                .map((row, context) -> token(row))
                .findOne());
  }

  /** All tokens in the order in which they were made. */
  public List<Token> tokens() {
    return database.read(
        handle ->
            handle
                .createQuery(TOKEN + " ORDER BY t.created_at, t.id")
                .map((row, context) -> token(row))
                .list());
  }

  /**
   * Takes a token back.
   *
   * @return whose it was
   * @throws RefusedException if there is none with this id
   */
  public String revoke(String id) {
    return database.write(
        handle ->
            handle
                .createQuery("UPDATE tokens SET revoked = 1 WHERE id = :id RETURNING person")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .orElseThrow(() -> new RefusedException("there is no token '" + id + "'")));
  }

  private static int change(Handle handle, String name, String sql, Object value) {
    int changed = handle.createUpdate(sql).bind("value", value).bind("name", name).execute();
    if (changed == 0) {
      throw new RefusedException("there is no user '" + name + "'");
    }
    return changed;
  }

  private static Optional<Person> find(Handle handle, String name) {
    return handle
        .createQuery("SELECT name, role, disabled FROM people WHERE name = :name")
        .bind("name", name)
        .map((row, context) -> person(row))
        .findOne();
  }

  private static Person person(ResultSet row) throws SQLException {
    return new Person(row.getString("name"), row.getString("role"), row.getInt("disabled") != 0);
  }

  private static Token token(ResultSet row) throws SQLException {
    return new Token(
        row.getString("id"),
        person(row),
        row.getString("token_role"),
        row.getString("note"),
        Instant.parse(row.getString("created_at")),
        Instant.parse(row.getString("ends_at")),
        row.getInt("revoked") != 0);
  }
}
