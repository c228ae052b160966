package org.isnad.core.report;

/** What became of the attack (codebook sections 7 and 12). */
public enum Outcome {
  /** It struck, by stated damage, casualties or words. */
  HIT,
  /** Shot down or intercepted. */
  INTERCEPTED,
  /** It struck nothing. */
  MISSED,
  /** It failed technically. */
  MALFUNCTIONED,
  /** Made safe before it went off. */
  DEFUSED,
  /** Beaten back. */
  REPELLED
}
