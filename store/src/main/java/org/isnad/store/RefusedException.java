package org.isnad.store;

/** A decision that cannot be taken; the message says why. Nothing was stored. */
public class RefusedException extends StoreException {

  private static final long serialVersionUID = 1L;

  /** A refusal with its reason. */
  public RefusedException(String message) {
    super(message);
  }
}
