package org.isnad.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.article.Article;
import org.isnad.core.lexicon.Example;
import org.isnad.core.pipeline.Knowledge;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.core.pipeline.Problem;
import org.isnad.core.pipeline.Reading;
import org.isnad.core.report.EventReport;
import org.isnad.core.report.EventTime;
import org.isnad.io.ArticleSink;
import org.isnad.io.Manifest;
import org.isnad.io.ReadingJson;
import org.isnad.io.Sources;
import org.junit.jupiter.api.Test;

/** What the store keeps of a reading is the whole reading. */
class ReadingJsonTest {

  private final Knowledge knowledge = ArabicKnowledge.load();
  private final ReadingJson format = new ReadingJson(knowledge.gazetteer());

  @Test
  void everyReadingOfTheSamplesComesBackTheSame() {
    Pipeline pipeline = new Pipeline(knowledge);
    List<Article> articles = samples();
    assertThat(articles).isNotEmpty();
    for (Article article : articles) {
      Reading reading = pipeline.read(article);
      assertThat(format.read(format.write(reading), article)).isEqualTo(reading);
    }
  }

  @Test
  void everyKindOfTimeComesBackTheSame() {
    Pipeline pipeline = new Pipeline(knowledge);
    Set<Class<?>> kinds = new HashSet<>();
    for (String when : times()) {
      Article article = Article.of("a", "قتل جنديان " + when + " في انفجار عبوة ناسفة في بغداد.");
      Reading reading = pipeline.read(article);
      assertThat(format.read(format.write(reading), article)).as(when).isEqualTo(reading);
      reading.reports().stream()
          .map(EventReport::time)
          .filter(EventTime.Expressed.class::isInstance)
          .forEach(t -> kinds.add(((EventTime.Expressed) t).expression().value().getClass()));
    }
    assertThat(kinds).hasSizeGreaterThan(15);
  }

  /** The marked words of the examples of time. */
  private static List<String> times() {
    return ArabicKnowledge.builtIn().stream()
        .filter(file -> file.path().equals("time/time.examples.tsv"))
        .flatMap(file -> Example.parse(file).stream())
        .filter(example -> example.verdict() == Example.Verdict.GOOD)
        .map(example -> example.spans().getFirst().of(example.text()))
        .toList();
  }

  @Test
  void aReadingOfAnotherShapeIsNone() {
    Article article = Article.of("a", "x");
    assertThat(format.read("{\"furniture\":[],\"evidence\":[],\"signs\":[]}", article)).isNull();
    assertThat(format.read("{}", article)).isNull();
    assertThat(format.read("no JSON", article)).isNull();
  }

  private static List<Article> samples() {
    List<Article> articles = new ArrayList<>();
    ArticleSink sink =
        new ArticleSink() {
          @Override
          public void article(Article article) {
            articles.add(article);
          }

          @Override
          public void problem(Problem problem) {
            throw new AssertionError(problem.toString());
          }
        };
    Path folder = Repository.root().resolve("samples");
    new Sources(Manifest.NONE, sink).read(List.of(folder));
    return articles;
  }
}
