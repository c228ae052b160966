package org.isnad.io.html;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of itself in its head, apart from what it prints.
 *
 * @param titles headlines, the most trustworthy first
 * @param site the outlet's name
 * @param byline who signed the article
 * @param canonical the address that the page calls its own, absolute
 * @param language BCP 47, lower case, or null
 * @param dates publication dates, the most trustworthy first
 * @param body the text of the article as JSON-LD gives it
 */
record Metadata(
    List<String> titles,
    @Nullable String site,
    @Nullable String byline,
    @Nullable String canonical,
    @Nullable String language,
    List<DateCandidate> dates,
    @Nullable String body) {

  /** Copies the lists. */
  Metadata {
    titles = List.copyOf(titles);
    dates = List.copyOf(dates);
  }
}
