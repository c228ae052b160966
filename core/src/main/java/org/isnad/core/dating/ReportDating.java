package org.isnad.core.dating;

import java.util.ArrayList;
import java.util.List;
import org.isnad.core.mention.DateWindow;
import org.isnad.core.mention.TimeExpression;
import org.isnad.core.report.EventReport;
import org.isnad.core.report.EventTime;
import org.isnad.core.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Gives event reports their days: the words of time against the clock of the passage in which they stand
 * (codebook section 5).
 */
public final class ReportDating {

  private ReportDating() {}

  /** Every way to read when the event happened, likeliest first. */
  public static DatedReport date(EventReport report, @Nullable String outlet, Clocks clocks) {
    Clock own = clocks.window(report.article()).clock();
    List<TimeReading> readings = new ArrayList<>();
    for (PassageClock passage : clocks.at(report.article(), where(report))) {
      readings.add(new TimeReading(window(report.time(), passage.clock()), passage.clock(), passage.reason()));
    }
    return new DatedReport(report, outlet, own, readings);
  }

  private static Span where(EventReport report) {
    return switch (report.time()) {
      case EventTime.Expressed expressed -> expressed.expression().span();
      case EventTime.Until until -> until.limit().span();
      default -> report.cue() != null ? report.cue() : new Span(0, 0);
    };
  }

  private static DateWindow window(EventTime time, Clock clock) {
    return switch (time) {
      case EventTime.Expressed expressed -> resolve(expressed.expression(), clock);
      case EventTime.Until until -> new DateWindow(null, resolve(until.limit(), clock).latest());
      case EventTime.News news -> new DateWindow(clock.earliest() == null ? null : clock.earliest().minusDays(1), clock.latest());
      case EventTime.Unknown unknown -> DateWindow.OPEN;
    };
  }

  private static DateWindow resolve(TimeExpression expression, Clock clock) {
    return TimeResolver.resolve(expression.value(), clock).window();
  }
}
