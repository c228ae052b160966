package org.isnad.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The columns and terms by which incidents are found, taken from their JSON. */
final class SearchColumns {

  private SearchColumns() {}

  /** A kind of term with the term, in the order in which they are stored. */
  private record Term(String kind, String term) implements Comparable<Term> {
    @Override
    public int compareTo(Term other) {
      int byKind = kind.compareTo(other.kind);
      return byKind != 0 ? byKind : term.compareTo(other.term);
    }
  }

  /** Fills the columns and terms of a row that has none. */
  static void complete(Handle handle, String id, String json) {
    try (PreparedBatch batch =
        handle.prepareBatch(
            "UPDATE incidents SET type = :type, first_day = :first_day, last_day = :last_day, country = :country,"
                + " province = :province, place = :place, place_precision = :place_precision, lat = :lat, lon = :lon,"
                + " killed = :killed, disputed = :disputed, independent = :independent WHERE id = :id")) {
      bind(batch, json);
      batch.bind("id", id).add();
      batch.execute();
    }
    terms(handle, List.of(json));
  }

  static void bind(PreparedBatch batch, String json) {
    IncidentRecord record = RecordReader.record(json, RecordReader.Standing.NEW);
    IncidentRecord.Location place = record.place();
    batch
        .bind("type", record.type())
        .bind("first_day", Objects.toString(record.dateStart(), null))
        .bind("last_day", Objects.toString(record.dateEnd(), null))
        .bind("country", place == null ? null : place.country())
        .bind("province", place == null ? null : place.province())
        .bind("place", place == null ? null : place.id())
        .bind("place_precision", place == null ? null : place.precision())
        .bind("lat", place == null ? null : place.lat())
        .bind("lon", place == null ? null : place.lon())
        .bind("killed", record.killed().best())
        .bind("disputed", record.isDisputed() ? 1 : 0)
        .bind("independent", record.independentSourceCount());
  }

  static void terms(Handle handle, Collection<String> incidents) {
    if (incidents.isEmpty()) {
      return;
    }
    try (PreparedBatch batch =
        handle.prepareBatch("INSERT INTO incident_terms (kind, term, incident) VALUES (?, ?, ?)")) {
      for (String json : incidents) {
        IncidentRecord record = RecordReader.record(json, RecordReader.Standing.NEW);
        terms(record).forEach(term -> batch.add(term.kind, term.term, record.id()));
      }
      if (batch.size() > 0) {
        batch.execute();
      }
    }
  }

  private static Set<Term> terms(IncidentRecord record) {
    List<Term> terms = new ArrayList<>();
    parties("actor", record.actors(), terms);
    parties("claimed-by", record.claimedBy(), terms);
    parties("target", record.targets(), terms);
    record.weapons().forEach(weapon -> terms.add(new Term("weapon", weapon)));
    record.sources().forEach(source -> terms.add(new Term("source", source)));
    return new TreeSet<>(terms);
  }

  private static void parties(String kind, List<IncidentRecord.Named> parties, List<Term> terms) {
    for (IncidentRecord.Named party : parties) {
      add(kind, party.name(), terms);
      add(kind, party.nameEn(), terms);
      add(kind, party.id(), terms);
    }
  }

  private static void add(String kind, @Nullable String term, List<Term> terms) {
    if (term != null && !term.isBlank()) {
      terms.add(new Term(kind, term));
    }
  }
}
