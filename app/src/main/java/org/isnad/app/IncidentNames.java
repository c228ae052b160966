package org.isnad.app;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.isnad.core.incident.IncidentIds;

/**
 * The identifiers of a store's incidents, kept from before where they can be: what {@link
 * IncidentIds#assign} gives, for groups of numbers.
 */
final class IncidentNames {

  private final Names names = new Names();
  private final Map<String, String> redirects = new TreeMap<>();
  private final int[] anchors;
  private int[] ranks = {};
  private int[] groupOf = {};

  private IncidentNames(int groups) {
    this.anchors = new int[groups];
  }

  /**
   * Which reports are anchors of incidents from before: most give their incident its name, only of
   * the others names are kept.
   */
  static final class Before {

    private final DatedArticles dated;
    private final BitSet anchors = new BitSet();
    private final Map<Integer, String> otherwise = new HashMap<>();

    Before(DatedArticles dated) {
      this.dated = dated;
    }

    /** Adds an incident; of two with one anchor the larger name counts. */
    void add(String incident, String anchor) {
      int report = dated.find(anchor);
      if (report < 0 || anchors.get(report) && of(report).compareTo(incident) > 0) {
        return;
      }
      anchors.set(report);
      if (incident.equals(IncidentIds.idOf(anchor))) {
        otherwise.remove(report);
      } else {
        otherwise.put(report, incident);
      }
    }

    boolean isAnchor(int report) {
      return anchors.get(report);
    }

    /** The name that a report gives its incident. */
    String of(int report) {
      String other = otherwise.get(report);
      return other != null ? other : IncidentIds.idOf(dated.id(report));
    }
  }

  /** The identifiers of these groups. */
  static IncidentNames of(Groups groups, Before before) {
    IncidentNames named = new IncidentNames(groups.size());
    for (int group = 0; group < groups.size(); group++) {
      named.name(group, groups.members(group), before);
    }
    named.sort();
    return named;
  }

  private void name(int group, int[] members, Before before) {
    int anchor = -1;
    for (int report : members) {
      if (anchor < 0 && before.isAnchor(report)) {
        anchor = report;
      }
    }
    anchor = anchor < 0 ? members[0] : anchor;
    String id = before.of(anchor);
    names.add(id);
    anchors[group] = anchor;
    for (int report : members) {
      String merged = before.isAnchor(report) ? before.of(report) : id;
      if (!merged.equals(id)) {
        redirects.put(merged, id);
      }
    }
  }

  private void sort() {
    ranks = names.sort();
    groupOf = new int[ranks.length];
    for (int group = 0; group < ranks.length; group++) {
      groupOf[ranks[group]] = group;
    }
  }

  /** Number of incidents. */
  int size() {
    return groupOf.length;
  }

  /** The identifier of a group's incident. */
  String of(int group) {
    return names.get(ranks[group]);
  }

  /** The place of a group's incident in the order of identifiers. */
  int rank(int group) {
    return ranks[group];
  }

  /** The group of the incident at a place in the order of identifiers. */
  int group(int rank) {
    return groupOf[rank];
  }

  /** Whether the incident at the next place has the same identifier; that one has it then. */
  boolean isRepeated(int rank) {
    return rank + 1 < size() && names.get(rank).equals(names.get(rank + 1));
  }

  /** The report whose id the identifier was made from. */
  int anchor(int group) {
    return anchors[group];
  }

  /** Identifiers of incidents that were merged, to those of their successors. */
  Map<String, String> redirects() {
    return redirects;
  }
}
