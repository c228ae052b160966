package org.isnad.core.analysis;

import java.util.Locale;
import java.util.Set;
import org.isnad.core.article.Furniture.Kind;
import org.isnad.core.lexicon.ListFilter;
import org.isnad.core.lexicon.Words;
import org.jspecify.annotations.Nullable;

/**
 * Furniture known by its words: {@code furniture/furniture-lines.tsv} (lines made of nothing else)
 * and {@code furniture/furniture-openers.tsv} (lines and tails that begin so).
 */
final class ListedFurniture {

  private static final String LINES = "furniture-lines";
  private static final String OPENERS = "furniture-openers";
  private static final ListFilter OPENING = ListFilter.of(OPENERS);

  /**
   * A heading such as "latest news" ends the article only where most of the text stands before it.
   */
  private static final double MOST_OF_TEXT = 0.4;

  /** Related headlines are no longer than this; measured on Arabic news sites, 99% are shorter. */
  private static final int LONGEST_HEADLINE = 25;

  /**
   * Names of agencies, photographers and buttons in Latin letters are no longer than this, in
   * tokens.
   */
  private static final int LONGEST_LATIN = 14;

  /** A hashtag is written with underscores and so holds a few words. */
  private static final int WORDS_OF_TAG = 4;

  /** A credit or date line is no longer than this. */
  private static final int SHORT_LINE = 12;

  /** Words that a story shares with its own headline, at least. */
  private static final double SAME_STORY = 0.5;

  /** Share of a summary's words that return in the paragraph that it sums up. */
  private static final double RETOLD = 0.6;

  void mark(Page page) {
    for (Line line : page.lines()) {
      if (page.isMarked(line.number())) {
        continue;
      }
      Label label = wholeLine(line);
      if (label != null) {
        markListed(page, line, label);
      } else if (isDateLine(page, line)) {
        page.mark(line.number(), Kind.HEADER, "furniture/date-line");
      } else if (line.number() > 0 && line.end() - line.first() <= LONGEST_LATIN && isLatin(line)) {
        page.mark(line.number(), Kind.OTHER, "furniture/latin-line");
      } else if (isTagRow(line)) {
        page.mark(line.number(), Kind.NAVIGATION, "furniture/tag-row");
      } else {
        markOpened(page, line);
      }
    }
    markShareRun(page);
  }

  private void markListed(Page page, Line line, Label label) {
    String rule = rule(label);
    Kind kind = kind(label);
    int number = line.number();
    switch (label.entry().attribute("scope")) {
      case "next" -> markHeadlinesBehind(page, number, kind, rule);
      case "rest" -> {
        if (page.shareBefore(number) >= MOST_OF_TEXT) {
          page.markRest(number, kind, rule);
        } else {
          markHeadlinesBehind(page, number, kind, rule);
        }
      }
      case "sources" -> {
        page.mark(number, kind, rule);
        if (number + 1 < page.size() && page.lines().get(number + 1).words() <= 4) {
          page.mark(number + 1, kind, rule);
        }
      }
      case "weak" -> {
        if (number > 0
            && (page.isLast(number) || isLatin(line) || line.isOneOf(line.first(), "(["))) {
          page.mark(number, kind, rule);
        }
      }
      case "summary" -> markBox(page, number, kind, rule);
      default -> markUnlessHeadline(page, number, kind, rule);
    }
  }

  /** The heading of a summary and the line below it, if its words return in the text. */
  private static void markBox(Page page, int number, Kind kind, String rule) {
    page.mark(number, kind, rule);
    int box = number + 1;
    if (box + 1 >= page.size()) {
      return;
    }
    Set<String> words = Overlap.content(page.lines().get(box).norms());
    for (int i = box + 1; i < page.size(); i++) {
      if (Overlap.share(words, Overlap.content(page.lines().get(i).norms())) >= RETOLD) {
        page.mark(box, kind, rule);
        return;
      }
    }
  }

  /** A line of hashtags alone. */
  private static boolean isTagRow(Line line) {
    if (line.number() == 0 || !line.isOneOf(line.first(), "#")) {
      return false;
    }
    int tags = 0;
    int words = 0;
    for (int i = line.first(); i < line.end(); i++) {
      tags += line.isOneOf(i, "#") ? 1 : 0;
      words += line.text().token(i).isPunctuation() ? 0 : 1;
    }
    return words <= tags * WORDS_OF_TAG;
  }

  private static boolean isLatin(Line line) {
    for (int i = line.first(); line.hasLatin() && i < line.end(); i++) {
      if (line.text().token(i).isWord()) {
        return false;
      }
    }
    return line.hasLatin();
  }

  /** A first line that could be the headline of a text without one stays. */
  private static void markUnlessHeadline(Page page, int number, Kind kind, String rule) {
    if (number > 0 || page.title() != null || page.lines().getFirst().words() <= 2) {
      page.mark(number, kind, rule);
    }
  }

  private void markHeadlinesBehind(Page page, int number, Kind kind, String rule) {
    page.mark(number, kind, rule);
    int i = number + 1;
    while (i < page.size() && isHeadline(page.lines().get(i))) {
      page.mark(i, kind, rule);
      i++;
    }
    if (i > number + 1
        && i < page.size()
        && page.shareBefore(number) >= MOST_OF_TEXT
        && isStoryOf(page, number + 1, i)) {
      page.markRest(i, kind, rule);
    }
  }

  /**
   * Whether the paragraph {@code at} tells the story of the headline, more than that of the
   * article.
   */
  private static boolean isStoryOf(Page page, int headline, int at) {
    Line paragraph = page.lines().get(at);
    double own =
        Overlap.share(
            Overlap.content(page.lines().get(headline).norms()),
            Overlap.content(paragraph.norms()));
    return paragraph.isParagraph() && own >= SAME_STORY;
  }

  private static boolean isHeadline(Line line) {
    return line.words() <= LONGEST_HEADLINE && !line.endsWithStop() && !line.isOpen();
  }

  private void markOpened(Page page, Line line) {
    if (!line.mayHold(OPENING)) {
      return;
    }
    Label opener = line.text().token(line.first()).label(OPENERS);
    if (opener != null && opener.clitics().before().isEmpty() && opens(page, line, opener)) {
      page.mark(line.number(), kind(opener), rule(opener));
      return;
    }
    for (Sentence sentence :
        line.text()
            .sentences()
            .subList(
                line.text().sentenceOf(line.first()).index(),
                line.text().sentenceOf(line.end() - 1).index() + 1)) {
      Label inside =
          sentence.first() == line.first()
              ? null
              : line.text().token(sentence.first()).label(OPENERS);
      if (inside != null && runsToEnd(page, line, inside)) {
        page.markTokens(sentence.first(), line.end(), kind(inside), rule(inside));
        return;
      }
    }
    markBareTail(page, line);
  }

  /** Tails behind text without a full stop: the words of a link row are enough. */
  private void markBareTail(Page page, Line line) {
    for (int i = line.first() + 1; i < line.end(); i++) {
      Label tail = line.text().token(i).label(OPENERS);
      if (tail == null || !tail.clitics().before().isEmpty() || tail.size() < 2) {
        continue;
      }
      boolean behindStop = line.text().token(i - 1).isPunctuation();
      if (tail.entry().is("scope", "tail") && (behindStop || tail.size() > 2)) {
        page.markTokens(i, line.end(), kind(tail), rule(tail));
        return;
      }
    }
  }

  private static boolean opens(Page page, Line line, Label opener) {
    return switch (opener.entry().attribute("scope")) {
      case "short" ->
          line.words() <= SHORT_LINE
              && hasSign(line, opener)
              && (page.isLast(line.number()) || line.number() < 4);
      case "tags" -> page.isLast(line.number()) && !line.endsWithStop();
      case "tail" -> true;
      default ->
          !line.endsWithStop()
              && line.words() <= 40
              && (hasSign(line, opener) || opener.size() > 1);
    };
  }

  /** Whether a colon or another sign stands right behind the opening words. */
  private static boolean hasSign(Line line, Label opener) {
    return opener.end() >= line.end() || !line.text().token(opener.end()).isWord();
  }

  private static boolean runsToEnd(Page page, Line line, Label label) {
    String scope = label.entry().attribute("scope");
    return scope.equals("tail")
        || scope.equals("tags") && page.isLast(line.number()) && !line.endsWithStop();
  }

  /** Share words glued to the first words of the story: "Next Previous", "share tweet". */
  private static void markShareRun(Page page) {
    for (Line line : page.lines()) {
      if (page.isMarked(line.number())) {
        continue;
      }
      int end = line.first();
      int listed = 0;
      while (end < line.end()) {
        Label label = line.text().token(end).label(LINES);
        boolean glue =
            label != null
                && label.clitics().before().isEmpty()
                && !label.entry().is("scope", "weak");
        if (!glue && (listed == 0 || !line.text().token(end).isNumber())) {
          break;
        }
        listed += glue && label != null ? label.size() : 0;
        end = label == null ? end + 1 : label.end();
      }
      if (listed >= 2
          && end < line.end()
          && line.text().token(line.first()).kind() == Words.Kind.LATIN) {
        page.markTokens(line.first(), end, Kind.NAVIGATION, "furniture/share-run");
      } else if (listed >= 3 && end < line.end()) {
        page.markTokens(line.first(), end, Kind.SHARE, "furniture/share-run");
      }
      if (line.words() > 3) {
        return;
      }
    }
  }

  /** The entry of a line that holds nothing but listed words, numbers, signs and Latin names. */
  private static @Nullable Label wholeLine(Line line) {
    Label found = null;
    int i = line.first();
    while (i < line.end()) {
      Label label = line.text().token(i).label(LINES);
      if (label != null && label.clitics().before().isEmpty()) {
        found = found == null ? label : found;
        i = label.end();
      } else if (line.text().token(i).isWord()) {
        return null;
      } else {
        i++;
      }
    }
    return found;
  }

  /** A line of a weekday or month and numbers alone, at the page's top or bottom. */
  private static boolean isDateLine(Page page, Line line) {
    boolean edge = line.number() < 4 || line.number() >= page.size() - 2;
    boolean number = false;
    boolean named = false;
    for (int i = line.first(); i < line.end(); i++) {
      Token token = line.text().token(i);
      number |= token.isNumber();
      boolean day = token.is("weekdays") || token.is("months");
      named |= day;
      if (token.isWord() && !day && token.norm().length() > 1 && !token.is(OPENERS)) {
        return false;
      }
    }
    return number && named && (edge || hasTimeOfDay(line));
  }

  /**
   * Whether a clock time or letters such as GMT stand in the line: the date line of a related
   * story.
   */
  private static boolean hasTimeOfDay(Line line) {
    for (int i = line.first(); i < line.end(); i++) {
      boolean colon = line.isOneOf(i, ":") && i > line.first() && i + 1 < line.end();
      if (colon && line.text().token(i - 1).isNumber() && line.text().token(i + 1).isNumber()) {
        return true;
      }
    }
    return false;
  }

  private static Kind kind(Label label) {
    return Kind.valueOf(label.entry().attribute("kind").toUpperCase(Locale.ROOT));
  }

  private static String rule(Label label) {
    return label.entry().qualified();
  }
}
