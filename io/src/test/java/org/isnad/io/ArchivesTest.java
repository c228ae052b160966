package org.isnad.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.isnad.core.article.Article;
import org.isnad.core.pipeline.Problem;
import org.isnad.core.pipeline.Problem.Code;
import org.isnad.io.archive.Warcs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Articles out of WARC, WACZ, zip, tar and the JSON Lines of other programs. */
class ArchivesTest {

  private static final String LEAD =
      "أعلن مجلس بلدة الريحانة أن حريقا اندلع فجر اليوم في مستودع للحبوب قرب السوق القديم.";
  private static final String PAGE =
      "<html><h1>حريق في مستودع</h1><article><p>"
          + LEAD
          + "</p><p>"
          + LEAD.replace("فجر", "صباح")
          + "</p></article></html>";
  private static final String PERSIAN =
      "<html><p>نگهبانان دیشب دروازه انبار را بستند و پیش از سپیده دم دوباره آن را باز کردند و رفتند.</p></html>";

  @TempDir private Path folder;

  private static final class Kept implements ArticleSink {
    private final List<Article> articles = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> passedOver = new ArrayList<>();

    @Override
    public void article(Article article) {
      articles.add(article);
    }

    @Override
    public void problem(Problem problem) {
      problems.add(problem);
    }

    @Override
    public void passedOver(String where, String reason) {
      passedOver.add(reason);
    }
  }

  private Kept read(String name, byte[] bytes, FieldNames fields) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, bytes);
    Kept kept = new Kept();
    new Sources(Manifest.NONE, fields, kept).read(List.of(file));
    return kept;
  }

  private interface Filling {
    void fill(OutputStream out) throws IOException;
  }

  private static byte[] written(Filling filling) throws IOException {
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    filling.fill(bytes);
    return bytes.toByteArray();
  }

  private static byte[] zip(Object... namesAndContents) throws IOException {
    return written(
        out -> {
          try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
              zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
              zip.write((byte[]) namesAndContents[i + 1]);
            }
          }
        });
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] warc() {
    return new Warcs(true)
        .response("https://a.example/1", "text/html; charset=utf-8", PAGE)
        .response("https://a.example/fa", "text/html; charset=utf-8", PERSIAN)
        .response("https://a.example/list", "text/html", "<a href=1>الرئيسية</a>")
        .bytes();
  }

  @Test
  void arabicArticlesOfAWarcComeWithTheirProvenance() throws IOException {
    Kept kept = read("crawl.warc.gz", warc(), FieldNames.OWN);
    assertThat(kept.problems).isEmpty();
    assertThat(kept.passedOver).containsExactly("in fa", "no story");
    assertThat(kept.articles)
        .singleElement()
        .satisfies(
            a -> {
              assertThat(a.url()).isEqualTo("https://a.example/1");
              assertThat(a.outlet()).isEqualTo("a.example");
              assertThat(a.retrieved()).isEqualTo("2024-03-10");
              assertThat(a.provenance().captured()).isEqualTo("2024-03-10T09:00:00Z");
              assertThat(a.provenance().sha256()).isEqualTo(ContentHash.of(bytes(PAGE)));
              assertThat(a.provenance().file()).endsWith("crawl.warc.gz");
              assertThat(a.provenance().offset()).isZero();
            });
  }

  @Test
  void aWaczIsReadForItsWarcFilesAlone() throws IOException {
    byte[] wacz =
        zip(
            "datapackage.json", bytes("{}"),
            "pages/pages.jsonl", bytes("{\"text\":\"" + LEAD + "\"}"),
            "archive/data.warc.gz", warc());
    Kept kept = read("crawl.wacz", wacz, FieldNames.OWN);
    assertThat(kept.problems).isEmpty();
    assertThat(kept.articles).hasSize(1);
    assertThat(kept.articles.getFirst().provenance().file())
        .endsWith("crawl.wacz!archive/data.warc.gz");
  }

  @Test
  void aZipOfPagesAndTextsIsReadEntryByEntry() throws IOException {
    byte[] zip =
        zip(
            "2024/a.html",
            bytes(PAGE),
            "b.txt",
            bytes(LEAD),
            "README.md",
            bytes("x"),
            "c.jsonl",
            bytes("{\"id\":\"c\",\"text\":\"" + LEAD + "\"}\n"),
            "d.html",
            bytes(""));
    Kept kept = read("pages.zip", zip, FieldNames.OWN);
    assertThat(kept.articles.stream().map(a -> a.id().value()))
        .containsExactly("2024/a.html", "b.txt", "c");
    assertThat(kept.articles.getFirst().provenance().file()).endsWith("pages.zip!2024/a.html");
    assertThat(kept.articles.getFirst().provenance().offset()).isPositive();
    assertThat(kept.problems).singleElement().extracting(Problem::code).isEqualTo(Code.EMPTY);
  }

  @Test
  void aTarIsReadGzippedToo() throws IOException {
    byte[] tar =
        written(
            out -> {
              try (TarArchiveOutputStream tars =
                  new TarArchiveOutputStream(new GZIPOutputStream(out), "UTF-8")) {
                for (String name : List.of("صفحة.html", "b.html")) {
                  TarArchiveEntry entry = new TarArchiveEntry(name);
                  entry.setSize(bytes(PAGE).length);
                  tars.putArchiveEntry(entry);
                  tars.write(bytes(PAGE));
                  tars.closeArchiveEntry();
                }
              }
            });
    Kept kept = read("pages.tar.gz", tar, FieldNames.OWN);
    assertThat(kept.problems).isEmpty();
    assertThat(kept.articles.stream().map(a -> a.id().value()))
        .containsExactly("صفحة.html", "b.html");
  }

  @Test
  void archivesInArchivesAndBombsAreProblems() throws IOException {
    byte[] bomb = new byte[64 << 20];
    Kept kept =
        read(
            "bad.zip",
            zip("in.zip", zip("a.html", bytes(PAGE)), "bomb.html", bomb, "ok.html", bytes(PAGE)),
            FieldNames.OWN);
    assertThat(kept.problems.stream().map(Problem::code))
        .containsExactly(Code.BINARY, Code.TOO_LARGE);
    assertThat(kept.articles).hasSize(1);
  }

  @Test
  void aZipCutAnywhereIsAProblemAndNoException() throws IOException {
    byte[] whole = zip("a.html", bytes(PAGE), "b.html", bytes(PAGE));
    for (int end = 5; end < whole.length; end += 7) {
      Kept kept = read("cut.zip", java.util.Arrays.copyOf(whole, end), FieldNames.OWN);
      assertThat(kept.problems).isNotEmpty();
    }
  }

  @Test
  void theFieldsOfOtherProgramsAreTakenByName() throws IOException {
    String line =
        "{\"body\":\""
            + LEAD
            + "\",\"source\":{\"link\":\"https://a.example/1\"},\"day\":\"2024-03-09T10:00:00Z\",\"url\":7}";
    Kept kept =
        read("x.jsonl", bytes(line), FieldNames.parse("text=body,url=source.link,published=day"));
    assertThat(kept.articles)
        .singleElement()
        .satisfies(
            a -> {
              assertThat(a.text()).isEqualTo(LEAD);
              assertThat(a.url()).isEqualTo("https://a.example/1");
              assertThat(a.published()).isEqualTo("2024-03-09");
            });
    assertThatThrownBy(() -> FieldNames.parse("words=body"))
        .hasMessageContaining("'words=body'; expected FIELD=NAME");
  }

  @Test
  void aFeedFileGivesTheArticlesThatItCarries() throws IOException {
    String rss =
        "<rss version='2.0' xmlns:c='http://purl.org/rss/1.0/modules/content/'><channel><title>صحيفة البلدة</title><link>https://a.example</link><description>d</description>"
            + "<item><title>حريق في مستودع</title><link>https://a.example/1</link><pubDate>Sun, 10 Mar 2024 09:00:00 +0300</pubDate><c:encoded><![CDATA[<p>"
            + LEAD
            + "</p>]]></c:encoded></item><item><title>بلا نص</title><link>https://a.example/2</link></item></channel></rss>";
    Kept kept = read("feed.xml", bytes(rss), FieldNames.OWN);
    assertThat(kept.problems).isEmpty();
    assertThat(kept.passedOver).hasSize(1);
    assertThat(kept.articles)
        .singleElement()
        .satisfies(
            a -> {
              assertThat(a.text()).isEqualTo(LEAD);
              assertThat(a.title()).isEqualTo("حريق في مستودع");
              assertThat(a.outlet()).isEqualTo("صحيفة البلدة");
              assertThat(a.published()).isEqualTo("2024-03-10");
            });
  }
}
