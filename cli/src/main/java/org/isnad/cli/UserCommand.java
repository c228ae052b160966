package org.isnad.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.isnad.server.people.Accounts;
import org.isnad.server.people.Role;
import org.isnad.store.AuditLog;
import org.isnad.store.People;
import org.isnad.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code isnad user}: who may work with the store. */
@Command(
    name = "user",
    mixinStandardHelpOptions = true,
    description =
        "Accounts of people who work with the store over 'isnad serve'. Once there is one, everybody signs in.",
    subcommands = {HelpCommand.class},
    footer = {"", "Example: isnad user add amal --role editor"})
final class UserCommand implements Callable<Integer> {

  private static final String HERE = "command line";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "say what to do; see the commands below");
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private static void log(Store store, String what, String detail) {
    String who = System.getProperty("user.name", "");
    store.audit().add(Clock.systemUTC().instant(), who, what, HERE, detail);
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Makes an account. The password is asked for, or read from standard input.",
      footer = {"", "Example: isnad user add amal --role editor"})
  int add(
      @Parameters(paramLabel = "NAME", description = "letters, digits, points, hyphens")
          String name,
      @Option(
              names = "--role",
              paramLabel = "ROLE",
              required = true,
              description =
                  "reader (reads), coder (also decides and imports), editor (also publishes, merges, splits) or admin (also reads the audit log)")
          String role,
      @Mixin DataOption data)
      throws IOException {
    Role given = Role.of(role);
    try (Store store = data.create()) {
      new Accounts(store, Clock.systemUTC()).add(name, given, password());
      log(store, "user-add", name + ", " + role);
      out().println("user " + name + " with the role " + role);
    }
    return 0;
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Prints the accounts and the tokens.",
      footer = {"", "Example: isnad user list"})
  int list(@Mixin DataOption data) {
    try (Store store = data.open()) {
      TextTable people = new TextTable(List.of("name", "role", "state"));
      for (People.Person person : store.people().all()) {
        people.add(List.of(person.name(), person.role(), person.disabled() ? "disabled" : ""));
      }
      people.lines().forEach(out()::println);
      List<People.Token> all = store.people().tokens();
      if (!all.isEmpty()) {
        TextTable tokens = new TextTable(List.of("token", "of", "role", "ends", "note"));
        for (People.Token token : all) {
          String ends = token.revoked() ? "revoked" : token.ends().toString().substring(0, 10);
          tokens.add(List.of(token.id(), token.person().name(), token.role(), ends, token.note()));
        }
        out().println();
        tokens.lines().forEach(out()::println);
      }
    }
    return 0;
  }

  @Command(
      name = "passwd",
      mixinStandardHelpOptions = true,
      description = "Changes a password, and ends the sessions of the account.",
      footer = {"", "Example: isnad user passwd amal"})
  int passwd(
      @Parameters(paramLabel = "NAME", description = "whose") String name, @Mixin DataOption data)
      throws IOException {
    try (Store store = data.open()) {
      new Accounts(store, Clock.systemUTC()).setPassword(name, password());
      log(store, "password", name);
      out().println("the password of " + name + " is changed");
    }
    return 0;
  }

  @Command(
      name = "role",
      mixinStandardHelpOptions = true,
      description = "Changes a role, at once.",
      footer = {"", "Example: isnad user role amal coder"})
  int role(
      @Parameters(paramLabel = "NAME", description = "whose") String name,
      @Parameters(paramLabel = "ROLE", description = "reader, coder, editor or admin") String role,
      @Mixin DataOption data) {
    String given = Role.of(role).id();
    try (Store store = data.open()) {
      store.people().setRole(name, given);
      log(store, "user-role", name + ", " + given);
      out().println("user " + name + " with the role " + given);
    }
    return 0;
  }

  @Command(
      name = "disable",
      mixinStandardHelpOptions = true,
      description =
          "Keeps somebody out, at once, tokens too. Accounts are not deleted: decisions carry their names.",
      footer = {"", "Example: isnad user disable amal"})
  int disable(
      @Parameters(paramLabel = "NAME", description = "whom") String name,
      @Option(names = "--undo", description = "lets them in again") boolean undo,
      @Mixin DataOption data) {
    try (Store store = data.open()) {
      store.people().setDisabled(name, !undo);
      log(store, undo ? "user-enable" : "user-disable", name);
      out().println("user " + name + " is " + (undo ? "enabled" : "disabled"));
    }
    return 0;
  }

  /** What is done about tokens. */
  static final class TokenChoice {
    @Parameters(paramLabel = "NAME", description = "whose new token it is")
    @Nullable String name;

    @Option(
        names = "--revoke",
        paramLabel = "ID",
        description = "takes back the token with this id")
    @Nullable String revoke;
  }

  @Command(
      name = "token",
      mixinStandardHelpOptions = true,
      description =
          "Makes a token for scripts, which is printed once and kept as a hash; or takes one back.",
      footer = {"", "Example: isnad user token amal --role reader --days 30"})
  int token(
      @ArgGroup(exclusive = true, multiplicity = "1") TokenChoice choice,
      @Option(
              names = "--role",
              paramLabel = "ROLE",
              defaultValue = "reader",
              description = "what it may, at most what its account may; reader unless given")
          String role,
      @Option(
              names = "--days",
              paramLabel = "N",
              defaultValue = "90",
              description = "how long it lasts, up to 366; 90 unless given")
          int days,
      @Option(
              names = "--note",
              paramLabel = "TEXT",
              defaultValue = "",
              description = "what it is for")
          String note,
      @Mixin DataOption data) {
    try (Store store = data.open()) {
      if (choice.revoke != null) {
        String name = store.people().revoke(choice.revoke);
        log(store, "token-revoke", choice.revoke + " of " + name);
        out().println("token " + choice.revoke + " of " + name + " is revoked");
        return 0;
      }
      Accounts.NewToken made =
          new Accounts(store, Clock.systemUTC())
              .addToken(String.valueOf(choice.name), Role.of(role), note, Duration.ofDays(days));
      People.Token token = made.token();
      log(store, "token-add", token.id() + " of " + choice.name + ", " + token.role());
      spec.commandLine()
          .getErr()
          .println(
              "token "
                  + token.id()
                  + " of "
                  + choice.name
                  + " with the role "
                  + token.role()
                  + " until "
                  + token.ends().toString().substring(0, 10)
                  + "; it is not shown again");
      out().println(made.secret());
    }
    return 0;
  }

  @Command(
      name = "audit",
      mixinStandardHelpOptions = true,
      description = "Prints who did what, newest first.",
      footer = {"", "Example: isnad user audit --limit 20"})
  int audit(
      @Option(
              names = "--limit",
              paramLabel = "N",
              defaultValue = "100",
              description = "at most so many lines; ${DEFAULT-VALUE} unless given")
          int limit,
      @Mixin DataOption data) {
    try (Store store = data.open()) {
      TextTable table = new TextTable(List.of("at", "who", "what", "from", "detail"));
      for (AuditLog.Line line : store.audit().before(Long.MAX_VALUE, limit)) {
        table.add(
            List.of(line.at().toString(), line.who(), line.what(), line.from(), line.detail()));
      }
      table.lines().forEach(out()::println);
    }
    return 0;
  }

  /** Asked for twice on a terminal; else the first line of standard input. */
  private static String password() throws IOException {
    Console console = System.console();
    if (console == null || !console.isTerminal()) {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      String line = in.readLine();
      if (line == null) {
        throw new IllegalArgumentException("no password; give it on standard input");
      }
      return line;
    }
    char[] first = console.readPassword("password: ");
    char[] second = console.readPassword("once more: ");
    if (first == null || !Arrays.equals(first, second)) {
      throw new IllegalArgumentException("the two are not the same; nothing was changed");
    }
    return new String(first);
  }
}
