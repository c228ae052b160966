package example;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.article.Article;
import org.isnad.core.dating.Clocks;
import org.isnad.core.dating.DatedReport;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.core.pipeline.Reading;
import org.junit.jupiter.api.Test;

/**
 * The example of docs/java.md. It stands in a package of its own and sees what any user of the
 * libraries sees: public types of {@code core} and {@code arabic}.
 */
class ReadOneArticleTest {

  @Test
  void anArticleIsReadAndItsReportsHaveDaysAndChains() {
    List<String> printed = new ArrayList<>();
    String text =
        """
        قال مصدر طبي إن شرطيين قتلا في انفجار عبوة ناسفة مساء أمس قرب جسر ديالى.
        """;
    // example
    Pipeline pipeline = new Pipeline(ArabicKnowledge.load());
    Article article = Article.of("one", text).publishedOn(LocalDate.of(2026, 3, 11));
    Reading reading = pipeline.read(article);
    Clocks clocks = pipeline.clocks(List.of(reading), pipeline.lineage(List.of(article)));
    for (DatedReport dated : pipeline.date(reading, clocks, id -> reading.reports()).reports()) {
      printed.add(dated.report().type().id() + " " + dated.window().earliest());
      dated.report().chains().forEach(c -> printed.add(c.speaker().name()));
    }
    // end
    assertThat(printed).containsExactly("bombing 2026-03-10", "مصدر طبي");
  }
}
