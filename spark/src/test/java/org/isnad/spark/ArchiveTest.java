package org.isnad.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.pipeline.Pipeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

  private static final Path SAMPLES = Path.of("..", "samples");

  @TempDir private Path folder;

  @Test
  void the_samples_give_the_same_incidents_as_locally_and_a_second_start_makes_nothing_anew()
      throws Exception {
    Path manifest = SAMPLES.resolve("manifest.csv");
    Path out = folder.resolve("out");
    List<String> progress = new ArrayList<>();
    try (SparkSession spark = Both.local(folder)) {
      Archive archive =
          new Archive(spark, List.of(SAMPLES), manifest, out.toString(), progress::add);
      archive.run(null);
      assertThat(Both.spark(spark, out))
          .isNotEmpty()
          .isEqualTo(Both.local(new Pipeline(ArabicKnowledge.load()), SAMPLES, manifest));
      progress.clear();
      archive.run(null);
      assertThat(progress).allMatch(line -> line.endsWith("is there"));
    }
  }
}
