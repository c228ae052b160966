package org.isnad.spark;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.isnad.core.reuse.CandidateIndex;
import org.isnad.core.reuse.Recurrence;
import org.jspecify.annotations.Nullable;

/**
 * Finds the pairs of articles that share enough fingerprints, by the rules of {@link
 * CandidateIndex}: a fingerprint of a template pairs nobody, one that few hold pairs them all, one
 * that many hold pairs each with the first alone.
 *
 * <p>The holders of a frequent fingerprint are spread over salts. Its first holders are the first
 * of the first of every salt, and go to all of them.
 */
final class Pairs {

  /** Salts of a frequent fingerprint: a bulletin's phrase in ten million articles is cut small. */
  private static final int SALTS = 64;

  private static final UserDefinedFunction KIND =
      udf((UDF3<Long, Long, Long, String>) Pairs::kind, DataTypes.StringType);

  private Pairs() {}

  /** Every fingerprint of every article that was read. */
  static Dataset<Row> holders(Dataset<Row> read) {
    return read.where(col("reading").isNotNull())
        .select(col("id"), col("outlet"), col("day"), explode(col("hashes")).as("hash"));
  }

  /** What recurs: {@code hash, holders, kind}; kind is null where it only stands in a few. */
  static Dataset<Row> recurring(Dataset<Row> holders) {
    Dataset<Row> all =
        holders.groupBy("hash").agg(count(lit(1)).as("holders")).where(col("holders").gt(1));
    Dataset<Row> printed =
        holders
            .where(col("outlet").isNotNull())
            .groupBy("hash", "outlet")
            .agg(
                count(lit(1)).as("articles"),
                countDistinct(coalesce(col("day"), lit(0L))).as("days"))
            .groupBy("hash")
            .agg(max("articles").as("most"), max("days").as("mostDays"));
    return all.join(printed, new String[] {"hash"}, "left")
        .select(
            col("hash"),
            col("holders"),
            KIND.apply(
                    col("holders"),
                    coalesce(col("most"), lit(0L)),
                    coalesce(col("mostDays"), lit(0L)))
                .as("kind"));
  }

  private static @Nullable String kind(long holders, long most, long mostDays) {
    if (holders < CandidateIndex.STANDING_DAYS) {
      return null;
    }
    Recurrence.Kind kind =
        CandidateIndex.kind((int) Math.min(holders, Integer.MAX_VALUE), (int) most, (int) mostDays);
    return kind == null ? null : kind.name();
  }

  /** The pairs, smaller id first. */
  static Dataset<Row> of(Dataset<Row> holders, Dataset<Row> recurring) {
    Dataset<Row> telling =
        recurring
            .where(col("kind").isNull().or(col("kind").equalTo(Recurrence.Kind.FREQUENT.name())))
            .select("hash", "holders");
    Dataset<Row> held =
        holders
            .select("id", "hash")
            .join(telling, "hash")
            .select(col("hash"), col("id"), col("holders"));
    Dataset<Row> few =
        held.where(col("holders").leq(CandidateIndex.ALL_PAIRS))
            .groupBy("hash")
            .agg(collect_list("id").as("ids"))
            .select("ids")
            .flatMap((FlatMapFunction<Row, Row>) Pairs::all, Tables.PAIRS);
    return few.union(ofMany(held.where(col("holders").gt(CandidateIndex.ALL_PAIRS))))
        .groupBy("a", "b")
        .agg(count(lit(1)).as("shared"))
        .where(col("shared").geq(CandidateIndex.MIN_SHARED))
        .select("a", "b");
  }

  private static Dataset<Row> ofMany(Dataset<Row> held) {
    Dataset<Row> salted =
        held.select(
            col("hash"), col("id"), pmod(xxhash64(col("id")), lit((long) SALTS)).as("salt"));
    Dataset<Row> heads =
        salted
            .groupBy("hash", "salt")
            .agg(first(collect_list(col("id"))).as("ids"))
            .groupBy("hash")
            .agg(first(flatten(collect_list(col("ids")))).as("heads"))
            .withColumn("salt", explode(sequence(lit(0L), lit(SALTS - 1L))));
    return salted
        .join(heads, new String[] {"hash", "salt"}, "inner")
        .select(col("id"), col("heads"))
        .flatMap((FlatMapFunction<Row, Row>) Pairs::withHeads, Tables.PAIRS);
  }

  private static org.apache.spark.sql.Column first(org.apache.spark.sql.Column ids) {
    return slice(array_sort(ids), 1, CandidateIndex.ALL_PAIRS);
  }

  private static Iterator<Row> all(Row row) {
    List<String> ids = new ArrayList<>(row.getList(0));
    Collections.sort(ids);
    List<Row> pairs = new ArrayList<>();
    for (int later = 1; later < ids.size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        pairs.add(RowFactory.create(ids.get(earlier), ids.get(later)));
      }
    }
    return pairs.iterator();
  }

  /** The holder with those before it: its number is known only if it is one of the first itself. */
  private static Iterator<Row> withHeads(Row row) {
    String id = row.getString(0);
    List<String> heads = new ArrayList<>(row.getList(1));
    Collections.sort(heads);
    int found = Collections.binarySearch(heads, id);
    int number = found >= 0 ? found : heads.size();
    List<Row> pairs = new ArrayList<>();
    for (int i = 0; i < CandidateIndex.earlierPartners(number); i++) {
      pairs.add(RowFactory.create(heads.get(i), id));
    }
    return pairs.iterator();
  }
}
