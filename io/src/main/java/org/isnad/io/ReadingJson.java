package org.isnad.io;

import java.util.List;
import org.isnad.core.article.Article;
import org.isnad.core.article.Furniture;
import org.isnad.core.dating.Constraint;
import org.isnad.core.lexicon.Gazetteer;
import org.isnad.core.pipeline.Reading;
import org.isnad.core.report.EventReport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What was read in an article, its times still in words, as JSON that is read back to the same
 * reading: the store's own format, not a published one. The article's text is not in it, and a
 * place stands as its id in the gazetteer.
 */
public final class ReadingJson {

  private final RecordJson records;

  /** A format whose places are those of {@code gazetteer}. */
  public ReadingJson(Gazetteer gazetteer) {
    this.records = new RecordJson(gazetteer);
  }

  /** A reading on one line. */
  public String write(Reading reading) {
    return records.write(new Stored(reading.furniture(), reading.evidence(), reading.reports()));
  }

  /**
   * The reading of an article, or null where the line was written by a program that knew readings
   * of another shape.
   */
  public @Nullable Reading read(String json, Article article) {
    try {
      Stored stored = records.read(json, Stored.class);
      return new Reading(article, stored.furniture(), stored.evidence(), stored.reports());
    } catch (JacksonException | NullPointerException e) {
      return null;
    }
  }

  private record Stored(
      List<Furniture> furniture, List<Constraint> evidence, List<EventReport> reports) {}
}
