package org.isnad.arabic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.isnad.core.analysis.AnalyzedArticle;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Analyzer;
import org.isnad.core.article.Article;
import org.isnad.core.lexicon.Example;
import org.isnad.core.mention.BySentence;
import org.isnad.core.mention.Mention;
import org.isnad.core.mention.PartyMention;
import org.isnad.core.mention.party.PartyFinder;
import org.isnad.core.mention.source.AttributionReader;
import org.isnad.core.pipeline.Knowledge;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.core.report.EventReport;
import org.isnad.core.report.Mentions;
import org.isnad.core.report.ReportReader;
import org.junit.jupiter.api.Test;

/** What an article tells that holds words for events is read only where an event can come of it. */
class ArticlesWithoutEventsTest {

  private static final Knowledge KNOWLEDGE = ArabicKnowledge.load();

  private final Analyzer analyzer = new Analyzer(KNOWLEDGE.lexicon());
  private final ReportReader reports = new ReportReader(KNOWLEDGE.parties());
  private final List<String> asked = new ArrayList<>();

  @Test
  void theSpeakersOfAMedicalOperationAreNotLookedFor() {
    assertThat(read("تنتظر الطفلة عملية في القلب. وقالت والدتها إنها بخير.")).isEmpty();
    assertThat(asked).doesNotContain("speakers", "figures");
  }

  @Test
  void theSpeakersOfAMeetingAboutTradeAreNotLookedFor() {
    assertThat(read("التقى وزير التجارة نظيره الياباني. وقال إن اللقاء كان مثمرا.")).isEmpty();
    assertThat(asked).doesNotContain("speakers", "figures");
  }

  @Test
  void theSpeakersOfTalksToComeAreNotLookedForWhateverTheyClaim() {
    assertThat(read("نفى المتحدث أن وزير الدفاع سيلتقي قائد الجيش، واتهم خصومه بالكذب.")).isEmpty();
    assertThat(asked).doesNotContain("speakers", "figures");
  }

  @Test
  void theSpeakersBesideAVagueAttackAreLookedForAndItsFiguresAreNot() {
    assertThat(read("اتهم المدرب خصومه بالهجوم على الفريق.")).isEmpty();
    assertThat(asked).contains("speakers").doesNotContain("figures", "outcomes");
  }

  @Test
  void anAttackOfWhichNothingElseIsSaidStandsByWhoClaimsIt() {
    assertThat(read("تبنت حركة الشباب هجوما.")).hasSize(1);
  }

  @Test
  void theSpeakersOfAnAttackAre() {
    read("قال مسؤول محلي إن ثلاثة جنود قتلوا في هجوم على حاجز.");

    assertThat(asked).contains("speakers", "figures");
  }

  @Test
  void whoeverReadsToTheEndFindsNothingMore() {
    Pipeline pipeline = new Pipeline(KNOWLEDGE);
    ReportReader thorough = ReportReader.toTheEnd(KNOWLEDGE.parties());
    for (String given : examples()) {
      AnalyzedArticle article = pipeline.analyze(Article.of("test", given));
      assertThat(reports.read(article, null, pipeline.mentions(article)))
          .as(given)
          .isEqualTo(thorough.read(article, null, pipeline.mentions(article)));
    }
  }

  /** The sentences of the example corpora about events, figures and speakers, two by two. */
  private static List<String> examples() {
    List<String> texts = new ArrayList<>();
    List<String> alone =
        ArabicKnowledge.builtIn().stream()
            .filter(file -> file.path().matches("(event|toll|source)/.*examples.tsv"))
            .flatMap(file -> Example.parse(file).stream())
            .map(Example::text)
            .toList();
    for (int i = 0; i < alone.size(); i += 2) {
      texts.add(String.join("\n", alone.subList(i, Math.min(alone.size(), i + 2))));
    }
    return texts;
  }

  private List<EventReport> read(String given) {
    AnalyzedText text = analyzer.analyze(given);
    List<PartyMention> parties =
        new PartyFinder(KNOWLEDGE.lexicon(), KNOWLEDGE.parties()).find(text);
    return reports.read(
        new AnalyzedArticle(Article.of("test", given), text, null, List.of()),
        null,
        new Mentions(
            List.of(),
            nothing(text),
            nothing(text),
            parties,
            nothing(text),
            asked("figures", List::of),
            asked("outcomes", List::of),
            asked(
                "speakers",
                () ->
                    new AttributionReader(KNOWLEDGE.lexicon(), KNOWLEDGE.parties())
                        .read(text, parties))));
  }

  private static <M extends Mention> List<M> nothing(AnalyzedText text) {
    return new BySentence<>(text, sentence -> List.of());
  }

  private <T> Supplier<T> asked(String what, Supplier<T> finder) {
    return () -> {
      asked.add(what);
      return finder.get();
    };
  }
}
