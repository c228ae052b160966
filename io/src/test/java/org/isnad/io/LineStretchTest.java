package org.isnad.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.isnad.core.article.Article;
import org.isnad.core.pipeline.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of JSON Lines read in pieces beside the same files read as a whole. */
class LineStretchTest {

  private static final String MARK = "\uFEFF";

  @TempDir private Path folder;

  /** Keeps what it is given, in one order. */
  private static final class Kept implements ArticleSink {
    private final List<String> all = new ArrayList<>();

    @Override
    public void article(Article article) {
      all.add(article.toString());
    }

    @Override
    public void problem(Problem problem) {
      all.add(problem.toString());
    }
  }

  private static List<String> whole(Path file) {
    Kept kept = new Kept();
    new Sources(Manifest.NONE, kept).read(List.of(file));
    return kept.all;
  }

  private static List<String> inPieces(Path file, long bytes) throws IOException {
    Kept kept = new Kept();
    Sources sources = new Sources(Manifest.NONE, kept);
    int before = 0;
    for (LineStretch stretch : LineStretch.of(file, bytes)) {
      sources.read(stretch.behind(before));
      LineStretch.Tally tally = stretch.tally();
      before += tally.lines();
      if (tally.last()) {
        break;
      }
    }
    return kept.all;
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("a.jsonl"), content);
  }

  private static String json(int number, int length) {
    return "{\"id\":\"a" + number + "\",\"text\":\"" + "نص ".repeat(length) + "\"}";
  }

  @Test
  void pieces_of_any_length_give_what_the_whole_file_gives() throws IOException {
    Random random = new Random(7);
    for (int round = 0; round < 40; round++) {
      StringBuilder text = new StringBuilder(round % 2 == 0 ? MARK : "");
      for (int i = 0; i < 20; i++) {
        text.append(
            switch (random.nextInt(6)) {
              case 0 -> "no object";
              case 1 -> "";
              case 2 -> json(i, random.nextInt(60)) + "\r";
              default -> json(i, 1 + random.nextInt(9));
            });
        text.append(i < 19 || round % 3 > 0 ? "\n" : "");
      }
      Path file = file(text.toString());
      List<String> whole = whole(file);
      for (int bytes = 16; bytes < 400; bytes += 1 + random.nextInt(30)) {
        assertThat(inPieces(file, bytes)).as("%d bytes of %s", bytes, text).isEqualTo(whole);
      }
    }
  }

  @Test
  void json_over_several_lines_ends_reading_for_all_later_pieces() throws IOException {
    Path file = file(json(1, 3) + "\n{\n\"text\": \"x\"\n}\n" + json(2, 30) + "\n" + json(3, 3));
    assertThat(whole(file)).hasSize(2);
    for (int bytes = 16; bytes < 200; bytes++) {
      assertThat(inPieces(file, bytes)).isEqualTo(whole(file));
    }
  }

  @Test
  void lines_of_windows_1256_and_lines_too_long_are_cut_as_well() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write((json(1, 9) + "\n").getBytes(Charset.forName("windows-1256")));
    bytes.write("x".repeat(Sources.LARGEST_TEXT + 9).getBytes(StandardCharsets.UTF_8));
    bytes.write(("\n" + json(2, 9)).getBytes(StandardCharsets.UTF_8));
    Path file = Files.write(folder.resolve("a.jsonl"), bytes.toByteArray());
    assertThat(whole(file)).hasSize(3);
    assertThat(inPieces(file, 5 << 20)).isEqualTo(whole(file));
  }

  @Test
  void only_plain_files_in_which_a_byte_ends_a_line_are_cut() throws IOException {
    assertThat(Sources.isCutByLines(file(json(1, 3)))).isTrue();
    Path wide =
        Files.write(
            folder.resolve("wide.jsonl"), (MARK + json(1, 3)).getBytes(StandardCharsets.UTF_16LE));
    Path packed = Files.write(folder.resolve("b.jsonl.gz"), new byte[] {0x1F, (byte) 0x8B, 8});
    Path page = Files.writeString(folder.resolve("c.html"), "<html><body>x</body></html>");
    Path text = Files.writeString(folder.resolve("d.txt"), "نص");
    assertThat(List.of(wide, packed, page, text, folder.resolve("none.jsonl")))
        .noneMatch(Sources::isCutByLines);
  }

  @Test
  void a_stretch_is_longer_than_a_byte_order_mark() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LineStretch.of(folder.resolve("a.jsonl"), 2));
  }
}
