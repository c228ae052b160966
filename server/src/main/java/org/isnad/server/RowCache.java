package org.isnad.server;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.isnad.store.IncidentFilter;
import org.isnad.store.IncidentIndex.Found;
import org.isnad.store.IncidentRecord;
import org.isnad.store.Store;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

/**
 * Incidents as lists show them, ready to be sent. To make one, its whole JSON is read and parsed,
 * which has twenty times as many bytes. Those used least recently are forgotten.
 */
final class RowCache {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Bytes kept: an eighth of the memory, 64 MB at most (about 50,000 incidents). */
  private static final long MOST = Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 8);

  /** What an entry takes beside its bytes. */
  private static final int OVERHEAD = 200;

  private final Store store;
  private final LinkedHashMap<String, Entry> entries = new LinkedHashMap<>(1024, 0.75f, true);
  private long size;

  private record Entry(long stamp, byte[] row) {}

  RowCache(Store store) {
    this.store = store;
  }

  /** Writes the rows of these incidents, with commas between them. */
  void write(List<Found> found, ByteArrayOutputStream out) {
    Map<String, byte[]> rows = new HashMap<>();
    List<Found> missing = known(found, rows);
    if (!missing.isEmpty()) {
      read(missing, rows);
    }
    boolean first = true;
    for (Found one : found) {
      byte[] row = rows.get(one.id());
      if (row != null) {
        if (!first) {
          out.write(',');
        }
        first = false;
        out.writeBytes(row);
      }
    }
  }

  private synchronized List<Found> known(List<Found> found, Map<String, byte[]> rows) {
    return found.stream()
        .filter(
            one -> {
              @Nullable Entry entry = entries.get(one.id());
              if (entry == null || entry.stamp() != one.stamp()) {
                return true;
              }
              rows.put(one.id(), entry.row());
              return false;
            })
        .toList();
  }

  /** A row read later than it was found may be newer; the next change of its stamp replaces it. */
  private void read(List<Found> missing, Map<String, byte[]> rows) {
    Map<String, Long> stamps = new HashMap<>();
    missing.forEach(one -> stamps.put(one.id(), one.stamp()));
    IncidentFilter these = IncidentFilter.ALL.among(new TreeSet<>(stamps.keySet()));
    for (IncidentRecord incident : store.incidents(these, null, missing.size())) {
      byte[] row = JSON.writeValueAsBytes(RecordJson.of(incident));
      rows.put(incident.id(), row);
      keep(incident.id(), new Entry(stamps.getOrDefault(incident.id(), -1L), row));
    }
  }

  private synchronized void keep(String id, Entry entry) {
    Entry old = entries.put(id, entry);
    size += entry.row().length + OVERHEAD - (old == null ? 0 : old.row().length + OVERHEAD);
    var eldest = entries.entrySet().iterator();
    while (size > MOST && eldest.hasNext()) {
      size -= eldest.next().getValue().row().length + OVERHEAD;
      eldest.remove();
    }
  }
}
