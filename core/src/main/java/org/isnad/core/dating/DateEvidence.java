package org.isnad.core.dating;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.isnad.core.analysis.AnalyzedArticle;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.analysis.Token;
import org.isnad.core.article.Furniture;
import org.isnad.core.lexicon.ListFilter;
import org.isnad.core.mention.DateWindow;
import org.isnad.core.mention.TimeExpression;
import org.isnad.core.mention.TimeValue;
import org.isnad.core.rule.Derivation;
import org.isnad.core.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * What an article's own text says of the day of its publication (codebook section 10): the weekday
 * of its "today", a date in the page's header, the date of an embedded post, and full dates told as
 * past.
 */
public final class DateEvidence {

  /**
   * How far an office can stand before the name of who holds it: "the President of the United
   * States …".
   */
  private static final int OFFICE_REACH = 7;

  /** How far before a name the word stands that shows the office as past. */
  private static final int FORMER_REACH = 4;

  /** How the reason opens where a header or dateline gives the day. */
  static final String HEADER = "the page's own header says ";

  private static final String TELLS = "tells of ";

  /** Lists of what has a day of its own, and of who held an office. */
  private static final ListFilter DATED = DatedEvent.WORDS.with(ListFilter.of("terms"));

  private DateEvidence() {}

  /** The evidence in text order. */
  public static List<Constraint> of(AnalyzedArticle article, List<TimeExpression> times) {
    List<Constraint> found = new ArrayList<>();
    TimeExpression before = null;
    for (TimeExpression time : times) {
      Furniture.Kind furniture = furniture(article, time.span());
      if (furniture == null && !isToCome(article.body(), before, time)) {
        running(time, found);
      } else if (furniture != null) {
        furniture(time, furniture, found);
      }
      before = time;
    }
    leadWeekday(article, times, found);
    offices(article, found);
    lastYear(article, times, found);
    List<Constraint> anchors = Anchors.of(article, times);
    for (Constraint anchor : anchors) {
      if (anchor.reason().startsWith(HEADER)) {
        found.removeIf(
            c ->
                c.reason().startsWith(TELLS)
                    && anchor.span() != null
                    && anchor.span().equals(c.span()));
      }
    }
    found.addAll(anchors);
    return List.copyOf(found);
  }

  /**
   * Agencies name the weekday of the news itself; where the article also says "today", never
   * "yesterday", and names no weekday with it, the weekday of its first sentences is that day.
   */
  private static void leadWeekday(
      AnalyzedArticle article, List<TimeExpression> times, List<Constraint> found) {
    TimeExpression lead = null;
    boolean today = false;
    for (TimeExpression time : times) {
      if (article.isFurniture(time.span())) {
        continue;
      }
      if (time.value() instanceof TimeValue.Day day) {
        if (day.offset() != 0 || day.weekday() != null) {
          return;
        }
        today = true;
      } else if (lead == null
          && time.value() instanceof TimeValue.Weekday weekday
          && weekday.reference() == TimeValue.Reference.NEAREST) {
        lead = time;
      }
    }
    if (today && lead != null && lead.value() instanceof TimeValue.Weekday weekday) {
      String reason =
          "its news is of "
              + weekday.day()
              + " and of today, so it was published on a "
              + weekday.day();
      found.add(
          new Constraint(
              DateWindow.OPEN,
              Set.of(weekday.day()),
              lead.span(),
              reason,
              false,
              lead.derivation()));
    }
  }

  /** Somebody named with an office was in it; what is told as past has happened. */
  private static void offices(AnalyzedArticle article, List<Constraint> found) {
    AnalyzedText text = article.body();
    for (Token token : text.tokens()) {
      if (!token.mayBe(DATED)) {
        continue;
      }
      DatedEvent event = DatedEvent.at(text, token.index());
      if (event != null && !article.isFurniture(token.span())) {
        found.add(constraint(text, event.label(), "tells of: " + event.what()));
      }
      Label holder = token.label("terms");
      if (holder != null && isInOffice(text, holder) && !article.isFurniture(token.span())) {
        found.add(constraint(text, holder, "names as in office: " + holder.entry().gloss()));
      }
    }
  }

  private static boolean isInOffice(AnalyzedText text, Label holder) {
    Sentence sentence = text.sentenceOf(holder.first());
    boolean titled = false;
    int covered = 0;
    for (int i = Math.max(sentence.first(), holder.first() - OFFICE_REACH);
        i < holder.first();
        i++) {
      Label title = text.token(i).label("titles");
      boolean inside = title != null && title.first() < covered;
      titled |=
          !inside && title != null && title.end() <= holder.first() && isOffice(title, holder);
      covered = title == null ? covered : Math.max(covered, title.end());
    }
    for (int i = Math.max(sentence.first(), holder.first() - FORMER_REACH);
        i < Math.min(sentence.end(), holder.end() + 2);
        i++) {
      if (text.token(i).is("former-words")
          || i < holder.first() && text.token(i).is("fall-words")) {
        return false;
      }
    }
    return titled;
  }

  /**
   * Whether the title can be of the office that the list gives: no form of address, and a deputy's
   * or a ruler's only where the office is one.
   */
  private static boolean isOffice(Label title, Label holder) {
    String office = holder.entry().gloss();
    boolean deputy = title.key().startsWith("deputy");
    boolean ruler =
        switch (title.key()) {
          case "emir", "king", "sultan", "crown-prince", "cardinal" -> true;
          default -> false;
        };
    boolean address =
        switch (title.entry().attribute("class")) {
          case "address", "rank", "person", "profession" -> true;
          default -> false;
        };
    if (deputy) {
      return office.contains("Vice ") || office.contains("deputy");
    }
    return ruler ? RULERS.stream().anyMatch(office::contains) : !address;
  }

  private static final List<String> RULERS = List.of("King", "Emir", "Sultan", "Pope", "Prince");

  private static Constraint constraint(AnalyzedText text, Label label, String reason) {
    String until = label.entry().attribute("until");
    DateWindow window =
        new DateWindow(
            LocalDate.parse(label.entry().attribute("from")),
            until.isEmpty() ? null : LocalDate.parse(until));
    Derivation derivation =
        new Derivation("milestone/" + label.list(), List.of(label.entry().qualified()));
    return new Constraint(
        window, Set.of(), text.span(label.first(), label.end()), reason, false, derivation);
  }

  /** "last year" beside a year: the article was written in the year after it. */
  private static void lastYear(
      AnalyzedArticle article, List<TimeExpression> times, List<Constraint> found) {
    for (TimeExpression last : times) {
      TimeValue value = last.value() instanceof TimeValue.Until until ? until.end() : last.value();
      boolean lastYear =
          value instanceof TimeValue.Relative r
              && r.unit() == TimeValue.Unit.YEAR
              && r.reference() == TimeValue.Reference.LAST;
      Integer beside =
          lastYear && !article.isFurniture(last.span()) ? yearBeside(article, times, last) : null;
      if (beside != null) {
        DateWindow window =
            new DateWindow(LocalDate.of(beside + 1, 1, 1), LocalDate.of(beside + 1, 12, 31));
        found.add(
            new Constraint(
                window,
                Set.of(),
                last.span(),
                "calls " + beside + " last year",
                false,
                last.derivation()));
        return;
      }
    }
  }

  private static @Nullable Integer yearBeside(
      AnalyzedArticle article, List<TimeExpression> times, TimeExpression last) {
    int sentence = article.body().sentenceOf(last.tokens().first()).index();
    for (TimeExpression time : times) {
      if (isCompared(article.body(), time)) {
        continue;
      }
      int distance = article.body().sentenceOf(time.tokens().first()).index() - sentence;
      Integer year = year(time.value());
      int gap = Math.abs(time.tokens().first() - last.tokens().end());
      if (year != null && distance >= 0 && distance <= 1 && gap <= YEAR_REACH) {
        return year;
      }
    }
    return null;
  }

  /** Most tokens between "last year" and the year that it is. */
  private static final int YEAR_REACH = 16;

  /** "مقارنة بعام 2013": another year than the last. */
  private static boolean isCompared(AnalyzedText text, TimeExpression time) {
    int first = time.tokens().first();
    for (int i = Math.max(text.sentenceOf(first).first(), first - 2); i < first; i++) {
      if (text.token(i).is("ahead-words", "compare")) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Integer year(TimeValue value) {
    return switch (value) {
      case TimeValue.Year year -> year.year();
      case TimeValue.Season season -> season.year();
      case TimeValue.Since since -> year(since.start());
      default -> null;
    };
  }

  private static Furniture.@Nullable Kind furniture(AnalyzedArticle article, Span span) {
    for (Furniture piece : article.furniture()) {
      if (piece.span().overlaps(span)) {
        return piece.kind();
      }
    }
    return null;
  }

  private static void running(TimeExpression time, List<Constraint> found) {
    if (time.value() instanceof TimeValue.Compound || isIslamic(time.value())) {
      DateWindow window = Anchors.absolute(time.value());
      if (window != null) {
        after(time, window.earliest(), found);
      }
      return;
    }
    switch (time.value()) {
      case TimeValue.Day day when day.weekday() != null -> {
        DayOfWeek weekday = day.weekday().plus(-day.offset());
        String reason =
            "day "
                + day.offset()
                + " from publication is called "
                + day.weekday()
                + ", so it was published on a "
                + weekday;
        found.add(
            new Constraint(
                DateWindow.OPEN, Set.of(weekday), time.span(), reason, false, time.derivation()));
      }
      case TimeValue.Date date when date.year() != null -> after(time, found);
      case TimeValue.Year year -> after(time, found);
      case TimeValue.Month month when month.year() != null -> after(time, found);
      case TimeValue.Season season when season.year() != null -> after(time, found);
      case TimeValue.Since since ->
          running(
              new TimeExpression(
                  time.span(), time.tokens(), since.start(), null, time.derivation()),
              found);
      default -> {
        // says nothing of the clock
      }
    }
  }

  /** "غدا الأربعاء 4 أيار 2016", "المقررة في 10 تشرين الأول 2021": no date of what is past. */
  private static boolean isToCome(
      AnalyzedText text, @Nullable TimeExpression before, TimeExpression time) {
    int first = time.tokens().first();
    boolean tomorrow =
        before != null
            && before.value() instanceof TimeValue.Day day
            && day.offset() > 0
            && first - before.tokens().end() <= 2;
    return tomorrow || isAhead(text, time);
  }

  /** How far before and behind a date words are looked for that show it as still to come. */
  private static final int AHEAD_BEFORE = 8;

  private static final int AHEAD_BEHIND = 5;

  private static boolean isAhead(AnalyzedText text, TimeExpression time) {
    Sentence sentence = text.sentenceOf(time.tokens().first());
    int from = Math.max(sentence.first(), time.tokens().first() - AHEAD_BEFORE);
    int to = Math.min(sentence.end(), time.tokens().end() + AHEAD_BEHIND);
    for (int i = from; i < to; i++) {
      Token token = text.token(i);
      boolean words =
          token.is("ahead-words", "planned")
              || token.is("ahead-words", "by")
              || token.is("future-words");
      if (words || token.mayHave("s") && isFuture(token)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFuture(Token token) {
    return token.labels().stream().anyMatch(l -> l.clitics().has("s"));
  }

  private static boolean isIslamic(TimeValue value) {
    return switch (value) {
      case TimeValue.Date date -> date.islamic();
      case TimeValue.Month month -> month.islamic();
      default -> false;
    };
  }

  private static void after(TimeExpression time, List<Constraint> found) {
    after(time, TimeResolver.resolve(time.value(), LocalDate.EPOCH).window().earliest(), found);
  }

  private static void after(
      TimeExpression time, @Nullable LocalDate earliest, List<Constraint> found) {
    if (earliest != null) {
      found.add(
          new Constraint(
              new DateWindow(earliest, null),
              Set.of(),
              time.span(),
              TELLS + earliest + ", so it is not older",
              false,
              time.derivation()));
    }
  }

  private static void furniture(TimeExpression time, Furniture.Kind kind, List<Constraint> found) {
    boolean full = time.value() instanceof TimeValue.Date date && date.year() != null;
    boolean dates =
        kind == Furniture.Kind.EMBED
            || kind == Furniture.Kind.HEADER
            || kind == Furniture.Kind.CREDIT;
    LocalDate day =
        full && dates
            ? TimeResolver.resolve(time.value(), LocalDate.EPOCH).window().earliest()
            : null;
    if (day == null) {
      return;
    }
    if (kind == Furniture.Kind.EMBED) {
      found.add(
          new Constraint(
              new DateWindow(day, day.plusDays(1)),
              Set.of(),
              time.span(),
              "embeds a post of " + day,
              false,
              time.derivation()));
    } else {
      found.add(
          new Constraint(
              DateWindow.on(day), Set.of(), time.span(), HEADER + day, false, time.derivation()));
    }
  }
}
