package org.isnad.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.isnad.app.IncidentSearch;
import org.isnad.app.SearchJson;
import org.isnad.search.Facet;
import org.isnad.search.SearchQuery;
import org.isnad.search.SearchResult;
import org.isnad.store.IncidentFilter;
import org.isnad.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code isnad search}: finds articles, reports and incidents by words. */
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    description = {
      "Finds articles, reports and incidents by words, in Arabic or English; names of parties and places are found under all their names in both scripts.",
      "All words must be found; \"…\" is a phrase, - before a word leaves out, OR stands between alternatives. Filters narrow; the counts say by what more."
    },
    footer = {"", "Example: isnad search Houthi --kind incident --from 2026-03-01"})
final class SearchCommand implements Callable<Integer> {

  private static final int SHOWN_COUNTS = 5;

  @Mixin private DataOption data = new DataOption();
  @Mixin private KnowledgeOption knowledge = new KnowledgeOption();
  @Mixin private FilterOptions filters = new FilterOptions();

  @Parameters(arity = "0..*", paramLabel = "WORDS", description = "the words; none for everything")
  private List<String> words = new ArrayList<>();

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      split = ",",
      description = "article, report, incident; all three unless given")
  private List<String> kinds = new ArrayList<>();

  @Option(
      names = "--place",
      paramLabel = "ID",
      description = "it lies in this place of the gazetteer")
  private @Nullable String place;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "most hits to show; 20 unless given")
  private int limit = SearchQuery.DEFAULT_LIMIT;

  @Option(
      names = "--offset",
      paramLabel = "N",
      defaultValue = "0",
      description = "hits to pass over; 0 unless given")
  private int offset;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table or json; table unless given")
  private Format format = Format.TABLE;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** How hits are printed. */
  enum Format {
    TABLE,
    JSON
  }

  @Override
  public Integer call() {
    if (limit < 0 || offset < 0) {
      throw new IllegalArgumentException("--limit and --offset take numbers from 0");
    }
    PrintWriter out = spec.commandLine().getOut();
    try (Store store = data.open()) {
      IncidentSearch search = new IncidentSearch(store, knowledge.knowledge(), data.folder);
      SearchResult result = search.search(query());
      if (format == Format.JSON) {
        out.print(SearchJson.of(result) + "\n");
      } else {
        print(result, out);
      }
    }
    out.flush();
    return 0;
  }

  private SearchQuery query() {
    IncidentFilter filter = filters.filter();
    IncidentFilter.Box box = filter.box();
    return new SearchQuery(
        String.join(" ", words),
        filter.from(),
        filter.to(),
        box == null ? null : new SearchQuery.Box(box.west(), box.south(), box.east(), box.north()),
        terms(filter),
        filter.killedMin(),
        filter.minIndependent(),
        offset,
        limit);
  }

  private Map<Facet, Set<String>> terms(IncidentFilter filter) {
    Map<Facet, Set<String>> terms = new EnumMap<>(Facet.class);
    terms.put(Facet.KIND, new TreeSet<>(kinds));
    terms.put(Facet.TYPE, filter.types());
    terms.put(Facet.PLACE_PREC, filter.placePrecisions());
    filter
        .statuses()
        .forEach(s -> terms.computeIfAbsent(Facet.STATUS, k -> new TreeSet<>()).add(s.id()));
    put(terms, Facet.COUNTRY, filter.country());
    put(terms, Facet.PROVINCE, filter.province());
    put(terms, Facet.PLACE, place);
    put(terms, Facet.ACTOR, filter.actor());
    put(terms, Facet.TARGET, filter.target());
    put(terms, Facet.WEAPON, filter.weapon());
    put(terms, Facet.SOURCE, filter.source());
    put(terms, Facet.DISPUTED, filter.disputed() == null ? null : filter.disputed().toString());
    return terms;
  }

  private static void put(Map<Facet, Set<String>> terms, Facet facet, @Nullable String value) {
    if (value != null) {
      terms.put(facet, Set.of(value));
    }
  }

  private static void print(SearchResult result, PrintWriter out) {
    for (SearchResult.Hit hit : result.hits()) {
      out.print(hit.kind().id() + " " + hit.id() + "\n");
      if (!hit.title().isBlank()) {
        out.print("  " + oneLine(hit.title()) + "\n");
      }
      hit.snippets().forEach(s -> out.print("  \u2026" + oneLine(SearchJson.marked(s)) + "\n"));
    }
    out.print(result.total() + " found, " + result.hits().size() + " shown\n");
    result.counts().forEach((facet, counts) -> out.print(line(facet, counts)));
  }

  private static String line(Facet facet, Map<String, Integer> counts) {
    StringBuilder line = new StringBuilder(facet.id()).append(':');
    counts.entrySet().stream()
        .limit(SHOWN_COUNTS)
        .forEach(c -> line.append(' ').append(c.getKey()).append(' ').append(c.getValue()));
    int more = counts.size() - SHOWN_COUNTS;
    return line + (more > 0 ? " and " + more + " more\n" : "\n");
  }

  private static String oneLine(String text) {
    return text.replace('\n', ' ').replace('\r', ' ').strip();
  }
}
