package org.isnad.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.SparkSession;
import org.isnad.app.Progress;
import org.isnad.app.Run;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.article.Article;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** What an archive repeats: ids, texts, and names that were given because of both. */
class ArticlesTest {

  private static final Pipeline PIPELINE = new Pipeline(ArabicKnowledge.load());
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String[] IDS = {"a", "a#2", "a#2#2", "b", "b#3", "c"};
  private static final String[] OUTLETS = {null, "x", "y", "z"};

  @TempDir private Path folder;

  @Test
  void what_repeats_is_named_and_completed_as_a_store_does_it() throws IOException {
    Random random = new Random(11);
    try (SparkSession spark = Both.local(folder)) {
      spark.conf().set("spark.isnad.bytesPerTask", "700");
      for (int round = 0; round < 2; round++) {
        Path in = Files.createDirectory(folder.resolve("in" + round));
        for (String name : List.of("1.jsonl", "2.jsonl", "3.jsonl")) {
          Files.write(in.resolve(name), lines(random, 10 + round * 30));
        }
        Path out = folder.resolve("out" + round);
        new Archive(spark, List.of(in), null, out.toString(), line -> {}).run("articles");
        assertThat(articles(spark, out)).isEqualTo(stored(in));
      }
    }
  }

  private static List<String> lines(Random random, int articles) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < articles; i++) {
      ObjectNode article = JSON.createObjectNode();
      article.put("id", IDS[random.nextInt(IDS.length)]);
      article.put("text", "نص رقم " + random.nextInt(12));
      article.put("outlet", OUTLETS[random.nextInt(OUTLETS.length)]);
      article.put("published", random.nextInt(3) > 0 ? null : "2019-05-0" + (1 + i % 9));
      article.put("title", random.nextInt(3) > 0 ? null : "title " + i);
      lines.add(article.toString());
    }
    return lines;
  }

  private static List<Article> articles(SparkSession spark, Path out) {
    return spark.read().parquet(out.resolve("articles").toString()).collectAsList().stream()
        .map(row -> Capture.article(row.getString(1), row.getString(0)))
        .sorted(Comparator.comparing(Article::id))
        .toList();
  }

  private List<Article> stored(Path in) {
    Run run = new Run(PIPELINE, 1, Progress.SILENT, Clock.systemUTC());
    try (Store store = Store.create(folder.resolve("store-" + in.getFileName()))) {
      run.run(List.of(in), null, store);
      return store.articles().stream().sorted(Comparator.comparing(Article::id)).toList();
    }
  }
}
