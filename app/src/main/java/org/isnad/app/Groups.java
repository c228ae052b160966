package org.isnad.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.isnad.core.dating.DatedReport;
import org.isnad.core.incident.Decisions;
import org.isnad.core.incident.IncidentLinker;

/**
 * Which reports of a store tell of one event: found by the linker, part by part. Groups are
 * numbered in the order of their smallest reports, which is the order of their first members.
 */
final class Groups {

  /** What stands for a report of no group: a sum of events. */
  static final int NONE = -1;

  private final DatedArticles dated;
  private final LinkSearch search;
  private final Decisions decisions;
  private final Progress progress;
  private final int[] first;
  private final SumSearch sums;
  private int[] members = {};
  private int[] starts = {};
  private int[] groupOf = {};

  private Groups(DatedArticles dated, LinkSearch search, Decisions decisions, Progress progress) {
    this.dated = dated;
    this.search = search;
    this.decisions = decisions;
    this.progress = progress;
    this.first = new int[dated.size()];
    this.sums = new SumSearch(dated, search);
  }

  /**
   * Links all reports.
   *
   * @param order by the number of a report as it came, its number now
   */
  static Groups of(
      DatedArticles dated, LinkSearch search, int[] order, Decisions decisions, Progress progress) {
    Groups groups = new Groups(dated, search, decisions, progress);
    groups.link(search.parts(order, decisions));
    groups.number();
    return groups;
  }

  /** Number of groups. */
  int size() {
    return starts.length - 1;
  }

  /** The reports of a group, in the order of their ids. */
  int[] members(int group) {
    return Arrays.copyOfRange(members, starts[group], starts[group + 1]);
  }

  /** The group of a report, or {@link #NONE}. */
  int of(int report) {
    return groupOf[report];
  }

  /** The sums of events, with the groups that can be among them. */
  SumSearch sums() {
    return sums;
  }

  private void link(DisjointSets parts) {
    long[] all = parts.members();
    for (int from = 0; from < all.length; ) {
      int to = from + 1;
      while (to < all.length && all[to] >>> Integer.SIZE == all[from] >>> Integer.SIZE) {
        to++;
      }
      int[] part = new int[to - from];
      for (int i = from; i < to; i++) {
        part[i - from] = (int) all[i];
      }
      link(part);
      from = to;
      progress.reached(from, all.length);
    }
  }

  /** Links what can be linked at all. */
  private void link(int[] part) {
    if (part.length == 1 && sums.isEmpty()) {
      first[part[0]] = part[0];
      return;
    }
    List<DatedReport> outlines = new ArrayList<>(part.length);
    List<Integer> numbers = new ArrayList<>(part.length);
    for (int report : part) {
      if (sums.holds(report)) {
        first[report] = NONE;
      } else {
        outlines.add(search.outline(report));
        numbers.add(report);
      }
    }
    if (outlines.size() == 1) {
      group(outlines);
    } else if (!outlines.isEmpty()) {
      IncidentLinker linker = new IncidentLinker(dated.texts(numbers), decisions);
      linker.addAll(outlines);
      linker.groups().forEach(this::group);
    }
  }

  /** The reports of a group come in the order of their ids. */
  private void group(List<DatedReport> group) {
    int smallest = dated.find(group.getFirst().id());
    for (DatedReport report : group) {
      first[dated.find(report.id())] = smallest;
    }
    sums.add(smallest, group);
  }

  private void number() {
    int[] sizes = new int[first.length];
    int grouped = 0;
    int count = 0;
    for (int smallest : first) {
      if (smallest != NONE) {
        count += sizes[smallest]++ == 0 ? 1 : 0;
        grouped++;
      }
    }
    starts = new int[count + 1];
    members = new int[grouped];
    groupOf = new int[first.length];
    int next = 0;
    int[] ends = new int[count];
    for (int report = 0; report < first.length; report++) {
      if (first[report] == NONE) {
        groupOf[report] = NONE;
        continue;
      }
      if (first[report] == report) {
        groupOf[report] = next++;
        starts[next] = starts[next - 1] + sizes[report];
        ends[next - 1] = starts[next - 1];
      }
      groupOf[report] = groupOf[first[report]];
      members[ends[groupOf[report]]++] = report;
    }
  }
}
