package org.isnad.core.report;

/** Codebook section 3: one event, or several told as a sum. */
public enum Scope {
  /** One event at one place in one stretch of time. */
  SINGLE,
  /** Several events told as a sum; never an incident. */
  SERIES
}
