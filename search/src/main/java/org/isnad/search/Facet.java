package org.isnad.search;

import java.util.Locale;

/** What documents are counted by and can be narrowed to; each takes published identifiers. */
public enum Facet {
  /** {@code article}, {@code report} or {@code incident}. */
  KIND,
  /** Type of event (codebook section 2). */
  TYPE,
  /** Country, ISO 3166-1 alpha-2. */
  COUNTRY,
  /** Province, id in the gazetteer. */
  PROVINCE,
  /** Place, id in the gazetteer; a document names every place that contains its own too. */
  PLACE,
  /** How specific the place is (codebook section 6). */
  PLACE_PREC,
  /** Party that acted or says so, id in the register, else its name. */
  ACTOR,
  /** Whom or what it was aimed at, id in the register, else its name. */
  TARGET,
  /** Kind of weapon (codebook section 7). */
  WEAPON,
  /** Outlet. */
  SOURCE,
  /** Where it stands in review. */
  STATUS,
  /** {@code true} where claims contradict each other. */
  DISPUTED;

  /** The name in the API and of the index's dimension, such as {@code place_prec}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
