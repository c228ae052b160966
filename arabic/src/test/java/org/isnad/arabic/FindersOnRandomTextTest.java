package org.isnad.arabic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Analyzer;
import org.isnad.core.analysis.FurnitureFinder;
import org.isnad.core.article.Furniture;
import org.isnad.core.lexicon.Entry;
import org.isnad.core.lexicon.Lexicon;
import org.isnad.core.mention.CountMention;
import org.isnad.core.mention.Mention;
import org.isnad.core.mention.WeaponMention;
import org.isnad.core.mention.count.CountFinder;
import org.isnad.core.mention.weapon.WeaponFinder;
import org.isnad.core.report.OutcomeReader;
import org.isnad.core.report.TollMention;
import org.isnad.core.report.TollReader;
import org.isnad.core.text.Span;
import org.junit.jupiter.api.Test;

/** Rows of listed words, signs, digits and line ends in any order never break a finder. */
class FindersOnRandomTextTest {

  private static final int TEXTS = 400;
  private static final int LONGEST = 120;

  private final Lexicon lexicon = ArabicKnowledge.load().lexicon();
  private final Analyzer analyzer = new Analyzer(lexicon);

  @Test
  void everySpanLiesInTheTextAndFurnitureDoesNotNest() {
    List<String> words = words();
    Random random = new Random(20150721);
    for (int n = 0; n < TEXTS; n++) {
      String text = text(words, random);
      AnalyzedText analyzed = analyzer.analyze(text);
      List<CountMention> counts = new CountFinder().find(analyzed);
      List<WeaponMention> weapons = new WeaponFinder().find(analyzed, counts);
      counts.forEach(c -> check(c, analyzed));
      weapons.forEach(w -> check(w, analyzed));
      new OutcomeReader().read(analyzed, weapons).forEach(o -> check(o.span(), text));
      for (TollMention toll : new TollReader(lexicon).read(analyzed, counts)) {
        check(toll.span(), text);
        assertThat(toll.tokens().end()).isLessThanOrEqualTo(analyzed.size());
      }
      checkFurniture(new FurnitureFinder(lexicon).find(analyzed, null), text);
    }
  }

  private List<String> words() {
    List<String> words =
        new ArrayList<>(
            List.of(
                "\n",
                "\n",
                ".",
                "،",
                "(",
                ")",
                "\"",
                "#",
                "@",
                "-",
                "—",
                ":",
                "7",
                "12",
                "2015",
                "%",
                "http",
                "pic.twitter.com",
                "[",
                "\u0000",
                "\uD83D\uDE00",
                "\uD83D"));
    List<String> lists =
        List.of(
            "casualty-words",
            "toll-negations",
            "toll-objects",
            "toll-links",
            "toll-context",
            "person-nouns",
            "person-roles",
            "weapons",
            "weapon-links",
            "outcomes",
            "number-words",
            "approximators",
            "indefinite-numbers",
            "furniture-lines",
            "furniture-openers",
            "furniture-credits",
            "months",
            "weekdays");
    for (String list : lists) {
      for (Entry entry : lexicon.entries(list)) {
        words.addAll(entry.spellings());
      }
    }
    return words;
  }

  private static String text(List<String> words, Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(LONGEST);
    for (int i = 0; i < length; i++) {
      String word = words.get(random.nextInt(random.nextInt(4) == 0 ? 22 : words.size()));
      text.append(random.nextInt(6) == 0 ? "و" : "")
          .append(word)
          .append(random.nextInt(12) == 0 ? "" : " ");
    }
    return text.toString();
  }

  private static void check(Mention mention, AnalyzedText text) {
    assertThat(mention.tokens().end()).isLessThanOrEqualTo(text.size());
    assertThat(mention.span())
        .isEqualTo(text.span(mention.tokens().first(), mention.tokens().end()));
  }

  private static void check(Span span, String text) {
    assertThat(span.end()).isLessThanOrEqualTo(text.length());
    assertThat(span.of(text)).isNotNull();
  }

  private static void checkFurniture(List<Furniture> furniture, String text) {
    Span last = new Span(0, 0);
    for (Furniture piece : furniture) {
      check(piece.span(), text);
      assertThat(piece.span().start()).isGreaterThanOrEqualTo(last.start());
      assertThat(last.contains(piece.span()) && last.length() > 0).isFalse();
      last = piece.span();
    }
  }
}
