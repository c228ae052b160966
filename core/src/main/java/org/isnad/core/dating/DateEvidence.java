package org.isnad.core.dating;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.isnad.core.analysis.AnalyzedArticle;
import org.isnad.core.article.Furniture;
import org.isnad.core.mention.DateWindow;
import org.isnad.core.mention.TimeExpression;
import org.isnad.core.mention.TimeValue;
import org.isnad.core.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * What an article's own text says of the day of its publication (codebook section 10): the weekday of
 * its "today", a date in the page's header, the date of an embedded post, and full dates told as past.
 */
public final class DateEvidence {

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
    return List.copyOf(found);
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
        String reason = "day " + day.offset() + " from publication is called " + day.weekday() + ", so it was published on a " + weekday;
        found.add(new Constraint(DateWindow.OPEN, Set.of(weekday), time.span(), reason, false, time.derivation()));
      }
      case TimeValue.Date date when date.year() != null -> after(time, found);
      case TimeValue.Year year -> after(time, found);
      case TimeValue.Month month when month.year() != null -> after(time, found);
      case TimeValue.Season season when season.year() != null -> after(time, found);
      case TimeValue.Since since -> running(new TimeExpression(time.span(), time.tokens(), since.start(), null, time.derivation()), found);
      default -> {
        // says nothing of the clock
      }
    }
  }

  private static void after(TimeExpression time, List<Constraint> found) {
    LocalDate earliest = TimeResolver.resolve(time.value(), LocalDate.EPOCH).window().earliest();
    if (earliest != null) {
      found.add(new Constraint(new DateWindow(earliest, null), Set.of(), time.span(), "tells of " + earliest + ", so it is not older", false, time.derivation()));
    }
  }

  private static void furniture(TimeExpression time, Furniture.Kind kind, List<Constraint> found) {
    boolean full = time.value() instanceof TimeValue.Date date && date.year() != null;
    boolean dates = kind == Furniture.Kind.EMBED || kind == Furniture.Kind.HEADER || kind == Furniture.Kind.CREDIT;
    LocalDate day = full && dates ? TimeResolver.resolve(time.value(), LocalDate.EPOCH).window().earliest() : null;
    if (day == null) {
      return;
    }
    if (kind == Furniture.Kind.EMBED) {
      found.add(new Constraint(new DateWindow(day, day.plusDays(1)), Set.of(), time.span(), "embeds a post of " + day, false, time.derivation()));
    } else {
      found.add(new Constraint(DateWindow.on(day), Set.of(), time.span(), "the page's own header says " + day, false, time.derivation()));
    }
  }
}
