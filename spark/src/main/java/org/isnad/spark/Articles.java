package org.isnad.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.jspecify.annotations.Nullable;

/**
 * Articles under their final names, each once, as a store takes them in: an id that stands twice
 * gets a number, and the same text again from the same outlet is the same article.
 *
 * <p>Few ids and texts of an archive stand twice, so names and digests alone are counted, and only
 * what they tell of is moved with its text.
 */
final class Articles {

  private static final int MOST_ROUNDS = 64;

  /** The end of a name that was given a number, which an id may have by itself. */
  private static final String NUMBERED = "#[0-9]+$";

  private static final String[] PLACE = {"file", "seq"};

  private final Stages stages;

  /** Articles whose rounds are kept among these tables. */
  Articles(Stages stages) {
    this.stages = stages;
  }

  /** The articles, as {@code id} and {@code json}. */
  Dataset<Row> of(Dataset<Row> captured) {
    Dataset<Row> articles = once(named(captured.where(col("json").isNotNull())));
    Dataset<Row> clashes = settled(articles.select("file", "seq", "id"));
    return clashes == null
        ? articles.select("id", "json")
        : articles
            .join(clashes, PLACE, "left")
            .select(
                when(col("free").isNull(), col("id")).otherwise(col("free")).as("id"), col("json"));
  }

  /** The first of an id keeps it. */
  private static Dataset<Row> named(Dataset<Row> captured) {
    Dataset<Row> again =
        captured
            .select("file", "seq", "id")
            .withColumn("times", row_number().over(inOrder("id")))
            .where(col("times").gt(1))
            .select("file", "seq", "times");
    return captured
        .join(again, PLACE, "left")
        .select(
            col("file"),
            col("seq"),
            col("hash"),
            numbered(col("id"), col("times")).as("id"),
            col("json"));
  }

  private static Column numbered(Column id, Column times) {
    return when(times.isNull().or(times.equalTo(1)), id).otherwise(concat(id, lit("#"), times));
  }

  private static WindowSpec inOrder(String of) {
    return Window.partitionBy(of).orderBy("file", "seq");
  }

  /** The same text from the same outlet once. */
  private static Dataset<Row> once(Dataset<Row> named) {
    Dataset<Row> repeated =
        named
            .groupBy("hash")
            .agg(count(lit(1)).as("times"))
            .where(col("times").gt(1))
            .select("hash");
    MapFunction<Row, String> hash = row -> row.getString(2);
    Dataset<Row> merged =
        named
            .join(repeated, "hash")
            .select("file", "seq", "hash", "id", "json")
            .groupByKey(hash, Encoders.STRING())
            .flatMapSortedGroups(
                new Column[] {col("file"), col("seq")},
                (FlatMapGroupsFunction<String, Row, Row>) (text, rows) -> OneText.merged(rows),
                Tables.ARTICLES);
    return named
        .join(repeated, new String[] {"hash"}, "left_anti")
        .select("file", "seq", "id", "json")
        .union(merged);
  }

  /**
   * The names of articles whose own another had before, or null where there are none: a name that
   * was given can be the id of another article. Whoever comes later takes the next number that is
   * free.
   */
  private @Nullable Dataset<Row> settled(Dataset<Row> names) {
    Dataset<Row> claims =
        names
            .where(col("id").rlike(NUMBERED))
            .select(col("file"), col("seq"), col("id"), lit(1L).as("times"));
    if (claims.groupBy("id").count().where(col("count").gt(1)).isEmpty()) {
      return null;
    }
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Dataset<Row> ranked =
          stages.round(
              "_names_" + round,
              claims
                  .withColumn("free", numbered(col("id"), col("times")))
                  .withColumn("rank", row_number().over(inOrder("free"))));
      if (ranked.where(col("rank").gt(1)).isEmpty()) {
        return ranked.where(col("times").gt(1)).select("file", "seq", "free");
      }
      claims =
          ranked.select(
              col("file"),
              col("seq"),
              col("id"),
              when(col("rank").gt(1), col("times").plus(1)).otherwise(col("times")).as("times"));
    }
    throw new IllegalStateException("names did not settle in " + MOST_ROUNDS + " rounds");
  }
}
