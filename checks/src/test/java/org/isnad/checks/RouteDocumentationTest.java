package org.isnad.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.server.Route;
import org.isnad.server.Routes;
import org.isnad.server.Workspace;
import org.isnad.server.job.JobRunner;
import org.isnad.server.people.Accounts;
import org.isnad.server.people.Role;
import org.isnad.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code docs/routes.md} says of every route which roles may use it. A new route fails here until
 * {@code ./check --write-docs} has written its line and somebody has read it.
 */
class RouteDocumentationTest {

  private static final Path PAGE = Repository.root().resolve("docs/routes.md");

  private static final String HEAD =
      """
      # Routes and roles

      Which role may use which route of `isnad serve`; written from the routes by `./check --write-docs`, and each cell
      tried over HTTP by a test. A role that may not is answered 403, somebody who is not signed in 401.

      | route | anybody | reader | coder | editor | admin | what it does |
      |---|---|---|---|---|---|---|
      """;

  @TempDir Path folder;

  @Test
  void everyRouteIsListedWithItsRoles() throws IOException {
    String matrix = matrix();
    if (Boolean.getBoolean("isnad.docs.write")) {
      Files.writeString(PAGE, matrix);
    }
    assertThat(Files.readString(PAGE)).as("./check --write-docs writes it anew").isEqualTo(matrix);
  }

  private String matrix() {
    StringBuilder page = new StringBuilder(HEAD);
    List<Route> all =
        routes().stream()
            .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
            .toList();
    for (Route route : all) {
      String path = route.path().replaceAll("<([a-z]+)>", "{$1}");
      page.append("| `").append(route.method()).append(' ').append(path).append("` |");
      for (Role role : Role.values()) {
        page.append(role.may(route.role()) ? " yes |" : " |");
      }
      page.append(' ').append(route.summary()).append(" |\n");
    }
    return page.toString();
  }

  private List<Route> routes() {
    Pipeline pipeline = new Pipeline(ArabicKnowledge.load());
    Clock clock = Clock.systemUTC();
    try (Store store = Store.create(folder)) {
      Workspace workspace = Workspace.of(store, pipeline, folder, clock, 1);
      try (JobRunner jobs = JobRunner.of(workspace)) {
        return Routes.of(workspace, new Accounts(store, clock), jobs).all();
      }
    }
  }
}
