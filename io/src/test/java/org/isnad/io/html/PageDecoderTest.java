package org.isnad.io.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages in every encoding, declared rightly, wrongly and not at all. */
class PageDecoderTest {

  private static final String STORY =
      "<p>أغلق الحراس بوابة المستودع الشرقية مساء أمس، ثم عادوا ففتحوها قبل طلوع الفجر.</p>";

  private static byte[] page(String meta, String charset) {
    return ("<html><head>" + meta + "</head>" + STORY + "</html>")
        .getBytes(Charset.forName(charset));
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, UTF-8", "windows-1256, windows-1256", "ISO-8859-6, ISO-8859-6",
    "UTF-16LE, UTF-16LE", "UTF-16BE, UTF-16BE", "UTF-8, windows-1256",
    "UTF-8, ISO-8859-1", "windows-1256, UTF-8", "windows-1256, ISO-8859-1",
    "windows-1256, nonsense", "ISO-8859-6, UTF-8", "ISO-8859-6, windows-1252",
    "ISO-8859-6, windows-1256", "windows-1256, ISO-8859-6", "UTF-16LE, UTF-8"
  })
  void theEncodingInUseIsFoundWhateverIsDeclared(String used, String declared) {
    String meta = "<meta charset=\"" + declared + "\">";
    assertThat(PageDecoder.decode(page(meta, used), null).text()).contains(STORY);
    assertThat(PageDecoder.decode(page("", used), declared).text()).contains(STORY);
    assertThat(PageDecoder.decode(page("", used), null).text()).contains(STORY);
  }

  @Test
  void aStoryFromAnOldDatabaseInsideATemplateInUtf8IsRead() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(
        ("<html><h1>صحيفة البلدة اليومية</h1>" + STORY.repeat(4)).getBytes(StandardCharsets.UTF_8));
    bytes.write("<p>خبر قديم</p>".getBytes(Charset.forName("windows-1256")));
    String text = PageDecoder.decode(bytes.toByteArray(), "utf-8").text();
    assertThat(text).contains(STORY).contains("خبر قديم").contains("صحيفة البلدة");
  }

  @Test
  void aPageCutInsideACharacterIsStillUtf8() {
    byte[] whole = page("", "UTF-8");
    for (int end = 40; end < whole.length; end++) {
      String text = PageDecoder.decode(java.util.Arrays.copyOf(whole, end), null).text();
      assertThat(text).startsWith("<html><head></head><p>");
    }
  }

  @Test
  void aByteOrderMarkDecidesAndIsNoText() {
    byte[] bytes = ("\uFEFF" + STORY).getBytes(StandardCharsets.UTF_16BE);
    assertThat(PageDecoder.decode(bytes, "windows-1256").text()).isEqualTo(STORY);
  }

  @Test
  void randomBytesAreReadWithoutException() {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      byte[] bytes = new byte[random.nextInt(300)];
      random.nextBytes(bytes);
      assertThat(PageDecoder.decode(bytes, i % 2 == 0 ? null : "utf-8").text()).isNotNull();
    }
  }
}
