package org.isnad.io;

import org.isnad.core.lexicon.Place;
import org.jspecify.annotations.Nullable;

/**
 * What a feature code of GeoNames is called here.
 *
 * @param kind the kind of place
 * @param siteType the kind of site, or empty
 */
record FeatureCode(Place.Kind kind, String siteType) {

  /**
   * The code, or null for features that no event is placed at and for those that are gone.
   *
   * @param featureClass one letter, {@code A} to {@code V}
   * @param code such as {@code PPLA}; see {@code featureCodes_en.txt} of GeoNames
   */
  static @Nullable FeatureCode of(String featureClass, String code) {
    return switch (featureClass) {
      case "A" -> administrative(code);
      case "P" -> populated(code);
      case "H" -> water(code);
      case "S", "L", "R", "T" -> site(code);
      default -> null;
    };
  }

  private static @Nullable FeatureCode administrative(String code) {
    return switch (code) {
      case "PCLI", "PCLS" -> new FeatureCode(Place.Kind.COUNTRY, "");
      case "ADM1" -> new FeatureCode(Place.Kind.PROVINCE, "");
      case "ADM2", "ADM3" -> new FeatureCode(Place.Kind.DISTRICT, "");
      default -> null;
    };
  }

  private static @Nullable FeatureCode populated(String code) {
    return switch (code) {
      case "PPLX" -> new FeatureCode(Place.Kind.QUARTER, "");
      case "PPLH", "PPLCH", "PPLQ", "PPLW" -> null;
      default -> new FeatureCode(Place.Kind.SETTLEMENT, "");
    };
  }

  private static @Nullable FeatureCode water(String code) {
    return switch (code) {
      case "STM", "STMI", "LK", "LKI", "RSV", "GULF", "BAY", "STRT", "SEA", "CNL", "WAD", "WADS" ->
          new FeatureCode(Place.Kind.WATER, "");
      default -> null;
    };
  }

  private static @Nullable FeatureCode site(String code) {
    String type =
        switch (code) {
          case "AIRP", "AIRF", "AIRH" -> "airport";
          case "AIRB" -> "airbase";
          case "MILB", "INSM", "NVB", "FT" -> "base";
          case "OILF", "GASF", "OILW" -> "oilfield";
          case "OILR" -> "refinery";
          case "PS", "PSH", "PSN" -> "power-station";
          case "DAM" -> "dam";
          case "CMPRF", "CMP" -> "camp";
          case "HSP" -> "hospital";
          case "UNIV", "SCHC" -> "university";
          case "DIP" -> "embassy";
          case "PRN" -> "prison";
          case "CSTM", "PSTB" -> "crossing";
          case "PRT", "HBR", "OILT" -> "port";
          case "BDG", "RD", "RDJCT", "PASS" -> "road";
          case "MSQE" -> "mosque";
          case "CH", "MSTY" -> "church";
          case "PAL" -> "palace";
          case "MKT" -> "market";
          case "MT", "MTS", "PK", "HLL", "HLLS" -> "mountain";
          case "ISL", "ISLS" -> "island";
          default -> "";
        };
    return type.isEmpty() ? null : new FeatureCode(Place.Kind.SITE, type);
  }
}
