package org.isnad.checks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small sound inputs from which fuzzing starts. */
final class ReaderFuzzSeeds {

  private static final Map<String, byte[]> SEEDS = seeds();

  private ReaderFuzzSeeds() {}

  /** The input of a target; one line of text where it has none of its own. */
  static byte[] of(String target) {
    return SEEDS.getOrDefault(
        target, "قصف قرية أمس «قال» 3/4/2016".getBytes(StandardCharsets.UTF_8));
  }

  /** Writes the input of the target that the first argument names into the second's folder. */
  public static void main(String[] arguments) throws IOException {
    Files.write(Files.createDirectories(Path.of(arguments[1])).resolve("seed"), of(arguments[0]));
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
    texts.put(
        "api-body",
        "\0{\"kind\":\"edit\",\"slot\":\"killed\",\"value\":\"7\",\"reason\":\"list\",\"incidents\":[\"a\",\"b\"],\"role\":\"coder\"}");
    texts.put(
        "api-query",
        "\0q=market&from=2026-03-01&to=2026-03-31&country=IQ&bbox=44.1,33.2,45,34&type=bombing,clash&killed_min=1&disputed=true&limit=20&sort=-date");
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
