package org.isnad.io.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes small WARC files for tests, byte by byte, right and wrong. */
public final class Warcs {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final List<Integer> starts = new ArrayList<>();
  private final boolean gzip;

  /** A file, plain or gzipped a member a record. */
  public Warcs(boolean gzip) {
    this.gzip = gzip;
  }

  /** Adds a record as it is. */
  public Warcs record(String type, String headers, byte[] block, int declared) {
    String head =
        "WARC/1.0\r\nWARC-Type: "
            + type
            + "\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-"
            + String.format("%012d", starts.size())
            + ">\r\nWARC-Date: 2024-03-10T09:00:00Z\r\n"
            + headers
            + "Content-Length: "
            + declared
            + "\r\n\r\n";
    starts.add(bytes.size());
    try {
      ByteArrayOutputStream record = new ByteArrayOutputStream();
      record.write(head.getBytes(StandardCharsets.UTF_8));
      record.write(block);
      record.write("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      if (gzip) {
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
          record.writeTo(out);
        }
      } else {
        record.writeTo(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Adds an answer of a server. */
  public Warcs response(String url, String type, String html) {
    byte[] block = answer(200, type, html.getBytes(StandardCharsets.UTF_8), "");
    return record("response", target(url), block, block.length);
  }

  /** The header fields of an answer from that address. */
  public static String target(String url) {
    return "WARC-Target-URI: " + url + "\r\nContent-Type: application/http; msgtype=response\r\n";
  }

  /** An HTTP answer. */
  public static byte[] answer(int status, String type, byte[] body, String headers) {
    byte[] head =
        ("HTTP/1.1 "
                + status
                + " X\r\nContent-Type: "
                + type
                + "\r\n"
                + headers
                + "Content-Length: "
                + body.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8);
    byte[] all = java.util.Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return all;
  }

  /** The file. */
  public byte[] bytes() {
    return bytes.toByteArray();
  }

  /** Where each record starts, and the end. */
  public List<Integer> starts() {
    List<Integer> all = new ArrayList<>(starts);
    all.add(bytes.size());
    return all;
  }
}
