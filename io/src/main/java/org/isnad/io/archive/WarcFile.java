package org.isnad.io.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;

/**
 * Reads the pages in a WARC file, plain or gzipped a member a record, in one pass and in constant
 * memory. Answers other than 200, other types than HTML, and revisits (which hold no page) are
 * passed over. After a record that is cut or lies about its length, reading goes on at the next
 * place that starts like a record, so that nothing else is lost.
 */
public final class WarcFile {

  /** Largest body read, in bytes, as for pages in files. */
  static final int LARGEST_BODY = 16 << 20;

  private static final MediaType HTML = MediaType.parse("text/html");
  private static final MediaType XHTML = MediaType.parse("application/xhtml+xml");
  private static final MediaType PLAIN = MediaType.parse("text/plain");

  private final FileChannel channel;
  private final PageSink sink;

  private WarcFile(FileChannel channel, PageSink sink) {
    this.channel = channel;
    this.sink = sink;
  }

  /** Whether bytes start like a WARC file, once unpacked. */
  public static boolean isWarc(byte[] head) {
    return head.length >= 5
        && head[0] == 'W'
        && head[1] == 'A'
        && head[2] == 'R'
        && head[3] == 'C'
        && head[4] == '/';
  }

  /**
   * Reads a file.
   *
   * @throws IOException where the file itself cannot be read
   */
  public static void read(Path file, PageSink sink) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      WarcFile warc = new WarcFile(channel, sink);
      long start = 0;
      while (start >= 0 && start < channel.size()) {
        start = warc.readFrom(start);
      }
    }
  }

  /** Reads records until one is broken; where to go on, or -1 at the end. */
  private long readFrom(long start) throws IOException {
    channel.position(start);
    long at = start;
    try {
      WarcReader reader = new WarcReader(new Unclosed(channel));
      while (true) {
        Optional<WarcRecord> record = reader.next();
        if (record.isEmpty()) {
          return -1;
        }
        at = start + reader.position();
        read(record.get(), at);
      }
    } catch (IOException | RuntimeException e) {
      sink.broken(at, reason(e));
      return RecordStarts.next(channel, at + 1);
    }
  }

  private void read(WarcRecord record, long offset) throws IOException {
    switch (record) {
      case WarcResponse response -> response(response, offset);
      case WarcResource resource -> plain(resource, offset);
      case WarcConversion conversion -> plain(conversion, offset);
      default -> record.body().consume();
    }
  }

  private void response(WarcResponse record, long offset) throws IOException {
    if (!record.contentType().base().equals(MediaType.HTTP)) {
      record.body().consume();
      return;
    }
    HttpResponse http = record.http();
    MediaType type = http.contentType();
    if (http.status() == 200 && isPage(type)) {
      page(record, http.bodyDecoded(), type, offset);
    }
    record.body().consume();
  }

  private void plain(WarcTargetRecord record, long offset) throws IOException {
    MediaType type = record.contentType();
    if (isPage(type) || type.base().equals(PLAIN)) {
      page(record, record.body(), type, offset);
    }
    record.body().consume();
  }

  private static boolean isPage(MediaType type) {
    MediaType base = type.base();
    return base.equals(HTML) || base.equals(XHTML);
  }

  private void page(WarcTargetRecord record, MessageBody body, MediaType type, long offset)
      throws IOException {
    InputStream in = body.stream();
    byte[] bytes = in.readNBytes(LARGEST_BODY + 1);
    if (bytes.length > LARGEST_BODY) {
      sink.tooLarge(offset, "a page of more than " + LARGEST_BODY + " bytes");
      return;
    }
    String charset = type.parameters().get("charset");
    sink.page(
        new CapturedPage(record.target(), date(record), bytes, charset, isPage(type), offset));
  }

  private static @Nullable Instant date(WarcRecord record) {
    try {
      return record.date();
    } catch (RuntimeException e) {
      return null;
    }
  }

  private static String reason(Exception e) {
    String message = e.getMessage();
    return "a record that is cut or damaged"
        + (message == null || message.isBlank() ? "" : " (" + message.strip() + ")");
  }

  /** The file behind a reader that may close what it reads. */
  private static final class Unclosed implements ReadableByteChannel {
    private final ReadableByteChannel file;

    Unclosed(FileChannel file) {
      this.file = file;
    }

    @Override
    public int read(java.nio.ByteBuffer target) throws IOException {
      return file.read(target);
    }

    @Override
    public boolean isOpen() {
      return file.isOpen();
    }

    @Override
    public void close() {
      // the file is closed by who opened it
    }
  }
}
