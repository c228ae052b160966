package org.isnad.core.lexicon;

/**
 * A knowledge file says something that cannot be read. The message gives file and line, what was
 * read, and what was expected.
 */
public final class DataException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String file;
  private final int line;

  /** What is wrong in line {@code line}, counted from 1, of {@code file}. */
  public DataException(String file, int line, String what) {
    super(file + ":" + line + ": " + what);
    this.file = file;
    this.line = line;
  }

  /** The file's path inside the knowledge folder. */
  public String file() {
    return file;
  }

  /** The line, counted from 1; 0 where the whole file is meant. */
  public int line() {
    return line;
  }
}
