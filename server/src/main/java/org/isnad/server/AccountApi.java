package org.isnad.server;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.isnad.server.Route.Answer;
import org.isnad.server.people.Accounts;
import org.isnad.server.people.Identity;
import org.isnad.server.people.Identity.Way;
import org.isnad.server.people.Role;
import org.isnad.server.people.SignIn;
import org.isnad.store.People;
import org.isnad.store.RefusedException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The accounts of a workspace, for admins. What gives somebody more than they had (an account, a
 * role, a password, a token) is asked for in a session and with the admin's own password in {@code
 * confirm}, so that a browser left open or a stolen token does not make accounts; wrong ones are
 * counted and slowed down like those to sign in. What takes something away needs no such word.
 */
final class AccountApi {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PATH = "/api/v1/users";
  private static final String ONE = PATH + "/{name}";
  private static final int USUAL_DAYS = 90;

  private final People people;
  private final Accounts accounts;
  private final Audit audit;

  AccountApi(People people, Accounts accounts, Audit audit) {
    this.people = people;
    this.accounts = accounts;
    this.audit = audit;
  }

  List<Route> routes() {
    return List.of(
        route("GET", PATH, "The accounts with their tokens.", "Users", this::list),
        route(
            "POST",
            PATH,
            "Makes an account. The first one is an admin's; from then on everybody signs in.",
            "User",
            this::add),
        route(
            "PATCH",
            ONE,
            "Changes a role, keeps somebody out or lets them in.",
            "User",
            this::change),
        route(
            "PUT",
            ONE + "/password",
            "Gives somebody else a new password; their sessions end.",
            "",
            this::resetPassword),
        route("DELETE", ONE + "/sessions", "Ends all sessions of somebody.", "", this::endSessions),
        route(
            "POST",
            ONE + "/tokens",
            "Makes a token for scripts, which is shown this once.",
            "NewToken",
            this::addToken),
        route("DELETE", ONE + "/tokens/{id}", "Takes a token back.", "", this::revoke));
  }

  private static Route route(
      String method, String path, String summary, String schema, io.javalin.http.Handler handler) {
    return new Route(
        method,
        path,
        Role.ADMIN,
        summary,
        List.of(),
        Answer.json(schema),
        request -> {
          Filters.onlyThese(request, List.of());
          request.header("Cache-Control", "no-store");
          try {
            handler.handle(request);
          } catch (RefusedException e) {
            throw new ApiProblem(
                409, "refused", "That cannot be done.", String.valueOf(e.getMessage()), List.of());
          }
        });
  }

  private void list(Context request) {
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode items = answer.putArray("items");
    List<People.Token> tokens = people.tokens();
    Map<String, Integer> sessions = people.sessionCounts();
    people.all().forEach(person -> items.add(json(person, tokens, sessions)));
    Answers.json(request, answer);
  }

  private static ObjectNode json(
      People.Person person, List<People.Token> tokens, Map<String, Integer> sessions) {
    ObjectNode node = JSON.createObjectNode();
    node.put("name", person.name());
    node.put("role", person.role());
    node.put("disabled", person.disabled());
    node.put("sessions", sessions.getOrDefault(person.name(), 0));
    ArrayNode own = node.putArray("tokens");
    for (People.Token token : tokens) {
      if (token.person().name().equals(person.name())) {
        own.add(json(token));
      }
    }
    return node;
  }

  private static ObjectNode json(People.Token token) {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", token.id());
    node.put("role", token.role());
    node.put("note", token.note());
    node.put("created", token.created().toString());
    node.put("ends", token.ends().toString());
    node.put("revoked", token.revoked());
    return node;
  }

  private void answer(Context request, String name) {
    Answers.json(request, json(known(name), people.tokens(), people.sessionCounts()));
  }

  private void add(Context request) {
    JsonNode body = Bodies.object(request);
    String name = Bodies.text(body, "name");
    Role role = role(body);
    String password = Bodies.text(body, "password");
    if (!accounts.exist() && role != Role.ADMIN) {
      throw new RefusedException("the first account is an admin's, who makes the others");
    }
    confirm(request, body);
    usable("/password", () -> accounts.add(name, role, password));
    audit.add(request, "user-add", name + ", " + role.id());
    request.status(201);
    answer(request, name);
  }

  private void change(Context request) {
    JsonNode body = Bodies.object(request);
    @Nullable Role role = body.has("role") ? role(body) : null;
    @Nullable Boolean disabled = body.has("disabled") ? disabled(body) : null;
    if (role == null && disabled == null) {
      throw ApiProblem.body("", "nothing to change; give role or disabled");
    }
    confirm(request, body);
    String name = known(request.pathParam("name")).name();
    accounts.change(name, role, disabled);
    if (role != null) {
      audit.add(request, "user-role", name + ", " + role.id());
    }
    if (disabled != null) {
      audit.add(request, disabled ? "user-disable" : "user-enable", name);
    }
    answer(request, name);
  }

  private static boolean disabled(JsonNode body) {
    if (!body.path("disabled").isBoolean()) {
      throw ApiProblem.body("/disabled", "true or false");
    }
    return body.path("disabled").asBoolean();
  }

  private void resetPassword(Context request) {
    JsonNode body = Bodies.object(request);
    String fresh = Bodies.text(body, "new");
    confirm(request, body);
    String name = known(request.pathParam("name")).name();
    if (name.equals(Guard.asker(request).name())) {
      throw new RefusedException("the own password is changed at /api/v1/session/password");
    }
    usable("/new", () -> accounts.setPassword(name, fresh));
    audit.add(request, "password", name);
    request.status(204);
  }

  private void endSessions(Context request) {
    String name = known(request.pathParam("name")).name();
    int ended = people.endSessionsOf(name);
    audit.add(request, "sessions-end", name + ", " + ended);
    request.status(204);
  }

  private void addToken(Context request) {
    JsonNode body = Bodies.object(request);
    Role role = body.has("role") ? role(body) : Role.READER;
    int days = body.path("days").asInt(USUAL_DAYS);
    String note = body.path("note").asString("");
    confirm(request, body);
    String name = known(request.pathParam("name")).name();
    Accounts.NewToken[] made = new Accounts.NewToken[1];
    usable("/days", () -> made[0] = accounts.addToken(name, role, note, Duration.ofDays(days)));
    People.Token token = made[0].token();
    audit.add(request, "token-add", token.id() + " of " + name + ", " + token.role());
    request.status(201);
    Answers.json(request, json(token).put("secret", made[0].secret()));
  }

  private void revoke(Context request) {
    String name = known(request.pathParam("name")).name();
    String id = request.pathParam("id");
    boolean own =
        people.tokens().stream()
            .anyMatch(token -> token.id().equals(id) && token.person().name().equals(name));
    if (!own) {
      throw ApiProblem.unknown("token", id);
    }
    people.revoke(id);
    audit.add(request, "token-revoke", id + " of " + name);
    request.status(204);
  }

  private People.Person known(String name) {
    return people.person(name).orElseThrow(() -> ApiProblem.unknown("user", name));
  }

  private static Role role(JsonNode body) {
    try {
      return Role.of(Bodies.text(body, "role"));
    } catch (IllegalArgumentException e) {
      throw ApiProblem.body("/role", String.valueOf(e.getMessage()));
    }
  }

  private static void usable(String pointer, Runnable work) {
    try {
      work.run();
    } catch (IllegalArgumentException e) {
      throw ApiProblem.body(pointer, String.valueOf(e.getMessage()));
    }
  }

  /** Makes sure that it is the admin who asks, and not only somebody at their browser. */
  private void confirm(Context request, JsonNode body) {
    Identity who = Guard.asker(request);
    if (who.way() == Way.LOCAL) {
      return;
    }
    SessionApi.requireSession(who);
    String password = Bodies.text(body, "confirm");
    SignIn tried = accounts.confirm(who, password, Guard.from(request));
    if (!(tried instanceof SignIn.Done)) {
      audit.add(request, "confirm-refused", "");
    }
    SessionApi.done(request, tried);
  }
}
