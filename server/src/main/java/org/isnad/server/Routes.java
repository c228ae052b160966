package org.isnad.server;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.isnad.app.Progress;
import org.isnad.app.Run;
import org.isnad.server.Route.Answer;
import org.isnad.server.job.JobRunner;
import org.isnad.server.people.Accounts;
import org.isnad.server.people.Role;
import org.isnad.store.Store;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every route of the server. */
public final class Routes {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Route> all;

  private Routes(List<Route> all) {
    this.all = List.copyOf(all);
  }

  /**
   * The routes over a workspace.
   *
   * @param accounts who may sign in
   * @param jobs what imports start
   */
  public static Routes of(Workspace workspace, Accounts accounts, JobRunner jobs) {
    Store store = workspace.store();
    Clock clock = workspace.clock();
    Run run = new Run(workspace.pipeline(), workspace.threads(), Progress.SILENT, clock);
    Asked asked = new Asked(workspace.search());
    Audit audit = new Audit(store, clock);
    Repeats repeats = new Repeats(store, clock);
    List<Route> routes = new ArrayList<>();
    routes.addAll(new SessionApi(store, accounts, audit).routes());
    routes.addAll(new AccountApi(store.people(), accounts, audit).routes());
    routes.addAll(new ExportApi(store, asked, audit).routes());
    routes.addAll(new DecisionApi(workspace, run, repeats, audit).routes());
    routes.addAll(new IncidentApi(store, asked, workspace.pipeline().knowledge()).routes());
    routes.addAll(new DuplicateApi(store, asked).routes());
    routes.addAll(new EvidenceApi(store, asked).routes());
    routes.addAll(new ChartApi(store, asked).routes());
    routes.addAll(new ArticleApi(store).routes());
    routes.addAll(new ChangeApi(store).routes());
    routes.addAll(new ImportApi(jobs, repeats, audit).routes());
    routes.addAll(new JobApi(jobs, audit, workspace.beat()).routes());
    routes.addAll(new VocabularyApi(workspace.pipeline().knowledge()).routes());
    routes.add(health(store));
    List<Route> described = List.copyOf(routes);
    routes.add(
        new Route(
            "GET",
            "/api/v1/openapi.json",
            Role.ANYBODY,
            "This description of the API.",
            List.of(),
            Answer.json("OpenApi"),
            request -> Answers.json(request, OpenApi.of(described))));
    routes.addAll(new Pages().routes());
    return new Routes(routes);
  }

  /** All routes. */
  public List<Route> all() {
    return all;
  }

  private static Route health(Store store) {
    return new Route(
        "GET",
        "/api/v1/health",
        Role.ANYBODY,
        "Whether the server can read its store.",
        List.of(),
        Answer.json("Health"),
        request -> {
          ObjectNode node = JSON.createObjectNode();
          store.catalogue().lastChange();
          node.put("status", "ok");
          Answers.json(request, node);
        });
  }
}
