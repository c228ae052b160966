package org.isnad.checks;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Replays what a fuzzer once found, and mutates small inputs of every format from fixed seeds. More
 * of the latter with {@code -Disnad.fuzz.runs=N}; {@code checks/fuzz} runs Jazzer.
 */
class ReaderFuzzTest {

  private static final int RUNS = Integer.getInteger("isnad.fuzz.runs", 150);

  @TestFactory
  Stream<DynamicTest> keptInputsAreReadOrRefused() throws IOException {
    Path kept =
        Repository.root().resolve("checks/src/test/resources/org/isnad/checks/ReaderFuzzInputs");
    try (Stream<Path> files = Files.walk(kept)) {
      return files
          .filter(file -> Files.isRegularFile(file) && !file.getParent().equals(kept))
          .sorted()
          .toList()
          .stream()
          .map(
              file ->
                  DynamicTest.dynamicTest(
                      kept.relativize(file).toString(),
                      () ->
                          ReaderFuzz.TARGETS
                              .get(file.getParent().getFileName().toString())
                              .read(Files.readAllBytes(file))));
    }
  }

  @TestFactory
  Stream<DynamicTest> mutatedInputsAreReadOrRefused() {
    return ReaderFuzz.TARGETS.entrySet().stream()
        .map(
            target ->
                DynamicTest.dynamicTest(
                    target.getKey(), () -> mutate(target.getKey(), target.getValue())));
  }

  private static void mutate(String name, ReaderFuzz.Target target) {
    byte[] seed =
        seeds().getOrDefault(name, "قصف قرية أمس «قال» 3/4/2016".getBytes(StandardCharsets.UTF_8));
    Random random = new Random(name.hashCode());
    for (int n = 0; n < RUNS; n++) {
      byte[] bytes = mutated(seed, random);
      assertThatCode(() -> target.read(bytes))
          .as("%s, run %d: %s", name, n, HexFormat.of().formatHex(bytes))
          .doesNotThrowAnyException();
    }
  }

  /** Cut, turned, doubled, put in the middle: what a fuzzer does too. */
  private static byte[] mutated(byte[] seed, Random random) {
    byte[] bytes = seed.clone();
    for (int n = random.nextInt(5); n >= 0 && bytes.length > 0; n--) {
      int at = random.nextInt(bytes.length);
      int end = Math.min(bytes.length, at + 1 + random.nextInt(12));
      bytes =
          switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 ->
                joined(Arrays.copyOf(bytes, end), Arrays.copyOfRange(bytes, at, bytes.length));
            case 2 ->
                joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, end, bytes.length));
            default -> turned(bytes, at, random);
          };
    }
    return bytes;
  }

  private static byte[] turned(byte[] bytes, int at, Random random) {
    String signs = "\"',\t\n{}[]<>&;|=@#$()\\/:\u0000";
    bytes[at] =
        random.nextBoolean()
            ? (byte) random.nextInt(256)
            : (byte) signs.charAt(random.nextInt(signs.length()));
    return bytes;
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] all = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, all, one.length, other.length);
    return all;
  }

  /** Small sound inputs, by target. */
  private static Map<String, byte[]> seeds() {
    Map<String, String> texts = new TreeMap<>();
    String text = "قصفت طائرة قرية أمس، وفق مصدر.";
    texts.put(
        "html",
        "<html><head><title>x</title><meta property='article:published_time' content='2026-01-02'></head><body><article><h1>"
            + text
            + "</h1><p>"
            + text
            + text
            + "</p></article></body></html>");
    texts.put(
        "jsonl",
        "{\"id\":\"1\",\"text\":\""
            + text
            + "\",\"published\":\"2026-01-02\"}\n{\"id\":\"2\",\"text\":\"\\u0642\"}\n");
    texts.put("csv", "id,text,outlet\n1,\"" + text + "\",x\n2,\"a\nb\",\"\"\"\"\n");
    String feed =
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>x</title><item><title>"
            + text
            + "</title><link>https://example.org/1</link><description>&lt;p&gt;"
            + text
            + "&lt;/p&gt;</description><pubDate>Mon, 05 Jan 2026 10:00:00 GMT</pubDate></item></channel></rss>";
    texts.put("feed", feed);
    texts.put("xml", feed);
    String page =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body><p>x</p></body></html>";
    texts.put(
        "warc",
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\nWARC-Date: 2026-01-02T00:00:00Z\r\nWARC-Target-URI: https://example.org/\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: "
            + page.length()
            + "\r\n\r\n"
            + page
            + "\r\n\r\n");
    texts.put("manifest", "file,outlet,published,url\na.txt,A,2026-01-01,https://example.org/\n");
    texts.put(
        "list",
        "# columns: key gloss arabic inflect plural attrs\nbase\tbase\tقاعدة | قاعده\tnf\tقواعد\ta=b;c=d\n");
    texts.put(
        "rules",
        "# x\nrule day-last\n  when day=@weekdays{b} ( @last-words | #{1,3} )? .{0,4} ^\n  then kind=weekday-before day=$day.key\n");
    texts.put("table", "incident_id,version,killed_best,killed_best_reason\nabc,1,3,x\n");
    texts.put(
        "query",
        "قصف AND (\"قرية\" OR type:bombing) -place:تعز killed:>3 2026-01-01..2026-02-01 حل*");
    Map<String, byte[]> seeds = new TreeMap<>();
    texts.forEach((name, value) -> seeds.put(name, value.getBytes(StandardCharsets.UTF_8)));
    seeds.put("gz", gzip(text));
    seeds.put("zip", zip(text));
    return seeds;
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] zip(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : List.of("a.txt", "b.jsonl")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
