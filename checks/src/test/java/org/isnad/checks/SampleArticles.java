package org.isnad.checks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The samples again and again, under names of their own and on many days, as JSON Lines. */
final class SampleArticles {

  private SampleArticles() {}

  /** Writes about so many articles. */
  static Path write(Path file, int articles) throws IOException {
    List<Path> samples = samples();
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (Path sample : samples) {
        String text = Files.readString(sample).strip().replace("\"", "\\\"").replace("\n", "\\n");
        for (int n = 0; n < Math.max(1, articles / samples.size()); n++) {
          String id = sample.getFileName() + "-" + n;
          out.write(
              "{\"id\":\"%s\",\"outlet\":\"outlet %d\",\"published\":\"2026-03-%02d\",\"text\":\"%d %s\"}\n"
                  .formatted(id, n % 30, 1 + n % 28, n, text));
        }
      }
    }
    return file;
  }

  /** The texts among the samples, in the order of their names. */
  static List<Path> samples() throws IOException {
    List<Path> samples = new ArrayList<>();
    try (var files = Files.list(Repository.root().resolve("samples"))) {
      files.filter(file -> file.toString().endsWith(".txt")).sorted().forEach(samples::add);
    }
    return samples;
  }
}
