package org.isnad.core.pipeline;

import java.util.List;
import org.isnad.core.article.Article;
import org.isnad.core.article.Furniture;
import org.isnad.core.dating.Constraint;
import org.isnad.core.report.EventReport;

/**
 * What one article says, before it is known when it was written.
 *
 * @param article the article
 * @param furniture what is not its own running text
 * @param evidence what its text says of the day of its publication
 * @param reports its event reports, their times still in words
 */
public record Reading(
    Article article,
    List<Furniture> furniture,
    List<Constraint> evidence,
    List<EventReport> reports) {

  /** Copies the lists. */
  public Reading {
    furniture = List.copyOf(furniture);
    evidence = List.copyOf(evidence);
    reports = List.copyOf(reports);
  }
}
