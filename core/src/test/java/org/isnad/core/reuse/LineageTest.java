package org.isnad.core.reuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.isnad.core.article.ArticleId;
import org.isnad.core.text.Span;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LineageTest {

  private static final LocalDate DAY = LocalDate.of(2022, 3, 10);

  private final Texts texts = new Texts(3);
  private final Map<String, String> articles = new TreeMap<>();
  private final Map<String, Witness> witnesses = new TreeMap<>();

  private void article(String id, String outlet, @Nullable LocalDate published, String text) {
    articles.put(id, text);
    ArticleId article = new ArticleId(id);
    witnesses.put(id, new Witness(article, outlet, published, published, Set.of(), Set.of()));
  }

  private void naming(String id, Set<String> own, Set<String> named) {
    witnesses.computeIfPresent(id, (key, witness) -> witness.naming(own, named));
  }

  private Lineage lineage() {
    List<TextReuse> reuses = new ArrayList<>();
    List<String> ids = List.copyOf(articles.keySet());
    CandidateIndex index = new CandidateIndex();
    ids.forEach(
        id ->
            index.add(
                Fingerprints.of(
                    new ArticleId(id),
                    witness(id).outlet(),
                    witness(id).earliest(),
                    Texts.sequence(text(id)))));
    for (CandidatePair pair : index.pairs()) {
      reuses.add(
          Alignment.align(
              pair.a(), Texts.sequence(text(pair.a().value())),
              pair.b(), Texts.sequence(text(pair.b().value()))));
    }
    Collections.shuffle(reuses, new Random(1));
    return Lineage.of(witnesses.values(), reuses, index.recurrence());
  }

  private String text(String id) {
    return Objects.requireNonNull(articles.get(id));
  }

  private Witness witness(String id) {
    return Objects.requireNonNull(witnesses.get(id));
  }

  private static ArticleId id(String id) {
    return new ArticleId(id);
  }

  private Span find(String article, String words) {
    int at = text(article).indexOf(words);
    return new Span(at, at + words.length());
  }

  @Test
  void theLaterArticleCopiedTheEarlier() {
    String shared = texts.text(30);
    article("a", "x", DAY.plusDays(9), texts.text(20) + "\n" + shared);
    article("b", "y", DAY, shared + "\n" + texts.text(20));

    Copy copy = lineage().copies().getFirst();

    assertThat(copy.direction()).isEqualTo(Direction.A_COPIES_B);
    assertThat(copy.certain()).isTrue();
    assertThat(copy.evidence().getFirst().kind()).isEqualTo(Evidence.Kind.PUBLICATION);
  }

  @Test
  void onOneDayNothingTellsWhoWasFirst() {
    String shared = texts.text(30);
    article("a", "x", DAY, texts.text(20) + "\n" + shared);
    article("b", "y", DAY, shared + "\n" + texts.text(20));

    Lineage lineage = lineage();

    assertThat(lineage.copies().getFirst().direction()).isEqualTo(Direction.UNKNOWN);
    assertThat(lineage.origins(id("a"), find("a", shared)))
        .extracting(origin -> origin.article().value())
        .containsExactly("a", "b");
  }

  @Test
  void onOneDayTheTextThatNamesTheOtherOutletIsTheCopy() {
    String shared = texts.text(30);
    article("a", "x", DAY, texts.text(20) + "\n" + shared);
    article("b", "y", DAY, shared + "\n" + texts.text(20));
    naming("a", Set.of("outlet-x"), Set.of("outlet-y"));
    naming("b", Set.of("outlet-y"), Set.of());

    assertThat(lineage().copies().getFirst().direction()).isEqualTo(Direction.A_COPIES_B);
  }

  @Test
  void withoutDatesTheTextWhoseDayWordsWereMovedBackIsTheCopy() {
    String head = texts.text(15);
    String tail = texts.text(15);
    article("a", "x", null, head + " أمس " + tail);
    article("b", "y", null, head + " اليوم " + tail);

    Lineage lineage = lineage();

    assertThat(lineage.copies().getFirst().direction()).isEqualTo(Direction.A_COPIES_B);
    assertThat(lineage.redated(id("a"), find("a", "أمس"))).isTrue();
    assertThat(lineage.redated(id("a"), find("a", head))).isFalse();
  }

  @Test
  void theInnermostOriginalIsFoundThroughAChainOfCopies() {
    String shared = texts.text(40);
    article("first", "x", DAY, texts.text(9) + "\n" + shared);
    article("second", "y", DAY.plusDays(1), shared + "\n" + texts.text(9));
    article("third", "z", DAY.plusDays(30), texts.text(50) + "\n" + shared);
    String word = shared.split(" ")[20];

    List<Origin> origins = lineage().origins(id("third"), find("third", word));

    assertThat(origins).hasSize(1);
    assertThat(origins.getFirst().article()).isEqualTo(id("first"));
    assertThat(origins.getFirst().certain()).isTrue();
    assertThat(origins.getFirst().span().of(text("first"))).isEqualTo(word);
  }

  @Test
  void aStoryThatThousandsPrintedOnOneDayIsFollowedToAFewOfThem() {
    String shared = texts.text(30);
    int prints = 20_000;
    List<TextReuse> reuses = new ArrayList<>();
    for (int i = 0; i < prints; i++) {
      article("p%05d".formatted(i), "outlet-" + i, DAY, shared);
    }
    TextReuse one =
        Alignment.align(id("a"), Texts.sequence(shared), id("b"), Texts.sequence(shared));
    for (int i = 1; i < prints; i++) {
      ArticleId later = id("p%05d".formatted(i));
      reuses.add(new TextReuse(id("p00000"), later, one.passages(), one.wordsA(), one.wordsB()));
    }
    Lineage lineage = Lineage.of(witnesses.values(), reuses, Recurrence.NONE);
    Span word = find("p00000", shared.split(" ")[20]);

    assertTimeout(
        Duration.ofSeconds(30),
        () ->
            assertThat(articles.keySet())
                .allSatisfy(
                    print ->
                        assertThat(lineage.origins(id(print), word))
                            .hasSize(16)
                            .first()
                            .extracting(Origin::article)
                            .isEqualTo(id(print))));
  }

  @Test
  void whatACopyAddsIsItsOwn() {
    String shared = texts.text(40);
    String added = texts.text(12);
    article("a", "x", DAY, shared);
    article("b", "y", DAY.plusDays(3), shared + "\n" + added);

    List<Origin> origins = lineage().origins(id("b"), find("b", added));

    assertThat(origins).extracting(Origin::article).containsExactly(id("b"));
  }

  @Test
  void copiesOfOneThirdTextAreOneText() {
    String one = texts.text(30);
    String two = texts.text(30);
    article("agency", "w", DAY, one + "\n" + two + "\n" + texts.text(100));
    article("left", "x", DAY.plusDays(1), one + "\n" + texts.text(30));
    article("right", "y", DAY.plusDays(1), texts.text(30) + "\n" + one);
    article("other", "z", DAY.plusDays(1), texts.text(30) + "\n" + two);

    Lineage lineage = lineage();

    assertThat(lineage.sameText(id("left"), find("left", one), id("right"), find("right", one)))
        .isTrue();
    assertThat(lineage.sameText(id("left"), find("left", one), id("other"), find("other", two)))
        .isFalse();
    assertThat(lineage.families())
        .containsExactly(List.of(id("agency"), id("left"), id("other"), id("right")));
  }

  @Test
  void aTemplateOfOneOutletMakesNoFamily() {
    String template = texts.text(25);
    for (int i = 0; i < 9; i++) {
      article("a" + i, "one", DAY.plusDays(i), texts.text(60) + "\n" + template);
    }
    assertThat(lineage().families()).isEmpty();
  }

  @Test
  void aTitleOfOfficeThatEverybodyWritesMakesNoFamily() {
    String title = texts.text(18);
    for (int i = 0; i < 40; i++) {
      article(
          "a" + i,
          "outlet" + i % 12,
          DAY.plusDays(i % 7),
          texts.text(60) + " " + title + " " + texts.text(30));
    }
    assertThat(lineage().families()).isEmpty();
  }

  @Test
  void aBulletinThatOutletsPrintDayAfterDayMakesNoFamily() {
    String bulletin = texts.text(40);
    for (int i = 0; i < 8; i++) {
      article(
          "a" + i,
          "outlet" + i % 2,
          DAY.plusDays(i / 2),
          bulletin + " " + texts.text(30) + "\n" + texts.text(20));
    }
    assertThat(lineage().families()).isEmpty();
  }

  @Test
  void aStoryOfOneParagraphThatEverybodyReprintsIsOneFamily() {
    String story = texts.text(40);
    for (int i = 0; i < 40; i++) {
      article("a" + i, "outlet" + i, DAY.plusDays(i % 7), texts.word() + "\n" + story);
    }
    assertThat(lineage().families()).hasSize(1).first().satisfies(f -> assertThat(f).hasSize(40));
  }

  @Test
  void newerWindowsTurnTheDirection() {
    String shared = texts.text(30);
    article("a", "x", null, texts.text(20) + "\n" + shared);
    article("b", "y", DAY, shared + "\n" + texts.text(20));
    Lineage undirected = lineage();

    Lineage directed =
        undirected.directedBy(
            List.of(witness("a").publishedWithin(DAY.minusDays(5), DAY.minusDays(2))));

    assertThat(undirected.copies().getFirst().direction()).isEqualTo(Direction.UNKNOWN);
    assertThat(directed.copies().getFirst().direction()).isEqualTo(Direction.B_COPIES_A);
  }
}
