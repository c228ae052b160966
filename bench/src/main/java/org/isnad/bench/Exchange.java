package org.isnad.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.isnad.app.Export;
import org.isnad.app.Progress;
import org.isnad.app.Selection;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.lexicon.Place;
import org.isnad.core.mention.party.RegisteredParty;
import org.isnad.core.pipeline.Knowledge;
import org.isnad.core.pipeline.PipelineVersion;
import org.isnad.core.report.EventType;
import org.isnad.export.ExportFormats;
import org.isnad.export.ExportOptions;
import org.isnad.search.Facet;
import org.isnad.search.IndexStamp;
import org.isnad.search.SearchDocument;
import org.isnad.search.SearchIndex;
import org.isnad.search.SearchQuery;
import org.isnad.search.SearchResult;
import org.isnad.store.IncidentFilter;
import org.isnad.store.Results;
import org.isnad.store.Store;

/**
 * Measures exports and searches over any number of invented incidents and texts. The same number
 * gives the same ones.
 *
 * <pre>{@code
 * bench/run Exchange fill 100000 DIR      a store with so many incidents
 * bench/run Exchange export DIR OUT       every format, with time and heap; -Xmx128m is enough
 * bench/run Exchange search 100000 DIR    200 searches with filters and counts
 * }</pre>
 */
public final class Exchange {

  private static final int QUERIES = 200;
  private static final int WARM_UP = 50;
  private static final int DAYS = 3650;
  private static final LocalDate FIRST_DAY = LocalDate.of(2015, 1, 1);

  /** Words of a text, as in a longer news item. */
  private static final int WORDS = 150;

  private final Random random = new Random(11);
  private final Knowledge knowledge = ArabicKnowledge.load();
  private final List<Place> places =
      knowledge.gazetteer().places().stream()
          .filter(place -> place.isLocated() && !place.needsCue())
          .toList();
  private final List<RegisteredParty> parties = List.copyOf(knowledge.parties().parties());
  private final List<String> words = new ArrayList<>();

  private Exchange() {
    for (String list : knowledge.lexicon().lists()) {
      knowledge.lexicon().entries(list).forEach(e -> words.addAll(e.spellings()));
    }
    words.removeIf(word -> word.indexOf('"') >= 0 || word.indexOf('\\') >= 0);
  }

  /** Takes what to do and its arguments. */
  public static void main(String[] args) throws IOException {
    if (args.length != 3) {
      System.err.println("usage: Exchange fill N DIR | export DIR OUT | search N DIR");
      System.exit(2);
    }
    switch (args[0]) {
      case "fill" -> new Exchange().fill(Integer.parseInt(args[1]), Path.of(args[2]));
      case "export" -> export(Path.of(args[1]), Path.of(args[2]));
      case "search" -> new Exchange().search(Integer.parseInt(args[1]), Path.of(args[2]));
      default -> throw new IllegalArgumentException("fill, export or search, not " + args[0]);
    }
  }

  private void fill(int number, Path folder) {
    long start = System.nanoTime();
    try (Store store = Store.create(folder)) {
      Iterator<Results.IncidentRow> rows =
          IntStream.range(0, number).mapToObj(this::incident).iterator();
      Results results =
          new Results(
              new PipelineVersion(1, "bench"),
              List.of(),
              List.of(),
              List.of(),
              () -> rows,
              Map.of(),
              Map.of(),
              Map.of());
      store.replace(results, store.state(), Instant.parse("2026-01-01T00:00:00Z"), "run");
      System.out.printf(
          Locale.ROOT,
          "filled %,d incidents in %.1f s%n",
          store.count(IncidentFilter.ALL),
          seconds(start));
    }
  }

  private static void export(Path folder, Path out) throws IOException {
    try (Store store = Store.open(folder)) {
      for (String format : List.of("csv", "jsonl", "geojson", "xlsx", "acled", "ucdp", "plover")) {
        Path file = out.resolve("incidents." + format);
        long start = System.nanoTime();
        Export.Outcome outcome =
            new Export(store, Progress.SILENT)
                .write(
                    Selection.of(IncidentFilter.ALL),
                    ExportFormats.of(format),
                    ExportOptions.PLAIN,
                    file);
        System.out.printf(
            Locale.ROOT,
            "%-8s %,d incidents %6.1f s %,11d bytes, heap limit %d MB%n",
            format,
            outcome.written(),
            seconds(start),
            Files.size(file),
            Runtime.getRuntime().maxMemory() >> 20);
      }
    }
  }

  private void search(int number, Path folder) {
    long start = System.nanoTime();
    SearchIndex.Documents documents =
        consumer -> IntStream.range(0, number).forEach(i -> consumer.accept(document(i)));
    try (SearchIndex index =
        SearchIndex.open(folder, new IndexStamp("" + number, "bench"), knowledge, documents)) {
      System.out.printf(
          Locale.ROOT, "%,d documents indexed in %.1f s%n", index.size(), seconds(start));
      for (int i = 0; i < WARM_UP; i++) {
        index.search(query());
      }
      double[] millis = new double[QUERIES];
      double[] worked = new double[QUERIES];
      ThreadMXBean threads = ManagementFactory.getThreadMXBean();
      long found = 0;
      for (int i = 0; i < QUERIES; i++) {
        SearchQuery query = query();
        long began = System.nanoTime();
        long work = threads.getCurrentThreadCpuTime();
        SearchResult result = index.search(query);
        millis[i] = (System.nanoTime() - began) / 1e6;
        worked[i] = (threads.getCurrentThreadCpuTime() - work) / 1e6;
        found += result.total();
      }
      Arrays.sort(millis);
      Arrays.sort(worked);
      System.out.printf(
          Locale.ROOT,
          "%d searches with two filters, counts and marks: median %.1f ms, 95th percentile %.1f ms, slowest %.1f ms; %.0f found on average; of the processor, which others may share, median %.1f ms, 95th percentile %.1f ms%n",
          QUERIES,
          millis[QUERIES / 2],
          millis[QUERIES * 95 / 100],
          millis[QUERIES - 1],
          (double) found / QUERIES,
          worked[QUERIES / 2],
          worked[QUERIES * 95 / 100]);
    }
  }

  /** A name in either script or two words, a span of a year, and a country. */
  private SearchQuery query() {
    LocalDate from = FIRST_DAY.plusDays(random.nextInt(DAYS - 365));
    RegisteredParty party = skewed(parties);
    String text =
        switch (random.nextInt(4)) {
          case 0 -> party.nameEn();
          case 1 -> party.name();
          case 2 -> skewed(places).nameEn();
          default -> skewed(words) + " " + skewed(words);
        };
    String country = skewed(places).country();
    SearchQuery query = SearchQuery.of(text).between(from, from.plusYears(1));
    return country.isEmpty() ? query : query.with(Facet.COUNTRY, country);
  }

  private SearchDocument document(int number) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < WORDS; i++) {
      text.append(skewed(words)).append(i % 20 == 19 ? ". " : " ");
    }
    Place place = skewed(places);
    RegisteredParty party = skewed(parties);
    text.append(party.name()).append(' ').append(place.names().getFirst());
    LocalDate day = FIRST_DAY.plusDays(random.nextInt(DAYS));
    return new SearchDocument(
        SearchDocument.Kind.values()[number % 3],
        "d" + number,
        skewed(words) + " " + place.names().getFirst(),
        text.toString(),
        day,
        day.plusDays(random.nextInt(7)),
        place.lat(),
        place.lon(),
        random.nextInt(20),
        1 + random.nextInt(3),
        Map.of(
            Facet.TYPE, List.of(type()),
            Facet.COUNTRY, List.of(place.country()),
            Facet.PLACE, List.of(place.id()),
            Facet.ACTOR, List.of(party.id()),
            Facet.STATUS, List.of("suggested"),
            Facet.SOURCE, List.of("outlet-" + random.nextInt(40))));
  }

  private Results.IncidentRow incident(int number) {
    String id = String.format(Locale.ROOT, "i%012d", number);
    Place place = skewed(places);
    RegisteredParty party = skewed(parties);
    LocalDate day = FIRST_DAY.plusDays(random.nextInt(DAYS));
    int dead = random.nextInt(30);
    String json =
        """
        {"id":"%1$s","disputed":true,"independentChains":2,"reports":[{"id":"%1$s/1","article":"a%1$s","outlet":"outlet-%2$d","url":"https://example.org/%1$s","published":"%3$s"},{"id":"%1$s/2","article":"b%1$s","outlet":"outlet-%4$d","url":null,"published":"%3$s"}],\
        "type":%5$s,"status":%6$s,"time":%7$s,"place":%8$s,"actors":%9$s,"killed":{"best":{"min":%10$d,"max":%10$d},"rule":"best-supported","reason":"2 independent chains","disputed":true,"claims":[%11$s,%12$s]}}"""
            .formatted(
                id,
                random.nextInt(40),
                day,
                random.nextInt(40),
                slot("\"" + type() + "\"", id),
                slot("\"asserted\"", id),
                slot("{\"earliest\":\"" + day + "\",\"latest\":\"" + day.plusDays(1) + "\"}", id),
                slot(place(place), id),
                slot(party(party), id),
                dead,
                claim("{\"min\":" + dead + ",\"max\":" + dead + "}", id, 1),
                claim("{\"min\":" + (dead + 2) + ",\"max\":null}", id, 0));
    return new Results.IncidentRow(id, id + "/1", json);
  }

  private String slot(String value, String id) {
    return "{\"best\":"
        + value
        + ",\"rule\":\"best-supported\",\"reason\":\"1 independent chain\",\"disputed\":false,\"claims\":["
        + claim(value, id, -1)
        + "]}";
  }

  private String claim(String value, String id, int contradicts) {
    return "{\"value\":%s,\"independentChains\":1,\"revises\":[],\"contradicts\":[%s],\"testimonies\":[{\"report\":\"%s/1\",\"article\":\"a%s\",\"outlet\":\"outlet-1\",\"published\":null,\"chain\":[\"outlet-1\",\"%s\"],\"quote\":\"%s\"}]}"
        .formatted(
            value,
            contradicts < 0 ? "" : contradicts,
            id,
            id,
            skewed(words),
            String.join(" ", skewed(words), skewed(words), skewed(words), skewed(words)));
  }

  private static String place(Place place) {
    return "{\"name\":\"%s\",\"precision\":\"settlement\",\"id\":\"%s\",\"nameEn\":\"%s\",\"nameAr\":\"%s\",\"kind\":\"settlement\",\"country\":\"%s\",\"lat\":%s,\"lon\":%s}"
        .formatted(
            place.names().getFirst(),
            place.id(),
            place.nameEn(),
            place.names().getFirst(),
            place.country(),
            place.lat(),
            place.lon());
  }

  private static String party(RegisteredParty party) {
    return "{\"name\":\"%s\",\"id\":\"%s\",\"nameEn\":\"%s\",\"status\":\"stated\"}"
        .formatted(party.name(), party.id(), party.nameEn());
  }

  private String type() {
    EventType[] types = EventType.values();
    return types[random.nextInt(types.length)].id();
  }

  /** Early entries are far more frequent than late ones, as words of a language are. */
  private <T> T skewed(List<T> list) {
    double share = Math.pow(list.size(), random.nextDouble());
    return list.get((int) Math.min(list.size() - 1, share - 1));
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
