package org.isnad.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.article.Article;
import org.isnad.core.article.ArticleId;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.io.ContentHash;
import org.isnad.search.Facet;
import org.isnad.search.IndexStamp;
import org.isnad.search.SearchDocument;
import org.isnad.search.SearchIndex;
import org.isnad.search.SearchQuery;
import org.isnad.search.SearchResult;
import org.isnad.store.Capture;
import org.isnad.store.IncidentFilter;
import org.isnad.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index of a store that grew answers as one made anew does. */
class GrownIndexTest {

  private static final Pipeline PIPELINE = new Pipeline(ArabicKnowledge.load());
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-20T08:00:00Z"), ZoneOffset.UTC);
  private static final LocalDate DAY = LocalDate.of(2026, 3, 5);

  private static final List<String> NEWS =
      List.of(
          "قتل %d أشخاص في انفجار سيارة مفخخة قرب سوق الخضار في الموصل أمس، بحسب مصدر أمني.",
          "أصيب %d جنود في هجوم بقذائف الهاون على نقطة تفتيش شرق تعز اليوم، وذكر مسؤول محلي أن"
              + " الطريق أغلق ساعات قبل أن تعود الحركة إليه.",
          "أعلنت الشرطة أن %d مسلحين قتلوا في غارة جوية على مخزن للذخيرة في درنة مساء أمس.",
          "سقط %d صواريخ على محيط مطار أربيل يوم الاثنين من دون إصابات، وقال شهود إن دوي الانفجارات"
              + " سمع في الأحياء الغربية من المدينة كلها.");

  private static final List<SearchQuery> QUERIES =
      List.of(
          SearchQuery.of(""),
          SearchQuery.of("الموصل"),
          SearchQuery.of("Taiz"),
          SearchQuery.of("قتل OR أصيب"),
          SearchQuery.of("\"غارة جوية\" -تعز"),
          SearchQuery.of("سوق الخضار"),
          SearchQuery.of("market").with(Facet.KIND, "incident"),
          SearchQuery.of("killed").with(Facet.COUNTRY, "IQ", "LY"),
          SearchQuery.of("الشرطة").with(Facet.KIND, "article"),
          SearchQuery.of("").with(Facet.KIND, "report").between(DAY, DAY.plusDays(2)),
          new SearchQuery("", null, null, null, java.util.Map.of(), 4, 1, 3, 500));

  @TempDir Path folder;

  @Test
  void answersAndTheirOrderAreThoseOfAnIndexMadeAnew() {
    List<Article> all = articles(400);
    Run run = new Run(PIPELINE, 2, Progress.SILENT, CLOCK);
    try (Store store = Store.create(folder)) {
      IncidentSearch search = new IncidentSearch(store, PIPELINE.knowledge(), folder);
      int from = 0;
      for (int to : new int[] {0, 300, 312, 320, 321, 360, 400}) {
        store.add(all.subList(from, to).stream().map(GrownIndexTest::capture).toList());
        run.update(store, to - from, List.of());
        from = to;
        if (to > 300 && to < 330) {
          SearchIndex.refresh(folder.resolve("search"), stamp(store), changesAlone(store));
        }
        search.refresh();
        assertThat(answers(folder.resolve("search"), store)).isEqualTo(anew(store, "anew" + to));
      }
      Decide decide = new Decide(store, run, PIPELINE.knowledge(), CLOCK, "reviewer");
      List<String> first = new ArrayList<>();
      store.incidents(IncidentFilter.STANDING, null, 8, incident -> first.add(incident.id()));
      decide.merge(first.subList(0, 3), "one event");
      decide.reject(first.get(5), "no event", null);
      assertThat(store.documentChanges(store.documentState()).orElseThrow().incidents()).isEmpty();
      search.refresh();
      assertThat(answers(folder.resolve("search"), store)).isEqualTo(anew(store, "decided"));
    }
  }

  @Test
  void whatDidNotChangeIsNotPutInAgain() {
    List<Article> all = articles(300);
    Run run = new Run(PIPELINE, 2, Progress.SILENT, CLOCK);
    try (Store store = Store.create(folder)) {
      store.add(all.subList(0, 290).stream().map(GrownIndexTest::capture).toList());
      run.update(store, 290, List.of());
      String before = store.documentState();
      store.add(all.subList(290, 300).stream().map(GrownIndexTest::capture).toList());
      run.update(store, 10, List.of());
      var changes = store.documentChanges(before).orElseThrow();
      assertThat(changes.articles()).hasSizeBetween(10, 100);
      assertThat(changes.reports()).hasSizeBetween(5, 100);
      assertThat(changes.incidents()).isNotEmpty();
      String after = store.documentState();
      run.update(store, 0, List.of());
      assertThat(store.documentState()).isEqualTo(after).isNotEqualTo(before);
      assertThat(store.documentChanges("another")).isEmpty();
    }
  }

  private static SearchIndex.Documents changesAlone(Store store) {
    StoreDocuments documents = new StoreDocuments(store, PIPELINE.knowledge().gazetteer());
    return new SearchIndex.Documents() {
      @Override
      public void forEach(Consumer<SearchDocument> consumer) {
        throw new AssertionError("made anew");
      }

      @Override
      public SearchIndex.Changes since(String state) {
        return documents.since(state);
      }
    };
  }

  private List<SearchResult> anew(Store store, String name) {
    Path other = folder.resolve(name);
    SearchIndex.build(
        other, stamp(store), new StoreDocuments(store, PIPELINE.knowledge().gazetteer()));
    return answers(other, store);
  }

  private static List<SearchResult> answers(Path index, Store store) {
    SearchIndex.Documents none =
        consumer -> {
          throw new AssertionError("made anew once more");
        };
    try (SearchIndex opened = SearchIndex.open(index, stamp(store), PIPELINE.knowledge(), none)) {
      return QUERIES.stream().map(opened::search).toList();
    }
  }

  private static IndexStamp stamp(Store store) {
    return new IndexStamp(store.documentState(), "knowledge " + PIPELINE.knowledge().version());
  }

  private static Capture capture(Article article) {
    return new Capture(article, ContentHash.of(article.text()));
  }

  private static List<Article> articles(int number) {
    Random random = new Random(5);
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      String text =
          i > 3 && random.nextInt(4) == 0
              ? articles.get(random.nextInt(i)).text() + "\nنقلا عن صحيفة"
              : NEWS.get(random.nextInt(NEWS.size())).formatted(3 + random.nextInt(9)) + "\n" + i;
      String id = "a%06d".formatted(random.nextInt(1000) * 1000 + i);
      articles.add(
          new Article(
              new ArticleId(id),
              text,
              null,
              "outlet" + random.nextInt(6),
              null,
              random.nextInt(8) == 0 ? null : DAY.plusDays(random.nextInt(60)),
              null,
              "ar"));
    }
    return articles;
  }
}
