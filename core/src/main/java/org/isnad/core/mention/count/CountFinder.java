package org.isnad.core.mention.count;

import java.util.ArrayList;
import java.util.List;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Features;
import org.isnad.core.lexicon.ListFilter;
import org.isnad.core.mention.BySentence;
import org.isnad.core.mention.CountMention;
import org.isnad.core.mention.CountMention.Kind;
import org.isnad.core.mention.Quantity;
import org.isnad.core.mention.TimeExpression;
import org.isnad.core.mention.TokenRange;
import org.isnad.core.rule.Derivation;
import org.jspecify.annotations.Nullable;

/**
 * Finds numbers with what blurs them and what they count (codebook section 8): {@code نحو 30 شخصا},
 * {@code ما لا يقل عن تسعة}, {@code عشرات الجرحى}, {@code بين 10 و15}, {@code صاروخان}. Numbers
 * that count nothing (dates, hours, calibres, brigades) are found as such. Immutable; linear in the
 * text.
 */
public final class CountFinder {

  private static final String NUMBERS = "number-words";
  private static final String INDEFINITE = "indefinite-numbers";
  private static final String BOUNDS = "approximators";
  private static final String UNITS = "number-units";
  private static final String ORDINALS = "ordinals";

  /** Lists of words that a number opens with, but for nouns in the dual. */
  private static final ListFilter OPENERS =
      ListFilter.of(NUMBERS, INDEFINITE, BOUNDS, UNITS, ORDINALS);

  /** How far "at least" may stand behind the counted noun: an adjective or two between. */
  private static final int BEHIND = 3;

  /** Four digits from here to {@link #LAST_YEAR} that count nothing are a year. */
  private static final int FIRST_YEAR = 1900;

  private static final int LAST_YEAR = 2100;

  /** The numbers of a text, in text order; no two share a token. */
  public List<CountMention> find(AnalyzedText text) {
    return find(text, List.of());
  }

  /**
   * The numbers of a text, in text order, without those that are part of an expression of time;
   * read when they are asked for.
   *
   * @param times the text's expressions of time, in text order
   */
  public List<CountMention> find(AnalyzedText text, List<TimeExpression> times) {
    return new BySentence<>(text, sentence -> find(text, sentence, times));
  }

  private static List<CountMention> find(
      AnalyzedText text, Sentence sentence, List<TimeExpression> times) {
    List<CountMention> found = new ArrayList<>();
    int time = firstEndingBehind(times, sentence.first());
    int i = sentence.first();
    while (i < sentence.end()) {
      while (time < times.size() && times.get(time).tokens().end() <= i) {
        time++;
      }
      boolean inTime = time < times.size() && times.get(time).tokens().contains(i);
      CountMention count = inTime ? null : at(text, sentence, i);
      if (count == null) {
        i++;
      } else {
        found.add(count);
        i = Math.max(i + 1, count.tokens().end());
      }
    }
    return List.copyOf(found);
  }

  /** Index of the first expression that ends behind the token; they do not overlap. */
  private static int firstEndingBehind(List<TimeExpression> times, int token) {
    int low = 0;
    int high = times.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (times.get(mid).tokens().end() <= token) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }

  private static @Nullable CountMention at(AnalyzedText text, Sentence sentence, int first) {
    if (!mayOpen(text.token(first))) {
      return null;
    }
    CountMention range = range(text, sentence, first);
    if (range != null) {
      return range;
    }
    Label bound = text.token(first).label(BOUNDS);
    int at = bound == null || bound.end() >= sentence.end() ? first : bound.end();
    CountMention number =
        number(text, sentence, first, at, bound == null ? "" : bound.entry().attribute("bound"));
    if (number == null && at > first) {
      return null;
    }
    if (number == null) {
      number = indefinite(text, sentence, first);
    }
    return number != null ? number : alone(text, sentence, first);
  }

  /** A quick no for most tokens. */
  private static boolean mayOpen(Token token) {
    return token.isNumber() || token.isPunctuation() || token.mayBe(OPENERS) || token.mayBeDual();
  }

  private static @Nullable CountMention number(
      AnalyzedText text, Sentence sentence, int first, int at, String bound) {
    if (at >= sentence.end()) {
      return null;
    }
    int open = isSign(text, at, "(") && at + 1 < sentence.end() ? at + 1 : at;
    NumberReader.Read read = NumberReader.at(text, open, sentence.end());
    if (read == null || read.end() == open + 1 && text.token(open).is(INDEFINITE)) {
      return null;
    }
    int end = read.end();
    if (open > at) {
      if (end >= sentence.end() || !isSign(text, end, ")")) {
        return at == first
            ? null
            : plain(text, first, read.end(), Kind.NOT_A_COUNT, Quantity.exactly(read.value()), -1);
      }
      end = again(text, sentence, end + 1, read.value());
    }
    Kind kind = kind(text, sentence, at, end, read.value());
    if (kind != Kind.CARDINAL) {
      Label percent = kind == Kind.PERCENTAGE ? text.token(end).label(UNITS) : null;
      return plain(
          text,
          first,
          percent != null ? percent.end() : kind == Kind.PERCENTAGE ? end + 1 : end,
          kind,
          Quantity.exactly(read.value()),
          -1);
    }
    int head = head(text, sentence, end);
    CountMention behindNoun =
        head < 0 && read.value() <= 2 && at == first && end == at + 1
            ? behindNoun(text, sentence, at, read.value())
            : null;
    if (behindNoun != null) {
      return behindNoun;
    }
    int behind = head < 0 ? end : head + 1;
    return bounded(text, sentence, first, behind, bounded(bound, read.value()), head);
  }

  /** The number again in words, as in {@code (7) سبعة}. */
  private static int again(AnalyzedText text, Sentence sentence, int at, int value) {
    NumberReader.Read words =
        at < sentence.end() ? NumberReader.at(text, at, sentence.end()) : null;
    return words != null && words.value() == value ? words.end() : at;
  }

  /** {@code شخص واحد}, {@code جنديان اثنان}: the noun stands before. */
  private static @Nullable CountMention behindNoun(
      AnalyzedText text, Sentence sentence, int at, int value) {
    int noun = at - 1;
    boolean free =
        noun >= sentence.first()
            && text.token(noun).isWord()
            && !hasAnd(text, at)
            && !isStop(text, noun)
            && !text.token(noun).isNumber();
    boolean adjective =
        free
            && noun - 1 >= sentence.first()
            && isNumbered(text, noun - 1)
            && isNumbered(text, noun)
            && !isStop(text, noun - 1);
    int head = !free ? -1 : adjective ? noun - 1 : noun;
    boolean counted = head >= 0 && agrees(text, head, value);
    return counted ? plain(text, head, at + 1, Kind.CARDINAL, Quantity.exactly(value), head) : null;
  }

  /** Whether the noun can stand before this number: a singular before one, a dual before two. */
  private static boolean agrees(AnalyzedText text, int token, int value) {
    for (Label label : text.token(token).labels()) {
      boolean noun = label.features().part() == Features.Part.NOUN;
      Features.Num number = label.features().number();
      if (noun
          && (value == 1
              ? number == Features.Num.SINGULAR
              : number == Features.Num.DUAL || number == Features.Num.ANY)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the word is known as a noun or adjective. */
  private static boolean isNumbered(AnalyzedText text, int token) {
    for (Label label : text.token(token).labels()) {
      Features.Part part = label.features().part();
      if (part == Features.Part.NOUN
          || part == Features.Part.ADJECTIVE
          || part == Features.Part.PASSIVE_PARTICIPLE) {
        return true;
      }
    }
    return false;
  }

  private static Quantity bounded(String bound, int value) {
    return switch (bound) {
      case "least" -> Quantity.atLeast(value);
      case "more" -> Quantity.atLeast(value + 1);
      case "less" -> new Quantity(null, Math.max(0, value - 1));
      case "most" -> new Quantity(null, value);
      default -> Quantity.exactly(value);
    };
  }

  /** The number with "at least" behind it or behind its noun. */
  private static CountMention bounded(
      AnalyzedText text, Sentence sentence, int first, int end, Quantity quantity, int head) {
    for (int i = end; i < Math.min(sentence.end(), end + BEHIND); i++) {
      Label bound = text.token(i).label(BOUNDS);
      if (bound != null
          && bound.entry().is("bound", "least")
          && bound.size() > 1
          && bound.clitics().before().isEmpty()) {
        return plain(
            text,
            first,
            i == end ? bound.end() : end,
            Kind.CARDINAL,
            new Quantity(quantity.min(), null),
            head);
      }
      if (text.token(i).isPunctuation() || isStop(text, i) || hasAnd(text, i)) {
        break;
      }
    }
    return plain(text, first, end, Kind.CARDINAL, quantity, head);
  }

  private static @Nullable CountMention indefinite(
      AnalyzedText text, Sentence sentence, int first) {
    Label label = text.token(first).label(INDEFINITE);
    if (label == null || label.end() > sentence.end() || !isAmount(text, sentence, label)) {
      return null;
    }
    int behind = label.end();
    boolean adjective =
        behind + 1 < sentence.end()
            && !isOf(text, behind)
            && isOf(text, behind + 1)
            && text.token(label.first()).is("toll-links", "figure-of");
    behind += adjective ? 1 : 0;
    behind += behind < sentence.end() && isOf(text, behind) && !isOf(text, behind - 1) ? 1 : 0;
    String max = label.entry().attribute("max");
    Quantity quantity =
        new Quantity(
            Integer.parseInt(label.entry().attribute("min")),
            max.isEmpty() ? null : Integer.parseInt(max));
    int head = head(text, sentence, behind);
    return plain(text, first, head < 0 ? label.end() : head + 1, Kind.CARDINAL, quantity, head);
  }

  /** "A number" alone counts only before "of", an adjective between or not; "some" always. */
  private static boolean isAmount(AnalyzedText text, Sentence sentence, Label label) {
    boolean figure = label.size() == 1 && text.token(label.first()).is("toll-links", "figure-of");
    if (!figure) {
      return true;
    }
    int behind = label.end();
    boolean of = behind < sentence.end() && isOf(text, behind);
    boolean adjective =
        behind + 1 < sentence.end()
            && isOf(text, behind + 1)
            && !text.token(behind).is("casualty-words")
            && !text.token(behind).isPunctuation();
    return !label.clitics().isDefinite() && (of || adjective);
  }

  private static boolean isOf(AnalyzedText text, int token) {
    return hasRole(text, token, "of");
  }

  /** A dual without a numeral, an ordinal. */
  private static @Nullable CountMention alone(AnalyzedText text, Sentence sentence, int first) {
    Token token = text.token(first);
    Label ordinal = token.label(ORDINALS);
    if (ordinal != null && ordinal.end() <= sentence.end()) {
      int value = Integer.parseInt(ordinal.entry().attribute("value"));
      return plain(text, first, ordinal.end(), Kind.ORDINAL, Quantity.exactly(value), -1);
    }
    return isDual(token)
        ? plain(text, first, first + 1, Kind.CARDINAL, Quantity.exactly(2), first)
        : null;
  }

  private static boolean isDual(Token token) {
    if (!token.mayBeDual()) {
      return false;
    }
    boolean dual = false;
    for (Label label : token.labels()) {
      if (label.features().part() == Features.Part.NOUN && label.size() == 1) {
        if (label.features().number() != Features.Num.DUAL) {
          return false;
        }
        dual = true;
      }
    }
    return dual && token.labels().stream().noneMatch(l -> l.entry().is("adjective", "yes"));
  }

  /** {@code بين 10 و15}. */
  private static @Nullable CountMention range(AnalyzedText text, Sentence sentence, int first) {
    if (!hasRole(text, first, "between")) {
      return null;
    }
    Label between = text.token(first).label(UNITS);
    int at = between == null ? first + 1 : between.end();
    NumberReader.Read low = at < sentence.end() ? NumberReader.at(text, at, sentence.end()) : null;
    if (low == null || low.end() >= sentence.end()) {
      return null;
    }
    boolean apart = text.token(low.end()).norm().length() == 1 || hasRole(text, low.end(), "to");
    int next = apart ? low.end() + 1 : low.end();
    NumberReader.Read high =
        next < sentence.end() ? NumberReader.at(text, next, sentence.end()) : null;
    if (high == null || high.value() < low.value() || !apart && !hasAnd(text, next)) {
      return null;
    }
    int head = head(text, sentence, high.end());
    return plain(
        text,
        first,
        head < 0 ? high.end() : head + 1,
        Kind.CARDINAL,
        new Quantity(low.value(), high.value()),
        head);
  }

  private static Kind kind(AnalyzedText text, Sentence sentence, int first, int end, int value) {
    if (end < sentence.end()
        && (hasRole(text, end, "percent") || text.token(end).norm().equals("%"))) {
      return Kind.PERCENTAGE;
    }
    boolean year =
        value >= FIRST_YEAR
            && value <= LAST_YEAR
            && end == first + 1
            && head(text, sentence, end) < 0;
    return year
            || isMeasure(text, sentence, end)
            || isLabelled(text, sentence, first)
            || isPartOfCode(text, sentence, first, end)
        ? Kind.NOT_A_COUNT
        : Kind.CARDINAL;
  }

  /** Behind the number a unit, a month, a weekday's number. */
  private static boolean isMeasure(AnalyzedText text, Sentence sentence, int end) {
    return end < sentence.end()
        && (hasRole(text, end, "unit")
            || text.token(end).is("months")
            || text.token(end).is("hijri-months"));
  }

  /** Before the number "hour", "brigade", "article", a month. */
  private static boolean isLabelled(AnalyzedText text, Sentence sentence, int first) {
    int before = first - 1;
    if (before < sentence.first()) {
      return false;
    }
    return hasRole(text, before, "label") && text.token(first).isNumber()
        || text.token(before).is("months");
  }

  /** Digits tied to letters or other digits by a sign: hours, dates, makes. */
  private static boolean isPartOfCode(AnalyzedText text, Sentence sentence, int first, int end) {
    boolean before =
        first - 2 >= sentence.first()
            && isSign(text, first - 1, "/:-.")
            && touches(text, first - 2)
            && touches(text, first - 1);
    boolean behind =
        end + 1 < sentence.end()
            && isSign(text, end, "/:")
            && text.token(end + 1).isNumber()
            && touches(text, end - 1);
    return text.token(first).isNumber() && (before || behind);
  }

  private static boolean touches(AnalyzedText text, int token) {
    return token + 1 < text.size()
        && text.token(token).span().end() == text.token(token + 1).span().start();
  }

  /** The counted noun right behind the number, or -1. */
  private static int head(AnalyzedText text, Sentence sentence, int at) {
    if (at >= sentence.end()) {
      return -1;
    }
    boolean noun =
        text.token(at).isWord()
            && !isStop(text, at)
            && !hasAnd(text, at)
            && !text.token(at).is(BOUNDS)
            && !isVerbOnly(text.token(at));
    return noun ? at : -1;
  }

  private static boolean isVerbOnly(Token token) {
    return !token.isUnknown() && token.labels().stream().allMatch(l -> l.features().isVerb());
  }

  private static boolean isStop(AnalyzedText text, int token) {
    for (Label label : text.token(token).labels()) {
      boolean prefixed =
          label.clitics().has("b")
              || label.clitics().has("l")
              || label.clitics().has("k")
              || label.clitics().has("f");
      boolean stop =
          label.list().equals(UNITS)
              && (label.entry().is("role", "stop") || label.entry().is("role", "of"));
      if (prefixed || stop) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasRole(AnalyzedText text, int token, String role) {
    if (text.token(token).cannotBe(UNITS)) {
      return false;
    }
    for (Label label : text.token(token).labels()) {
      if (label.list().equals(UNITS) && label.entry().is("role", role)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasAnd(AnalyzedText text, int token) {
    if (!text.token(token).mayHave("w")) {
      return false;
    }
    for (Label label : text.token(token).labels()) {
      if (label.clitics().has("w")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSign(AnalyzedText text, int token, String signs) {
    Token t = text.token(token);
    return t.isPunctuation() && t.norm().length() == 1 && signs.indexOf(t.norm().charAt(0)) >= 0;
  }

  private static CountMention plain(
      AnalyzedText text, int first, int end, Kind kind, Quantity quantity, int head) {
    List<String> entries = new ArrayList<>();
    for (int i = first; i < end; i++) {
      for (String list : List.of(BOUNDS, INDEFINITE, NUMBERS)) {
        Label label = text.token(i).label(list);
        if (label != null) {
          entries.add(label.entry().qualified());
        }
      }
    }
    String key =
        head < 0 || text.token(head).isUnknown()
            ? null
            : text.token(head).labels().getFirst().key();
    return new CountMention(
        text.span(first, end),
        new TokenRange(first, end),
        quantity,
        kind,
        head,
        key,
        new Derivation("number/count", entries));
  }
}
