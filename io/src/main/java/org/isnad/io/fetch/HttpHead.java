package org.isnad.io.fetch;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The head of a raw HTTP answer. */
final class HttpHead {

  private HttpHead() {}

  /** Where the body starts; the length of all where the head does not end. */
  static int end(byte[] raw) {
    for (int i = 0; i + 3 < raw.length; i++) {
      if (raw[i] == '\r' && raw[i + 1] == '\n' && raw[i + 2] == '\r' && raw[i + 3] == '\n') {
        return i + 4;
      }
    }
    return raw.length;
  }

  /** The answer with a length, where it has none because the connection's end is the body's. */
  static byte[] sized(byte[] raw) {
    int end = end(raw);
    String head = new String(raw, 0, end, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    boolean sized = head.contains("\ncontent-length:") || head.contains("\ntransfer-encoding:");
    if (sized || end == raw.length && !head.endsWith("\r\n\r\n") || end < 4) {
      return raw;
    }
    byte[] length =
        ("Content-Length: " + (raw.length - end) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length + length.length);
    out.write(raw, 0, end - 2);
    out.writeBytes(length);
    out.write(raw, end, raw.length - end);
    return out.toByteArray();
  }
}
