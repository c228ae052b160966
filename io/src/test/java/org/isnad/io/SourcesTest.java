package org.isnad.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.isnad.core.article.Article;
import org.isnad.core.pipeline.Problem;
import org.isnad.core.pipeline.Problem.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real files of every format and encoding, good and bad. */
class SourcesTest {

  private static final String TEXT = "أغلق الحراس البوابة الشرقية مساء أمس، ثم فتحوها.";
  private static final Charset OLD = Charset.forName("windows-1256");

  @TempDir private Path folder;

  /** Keeps what it is given. */
  private static final class Kept implements ArticleSink {
    private final List<Article> articles = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    @Override
    public void article(Article article) {
      articles.add(article);
    }

    @Override
    public void problem(Problem problem) {
      problems.add(problem);
    }

    private List<String> texts() {
      return articles.stream().map(Article::text).toList();
    }

    private List<Code> codes() {
      return problems.stream().map(Problem::code).toList();
    }
  }

  private static Kept read(Path... paths) {
    Kept kept = new Kept();
    new Sources(Manifest.NONE, kept).read(List.of(paths));
    return kept;
  }

  private Kept read(String name, byte[] bytes) throws IOException {
    return read(Files.write(folder.resolve(name), bytes));
  }

  private Kept read(String name, String content, Charset charset) throws IOException {
    return read(name, content.getBytes(charset));
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  private static String json(String id, String text) {
    return "{\"id\":\"" + id + "\",\"text\":\"" + text + "\"}\n";
  }

  @Test
  void aTextIsReadInEveryEncodingThatIsKnown() throws IOException {
    for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16, OLD)) {
      assertThat(read("a.txt", TEXT, charset).texts()).as(charset.name()).containsExactly(TEXT);
    }
    assertThat(read("a.txt", "\uFEFF" + TEXT, StandardCharsets.UTF_8).texts())
        .containsExactly(TEXT);
    assertThat(read("a.txt", "\uFEFF" + TEXT, StandardCharsets.UTF_16LE).texts())
        .containsExactly(TEXT);
  }

  @Test
  void jsonLinesAreReadInEveryEncodingThatIsKnown() throws IOException {
    String lines = json("1", TEXT) + json("2", TEXT + " \uD83D\uDD25");
    for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16)) {
      Kept kept = read("a", lines, charset);
      assertThat(kept.texts()).as(charset.name()).containsExactly(TEXT, TEXT + " \uD83D\uDD25");
    }
    assertThat(read("a", json("1", TEXT), OLD).texts()).containsExactly(TEXT);
    assertThat(read("a", "\uFEFF" + lines, StandardCharsets.UTF_8).texts()).hasSize(2);
  }

  @Test
  void longJsonLinesInUtf16KeepTheirPairsWhole() throws IOException {
    String fires = "x" + "\uD83D\uDD25".repeat(20_000);
    assertThat(read("a", json("1", fires), StandardCharsets.UTF_16).texts()).containsExactly(fires);
  }

  @Test
  void tablesAreReadInEveryEncodingThatIsKnown() throws IOException {
    String table = "id,label,text\n1,1,\"" + TEXT + "\"\n2,0,\"" + TEXT + "\n" + TEXT + "\"\n";
    for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16, OLD)) {
      assertThat(read("a", table, charset).texts())
          .as(charset.name())
          .containsExactly(TEXT, TEXT + "\n" + TEXT);
    }
    assertThat(read("a", "\uFEFF" + table, StandardCharsets.UTF_8).texts()).hasSize(2);
    assertThat(
            read("a", "\"id\",\"text\"\r\n3,\"" + TEXT + "\"\r\n", StandardCharsets.UTF_8).texts())
        .containsExactly(TEXT);
  }

  @Test
  void badRowsOfATableAreOneProblemEachAndTheOthersAreRead() throws IOException {
    Kept kept =
        read(
            "a.csv",
            "id,text\n1," + TEXT + "\n2\n3,a,b\n4,\n5," + TEXT + "\n",
            StandardCharsets.UTF_8);
    assertThat(kept.texts()).containsExactly(TEXT, TEXT);
    assertThat(kept.problems)
        .extracting(Problem::where)
        .extracting(w -> w.substring(w.lastIndexOf(':')))
        .containsExactly(":3", ":4", ":5");
  }

  @Test
  void aRowInAnotherEncodingIsOneProblem() throws IOException {
    ByteArrayOutputStream mixed = new ByteArrayOutputStream();
    mixed.write(
        ("id,text\n1," + (TEXT + " ").repeat(2000) + "\n2,").getBytes(StandardCharsets.UTF_8));
    mixed.write(TEXT.getBytes(OLD));
    mixed.write(("\n3," + TEXT + "\n").getBytes(StandardCharsets.UTF_8));
    Kept kept = read("a.csv", mixed.toByteArray());
    assertThat(kept.articles).extracting(a -> a.id().value()).containsExactly("1", "3");
    assertThat(kept.codes()).containsExactly(Code.ENCODING);
  }

  @Test
  void anArticleWithoutAnIdIsKnownByItsText() throws IOException {
    String hash = ContentHash.of(TEXT);
    assertThat(
            read("a", "{\"text\":\"" + TEXT + "\"}", StandardCharsets.UTF_8)
                .articles
                .getFirst()
                .id()
                .value())
        .isEqualTo(hash);
    assertThat(
            read("b", "id,text\n,\"" + TEXT + "\"\n", StandardCharsets.UTF_8)
                .articles
                .getFirst()
                .id()
                .value())
        .isEqualTo(hash);
  }

  @Test
  void badLinesAreOneProblemEachAndTheOthersAreRead() throws IOException {
    String lines =
        json("1", TEXT)
            + "{\"id\":\"2\",\"text\"\n[1,2]\n{\"id\":\"3\",\"text\":{}}\n{\"id\":\"4\"}\n\n"
            + json("5", TEXT);
    Kept kept = read("a.jsonl", lines, StandardCharsets.UTF_8);
    assertThat(kept.articles).extracting(a -> a.id().value()).containsExactly("1", "5");
    assertThat(kept.problems)
        .extracting(Problem::where)
        .extracting(w -> w.substring(w.lastIndexOf(':')))
        .containsExactly(":2", ":3", ":4", ":5");
  }

  @Test
  void aDateThatCannotBeReadIsOneProblemAndTheArticleIsReadWithoutIt() throws IOException {
    String line =
        "{\"id\":\"1\",\"published\":\"5 May\",\"retrieved\":\"2031-05-06T10:00:00Z\",\"text\":\""
            + TEXT
            + "\"}";
    Kept kept = read("a.jsonl", line, StandardCharsets.UTF_8);
    assertThat(kept.articles.getFirst().published()).isNull();
    assertThat(kept.articles.getFirst().retrieved()).isEqualTo(LocalDate.of(2031, 5, 6));
    assertThat(kept.codes()).containsExactly(Code.MALFORMED);
  }

  @Test
  void jsonOverSeveralLinesIsOneProblem() throws IOException {
    assertThat(
            read("a.json", "{\n\"id\": \"1\",\n\"text\": \"a\"\n}\n", StandardCharsets.UTF_8)
                .codes())
        .containsExactly(Code.MALFORMED);
  }

  @Test
  void aLineWithoutEndIsOneProblemAndTheNextIsRead() throws IOException {
    String lines = json("1", "x".repeat(Sources.LARGEST_TEXT)) + json("2", TEXT);
    Kept kept = read("a.jsonl", lines, StandardCharsets.UTF_8);
    assertThat(kept.texts()).containsExactly(TEXT);
    assertThat(kept.codes()).containsExactly(Code.TOO_LARGE);
  }

  @Test
  void aSmallFileThatUnpacksWithoutEndIsOneProblem() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(json("1", TEXT).getBytes(StandardCharsets.UTF_8));
      byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 64; i++) {
        gzip.write(blanks);
      }
    }
    Kept kept = read("a.gz", packed.toByteArray());
    assertThat(kept.texts()).containsExactly(TEXT);
    assertThat(kept.codes()).containsExactly(Code.TOO_LARGE);
  }

  @Test
  void aGzipThatEndsEarlyGivesWhatItHasAndOneProblem() throws IOException {
    byte[] whole =
        gzip((json("1", TEXT) + json("2", TEXT)).repeat(3000).getBytes(StandardCharsets.UTF_8));
    Kept kept = read("a.gz", Arrays.copyOf(whole, whole.length / 2));
    assertThat(kept.codes()).containsExactly(Code.UNREADABLE);
    assertThat(kept.articles).isNotEmpty();
  }

  @Test
  void everyBeginningOfAFileIsReadWithoutAnException() throws IOException {
    byte[] packed = gzip(json("1", TEXT).getBytes(StandardCharsets.UTF_8));
    byte[] wide = json("1", TEXT).getBytes(StandardCharsets.UTF_16);
    byte[] table = ("id,text\n1,\"" + TEXT + "\"\n").getBytes(StandardCharsets.UTF_8);
    for (byte[] whole : List.of(packed, wide, table)) {
      for (int length = 0; length < whole.length; length++) {
        Kept kept = read("clipped", Arrays.copyOf(whole, length));
        assertThat(kept.articles.size() + kept.problems.size())
            .as("first %d bytes", length)
            .isLessThanOrEqualTo(2);
      }
    }
  }

  @Test
  void foldersAreReadInTheOrderOfTheirPaths() throws IOException {
    Files.createDirectories(folder.resolve("b/c"));
    for (String name : List.of("b/c/3.txt", "b/2.txt", "a.txt", "z.txt")) {
      Files.writeString(folder.resolve(name), TEXT);
    }
    assertThat(read(folder).articles)
        .extracting(a -> a.id().value())
        .containsExactly("a.txt", "2.txt", "3.txt", "z.txt");
  }

  @Test
  void aLinkBackToAFolderAboveIsOneProblem() throws IOException {
    Files.writeString(folder.resolve("a.txt"), TEXT);
    Files.createSymbolicLink(folder.resolve("loop"), folder);
    Kept kept = read(folder);
    assertThat(kept.articles).hasSize(1);
    assertThat(kept.codes()).containsExactly(Code.UNREADABLE);
  }

  @Test
  void aFolderWithoutPermissionIsOneProblemAndTheRestIsRead() throws IOException {
    Path closed = Files.createDirectory(folder.resolve("closed"));
    Files.writeString(folder.resolve("open.txt"), TEXT);
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    try {
      assumeThat(Files.isReadable(closed)).as("run by a user whom permissions bind").isFalse();
      Kept kept = read(folder);
      assertThat(kept.articles).hasSize(1);
      assertThat(kept.problems)
          .singleElement()
          .satisfies(p -> assertThat(p.text()).contains("permission"));
    } finally {
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void aManifestSavedByASpreadsheetIsRead() throws IOException {
    Files.writeString(folder.resolve("a.txt"), TEXT);
    Path file = folder.resolve("manifest.csv");
    Files.writeString(
        file,
        "\uFEFFfile,outlet,published\r\na.txt,Dawn of Nowhere,2031-05-06\r\nb\u0000.txt,X,2031-05-06\r\n");
    Kept kept = new Kept();
    new Sources(Manifest.read(file, kept), kept).read(List.of(folder));
    assertThat(kept.articles)
        .singleElement()
        .satisfies(a -> assertThat(a.published()).isEqualTo(LocalDate.of(2031, 5, 6)));
    assertThat(kept.problems)
        .singleElement()
        .satisfies(p -> assertThat(p.where()).endsWith("manifest.csv:3"));
  }

  @Test
  void aManifestOfAnyNameIsNoArticle() throws IOException {
    Files.writeString(folder.resolve("a.txt"), TEXT);
    Files.writeString(
        folder.resolve("list.csv"),
        "file,outlet,published,url\na.txt,Dawn of Nowhere,2031-05-06,\n");
    assertThat(read(folder).texts()).containsExactly(TEXT);
  }
}
