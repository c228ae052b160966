package org.isnad.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bodies and filters that are nearly right, from fixed seeds: every answer is a result or a problem
 * of the asker's, never a failure of the server. {@code -Disnad.fuzz.runs=N} tries more.
 */
class ApiFuzzTest {

  private static final int RUNS = Integer.getInteger("isnad.fuzz.runs", 150);

  private static final List<String> WRITES =
      List.of(
          "POST incidents/ID/decisions",
          "POST merges",
          "POST splits",
          "POST separations",
          "POST users",
          "PATCH users/coder",
          "PUT users/coder/password",
          "POST users/coder/tokens",
          "PUT session/password");

  private static final List<String> BODIES =
      List.of(
          "{\"kind\":\"edit\",\"slot\":\"killed\",\"value\":\"7\",\"reason\":\"list\"}",
          "{\"kind\":\"edit\",\"slot\":\"time\",\"value\":\"2026-03-04\"}",
          "{\"kind\":\"edit\",\"slot\":\"place\",\"value\":\"iq.baghdad\"}",
          "{\"kind\":\"undo\",\"decision\":\"x\"}",
          "{\"incidents\":[\"ID\",\"b\"],\"reason\":\"\"}",
          "{\"incident\":\"ID\",\"part\":[\"one.txt/1\"],\"reason\":null}",
          "{\"name\":\"nour\",\"role\":\"coder\",\"password\":\"nine loud kettles\",\"confirm\":\"no\"}",
          "{\"role\":\"reader\",\"disabled\":true,\"days\":30,\"note\":\"n\",\"confirm\":\"no\"}",
          "{\"old\":\"a\",\"new\":\"bbbbbbbbbbbbbb\"}");

  private static final List<String> VALUES =
      List.of(
          "2026-03-04",
          "٢٠٢٦-٠٣-٠٤",
          "IQ",
          "44.1,33.2,45,34",
          "bombing,clash",
          "3",
          "٣",
          "true",
          "suggested,merged",
          "\"two words\" OR x*",
          "(انفجار AND بغداد)",
          "place:x",
          "99999999999");

  private static final List<String> ODD =
      List.of(
          "",
          "\"",
          "\\",
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "null",
          "-1",
          "1e999",
          "\u0000",
          "\u202E",
          "\uD800",
          "'",
          "%",
          "*",
          "~",
          "^",
          "(",
          ")",
          "AND",
          "NOT ",
          "-999999999-01-01",
          "NaN",
          "99999999999999999999");

  @TempDir static Path folder;

  private static Team team;
  private static String admin;
  private static String incident;

  @BeforeAll
  static void start() {
    team = Team.over(folder).withEveryRole();
    admin = team.signIn("admin");
    team.post(
        admin,
        "imports?name=one.txt",
        "قتل ثلاثة أشخاص بانفجار سيارة مفخخة في بعقوبة يوم 4 آذار 2026، بحسب الشرطة.");
    team.ended(admin, "j000001");
    incident = Team.json(team.get(admin, "incidents")).path("items").get(0).path("id").asString();
  }

  @AfterAll
  static void stop() {
    team.close();
  }

  @Test
  void aBodyThatIsNearlyRightIsNoFaultOfTheServer() {
    Random random = new Random(31);
    for (int i = 0; i < RUNS; i++) {
      String[] write = one(WRITES, random).replace("ID", incident).split(" ", 2);
      String body = mutated(one(BODIES, random).replace("ID", incident), random);
      HttpRequest.Builder request =
          team.request(write[1])
              .header("Cookie", admin)
              .header(Guard.OWN_PAGE, "1")
              .header("If-Match", random.nextBoolean() ? "\"v1\"" : "x")
              .method(write[0], BodyPublishers.ofString(body));
      sound(team.send(request), write[1] + " " + body);
    }
    assertThat(team.get(admin, "incidents/" + incident).statusCode()).isEqualTo(200);
  }

  @Test
  void aFilterThatIsNearlyRightIsNoFaultOfTheServer() {
    Random random = new Random(32);
    List<String> paths =
        List.of("incidents", "aggregates", "reports", "claims", "incidents.csv", "duplicates");
    for (int i = 0; i < RUNS; i++) {
      StringBuilder query = new StringBuilder(one(paths, random)).append('?');
      for (int filters = 1 + random.nextInt(3); filters > 0; filters--) {
        String value = one(VALUES, random);
        query
            .append(one(Filters.PARAMETERS, random).name())
            .append('=')
            .append(encoded(random.nextInt(3) == 0 ? value : mutated(value, random)))
            .append('&');
      }
      sound(team.get(admin, query.toString()), query.toString());
    }
  }

  @Test
  void aSearchThatIsNearlyRightIsNoFaultOfTheServer() {
    Random random = new Random(33);
    for (int i = 0; i < RUNS; i++) {
      StringBuilder words = new StringBuilder();
      for (int part = 1 + random.nextInt(5); part > 0; part--) {
        words.append(one(random.nextBoolean() ? VALUES : ODD, random)).append(' ');
      }
      String query = "incidents?q=" + encoded(words.toString());
      sound(team.get(admin, query), words.toString());
    }
  }

  private static void sound(HttpResponse<String> answer, String asked) {
    assertThat(answer.statusCode()).as(asked + ": " + answer.body()).isLessThan(500);
    if (answer.statusCode() >= 400) {
      assertThat(Team.json(answer).path("request").asString("")).as(asked).isNotEmpty();
    }
  }

  /** One to three places cut, doubled, or with something odd in them. */
  private static String mutated(String text, Random random) {
    String mutated = text;
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      int at = random.nextInt(mutated.length() + 1);
      int end = Math.min(mutated.length(), at + random.nextInt(6));
      mutated =
          switch (random.nextInt(3)) {
            case 0 -> mutated.substring(0, at) + mutated.substring(end);
            case 1 -> mutated.substring(0, end) + mutated.substring(at);
            default -> mutated.substring(0, at) + one(ODD, random) + mutated.substring(end);
          };
    }
    return mutated;
  }

  private static <T> T one(List<T> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
