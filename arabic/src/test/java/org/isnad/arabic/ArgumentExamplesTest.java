package org.isnad.arabic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isnad.core.article.Article;
import org.isnad.core.lexicon.Example;
import org.isnad.core.mention.PlaceMention;
import org.isnad.core.mention.TimeExpression;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.core.report.EventReport;
import org.isnad.core.report.EventTime;
import org.isnad.core.report.Party;
import org.isnad.core.report.Weapon;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs {@code event/arguments.examples.tsv} line by line: the subject is a slot, and expected are
 * its values in the reports of the text, the reports parted by {@code ;} and values by {@code |}.
 */
class ArgumentExamplesTest {

  private final Pipeline pipeline = new Pipeline(ArabicKnowledge.load());

  @TestFactory
  Stream<DynamicTest> everyTextFillsTheSlot() {
    return ArabicKnowledge.builtIn().stream()
        .filter(file -> file.path().equals("event/arguments.examples.tsv"))
        .flatMap(file -> Example.parse(file).stream())
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.file() + ":" + example.line(), () -> check(example)));
  }

  private void check(Example example) {
    String found =
        pipeline.read(Article.of("example", example.text())).reports().stream()
            .map(report -> slot(example.subject(), report, example.text()))
            .collect(Collectors.joining(" ; "));
    assertThat(found).as(example.text()).isEqualTo(example.expected());
  }

  private static String slot(String slot, EventReport report, String text) {
    return switch (slot) {
      case "scope" -> report.scope().toString();
      case "time" -> time(report.time(), text);
      case "place" -> place(report.place());
      case "actor" -> report.actors().stream().map(Party::name).collect(Collectors.joining(" | "));
      case "target" ->
          report.targets().stream().map(Party::name).collect(Collectors.joining(" | "));
      case "weapon" ->
          report.weapons().stream().map(Weapon::kind).collect(Collectors.joining(" | "));
      case "outcome" ->
          report.outcomes().stream().map(Object::toString).collect(Collectors.joining(" | "));
      default -> throw new IllegalArgumentException("no slot " + slot);
    };
  }

  private static String time(EventTime time, String text) {
    return switch (time) {
      case EventTime.Expressed expressed -> words(expressed.expression(), text);
      case EventTime.Until until -> "until " + words(until.limit(), text);
      case EventTime.News news -> "news";
      case EventTime.Unknown unknown -> "unknown";
    };
  }

  private static String words(TimeExpression expression, String text) {
    return text.substring(expression.span().start(), expression.span().end());
  }

  private static String place(PlaceMention place) {
    return place == null ? "" : place.name();
  }
}
