package org.isnad.spark;

import java.util.Arrays;
import java.util.Locale;

/** The stages in the order in which they are made; each is a table of its own name. */
enum Stage {
  /** What the files hold: articles and problems. */
  CAPTURED,
  /** Articles under their final names. */
  ARTICLES,
  /** Readings and fingerprints. */
  READ,
  /** Fingerprints that several articles hold, and how they recur. */
  RECURRING,
  /** Pairs that share enough fingerprints. */
  PAIRS,
  /** What the pairs share, word by word. */
  REUSES,
  /** Those of them that are copies. */
  COPIES,
  /** Articles linked by copies, with the smallest of their family. */
  FAMILIES,
  /** Articles and reports with days. */
  DATED,
  /** The reports alone, with what brings them together. */
  REPORTS,
  /** Reports that can be linked. */
  LINKS,
  /** Parts of the graph of links. */
  PARTS,
  /** Reports of one event. */
  GROUPS,
  /** Sums of events beside the incidents that can be among them. */
  SUMS,
  /** Incidents with all their claims. */
  INCIDENTS,
  /** Sums of events. */
  SERIES,
  /** What could not be read. */
  PROBLEMS;

  /** Whether a stage has this name. */
  static boolean isStage(String id) {
    return Arrays.stream(values()).anyMatch(stage -> stage.id().equals(id));
  }

  /** Its name, and that of its table. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
