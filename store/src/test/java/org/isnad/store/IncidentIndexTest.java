package org.isnad.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.isnad.store.Results.IncidentRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is filtered in memory is what the database filters. */
class IncidentIndexTest {

  private static final int INCIDENTS = 120;
  private static final int FILTERS = 200;
  private static final List<String> TYPES = List.of("bombing", "clash", "abduction");
  private static final List<String> COUNTRIES = List.of("IQ", "SY", "YE");
  private static final List<String> WEAPONS = List.of("rocket", "mine");
  private static final List<String> PRECISIONS = List.of("site", "settlement", "province");

  @TempDir Path folder;

  @Test
  void memoryAndDatabaseAgreeAlsoAfterChanges() throws Exception {
    Random random = new Random(17);
    try (Store store = Store.create(folder)) {
      List<Capture> articles = new ArrayList<>();
      for (int i = 0; i < INCIDENTS; i++) {
        articles.add(Fixture.capture("a" + i, "text " + i, "Outlet " + i % 5));
      }
      store.add(articles);
      List<IncidentRow> rows = new ArrayList<>();
      for (int i = 0; i < INCIDENTS; i++) {
        rows.add(incident(i, random));
      }
      put(store, rows.subList(0, 100));
      IncidentIndex first = index(store);
      agree(store, first, random);
      for (int i = 0; i < 30; i++) {
        rows.set(i, incident(i, random));
      }
      put(store, rows.subList(5, INCIDENTS));
      IncidentIndex second = index(store);
      assertThat(second.change()).isEqualTo(store.lastChange()).isGreaterThan(first.change());
      agree(store, second, random);
      assertThat(store.catalogue().index()).isSameAs(second);
    }
  }

  private static void put(Store store, List<IncidentRow> rows) {
    assertThat(
            store.replace(
                Fixture.results(Map.of(), rows.toArray(IncidentRow[]::new)),
                store.state(),
                Fixture.NOON,
                "run"))
        .isTrue();
  }

  private static IncidentIndex index(Store store) throws InterruptedException {
    for (int i = 0; i < 3_000; i++) {
      IncidentIndex index = store.catalogue().index();
      if (index != null) {
        return index;
      }
      Thread.sleep(20);
    }
    throw new AssertionError("the index is never read");
  }

  private static void agree(Store store, IncidentIndex index, Random random) {
    int found = 0;
    for (int i = 0; i < FILTERS; i++) {
      IncidentFilter filter = filter(random);
      String after = random.nextBoolean() ? null : id(random.nextInt(INCIDENTS));
      int limit = 1 + random.nextInt(40);
      List<String> here =
          index.page(filter, after, limit).stream().map(IncidentIndex.Found::id).toList();
      assertThat(here)
          .as("%s", filter)
          .isEqualTo(
              store.incidents(filter, after, limit).stream().map(IncidentRecord::id).toList());
      assertThat(index.counts(filter)).as("%s", filter).isEqualTo(store.catalogue().counts(filter));
      assertThat(Catalogue.facets(index, filter).toString())
          .as("%s", filter)
          .isEqualTo(store.catalogue().facets(filter).toString());
      found += here.size();
    }
    assertThat(found).isGreaterThan(FILTERS);
  }

  private static IncidentFilter filter(Random random) {
    LocalDate day = LocalDate.of(2026, 3, 1).plusDays(random.nextInt(30));
    double west = 40 + random.nextInt(10);
    return new IncidentFilter(
        some(random, day),
        some(random, day.plusDays(random.nextInt(20))),
        some(random, one(COUNTRIES, random)),
        some(random, "iq.q"),
        random.nextInt(4) == 0 ? Set.of("bombing", "clash") : Set.of(),
        some(random, "Party " + random.nextInt(4)),
        some(random, "nobody"),
        some(random, one(WEAPONS, random)),
        some(random, "X"),
        some(random, new IncidentFilter.Box(west, 30, west + random.nextInt(9) - 3, 36)),
        random.nextInt(4) == 0
            ? EnumSet.of(ReviewStatus.SUGGESTED, ReviewStatus.RETRACTED)
            : random.nextInt(4) == 0 ? EnumSet.allOf(ReviewStatus.class) : Set.of(),
        some(random, random.nextInt(8)),
        some(random, random.nextBoolean()),
        some(random, 1 + random.nextInt(2)),
        random.nextInt(4) == 0 ? Set.of("site", "settlement") : Set.of(),
        random.nextInt(6) == 0 ? Set.of(id(3), id(50), id(200)) : null);
  }

  private static <T> @org.jspecify.annotations.Nullable T some(Random random, T value) {
    return random.nextInt(6) == 0 ? value : null;
  }

  private static <T> T one(List<T> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }

  private static String id(int number) {
    return String.format(Locale.ROOT, "i%03d", number * 7 % 997);
  }

  /** What is not known is left out now and then: the day, an end of it, the place, the toll. */
  private static IncidentRow incident(int number, Random random) {
    LocalDate day = LocalDate.of(2026, 3, 1).plusDays(random.nextInt(30));
    String last = random.nextInt(5) == 0 ? "null" : quoted(day.plusDays(random.nextInt(3)));
    String first = random.nextInt(5) == 0 ? "null" : quoted(day);
    String at =
        random.nextInt(4) == 0
            ? ""
            : ",\"lat\":" + (30 + random.nextInt(8)) + ",\"lon\":" + (40 + random.nextInt(10));
    String place =
        "{\"name\":\"P\",\"id\":\"iq.p\",\"precision\":\"%s\",\"country\":\"%s\",\"province\":%s%s}"
            .formatted(
                one(PRECISIONS, random),
                one(COUNTRIES, random),
                random.nextBoolean() ? "\"iq.q\"" : "null",
                at);
    String json =
        "{\"id\":\"%s\",\"disputed\":%s,\"independentChains\":%d,\"reports\":[{\"id\":\"a%d/1\",\"article\":\"a%d\",\"outlet\":\"X\"}],%s}"
            .formatted(
                id(number),
                random.nextBoolean(),
                1 + random.nextInt(3),
                number,
                number,
                String.join(
                    ",",
                    slot("type", "\"" + one(TYPES, random) + "\"", random.nextBoolean()),
                    slot("time", "{\"earliest\":" + first + ",\"latest\":" + last + "}", false),
                    slot(random.nextInt(6) == 0 ? "nowhere" : "place", place, false),
                    slot(
                        "killed",
                        random.nextInt(4) == 0
                            ? "\"unknown\""
                            : "{\"min\":%1$d,\"max\":%1$d}".formatted(random.nextInt(9)),
                        false),
                    slot("weapons", "\"" + one(WEAPONS, random) + "\"", false),
                    slot("actors", "{\"name\":\"Party " + random.nextInt(4) + "\"}", false),
                    slot("claimedBy", "{\"name\":\"Party " + random.nextInt(4) + "\"}", false)));
    return new IncidentRow(id(number), "a" + number + "/1", json);
  }

  private static String quoted(LocalDate day) {
    return "\"" + day + "\"";
  }

  private static String slot(String name, String value, boolean disputed) {
    return "\"%s\":{\"best\":%s,\"disputed\":%s,\"claims\":[{\"value\":%s,\"independentChains\":1,\"revises\":[],\"contradicts\":[],\"testimonies\":[{\"report\":\"a/1\",\"article\":\"a\",\"outlet\":\"X\",\"chain\":[]}]}]}"
        .formatted(name, value, disputed, value);
  }
}
