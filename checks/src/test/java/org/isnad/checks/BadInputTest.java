package org.isnad.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.isnad.app.Extract;
import org.isnad.core.article.Article;
import org.isnad.core.pipeline.Problem;
import org.isnad.core.pipeline.Problem.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input costs one problem with its place; the rest is read. */
class BadInputTest {

  private static final String GOOD = "قالت الشرطة إن عبوة انفجرت قرب الجسر أمس.";

  @TempDir private Path folder;

  @Test
  void everyBadFileIsOneProblemAndTheGoodOneIsRead() throws IOException {
    Files.write(folder.resolve("a-empty.txt"), new byte[0]);
    Files.write(folder.resolve("b-binary.txt"), new byte[] {1, 0, 2, 0, 3, 0});
    Files.writeString(folder.resolve("c-good.txt"), GOOD);
    Files.writeString(
        folder.resolve("d-half.jsonl"),
        "{\"id\":\"1\",\"text\":\"" + GOOD + "\"}\n{\"id\":\"2\",\"te");
    Files.write(
        folder.resolve("e-latin.txt"),
        new byte[] {(byte) 0xE9, (byte) 0xE8, (byte) 0xFF, 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'});
    Extract.Input input = Extract.Input.read(List.of(folder), null);
    assertThat(input.articles()).extracting(a -> a.id().value()).containsExactly("c-good.txt", "1");
    assertThat(input.problems())
        .extracting(Problem::code)
        .containsExactly(Code.EMPTY, Code.BINARY, Code.MALFORMED, Code.ENCODING);
    assertThat(input.problems())
        .extracting(Problem::where)
        .anyMatch(w -> w.endsWith("d-half.jsonl:2"));
  }

  @Test
  void windows1256IsRecognised() throws IOException {
    Files.write(folder.resolve("old.txt"), GOOD.getBytes(Charset.forName("windows-1256")));
    Extract.Input input = Extract.Input.read(List.of(folder), null);
    assertThat(input.articles()).extracting(Article::text).containsExactly(GOOD);
  }

  @Test
  void gzipIsSeenFromTheContent() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(
          ("{\"id\":\"1\",\"text\":\"" + GOOD + "\"}\n")
              .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    Files.write(folder.resolve("articles.bin"), packed.toByteArray());
    assertThat(Extract.Input.read(List.of(folder), null).articles()).hasSize(1);
  }

  @Test
  void aManifestThatNamesAMissingFileSaysSoWithItsLine() throws IOException {
    Path manifest = folder.resolve("manifest.csv");
    Files.writeString(manifest, "file,outlet,published,url\nnone.txt,A,2026-01-01,\n");
    Files.writeString(folder.resolve("c-good.txt"), GOOD);
    Extract.Input input = Extract.Input.read(List.of(folder.resolve("c-good.txt")), manifest);
    assertThat(input.articles()).hasSize(1);
    assertThat(input.problems())
        .singleElement()
        .satisfies(p -> assertThat(p.where()).endsWith("manifest.csv:2"));
  }

  @Test
  void aMissingPathIsOneProblem() {
    Extract.Input input = Extract.Input.read(List.of(folder.resolve("nowhere")), null);
    assertThat(input.problems())
        .singleElement()
        .satisfies(p -> assertThat(p.code()).isEqualTo(Code.UNREADABLE));
  }
}
