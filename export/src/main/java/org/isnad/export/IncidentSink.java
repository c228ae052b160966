package org.isnad.export;

import java.io.IOException;
import org.isnad.store.IncidentRecord;
import org.jspecify.annotations.Nullable;

/** Writes incidents, one after the other; closing it ends the file. */
public interface IncidentSink extends AutoCloseable {

  /**
   * Writes one.
   *
   * @throws IOException if it cannot be written
   */
  void add(IncidentRecord incident) throws IOException;

  /** Incidents that the format has no place for, with the reason; null where there is none. */
  default @Nullable Omission omitted() {
    return null;
  }

  /**
   * Ends the file and closes it.
   *
   * @throws IOException if it cannot be written
   */
  @Override
  void close() throws IOException;

  /**
   * What was left out, so that no export is cut silently.
   *
   * @param incidents how many
   * @param reason why, as a clause: "their type is not coded there"
   */
  record Omission(int incidents, String reason) {}
}
