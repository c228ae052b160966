package org.isnad.core.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.isnad.core.article.ArticleId;
import org.junit.jupiter.api.Test;

class CandidateIndexTest {

  private final Texts texts = new Texts(2);

  private static Fingerprints prints(String id, String outlet, String text) {
    return Fingerprints.of(new ArticleId(id), outlet, null, Texts.sequence(text));
  }

  private static CandidateIndex index(List<Fingerprints> articles) {
    CandidateIndex index = new CandidateIndex();
    articles.forEach(index::add);
    return index;
  }

  @Test
  void eightSharedWordsGiveACommonFingerprint() {
    for (int seed = 0; seed < 200; seed++) {
      Texts random = new Texts(seed);
      String shared = random.text(8);
      TreeSet<Long> common = new TreeSet<>();
      for (long hash :
          prints("a", "x", random.text(20) + " " + shared + " " + random.text(9)).hashes()) {
        common.add(hash);
      }
      int found = 0;
      for (long hash :
          prints("b", "x", random.text(3) + " " + shared + " " + random.text(20)).hashes()) {
        found += common.contains(hash) ? 1 : 0;
      }
      assertThat(found).as("seed %d", seed).isPositive();
    }
  }

  @Test
  void articlesThatShareASentenceArePaired() {
    String shared = texts.text(25);
    Fingerprints a = prints("a", "x", texts.text(80) + " " + shared);
    Fingerprints b = prints("b", "y", shared + " " + texts.text(50));
    Fingerprints c = prints("c", "z", texts.text(100));
    CandidateIndex index = index(List.of(a, b, c));

    assertThat(index.pairs()).extracting(pair -> pair.a() + "-" + pair.b()).containsExactly("a-b");
    assertThat(index.pairsOf(b, Recurrence.NONE)).isEqualTo(index.pairs());
    assertThat(index.pairsOf(c, Recurrence.NONE)).isEmpty();
    assertThat(index(List.of(a, c)).pairsOf(b, Recurrence.NONE)).isEqualTo(index.pairs());
  }

  @Test
  void aSwappedDayWordDoesNotPartThem() {
    String head = texts.text(6);
    String tail = texts.text(9);

    assertThat(prints("a", "x", head + " اليوم " + tail).hashes())
        .isEqualTo(prints("a", "x", head + " أمس " + tail).hashes());
  }

  @Test
  void theOrderOfAddingMakesNoDifference() {
    List<Fingerprints> articles = new ArrayList<>();
    List<String> stories = List.of(texts.text(60), texts.text(60), texts.text(60));
    for (int i = 0; i < 250; i++) {
      String text = texts.text(40) + " " + stories.get(i % 3) + " " + texts.text(10);
      articles.add(prints("article" + i, "outlet" + i % 7, text));
    }
    List<CandidatePair> pairs = index(articles).pairs();

    Collections.shuffle(articles, new Random(5));

    assertThat(index(articles).pairs()).isEqualTo(pairs);
  }

  @Test
  void aTemplateOfOneOutletPairsNobody() {
    String template = texts.text(30);
    List<Fingerprints> articles = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      articles.add(prints("a" + i, "one", texts.text(90) + "\n" + template));
    }
    assertThat(index(articles).pairs()).isEmpty();
  }

  @Test
  void theSamePassageInManyOutletsIsNoTemplate() {
    String story = texts.text(30);
    List<Fingerprints> articles = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      articles.add(prints("a" + i, "outlet" + i, texts.text(90) + "\n" + story));
    }
    assertThat(index(articles).pairs()).hasSize(12 * 11 / 2);
  }

  @Test
  void tenThousandCopiesStayOneFamilyWithoutPairingAllWithAll() {
    String story = texts.text(80);
    List<Fingerprints> articles = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      articles.add(prints("a" + i, "outlet" + i % 300, story + " " + texts.text(5)));
    }
    List<CandidatePair> pairs = index(articles).pairs();

    TreeSet<ArticleId> paired = new TreeSet<>();
    pairs.forEach(pair -> Collections.addAll(paired, pair.a(), pair.b()));
    assertThat(paired).hasSize(10_000);
    assertThat(pairs.size())
        .isLessThan(
            10_000 * CandidateIndex.HEADS + CandidateIndex.ALL_PAIRS * CandidateIndex.ALL_PAIRS);
  }
}
