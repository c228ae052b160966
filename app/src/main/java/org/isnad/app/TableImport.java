package org.isnad.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.isnad.core.pipeline.Knowledge;
import org.isnad.core.pipeline.Problem;
import org.isnad.export.EditedTable;
import org.isnad.store.IncidentRecord;
import org.isnad.store.RefusedException;
import org.isnad.store.ReviewStatus;
import org.isnad.store.Store;

/**
 * Takes an edited table of incidents back as decisions: a changed cell is an edit of its field, a
 * changed status a verdict. A row that fits no incident, was made from another version, or says
 * what cannot be taken back is one problem, and none of its cells is taken.
 */
public final class TableImport {

  private final Store store;
  private final Knowledge knowledge;
  private final Decide decide;
  private final boolean publishes;

  /** Imports into a store, as decisions of one person who may publish. */
  public TableImport(Store store, Knowledge knowledge, Decide decide) {
    this(store, knowledge, decide, true);
  }

  /**
   * Imports into a store, as decisions of one person.
   *
   * @param publishes whether they may publish; if not, rows that do are refused
   */
  public TableImport(Store store, Knowledge knowledge, Decide decide, boolean publishes) {
    this.store = store;
    this.knowledge = knowledge;
    this.decide = decide;
    this.publishes = publishes;
  }

  /**
   * Takes a file back.
   *
   * @throws UncheckedIOException if it cannot be read as a table of incidents
   */
  public Outcome read(Path file) {
    Tally tally = new Tally(file);
    try {
      EditedTable.read(file, row -> take(row, tally));
    } catch (NoSuchFileException e) {
      throw new UncheckedIOException(
          "no file " + file + "; give the table of 'isnad export', edited", e);
    } catch (IOException e) {
      String reason = e.getMessage() == null ? e.toString() : e.getMessage();
      throw new UncheckedIOException(file + " cannot be read: " + reason, e);
    }
    return new Outcome(tally.rows, tally.decisions, tally.problems);
  }

  private void take(EditedTable.Row row, Tally tally) {
    tally.rows++;
    try {
      IncidentRecord incident = incident(row, tally.seen);
      RowChanges changes = RowChanges.of(row, incident, knowledge);
      if (changes.status() == ReviewStatus.PUBLISHED && !publishes) {
        throw new RefusedException("the row publishes, which needs the role editor");
      }
      changes.edits().forEach((slot, value) -> SlotValue.json(slot, value, knowledge));
      tally.decisions += decide(incident, changes, reason(row, tally.file));
    } catch (RefusedException e) {
      tally.problem(row.line(), String.valueOf(e.getMessage()));
    }
  }

  private IncidentRecord incident(EditedTable.Row row, Set<String> seen) {
    String id = String.valueOf(row.cell("incident_id")).strip();
    IncidentRecord incident =
        store
            .incident(id)
            .orElseThrow(() -> new RefusedException("no incident '" + id + "' in the store"));
    if (!seen.add(id)) {
      throw new RefusedException("incident '" + id + "' stands in an earlier row too");
    }
    String version = row.cell("version");
    if (version == null || version.isBlank()) {
      throw new RefusedException("no version; it tells what the row was made from");
    }
    if (!version.strip().equals(Integer.toString(incident.version()))) {
      throw new RefusedException(
          "made from version "
              + version.strip()
              + " of '"
              + id
              + "', which is at version "
              + incident.version()
              + " by now; export it again");
    }
    return incident;
  }

  private int decide(IncidentRecord incident, RowChanges changes, String reason) {
    Integer seen = incident.version();
    for (Map.Entry<String, String> edit : changes.edits().entrySet()) {
      decide.edit(incident.id(), edit.getKey(), edit.getValue(), reason, seen);
      seen = null;
    }
    if (changes.status() != null) {
      switch (changes.status()) {
        case APPROVED -> decide.accept(incident.id(), reason, seen);
        case PUBLISHED -> decide.publish(incident.id(), reason, seen);
        case RETRACTED -> decide.reject(incident.id(), reason, seen);
        case IN_REVIEW -> decide.unsure(incident.id(), reason, seen);
        case SUGGESTED, MERGED ->
            throw new IllegalArgumentException("no verdict: " + changes.status());
      }
    }
    return changes.edits().size() + (changes.status() == null ? 0 : 1);
  }

  private static String reason(EditedTable.Row row, Path file) {
    String reason = row.cell("reason");
    return reason == null || reason.isBlank()
        ? "imported from " + file.getFileName() + ", line " + row.line()
        : reason.strip();
  }

  /** What has gone through. */
  private static final class Tally {

    private final Path file;
    private final Set<String> seen = new TreeSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private int rows;
    private int decisions;

    Tally(Path file) {
      this.file = file;
    }

    void problem(long line, String text) {
      problems.add(new Problem(Problem.Code.TABLE, file + ":" + line, text));
    }
  }

  /**
   * What an import did.
   *
   * @param rows rows of incidents read
   * @param decisions decisions taken down
   * @param problems rows that were refused, each with its line and the reason
   */
  public record Outcome(int rows, int decisions, List<Problem> problems) {

    /** Copies the list. */
    public Outcome {
      problems = List.copyOf(problems);
    }
  }
}
