package org.isnad.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isnad.server.Team.code;
import static org.isnad.server.Team.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.isnad.server.people.Accounts;
import org.isnad.server.people.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Who is let in, as whom, and for how long. */
class SessionTest {

  @TempDir Path folder;

  private Team team;

  @BeforeEach
  void start() {
    team = Team.over(folder);
    team.accounts.add("amal", Role.CODER, Team.PASSWORD);
  }

  @AfterEach
  void stop() {
    team.close();
  }

  @Test
  void withoutAccountsThereIsOneLocalUser(@TempDir Path empty) {
    try (Team alone = Team.over(empty)) {
      JsonNode who = json(alone.send(alone.request("session")));
      assertThat(who.path("accounts").asBoolean()).isFalse();
      assertThat(who.path("way").asString()).isEqualTo("local");
      assertThat(who.path("role").asString()).isEqualTo("admin");
      assertThat(code(alone.trySignIn("amal", Team.PASSWORD))).isEqualTo("no-accounts");
    }
  }

  @Test
  void anAccountEndsTheTimeOfTheLocalUserAtOnce(@TempDir Path empty) {
    try (Team alone = Team.over(empty)) {
      assertThat(alone.send(alone.request("incidents")).statusCode()).isEqualTo(200);
      alone.accounts.add("amal", Role.READER, Team.PASSWORD);
      assertThat(alone.send(alone.request("incidents")).statusCode()).isEqualTo(401);
    }
  }

  @Test
  void aSessionSaysWhoIsSignedInAndWhatTheyMay() {
    JsonNode nobody = json(team.send(team.request("session")));
    assertThat(nobody.path("signedIn").asBoolean()).isFalse();
    assertThat(nobody.path("accounts").asBoolean()).isTrue();
    JsonNode who = json(team.get(team.signIn("amal"), "session"));
    assertThat(who.path("name").asString()).isEqualTo("amal");
    assertThat(who.path("may").toString()).isEqualTo("[\"decide\",\"import\",\"read\"]");
  }

  @Test
  void theCookieIsOutOfReachOfScriptsAndForeignPages() {
    String cookie =
        team.trySignIn("amal", Team.PASSWORD).headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/").doesNotContain("Secure");
  }

  @Test
  void behindHttpsTheCookieIsSentOverNothingElse(@TempDir Path empty) {
    try (Team behind = Team.behindProxy(empty)) {
      behind.accounts.add("amal", Role.CODER, Team.PASSWORD);
      HttpResponse<String> answer =
          behind.trySignIn("amal", Team.PASSWORD, "X-Forwarded-Proto", "https");
      assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).contains("; Secure");
      assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
    }
    HttpResponse<String> faked =
        team.trySignIn("amal", Team.PASSWORD, "X-Forwarded-Proto", "https");
    assertThat(faked.headers().firstValue("Set-Cookie").orElseThrow()).doesNotContain("; Secure");
  }

  @Test
  void aSessionThatSomebodyElseSetIsNotTakenOver() {
    HttpResponse<String> answer =
        team.trySignIn("amal", Team.PASSWORD, "Cookie", "isnad-session=chosen-by-a-stranger");
    assertThat(Team.cookie(answer)).isNotEqualTo("isnad-session=chosen-by-a-stranger");
    assertThat(team.get("isnad-session=chosen-by-a-stranger", "incidents").statusCode())
        .isEqualTo(401);
  }

  @Test
  void signingInAgainEndsTheSessionBefore() {
    String first = team.signIn("amal");
    String second = Team.cookie(team.trySignIn("amal", Team.PASSWORD, "Cookie", first));
    assertThat(second).isNotEqualTo(first);
    assertThat(team.get(first, "incidents").statusCode()).isEqualTo(401);
    assertThat(team.get(second, "incidents").statusCode()).isEqualTo(200);
  }

  @Test
  void signingOutEndsTheSession() {
    String cookie = team.signIn("amal");
    assertThat(
            team.send(
                    team.request("session")
                        .header("Cookie", cookie)
                        .header(Guard.OWN_PAGE, "1")
                        .DELETE())
                .statusCode())
        .isEqualTo(204);
    assertThat(team.get(cookie, "incidents").statusCode()).isEqualTo(401);
  }

  @Test
  void sessionsEndWithoutUseAndAtTheLatestAfterTwelveHours() {
    String idle = team.signIn("amal");
    String used = team.signIn("amal");
    for (int i = 0; i < 11; i++) {
      team.clock.forward(Duration.ofHours(1));
      assertThat(team.get(used, "incidents").statusCode()).isEqualTo(200);
    }
    assertThat(team.get(idle, "incidents").statusCode()).isEqualTo(401);
    team.clock.forward(Duration.ofHours(1));
    assertThat(team.get(used, "incidents").statusCode()).isEqualTo(401);
  }

  @Test
  void aRestartSignsNobodyOut() {
    String cookie = team.signIn("amal");
    team.close();
    team = Team.over(folder);
    assertThat(json(team.get(cookie, "session")).path("name").asString()).isEqualTo("amal");
  }

  @Test
  void aWriteWithACookieNeedsTheHeaderOfOwnPages() {
    String cookie = team.signIn("amal");
    HttpResponse<String> bare =
        team.send(
            team.request("imports?name=a.txt")
                .header("Cookie", cookie)
                .POST(BodyPublishers.ofString("x")));
    assertThat(bare.statusCode()).isEqualTo(403);
    assertThat(code(bare)).isEqualTo("csrf");
    HttpResponse<String> signIn =
        team.send(
            team.request("session")
                .POST(BodyPublishers.ofString("{\"name\":\"amal\",\"password\":\"x\"}")));
    assertThat(code(signIn)).isEqualTo("csrf");
  }

  @Test
  void anUnknownNameIsAnsweredAsAWrongPassword() {
    HttpResponse<String> wrong = team.trySignIn("amal", "not the password");
    HttpResponse<String> unknown = team.trySignIn("nobody", "not the password");
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(withoutRequest(unknown)).isEqualTo(withoutRequest(wrong));
    team.store.people().setDisabled("amal", true);
    assertThat(withoutRequest(team.trySignIn("amal", Team.PASSWORD)))
        .isEqualTo(withoutRequest(wrong));
  }

  private static String withoutRequest(HttpResponse<String> answer) {
    return answer.statusCode() + answer.body().replaceAll("\"request\":\"[^\"]*\"", "");
  }

  @Test
  void anUnknownNameTakesTheTimeOfAWrongPassword() {
    team.trySignIn("amal", "not the password");
    long wrong = Long.MAX_VALUE;
    long unknown = Long.MAX_VALUE;
    // The least of several: what else the machine does only adds.
    for (int i = 0; i < 3 || i < 9 && unknown <= wrong / 4; i++) {
      wrong = Math.min(wrong, millis("amal"));
      unknown = Math.min(unknown, millis("somebody" + i));
    }
    assertThat(unknown).isGreaterThan(wrong / 4);
  }

  private long millis(String name) {
    long start = System.nanoTime();
    team.trySignIn(name, "not the password");
    return (System.nanoTime() - start) / 1_000_000;
  }

  @Test
  void whoGuessesHasToWaitEverLonger() {
    for (int i = 0; i < 5; i++) {
      assertThat(team.trySignIn("amal", "guess number " + i).statusCode()).isEqualTo(401);
    }
    HttpResponse<String> later = team.trySignIn("amal", Team.PASSWORD);
    assertThat(later.statusCode()).isEqualTo(429);
    assertThat(code(later)).isEqualTo("too-many-attempts");
    int wait = Integer.parseInt(later.headers().firstValue("Retry-After").orElseThrow());
    team.clock.forward(Duration.ofSeconds(wait));
    assertThat(team.trySignIn("amal", "another guess").statusCode()).isEqualTo(401);
    HttpResponse<String> again = team.trySignIn("amal", Team.PASSWORD);
    assertThat(Integer.parseInt(again.headers().firstValue("Retry-After").orElseThrow()))
        .isGreaterThan(wait);
    team.clock.forward(Duration.ofMinutes(16));
    assertThat(team.trySignIn("amal", Team.PASSWORD).statusCode()).isEqualTo(200);
  }

  @Test
  void anAddressThatTriesManyNamesHasToWait() {
    for (int i = 0; i < 20; i++) {
      assertThat(team.trySignIn("name" + i, "guess").statusCode()).isEqualTo(401);
    }
    assertThat(team.trySignIn("amal", Team.PASSWORD).statusCode()).isEqualTo(429);
  }

  @Test
  void behindAProxyEveryAddressWaitsForItself(@TempDir Path empty) {
    try (Team behind = Team.behindProxy(empty)) {
      behind.accounts.add("amal", Role.CODER, Team.PASSWORD);
      for (int i = 0; i < 5; i++) {
        behind.trySignIn("amal", "guess", "X-Forwarded-For", "1.2.3." + i + ", 192.0.2.7");
      }
      assertThat(
              behind
                  .trySignIn("amal", Team.PASSWORD, "X-Forwarded-For", "9.9.9.9, 192.0.2.7")
                  .statusCode())
          .isEqualTo(429);
      assertThat(
              behind.trySignIn("amal", Team.PASSWORD, "X-Forwarded-For", "192.0.2.8").statusCode())
          .isEqualTo(200);
      assertThat(behind.store.audit().before(Long.MAX_VALUE, 1).getFirst().from())
          .isEqualTo("192.0.2.8");
    }
  }

  @Test
  void aTokenMayWhatItsRoleMayUntilItsEnd() {
    String token =
        team.accounts.addToken("amal", Role.ADMIN, "nightly", Duration.ofDays(2)).secret();
    assertThat(json(withToken(token, "session")).path("role").asString()).isEqualTo("coder");
    assertThat(withToken(token, "incidents").statusCode()).isEqualTo(200);
    assertThat(withToken(token, "audit").statusCode()).isEqualTo(403);
    assertThat(
            team.send(
                    team.request("imports?name=a.txt")
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString("text")))
                .statusCode())
        .isEqualTo(202);
    team.clock.forward(Duration.ofDays(2));
    assertThat(withToken(token, "incidents").statusCode()).isEqualTo(401);
  }

  @Test
  void aTokenThatOpensNothingIsRefusedOnEveryRoute() {
    var made = team.accounts.addToken("amal", Role.READER, "", Duration.ofDays(2));
    team.store.people().revoke(made.token().id());
    for (String token : List.of(made.secret(), "isnad_guess", "", "x")) {
      assertThat(code(withToken(token, "incidents"))).isEqualTo("bad-credentials");
      assertThat(withToken(token, "session").statusCode()).isEqualTo(401);
    }
    assertThat(
            team.send(team.request("incidents").header("Authorization", "Basic YTpi")).statusCode())
        .isEqualTo(401);
  }

  private HttpResponse<String> withToken(String token, String path) {
    return team.send(team.request(path).header("Authorization", "Bearer " + token));
  }

  @Test
  void whoIsKeptOutIsOutAtOnce() {
    String cookie = team.signIn("amal");
    String token = team.accounts.addToken("amal", Role.READER, "", Duration.ofDays(2)).secret();
    team.store.people().setRole("amal", "reader");
    assertThat(json(team.get(cookie, "session")).path("role").asString()).isEqualTo("reader");
    team.store.people().setDisabled("amal", true);
    assertThat(team.get(cookie, "incidents").statusCode()).isEqualTo(401);
    assertThat(withToken(token, "incidents").statusCode()).isEqualTo(401);
  }

  @Test
  void theOwnPasswordIsChangedWithTheOldOne() {
    String here = team.signIn("amal");
    String there = team.signIn("amal");
    assertThat(code(change(here, "not the password", "eight quiet lamps")))
        .isEqualTo("bad-credentials");
    assertThat(code(change(here, Team.PASSWORD, "short"))).isEqualTo("bad-body");
    assertThat(change(here, Team.PASSWORD, "eight quiet lamps").statusCode()).isEqualTo(204);
    assertThat(team.get(here, "incidents").statusCode()).isEqualTo(200);
    assertThat(team.get(there, "incidents").statusCode()).isEqualTo(401);
    assertThat(team.trySignIn("amal", "eight quiet lamps").statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> change(String cookie, String old, String fresh) {
    return team.send(
        team.request("session/password")
            .header("Cookie", cookie)
            .header(Guard.OWN_PAGE, "1")
            .PUT(BodyPublishers.ofString("{\"old\":\"" + old + "\",\"new\":\"" + fresh + "\"}")));
  }

  @Test
  void passwordsAreTheSameFromEveryKeyboard() {
    team.accounts.add("badr", Role.READER, "ﷲ أكبر 123456");
    assertThat(team.trySignIn("badr", "الله أكبر 123456").statusCode()).isEqualTo(200);
  }

  @Test
  void theAuditLogTellsWhoCameAndHoldsNoSecret() {
    team.trySignIn("seven quiet lamps", "amal");
    team.trySignIn("amal", "a wrong password");
    team.accounts.add("root", Role.ADMIN, Team.PASSWORD);
    String admin = team.signIn("root");
    String log = team.get(admin, "audit").body();
    assertThat(json(team.get(admin, "audit?limit=1")).path("next").asInt()).isPositive();
    assertThat(log)
        .contains("sign-in-refused", "\"who\":\"amal\"", "unknown name", "127.0.0.1")
        .doesNotContain("quiet lamps", "a wrong password", "argon2", "isnad-session");
    assertThat(team.get(team.signIn("amal"), "audit").statusCode()).isEqualTo(403);
  }

  @Test
  void noSecretGetsIntoALog() {
    StringBuilder logged = new StringBuilder();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            logged.append(record.getMessage()).append(record.getThrown());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger root = Logger.getLogger("");
    root.addHandler(handler);
    try {
      HttpResponse<String> broken =
          team.send(
              team.request("session")
                  .header(Guard.OWN_PAGE, "1")
                  .POST(
                      BodyPublishers.ofString(
                          "{\"name\":\"amal\",\"password\":\"" + Team.PASSWORD)));
      assertThat(broken.statusCode()).isEqualTo(422);
      assertThat(broken.body()).doesNotContain(Team.PASSWORD);
      team.trySignIn("amal", Team.PASSWORD + "x");
      team.get(team.signIn("amal"), "incidents?killed_min=x");
      withToken("isnad_verysecrettoken", "incidents");
    } finally {
      root.removeHandler(handler);
    }
    assertThat(logged.toString()).doesNotContain(Team.PASSWORD, "verysecret", "isnad-session");
    assertThat(
            new Accounts(team.store, team.clock)
                .addToken("amal", Role.READER, "", Duration.ofDays(1)))
        .asString()
        .doesNotContain("isnad_");
  }
}
