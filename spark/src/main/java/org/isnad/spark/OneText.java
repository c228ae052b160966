package org.isnad.spark;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.isnad.core.article.Article;
import org.jspecify.annotations.Nullable;

/**
 * The articles of one text, as a store takes them in one after the other: one is known by its
 * outlet, or by the text alone where one of the two names none. What an earlier one did not say is
 * taken from a later one.
 */
final class OneText {

  private final List<Kept> all = new ArrayList<>();
  private final Map<String, Kept> byOutlet = new HashMap<>();
  private @Nullable Kept withoutOutlet;
  private @Nullable Kept first;

  private OneText() {}

  /** The articles of rows of {@code file, seq, hash, id, json} in their order. */
  static Iterator<Row> merged(Iterator<Row> rows) {
    OneText text = new OneText();
    while (rows.hasNext()) {
      Row row = rows.next();
      text.add(row.getInt(0), row.getLong(1), Capture.article(row.getString(4), row.getString(3)));
    }
    return text.all.stream()
        .map(
            kept ->
                RowFactory.create(
                    kept.file,
                    kept.seq,
                    kept.article.id().value(),
                    Shared.json().write(kept.article)))
        .iterator();
  }

  private void add(int file, long seq, Article article) {
    Kept known = known(article.outlet());
    if (known == null) {
      Kept kept = new Kept(file, seq, article);
      all.add(kept);
      file(kept);
    } else {
      boolean hadOutlet = known.article.outlet() != null;
      known.article = complete(known.article, article);
      if (!hadOutlet && known.article.outlet() != null) {
        withoutOutlet = null;
        file(known);
      }
    }
  }

  private void file(Kept kept) {
    String outlet = kept.article.outlet();
    if (outlet == null) {
      withoutOutlet = kept;
      return;
    }
    byOutlet.put(outlet, kept);
    if (first == null || isBefore(kept.article, first.article)) {
      first = kept;
    }
  }

  private @Nullable Kept known(@Nullable String outlet) {
    Kept same = outlet == null ? first : byOutlet.get(outlet);
    return same == null ? withoutOutlet : same;
  }

  /** The order of a database: by bytes. */
  private static boolean isBefore(Article one, Article two) {
    byte[] a = one.id().value().getBytes(StandardCharsets.UTF_8);
    byte[] b = two.id().value().getBytes(StandardCharsets.UTF_8);
    return Arrays.compareUnsigned(a, b) < 0;
  }

  private static Article complete(Article known, Article again) {
    return new Article(
        known.id(),
        known.text(),
        or(known.title(), again.title()),
        or(known.outlet(), again.outlet()),
        or(known.url(), again.url()),
        or(known.published(), again.published()),
        or(known.retrieved(), again.retrieved()),
        known.language(),
        known.markup(),
        known.provenance());
  }

  private static <T> @Nullable T or(@Nullable T one, @Nullable T other) {
    return one != null ? one : other;
  }

  /** An article and where it stood first. */
  private static final class Kept {
    private final int file;
    private final long seq;
    private Article article;

    Kept(int file, long seq, Article article) {
      this.file = file;
      this.seq = seq;
      this.article = article;
    }
  }
}
