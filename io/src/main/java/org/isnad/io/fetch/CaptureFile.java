package org.isnad.io.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

/**
 * Keeps what was fetched as it came over the line, in one WARC file a day, so that it can be read
 * again and shown. A record is written whole or, at worst, cut at the file's end, where reading
 * passes over it and the next process takes it away.
 */
public final class CaptureFile {

  private final Path folder;

  /** The file that is known to end with a whole record. */
  private @Nullable Path mended;

  /** Files in a folder, made where there is none. */
  public CaptureFile(Path folder) {
    this.folder = folder;
  }

  /**
   * Where an answer was kept.
   *
   * @param file the WARC file
   * @param offset of the record, in bytes
   */
  public record Kept(Path file, long offset) {}

  /** Adds an answer. */
  public Kept add(String url, Answer.Page page, Instant time) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(time.atZone(ZoneOffset.UTC).toLocalDate() + ".warc.gz");
    byte[] name = (url + " " + time).getBytes(StandardCharsets.UTF_8);
    WarcResponse record =
        new WarcResponse.Builder(url)
            .recordId(UUID.nameUUIDFromBytes(name))
            .date(time)
            .body(MediaType.HTTP_RESPONSE, page.raw())
            .build();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (WarcWriter writer = new WarcWriter(Channels.newChannel(bytes), WarcCompression.GZIP)) {
      writer.write(record);
    }
    return new Kept(file, append(file, bytes.toByteArray()));
  }

  /**
   * Adds a record behind those of others, who may be adding too; where it begins. What a killed
   * process left unfinished is taken away when a file is first written to.
   */
  private long append(Path file, byte[] record) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        FileLock _ = channel.lock()) {
      if (!file.equals(mended)) {
        channel.truncate(WholeRecords.length(Channels.newInputStream(channel)));
        mended = file;
      }
      long offset = channel.size();
      channel.position(offset);
      ByteBuffer rest = ByteBuffer.wrap(record);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      return offset;
    }
  }
}
