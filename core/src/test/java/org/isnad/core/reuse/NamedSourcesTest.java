package org.isnad.core.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.isnad.core.article.Article;
import org.isnad.core.article.ArticleId;
import org.isnad.core.lexicon.DataException;
import org.isnad.core.lexicon.DataFile;
import org.isnad.core.lexicon.Lexicon;
import org.junit.jupiter.api.Test;

class NamedSourcesTest {

  private static final Lexicon LEXICON =
      Lexicon.of(
          List.of(
              list(
                  "source/outlets.tsv",
                  "# columns: key gloss arabic kind\n"
                      + "noor\tAn-Noor\tالنور | صحيفة النور\tnewspaper\n"
                      + "sharara\tSharara News\tشرارة\tweb\n"),
              list(
                  "reuse/day-words.tsv",
                  "# columns: key gloss arabic offset weekday\n"
                      + "friday\tFriday\tالجمعة\t-\tFRIDAY\n"
                      + "today\ttoday\tاليوم\t0\t-\n"
                      + "yesterday\tyesterday\tأمس | البارحة\t-1\t-\n")),
          List.of());

  private static final NamedSources SOURCES = NamedSources.of(LEXICON);

  private static DataFile list(String path, String text) {
    return new DataFile(path, text.lines().toList());
  }

  @Test
  void aNameOfOneWordCountsBetweenQuotationMarksOnly() {
    assertThat(SOURCES.namedIn("وصل النور إلى القرية")).isEmpty();
    assertThat(SOURCES.namedIn("وقال لـ«شرارة» إن الطريق مفتوح")).containsExactly("sharara");
    assertThat(SOURCES.namedIn("ونقلت صحيفة النور عن شاهد")).containsExactly("noor");
  }

  @Test
  void anOutletIsKnownByItsNameInEitherScript() {
    assertThat(SOURCES.idsOf("Sharara")).containsExactly("sharara");
    assertThat(SOURCES.idsOf("sharara news arabic")).containsExactly("sharara");
    assertThat(SOURCES.idsOf("شرارة")).containsExactly("sharara");
    assertThat(SOURCES.idsOf("Daily Anything")).isEmpty();
    assertThat(SOURCES.idsOf(null)).isEmpty();
  }

  @Test
  void dayWordsAreReadFromTheirList() {
    WordSequence today = WordSequence.of("اليوم الجمعة", DayWords.of(LEXICON));

    assertThat(today.size()).isEqualTo(1);
    assertThat(today.day(0)).isEqualTo(new DayWord(0, java.time.DayOfWeek.FRIDAY));
  }

  @Test
  void aDayThatIsNoNumberIsRefusedWithFileAndLine() {
    Lexicon wrong =
        Lexicon.of(
            List.of(
                list(
                    "reuse/day-words.tsv",
                    "# columns: key gloss arabic offset weekday\ntoday\ttoday\tاليوم\tzero\t-\n")),
            List.of());

    org.assertj.core.api.Assertions.assertThatThrownBy(() -> DayWords.of(wrong))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("reuse/day-words.tsv:2")
        .hasMessageContaining("zero");
  }

  @Test
  void articlesOfACollectionAreLinkedInOneCall() {
    Texts texts = new Texts(9);
    String shared = texts.text(40);
    Article first = article("first", "An-Noor", texts.text(30) + "\n" + shared);
    Article second = article("second", "Sharara", shared + "\nنقلا عن صحيفة النور");

    Lineage lineage = new CopyFinder(DayWords.of(LEXICON), SOURCES).lineage(List.of(second, first));

    assertThat(lineage.copies()).hasSize(1);
    assertThat(lineage.copies().getFirst().direction()).isEqualTo(Direction.B_COPIES_A);
    assertThat(lineage.copies().getFirst().evidence().getFirst().kind())
        .isEqualTo(Evidence.Kind.NAMED_SOURCE);
  }

  private static Article article(String id, String outlet, String text) {
    return new Article(
        new ArticleId(id), text, null, outlet, null, LocalDate.of(2020, 2, 2), null, "ar");
  }
}
