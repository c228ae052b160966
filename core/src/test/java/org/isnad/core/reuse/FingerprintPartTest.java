package org.isnad.core.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.isnad.core.article.ArticleId;
import org.junit.jupiter.api.Test;

/** Fingerprints looked at part by part give what an index of all of them gives. */
class FingerprintPartTest {

  private static final LocalDate DAY = LocalDate.of(2021, 5, 3);

  @Test
  void theSumOfThePartsIsTheWhole() {
    for (int seed = 0; seed < 6; seed++) {
      List<Fingerprints> articles = articles(new Texts(seed), new Random(seed));
      CandidateIndex index = new CandidateIndex();
      articles.forEach(index::add);

      assertThat(pairs(articles, 7)).as("seed %d", seed).isEqualTo(index.pairs());
      assertThat(pairs(articles, 1)).as("seed %d", seed).isEqualTo(index.pairs());
    }
  }

  /** Stories, a template and standing text of one outlet, and a phrase that hundreds hold. */
  private static List<Fingerprints> articles(Texts texts, Random random) {
    List<String> stories = List.of(texts.text(70), texts.text(60), texts.text(50));
    String template = texts.text(25);
    String phrase = texts.text(20);
    List<Fingerprints> articles = new ArrayList<>();
    for (int i = 0; i < 260; i++) {
      String outlet = random.nextInt(9) == 0 ? null : "outlet" + random.nextInt(5);
      String text = texts.text(30) + " " + (i % 9 == 0 ? "" : phrase + " ");
      text += random.nextInt(3) > 0 ? stories.get(random.nextInt(3)) : texts.text(20);
      text += "outlet1".equals(outlet) ? " " + template : "";
      LocalDate day = random.nextInt(9) == 0 ? null : DAY.plusDays(random.nextInt(20));
      articles.add(
          Fingerprints.of(new ArticleId("a%03d".formatted(i)), outlet, day, Texts.sequence(text)));
    }
    return articles;
  }

  private static List<CandidatePair> pairs(List<Fingerprints> articles, int parts) {
    int[] outlets = articles.stream().mapToInt(a -> number(a.outlet())).toArray();
    int[] days =
        articles.stream()
            .map(Fingerprints::day)
            .mapToInt(day -> day == null ? 0 : (int) day.toEpochDay())
            .toArray();
    TreeMap<CandidatePair, Integer> counts =
        new TreeMap<>(Comparator.comparing(CandidatePair::a).thenComparing(CandidatePair::b));
    for (int part = 0; part < parts; part++) {
      FingerprintPart some = new FingerprintPart();
      for (int article = 0; article < articles.size(); article++) {
        for (long hash : articles.get(article).hashes()) {
          if (Math.floorMod(hash, parts) == part) {
            some.add(hash, article);
          }
        }
      }
      some.pairs(
          some.recurrence(outlets, days),
          (a, b) ->
              counts.merge(
                  new CandidatePair(articles.get(a).article(), articles.get(b).article(), 0),
                  1,
                  Integer::sum));
    }
    List<CandidatePair> pairs = new ArrayList<>();
    counts.forEach(
        (pair, count) -> {
          if (count >= CandidateIndex.MIN_SHARED) {
            pairs.add(new CandidatePair(pair.a(), pair.b(), count));
          }
        });
    return pairs;
  }

  private static int number(@org.jspecify.annotations.Nullable String outlet) {
    return outlet == null ? 0 : 1 + outlet.charAt(outlet.length() - 1);
  }
}
