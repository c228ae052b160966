package org.isnad.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalizerTest {

  @ParameterizedTest
  @CsvSource({
    "إلى, الي",
    "مدرسةٌ, مدرسه",
    "مسؤول, مسوول",
    "هيئة, هييه",
    "ﻻ, لا",
    "ﻣﺤﻤﺪ, محمد",
    "کابل, كابل",
    "٣٫٥, 3.5",
    "۱۲, 12",
    "الهجـ.ـمات, الهجمات",
    "المقـ ـاومة, المقاومه",
    "قـــال, قال",
    "الا*حتلال, الاحتلال",
    "&quot;نعم&quot;, '\"نعم\"'",
    "&#1606;عم, نعم",
    "ISIS, isis",
  })
  void spellingsOfOneWordLookAlike(String given, String folded) {
    assertThat(Normalizer.fold(given)).isEqualTo(folded);
  }

  @ParameterizedTest
  @CsvSource({
    "قال. وأضاف, قال. واضاف",
    "أ.ف.ب, ا.ف.ب",
    "AT&T, at&t",
    "* بغداد, * بغداد",
    "نهاية ـ بداية, نهايه  بدايه"
  })
  void whatBreaksNoWordStays(String given, String folded) {
    assertThat(Normalizer.fold(given)).isEqualTo(folded);
  }

  @Test
  void aNormalWordLeadsBackToAllItsMarks() {
    String given = "في الهُجُومِ قُتِلَ";
    NormalText text = Normalizer.normalize(given);
    int at = text.normal().indexOf("الهجوم");
    assertThat(text.givenSpan(at, at + 6).of(given)).isEqualTo("الهُجُومِ");
  }

  @Test
  void offsetsNeverRunBackwardsInRandomText() {
    Random random = new Random(20260101);
    for (int round = 0; round < 2_000; round++) {
      String given = randomText(random);
      NormalText text = Normalizer.normalize(given);
      int before = 0;
      for (int i = 0; i < text.normal().length(); i++) {
        Span span = text.givenSpan(i, i + 1);
        assertThat(span.start()).isGreaterThanOrEqualTo(before);
        assertThat(span.end()).isLessThanOrEqualTo(given.length());
        before = span.start();
        assertThat(text.normalOffset(span.start())).isLessThanOrEqualTo(i);
      }
    }
  }

  @Test
  void foldingTwiceChangesNothingMore() {
    Random random = new Random(7);
    String letters = "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإآؤئءًٌٍَُِّْـ٠١٢ کی";
    for (int round = 0; round < 2_000; round++) {
      StringBuilder word = new StringBuilder();
      for (int i = random.nextInt(12); i >= 0; i--) {
        word.append(letters.charAt(random.nextInt(letters.length())));
      }
      String once = Normalizer.fold(word.toString());
      assertThat(Normalizer.fold(once)).isEqualTo(once);
    }
  }

  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(60); i >= 0; i--) {
      switch (random.nextInt(6)) {
        case 0 -> text.append((char) random.nextInt(0x10000));
        case 1 -> text.appendCodePoint(random.nextInt(0x110000));
        case 2 -> text.append("ـ.ـ&#;*\u200F\uFEFF ".charAt(random.nextInt(10)));
        default -> text.append((char) (0x600 + random.nextInt(0x100)));
      }
    }
    return text.toString();
  }

  @Test
  void theMarkOfTheIndefiniteAccusativeIsSeenInTheWordAsGiven() {
    assertThat(Normalizer.hasTanwin("\u062A\u0631\u0643\u064A\u0627\u064B")).isTrue();
    assertThat(Normalizer.hasTanwin("\u062A\u0631\u0643\u064A\u0627")).isFalse();
  }
}
