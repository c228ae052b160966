package org.isnad.server;

import io.javalin.http.Context;
import java.util.List;
import org.isnad.core.article.Article;
import org.isnad.server.Route.Answer;
import org.isnad.server.people.Role;
import org.isnad.store.Catalogue.ArticleRow;
import org.isnad.store.Catalogue.OutletCopies;
import org.isnad.store.Catalogue.ReadArticle;
import org.isnad.store.Catalogue.ReportOf;
import org.isnad.store.Results.PassageRow;
import org.isnad.store.Store;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Articles: the text as it was given, what was read in it, its clock, its copies. */
final class ArticleApi {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Store store;

  ArticleApi(Store store) {
    this.store = store;
  }

  List<Route> routes() {
    return List.of(
        new Route(
            "GET",
            "/api/v1/articles",
            Role.READER,
            "Lists articles in the order of their ids.",
            Paging.PARAMETERS,
            Answer.json("ArticlePage"),
            this::list),
        new Route(
            "GET",
            "/api/v1/articles/{id}",
            Role.READER,
            "One article with its text, its reports, its clock and the passages it shares with others.",
            List.of(),
            Answer.json("Article"),
            this::one),
        new Route(
            "GET",
            "/api/v1/copies",
            Role.READER,
            "Which outlet copied from which.",
            List.of(),
            Answer.json("Copies"),
            this::copies));
  }

  private void list(Context request) {
    Filters.onlyKnown(request, Paging.PARAMETERS);
    Paging paging = Paging.of(request);
    List<ArticleRow> rows = store.catalogue().articles(paging.after(), paging.limit() + 1);
    List<ArticleRow> shown = rows.subList(0, Math.min(rows.size(), paging.limit()));
    ObjectNode page = JSON.createObjectNode();
    ArrayNode items = page.putArray("items");
    for (ArticleRow row : shown) {
      ObjectNode node = items.addObject();
      node.put("id", row.id());
      node.put("title", row.title());
      node.put("outlet", row.outlet());
      node.put("url", row.url());
      node.put("published", row.published());
      node.put("reports", row.reports());
    }
    page.put(
        "next", paging.next(request, rows.size() > shown.size() ? shown.getLast().id() : null));
    Answers.json(request, page);
  }

  private void one(Context request) {
    String id = request.pathParam("id");
    ReadArticle read =
        store.catalogue().article(id).orElseThrow(() -> ApiProblem.unknown("article", id));
    if (Etag.isCurrent(request, store.catalogue().lastChange())) {
      return;
    }
    Article article = read.article();
    ObjectNode node = JSON.createObjectNode();
    node.put("id", article.id().value());
    node.put("title", article.title());
    node.put("outlet", article.outlet());
    node.put("url", article.url());
    node.put("published", article.published() == null ? null : article.published().toString());
    node.put("retrieved", article.retrieved() == null ? null : article.retrieved().toString());
    node.put("language", article.language());
    node.put("text", article.text());
    node.put("hash", org.isnad.io.ContentHash.of(article.text()));
    node.set("publication", read.publication() == null ? null : JSON.readTree(read.publication()));
    ArrayNode reports = node.putArray("reports");
    for (ReportOf report : read.reports()) {
      ObjectNode one = (ObjectNode) JSON.readTree(report.json());
      one.put("incident", report.incident());
      reports.add(one);
    }
    ArrayNode passages = node.putArray("passages");
    read.copies().forEach(passage -> passages.add(passage(id, passage)));
    Answers.json(request, node);
  }

  /** A shared passage as one of its two articles sees it; offsets are code points. */
  private static ObjectNode passage(String id, PassageRow passage) {
    boolean copied = passage.copy().equals(id);
    ObjectNode node = JSON.createObjectNode();
    node.put("direction", copied ? "copied-from" : "copied-by");
    node.put("other", copied ? passage.original() : passage.copy());
    ArrayNode here = node.putArray("span");
    here.add(copied ? passage.copyStart() : passage.originalStart());
    here.add(copied ? passage.copyEnd() : passage.originalEnd());
    ArrayNode there = node.putArray("otherSpan");
    there.add(copied ? passage.originalStart() : passage.copyStart());
    there.add(copied ? passage.originalEnd() : passage.copyEnd());
    return node;
  }

  private void copies(Context request) {
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode items = answer.putArray("items");
    for (OutletCopies row : store.catalogue().outletCopies()) {
      ObjectNode node = items.addObject();
      node.put("copying", row.copying());
      node.put("copied", row.copied());
      node.put("articles", row.articles());
      node.put("passages", row.passages());
    }
    Answers.json(request, answer);
  }
}
