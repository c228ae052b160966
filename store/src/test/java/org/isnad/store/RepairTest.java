package org.isnad.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.isnad.core.article.Article;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged file is found out, and what can be read of it comes over. */
class RepairTest {

  private static final int ARTICLES = 400;
  private static final int PAGE = 4096;

  @TempDir Path folder;
  private final Map<String, String> texts = new TreeMap<>();

  @BeforeEach
  void fill() {
    try (Store store = Store.create(folder)) {
      List<Capture> batch = new ArrayList<>();
      for (int n = 0; n < ARTICLES; n++) {
        String text = ("كلمة " + n + " ").repeat(40);
        batch.add(Fixture.capture("a" + n, text, "X"));
        texts.put("a" + n, text);
      }
      store.add(batch);
    }
  }

  @Test
  void aSoundFileHasNoDamages() {
    StoreFile file = new StoreFile(folder);
    assertThat(file.damages()).isEmpty();
    assertThat(file.schema()).isGreaterThanOrEqualTo(6);
    assertThat(file.isBusy()).isFalse();
  }

  @Test
  void pagesOverwrittenAtRandomAreFoundOutAndCostTheirOwnRowsOnly() throws IOException {
    Random random = new Random(11);
    overwrite(random, 6);
    StoreFile file = new StoreFile(folder);
    assertThat(file.damages()).isNotEmpty();
    Salvage.Result result = file.repair();
    assertThat(file.damages()).isEmpty();
    assertThat(result.damaged()).exists();
    try (Store store = Store.open(folder)) {
      List<Article> left = store.articles();
      assertThat(left.size()).isGreaterThan(ARTICLES / 2);
      left.forEach(a -> assertThat(a.text()).isEqualTo(texts.get(a.id().value())));
    }
  }

  @Test
  void aFileThatNothingCanBeReadOfStaysWhereItIs() throws IOException {
    byte[] bytes = "no database ".repeat(500).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Path path = folder.resolve(Store.FILE);
    Files.write(path, bytes);
    StoreFile file = new StoreFile(folder);
    assertThat(file.damages()).isNotEmpty();
    assertThatThrownBy(file::repair)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("restore a backup");
    assertThat(path).hasBinaryContent(bytes);
  }

  @Test
  void aBackupTakesThePlaceOfADamagedFile() throws IOException {
    Path backup = folder.resolve("backup.jsonl.gz");
    try (Store store = Store.open(folder)) {
      store.backup(backup);
    }
    overwrite(new Random(5), 20);
    new StoreFile(folder).restore(backup);
    try (Store store = Store.open(folder)) {
      assertThat(store.articleCount()).isEqualTo(ARTICLES);
    }
    assertThat(folder.resolve(Store.FILE + ".damaged")).exists();
  }

  @Test
  void aTornFileCutAtAnyPlaceIsMendedOrSaidToBeBeyondMending() throws IOException {
    byte[] whole = Files.readAllBytes(folder.resolve(Store.FILE));
    Random random = new Random(7);
    for (int n = 0; n < 10; n++) {
      Path torn = Files.createDirectories(folder.resolve("torn" + n));
      int length = PAGE + random.nextInt(whole.length - PAGE);
      Files.write(torn.resolve(Store.FILE), java.util.Arrays.copyOf(whole, length));
      StoreFile file = new StoreFile(torn);
      assertThat(file.damages()).isNotEmpty();
      try {
        file.repair();
        assertThat(file.damages()).isEmpty();
      } catch (StoreException e) {
        assertThat(e).hasMessageContaining("restore a backup");
      }
    }
  }

  /** Overwrites pages behind those of the schema. */
  private void overwrite(Random random, int pages) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve(Store.FILE).toFile(), "rw")) {
      int all = (int) (file.length() / PAGE);
      byte[] noise = new byte[PAGE];
      for (int n = 0; n < pages; n++) {
        random.nextBytes(noise);
        file.seek((long) PAGE * (60 + random.nextInt(all - 60)));
        file.write(noise);
      }
    }
  }
}
