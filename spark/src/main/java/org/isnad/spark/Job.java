package org.isnad.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * The job that {@code spark-submit} starts.
 *
 * <pre>
 * spark-submit --class org.isnad.spark.Job isnad-spark-job.jar --out FOLDER [--manifest CSV] [--until STAGE] PATH…
 * </pre>
 *
 * <p>Ends with 0, with 1 where some inputs could not be read, and with 2 where it is called
 * wrongly.
 */
public final class Job {

  private final List<Path> paths = new ArrayList<>();
  private @Nullable Path manifest;
  private @Nullable String out;
  private @Nullable String until;

  private Job() {}

  /** Runs all stages that are not made yet. */
  public static void main(String[] args) throws IOException {
    Job job = new Job();
    if (!job.read(args)) {
      System.err.println(
          "usage: --out FOLDER [--manifest CSV] [--until STAGE] PATH…; stages: "
              + List.of(Stage.values()).stream().map(Stage::id).toList());
      System.exit(2);
    }
    if (job.readsWhatItWrites()) {
      System.err.println("--out " + job.out + " lies in a folder of the inputs; give another one");
      System.exit(2);
    }
    long problems;
    try (SparkSession spark = session()) {
      problems = job.run(spark);
    }
    if (problems > 0) {
      System.err.println(problems + " inputs could not be read; they stand in the table problems");
      System.exit(1);
    }
  }

  /** A session with the settings that the stages count on; others are the user's. */
  static SparkSession session() {
    return SparkSession.builder()
        .appName("Isnad")
        .config("spark.sql.adaptive.enabled", "true")
        .config("spark.sql.adaptive.skewJoin.enabled", "true")
        .config("spark.sql.session.timeZone", "UTC")
        .getOrCreate();
  }

  private long run(SparkSession spark) {
    String folder = out == null ? "" : out;
    return new Archive(spark, paths, manifest(), folder, line -> System.err.println(line))
        .run(until);
  }

  /** Whether the tables would be inputs of the next start. */
  private boolean readsWhatItWrites() {
    if (out == null || out.contains("://")) {
      return false;
    }
    Path folder = Path.of(out).toAbsolutePath().normalize();
    return paths.stream().anyMatch(path -> folder.startsWith(path.toAbsolutePath().normalize()));
  }

  private @Nullable Path manifest() {
    return manifest != null
        ? manifest
        : paths.stream()
            .map(
                p ->
                    Files.isDirectory(p)
                        ? p.resolve("manifest.csv")
                        : p.resolveSibling("manifest.csv"))
            .filter(Files::isRegularFile)
            .findFirst()
            .orElse(null);
  }

  private boolean read(String[] args) {
    for (int i = 0; i < args.length; i++) {
      boolean option = args[i].startsWith("--");
      if (option && i + 1 == args.length) {
        return false;
      }
      switch (args[i]) {
        case "--out" -> out = args[++i];
        case "--manifest" -> manifest = Path.of(args[++i]);
        case "--until" -> until = args[++i];
        default -> {
          if (option) {
            return false;
          }
          paths.add(Path.of(args[i]));
        }
      }
    }
    return out != null && !paths.isEmpty() && (until == null || Stage.isStage(until));
  }
}
