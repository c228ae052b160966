package org.isnad.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.isnad.app.Decide;
import org.isnad.app.Progress;
import org.isnad.app.Run;
import org.isnad.core.incident.Decision;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code isnad decide}: what a person makes of incidents. */
@Command(
    name = "decide",
    mixinStandardHelpOptions = true,
    description =
        "Takes down what a person decides about incidents. Decisions are only ever added, with who and when, and stay when articles are read anew.",
    footer = {
      "",
      "Example: isnad decide edit ID killed 5-9 --reason \"hospital list of 4 March\" --by amal"
    },
    subcommands = {
      DecideCommand.Accept.class,
      DecideCommand.Publish.class,
      DecideCommand.Reject.class,
      DecideCommand.Unsure.class,
      DecideCommand.Comment.class,
      DecideCommand.Edit.class,
      DecideCommand.Merge.class,
      DecideCommand.Split.class,
      DecideCommand.Undo.class,
      DecideCommand.Setting.class
    })
final class DecideCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "decide what? 'isnad decide --help' tells");
  }

  /** What every decision takes. */
  abstract static class Verb implements Callable<Integer> {

    @Mixin private DataOption data = new DataOption();
    @Mixin private KnowledgeOption knowledge = new KnowledgeOption();

    @Option(
        names = "--by",
        paramLabel = "NAME",
        defaultValue = "${env:ISNAD_USER:-${sys:user.name}}",
        description = "who decides; $ISNAD_USER, else the name of the user, unless given")
    private String by = "";

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "why")
    String reason = "";

    @Spec private CommandSpec spec = CommandSpec.create();

    /** Takes the decision and tells its id. */
    Integer take(Function<Decide, Decision> verb) {
      Pipeline pipeline = knowledge.pipeline();
      Clock clock = Clock.systemUTC();
      int threads = Runtime.getRuntime().availableProcessors();
      Run run = new Run(pipeline, threads, Progress.SILENT, clock);
      try (Store store = data.open()) {
        Decide decide = new Decide(store, run, pipeline.knowledge(), clock, by);
        Decision decision = verb.apply(decide);
        PrintWriter out = spec.commandLine().getOut();
        out.print(decision.id() + "\n");
        out.flush();
      }
      return 0;
    }
  }

  /** A decision on one incident. */
  abstract static class OnIncident extends Verb {

    @Parameters(paramLabel = "ID", description = "the incident")
    String incident = "";

    @Option(
        names = "--seen",
        paramLabel = "N",
        description = "the version that was seen; refused where another stands by now")
    @Nullable Integer seen;
  }

  @Command(
      name = "accept",
      mixinStandardHelpOptions = true,
      description = "The incident stands as it is.",
      footer = {"", "Example: isnad decide accept ID --by amal"})
  static final class Accept extends OnIncident {
    @Override
    public Integer call() {
      return take(decide -> decide.accept(incident, reason, seen));
    }
  }

  @Command(
      name = "publish",
      mixinStandardHelpOptions = true,
      description = "The incident, accepted before, goes to the public.",
      footer = {"", "Example: isnad decide publish ID --by amal"})
  static final class Publish extends OnIncident {
    @Override
    public Integer call() {
      return take(decide -> decide.publish(incident, reason, seen));
    }
  }

  @Command(
      name = "reject",
      mixinStandardHelpOptions = true,
      description = "The incident is none; takes a reason.",
      footer = {"", "Example: isnad decide reject ID --reason \"a drill\" --by amal"})
  static final class Reject extends OnIncident {
    @Override
    public Integer call() {
      return take(decide -> decide.reject(incident, reason, seen));
    }
  }

  @Command(
      name = "unsure",
      mixinStandardHelpOptions = true,
      description = "Somebody should look at the incident again.",
      footer = {
        "",
        "Example: isnad decide unsure ID --reason \"two places of that name\" --by amal"
      })
  static final class Unsure extends OnIncident {
    @Override
    public Integer call() {
      return take(decide -> decide.unsure(incident, reason, seen));
    }
  }

  @Command(
      name = "comment",
      mixinStandardHelpOptions = true,
      description = "A remark that changes nothing; the remark is the reason.",
      footer = {
        "",
        "Example: isnad decide comment ID --reason \"see the hospital list\" --by amal"
      })
  static final class Comment extends OnIncident {
    @Override
    public Integer call() {
      return take(decide -> decide.comment(incident, reason, seen));
    }
  }

  @Command(
      name = "edit",
      mixinStandardHelpOptions = true,
      description =
          "Puts a value in the place of the one that was read; takes a reason. What the reports say is kept beside it.",
      footer = {
        "",
        "Example: isnad decide edit ID killed 5-9 --reason \"hospital list of 4 March\" --by amal"
      })
  static final class Edit extends OnIncident {

    @Parameters(
        paramLabel = "FIELD",
        description =
            "type, status, time, place, actors, targets, weapons, outcome, count, killed, …")
    private String field = "";

    @Parameters(
        paramLabel = "VALUE",
        description =
            "5, 5-9, 5+, none; 2026-03-04, 2026-03-04..2026-03-06; an id or a name; several with ; between; or JSON; empty to empty the field")
    private String value = "";

    @Override
    public Integer call() {
      return take(decide -> decide.edit(incident, field, value, reason, seen));
    }
  }

  @Command(
      name = "merge",
      mixinStandardHelpOptions = true,
      description = "The incidents are one; the others go on under the id of one of them.",
      footer = {"", "Example: isnad decide merge ID ID2 --reason \"one explosion\" --by amal"})
  static final class Merge extends Verb {

    @Parameters(arity = "2..*", paramLabel = "ID", description = "the incidents")
    private List<String> incidents = new ArrayList<>();

    @Override
    public Integer call() {
      return take(decide -> decide.merge(incidents, reason));
    }
  }

  @Command(
      name = "split",
      mixinStandardHelpOptions = true,
      description = "Some reports of the incident tell of another event.",
      footer = {"", "Example: isnad decide split ID REPORT --reason \"another day\" --by amal"})
  static final class Split extends Verb {

    @Parameters(index = "0", paramLabel = "ID", description = "the incident")
    private String incident = "";

    @Parameters(
        index = "1..*",
        arity = "1..*",
        paramLabel = "REPORT",
        description = "ids of the reports to take out, as 'isnad explain ID' shows them")
    private List<String> reports = new ArrayList<>();

    @Override
    public Integer call() {
      return take(decide -> decide.split(incident, reports, reason));
    }
  }

  @Command(
      name = "undo",
      mixinStandardHelpOptions = true,
      description = "An earlier decision no longer counts; undoing an undoing brings it back.",
      footer = {"", "Example: isnad decide undo DECISION --by amal"})
  static final class Undo extends Verb {

    @Parameters(paramLabel = "DECISION", description = "its id, such as d000012")
    private String decision = "";

    @Override
    public Integer call() {
      return take(decide -> decide.undo(decision, reason));
    }
  }

  @Command(
      name = "setting",
      mixinStandardHelpOptions = true,
      description = {
        "Prints the settings of the workspace, or sets one.",
        "two-person-publishing on: whoever accepted an incident cannot publish it."
      },
      footer = {"", "Example: isnad decide setting two-person-publishing on"})
  static final class Setting implements Callable<Integer> {

    @Mixin private DataOption data = new DataOption();

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "the setting")
    private @Nullable String name;

    @Parameters(index = "1", arity = "0..1", paramLabel = "VALUE", description = "on or off")
    private @Nullable String value;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      try (Store store = data.open()) {
        if (name != null) {
          store.set(name, value == null ? "" : value);
        }
        store.settings().forEach((key, on) -> out.print(key + " " + on + "\n"));
        out.flush();
      }
      return 0;
    }
  }
}
