package org.isnad.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
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
import org.isnad.store.Results.SeriesRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store does, whatever database it lies in. */
abstract class StoreSuite {

  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  /** The store of this test; the same one every time. */
  abstract Store store();

  /** Another, empty one. */
  abstract Store another();

  /** An address at which other programs find the store of this test. */
  abstract String address();

  /** The rows that any program gets, cells with bars between. */
  final List<String> query(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(address());
        ResultSet row = connection.createStatement().executeQuery(sql)) {
      while (row.next()) {
        StringBuilder cells = new StringBuilder();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          cells.append(i == 1 ? "" : "|").append(row.getString(i));
        }
        rows.add(cells.toString());
      }
    }
    return rows;
  }

  @Test
  void theSameArticlesAgainAddNothing() {
    try (Store store = store()) {
      assertThat(store.add(List.of(capture("a", "one", "X"), capture("b", "two", null))))
          .isEqualTo(2);
      assertThat(store.add(List.of(capture("renamed", "one", "X"), capture("b", "two", null))))
          .isZero();
      assertThat(store.articles()).extracting(a -> a.id().value()).containsExactly("a", "b");
    }
  }

  @Test
  void oneTextInTwoOutletsIsTwoArticles() {
    try (Store store = store()) {
      store.add(List.of(capture("a", "one", "X"), capture("b", "one", "Y")));
      assertThat(store.sizes()).containsEntry("articles", 2).containsEntry("texts", 1);
    }
  }

  @Test
  void whatAnEarlierCaptureDidNotSayIsCompleted() {
    try (Store store = store()) {
      store.add(List.of(capture("a", "one", null)));
      store.add(List.of(capture("a", "one", "X")));
      assertThat(store.articles()).extracting(Article::outlet).containsExactly("X");
    }
  }

  @Test
  void anIdThatAnotherTextHasGetsANumber() {
    try (Store store = store()) {
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
    try (Store store = store()) {
      store.add(all.subList(0, 1));
      assertThatThrownBy(() -> store.add(broken)).isInstanceOf(StoreException.class);
      assertThat(store.sizes()).containsEntry("articles", 1);
    }
    try (Store store = store();
        Store whole = another()) {
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
    try (Store store = store()) {
      store.add(List.of(capture("a", "one", "X"), capture("b", "two", "Y")));
      store.replace(results(), store.state(), NOW, "run");
      store.replace(results(), store.state(), NOW, "run");
      assertThat(store.incidents(IncidentFilter.STANDING, null, 10))
          .extracting(IncidentRecord::json)
          .containsExactly("{\"id\":\"i1\"}");
      assertThat(store.incident("i1")).isPresent();
      assertThat(store.sizes()).containsEntry("reports", 2).containsEntry("runs", 1);
    }
    assertThat(query("SELECT copying, copied, passages FROM outlet_copies"))
        .containsExactly("X|Y|1");
    assertThat(
            query(
                "SELECT incident, report, outlet FROM incident_reports WHERE incident IS NOT NULL"))
        .containsExactly("i1|a/1|X");
  }

  @Test
  void whoGivesWhichValueIsAViewForPeople() throws SQLException {
    try (Store store = store()) {
      store.add(List.of(capture("a", "one", "X")));
      ReviewSuite.replace(store, Map.of(), Fixture.incident("i1", 3, "a"));
    }
    assertThat(query("SELECT incident, field, report, outlet FROM incident_claims ORDER BY field"))
        .containsExactly("i1|killed|a/1|X", "i1|place|a/1|X", "i1|time|a/1|X", "i1|type|a/1|X");
    assertThat(query("SELECT value FROM incident_claims WHERE field = 'type'"))
        .containsExactly("bombing");
  }

  @Test
  void theSameProblemIsKeptOnce() {
    try (Store store = store()) {
      Problem problem = new Problem(Problem.Code.EMPTY, "x.txt", "holds nothing");
      store.addProblems(List.of(problem, problem));
      store.addProblems(List.of(problem));
      assertThat(store.sizes()).containsEntry("problems", 1);
    }
  }

  static Results results() {
    return new Results(
        new PipelineVersion(1, "k"),
        List.of(new PublicationRow("a", "{}"), new PublicationRow("b", "{}")),
        List.of(
            new ReportRow("b/1", "b", null, "{}", null, null),
            new ReportRow("a/1", "a", "i1", "{}", 0, 3)),
        List.of(new PassageRow("a", 0, 3, "b", 0, 3)),
        List.of(new IncidentRow("i1", "a/1", "{\"id\":\"i1\"}")),
        List.of(new SeriesRow("b/1", "{\"id\":\"b/1\"}")),
        Map.of(),
        Map.of("a/1", "i1"),
        Map.of());
  }

  static Capture capture(String id, String text, @Nullable String outlet) {
    Article article =
        new Article(
            new ArticleId(id), text, null, outlet, null, LocalDate.of(2026, 3, 1), null, "ar");
    return new Capture(article, "hash of " + text);
  }
}
