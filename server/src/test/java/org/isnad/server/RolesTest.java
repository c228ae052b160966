package org.isnad.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.isnad.server.people.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every route lets in whom it says, and nobody else. */
class RolesTest {

  /** All that somebody who is not signed in can reach. A new route is none of these by itself. */
  private static final Set<String> OPEN =
      Set.of(
          "GET /",
          "GET /ar/<page>",
          "GET /assets/{file}",
          "GET /en/<page>",
          "GET /api/v1/health",
          "GET /api/v1/openapi.json",
          "DELETE /api/v1/session",
          "GET /api/v1/session",
          "POST /api/v1/session");

  @TempDir static Path folder;

  private static Team team;
  private static final Map<Role, String> COOKIES = new TreeMap<>();

  @BeforeAll
  static void start() {
    team = Team.over(folder).withEveryRole();
    COOKIES.put(Role.ANYBODY, "x=y");
    for (Role role : Role.values()) {
      if (role != Role.ANYBODY) {
        COOKIES.put(role, team.signIn(role.id()));
      }
    }
  }

  @AfterAll
  static void stop() {
    team.close();
  }

  @Test
  void onlyTheseRoutesAreOpenToAnybody() {
    Set<String> open = new TreeSet<>();
    for (Route route : team.routes.all()) {
      if (route.role() == Role.ANYBODY) {
        open.add(route.method() + " " + route.path());
      }
    }
    assertThat(open).containsExactlyInAnyOrderElementsOf(OPEN);
  }

  @Test
  void everyWriteNeedsMoreThanAReader() {
    for (Route route : team.routes.all()) {
      boolean ownAffair = route.path().startsWith("/api/v1/session");
      assertThat(!route.writes() || ownAffair || route.role().may(Role.CODER))
          .as(route.method() + " " + route.path())
          .isTrue();
    }
  }

  @Test
  void everyRouteLetsInWhomItSays() {
    for (Route route : team.routes.all()) {
      for (Role role : Role.values()) {
        if (route.path().endsWith("/session") && route.writes()) {
          continue; // it would end the sessions of this test
        }
        int status = ask(route, COOKIES.getOrDefault(role, ""));
        int refused = role == Role.ANYBODY ? 401 : 403;
        String what = route.method() + " " + route.path() + " as " + role.id();
        if (role.may(route.role())) {
          assertThat(status).as(what).isNotIn(401, 403);
        } else {
          assertThat(status).as(what).isEqualTo(refused);
        }
      }
    }
  }

  @Test
  void everyWriteWithACookieNeedsTheHeaderOfOwnPages() {
    for (Route route : team.routes.all()) {
      if (route.writes()) {
        HttpRequest.Builder request =
            HttpRequest.newBuilder(uri(route))
                .header("Cookie", COOKIES.getOrDefault(Role.ADMIN, ""))
                .method(route.method(), BodyPublishers.noBody());
        assertThat(Team.code(team.send(request)))
            .as(route.method() + " " + route.path())
            .isEqualTo("csrf");
      }
    }
  }

  private static int ask(Route route, String cookie) {
    return team.send(
            HttpRequest.newBuilder(uri(route))
                .header("Cookie", cookie)
                .header(Guard.OWN_PAGE, "1")
                .method(route.method(), BodyPublishers.noBody()))
        .statusCode();
  }

  private static URI uri(Route route) {
    return URI.create(team.address() + route.path().replaceAll("[{<][a-z]+[>}]", "x"));
  }
}
