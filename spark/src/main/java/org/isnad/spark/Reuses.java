package org.isnad.spark;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.struct;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.isnad.core.article.Article;
import org.isnad.core.reuse.Lineage;
import org.isnad.core.reuse.Recurrence;
import org.isnad.core.reuse.TextReuse;

/**
 * Aligns pairs and keeps those that are copies, the rest of the collection considered. The text of
 * a story's first print goes to every pair that it is in; pairs are spread by their other article,
 * so that no task has them all.
 */
final class Reuses {

  private Reuses() {}

  /** What the pairs share. */
  static Dataset<Row> of(Dataset<Row> pairs, Dataset<Row> articles) {
    Dataset<Row> texts = articles.select(col("id"), col("json"));
    Dataset<Row> first = texts.select(col("id").as("a"), col("json").as("jsonA"));
    Dataset<Row> second = texts.select(col("id").as("b"), col("json").as("jsonB"));
    return pairs
        .join(first, "a")
        .join(second, "b")
        .select("a", "b", "jsonA", "jsonB")
        .flatMap((FlatMapFunction<Row, Row>) Reuses::align, Tables.REUSES);
  }

  private static Iterator<Row> align(Row row) {
    Article a = Capture.article(row.getString(2), row.getString(0));
    Article b = Capture.article(row.getString(3), row.getString(1));
    TextReuse reuse = Shared.pipeline().align(a, b);
    if (reuse.isEmpty()) {
      return Collections.emptyIterator();
    }
    return List.of(
            RowFactory.create(
                row.getString(0),
                row.getString(1),
                a.outlet() != null && a.outlet().equals(b.outlet()),
                hashes(reuse),
                Shared.json().write(reuse)))
        .iterator();
  }

  private static long[] hashes(TextReuse reuse) {
    return reuse.passages().stream()
        .flatMapToLong(passage -> LongStream.of(passage.fingerprints()))
        .sorted()
        .distinct()
        .toArray();
  }

  /** Those that are copies, each with what recurs of its words. */
  static Dataset<Row> copies(Dataset<Row> reuses, Dataset<Row> recurring) {
    Dataset<Row> known = recurring.where(col("kind").isNotNull());
    Dataset<Row> entries =
        reuses
            .select(col("a"), col("b"), explode(col("hashes")).as("hash"))
            .join(known, "hash")
            .groupBy("a", "b")
            .agg(array_sort(collect_list(struct("hash", "holders", "kind"))).as("entries"));
    return reuses
        .join(entries, new String[] {"a", "b"}, "left")
        .select("a", "b", "json", "sameOutlet", "entries")
        .flatMap((FlatMapFunction<Row, Row>) Reuses::copy, Tables.COPIES);
  }

  private static Iterator<Row> copy(Row row) {
    List<Recurrence.Entry> entries = new ArrayList<>();
    if (!row.isNullAt(4)) {
      for (Row entry : row.<Row>getList(4)) {
        int holders = (int) Math.min(entry.getLong(1), Integer.MAX_VALUE);
        Recurrence.Kind kind = Recurrence.Kind.valueOf(entry.getString(2));
        entries.add(new Recurrence.Entry(entry.getLong(0), holders, kind));
      }
    }
    TextReuse reuse = Shared.json().read(row.getString(2), TextReuse.class);
    if (!Lineage.isCopy(reuse, Recurrence.of(entries), row.getBoolean(3))) {
      return List.<Row>of().iterator();
    }
    return List.of(
            RowFactory.create(
                row.getString(0), row.getString(1), row.getString(2), Shared.json().write(entries)))
        .iterator();
  }

  /** The entries of several pairs, each fingerprint once; prints of one story have the same. */
  static Recurrence recurrence(Set<String> recurring) {
    Map<Long, Recurrence.Entry> entries = new LinkedHashMap<>();
    for (String json : recurring) {
      for (Recurrence.Entry entry : Shared.json().readAll(json, Recurrence.Entry.class)) {
        entries.put(entry.hash(), entry);
      }
    }
    return Recurrence.of(entries.values());
  }
}
