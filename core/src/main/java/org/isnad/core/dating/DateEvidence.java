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
  private static final int OFFICE_REACH = 4;

  private DateEvidence() {}

  /** The evidence in text order. */
  public static List<Constraint> of(AnalyzedArticle article, List<TimeExpression> times) {
    List<Constraint> found = new ArrayList<>();
    for (TimeExpression time : times) {
      Furniture.Kind furniture = furniture(article, time.span());
      if (furniture == null) {
        running(time, found);
      } else {
        furniture(time, furniture, found);
      }
    }
    leadWeekday(article, times, found);
    offices(article, found);
    lastYear(article, times, found);
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
      Label milestone = token.label("milestones");
      if (milestone != null && !article.isFurniture(token.span())) {
        found.add(constraint(text, milestone, "tells of: " + milestone.entry().gloss()));
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
    for (int i = Math.max(sentence.first(), holder.first() - OFFICE_REACH);
        i < holder.first();
        i++) {
      Label title = text.token(i).label("titles");
      titled |= title != null && title.end() <= holder.first();
    }
    for (int i = Math.max(sentence.first(), holder.first() - OFFICE_REACH);
        i < Math.min(sentence.end(), holder.end() + 2);
        i++) {
      if (text.token(i).is("former-words")) {
        return false;
      }
    }
    return titled;
  }

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
      int distance = article.body().sentenceOf(time.tokens().first()).index() - sentence;
      Integer year = year(time.value());
      if (year != null && distance >= 0 && distance <= 1) {
        return year;
      }
    }
    return null;
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

  private static void after(TimeExpression time, List<Constraint> found) {
    LocalDate earliest = TimeResolver.resolve(time.value(), LocalDate.EPOCH).window().earliest();
    if (earliest != null) {
      found.add(
          new Constraint(
              new DateWindow(earliest, null),
              Set.of(),
              time.span(),
              "tells of " + earliest + ", so it is not older",
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
              DateWindow.on(day),
              Set.of(),
              time.span(),
              "the page's own header says " + day,
              false,
              time.derivation()));
    }
  }
}
