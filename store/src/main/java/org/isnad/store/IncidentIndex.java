package org.isnad.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.isnad.store.Catalogue.Counts;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * What incidents are filtered and counted by, in memory, as it stood after one change: some 200
 * bytes an incident. Filters mean the same here as in SQL ({@link IncidentTable.Conditions}); one
 * pass over 50,000 incidents takes a millisecond or two, where the database takes ten to forty.
 *
 * <p>Immutable. After further changes only the incidents that these name are read anew.
 */
public final class IncidentIndex {

  /** An incident on a page, and the change after which it was read. */
  public record Found(String id, long stamp) {}

  /** All that a filter looks at; words are places in {@link Words}, -1 where there is none. */
  private record Row(
      String id,
      long stamp,
      int status,
      int type,
      int country,
      int province,
      int precision,
      int disputed,
      double lat,
      double lon,
      int first,
      int last,
      int killed,
      int independent,
      int[] terms) {}

  private static final int NONE = -1;

  /** A day or a number that is not known. */
  private static final int UNKNOWN = Integer.MIN_VALUE;

  private static final String COLUMNS =
      "SELECT status, type, country, province, place_precision, lat, lon, first_day, last_day,"
          + " killed, disputed, independent, id FROM incidents";

  private static final String TERMS = "SELECT kind, term, incident FROM incident_terms";

  private final long change;
  private final Row[] rows;
  private final Words words;
  private final List<Words.Word> known;

  // What is looked at most lies in columns of its own: a pass then reads memory in order.
  private final int[] status;
  private final int[] first;
  private final int[] last;
  private final double[] lat;
  private final double[] lon;
  private final int[] country;
  private final int[] type;

  private IncidentIndex(long change, Row[] rows, Words words) {
    this.change = change;
    this.rows = rows;
    this.words = words;
    this.known = words.known();
    this.status = Arrays.stream(rows).mapToInt(Row::status).toArray();
    this.first = Arrays.stream(rows).mapToInt(Row::first).toArray();
    this.last = Arrays.stream(rows).mapToInt(Row::last).toArray();
    this.lat = Arrays.stream(rows).mapToDouble(Row::lat).toArray();
    this.lon = Arrays.stream(rows).mapToDouble(Row::lon).toArray();
    this.country = Arrays.stream(rows).mapToInt(Row::country).toArray();
    this.type = Arrays.stream(rows).mapToInt(Row::type).toArray();
  }

  /** Everything, as it stands after this change. */
  static IncidentIndex read(Handle handle, long change) {
    Words words = new Words();
    return new IncidentIndex(change, rows(handle, null, change, words), words);
  }

  /** The same after further changes of these incidents. */
  IncidentIndex updated(Handle handle, long now, Set<String> changed) {
    List<Row> all = new ArrayList<>(rows.length + changed.size());
    for (Row row : rows) {
      if (!changed.contains(row.id)) {
        all.add(row);
      }
    }
    all.addAll(Arrays.asList(rows(handle, changed, now, words)));
    Row[] sorted = all.toArray(Row[]::new);
    Arrays.sort(sorted, Comparator.comparing(Row::id));
    return new IncidentIndex(now, sorted, words);
  }

  private static Row[] rows(
      Handle handle, @Nullable Collection<String> ids, long change, Words words) {
    Map<String, int[]> terms = terms(handle, ids, words);
    List<Row> rows =
        query(handle, COLUMNS + (ids == null ? "" : " WHERE id IN (<ids>)"), ids)
            .map(
                (row, context) -> {
                  String id = row.getString("id");
                  return new Row(
                      id,
                      change,
                      words.of("status", row.getString("status")),
                      words.of("type", row.getString("type")),
                      words.of("country", row.getString("country")),
                      words.of("province", row.getString("province")),
                      words.of("precision", row.getString("place_precision")),
                      words.of("disputed", row.getString("disputed")),
                      number(row.getObject("lat")),
                      number(row.getObject("lon")),
                      day(row.getString("first_day")),
                      day(row.getString("last_day")),
                      whole(row.getObject("killed")),
                      row.getInt("independent"),
                      terms.getOrDefault(id, new int[0]));
                })
            .list();
    Row[] sorted = rows.toArray(Row[]::new);
    Arrays.sort(sorted, Comparator.comparing(Row::id));
    return sorted;
  }

  private static Map<String, int[]> terms(
      Handle handle, @Nullable Collection<String> ids, Words words) {
    Map<String, int[]> terms = new HashMap<>();
    query(handle, TERMS + (ids == null ? "" : " WHERE incident IN (<ids>)"), ids)
        .map(
            (row, context) -> {
              int word = words.of(row.getString("kind"), row.getString("term"));
              terms.merge(row.getString("incident"), new int[] {word}, IncidentIndex::joined);
              return 0;
            })
        .list();
    return terms;
  }

  private static Query query(Handle handle, String sql, @Nullable Collection<String> ids) {
    Query query = handle.createQuery(sql).setFetchSize(5_000);
    return ids == null ? query : query.bindList("ids", List.copyOf(ids));
  }

  private static int[] joined(int[] first, int[] second) {
    int[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static double number(@Nullable Object value) {
    return value instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  private static int whole(@Nullable Object value) {
    return value instanceof Number number ? number.intValue() : UNKNOWN;
  }

  private static int day(@Nullable String text) {
    return text == null ? UNKNOWN : Math.toIntExact(LocalDate.parse(text).toEpochDay());
  }

  /** The number of the last change that it knows of. */
  public long change() {
    return change;
  }

  /** The counts that stand over every list. */
  public Counts counts(IncidentFilter filter) {
    int[] counts = new int[3];
    each(
        filter,
        at -> {
          counts[0]++;
          counts[1] += Double.isNaN(lat[at]) ? 1 : 0;
          counts[2] += first[at] != UNKNOWN && first[at] == last[at] ? 0 : 1;
        });
    return new Counts(counts[0], counts[1], counts[2]);
  }

  /**
   * A page in the order of ids.
   *
   * @param after start behind this id, or null
   */
  public List<Found> page(IncidentFilter filter, @Nullable String after, int limit) {
    Test test = new Test(filter);
    List<Found> page = new ArrayList<>(Math.min(limit, rows.length));
    for (int at = start(after); at < rows.length && page.size() < limit; at++) {
      if (test.passes(at)) {
        page.add(new Found(rows[at].id, rows[at].stamp));
      }
    }
    return page;
  }

  private int start(@Nullable String after) {
    int low = 0;
    int high = after == null ? 0 : rows.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (rows[middle].id.compareTo(String.valueOf(after)) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** How many pass for every value of these facets; the most frequent values first. */
  Map<String, Map<String, Integer>> facets(IncidentFilter filter, List<String> facets, int most) {
    int[] counts = new int[known.size()];
    each(
        filter,
        at -> {
          Row row = rows[at];
          count(counts, row.status);
          count(counts, row.type);
          count(counts, row.country);
          count(counts, row.province);
          count(counts, row.disputed);
          for (int term : row.terms) {
            counts[term]++;
          }
        });
    Map<String, List<Integer>> used = new TreeMap<>();
    for (int word = 0; word < counts.length; word++) {
      if (counts[word] > 0) {
        used.computeIfAbsent(known.get(word).kind(), kind -> new ArrayList<>()).add(word);
      }
    }
    Map<String, Map<String, Integer>> answer = new LinkedHashMap<>();
    for (String facet : facets) {
      answer.put(facet, mostFrequent(used.getOrDefault(facet, List.of()), counts, most));
    }
    return answer;
  }

  private static void count(int[] counts, int word) {
    if (word != NONE) {
      counts[word]++;
    }
  }

  private Map<String, Integer> mostFrequent(List<Integer> used, int[] counts, int most) {
    Map<String, Integer> values = new LinkedHashMap<>();
    used.stream()
        .sorted(
            Comparator.comparingInt((Integer word) -> -counts[word])
                .thenComparing(word -> known.get(word).text()))
        .limit(most)
        .forEach(word -> values.put(known.get(word).text(), counts[word]));
    return values;
  }

  private void each(IncidentFilter filter, IntConsumer consumer) {
    Test test = new Test(filter);
    for (int at = 0; at < rows.length; at++) {
      if (test.passes(at)) {
        consumer.accept(at);
      }
    }
  }

  /** A filter in terms of the words known here. */
  private final class Test {

    private final IncidentFilter filter;
    private final @Nullable BitSet statuses;
    private final @Nullable BitSet types;
    private final @Nullable BitSet precisions;
    private final List<int[]> terms = new ArrayList<>();
    private final int country;
    private final int province;
    private final int disputed;
    private final int from;
    private final int to;

    Test(IncidentFilter filter) {
      this.filter = filter;
      this.statuses = statuses(filter);
      this.types = some("type", filter.types());
      this.precisions = some("precision", filter.placePrecisions());
      this.country = one("country", filter.country());
      this.province = one("province", filter.province());
      this.disputed = one("disputed", truth(filter.disputed()));
      this.from = filter.from() == null ? UNKNOWN : (int) filter.from().toEpochDay();
      this.to = filter.to() == null ? UNKNOWN : (int) filter.to().toEpochDay();
      term(filter.actor(), "actor", "claimed-by");
      term(filter.target(), "target");
      term(filter.weapon(), "weapon");
      term(filter.source(), "source");
    }

    private static @Nullable String truth(@Nullable Boolean value) {
      return value == null ? null : value ? "1" : "0";
    }

    private void term(@Nullable String term, String... kinds) {
      if (term != null) {
        int[] any = new int[kinds.length];
        for (int i = 0; i < kinds.length; i++) {
          any[i] = one(kinds[i], term);
        }
        terms.add(any);
      }
    }

    /** A word that no incident has passes none. */
    private int one(String kind, @Nullable String text) {
      return text == null ? NONE : words.find(kind, text);
    }

    private @Nullable BitSet some(String kind, Collection<String> texts) {
      if (texts.isEmpty()) {
        return null;
      }
      BitSet some = new BitSet();
      for (String text : texts) {
        int word = words.find(kind, text);
        if (word >= 0) {
          some.set(word);
        }
      }
      return some;
    }

    private @Nullable BitSet statuses(IncidentFilter filter) {
      List<String> wanted = new ArrayList<>();
      for (ReviewStatus status : ReviewStatus.values()) {
        boolean standing = filter.statuses().isEmpty() && !status.isTombstone();
        if (standing || filter.statuses().contains(status)) {
          wanted.add(status.id());
        }
      }
      return wanted.size() == ReviewStatus.values().length ? null : some("status", wanted);
    }

    boolean passes(int at) {
      return (statuses == null || statuses.get(status[at]))
          && passesDays(at)
          && passesBox(at)
          && (filter.country() == null || IncidentIndex.this.country[at] == country)
          && (types == null || (type[at] != NONE && types.get(type[at])))
          && passesRest(rows[at]);
    }

    private boolean passesRest(Row row) {
      return (filter.province() == null || row.province == province)
          && (precisions == null || (row.precision != NONE && precisions.get(row.precision)))
          && (filter.disputed() == null || row.disputed == disputed)
          && atLeast(filter.killedMin(), row.killed)
          && atLeast(filter.minIndependent(), row.independent)
          && passesTerms(row)
          && (filter.ids() == null || filter.ids().contains(row.id));
    }

    private static boolean atLeast(@Nullable Integer least, int value) {
      return least == null || (value != UNKNOWN && value >= least);
    }

    private boolean passesDays(int at) {
      if (from == UNKNOWN && to == UNKNOWN) {
        return true;
      }
      return (first[at] != UNKNOWN || last[at] != UNKNOWN)
          && (from == UNKNOWN || last[at] == UNKNOWN || last[at] >= from)
          && (to == UNKNOWN || first[at] == UNKNOWN || first[at] <= to);
    }

    private boolean passesBox(int at) {
      IncidentFilter.Box box = filter.box();
      if (box == null) {
        return true;
      }
      boolean high = lat[at] >= box.south() && lat[at] <= box.north();
      boolean east = lon[at] >= box.west();
      boolean west = lon[at] <= box.east();
      return high && (box.west() <= box.east() ? east && west : east || west);
    }

    private boolean passesTerms(Row row) {
      for (int[] any : terms) {
        boolean has = false;
        for (int term : row.terms) {
          for (int wanted : any) {
            has |= term == wanted;
          }
        }
        if (!has) {
          return false;
        }
      }
      return true;
    }
  }
}
