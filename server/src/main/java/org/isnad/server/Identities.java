package org.isnad.server;

import io.javalin.http.Context;
import java.util.List;
import org.isnad.server.people.Accounts;
import org.isnad.server.people.Identity;
import org.jspecify.annotations.Nullable;

/** Tells who asks. */
@FunctionalInterface
public interface Identities {

  /**
   * Who sent the request; {@link Identity#NOBODY} where it does not say.
   *
   * @throws ApiProblem 401 if a token is sent that opens nothing
   */
  Identity of(Context request);

  /** Whether people have to sign in, so that others than those at this machine may ask. */
  default boolean haveAccounts() {
    return false;
  }

  /** One person on their own machine, who may everything. */
  static Identities local(String name) {
    Identity everybody = Identity.local(name);
    return request -> everybody;
  }

  /**
   * Those who have accounts; while there is none, one local person.
   *
   * @param name of the local person
   */
  static Identities of(Accounts accounts, String name) {
    return new OfAccounts(accounts, Identity.local(name));
  }

  /** Sessions and tokens of accounts. */
  record OfAccounts(Accounts accounts, Identity local) implements Identities {

    private static final String BEARER = "bearer ";

    @Override
    public Identity of(Context request) {
      String authorization = request.header("Authorization");
      if (authorization != null) {
        return ofToken(authorization);
      }
      String cookie = request.cookie(SessionApi.COOKIE);
      if (cookie != null) {
        Identity known = accounts.ofSession(cookie).orElse(null);
        if (known != null) {
          return known;
        }
      }
      return accounts.exist() ? Identity.NOBODY : local;
    }

    @Override
    public boolean haveAccounts() {
      return accounts.exist();
    }

    private Identity ofToken(String authorization) {
      String token = token(authorization);
      return (token == null ? java.util.Optional.<Identity>empty() : accounts.ofToken(token))
          .orElseThrow(
              () ->
                  new ApiProblem(
                      401,
                      "bad-credentials",
                      "Name, password or token are wrong.",
                      "the token is unknown, revoked or at its end; 'isnad user token' makes a new one",
                      List.of()));
    }

    private static @Nullable String token(String authorization) {
      return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
          ? authorization.substring(BEARER.length()).strip()
          : null;
    }
  }
}
