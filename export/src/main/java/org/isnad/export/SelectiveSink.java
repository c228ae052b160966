package org.isnad.export;

import java.io.IOException;
import java.util.function.Predicate;
import org.isnad.store.IncidentRecord;
import org.jspecify.annotations.Nullable;

/** Hands on what a data set codes, and counts the rest. */
final class SelectiveSink implements IncidentSink {

  private final IncidentSink sink;
  private final Predicate<IncidentRecord> holds;
  private final String reason;
  private int omitted;

  SelectiveSink(IncidentSink sink, Predicate<IncidentRecord> holds, String reason) {
    this.sink = sink;
    this.holds = holds;
    this.reason = reason;
  }

  @Override
  public void add(IncidentRecord incident) throws IOException {
    if (holds.test(incident)) {
      sink.add(incident);
    } else if (!incident.status().isTombstone()) {
      omitted++;
    }
  }

  @Override
  public @Nullable Omission omitted() {
    return omitted == 0 ? null : new Omission(omitted, reason);
  }

  @Override
  public void close() throws IOException {
    sink.close();
  }
}
