package org.isnad.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Which documents of a search index changed, so that an index need not be made anew. Every
 * transaction that changes some leads to another state with a name of its own; of each document the
 * last change is kept, until so many are that an index is made anew anyway.
 */
final class DocumentLog {

  static final String INCIDENT = "incident";
  static final String REPORT = "report";
  static final String ARTICLE = "article";

  /** One change in so many documents at most is kept; an index with more is made anew sooner. */
  private static final int SHARE = 4;

  /** Changes sent to the database at a time. */
  private static final int BATCH = 1000;

  private final Handle handle;
  private final List<String[]> batch = new ArrayList<>();
  private boolean known;
  private long seq;

  /** The changes of one transaction, to be ended. */
  DocumentLog(Handle handle) {
    this.handle = handle;
  }

  /** The name of the state that the store is in. */
  static String state(Handle handle) {
    return handle
        .createQuery("SELECT name FROM document_states ORDER BY seq DESC LIMIT 1")
        .mapTo(String.class)
        .findOne()
        .orElse("");
  }

  /** What changed since a state, or empty where that is not known any more. */
  static Optional<DocumentChanges> since(Handle handle, String state) {
    Optional<Long> before =
        handle
            .createQuery("SELECT seq FROM document_states WHERE name = :name")
            .bind("name", state)
            .mapTo(Long.class)
            .findOne();
    return before.map(seq -> since(handle, seq));
  }

  private static DocumentChanges since(Handle handle, long before) {
    Map<String, SortedSet<String>> ids = new TreeMap<>();
    for (String kind : List.of(INCIDENT, REPORT, ARTICLE)) {
      ids.put(kind, new TreeSet<>());
    }
    handle
        .createQuery("SELECT kind, id FROM document_changes WHERE seq > :before")
        .bind("before", before)
        .map((row, context) -> new String[] {row.getString(1), row.getString(2)})
        .forEach(row -> ids.computeIfAbsent(row[0], kind -> new TreeSet<>()).add(row[1]));
    return new DocumentChanges(
        ids.getOrDefault(INCIDENT, new TreeSet<>()),
        ids.getOrDefault(REPORT, new TreeSet<>()),
        ids.getOrDefault(ARTICLE, new TreeSet<>()));
  }

  /** Every index is to be made anew. */
  static void forget(Handle handle) {
    DocumentLog log = new DocumentLog(handle);
    log.clear();
    log.begin();
  }

  /** Gives a store a state that an earlier version of the program made. */
  static void complete(Handle handle) {
    if (state(handle).isEmpty()) {
      forget(handle);
    }
  }

  private void clear() {
    handle.execute("DELETE FROM document_changes");
    handle.execute("DELETE FROM document_states");
  }

  /** Notes a document that is new, other than before, or gone. */
  void add(String kind, String id) {
    if (seq == 0) {
      begin();
    }
    if (known) {
      batch.add(new String[] {kind, id});
      if (batch.size() == BATCH) {
        flush();
      }
    }
  }

  /** Where there were no results before, nobody can have an index to go on from. */
  private void begin() {
    known =
        handle
            .createQuery("SELECT 1 FROM publications LIMIT 1")
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
    if (!known) {
      clear();
    }
    seq =
        handle
            .createQuery("UPDATE document_counter SET value = value + 1 RETURNING value")
            .mapTo(Long.class)
            .one();
    handle.execute("INSERT INTO document_states VALUES (?, ?)", seq, UUID.randomUUID().toString());
  }

  /** Sends what is left. */
  void end() {
    flush();
  }

  /** Forgets the oldest changes where there are too many, and the states before them. */
  void trim() {
    end();
    if (seq == 0) {
      return;
    }
    long most = count("reports") + count("incidents") + count("publications");
    Long from = oldest(most / SHARE);
    if (from != null) {
      handle.execute("DELETE FROM document_changes WHERE seq <= ?", from);
      handle.execute("DELETE FROM document_states WHERE seq < ?", from);
    }
  }

  /** The newest change behind which there are no more than so many, or null for all. */
  private @Nullable Long oldest(long most) {
    long[] sum = {0};
    return handle
        .createQuery("SELECT seq, count(*) FROM document_changes GROUP BY seq ORDER BY seq DESC")
        .map((row, context) -> new long[] {row.getLong(1), row.getLong(2)})
        .stream()
        .filter(row -> (sum[0] += row[1]) > most)
        .map(row -> row[0])
        .findFirst()
        .orElse(null);
  }

  private long count(String table) {
    return handle.createQuery("SELECT count(*) FROM " + table).mapTo(Long.class).one();
  }

  private void flush() {
    if (batch.isEmpty()) {
      return;
    }
    try (PreparedBatch insert =
        handle.prepareBatch(
            "INSERT INTO document_changes VALUES (?, ?, ?) ON CONFLICT (kind, id) DO UPDATE SET seq"
                + " = excluded.seq")) {
      batch.forEach(change -> insert.add(change[0], change[1], seq));
      insert.execute();
    }
    batch.clear();
  }
}
