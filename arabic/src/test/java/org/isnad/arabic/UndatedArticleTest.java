package org.isnad.arabic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.isnad.core.article.Article;
import org.isnad.core.article.ArticleId;
import org.isnad.core.article.Markup;
import org.isnad.core.dating.Clock;
import org.isnad.core.dating.PublicationDating;
import org.isnad.core.pipeline.Pipeline;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An article without a date is dated by what its own words count from (codebook section 10). */
class UndatedArticleTest {

  private static final Pipeline PIPELINE = new Pipeline(ArabicKnowledge.load());

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "سقطت قذيفة على البستان أمس، الأحد 12 أيار 2019. | 2019-05-13 | 2019-05-13",
        "خسرت البلدة في العام الماضي 2016 ثلاثة من حراسها. | 2017-01-01 | 2017-12-31",
        "عاد الرعاة منذ مطلع العام الحالي 2020 إلى التلال. | 2020-01-01 | 2020-12-31",
        "كان الشهر الماضي، أيار 2018، هادئا في الوادي. | 2018-06-01 | 2018-06-30",
        "مرت خمس سنوات على حريق المطحنة عام 2013 ولم يعوض أحد. | 2018-01-01 | 2018-12-31",
        "عمان في 3 تموز/يوليو 2018 - قال حارس إن البوابة أغلقت. | 2018-07-03 | 2018-07-03",
        "دخلت معركة استعادة الموصل أسبوعها الثالث والجسر مقطوع. | 2016-10-30 | 2016-11-08",
        "بعد أسبوع على عزل محمد مرسي رشق شبان نقطة تفتيش. | 2013-07-07 | 2013-07-14",
      })
  void theWindowIsWhatTheWordsAllow(String text, LocalDate earliest, LocalDate latest) {
    Clock clock = clock(text);

    assertThat(clock.earliest()).isEqualTo(earliest);
    assertThat(clock.latest()).isEqualTo(latest);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "تستمر أعمال الترميم حتى نهاية عام 2031 بحسب البلدية.",
        "يعقد المؤتمر المقرر في 4 أيار 2030 في الساحل.",
        "وصل نائب الرئيس نوري المالكي إلى المطار.",
      })
  void whatIsStillToComeAndOtherOfficesSayNothing(String text) {
    Clock clock = clock(text);

    assertThat(clock.earliest()).isNull();
    assertThat(clock.latest()).isNull();
  }

  private static Clock clock(String text) {
    Article article =
        new Article(
            new ArticleId("one"), text, null, null, null, null, null, "ar", Markup.NONE, null);
    return PublicationDating.of(article, PIPELINE.read(article).evidence()).clock();
  }
}
