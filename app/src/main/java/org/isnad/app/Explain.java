package org.isnad.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.isnad.core.pipeline.DatedReading;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.core.pipeline.Problem;
import org.isnad.store.IncidentRecord;
import org.isnad.store.Store;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Tells why something was read as it was. */
public final class Explain {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Consumer<String> lines;

  /** An explanation that goes, line by line, to {@code lines}. */
  public Explain(Consumer<String> lines) {
    this.lines = lines;
  }

  /**
   * Explains the articles of a path.
   *
   * @param manifest what is known of the texts, or null
   * @param sentence the sentence meant, counted from 1; 0 for all
   * @return what could not be read
   */
  public List<Problem> articles(
      Path path, @Nullable Path manifest, int sentence, Pipeline pipeline) {
    Extract.Input input = Extract.Input.read(Inputs.of(List.of(path), manifest));
    Collection collection = Collection.of(input.articles(), pipeline, 1, Progress.SILENT);
    for (DatedReading reading : collection.readings()) {
      new ArticleExplanation(reading, pipeline, lines).tell(sentence);
    }
    return input.problems();
  }

  /**
   * Explains an incident of a store, or a sum of events by the id of the report that tells it.
   *
   * @throws IllegalArgumentException if the store has none with this id
   */
  public void incident(String id, Store store) {
    Optional<String> series = store.series(id);
    if (series.isPresent()) {
      new IncidentExplanation(lines).tellSeries(series.get(), member -> row(store, member));
      return;
    }
    String json =
        store
            .incident(store.current(id))
            .map(IncidentRecord::json)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no file and no incident is called '"
                            + id
                            + "'; 'isnad incidents' lists the incidents"));
    new IncidentExplanation(lines).tell(json);
    for (JsonNode sum : JSON.readTree(json).path("partOf")) {
      store.series(sum.asString()).ifPresent(one -> new IncidentExplanation(lines).tellSum(one));
    }
  }

  private static String row(Store store, String member) {
    return store
        .incident(store.current(member))
        .map(IncidentRecord::json)
        .map(IncidentRow::of)
        .map(row -> String.join("  ", row.cells().stream().filter(c -> !c.isEmpty()).toList()))
        .orElse(member);
  }
}
