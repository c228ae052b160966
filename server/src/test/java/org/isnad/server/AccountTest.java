package org.isnad.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isnad.server.Team.PASSWORD;
import static org.isnad.server.Team.code;
import static org.isnad.server.Team.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Accounts over HTTP: who has them, who gives them, who takes them away. */
class AccountTest {

  private static final String OTHER = "nine loud kettles";

  @TempDir Path folder;

  private Team team;
  private String admin;

  @BeforeEach
  void start() {
    team = Team.over(folder).withEveryRole();
    admin = team.signIn("admin");
  }

  @AfterEach
  void stop() {
    team.close();
  }

  private HttpResponse<String> ask(String cookie, String method, String path, String body) {
    return team.send(
        team.request(path)
            .header("Cookie", cookie)
            .header(Guard.OWN_PAGE, "1")
            .method(method, BodyPublishers.ofString(body.replace('\'', '"'))));
  }

  private static String confirmed(String members) {
    return "{'confirm':'" + PASSWORD + "'," + members + "}";
  }

  private JsonNode user(String name) {
    return json(team.get(admin, "users"))
        .path("items")
        .valueStream()
        .filter(user -> user.path("name").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<String> logged() {
    return json(team.get(admin, "audit"))
        .path("items")
        .valueStream()
        .map(line -> line.path("what").asString() + " " + line.path("detail").asString())
        .toList();
  }

  @Test
  void anAdminMakesAnAccountThatSignsIn() {
    String body = confirmed("'name':'nour','role':'coder','password':'" + OTHER + "'");
    HttpResponse<String> made = ask(admin, "POST", "users", body);
    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(json(made).path("role").asString()).isEqualTo("coder");
    assertThat(team.trySignIn("nour", OTHER).statusCode()).isEqualTo(200);
    assertThat(ask(admin, "POST", "users", body).statusCode()).isEqualTo(409);
    assertThat(logged()).contains("user-add nour, coder");
    assertThat(user("nour").path("sessions").asInt()).isEqualTo(1);
  }

  @Test
  void whatCannotBeAnAccountIsRefused() {
    for (String members :
        List.of(
            "'name':'nour','role':'coder','password':'short'",
            "'name':'no ur','role':'coder','password':'" + OTHER + "'",
            "'name':'nour','role':'anybody','password':'" + OTHER + "'",
            "'name':'nour','role':'king','password':'" + OTHER + "'",
            "'name':'nour','role':'coder'",
            "'role':'coder','password':'" + OTHER + "'")) {
      assertThat(code(ask(admin, "POST", "users", confirmed(members))))
          .as(members)
          .isEqualTo("bad-body");
    }
    assertThat(team.accounts.exist()).isTrue();
    assertThat(json(team.get(admin, "users")).path("items").size()).isEqualTo(4);
  }

  @Test
  void aBrowserLeftOpenMakesNoAccounts() {
    String members = "'name':'nour','role':'admin','password':'" + OTHER + "'";
    assertThat(code(ask(admin, "POST", "users", "{" + members + "}"))).isEqualTo("bad-body");
    String wrong = "{'confirm':'not the password at all'," + members + "}";
    assertThat(code(ask(admin, "POST", "users", wrong))).isEqualTo("bad-credentials");
    for (int i = 0; i < 6; i++) {
      ask(admin, "POST", "users", wrong);
    }
    HttpResponse<String> slowed = ask(admin, "POST", "users", confirmed(members));
    assertThat(slowed.statusCode()).isEqualTo(429);
    assertThat(slowed.headers().firstValue("Retry-After")).isPresent();
    assertThat(logged()).anyMatch(line -> line.startsWith("confirm-refused"));
    assertThat(team.store.people().person("nour")).isEmpty();
  }

  @Test
  void aTokenMakesNoAccounts() {
    String token =
        team.accounts
            .addToken("admin", org.isnad.server.people.Role.ADMIN, "", java.time.Duration.ofDays(1))
            .secret();
    String body = confirmed("'name':'nour','role':'coder','password':'" + OTHER + "'");
    HttpResponse<String> answer =
        team.send(
            team.request("users")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString(body.replace('\'', '"'))));
    assertThat(code(answer)).isEqualTo("no-session");
  }

  @Test
  void aRoleChangesAtOnceAndWhoIsKeptOutIsOut() {
    String coder = team.signIn("coder");
    assertThat(ask(admin, "PATCH", "users/coder", confirmed("'role':'admin'")).statusCode())
        .isEqualTo(200);
    assertThat(team.get(coder, "users").statusCode()).isEqualTo(200);
    assertThat(ask(admin, "PATCH", "users/coder", confirmed("'disabled':true")).statusCode())
        .isEqualTo(200);
    assertThat(team.get(coder, "incidents").statusCode()).isEqualTo(401);
    assertThat(team.trySignIn("coder", PASSWORD).statusCode()).isEqualTo(401);
    ask(admin, "PATCH", "users/coder", confirmed("'disabled':false"));
    assertThat(team.trySignIn("coder", PASSWORD).statusCode()).isEqualTo(200);
    assertThat(logged())
        .contains("user-role coder, admin", "user-disable coder", "user-enable coder");
  }

  @Test
  void theLastAdminStays() {
    for (String members : List.of("'role':'reader'", "'disabled':true")) {
      assertThat(code(ask(admin, "PATCH", "users/admin", confirmed(members)))).isEqualTo("refused");
    }
    ask(admin, "PATCH", "users/editor", confirmed("'role':'admin'"));
    assertThat(ask(admin, "PATCH", "users/admin", confirmed("'role':'reader'")).statusCode())
        .isEqualTo(200);
    assertThat(team.get(admin, "users").statusCode()).isEqualTo(403);
  }

  @Test
  void aNewPasswordEndsTheSessionsOfItsAccount() {
    String reader = team.signIn("reader");
    String body = confirmed("'new':'" + OTHER + "'");
    assertThat(ask(admin, "PUT", "users/reader/password", body).statusCode()).isEqualTo(204);
    assertThat(team.get(reader, "incidents").statusCode()).isEqualTo(401);
    assertThat(team.trySignIn("reader", PASSWORD).statusCode()).isEqualTo(401);
    assertThat(team.trySignIn("reader", OTHER).statusCode()).isEqualTo(200);
    assertThat(code(ask(admin, "PUT", "users/admin/password", body))).isEqualTo("refused");
    assertThat(ask(admin, "PUT", "users/nobody/password", body).statusCode()).isEqualTo(404);
  }

  @Test
  void sessionsEndWhenAnAdminSaysSo() {
    String first = team.signIn("reader");
    String second = team.signIn("reader");
    assertThat(user("reader").path("sessions").asInt()).isEqualTo(2);
    assertThat(ask(admin, "DELETE", "users/reader/sessions", "").statusCode()).isEqualTo(204);
    assertThat(team.get(first, "incidents").statusCode()).isEqualTo(401);
    assertThat(team.get(second, "incidents").statusCode()).isEqualTo(401);
    assertThat(logged()).contains("sessions-end reader, 2");
  }

  @Test
  void aTokenIsShownOnceAndTakenBack() {
    HttpResponse<String> made =
        ask(admin, "POST", "users/coder/tokens", confirmed("'role':'admin','note':'nightly'"));
    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(made.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(json(made).path("role").asString()).isEqualTo("coder");
    String secret = json(made).path("secret").asString();
    assertThat(bearer(secret)).isEqualTo(200);
    assertThat(team.get(admin, "users").body()).contains("nightly").doesNotContain(secret);
    String id = json(made).path("id").asString();
    assertThat(ask(admin, "DELETE", "users/reader/tokens/" + id, "").statusCode()).isEqualTo(404);
    assertThat(ask(admin, "DELETE", "users/coder/tokens/" + id, "").statusCode()).isEqualTo(204);
    assertThat(bearer(secret)).isEqualTo(401);
    assertThat(code(ask(admin, "POST", "users/coder/tokens", confirmed("'days':4000"))))
        .isEqualTo("bad-body");
  }

  private int bearer(String secret) {
    return team.send(team.request("incidents").header("Authorization", "Bearer " + secret))
        .statusCode();
  }

  @Test
  void theFirstAccountIsAnAdmins(@TempDir Path empty) {
    try (Team alone = Team.over(empty)) {
      String reader = "{\"name\":\"a\",\"role\":\"reader\",\"password\":\"" + OTHER + "\"}";
      assertThat(alone.post("x=y", "users", reader).statusCode()).isEqualTo(409);
      assertThat(alone.post("x=y", "users", reader.replace("reader", "admin")).statusCode())
          .isEqualTo(201);
      assertThat(alone.post("x=y", "users", reader).statusCode()).isEqualTo(401);
      assertThat(alone.trySignIn("a", OTHER).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void noHashOfAPasswordLeavesTheServer() {
    assertThat(team.get(admin, "users").body()).doesNotContain("argon2", "password");
  }
}
