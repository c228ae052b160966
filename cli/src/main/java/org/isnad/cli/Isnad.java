package org.isnad.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.isnad.core.lexicon.DataException;
import org.isnad.search.SearchIndexException;
import org.isnad.store.Store;
import org.isnad.store.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The program {@code isnad}. */
@Command(
    name = "isnad",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Turns Arabic news about political violence into incident records in which every value"
            + " carries its chain.",
    footer = {"", "Example: isnad run samples"},
    subcommands = {
      RunCommand.class,
      WatchCommand.class,
      RerunCommand.class,
      IncidentsCommand.class,
      SearchCommand.class,
      ExportCommand.class,
      ImportCommand.class,
      IndexCommand.class,
      ExplainCommand.class,
      DecideCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      ExtractCommand.class,
      ReuseCommand.class,
      TimesCommand.class,
      KnowledgeCommand.class,
      PlacesCommand.class,
      ServeCommand.class,
      UserCommand.class,
      ManualCommand.class,
      DoctorCommand.class,
      HelpCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all was read",
      "1:some inputs had problems and the others were read; or the job could not be done, and why"
          + " is said",
      "2:wrong usage"
    })
public final class Isnad implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  private Isnad() {}

  /** Without a command: what to do next. */
  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    FirstSteps.lines(Files.exists(new DataOption().folder.resolve(Store.FILE)))
        .forEach(out::println);
  }

  /** Runs the command line and ends with its exit code. */
  public static void main(String[] args) {
    PrintStream standard = StandardOutput.install();
    PrintWriter out = new PrintWriter(standard, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = commandLine().setOut(out).setErr(err).execute(args);
    try {
      out.flush();
      standard.flush();
    } catch (StandardOutput.Failed e) {
      if (code == 0) {
        e.tell(err);
      }
      code = Math.max(1, code);
    }
    System.exit(code);
  }

  /** The command line with all commands, for running and for checking the documentation. */
  public static CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(new Isnad());
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.registerConverter(LocalDate.class, Isnad::date);
    commandLine.setExitCodeExceptionMapper(
        e -> e instanceof CommandLine.ParameterException ? 2 : 1);
    commandLine.setExecutionExceptionHandler(Isnad::failed);
    commandLine.setExecutionStrategy(Isnad::executed);
    return commandLine;
  }

  /** Help that cannot be written is no bug either. */
  private static int executed(CommandLine.ParseResult parsed) {
    try {
      return new CommandLine.RunLast().execute(parsed);
    } catch (StandardOutput.Failed e) {
      e.tell(parsed.commandSpec().commandLine().getErr());
      return 1;
    } catch (OutOfMemoryError e) {
      long megabytes = Runtime.getRuntime().maxMemory() >> 20;
      parsed
          .commandSpec()
          .commandLine()
          .getErr()
          .println(
              "isnad: "
                  + megabytes
                  + " MB of memory are not enough; nothing that was stored is lost, run again with"
                  + " more, such as ISNAD_JAVA_OPTS=-Xmx4g");
      return 1;
    }
  }

  /** What a user can mend is one line; anything else is a bug and shows where it is. */
  private static int failed(Exception e, CommandLine commandLine, CommandLine.ParseResult parsed)
      throws Exception {
    if (e instanceof StandardOutput.Failed failed) {
      failed.tell(commandLine.getErr());
      return 1;
    }
    boolean mendable =
        e instanceof StoreException
            || e instanceof SearchIndexException
            || e instanceof DataException
            || e instanceof UncheckedIOException
            || e instanceof IOException
            || e instanceof IllegalArgumentException;
    if (!mendable) {
      throw e;
    }
    commandLine.getErr().println("isnad: " + message(e));
    return 1;
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "'" + text + "' is no day; expected year, month and day, such as 2026-03-11");
    }
  }

  /** An exception of the file system often names the file and nothing else. */
  private static String message(Exception e) {
    return e instanceof NoSuchFileException
        ? e.getMessage() + ": no such file; look at the name and at the folder you are in"
        : e instanceof MalformedInputException
            ? "the input is no UTF-8"
            : String.valueOf(e.getMessage());
  }
}
