package org.isnad.io.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WARC files, whole, cut at every byte, and lying about their lengths. */
class WarcFileTest {

  @TempDir private Path folder;

  private static final class Kept implements PageSink {
    private final List<CapturedPage> pages = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    @Override
    public void page(CapturedPage page) {
      pages.add(page);
    }

    @Override
    public void broken(long offset, String reason) {
      problems.add("broken@" + offset);
    }

    @Override
    public void tooLarge(long offset, String reason) {
      problems.add("large@" + offset);
    }

    List<String> urls() {
      return pages.stream().map(CapturedPage::url).toList();
    }
  }

  private Kept read(byte[] bytes) throws IOException {
    Path file = folder.resolve("a.warc");
    Files.write(file, bytes);
    Kept kept = new Kept();
    WarcFile.read(file, kept);
    return kept;
  }

  private static Warcs three(boolean gzip) {
    return new Warcs(gzip)
        .response("https://a.example/1", "text/html; charset=utf-8", "<p>واحد</p>")
        .response("https://a.example/2", "text/html", "<p>اثنان</p>")
        .response("https://a.example/3", "text/html", "<p>ثلاثة</p>");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void pagesComeWithAddressTimeTypeAndOffset(boolean gzip) throws IOException {
    Warcs file = three(gzip);
    Kept kept = read(file.bytes());
    assertThat(kept.problems).isEmpty();
    assertThat(kept.urls())
        .containsExactly("https://a.example/1", "https://a.example/2", "https://a.example/3");
    assertThat(kept.pages.stream().map(p -> (int) p.offset()))
        .containsExactlyElementsOf(file.starts().subList(0, 3));
    CapturedPage first = kept.pages.getFirst();
    assertThat(first.captured()).isEqualTo("2024-03-10T09:00:00Z");
    assertThat(first.charset()).isEqualTo("utf-8");
    assertThat(new String(first.bytes(), StandardCharsets.UTF_8)).isEqualTo("<p>واحد</p>");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aFileCutAtAnyByteLosesOnlyTheCutRecord(boolean gzip) throws IOException {
    Warcs file = three(gzip);
    byte[] whole = file.bytes();
    for (int end = 0; end < whole.length; end++) {
      Kept kept = read(Arrays.copyOf(whole, end));
      int cut = end;
      long before = file.starts().stream().skip(1).filter(s -> s <= cut).count();
      assertThat(kept.pages.size()).as("cut at " + end).isGreaterThanOrEqualTo((int) before);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aWrongLengthCostsNoOtherRecord(boolean gzip) throws IOException {
    for (int wrong : new int[] {1, 30, 5_000, 1_000_000_000}) {
      byte[] block =
          Warcs.answer(200, "text/html", "<p>ب</p>".getBytes(StandardCharsets.UTF_8), "");
      Warcs file =
          new Warcs(gzip)
              .response("https://a.example/1", "text/html", "<p>واحد</p>")
              .record("response", Warcs.target("https://a.example/wrong"), block, wrong)
              .response("https://a.example/2", "text/html", "<p>اثنان</p>")
              .response("https://a.example/3", "text/html", "<p>ثلاثة</p>");
      assertThat(read(file.bytes()).urls())
          .as("declared " + wrong)
          .contains("https://a.example/1", "https://a.example/2", "https://a.example/3");
    }
  }

  @Test
  void contentCodingsAndChunksAreUndone() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write("<p>مضغوط</p>".getBytes(StandardCharsets.UTF_8));
    }
    byte[] block =
        Warcs.answer(200, "text/html", packed.toByteArray(), "Content-Encoding: gzip\r\n");
    byte[] chunked =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n<p>\r\n4\r\nabcd\r\n0\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);
    Kept kept =
        read(
            new Warcs(true)
                .record("response", Warcs.target("https://a.example/z"), block, block.length)
                .record("response", Warcs.target("https://a.example/c"), chunked, chunked.length)
                .bytes());
    assertThat(kept.pages.stream().map(p -> new String(p.bytes(), StandardCharsets.UTF_8)))
        .containsExactly("<p>مضغوط</p>", "<p>abcd");
  }

  @Test
  void revisitsErrorsAndOtherTypesArePassedOver() throws IOException {
    byte[] missing = Warcs.answer(404, "text/html", new byte[] {'x'}, "");
    byte[] picture = Warcs.answer(200, "image/png", new byte[] {1, 2, 3}, "");
    byte[] revisit = "HTTP/1.1 304 Not Modified\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    byte[] info = "software: x\r\n".getBytes(StandardCharsets.US_ASCII);
    Kept kept =
        read(
            new Warcs(true)
                .record("warcinfo", "Content-Type: application/warc-fields\r\n", info, info.length)
                .record("response", Warcs.target("https://a.example/404"), missing, missing.length)
                .record("response", Warcs.target("https://a.example/p"), picture, picture.length)
                .record(
                    "revisit",
                    Warcs.target("https://a.example/1")
                        + "WARC-Profile: http://netpreserve.org/warc/1.0/revisit/identical-payload-digest\r\n",
                    revisit,
                    revisit.length)
                .response("https://a.example/ok", "text/html", "<p>نعم</p>")
                .bytes());
    assertThat(kept.urls()).containsExactly("https://a.example/ok");
    assertThat(kept.problems).isEmpty();
  }

  @Test
  void randomDamageNeverThrows() throws IOException {
    Random random = new Random(5);
    for (boolean gzip : new boolean[] {false, true}) {
      byte[] whole = three(gzip).bytes();
      for (int i = 0; i < 300; i++) {
        byte[] damaged = whole.clone();
        for (int n = 0; n < 5; n++) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
        }
        assertThat(read(damaged).pages.size()).isLessThanOrEqualTo(3);
      }
    }
  }
}
