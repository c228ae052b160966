package org.isnad.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.isnad.store.Store;
import org.isnad.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * Records set aside while results are made, each found again by its address: in memory as long as
 * they are few, then in a file beside the store that no longer has a name, so that nothing is left
 * of it however the program ends (on Windows, when it ends well).
 */
final class Spill implements AutoCloseable {

  /** Bytes kept in memory before they are written. */
  private static final int KEPT = 1 << 19;

  /** Bytes of the file read at a time: most records lie beside the one that is read next. */
  private static final int BLOCK = 1 << 13;

  private final @Nullable Path folder;
  private final byte[] block = new byte[BLOCK];
  private long blockFrom;
  private int blockSize;
  private byte[] buffer = new byte[1 << 12];
  private int used;
  private long written;
  private @Nullable FileChannel file;

  private Spill(@Nullable Path folder) {
    this.folder = folder;
  }

  /** Records beside a store, or where there is no such folder, where temporary files are. */
  static Spill beside(Store store) {
    return new Spill(store.folder());
  }

  /** Sets a record aside and gives its address; addresses grow. */
  long add(byte[] record) {
    if (used > 0 && used + record.length + Integer.BYTES > KEPT) {
      flush();
    }
    int end = used + Integer.BYTES + record.length;
    if (end > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(end, Math.min(KEPT, buffer.length * 2)));
    }
    long address = written + used;
    ByteBuffer.wrap(buffer).putInt(used, record.length).put(used + Integer.BYTES, record);
    used = end;
    return address;
  }

  /** Sets a text aside. */
  long add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The text at an address. */
  String text(long address) {
    return new String(get(address), StandardCharsets.UTF_8);
  }

  /** The record at an address. */
  byte[] get(long address) {
    if (address >= written) {
      int at = (int) (address - written);
      int length = ByteBuffer.wrap(buffer).getInt(at);
      return Arrays.copyOfRange(buffer, at + Integer.BYTES, at + Integer.BYTES + length);
    }
    byte[] head = read(address, Integer.BYTES);
    return read(address + Integer.BYTES, ByteBuffer.wrap(head).getInt());
  }

  /** The address behind the record at an address. */
  long behind(long address) {
    byte[] head = new byte[Integer.BYTES];
    if (address >= written) {
      System.arraycopy(buffer, (int) (address - written), head, 0, head.length);
    } else {
      head = read(address, head.length);
    }
    return after(address, ByteBuffer.wrap(head).getInt());
  }

  /** The address behind a record of this length. */
  static long after(long address, int length) {
    return address + Integer.BYTES + length;
  }

  /** The address of the next record. */
  long end() {
    return written + used;
  }

  private byte[] read(long from, int length) {
    byte[] bytes = new byte[length];
    int done = 0;
    while (done < length) {
      long at = from + done;
      if (at < blockFrom || at >= blockFrom + blockSize) {
        if (length - done >= BLOCK) {
          fill(ByteBuffer.wrap(bytes, done, length - done), at);
          return bytes;
        }
        blockSize = 0;
        blockFrom = at;
        ByteBuffer to = ByteBuffer.wrap(block, 0, (int) Math.min(BLOCK, written - at));
        fill(to, at);
        blockSize = to.position();
      }
      int inBlock = (int) (at - blockFrom);
      int some = Math.min(length - done, blockSize - inBlock);
      System.arraycopy(block, inBlock, bytes, done, some);
      done += some;
    }
    return bytes;
  }

  private void fill(ByteBuffer bytes, long from) {
    int before = bytes.position();
    try {
      while (bytes.hasRemaining()) {
        long at = from + bytes.position() - before;
        if (file == null || file.read(bytes, at) < 0) {
          throw new IllegalStateException("no record at " + from);
        }
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private void flush() {
    try {
      FileChannel to = file == null ? open() : file;
      file = to;
      ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, used);
      while (bytes.hasRemaining()) {
        written += to.write(bytes, written);
      }
      used = 0;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private FileChannel open() throws IOException {
    Path path =
        folder == null
            ? Files.createTempFile("isnad-", ".spill")
            : Files.createTempFile(folder, "isnad-", ".spill");
    return FileChannel.open(
        path,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  private StoreException failed(IOException e) {
    return new StoreException(
        "what is set aside while results are made cannot be kept in "
            + (folder == null ? "the folder for temporary files" : folder.toString())
            + ": "
            + e.getMessage()
            + "; nothing that was stored is lost, make room and run again",
        e);
  }

  @Override
  public void close() {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }
}
