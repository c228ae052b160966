package org.isnad.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.article.Article;
import org.isnad.core.article.ArticleId;
import org.isnad.core.incident.Decisions;
import org.isnad.core.incident.IncidentIds;
import org.isnad.core.incident.Series;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.core.pipeline.Reading;
import org.isnad.core.reuse.Copy;
import org.isnad.core.reuse.Lineage;
import org.isnad.core.reuse.TextReuse;
import org.isnad.io.ContentHash;
import org.isnad.io.IncidentWriter;
import org.isnad.io.RecordJson;
import org.isnad.store.Capture;
import org.isnad.store.IncidentFilter;
import org.isnad.store.Store;
import org.isnad.store.StoredDecision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store is linked piece by piece, with the same results as all at once in memory. */
class LinkingTest {

  private static final Pipeline PIPELINE = new Pipeline(ArabicKnowledge.load());
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-20T08:00:00Z"), ZoneOffset.UTC);
  private static final LocalDate DAY = LocalDate.of(2026, 3, 5);

  private static final List<String> NEWS =
      List.of(
          "قتل %d أشخاص في انفجار سيارة مفخخة قرب سوق الخضار في الموصل أمس، بحسب مصدر أمني قال إن"
              + " المحققين عثروا على بقايا المركبة في شارع جانبي.",
          "أصيب %d جنود في هجوم بقذائف الهاون على نقطة تفتيش شرق تعز اليوم، وذكر مسؤول محلي أن"
              + " الطريق أغلق ساعات قبل أن تعود الحركة إليه.",
          "أعلنت الشرطة أن %d مسلحين قتلوا في غارة جوية على مخزن للذخيرة في درنة مساء أمس، وأن"
              + " الحريق امتد إلى ورشة مجاورة حتى الفجر.",
          "سقط %d صواريخ على محيط مطار أربيل يوم الاثنين من دون إصابات، وقال شهود إن دوي الانفجارات"
              + " سمع في الأحياء الغربية من المدينة كلها.");

  private static final List<String> SUMS =
      List.of(
          "أعلنت الشرطة، اليوم، تنفيذ %d غارات جوية أمس على مواقع للمسلحين في شرق ليبيا.\nوذكر بيانها أن"
              + " غارة استهدفت مخزنا للوقود في درنة، وأن أخرى طالت ورشة قرب طبرق.",
          "أحصى المركز %d تفجيرات في الموصل خلال الأيام العشرة الأخيرة، آخرها انفجار سيارة مفخخة قرب"
              + " سوق الخضار في الموصل أمس قتل فيه 4 أشخاص.",
          "شهد العراق خلال الأسبوع الماضي %d هجمات، وفق إحصاء رسمي.");

  @TempDir Path folder;

  @Test
  void theStoreHoldsTheIncidentsThatAreFoundInMemory() {
    for (int seed = 0; seed < 3; seed++) {
      List<Article> articles = articles(new Random(seed));
      Collection collection = Collection.of(articles, PIPELINE, 1, Progress.SILENT);
      try (Store store = store(articles, "store" + seed)) {
        new Run(PIPELINE, 2, Progress.SILENT, CLOCK).update(store, articles.size(), List.of());
        assertThat(incidents(store))
            .as("seed %d", seed)
            .isNotEmpty()
            .isEqualTo(json(collection, articles));
      }
    }
  }

  @Test
  void sumsOfEventsStandBesideTheIncidentsOfOtherArticles() {
    Random random = new Random(11);
    List<Article> articles = new ArrayList<>(articles(random));
    for (int i = 0; i < 12; i++) {
      String text = SUMS.get(i % SUMS.size()).formatted(4 + i);
      articles.add(article("s" + i, text, i, random));
    }
    Collection collection = Collection.of(articles, PIPELINE, 1, Progress.SILENT);
    Map<ArticleId, Article> byId = new HashMap<>();
    articles.forEach(article -> byId.put(article.id(), article));
    IncidentWriter writer = new IncidentWriter(byId::get, PIPELINE.knowledge().gazetteer());
    List<Series> sums = collection.resolution().series();
    assertThat(sums).anyMatch(sum -> !sum.namedElsewhere().isEmpty());
    assertThat(sums).anyMatch(sum -> !sum.namedHere().isEmpty());
    try (Store store = store(articles, "sums")) {
      new Run(PIPELINE, 2, Progress.SILENT, CLOCK).update(store, articles.size(), List.of());
      assertThat(store.series()).isEqualTo(sums.stream().map(writer::json).toList());
      assertThat(incidents(store)).isEqualTo(json(collection, articles));
    }
  }

  @Test
  void decisionsAndIdentifiersStayWhenArticlesAreAdded() {
    List<Article> all = articles(new Random(21));
    List<Article> some = all.subList(0, 70);
    Run run = new Run(PIPELINE, 2, Progress.SILENT, CLOCK);
    try (Store store = store(some, "grown")) {
      run.update(store, some.size(), List.of());
      IncidentIds ids = linked(some, store, IncidentIds.NONE).resolution().ids();
      Decide decide = new Decide(store, run, PIPELINE.knowledge(), CLOCK, "reviewer");
      List<String> first = List.copyOf(incidents(store).keySet());
      decide.merge(first.subList(0, 3), "one event");
      ids = linked(some, store, ids).resolution().ids();
      decide.apart(first.get(5), first.get(6), "two events");
      ids = linked(some, store, ids).resolution().ids();
      store.add(all.subList(70, 120).stream().map(LinkingTest::capture).toList());
      run.update(store, 50, List.of());
      Collection expected = linked(all, store, ids);
      assertThat(store.incidentIds().ids()).isEqualTo(expected.resolution().ids().ids());
      assertThat(store.incidentIds().redirects())
          .isNotEmpty()
          .isEqualTo(expected.resolution().ids().redirects());
      assertThat(incidents(store).keySet()).isEqualTo(json(expected, all).keySet());
    }
  }

  @Test
  void aStoreThatGrewHoldsTheIncidentsOfOneRunOverAll() {
    for (int seed = 30; seed < 33; seed++) {
      List<Article> all = articles(new Random(seed));
      Run run = new Run(PIPELINE, 2, Progress.SILENT, CLOCK);
      try (Store once = store(all, "once" + seed);
          Store grown = store(all.subList(0, 50), "grown" + seed)) {
        run.update(once, all.size(), List.of());
        run.update(grown, 50, List.of());
        for (int from = 50; from < all.size(); from += 35) {
          List<Article> more = all.subList(from, from + 35);
          grown.add(more.stream().map(LinkingTest::capture).toList());
          run.update(grown, more.size(), List.of());
        }
        assertThat(unnamed(grown)).as("seed %d", seed).isNotEmpty().isEqualTo(unnamed(once));
      }
    }
  }

  /** Incidents without their names: one that was there before keeps the name it had. */
  private static List<String> unnamed(Store store) {
    return incidents(store).entrySet().stream()
        .map(incident -> incident.getValue().replace('"' + incident.getKey() + '"', "its name"))
        .sorted()
        .toList();
  }

  /** What the articles are in memory, with the decisions of a store. */
  private static Collection linked(List<Article> articles, Store store, IncidentIds before) {
    List<Reading> readings = articles.stream().map(PIPELINE::read).toList();
    Decisions decisions =
        Decisions.of(store.decisions().stream().map(StoredDecision::decision).toList());
    return Collection.date(readings, PIPELINE, Progress.SILENT).link(decisions, before);
  }

  private static TreeMap<String, String> incidents(Store store) {
    TreeMap<String, String> found = new TreeMap<>();
    store.incidents(IncidentFilter.STANDING, null, 10_000, i -> found.put(i.id(), i.json()));
    return found;
  }

  private static TreeMap<String, String> json(Collection collection, List<Article> articles) {
    Map<ArticleId, Article> byId = new HashMap<>();
    articles.forEach(article -> byId.put(article.id(), article));
    IncidentWriter writer = new IncidentWriter(byId::get, PIPELINE.knowledge().gazetteer());
    Map<String, List<String>> sums = collection.resolution().sums();
    TreeMap<String, String> json = new TreeMap<>();
    collection
        .resolution()
        .incidents()
        .forEach(i -> json.put(i.id(), writer.json(i, sums.getOrDefault(i.id(), List.of()))));
    return json;
  }

  @Test
  void copiesAreFoundPartByPart() {
    List<Article> articles = articles(new Random(9));
    Lineage whole = PIPELINE.lineage(articles);
    List<String> expected = whole.copies().stream().map(LinkingTest::name).sorted().toList();
    RecordJson format = new RecordJson(PIPELINE.knowledge().gazetteer());
    try (Store store = store(articles, "copies")) {
      new Run(PIPELINE, 2, Progress.SILENT, CLOCK).update(store, articles.size(), List.of());
      try (Copies copies = new CopySearch(store, PIPELINE, format, Progress.SILENT, 500).find()) {
        List<String> found = new ArrayList<>();
        for (int[] family : copies.families()) {
          List<TextReuse> shared = copies.of(family);
          shared.forEach(reuse -> found.add(name(reuse)));
          assertThat(shared.isEmpty()).isEqualTo(family.length == 1);
        }
        assertThat(found.stream().sorted().toList()).isNotEmpty().isEqualTo(expected);
        assertThat(copies.recurrence().size()).isPositive();
      }
    }
  }

  private Store store(List<Article> articles, String name) {
    Store store = Store.create(folder.resolve(name));
    store.add(articles.stream().map(LinkingTest::capture).toList());
    return store;
  }

  private static Capture capture(Article article) {
    return new Capture(article, ContentHash.of(article.text()));
  }

  private static String name(Copy copy) {
    return name(copy.reuse());
  }

  private static String name(TextReuse reuse) {
    return reuse.a() + " " + reuse.b() + " " + reuse.matchedWords();
  }

  /** News of some events, told anew or copied, in any order of days and outlets. */
  private static List<Article> articles(Random random) {
    List<String> told = new ArrayList<>();
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      String text;
      if (told.size() > 3 && random.nextInt(3) == 0) {
        text = told.get(random.nextInt(told.size()));
      } else {
        text =
            NEWS.get(random.nextInt(NEWS.size())).formatted(3 + random.nextInt(5))
                + "\n"
                + NEWS.get(random.nextInt(NEWS.size())).formatted(3 + random.nextInt(5));
        told.add(text);
      }
      articles.add(article("a%d".formatted(random.nextInt(1000) * 1000 + i), text, i, random));
    }
    return articles;
  }

  private static Article article(String id, String text, int number, Random random) {
    return new Article(
        new ArticleId(id),
        text + "\n" + number,
        null,
        "outlet" + random.nextInt(6),
        null,
        random.nextInt(8) == 0 ? null : DAY.plusDays(random.nextInt(9)),
        null,
        "ar");
  }
}
