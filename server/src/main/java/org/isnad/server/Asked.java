package org.isnad.server;

import io.javalin.http.Context;
import java.util.List;
import org.isnad.app.IncidentSearch;
import org.isnad.server.Route.Parameter;
import org.isnad.store.IncidentFilter;

/** Which incidents a request asks for: its filters, and what a search finds for its words. */
final class Asked {

  private final IncidentSearch search;

  Asked(IncidentSearch search) {
    this.search = search;
  }

  /**
   * The incidents that the request asks for.
   *
   * @param others parameters that the route has beside the filters
   * @throws ApiProblem if a filter cannot be read, or the words find too many
   */
  IncidentFilter of(Context request, List<Parameter> others) {
    IncidentFilter filter = Filters.of(request, others);
    String words = request.queryParam("q");
    if (words == null || words.isBlank()) {
      return filter;
    }
    try {
      return filter.among(search.incidents(words));
    } catch (IllegalArgumentException e) {
      throw ApiProblem.parameter("q", words, String.valueOf(e.getMessage()));
    }
  }
}
