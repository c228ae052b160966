package org.isnad.core.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.isnad.core.article.ArticleId;
import org.isnad.core.text.Span;
import org.junit.jupiter.api.Test;

class AlignmentTest {

  private final Texts texts = new Texts(1);

  private static List<Passage> align(String a, String b) {
    return Alignment.passages(Texts.sequence(a), Texts.sequence(b));
  }

  @Test
  void aVerbatimPassageIsFoundWithExactSpansInBothTexts() {
    String shared = texts.text(30);
    String a = texts.text(12) + ". " + shared + ". " + texts.text(9);
    String b = texts.text(40) + "\n" + shared + "\n" + texts.text(3);

    List<Passage> passages = align(a, b);

    assertThat(passages).hasSize(1);
    assertThat(passages.getFirst().inA().of(a)).isEqualTo(shared);
    assertThat(passages.getFirst().inB().of(b)).isEqualTo(shared);
    assertThat(passages.getFirst().matchedWords()).isEqualTo(30);
  }

  @Test
  void spellingMarksAndPunctuationMakeNoDifference() {
    String rest = texts.text(14);
    String a = "أعلنت الإدارة المحليّة في مدينة الأقصى، " + rest;
    String b = "اعلنت الادارة المحلية في مدينـــة الاقصي " + rest;

    Passage passage = align(a, b).getFirst();

    assertThat(passage.inA()).isEqualTo(new Span(0, a.length()));
    assertThat(passage.inB()).isEqualTo(new Span(0, b.length()));
    assertThat(passage.matches()).hasSize(1);
  }

  @Test
  void wordsReplacedInsertedAndDroppedStayInsideOnePassage() {
    List<String> w = texts.words(40);
    String a = String.join(" ", w);
    String b =
        String.join(" ", w.subList(0, 10))
            + " "
            + texts.word()
            + " " // one replaced
            + String.join(" ", w.subList(11, 20))
            + " "
            + texts.text(3)
            + " " // three put in
            + String.join(" ", w.subList(20, 28))
            + " "
            + String.join(" ", w.subList(31, 40)); // three dropped

    List<Passage> passages = align(a, b);

    assertThat(passages).hasSize(1);
    assertThat(passages.getFirst().inA()).isEqualTo(new Span(0, a.length()));
    assertThat(passages.getFirst().inB()).isEqualTo(new Span(0, b.length()));
    assertThat(passages.getFirst().matchedWords()).isEqualTo(36);
  }

  @Test
  void paragraphsThatChangedPlacesAreEachFound() {
    String one = texts.text(20);
    String two = texts.text(25);
    String three = texts.text(30);

    List<Passage> passages =
        align(one + "\n" + two + "\n" + three, three + "\n" + one + "\n" + two);

    assertThat(passages).extracting(Passage::matchedWords).containsExactly(20, 25, 30);
  }

  @Test
  void dayWordsThatWereChangedAreMatchedAndReported() {
    String head = texts.text(9);
    String tail = texts.text(12);
    String a = head + " اليوم (الاثنين) " + tail;
    String b = head + " أمس " + tail;

    Passage passage = align(a, b).getFirst();

    assertThat(passage.matches()).hasSize(1);
    DayShift shift = passage.dayShifts().getFirst();
    assertThat(shift.inA().of(a)).isEqualTo("اليوم (الاثنين");
    assertThat(shift.inB().of(b)).isEqualTo("أمس");
    assertThat(shift.daysLater()).isEqualTo(1);
    assertThat(passage.flipped().dayShifts().getFirst().daysLater()).isEqualTo(-1);
  }

  @Test
  void theSameDayWordsAreNoShift() {
    String text = texts.text(9) + " أول من أمس " + texts.text(9);

    assertThat(align(text, text).getFirst().dayShifts()).isEmpty();
  }

  @Test
  void changedFiguresAreCounted() {
    String head = texts.text(9);
    String tail = texts.text(12);

    Passage passage = align(head + " 28 " + tail, head + " 30 " + tail).getFirst();

    assertThat(passage.changedFigures()).isEqualTo(1);
  }

  @Test
  void textsThatShareAFewWordsShareNoPassage() {
    String title = texts.text(10);

    assertThat(align(texts.text(50) + " " + title, title + " " + texts.text(50))).isEmpty();
  }

  @Test
  void aSpanLeadsToItsPlaceInTheOtherText() {
    String head = texts.text(10);
    String event = texts.word();
    String tail = texts.text(10);
    String a = head + " " + event + " " + tail;
    String b = texts.text(7) + "\n" + head + " " + texts.word() + " " + event + " " + tail;
    int at = a.indexOf(event);

    Span inB = align(a, b).getFirst().fromAToB(new Span(at, at + event.length()));

    assertThat(inB.of(b)).isEqualTo(event);
  }

  @Test
  void theOrderOfTheTwoArticlesMakesNoDifference() {
    ArticleId x = new ArticleId("x");
    ArticleId y = new ArticleId("y");
    String shared = texts.text(20);
    WordSequence one = Texts.sequence(shared + " " + texts.text(5));
    WordSequence two = Texts.sequence(texts.text(5) + " " + shared);

    assertThat(Alignment.align(y, two, x, one)).isEqualTo(Alignment.align(x, one, y, two));
  }

  @Test
  void plantedPassagesAreFoundThroughRandomEdits() {
    for (int seed = 0; seed < 200; seed++) {
      Texts random = new Texts(seed);
      String shared = random.text(20 + random.below(60));
      String copied = random.edited(shared, 12);
      String a = random.text(random.below(200)) + "\n" + shared + "\n" + random.text(30);
      String b = random.text(30) + "\n" + copied + "\n" + random.text(random.below(200));

      int found = align(a, b).stream().mapToInt(Passage::matchedWords).sum();

      assertThat(found).as("seed %d", seed).isGreaterThanOrEqualTo(shared.split(" ").length / 2);
    }
  }

  @Test
  void spansOfAnyTwoTextsLieInThemAndDoNotCross() {
    for (int seed = 0; seed < 300; seed++) {
      Texts random = new Texts(seed);
      List<String> few = random.words(5);
      StringBuilder a = new StringBuilder();
      StringBuilder b = new StringBuilder();
      for (int i = 0; i < 300; i++) {
        a.append(few.get(random.below(5))).append(random.below(9) == 0 ? "\n" : " ");
        b.append(few.get(random.below(5))).append(random.below(9) == 0 ? "\n" : " ");
      }
      for (Passage passage : align(a.toString(), b.toString())) {
        assertThat(passage.inA().end()).isLessThanOrEqualTo(a.length());
        assertThat(passage.inB().end()).isLessThanOrEqualTo(b.length());
        for (int m = 1; m < passage.matches().size(); m++) {
          Passage.Match before = passage.matches().get(m - 1);
          Passage.Match after = passage.matches().get(m);
          assertThat(after.inA().start()).isGreaterThanOrEqualTo(before.inA().end());
          assertThat(after.inB().start()).isGreaterThanOrEqualTo(before.inB().end());
        }
      }
    }
  }

  @Test
  void emptyTextsShareNothing() {
    assertThat(align("", "")).isEmpty();
    assertThat(align("...", texts.text(30))).isEmpty();
  }
}
