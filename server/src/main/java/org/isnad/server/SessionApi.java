package org.isnad.server;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.isnad.server.Route.Answer;
import org.isnad.server.people.Accounts;
import org.isnad.server.people.Identity;
import org.isnad.server.people.Identity.Way;
import org.isnad.server.people.Role;
import org.isnad.server.people.SignIn;
import org.isnad.store.AuditLog;
import org.isnad.store.Store;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Signing in and out, who is signed in, and the audit log. */
final class SessionApi {

  /** Name of the cookie that holds what opens a session. */
  static final String COOKIE = "isnad-session";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PATH = "/api/v1/session";

  /** What pages offer to each role; the routes themselves decide. */
  private static final Map<String, Role> MAY =
      new TreeMap<>(
          Map.of(
              "read", Role.READER,
              "decide", Role.CODER,
              "import", Role.CODER,
              "publish", Role.EDITOR,
              "merge", Role.EDITOR,
              "audit", Role.ADMIN,
              "users", Role.ADMIN));

  private final Store store;
  private final Accounts accounts;
  private final Audit audit;

  SessionApi(Store store, Accounts accounts, Audit audit) {
    this.store = store;
    this.accounts = accounts;
    this.audit = audit;
  }

  List<Route> routes() {
    return List.of(
        new Route(
            "GET",
            PATH,
            Role.ANYBODY,
            "Who asks, and what they may.",
            List.of(),
            Answer.json("Session"),
            this::show),
        new Route(
            "POST",
            PATH,
            Role.ANYBODY,
            "Signs in with name and password; the session lies in a cookie.",
            List.of(),
            Answer.json("Session"),
            this::signIn),
        new Route(
            "DELETE", PATH, Role.ANYBODY, "Signs out.", List.of(), Answer.json(""), this::signOut),
        new Route(
            "PUT",
            PATH + "/password",
            Role.READER,
            "Changes the own password, and ends all other sessions.",
            List.of(),
            Answer.json(""),
            this::changePassword),
        new Route(
            "GET",
            "/api/v1/audit",
            Role.ADMIN,
            "Who did what, newest first.",
            Paging.BACKWARDS,
            Answer.json("AuditPage"),
            this::log));
  }

  private void show(Context request) {
    answer(request, Guard.asker(request));
  }

  private void answer(Context request, Identity who) {
    boolean nobody = who.way() == Way.NONE;
    ObjectNode node = JSON.createObjectNode();
    node.put("accounts", accounts.exist());
    node.put("signedIn", !nobody);
    node.put("name", nobody ? null : who.name());
    node.put("role", who.role().id());
    node.put("way", nobody ? null : who.way().name().toLowerCase(Locale.ROOT));
    ArrayNode may = node.putArray("may");
    MAY.forEach(
        (what, role) -> {
          if (who.role().may(role)) {
            may.add(what);
          }
        });
    node.put("expires", who.ends() == null ? null : who.ends().toString());
    request.header("Cache-Control", "no-store");
    Answers.json(request, node);
  }

  private void signIn(Context request) {
    if (!accounts.exist()) {
      throw new ApiProblem(
          409,
          "no-accounts",
          "There is nothing to sign in to.",
          "this server has no accounts; 'isnad user add' makes one",
          List.of());
    }
    Guard.requireOwnPage(request);
    JsonNode body = Bodies.object(request);
    String name = Bodies.text(body, "name");
    String password = Bodies.text(body, "password");
    SignIn tried = accounts.signIn(name, password, Guard.from(request));
    note(request, name, tried, "sign-in");
    SignIn.Done done = done(request, tried);
    accounts.signOut(Guard.asker(request));
    request.header("Set-Cookie", cookie(request, done.secret(), Accounts.LONGEST.toSeconds()));
    answer(request, done.identity());
  }

  /** Somebody who types the password where the name goes must not find it in the log. */
  private void note(Context request, String name, SignIn tried, String what) {
    boolean known = store.people().person(name).isPresent();
    String who = known ? name : "";
    switch (tried) {
      case SignIn.Done _ -> audit.add(who, request, what, "");
      case SignIn.Refused _ ->
          audit.add(who, request, what + "-refused", known ? "" : "unknown name");
      case SignIn.Later later ->
          audit.add(who, request, what + "-refused", "to wait " + later.delay().toSeconds() + " s");
    }
  }

  /** What came of a try; a problem where it failed. */
  static SignIn.Done done(Context request, SignIn tried) {
    return switch (tried) {
      case SignIn.Done done -> done;
      case SignIn.Refused _ ->
          throw new ApiProblem(
              401,
              "bad-credentials",
              "Name, password or token are wrong.",
              "name or password are wrong",
              List.of());
      case SignIn.Later later -> {
        long seconds = later.delay().toSeconds() + 1;
        request.header("Retry-After", Long.toString(seconds));
        throw new ApiProblem(
            429,
            "too-many-attempts",
            "There were too many failed tries.",
            "wait " + seconds + " seconds",
            List.of());
      }
    };
  }

  private void signOut(Context request) {
    Identity who = Guard.asker(request);
    if (who.way() == Way.SESSION) {
      accounts.signOut(who);
      audit.add(request, "sign-out", "");
    }
    request.header("Set-Cookie", cookie(request, "", 0)).status(204);
  }

  private void changePassword(Context request) {
    Identity who = Guard.asker(request);
    requireSession(who);
    JsonNode body = Bodies.object(request);
    String old = Bodies.text(body, "old");
    String fresh = Bodies.text(body, "new");
    SignIn tried;
    try {
      tried = accounts.changePassword(who, old, fresh, Guard.from(request));
    } catch (IllegalArgumentException e) {
      throw ApiProblem.body("/new", String.valueOf(e.getMessage()));
    }
    note(request, who.name(), tried, "password");
    done(request, tried);
    request.status(204);
  }

  /**
   * Refuses what only somebody may who signed in with a password.
   *
   * @throws ApiProblem 409
   */
  static void requireSession(Identity who) {
    if (who.way() != Way.SESSION) {
      throw new ApiProblem(
          409,
          "no-session",
          "This is done in a session.",
          "sign in with name and password first",
          List.of());
    }
  }

  private static String cookie(Context request, String value, long seconds) {
    return COOKIE
        + "="
        + value
        + "; Path=/; Max-Age="
        + seconds
        + "; HttpOnly; SameSite=Strict"
        + (Guard.isSecure(request) ? "; Secure" : "");
  }

  private void log(Context request) {
    Filters.onlyThese(request, Paging.BACKWARDS);
    int limit = Paging.of(request).limit();
    List<AuditLog.Line> lines = store.audit().before(Paging.before(request), limit);
    ObjectNode page = JSON.createObjectNode();
    ArrayNode items = page.putArray("items");
    for (AuditLog.Line line : lines) {
      ObjectNode node = items.addObject();
      node.put("seq", line.seq());
      node.put("at", line.at().toString());
      node.put("who", line.who());
      node.put("what", line.what());
      node.put("from", line.from());
      node.put("detail", line.detail());
    }
    page.put("next", lines.size() < limit ? null : (Long) lines.getLast().seq());
    request.header("Cache-Control", "no-store");
    Answers.json(request, page);
  }
}
