package org.isnad.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The standard output, which says so when it cannot be written. Java's own takes every failure
 * without a word: a table on a full disk would end in the middle of a row, and the program would
 * call that a success.
 */
final class StandardOutput extends OutputStream {

  /** What the systems say when whoever read the output has gone, as {@code head} does. */
  private static final String READER_GONE = "Broken pipe";

  private final OutputStream out;

  private StandardOutput(OutputStream out) {
    this.out = out;
  }

  /** Puts it in the place of {@link System#out}. */
  static PrintStream install() {
    OutputStream raw = new FileOutputStream(FileDescriptor.out);
    PrintStream out =
        new PrintStream(
            new StandardOutput(new BufferedOutputStream(raw, 1 << 16)),
            false,
            StandardCharsets.UTF_8);
    System.setOut(out);
    return out;
  }

  /** The output could not be written. */
  static final class Failed extends UncheckedIOException {

    private static final long serialVersionUID = 1;

    Failed(IOException cause) {
      super(String.valueOf(cause.getMessage()), cause);
    }

    /** Says so, unless nobody wants the rest; that needs no words. */
    void tell(PrintWriter err) {
      if (!READER_GONE.equals(getMessage())) {
        err.println(
            "isnad: the output could not be written whole: "
                + getMessage()
                + "; what stands there is cut off");
      }
    }
  }

  @Override
  public void write(int octet) {
    try {
      out.write(octet);
    } catch (IOException e) {
      throw new Failed(e);
    }
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      throw new Failed(e);
    }
  }

  @Override
  public void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new Failed(e);
    }
  }
}
