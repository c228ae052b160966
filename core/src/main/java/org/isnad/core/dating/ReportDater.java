package org.isnad.core.dating;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.isnad.core.article.ArticleId;
import org.isnad.core.mention.DateWindow;
import org.isnad.core.mention.TimeExpression;
import org.isnad.core.report.EventReport;
import org.isnad.core.report.EventTime;
import org.isnad.core.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Reads the times of reports against the clocks of a collection (codebook section 5): words of time
 * against the day of whoever wrote them, and an event without any by whether it was news.
 */
public final class ReportDater {

  private final Clocks clocks;
  private final Function<ArticleId, List<EventReport>> reportsOf;

  /**
   * A dater for one collection.
   *
   * @param clocks when its articles were published, and who copied whom
   * @param reportsOf the reports of any article; empty where it has none
   */
  public ReportDater(Clocks clocks, Function<ArticleId, List<EventReport>> reportsOf) {
    this.clocks = clocks;
    this.reportsOf = reportsOf;
  }

  /** A report with every way to read its time, likeliest first. */
  public DatedReport date(EventReport report, @Nullable String outlet) {
    Clock published = clocks.window(report.article()).clock();
    return new DatedReport(report, outlet, published, readings(report, true));
  }

  /**
   * Follows a copied report to its original, which is innermost already and so not followed again.
   */
  private List<TimeReading> readings(EventReport report, boolean follow) {
    EventReport original = follow && !says(report) ? clocks.original(report, reportsOf) : null;
    if (original != null && !(original.time() instanceof EventTime.Unknown)) {
      return told(original);
    }
    return switch (report.time()) {
      case EventTime.Expressed expressed -> expressed(report, expressed.expression());
      case EventTime.Until until -> until(report, until.limit());
      case EventTime.News news -> news(report);
      case EventTime.Unknown unknown -> List.of(unknown(report, unknown.reason()));
    };
  }

  /** Whether the article itself has words of time for the event. */
  private static boolean says(EventReport report) {
    return switch (report.time()) {
      case EventTime.Expressed expressed -> true;
      case EventTime.Until until -> true;
      case EventTime.News news -> false;
      case EventTime.Unknown unknown -> false;
    };
  }

  private List<TimeReading> expressed(EventReport report, TimeExpression expression) {
    List<TimeReading> readings = new ArrayList<>();
    for (PassageClock clock : clocks.at(report.article(), expression.span())) {
      Resolution resolution = TimeResolver.resolve(expression.value(), clock.clock());
      String conflict = resolution.conflict();
      String reason = conflict == null ? clock.reason() : clock.reason() + "; " + conflict;
      add(readings, new TimeReading(resolution.window(), clock.clock(), reason));
    }
    return readings;
  }

  /**
   * News that was made known on a day happened on that day or the day before; what was made known
   * in a night or a longer stretch, on one of its days.
   */
  private List<TimeReading> until(EventReport report, TimeExpression limit) {
    List<TimeReading> readings = new ArrayList<>();
    for (TimeReading reading : expressed(report, limit)) {
      LocalDate from = reading.window().earliest();
      boolean day = from != null && reading.window().isOneDay();
      DateWindow window =
          new DateWindow(day && from != null ? from.minusDays(1) : from, reading.window().latest());
      add(readings, new TimeReading(window, reading.clock(), reading.reason()));
    }
    return readings;
  }

  /** What is news happened on the day of publication or the day before. */
  private List<TimeReading> news(EventReport report) {
    List<TimeReading> readings = new ArrayList<>();
    for (PassageClock clock : clocksOfCue(report)) {
      LocalDate earliest = clock.clock().earliest();
      DateWindow window =
          new DateWindow(earliest == null ? null : earliest.minusDays(1), clock.clock().latest());
      add(readings, new TimeReading(window, clock.clock(), "news of the day; " + clock.reason()));
    }
    return readings;
  }

  /** Background without a time stays open. */
  private TimeReading unknown(EventReport report, String reason) {
    return new TimeReading(DateWindow.OPEN, clocks.window(report.article()).clock(), reason);
  }

  /** The readings of the report that the original has; its words are its own. */
  private List<TimeReading> told(EventReport original) {
    return readings(original, false).stream()
        .map(
            reading ->
                new TimeReading(
                    reading.window(),
                    reading.clock(),
                    "as told by "
                        + original.article()
                        + ", from which it is copied: "
                        + reading.reason()))
        .toList();
  }

  private List<PassageClock> clocksOfCue(EventReport report) {
    Span cue = report.cue();
    if (cue != null) {
      return clocks.at(report.article(), cue);
    }
    Clock own = clocks.window(report.article()).clock();
    return List.of(new PassageClock(own, new Span(0, 0), true, "told by the title"));
  }

  private static void add(List<TimeReading> readings, TimeReading reading) {
    if (readings.stream().noneMatch(known -> known.window().equals(reading.window()))) {
      readings.add(reading);
    }
  }
}
