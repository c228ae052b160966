package org.isnad.server.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.isnad.server.people.Identity.Way;
import org.isnad.store.People;
import org.isnad.store.People.Person;
import org.isnad.store.RefusedException;
import org.isnad.store.Store;
import org.isnad.store.StoreException;
import org.jspecify.annotations.Nullable;

/** The accounts of a workspace: who signs in, under which role, and for how long. */
public final class Accounts {

  /** A session that is not used so long has ended. */
  public static final Duration IDLE = Duration.ofHours(2);

  /** A session has ended so long after it began, used or not. */
  public static final Duration LONGEST = Duration.ofHours(12);

  /** Longest life of a token. */
  public static final Duration LONGEST_TOKEN = Duration.ofDays(366);

  /** The use of a session is noted so often at most. */
  private static final Duration NOTED = Duration.ofMinutes(1);

  /** Begins every token, so that one that was published by mistake is found by its form. */
  private static final String TOKEN = "isnad_";

  private static final int LONGEST_NAME = 64;

  private final Store store;
  private final People people;
  private final Clock clock;
  private final Throttle throttle;

  /** When sessions were last used, ahead of the store. */
  private final Map<String, Instant> used = new ConcurrentHashMap<>();

  /**
   * The accounts of a workspace.
   *
   * @param clock tells when sessions and tokens end
   */
  public Accounts(Store store, Clock clock) {
    this.store = store;
    this.people = store.people();
    this.clock = clock;
    this.throttle = new Throttle(clock);
  }

  /** Whether people have to sign in: as soon as there is an account. */
  public boolean exist() {
    return people.any();
  }

  /**
   * Makes an account.
   *
   * @throws IllegalArgumentException if the name or the password cannot be one
   * @throws RefusedException if the name is taken
   */
  public void add(String name, Role role, String password) {
    boolean usable =
        !name.isEmpty()
            && name.length() <= LONGEST_NAME
            && name.codePoints()
                .allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-');
    if (!usable) {
      throw new IllegalArgumentException(
          "a name has up to " + LONGEST_NAME + " letters, digits, points, hyphens and low lines");
    }
    people.add(name, role.id(), Passwords.hash(password), clock.instant());
  }

  /**
   * Changes a role, keeps somebody out or lets them in; what is null stays. The last admin who can
   * sign in stays one.
   *
   * @throws RefusedException if nobody could manage accounts afterwards, or there is no such user
   */
  public synchronized void change(String name, @Nullable Role role, @Nullable Boolean disabled) {
    boolean leaves = (role != null && role != Role.ADMIN) || Boolean.TRUE.equals(disabled);
    boolean othersStay =
        people.all().stream()
            .anyMatch(
                person ->
                    !person.name().equals(name)
                        && !person.disabled()
                        && person.role().equals(Role.ADMIN.id()));
    if (leaves && !othersStay) {
      throw new RefusedException("'" + name + "' is the last admin; make another one first");
    }
    if (role != null) {
      people.setRole(name, role.id());
    }
    if (disabled != null) {
      people.setDisabled(name, disabled);
    }
  }

  /** Whether somebody who is signed in knows their password; tries count as those to sign in. */
  public SignIn confirm(Identity who, String password, String address) {
    return check(who.name(), password, address);
  }

  /** Changes a password; all sessions of the account end. */
  public void setPassword(String name, String password) {
    people.setPassword(name, Passwords.hash(password), null);
  }

  /**
   * Changes the own password; all other sessions end.
   *
   * @return whether the old one was right; tries count as those to sign in
   */
  public SignIn changePassword(Identity who, String old, String fresh, String address) {
    SignIn tried = check(who.name(), old, address);
    if (tried instanceof SignIn.Done) {
      people.setPassword(who.name(), Passwords.hash(fresh), who.session());
    }
    return tried;
  }

  /** Tries to sign in, from an address. */
  public SignIn signIn(String name, String password, String address) {
    SignIn tried = check(name, password, address);
    if (!(tried instanceof SignIn.Done done)) {
      return tried;
    }
    Instant now = clock.instant();
    people.forgetSessions(now.minus(LONGEST), now.minus(IDLE));
    String secret = Secrets.make();
    String hash = Secrets.hash(secret);
    people.addSession(hash, name, now);
    return new SignIn.Done(
        secret, new Identity(name, done.identity().role(), Way.SESSION, hash, now.plus(LONGEST)));
  }

  /** The same time and the same answer whether the name or the password is wrong. */
  private SignIn check(String name, String password, String address) {
    String tried = name.length() > LONGEST_NAME ? "" : name;
    Duration wait = throttle.wait(tried, address);
    if (wait.isPositive()) {
      return new SignIn.Later(wait);
    }
    throttle.failed(tried, address);
    Optional<Person> person = people.person(tried);
    boolean right =
        Passwords.matches(password, people.password(tried).orElse(null))
            && person.filter(p -> !p.disabled()).isPresent();
    if (!right) {
      return new SignIn.Refused();
    }
    throttle.passed(tried, address);
    return new SignIn.Done("", identity(person.orElseThrow()));
  }

  private static Identity identity(Person person) {
    return new Identity(person.name(), Role.of(person.role()), Way.NONE, null, null);
  }

  /** Ends a session. */
  public void signOut(Identity who) {
    if (who.session() != null) {
      people.endSession(who.session());
      used.remove(who.session());
    }
  }

  /** Whose session this secret opens, where it has not ended. */
  public Optional<Identity> ofSession(String secret) {
    String hash = Secrets.hash(secret);
    Instant now = clock.instant();
    return people
        .session(hash)
        .filter(session -> !session.person().disabled())
        .filter(session -> lasts(hash, session, now))
        .map(
            session -> {
              note(hash, session, now);
              return new Identity(
                  session.person().name(),
                  Role.of(session.person().role()),
                  Way.SESSION,
                  hash,
                  session.created().plus(LONGEST));
            });
  }

  private boolean lasts(String hash, People.Session session, Instant now) {
    return now.isBefore(session.created().plus(LONGEST))
        && now.isBefore(lastUse(hash, session).plus(IDLE));
  }

  private Instant lastUse(String hash, People.Session session) {
    Instant here = used.getOrDefault(hash, session.used());
    return here.isAfter(session.used()) ? here : session.used();
  }

  /** Notes the use aside, so that a reader never waits for a writer. */
  private void note(String hash, People.Session session, Instant now) {
    if (lastUse(hash, session).plus(NOTED).isAfter(now)) {
      return;
    }
    used.put(hash, now);
    Thread.startVirtualThread(
        () -> {
          try {
            people.useSession(hash, now);
          } catch (StoreException e) {
            // It is known here, and noted with the next use.
          }
        });
  }

  /** Whose token this is, where it still opens anything. */
  public Optional<Identity> ofToken(String token) {
    if (!token.startsWith(TOKEN)) {
      return Optional.empty();
    }
    return people
        .token(Secrets.hash(token))
        .filter(known -> !known.revoked() && !known.person().disabled())
        .filter(known -> clock.instant().isBefore(known.ends()))
        .map(
            known ->
                new Identity(
                    known.person().name(),
                    Role.of(known.role()).atMost(Role.of(known.person().role())),
                    Way.TOKEN,
                    null,
                    known.ends()));
  }

  /**
   * A new token, shown this once.
   *
   * @param lasts up to a year
   * @throws RefusedException if there is no such user
   */
  public NewToken addToken(String name, Role role, String note, Duration lasts) {
    if (!lasts.isPositive() || lasts.compareTo(LONGEST_TOKEN) > 0) {
      throw new IllegalArgumentException("a token lasts from a day to a year");
    }
    Person person =
        people
            .person(name)
            .orElseThrow(() -> new RefusedException("there is no user '" + name + "'"));
    Instant now = clock.instant();
    String secret = TOKEN + Secrets.make();
    Role least = role.atMost(Role.of(person.role()));
    People.Token token =
        new People.Token(Secrets.id(), person, least.id(), note, now, now.plus(lasts), false);
    people.addToken(token, Secrets.hash(secret));
    return new NewToken(token, secret);
  }

  /**
   * A token that was just made.
   *
   * @param token what is known of it
   * @param secret what a script sends
   */
  public record NewToken(People.Token token, String secret) {

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
      return "NewToken[" + token.id() + "]";
    }
  }

  /** The workspace. */
  Store store() {
    return store;
  }
}
