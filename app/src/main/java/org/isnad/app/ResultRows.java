package org.isnad.app;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.isnad.core.article.Article;
import org.isnad.core.article.ArticleId;
import org.isnad.core.dating.DatedReport;
import org.isnad.core.incident.Series;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.core.pipeline.Reading;
import org.isnad.core.reuse.Lineage;
import org.isnad.io.IncidentWriter;
import org.isnad.store.Results;
import org.jspecify.annotations.Nullable;

/**
 * Incidents and series as rows for the store. Which reports make an incident is known by their
 * numbers; each incident is built when its row is asked for.
 */
final class ResultRows {

  /** Incidents whose reports and articles are fetched at a time. */
  private static final int BATCH = 64;

  /** Incidents of which it is looked up at a time of what they were made. */
  private static final int LOOKED_UP = 512;

  /**
   * Raised when an incident is written otherwise though its reports, the pipeline's number and the
   * knowledge are the same.
   */
  private static final int FORM = 1;

  private final Pipeline pipeline;
  private final DatedArticles dated;
  private final ReadArticles articles;
  private final Groups groups;
  private final IncidentNames names;
  private final Function<List<String>, Map<String, String>> stored;
  private final Progress progress;
  private final Sums sums;

  /**
   * The rows of one run.
   *
   * @param stored by the ids of incidents, of what those that are stored were made; an incident
   *     made of the same is not made again
   */
  ResultRows(
      Pipeline pipeline,
      DatedArticles dated,
      ReadArticles articles,
      Groups groups,
      IncidentNames names,
      Function<List<String>, Map<String, String>> stored,
      Progress progress) {
    this.stored = stored;
    this.pipeline = pipeline;
    this.dated = dated;
    this.articles = articles;
    this.groups = groups;
    this.names = names;
    this.progress = progress;
    this.sums = new Sums(groups, names);
  }

  Results results(Map<String, String> renames) {
    return new Results(
        pipeline.version(),
        dated.publicationRows(),
        dated.reportRows(this::incident, n -> progress.wrote(n, dated.size(), "reports")),
        dated.passageRows(),
        Incidents::new,
        () -> groups.sums().all().stream().map(this::row).iterator(),
        names.redirects(),
        new ByReport(),
        renames);
  }

  private @Nullable String incident(int report) {
    int group = groups.of(report);
    return group == Groups.NONE ? null : names.of(group);
  }

  private Results.SeriesRow row(int sum) {
    Series whole = new Series(dated.report(sum), sums.here(sum), sums.elsewhere(sum));
    return new Results.SeriesRow(whole.id(), writer().json(whole));
  }

  private IncidentWriter writer() {
    return new IncidentWriter(this::article, pipeline.knowledge().gazetteer());
  }

  private @Nullable Article article(ArticleId id) {
    Reading reading = articles.get(id);
    return reading == null ? null : reading.article();
  }

  /** Which groups can be among which sums, in the order of the groups' identifiers. */
  private final class Sums {

    private final long[] here;
    private final long[] elsewhere;
    private final long[] byGroup;

    Sums(Groups groups, IncidentNames names) {
      here = ranked(groups.sums().here());
      elsewhere = ranked(groups.sums().elsewhere());
      byGroup = new long[here.length + elsewhere.length];
      for (int i = 0; i < byGroup.length; i++) {
        long pair = i < here.length ? here[i] : elsewhere[i - here.length];
        byGroup[i] = pair << Integer.SIZE | pair >>> Integer.SIZE;
      }
      Arrays.sort(byGroup);
    }

    /** Sums with the ranks of incidents. */
    private long[] ranked(long[] pairs) {
      long[] ranked = new long[pairs.length];
      for (int i = 0; i < pairs.length; i++) {
        int rank = names.rank(groups.of((int) pairs[i]));
        ranked[i] = pairs[i] >>> Integer.SIZE << Integer.SIZE | rank;
      }
      Arrays.sort(ranked);
      return ranked;
    }

    List<String> here(int sum) {
      return incidents(here, sum);
    }

    List<String> elsewhere(int sum) {
      return incidents(elsewhere, sum);
    }

    /** Ids of the sums that an incident can be one of. */
    List<String> ofRank(int rank) {
      return lower(byGroup, rank).mapToObj(dated::id).toList();
    }

    private List<String> incidents(long[] pairs, int sum) {
      return lower(pairs, sum).mapToObj(rank -> names.of(names.group(rank))).toList();
    }

    /** The lower halves of the numbers with this upper half. */
    private static IntStream lower(long[] pairs, int above) {
      int found = Arrays.binarySearch(pairs, (long) above << Integer.SIZE);
      int from = found < 0 ? -found - 1 : found;
      int to = from;
      while (to < pairs.length && pairs[to] >>> Integer.SIZE == above) {
        to++;
      }
      return IntStream.range(from, to).map(i -> (int) pairs[i]);
    }
  }

  /** The incidents of reports, looked up when they are asked for. */
  private final class ByReport extends AbstractMap<String, String> {

    @Override
    public @Nullable String get(@Nullable Object key) {
      int report = key instanceof String id ? dated.find(id) : -1;
      return report < 0 ? null : incident(report);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
      return get(key) != null;
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
      Map<String, String> all = new TreeMap<>();
      for (int report = 0; report < dated.size(); report++) {
        String incident = incident(report);
        if (incident != null) {
          all.put(dated.id(report), incident);
        }
      }
      return all.entrySet();
    }
  }

  /** The incidents in the order of their ids. */
  private final class Incidents implements Iterator<Results.IncidentRow> {

    private final List<Results.IncidentRow> rows = new ArrayList<>();
    private final IncidentWriter writer = writer();
    private int built;
    private int next;

    @Override
    public boolean hasNext() {
      return next < rows.size() || built < names.size();
    }

    @Override
    public Results.IncidentRow next() {
      if (next == rows.size()) {
        rows.clear();
        next = 0;
        build();
      }
      if (next == rows.size()) {
        throw new NoSuchElementException();
      }
      return rows.get(next++);
    }

    private void build() {
      Map<Integer, String> made = new TreeMap<>();
      for (; made.size() < LOOKED_UP && built < names.size(); built++) {
        if (!names.isRepeated(built)) {
          made.put(built, made(built));
        }
      }
      Map<String, String> before = stored.apply(made.keySet().stream().map(this::id).toList());
      List<Integer> anew = new ArrayList<>();
      for (Map.Entry<Integer, String> one : made.entrySet()) {
        if (!one.getValue().equals(before.get(id(one.getKey())))) {
          anew.add(one.getKey());
        }
      }
      Map<Integer, String> written = new HashMap<>();
      for (int from = 0; from < anew.size(); from += BATCH) {
        write(anew.subList(from, Math.min(anew.size(), from + BATCH)), written);
      }
      made.forEach((rank, inputs) -> rows.add(row(rank, written.get(rank), inputs)));
      progress.wrote(built, names.size(), "incidents");
    }

    private String id(int rank) {
      return names.of(names.group(rank));
    }

    /** Of what an incident is made, all that it shows considered. */
    private String made(int rank) {
      int group = names.group(rank);
      Fingerprint made = new Fingerprint();
      made.add(FORM).add(pipeline.version()).add(id(rank)).add(dated.id(names.anchor(group)));
      dated.addTo(made, groups.members(group));
      sums.ofRank(rank).forEach(made::add);
      return made.hex();
    }

    private void write(List<Integer> ranks, Map<Integer, String> written) {
      Map<Integer, List<DatedReport>> some = new TreeMap<>();
      Set<ArticleId> wanted = new LinkedHashSet<>();
      List<Integer> numbers = new ArrayList<>();
      for (int rank : ranks) {
        int[] members = groups.members(names.group(rank));
        List<DatedReport> reports = Arrays.stream(members).mapToObj(dated::report).toList();
        reports.forEach(report -> wanted.add(report.report().article()));
        Arrays.stream(members).forEach(numbers::add);
        some.put(rank, reports);
      }
      articles.fetch(wanted);
      Lineage texts = dated.texts(numbers);
      some.forEach(
          (rank, reports) ->
              written.put(
                  rank,
                  writer.json(pipeline.resolve(id(rank), reports, texts), sums.ofRank(rank))));
    }

    private Results.IncidentRow row(int rank, @Nullable String json, String inputs) {
      String anchor = dated.id(names.anchor(names.group(rank)));
      return new Results.IncidentRow(id(rank), anchor, json, inputs);
    }
  }
}
