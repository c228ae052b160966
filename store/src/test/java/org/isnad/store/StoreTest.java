package org.isnad.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.isnad.core.article.Article;
import org.isnad.core.article.ArticleId;
import org.isnad.core.pipeline.PipelineVersion;
import org.isnad.core.pipeline.Problem;
import org.isnad.store.Results.IncidentRow;
import org.isnad.store.Results.PassageRow;
import org.isnad.store.Results.PublicationRow;
import org.isnad.store.Results.ReportRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path folder;

  @Test
  void theSameArticlesAgainAddNothing() {
    try (Store store = Store.create(folder)) {
      assertThat(store.add(List.of(capture("a", "one", "X"), capture("b", "two", null))))
          .isEqualTo(2);
      assertThat(store.add(List.of(capture("renamed", "one", "X"), capture("b", "two", null))))
          .isZero();
      assertThat(store.articles()).extracting(a -> a.id().value()).containsExactly("a", "b");
    }
  }

  @Test
  void oneTextInTwoOutletsIsTwoArticles() {
    try (Store store = Store.create(folder)) {
      store.add(List.of(capture("a", "one", "X"), capture("b", "one", "Y")));
      assertThat(store.sizes()).containsEntry("articles", 2).containsEntry("texts", 1);
    }
  }

  @Test
  void whatAnEarlierCaptureDidNotSayIsCompleted() {
    try (Store store = Store.create(folder)) {
      store.add(List.of(capture("a", "one", null)));
      store.add(List.of(capture("a", "one", "X")));
      assertThat(store.articles()).extracting(Article::outlet).containsExactly("X");
    }
  }

  @Test
  void anIdThatAnotherTextHasGetsANumber() {
    try (Store store = Store.create(folder)) {
      store.add(List.of(capture("a", "one", null), capture("a", "two", null)));
      assertThat(store.articles()).extracting(a -> a.id().value()).containsExactly("a", "a#2");
    }
  }

  @Test
  void aBatchThatFailsLeavesNothingAndTheRepeatedRunGivesTheSame() throws Exception {
    List<Capture> all =
        List.of(capture("a", "one", "X"), capture("b", "two", "Y"), capture("c", "three", "Z"));
    List<Capture> broken = new ArrayList<>(all.subList(1, 3));
    broken.add(new Capture(Article.of("d", "four"), null));
    try (Store store = Store.create(folder)) {
      store.add(all.subList(0, 1));
      assertThatThrownBy(() -> store.add(broken)).isInstanceOf(StoreException.class);
      assertThat(store.sizes()).containsEntry("articles", 1);
    }
    try (Store store = Store.open(folder);
        Store whole = Store.create(folder.resolve("whole"))) {
      store.add(all);
      store.replace(results(), store.state(), NOW, "run");
      whole.add(all);
      whole.replace(results(), whole.state(), NOW, "run");
      assertThat(store.articles()).isEqualTo(whole.articles());
      assertThat(store.sizes()).isEqualTo(whole.sizes());
    }
  }

  @Test
  void resultsReplaceEarlierOnesAndShowWhoCopiedWhom() throws Exception {
    try (Store store = Store.create(folder)) {
      store.add(List.of(capture("a", "one", "X"), capture("b", "two", "Y")));
      store.replace(results(), store.state(), NOW, "run");
      store.replace(results(), store.state(), NOW, "run");
      assertThat(store.incidents(IncidentFilter.STANDING, null, 10))
          .extracting(IncidentRecord::json)
          .containsExactly("{\"id\":\"i1\"}");
      assertThat(store.incident("i1")).isPresent();
      assertThat(store.sizes()).containsEntry("reports", 2).containsEntry("runs", 1);
    }
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Store.FILE));
        var rows =
            connection
                .createStatement()
                .executeQuery("SELECT copying, copied, passages FROM outlet_copies")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString("copying") + rows.getString("copied") + rows.getInt("passages"))
          .isEqualTo("XY1");
    }
  }

  @Test
  void theSameProblemIsKeptOnce() {
    try (Store store = Store.create(folder)) {
      Problem problem = new Problem(Problem.Code.EMPTY, "x.txt", "holds nothing");
      store.addProblems(List.of(problem, problem));
      store.addProblems(List.of(problem));
      assertThat(store.sizes()).containsEntry("problems", 1);
    }
  }

  @Test
  void aFolderWithoutAStoreIsSaid() {
    assertThatThrownBy(() -> Store.open(folder.resolve("none")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("no store in");
  }

  @Test
  void aFileThatIsNoStoreIsSaid() throws IOException {
    Files.writeString(
        folder.resolve(Store.FILE), "no database, only words, and many of them ".repeat(50));
    assertThatThrownBy(() -> Store.open(folder))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("cannot be opened");
  }

  @Test
  void aFolderThatCannotBeMadeIsSaid() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThatThrownBy(() -> Store.create(file.resolve("data")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("cannot be made");
  }

  private static Results results() {
    return new Results(
        new PipelineVersion(1, "k"),
        List.of(new PublicationRow("a", "{}"), new PublicationRow("b", "{}")),
        List.of(
            new ReportRow("a/1", "a", "i1", "{}", 0, 3),
            new ReportRow("b/1", "b", null, "{}", null, null)),
        List.of(new PassageRow("a", 0, 3, "b", 0, 3)),
        List.of(new IncidentRow("i1", "a/1", "{\"id\":\"i1\"}")),
        Map.of(),
        Map.of("a/1", "i1"),
        Map.of());
  }

  private static Capture capture(String id, String text, @Nullable String outlet) {
    Article article =
        new Article(
            new ArticleId(id), text, null, outlet, null, LocalDate.of(2026, 3, 1), null, "ar");
    return new Capture(article, "hash of " + text);
  }
}
