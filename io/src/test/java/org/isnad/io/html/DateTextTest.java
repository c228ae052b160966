package org.isnad.io.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates as pages print and declare them. */
class DateTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024-03-09T08:15:00+03:00 | 2024-03-09",
        "2024-03-09 08:15:00 | 2024-03-09",
        "2024-03-09 | 2024-03-09",
        "20240309 | ",
        "Sat, 9 Mar 2024 05:15:00 GMT | 2024-03-09",
        "الأحد ٩ آذار / مارس 2024 | 2024-03-09",
        "الأحد، 09 مارس، 2024 08:15 م | 2024-03-09",
        "مارس 9, 2024 | 2024-03-09",
        "9 كانون الثاني/يناير 2024 | 2024-01-09",
        "آخر تحديث: 9 تشرين الثاني 2019 - 14:02 | 2019-11-09",
        "9/3/2024 | 2024-03-09",
        "12/25/2024 | 2024-12-25",
        "نشر في: ٩-٣-٢٠٢٤ | 2024-03-09",
        "9.3.2024 | 2024-03-09",
        "2024/3/9 | 2024-03-09",
        "March 9, 2024 at 10:11 | 2024-03-09",
        "الجمعة 13 جويلية 2018 | 2018-07-13",
        "الاثنين 28 شعبان 1445 هـ - 9 مارس 2024 م | 2024-03-09",
        "السبت 9 غشت 2025 | 2025-08-09"
      })
  void printedAndDeclaredDatesAreRead(String text, String day) {
    DateText.Day read = DateText.read(text);
    assertThat(read == null ? null : read.date().toString()).isEqualTo(day);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "اليوم",
        "31/02/2024",
        "14:05",
        "1445/09/04 هـ",
        "مارس",
        "99999999999999999999",
        "هاتف 07 2024",
        "1/2",
        "13 مارس"
      })
  void whatIsNoDateIsNone(String text) {
    assertThat(DateText.read(text)).isNull();
  }
}
