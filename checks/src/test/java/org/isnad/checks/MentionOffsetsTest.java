package org.isnad.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.analysis.AnalyzedArticle;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Token;
import org.isnad.core.article.Article;
import org.isnad.core.article.Furniture;
import org.isnad.core.mention.Mention;
import org.isnad.core.mention.TokenRange;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.core.report.EventReport;
import org.isnad.core.report.Mentions;
import org.isnad.core.text.Span;
import org.junit.jupiter.api.Test;

/** Every span cuts its own words out of the text as it was given, whatever the text. */
class MentionOffsetsTest {

  private static final int RANDOM_TEXTS = 300;
  private static final int DAMAGED_COPIES = 6;

  /** What copying, filters and converters leave in texts. */
  private static final List<String> DAMAGE =
      List.of(
          "\u0640",
          "\u0640.\u0640",
          "\u064B",
          "\u200F",
          "\u200C",
          "\uFEFF",
          "\u00A0",
          "&nbsp;",
          "&quot;",
          " ",
          "\n",
          ".",
          "*",
          "\uD83D",
          "\uDE00",
          "\uD83D\uDE00",
          "\uFEFB",
          "\u06CC",
          "\u0000",
          "12",
          "\u0663",
          "(",
          "\u00BB",
          "/",
          "&#1575;",
          "\u202B");

  private final Pipeline pipeline = new Pipeline(ArabicKnowledge.load());

  @Test
  void everySpanOfRandomUnicodeCutsItsWords() {
    Random random = new Random(20260311);
    for (int n = 0; n < RANDOM_TEXTS; n++) {
      check(randomText(random));
    }
  }

  @Test
  void everySpanOfTheSamplesCutsItsWordsHoweverTheyAreDamaged() throws IOException {
    Random random = new Random(7);
    int mentions = 0;
    for (String sample : samples()) {
      mentions += check(sample);
      for (int n = 0; n < DAMAGED_COPIES; n++) {
        mentions += check(damaged(sample, random));
      }
    }
    assertThat(mentions).as("the test is no use where nothing is found").isGreaterThan(500);
  }

  private static List<String> samples() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.list(Repository.root().resolve("samples"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        texts.add(Files.readString(file));
      }
    }
    return texts;
  }

  private static String damaged(String text, Random random) {
    StringBuilder damaged = new StringBuilder(text);
    for (int hits = 1 + text.length() / 40; hits > 0; hits--) {
      int at = random.nextInt(damaged.length());
      switch (random.nextInt(4)) {
        case 0 -> damaged.deleteCharAt(at);
        case 1 -> damaged.setCharAt(at, (char) random.nextInt(0x10000));
        default -> damaged.insert(at, DAMAGE.get(random.nextInt(DAMAGE.size())));
      }
    }
    return damaged.substring(0, 1 + random.nextInt(damaged.length()));
  }

  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(400); i >= 0; i--) {
      switch (random.nextInt(6)) {
        case 0 -> text.append((char) random.nextInt(0x10000));
        case 1 -> text.appendCodePoint(random.nextInt(0x110000));
        case 2 -> text.append(DAMAGE.get(random.nextInt(DAMAGE.size())));
        case 3 -> text.append(' ');
        default -> text.append((char) (0x600 + random.nextInt(0x100)));
      }
    }
    return text.toString();
  }

  /** Checks everything that has a place in the text; says how many mentions there were. */
  private int check(String given) {
    Article article = Article.of("text", given);
    AnalyzedArticle analyzed = pipeline.analyze(article);
    AnalyzedText body = analyzed.body();
    body.tokens().forEach(token -> check(token, given));
    int checked = 0;
    for (Mention mention : all(pipeline.mentions(analyzed))) {
      check(mention.span(), mention.tokens(), body);
      checked++;
    }
    analyzed.furniture().stream().map(Furniture::span).forEach(span -> within(span, given));
    for (EventReport report : pipeline.read(article).reports()) {
      report.evidence().forEach(span -> within(span, given));
      if (report.cue() != null) {
        within(report.cue(), given);
      }
    }
    return checked;
  }

  private static List<Mention> all(Mentions mentions) {
    List<Mention> all = new ArrayList<>();
    all.addAll(mentions.times());
    all.addAll(mentions.places());
    all.addAll(mentions.counts());
    all.addAll(mentions.parties());
    all.addAll(mentions.weapons());
    mentions.attributions().all().forEach(said -> all.addAll(said.chain()));
    return all;
  }

  private static void check(Token token, String given) {
    within(token.span(), given);
    assertThat(token.span().of(given)).isEqualTo(token.surface());
  }

  private static void check(Span span, TokenRange tokens, AnalyzedText text) {
    within(span, text.text().given());
    assertThat(tokens.first()).isLessThan(tokens.end());
    assertThat(tokens.end()).isLessThanOrEqualTo(text.size());
    assertThat(span).isEqualTo(text.span(tokens.first(), tokens.end()));
    String words = span.of(text.text().given());
    assertThat(words).startsWith(text.token(tokens.first()).surface());
    assertThat(words).endsWith(text.token(tokens.end() - 1).surface());
  }

  private static void within(Span span, String given) {
    assertThat(span.start()).isBetween(0, span.end() - 1);
    assertThat(span.end()).isLessThanOrEqualTo(given.length());
  }
}
