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
import org.isnad.core.pipeline.Pipeline;
import org.isnad.core.reuse.Copy;
import org.isnad.core.reuse.Lineage;
import org.isnad.core.reuse.TextReuse;
import org.isnad.io.ContentHash;
import org.isnad.io.IncidentWriter;
import org.isnad.io.RecordJson;
import org.isnad.store.Capture;
import org.isnad.store.IncidentFilter;
import org.isnad.store.Store;
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

  @TempDir Path folder;

  @Test
  void theStoreHoldsTheIncidentsThatAreFoundInMemory() {
    for (int seed = 0; seed < 3; seed++) {
      List<Article> articles = articles(new Random(seed));
      Collection collection = Collection.of(articles, PIPELINE, 1, Progress.SILENT);
      Map<ArticleId, Article> byId = new HashMap<>();
      articles.forEach(article -> byId.put(article.id(), article));
      IncidentWriter writer = new IncidentWriter(byId::get, PIPELINE.knowledge().gazetteer());
      Map<String, List<String>> sums = collection.resolution().sums();
      TreeMap<String, String> expected = new TreeMap<>();
      collection
          .resolution()
          .incidents()
          .forEach(i -> expected.put(i.id(), writer.json(i, sums.getOrDefault(i.id(), List.of()))));

      TreeMap<String, String> found = new TreeMap<>();
      try (Store store = store(articles, "store" + seed)) {
        new Run(PIPELINE, 2, Progress.SILENT, CLOCK).update(store, articles.size(), List.of());
        store.incidents(IncidentFilter.STANDING, null, 10_000, i -> found.put(i.id(), i.json()));
      }
      assertThat(found).as("seed %d", seed).isNotEmpty().isEqualTo(expected);
    }
  }

  @Test
  void copiesAreFoundPartByPart() {
    List<Article> articles = articles(new Random(9));
    Lineage whole = PIPELINE.lineage(articles);
    List<String> expected = whole.copies().stream().map(LinkingTest::name).sorted().toList();
    RecordJson format = new RecordJson(PIPELINE.knowledge().gazetteer());
    try (Store store = store(articles, "copies")) {
      new Run(PIPELINE, 2, Progress.SILENT, CLOCK).update(store, articles.size(), List.of());
      try (Copies copies = new CopySearch(store, PIPELINE, format, 500).find()) {
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
    store.add(articles.stream().map(a -> new Capture(a, ContentHash.of(a.text()))).toList());
    return store;
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
      articles.add(
          new Article(
              new ArticleId("a%d".formatted(random.nextInt(1000) * 1000 + i)),
              text + "\n" + i,
              null,
              "outlet" + random.nextInt(6),
              null,
              random.nextInt(8) == 0 ? null : DAY.plusDays(random.nextInt(9)),
              null,
              "ar"));
    }
    return articles;
  }
}
