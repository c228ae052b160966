package org.isnad.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.isnad.core.article.Article;
import org.isnad.core.mention.PlaceMention;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.core.pipeline.Problem;

/**
 * Counts by which pass the places that articles name were settled, and why others stayed names.
 * Places inside names of parties locate nothing and are not counted.
 */
public final class PlacePasses {

  private final Pipeline pipeline;
  private final Map<String, Integer> settled = new TreeMap<>();
  private final Map<String, Integer> unsettled = new TreeMap<>();
  private final Map<String, Integer> names = new TreeMap<>();

  /** A count with this pipeline. */
  public PlacePasses(Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  /**
   * Reads the articles and hands a table, one line a pass, to {@code lines}.
   *
   * @param most how many of the names that stayed names are shown, the most frequent first
   * @return what could not be read
   */
  public List<Problem> run(List<Path> paths, int most, Consumer<String> lines) {
    Extract.Input input = Extract.Input.read(paths, null);
    for (Article article : input.articles()) {
      pipeline.mentions(pipeline.analyze(article)).places().stream()
          .filter(place -> !place.insideName())
          .forEach(this::count);
    }
    lines.accept("settled by");
    byNumber(settled).forEach(e -> lines.accept("  " + e.getValue() + "\t" + e.getKey()));
    lines.accept("not settled because there was");
    byNumber(unsettled).forEach(e -> lines.accept("  " + e.getValue() + "\t" + e.getKey()));
    if (most > 0) {
      lines.accept("most frequent names not settled");
      byNumber(names).stream()
          .limit(most)
          .forEach(e -> lines.accept("  " + e.getValue() + "\t" + e.getKey()));
    }
    return input.problems();
  }

  private void count(PlaceMention place) {
    if (place.place() != null) {
      settled.merge(place.reason(), 1, Integer::sum);
    } else {
      String reason = place.reason();
      boolean several = !reason.isEmpty() && Character.isDigit(reason.charAt(0));
      unsettled.merge(
          several ? "several places of one name and nothing to tell them apart" : reason,
          1,
          Integer::sum);
      names.merge(place.name().strip().replace('\n', ' '), 1, Integer::sum);
    }
  }

  private static List<Map.Entry<String, Integer>> byNumber(Map<String, Integer> counts) {
    List<Map.Entry<String, Integer>> sorted = new ArrayList<>(counts.entrySet());
    sorted.sort(
        Comparator.comparing(Map.Entry<String, Integer>::getValue)
            .reversed()
            .thenComparing(Map.Entry::getKey));
    return sorted;
  }
}
