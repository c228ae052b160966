package org.isnad.search;

import java.io.Serial;

/** The index cannot be read or written; the message says which and what to do. */
public final class SearchIndexException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /** A failure with its cause. */
  public SearchIndexException(String message, Throwable cause) {
    super(message, cause);
  }
}
