package org.isnad.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.pipeline.Knowledge;
import org.isnad.core.text.Span;
import org.isnad.search.SearchDocument.Kind;
import org.isnad.search.SearchIndex.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Search as a user meets it. */
class SearchIndexTest {

  private static final Knowledge KNOWLEDGE = ArabicKnowledge.load();
  private static final IndexStamp STAMP = new IndexStamp("7", "test");

  private static final List<SearchDocument> DOCUMENTS =
      List.of(
          article(
              "a1", "هجوم في عدن", "قال مسؤول محلي إن الحوثيين أطلقوا قذيفتين على سوق المدينة."),
          article("a2", "", "أصيب جنديان بِعَبْوَةٍ ناسفة زرعت قرب جسر ببغداد، وفق مصدر أمني."),
          article("a3", "Market bombing", "Two guards were hurt when bombs went off near Aleppo."),
          incident("i1", "2024-03-04", "2024-03-10", "bombing", "IQ", 33.3, 44.4, 3),
          incident("i2", "2024-05-01", "2024-05-01", "shelling", "YE", 12.8, 45.0, null),
          incident("i3", null, null, "clash", "SY", null, null, 12));

  @TempDir private Path folder;
  private SearchIndex index;

  @BeforeEach
  void open() {
    index = SearchIndex.open(folder, STAMP, KNOWLEDGE, DOCUMENTS::forEach);
  }

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void aNameInEnglishFindsItsArabicNames() {
    assertThat(found("Houthi")).containsExactly("a1");
    assertThat(found("Ansar Allah")).containsExactly("a1");
    assertThat(found("Baghdad")).containsExactly("a2");
  }

  @Test
  void aNameInArabicFindsItsEnglishNames() {
    assertThat(found("حلب")).containsExactly("a3");
  }

  @Test
  void inflectedAndJoinedFormsOfAWordAreFound() {
    assertThat(found("الحوثيون")).containsExactly("a1");
    assertThat(found("بغداد")).containsExactly("a2");
    assertThat(found("bomb")).containsExactly("a3");
  }

  @Test
  void spellingVariantsAndMarksMakeNoDifference() {
    assertThat(found("عبوه ناسفه")).containsExactly("a2");
    assertThat(found("عـبـوة")).containsExactly("a2");
    assertThat(found("إمني")).isEqualTo(found("أمنى"));
  }

  @Test
  void aPhraseNeedsItsWordsSideBySide() {
    assertThat(found("\"عبوة ناسفة\"")).containsExactly("a2");
    assertThat(found("\"ناسفة عبوة\"")).isEmpty();
    assertThat(found("ناسفة عبوة")).containsExactly("a2");
  }

  @Test
  void wordsCanBeLeftOutOrStandForEachOther() {
    assertThat(found("قذيفتين OR ناسفة")).containsExactlyInAnyOrder("a1", "a2");
    assertThat(found("مصدر -ناسفة")).isEmpty();
    assertThat(found("guards -الحوثيين")).containsExactly("a3");
  }

  @Test
  void marksCoverTheLettersAsTheyWereGiven() {
    SearchResult.Snippet snippet =
        index.search(SearchQuery.of("عبوة")).hits().getFirst().snippets().getFirst();
    String text = DOCUMENTS.get(1).text();
    Span mark = snippet.marks().getFirst();
    assertThat(text.substring(text.offsetByCodePoints(0, mark.start()), mark.end()))
        .isEqualTo("بِعَبْوَةٍ");
    assertThat(text.substring(snippet.start())).startsWith(snippet.words());
  }

  @Test
  void marksCountInCodePoints() {
    String text = "\uD83D\uDCA3\uD83D\uDCA3 غارة على الميناء";
    try (SearchIndex other = fresh(article("x", "", text))) {
      Span mark =
          other
              .search(SearchQuery.of("الميناء"))
              .hits()
              .getFirst()
              .snippets()
              .getFirst()
              .marks()
              .getFirst();
      assertThat(mark).isEqualTo(new Span(12, 19));
    }
  }

  @Test
  void datesMatchByOverlap() {
    SearchQuery all = SearchQuery.of("");
    LocalDate inside = LocalDate.parse("2024-03-07");
    assertThat(found(all.between(inside, inside))).containsExactly("i1");
    assertThat(found(all.between(LocalDate.parse("2024-03-10"), null)))
        .containsExactlyInAnyOrder("i1", "i2");
    assertThat(found(all.between(null, LocalDate.parse("2024-03-03")))).isEmpty();
  }

  @Test
  void placesMatchByBoxAlsoAcrossTheDateLine() {
    SearchQuery all = SearchQuery.of("");
    assertThat(found(all.within(new SearchQuery.Box(44, 33, 45, 34)))).containsExactly("i1");
    assertThat(found(all.within(new SearchQuery.Box(44.5, -90, -170, 90)))).containsExactly("i2");
  }

  @Test
  void facetsNarrowAndCount() {
    SearchQuery incidents = SearchQuery.of("").with(Facet.KIND, "incident");
    assertThat(index.search(incidents).counts().get(Facet.TYPE))
        .isEqualTo(Map.of("bombing", 1, "clash", 1, "shelling", 1));
    assertThat(found(incidents.with(Facet.COUNTRY, "IQ", "YE"))).containsExactly("i2", "i1");
    assertThat(found(incidents.with(Facet.COUNTRY, "JO"))).isEmpty();
  }

  @Test
  void everythingIsGivenNewestFirstWithoutWords() {
    assertThat(found("")).startsWith("i2", "i1").hasSize(6);
  }

  @Test
  void anyTextIsAQuery() {
    for (String odd :
        List.of("\"", "-", "- -", "OR", "a OR", "\"\"", "(*:*) [", "ـ", "\uD83D", "AND \\")) {
      assertThat(index.search(SearchQuery.of(odd)).total()).as(odd).isNotNegative();
    }
  }

  @Test
  void anIndexForOtherDataIsMadeAnew() {
    IndexStamp later = new IndexStamp("8", "test");
    assertThat(SearchIndex.state(folder, later)).isEqualTo(State.STALE);
    AtomicInteger builds = new AtomicInteger();
    SearchIndex.open(folder, later, KNOWLEDGE, counting(builds)).close();
    SearchIndex.open(folder, later, KNOWLEDGE, counting(builds)).close();
    assertThat(builds).hasValue(1);
    assertThat(found("Houthi")).as("the old index, still open").containsExactly("a1");
  }

  @Test
  void whatChangedIsPutInAndTheRestStays() {
    IndexStamp later = new IndexStamp("8", "test");
    SearchDocument changed = article("a2", "", "أصيب حارس في انفجار قرب ميناء الحديدة.");
    SearchIndex.Documents documents =
        changes(
            Set.of(
                new SearchIndex.Key(Kind.ARTICLE, "a2"), new SearchIndex.Key(Kind.INCIDENT, "x")),
            changed);
    SearchIndex.open(folder.resolve("more"), STAMP, KNOWLEDGE, more()).close();
    SearchIndex.refresh(folder.resolve("more"), later, documents);
    try (SearchIndex updated =
        SearchIndex.open(folder.resolve("more"), later, KNOWLEDGE, documents)) {
      assertThat(updated.search(SearchQuery.of("عبوة")).total()).isZero();
      assertThat(updated.search(SearchQuery.of("الحديدة")).total()).isEqualTo(1);
      assertThat(updated.search(SearchQuery.of("Houthi")).total()).isEqualTo(1);
      assertThat(updated.size()).isEqualTo(DOCUMENTS.size() + 20);
    }
  }

  /** What lies in the folder at a moment is what a process that is killed then leaves behind. */
  @Test
  void anUpdateThatIsBrokenOffLeavesWhatWasThereAndIsMadeUpFor() throws IOException {
    IndexStamp later = new IndexStamp("8", "test");
    Path whole = folder.resolve("more");
    SearchIndex.open(whole, STAMP, KNOWLEDGE, more()).close();
    SearchDocument changed = article("a2", "", "أصيب حارس في انفجار قرب ميناء الحديدة.");
    Set<SearchIndex.Key> keys = Set.of(new SearchIndex.Key(Kind.ARTICLE, "a2"));
    SearchIndex.Documents copying =
        changes(
            keys,
            consumer -> {
              copy(whole, folder.resolve("before"));
              consumer.accept(changed);
              copy(whole, folder.resolve("behind"));
            });
    SearchIndex.refresh(whole, later, copying);
    for (String name : List.of("before", "behind")) {
      Path killed = folder.resolve(name);
      try (SearchIndex left =
          SearchIndex.open(killed, STAMP, KNOWLEDGE, changes(Set.of(), changed))) {
        assertThat(left.search(SearchQuery.of("عبوة")).total()).isEqualTo(1);
        assertThat(left.search(SearchQuery.of("الحديدة")).total()).isZero();
      }
      try (SearchIndex mended =
          SearchIndex.open(killed, later, KNOWLEDGE, changes(keys, changed))) {
        assertThat(mended.search(SearchQuery.of("عبوة")).total()).isZero();
        assertThat(mended.search(SearchQuery.of("الحديدة")).total()).isEqualTo(1);
        assertThat(mended.size()).isEqualTo(DOCUMENTS.size() + 20);
      }
    }
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.list(from)) {
      Files.createDirectory(to);
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void anIndexOfOtherContentOrAnUnknownStateIsMadeAnew() {
    for (IndexStamp other :
        List.of(new IndexStamp("8", "other"), new IndexStamp("unknown", "other"))) {
      AtomicInteger builds = new AtomicInteger();
      SearchIndex.open(folder, other, KNOWLEDGE, counting(builds)).close();
      assertThat(builds).hasValue(1);
    }
  }

  /** Enough that two of them are few. */
  private static SearchIndex.Documents more() {
    return consumer -> {
      DOCUMENTS.forEach(consumer);
      for (int i = 0; i < 20; i++) {
        consumer.accept(article("more" + i, "", "قال شاهد إن الطريق مغلق " + i));
      }
    };
  }

  private static SearchIndex.Documents changes(Set<SearchIndex.Key> keys, SearchDocument document) {
    return changes(keys, consumer -> consumer.accept(document));
  }

  private static SearchIndex.Documents changes(
      Set<SearchIndex.Key> keys, SearchIndex.Documents changed) {
    return new SearchIndex.Documents() {
      @Override
      public void forEach(Consumer<SearchDocument> consumer) {
        throw new AssertionError("made anew");
      }

      @Override
      public SearchIndex.Changes since(String state) {
        return new SearchIndex.Changes(keys, changed);
      }
    };
  }

  @Test
  void everyFileCutShortOrLostIsMended() throws IOException {
    for (Path file : parts()) {
      for (int kept : new int[] {0, 20, -1}) {
        damage(file, kept);
        try (SearchIndex mended = healed()) {
          assertThat(mended.search(SearchQuery.of("Houthi")).total()).isEqualTo(1);
        }
      }
    }
  }

  private SearchIndex healed() {
    return SearchIndex.open(folder, STAMP, KNOWLEDGE, DOCUMENTS::forEach);
  }

  private static void damage(Path file, int kept) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    if (kept < 0) {
      Files.delete(file);
    } else {
      byte[] bytes = Files.readAllBytes(file);
      Files.write(file, java.util.Arrays.copyOf(bytes, Math.min(kept, bytes.length)));
    }
  }

  private List<Path> parts() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> !f.endsWith("write.lock")).sorted().toList();
    }
  }

  private static SearchIndex.Documents counting(AtomicInteger builds) {
    return consumer -> {
      builds.incrementAndGet();
      DOCUMENTS.forEach(consumer);
    };
  }

  private SearchIndex fresh(SearchDocument document) {
    Path other = folder.resolve("other");
    return SearchIndex.open(other, STAMP, KNOWLEDGE, consumer -> consumer.accept(document));
  }

  private List<String> found(String words) {
    return found(SearchQuery.of(words));
  }

  private List<String> found(SearchQuery query) {
    return index.search(query).hits().stream().map(SearchResult.Hit::id).toList();
  }

  private static SearchDocument article(String id, String title, String text) {
    return new SearchDocument(
        Kind.ARTICLE, id, title, text, null, null, null, null, null, 1, Map.of());
  }

  private static SearchDocument incident(
      String id,
      String first,
      String last,
      String type,
      String country,
      Double lat,
      Double lon,
      Integer killed) {
    return new SearchDocument(
        Kind.INCIDENT,
        id,
        "",
        "",
        first == null ? null : LocalDate.parse(first),
        last == null ? null : LocalDate.parse(last),
        lat,
        lon,
        killed,
        1,
        Map.of(Facet.TYPE, List.of(type), Facet.COUNTRY, List.of(country)));
  }
}
