package org.isnad.store;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What can be searched and is new, other than before, or gone.
 *
 * @param incidents ids of incidents
 * @param reports ids of reports
 * @param articles ids of articles
 */
public record DocumentChanges(
    SortedSet<String> incidents, SortedSet<String> reports, SortedSet<String> articles) {

  /** Copies the sets. */
  public DocumentChanges {
    incidents = Collections.unmodifiableSortedSet(new TreeSet<>(incidents));
    reports = Collections.unmodifiableSortedSet(new TreeSet<>(reports));
    articles = Collections.unmodifiableSortedSet(new TreeSet<>(articles));
  }
}
