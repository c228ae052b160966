package org.isnad.export;

import org.isnad.store.IncidentRecord;

/** An incident in one line of words, as the columns {@code summary_en} and {@code summary_ar}. */
public final class IncidentSummary {

  private IncidentSummary() {}

  /** In English; empty for a tombstone. */
  public static String english(IncidentRecord incident) {
    return Summary.ENGLISH.of(incident);
  }

  /** In Arabic; empty for a tombstone. */
  public static String arabic(IncidentRecord incident) {
    return Summary.ARABIC.of(incident);
  }
}
