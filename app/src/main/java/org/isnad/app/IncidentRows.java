package org.isnad.app;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.isnad.store.Store;

/**
 * The rows of a table of incidents in the order of their days, however many there are: the cells
 * are set aside, and of each row only its day, its id and some bytes are in memory.
 */
public final class IncidentRows implements Iterable<List<String>>, AutoCloseable {

  /** Between day and id, and between cells: no text of the store holds it. */
  private static final String BETWEEN = "\u0000";

  private final Spill cells;
  private final Names keys = new Names();
  private Longs addresses = new Longs();

  private IncidentRows(Store store) {
    this.cells = Spill.beside(store);
  }

  /** The rows of what a selection lets through; to be closed. */
  public static IncidentRows of(Store store, Selection selection) {
    IncidentRows rows = new IncidentRows(store);
    selection.forEach(store, incident -> rows.add(IncidentRow.of(incident.json())));
    rows.sort();
    return rows;
  }

  private void add(IncidentRow row) {
    keys.add(row.when() + BETWEEN + row.id());
    List<String> cellsOfRow = row.cells().stream().map(cell -> cell.replace(BETWEEN, "")).toList();
    addresses.add(cells.add(String.join(BETWEEN, cellsOfRow)));
  }

  private void sort() {
    int[] numbers = keys.sort();
    long[] sorted = new long[numbers.length];
    for (int n = 0; n < numbers.length; n++) {
      sorted[numbers[n]] = addresses.get(n);
    }
    addresses = Longs.of(sorted);
  }

  /** Number of rows. */
  public int size() {
    return addresses.size();
  }

  /** The cells of each row, in the order of {@link IncidentRow#COLUMNS}. */
  @Override
  public Iterator<List<String>> iterator() {
    return IntStream.range(0, size())
        .mapToObj(row -> List.of(cells.text(addresses.get(row)).split(BETWEEN, -1)))
        .iterator();
  }

  @Override
  public void close() {
    cells.close();
  }
}
