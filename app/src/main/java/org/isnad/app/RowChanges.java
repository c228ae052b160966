package org.isnad.app;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.isnad.core.lexicon.Place;
import org.isnad.core.mention.party.RegisteredParty;
import org.isnad.core.pipeline.Knowledge;
import org.isnad.core.text.Normalizer;
import org.isnad.export.Column;
import org.isnad.export.EditedTable;
import org.isnad.export.ExportOptions;
import org.isnad.export.IncidentColumns;
import org.isnad.store.IncidentRecord;
import org.isnad.store.IncidentRecord.Named;
import org.isnad.store.RefusedException;
import org.isnad.store.ReviewStatus;
import org.jspecify.annotations.Nullable;

/**
 * What an edited row says otherwise than its incident.
 *
 * @param edits new values by slot, written as {@link SlotValue} reads them
 * @param status another status, or null
 */
record RowChanges(Map<String, String> edits, @Nullable ReviewStatus status) {

  /** Columns that a person can change; all others follow from these or from the reports. */
  private static final Set<String> EDITABLE =
      new TreeSet<>(
          List.of(
              "status",
              "date_start",
              "date_end",
              "event_type",
              "actor1",
              "actor2",
              "claimed_by",
              "target",
              "weapon",
              "location_en",
              "location_ar",
              "killed_low",
              "killed_best",
              "killed_high",
              "injured_low",
              "injured_best",
              "injured_high"));

  private static final String BETWEEN = ";";

  /**
   * Compares a row with the incident it was made from.
   *
   * @throws RefusedException if a changed cell cannot be taken back
   */
  static RowChanges of(EditedTable.Row row, IncidentRecord incident, Knowledge knowledge) {
    return new Reading(row, incident, knowledge).changes();
  }

  /** Reads one row. */
  private static final class Reading {

    private final EditedTable.Row row;
    private final IncidentRecord incident;
    private final Knowledge knowledge;
    private final Map<String, String> changed = new LinkedHashMap<>();
    private final Map<String, String> was = new LinkedHashMap<>();
    private final Map<String, String> edits = new LinkedHashMap<>();

    Reading(EditedTable.Row row, IncidentRecord incident, Knowledge knowledge) {
      this.row = row;
      this.incident = incident;
      this.knowledge = knowledge;
    }

    RowChanges changes() {
      compare();
      if (!changed.isEmpty() && incident.status().isTombstone()) {
        throw new RefusedException(
            "'" + incident.id() + "' is " + incident.status().id() + " and cannot be edited");
      }
      text("event_type", "type");
      days();
      actors();
      list("claimed_by", "claimedBy", incident.claimedBy());
      list("target", "targets", incident.targets());
      text("weapon", "weapons");
      place();
      toll("killed");
      toll("injured");
      return new RowChanges(edits, status());
    }

    private void compare() {
      for (Column column : IncidentColumns.ALL) {
        Object value = column.of(incident, ExportOptions.PLAIN);
        String before = value == null ? "" : value.toString();
        was.put(column.name(), before);
        String cell = row.cell(column.name());
        boolean isVersion = column.name().equals("version") || column.name().equals("incident_id");
        if (cell == null || isVersion || column.name().equals("record_url")) {
          continue;
        }
        String now = cell.strip();
        if (!same(before.strip(), now, column.kind())) {
          if (!EDITABLE.contains(column.name())) {
            throw new RefusedException(
                "column "
                    + column.name()
                    + " says '"
                    + now
                    + "' and not '"
                    + before
                    + "'; it follows from others and cannot be edited");
          }
          changed.put(column.name(), now);
        }
      }
    }

    /** Spreadsheets write numbers and line ends in their own way. */
    private static boolean same(String before, String now, Column.Kind kind) {
      boolean number = kind == Column.Kind.INTEGER || kind == Column.Kind.DECIMAL;
      if (before.equals(now) || !number && lines(before).equals(lines(now))) {
        return true;
      }
      if (!number || before.isEmpty() || now.isEmpty()) {
        return false;
      }
      try {
        return new BigDecimal(before).compareTo(new BigDecimal(now)) == 0;
      } catch (NumberFormatException e) {
        return false;
      }
    }

    private static String lines(String text) {
      return text.replace("\r\n", "\n");
    }

    private void text(String column, String slot) {
      String now = changed.get(column);
      if (now != null) {
        edits.put(slot, now);
      }
    }

    private void days() {
      if (changed.containsKey("date_start") || changed.containsKey("date_end")) {
        String start = day("date_start");
        String end = day("date_end");
        edits.put("time", start.isEmpty() && end.isEmpty() ? "" : start + ".." + end);
      }
    }

    private String day(String column) {
      String day = now(column);
      try {
        return day.isEmpty() ? day : LocalDate.parse(day).toString();
      } catch (DateTimeException e) {
        throw refused(column, day, "a day such as 2026-03-04");
      }
    }

    private void actors() {
      if (!changed.containsKey("actor1") && !changed.containsKey("actor2")) {
        return;
      }
      List<String> parties = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        String cell = now("actor" + (i + 1));
        Named before = incident.actors().size() > i ? incident.actors().get(i) : null;
        if (!cell.isEmpty()) {
          parties.add(party(cell, before == null ? List.of() : List.of(before)));
        }
      }
      incident.actors().stream().skip(2).forEach(actor -> parties.add(key(actor)));
      edits.put("actors", String.join(BETWEEN, parties));
    }

    private void list(String column, String slot, List<Named> before) {
      String now = changed.get(column);
      if (now == null) {
        return;
      }
      List<String> parties = new ArrayList<>();
      for (String name : now.split(BETWEEN, -1)) {
        if (!name.isBlank()) {
          parties.add(party(name.strip(), before));
        }
      }
      edits.put(slot, String.join(BETWEEN, parties));
    }

    /** A party that stood there before, one of the register by id or name, else the name. */
    private String party(String cell, List<Named> before) {
      for (Named party : before) {
        if (cell.equals(party.nameEn()) || cell.equals(party.name())) {
          return key(party);
        }
      }
      if (knowledge.parties().party(cell) != null) {
        return cell;
      }
      String folded = Normalizer.fold(cell);
      Set<String> ids = new TreeSet<>();
      for (RegisteredParty party : knowledge.parties().parties()) {
        boolean named =
            Normalizer.fold(party.nameEn()).equals(folded)
                || party.names().stream().anyMatch(n -> Normalizer.fold(n).equals(folded));
        if (named) {
          ids.add(party.id());
        }
      }
      return ids.size() == 1 ? ids.iterator().next() : cell;
    }

    private static String key(Named party) {
      return party.id() == null ? party.name() : party.id();
    }

    private void place() {
      String english = changed.get("location_en");
      String arabic = changed.get("location_ar");
      if (english == null && arabic == null) {
        return;
      }
      String name = english == null || english.isEmpty() && arabic != null ? arabic : english;
      edits.put("place", name == null || name.isEmpty() ? "" : place(name));
    }

    /** The one place of that id or name, in the country of the row where several are named so. */
    private String place(String name) {
      if (knowledge.gazetteer().place(name) != null) {
        return name;
      }
      Set<String> ids = new TreeSet<>();
      Set<String> here = new TreeSet<>();
      String folded = Normalizer.fold(name);
      String country = incident.place() == null ? null : incident.place().country();
      for (Place place : knowledge.gazetteer().places()) {
        if (isNamed(place, folded)) {
          ids.add(place.id());
          if (place.country().equals(country)) {
            here.add(place.id());
          }
        }
      }
      Set<String> one = here.size() == 1 ? here : ids;
      if (one.size() > 1) {
        throw refused("location_en", name, "one of the ids " + String.join(", ", one));
      }
      return one.isEmpty() ? name : one.iterator().next();
    }

    private static boolean isNamed(Place place, String folded) {
      return Normalizer.fold(place.nameEn()).equals(folded)
          || place.names().stream().anyMatch(n -> Normalizer.fold(n).equals(folded));
    }

    private void toll(String slot) {
      boolean ends = changed.containsKey(slot + "_low") || changed.containsKey(slot + "_high");
      String best = changed.get(slot + "_best");
      if (ends) {
        range(slot);
      } else if (best != null) {
        edits.put(slot, best.isEmpty() ? "" : whole(slot + "_best", best).toString());
      }
    }

    /** The ends as the row gives them; the best figure must lie between them. */
    private void range(String slot) {
      String low = now(slot + "_low");
      String high = now(slot + "_high");
      String best = now(slot + "_best");
      if (low.isEmpty() && high.isEmpty()) {
        edits.put(slot, best.isEmpty() ? "" : whole(slot + "_best", best).toString());
        return;
      }
      Integer from = low.isEmpty() ? Integer.valueOf(0) : whole(slot + "_low", low);
      Integer to = high.isEmpty() ? null : whole(slot + "_high", high);
      Integer mid = best.isEmpty() ? from : whole(slot + "_best", best);
      if (mid < from || to != null && (mid > to || from > to)) {
        throw refused(slot + "_best", best, "a number between " + from + " and " + to);
      }
      edits.put(slot, to == null ? from + "+" : from.equals(to) ? "" + from : from + "-" + to);
    }

    private Integer whole(String column, String cell) {
      try {
        return new BigDecimal(cell).intValueExact();
      } catch (ArithmeticException | NumberFormatException e) {
        throw refused(column, cell, "a whole number");
      }
    }

    private @Nullable ReviewStatus status() {
      String now = changed.get("status");
      if (now == null) {
        return null;
      }
      try {
        ReviewStatus status = ReviewStatus.of(now.toLowerCase(Locale.ROOT));
        if (status != ReviewStatus.MERGED && status != ReviewStatus.SUGGESTED) {
          return status;
        }
      } catch (IllegalArgumentException e) {
        // told below
      }
      throw refused("status", now, "in-review, approved, published or retracted");
    }

    private String now(String column) {
      return changed.getOrDefault(column, was.getOrDefault(column, ""));
    }

    private static RefusedException refused(String column, String cell, String expected) {
      return new RefusedException(
          "column " + column + " says '" + cell + "'; expected " + expected);
    }
  }
}
