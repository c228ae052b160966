package org.isnad.io.archive;

/** Takes what an archive holds, in its order. */
public interface PageSink {

  /** A page. */
  void page(CapturedPage page);

  /**
   * A record that cannot be read.
   *
   * @param offset where it starts, in bytes
   * @param reason in words
   */
  void broken(long offset, String reason);

  /** A record whose body is larger than the limit. */
  void tooLarge(long offset, String reason);
}
