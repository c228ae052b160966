package org.isnad.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.isnad.app.Extract;
import org.isnad.app.Progress;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.pipeline.Pipeline;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The results are the same bytes on every machine: in any locale, any zone, any order. */
class SameEverywhereTest {

  private static final Path SAMPLES = Repository.root().resolve("samples");

  /** Languages with digits and letter cases of their own, zones with days of their own. */
  private static final List<List<String>> PLACES =
      List.of(
          List.of("ar", "EG", "Asia/Aden"),
          List.of("tr", "TR", "America/St_Johns"),
          List.of("th", "TH", "Pacific/Kiritimati"));

  @TempDir Path folder;

  @Test
  void extractWritesTheSameBytesInEveryLocaleAndZone() throws Exception {
    String[] command = {
      "extract", SAMPLES.toString(), "--manifest", SAMPLES.resolve("manifest.csv").toString()
    };
    byte[] expected = bytes(List.of("en", "US", "UTC"), command);
    assertThat(expected.length).isGreaterThan(1000);
    for (List<String> place : PLACES.subList(0, 2)) {
      assertThat(bytes(place, command)).as(place.toString()).isEqualTo(expected);
    }
  }

  @Test
  @Tag("slow")
  void runAndExportsWriteTheSameBytesInEveryLocaleAndZone() throws Exception {
    List<byte[]> expected = runAndExport(List.of("en", "US", "UTC"));
    for (List<String> place : PLACES) {
      List<byte[]> written = runAndExport(place);
      for (int i = 0; i < expected.size(); i++) {
        assertThat(written.get(i)).as(place + " " + i).isEqualTo(expected.get(i));
      }
    }
  }

  @Test
  void theIncidentsAreTheSameInWhateverOrderTheArticlesCome() throws IOException {
    Pipeline pipeline = new Pipeline(ArabicKnowledge.load());
    List<Path> files = new ArrayList<>();
    try (Stream<Path> list = Files.list(SAMPLES)) {
      list.filter(file -> file.toString().endsWith(".txt")).sorted().forEach(files::add);
    }
    TreeSet<String> expected = lines(pipeline, files);
    Random random = new Random(1);
    for (int n = 0; n < 6; n++) {
      Collections.shuffle(files, random);
      assertThat(lines(pipeline, files)).isEqualTo(expected);
    }
  }

  private static TreeSet<String> lines(Pipeline pipeline, List<Path> files) {
    TreeSet<String> lines = new TreeSet<>();
    new Extract(pipeline, 2, Progress.SILENT)
        .run(files, SAMPLES.resolve("manifest.csv"), lines::add);
    return lines;
  }

  private List<byte[]> runAndExport(List<String> place) throws Exception {
    String data = folder.resolve(place.getFirst()).toString();
    String manifest = SAMPLES.resolve("manifest.csv").toString();
    List<byte[]> written = new ArrayList<>();
    written.add(bytes(place, "run", SAMPLES.toString(), "--manifest", manifest, "--data", data));
    written.add(bytes(place, "incidents", "--format", "json", "--data", data));
    for (String format : List.of("csv", "jsonl", "acled", "ucdp", "plover", "geojson")) {
      written.add(bytes(place, "export", "--format", format, "--data", data));
    }
    return written.stream().map(SameEverywhereTest::withoutMoments).toList();
  }

  /** The moments at which incidents were made, on which no two runs agree. */
  private static byte[] withoutMoments(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    String moment = "20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[0-9.]*+Z";
    return text.replaceAll(moment, "MOMENT").getBytes(StandardCharsets.UTF_8);
  }

  private byte[] bytes(List<String> place, String... command) throws Exception {
    Path out = folder.resolve("out");
    List<String> options =
        List.of(
            "-Duser.language=" + place.get(0),
            "-Duser.country=" + place.get(1),
            "-Duser.timezone=" + place.get(2));
    int code = Program.start(options, out, command).waitFor();
    assertThat(code).as("exit code of %s", String.join(" ", command)).isZero();
    return Files.readAllBytes(out);
  }
}
