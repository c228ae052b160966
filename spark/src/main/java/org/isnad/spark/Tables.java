package org.isnad.spark;

import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** The shapes of the tables; records of the pipeline stand in them as JSON. */
final class Tables {

  /** What was read from the inputs: articles with digests of their texts, and problems. */
  static final Encoder<Row> CAPTURED =
      rows(
          "file int, seq bigint, id string, hash string, json string, code string, place string,"
              + " text string");

  /** Articles with the places where they stood first. */
  static final Encoder<Row> ARTICLES = rows("file int, seq bigint, id string, json string");

  /** Articles that were read, and problems of those that could not be. */
  static final Encoder<Row> READ =
      rows(
          "id string, outlet string, day bigint, hashes array<bigint>, reports int, reading string,"
              + " code string, place string, text string");

  /** Pairs of articles that share a fingerprint, once for each. */
  static final Encoder<Row> PAIRS = rows("a string, b string");

  /** What pairs share, with the fingerprints of the shared words. */
  static final Encoder<Row> REUSES =
      rows("a string, b string, sameOutlet boolean, hashes array<bigint>, json string");

  /** What pairs share and how its words recur. */
  static final Encoder<Row> COPIES = rows("a string, b string, json string, recurring string");

  /** Articles with days, and the stretches that they share. */
  static final Encoder<Row> DATED =
      rows(
          "id string, family string, published string, reports string, stretches string,"
              + " line_reports string, passages string");

  /** Reports as they are published, still without their incidents. */
  static final Encoder<Row> WRITTEN =
      rows("id string, article string, json string, cueStart int, cueEnd int");

  /** Incidents by their reports. */
  static final Encoder<Row> MEMBERS = rows("id string, incident string");

  /** Single events as the articles tell them. */
  static final Encoder<Row> REPORTS =
      rows(
          "id string, article string, likeness string, series boolean, keys array<string>,"
              + " report string");

  /** Two nodes of a graph. */
  static final Encoder<Row> EDGES = rows("a string, b string");

  /** Reports that were brought together. */
  static final Encoder<Row> GROUPS =
      rows("id string, anchor string, articles array<string>, reports string, stretches string");

  /** Names under a key. */
  static final Encoder<Row> FILED = rows("key string, name string");

  /** Incidents and kinds of sums that fit each other. */
  static final Encoder<Row> FITTING = rows("incident string, likeness string");

  /** Incidents that can be among a sum. */
  static final Encoder<Row> SUMS = rows("sum string, incident string, here boolean");

  /** Incidents, or sums of events. */
  static final Encoder<Row> RESULTS = rows("id string, anchor string, json string");

  private Tables() {}

  private static Encoder<Row> rows(String columns) {
    return Encoders.row(StructType.fromDDL(columns));
  }
}
