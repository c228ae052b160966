package org.isnad.core.incident;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Identifiers of incidents that stay when reports are added.
 *
 * <p>An identifier is made from the id of one report, its anchor, and stays with the incident that
 * this report belongs to. When two incidents turn out to be one, the identifier with the smaller
 * anchor stays and the other redirects to it. When one is split, the part without the anchor gets
 * an identifier of its own.
 *
 * @param anchors identifier to the id of its anchor, redirecting ones included
 * @param ids id of every report to the identifier of its incident
 * @param redirects identifier of an incident that was merged to the one that holds its anchor now
 */
public record IncidentIds(
    Map<String, String> anchors, Map<String, String> ids, Map<String, String> redirects) {

  /** No incidents yet. */
  public static final IncidentIds NONE = new IncidentIds(Map.of(), Map.of(), Map.of());

  private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int LENGTH = 13;

  /** Copies the maps. */
  public IncidentIds {
    anchors = java.util.Collections.unmodifiableMap(new TreeMap<>(anchors));
    ids = java.util.Collections.unmodifiableMap(new TreeMap<>(ids));
    redirects = java.util.Collections.unmodifiableMap(new TreeMap<>(redirects));
  }

  /**
   * The identifiers of these groups, kept from before where they can be.
   *
   * @param groups ids of reports, group by group; every report of before is in one of them
   */
  public IncidentIds assign(Collection<? extends Collection<String>> groups) {
    Map<String, String> byAnchor = new TreeMap<>();
    anchors.forEach((id, anchor) -> byAnchor.put(anchor, id));
    Map<String, String> newAnchors = new TreeMap<>(anchors);
    Map<String, String> newIds = new TreeMap<>();
    Map<String, String> newRedirects = new TreeMap<>();
    for (TreeSet<String> group : sorted(groups)) {
      List<String> held = group.stream().filter(byAnchor::containsKey).toList();
      String anchor = held.isEmpty() ? group.first() : held.getFirst();
      String id = byAnchor.getOrDefault(anchor, idOf(anchor));
      newAnchors.put(id, anchor);
      group.forEach(report -> newIds.put(report, id));
      for (String other : held) {
        String merged = byAnchor.getOrDefault(other, id);
        if (!merged.equals(id)) {
          newRedirects.put(merged, id);
        }
      }
    }
    return new IncidentIds(newAnchors, newIds, newRedirects);
  }

  /** The identifier of the incident that a report belongs to, or of where it was merged. */
  public String idOfReport(String report) {
    String id = ids.get(report);
    if (id == null) {
      throw new IllegalArgumentException("no such report: " + report);
    }
    return id;
  }

  /** Follows a redirect; an identifier that was not merged stands for itself. */
  public String current(String id) {
    return redirects.getOrDefault(id, id);
  }

  /**
   * The identifier of an incident with this anchor, unless it has another from before: 64 bits in
   * Crockford's base 32, which reads aloud without mistakes.
   */
  public static String idOf(String report) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < report.length(); i++) {
      hash = (hash ^ report.charAt(i)) * 0x100000001B3L;
    }
    hash = (hash ^ hash >>> 33) * 0xFF51AFD7ED558CCDL;
    hash ^= hash >>> 33;
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      id.append(DIGITS.charAt((int) (hash >>> i * 5) & 31));
    }
    return id.toString();
  }

  private static List<TreeSet<String>> sorted(Collection<? extends Collection<String>> groups) {
    List<TreeSet<String>> sorted = new ArrayList<>();
    for (Collection<String> group : groups) {
      sorted.add(new TreeSet<>(group));
    }
    sorted.sort(java.util.Comparator.comparing(TreeSet::first));
    return sorted;
  }
}
