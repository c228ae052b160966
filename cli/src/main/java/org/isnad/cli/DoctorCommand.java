package org.isnad.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.isnad.app.Doctor;
import org.isnad.app.Run;
import org.isnad.core.pipeline.Knowledge;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.store.Salvage;
import org.isnad.store.Store;
import org.isnad.store.StoreFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code isnad doctor}: what is wrong, and what to do. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description =
        "Looks over the installation (Java, memory, SQLite, startup cache), the knowledge, and the store in a folder (damage, schema, room, lock, index), and says what to do. Ends with 0 where nothing is wrong, else with 1.",
    footer = {"", "Example: isnad doctor --repair --from isnad-2026-03-04.jsonl.gz"})
final class DoctorCommand implements Callable<Integer> {

  @Option(
      names = "--repair",
      description =
          "puts what can still be read of a damaged store into a new one and reads its articles anew; the damaged file stays beside it. A sound store is left alone; the startup cache is made anew")
  private boolean repair;

  @Option(
      names = "--from",
      paramLabel = "BACKUP",
      description = "with --repair: a file of 'isnad backup' to fill the new store from")
  private @Nullable Path backup;

  @Mixin private DataOption data = new DataOption();
  @Mixin private KnowledgeOption knowledge = new KnowledgeOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    if (backup != null && !repair) {
      throw new ParameterException(spec.commandLine(), "--from needs --repair");
    }
    Path cache = cache();
    if (repair) {
      if (cache != null) {
        Files.deleteIfExists(cache);
      }
      repair();
    }
    Doctor doctor = new Doctor().installation(cache);
    doctor.workspace(data.folder, doctor.knowledge(knowledge::knowledge));
    return tell(doctor.findings());
  }

  private int tell(List<Doctor.Finding> findings) {
    PrintWriter out = spec.commandLine().getOut();
    boolean bad = false;
    for (Doctor.Finding finding : findings) {
      String state = finding.state().name().toLowerCase(Locale.ROOT);
      out.println(pad(state, 6) + pad(finding.subject(), 11) + finding.text());
      bad |= finding.state() == Doctor.State.BAD;
    }
    return bad ? 1 : 0;
  }

  private void repair() {
    StoreFile file = new StoreFile(data.folder);
    if (!file.exists() || file.damages().isEmpty()) {
      return;
    }
    PrintWriter err = spec.commandLine().getErr();
    if (backup != null) {
      err.println(file.restore(backup) + " rows of " + backup + " in " + data.name());
      return;
    }
    Salvage.Result result = file.repair();
    err.println("kept " + result.taken() + "; the damaged file is " + result.damaged());
    err.println(
        result.lost().isEmpty()
            ? "nothing was lost"
            : "lost at least "
                + result.lost()
                + "; 'isnad run' with the same inputs brings lost articles back");
    Knowledge known = knowledge.knowledge();
    try (Store store = Store.open(data.folder)) {
      int threads = Runtime.getRuntime().availableProcessors();
      new Run(new Pipeline(known), threads, new TerminalProgress(err), Clock.systemUTC())
          .update(store, 0, List.of());
    }
  }

  /** The startup cache that the launcher keeps beside the program, or null where it is no jar. */
  private static @Nullable Path cache() {
    try {
      Path program =
          Path.of(Isnad.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Files.isRegularFile(program) ? program.resolveSibling("isnad.aot") : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.length()));
  }
}
