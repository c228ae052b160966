package org.isnad.core.report;

/** Codebook section 4: how firmly the article holds that the event happened. */
public enum Status {
  /** The article or its source says it happened. */
  ASSERTED,
  /** The article's only word on it is a denial. */
  DENIED,
  /** Stopped before it took place. */
  FOILED
}
