package org.isnad.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.isnad.core.analysis.AnalyzedArticle;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.analysis.Token;
import org.isnad.core.article.Article;
import org.isnad.core.dating.Constraint;
import org.isnad.core.dating.DatedReport;
import org.isnad.core.dating.TimeReading;
import org.isnad.core.mention.Mention;
import org.isnad.core.mention.source.Attribution;
import org.isnad.core.pipeline.DatedReading;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.core.report.EventReport;
import org.isnad.core.report.Mentions;
import org.isnad.core.rule.Derivation;
import org.isnad.core.text.Span;

/**
 * Tells, line by line, how an article was read: its clock, tokens, mentions and reports, each with
 * its rules.
 */
final class ArticleExplanation {

  private final Article article;
  private final DatedReading reading;
  private final AnalyzedArticle analyzed;
  private final Mentions mentions;
  private final Consumer<String> lines;

  ArticleExplanation(DatedReading reading, Pipeline pipeline, Consumer<String> lines) {
    this.reading = reading;
    this.article = reading.reading().article();
    this.analyzed = pipeline.analyze(article);
    this.mentions = pipeline.mentions(analyzed);
    this.lines = lines;
  }

  /**
   * The clock and the reports, and between them one sentence or all; sentences count from 1, 0
   * means all.
   */
  void tell(int sentence) {
    int size = analyzed.body().sentences().size();
    if (sentence < 0 || sentence > size) {
      throw new IllegalArgumentException(
          "no sentence " + sentence + " in " + article.id() + "; it has " + size);
    }
    lines.accept("article " + article.id());
    clock();
    for (Sentence each : analyzed.body().sentences()) {
      if (sentence == 0 || each.index() + 1 == sentence) {
        sentence(each);
      }
    }
    for (DatedReport report : reading.reports()) {
      if (sentence == 0
          || touches(report.report(), analyzed.body().sentences().get(sentence - 1))) {
        report(report);
      }
    }
  }

  private void clock() {
    lines.accept(
        "published "
            + window(reading.published().clock().earliest(), reading.published().clock().latest())
            + ", "
            + lower(reading.published().basis()));
    for (Constraint constraint : reading.published().constraints()) {
      lines.accept(
          "  "
              + (constraint.setAside() ? "set aside: " : "")
              + constraint.reason()
              + quote(constraint.span())
              + by(constraint.derivation()));
    }
  }

  private void sentence(Sentence sentence) {
    boolean furniture = analyzed.isFurniture(sentence.span());
    lines.accept("");
    lines.accept(
        "sentence "
            + (sentence.index() + 1)
            + (furniture ? " (furniture)" : "")
            + ": "
            + oneLine(sentence.span().of(article.text())));
    for (int i = sentence.first(); i < sentence.end(); i++) {
      token(analyzed.body().token(i));
    }
    mentions(sentence);
  }

  private void token(Token token) {
    List<String> labels = new ArrayList<>();
    for (Label label : token.labels()) {
      String clitics =
          String.join("+", label.clitics().before())
              + (label.clitics().pronoun().isEmpty() ? "" : "…+" + label.clitics().pronoun());
      labels.add(
          label.list()
              + "/"
              + label.key()
              + (clitics.isEmpty() ? "" : " [" + clitics + "]")
              + (label.size() > 1 ? " (" + label.size() + " tokens)" : ""));
    }
    lines.accept(
        "  "
            + token.index()
            + " "
            + token.surface()
            + " "
            + lower(token.kind())
            + (labels.isEmpty() ? "" : ": " + String.join("; ", labels)));
  }

  private void mentions(Sentence sentence) {
    all("time", mentions.times(), sentence);
    all("place", mentions.places(), sentence);
    all("number", mentions.counts(), sentence);
    all("party", mentions.parties(), sentence);
    all("weapon", mentions.weapons(), sentence);
    for (Attribution attribution : mentions.attributions().all()) {
      if (sentence.contains(attribution.scope().first())) {
        List<String> chain = attribution.chain().stream().map(link -> link.name()).toList();
        lines.accept(
            "  "
                + lower(attribution.act())
                + ": "
                + (chain.isEmpty() ? "nobody named" : String.join(" < ", chain)));
      }
    }
  }

  private void all(String kind, List<? extends Mention> all, Sentence sentence) {
    for (Mention mention : Mentions.within(all, sentence.first(), sentence.end())) {
      lines.accept("  " + kind + quote(mention.span()) + by(mention.derivation()));
    }
  }

  private void report(DatedReport dated) {
    EventReport report = dated.report();
    lines.accept("");
    lines.accept(
        "report "
            + report.id()
            + ": "
            + report.type().id()
            + ", "
            + lower(report.status())
            + ", "
            + lower(report.scope())
            + quote(report.cue()));
    for (TimeReading time : dated.readings()) {
      lines.accept(
          "  when "
              + window(time.window().earliest(), time.window().latest())
              + ": "
              + time.reason());
    }
    if (report.place() != null) {
      lines.accept("  where " + report.place().name() + ": " + report.place().reason());
    }
    report
        .chains()
        .forEach(
            chain ->
                lines.accept(
                    "  says "
                        + String.join(" < ", chain.links().stream().map(l -> l.name()).toList())));
    report.derivations().forEach(d -> lines.accept("  rule" + by(d)));
  }

  private static boolean touches(EventReport report, Sentence sentence) {
    return report.evidence().stream().anyMatch(span -> span.overlaps(sentence.span()))
        || report.cue() != null && report.cue().overlaps(sentence.span());
  }

  private String quote(@org.jspecify.annotations.Nullable Span span) {
    return span == null || span.end() > article.text().length()
        ? ""
        : " \"" + oneLine(span.of(article.text())) + "\"";
  }

  private static String by(Derivation derivation) {
    return " by "
        + derivation.rule()
        + (derivation.entries().isEmpty()
            ? ""
            : " with " + String.join(", ", derivation.entries()));
  }

  private static String window(
      java.time.@org.jspecify.annotations.Nullable LocalDate from,
      java.time.@org.jspecify.annotations.Nullable LocalDate to) {
    String earliest = from == null ? "" : from.toString();
    String latest = to == null ? "" : to.toString();
    return earliest.equals(latest)
        ? earliest.isEmpty() ? "unknown" : earliest
        : earliest + ".." + latest;
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String oneLine(String text) {
    return text.strip().replace('\n', ' ');
  }
}
