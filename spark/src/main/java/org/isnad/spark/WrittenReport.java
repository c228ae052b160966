package org.isnad.spark;

import org.isnad.core.article.Article;
import org.isnad.core.dating.DatedReport;
import org.isnad.core.text.Span;
import org.isnad.core.text.SpanCounter;
import org.isnad.io.ExtractWriter;
import org.jspecify.annotations.Nullable;

/**
 * A report as it is published, still without its incident, and where its event word stands in code
 * points.
 */
record WrittenReport(String id, @Nullable Integer cueStart, @Nullable Integer cueEnd, String json) {

  static WrittenReport of(
      DatedReport report, Article article, ExtractWriter lines, SpanCounter counter) {
    Span cue = report.report().cue();
    Span points = cue == null ? null : counter.count(cue, article.text());
    return new WrittenReport(
        report.id(),
        points == null ? null : points.start(),
        points == null ? null : points.end(),
        lines.report(report, article));
  }
}
