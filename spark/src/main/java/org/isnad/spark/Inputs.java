package org.isnad.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.isnad.core.pipeline.PipelineVersion;
import org.jspecify.annotations.Nullable;

/** What the tables of a job are made of. */
final class Inputs {

  /** Raised when the tables change their shape. */
  private static final int TABLES = 2;

  private Inputs() {}

  /** Changes when a file does, or the pipeline: names, sizes, times of change, version. */
  static String stamp(Capture capture, @Nullable Path manifest) {
    List<Row> problems = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (Path file : capture.files(problems)) {
      text.append(state(file)).append('\n');
    }
    problems.forEach(problem -> text.append(problem).append('\n'));
    text.append(manifest == null ? "" : state(manifest));
    PipelineVersion version = Shared.pipeline().version();
    return TABLES
        + " "
        + version.pipeline()
        + " "
        + version.knowledge()
        + " "
        + Digest.of(text.toString());
  }

  private static String state(Path file) {
    try {
      return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) {
      return file + " " + e.getClass().getSimpleName();
    }
  }
}
