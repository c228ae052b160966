package org.isnad.app;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.isnad.store.IncidentFilter;
import org.isnad.store.IncidentRecord;
import org.isnad.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents are to be brought out.
 *
 * @param filter by their values
 * @param ids those that a search found, or null where nothing was searched for
 */
public record Selection(IncidentFilter filter, @Nullable Set<String> ids) {

  /** Copies the ids. */
  public Selection {
    ids = ids == null ? null : new TreeSet<>(ids);
  }

  /** What the filter lets through. */
  public static Selection of(IncidentFilter filter) {
    return new Selection(filter, null);
  }

  /** Hands over each selected incident of the store, in the order of their ids. */
  public void forEach(Store store, Consumer<IncidentRecord> action) {
    store.incidents(
        filter,
        null,
        Integer.MAX_VALUE,
        incident -> {
          if (ids == null || ids.contains(incident.id())) {
            action.accept(incident);
          }
        });
  }
}
