package org.isnad.store;

/** The store cannot be opened or written; the message says which and what to do. */
public class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A failure with its cause. */
  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }

  /** A failure that no other caused. */
  public StoreException(String message) {
    super(message);
  }
}
