package org.isnad.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Connected parts of a graph: every node with the smallest of its part. Nodes learn the smallest
 * name among their neighbours, and point on to whatever those have learnt, until nothing changes;
 * with the pointing on, the rounds grow with the logarithm of the longest chain.
 */
final class Components {

  private static final int MOST_ROUNDS = 64;

  private final Stages stages;
  private final String name;

  /** Parts whose rounds are kept under {@code name}. */
  Components(Stages stages, String name) {
    this.stages = stages;
    this.name = name;
  }

  /**
   * The parts, as {@code node} and {@code part}, of a graph of edges from {@code a} to {@code b}.
   */
  Dataset<Row> of(Dataset<Row> edges) {
    Dataset<Row> both =
        stages.round(
            name + "_edges",
            edges
                .select(col("a"), col("b"))
                .union(edges.select(col("b"), col("a")))
                .where(col("a").notEqual(col("b")))
                .distinct());
    Dataset<Row> parts =
        stages.round(
            name + "_0",
            both.groupBy(col("a").as("node"))
                .agg(min("b").as("least"))
                .select(col("node"), least(col("node"), col("least")).as("part")));
    for (int round = 1; round <= MOST_ROUNDS; round++) {
      Dataset<Row> next = stages.round(name + "_" + round, step(both, parts));
      boolean same =
          next.join(parts.withColumnRenamed("part", "before"), "node")
              .where(col("part").notEqual(col("before")))
              .isEmpty();
      if (same) {
        return next;
      }
      parts = next;
    }
    throw new IllegalStateException("parts of the graph did not settle in " + MOST_ROUNDS);
  }

  private static Dataset<Row> step(Dataset<Row> edges, Dataset<Row> parts) {
    Dataset<Row> heard =
        edges
            .join(parts.withColumnRenamed("node", "b"), "b")
            .groupBy(col("a").as("node"))
            .agg(min("part").as("heard"));
    Dataset<Row> lower =
        parts
            .join(heard, "node")
            .select(col("node"), col("part"), least(col("part"), col("heard")).as("lower"));
    // what a node hears is passed to the node it pointed at as well: parts join at their heads
    Dataset<Row> told =
        lower
            .select(col("node"), col("lower"))
            .union(lower.select(col("part").as("node"), col("lower")))
            .groupBy("node")
            .agg(min("lower").as("lower"));
    Dataset<Row> heads = told.select(col("node").as("head"), col("lower").as("above"));
    return told.join(heads, col("lower").equalTo(col("head")), "left")
        .select(
            col("node"),
            when(col("above").isNull(), col("lower"))
                .otherwise(least(col("lower"), col("above")))
                .as("part"));
  }
}
