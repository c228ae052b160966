package org.isnad.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.isnad.core.lexicon.DataException;
import org.isnad.core.pipeline.Knowledge;
import org.isnad.store.Store;
import org.isnad.store.StoreException;
import org.isnad.store.StoreFile;
import org.jspecify.annotations.Nullable;

/** Looks over the installation, the knowledge and a workspace, and says what to do. */
public final class Doctor {

  /** The Java the program is built for. */
  private static final int JAVA = 25;

  /** Below this much room a run of a few thousand articles may not end, in bytes. */
  private static final long LITTLE_ROOM = 500L << 20;

  /** Below this much memory long articles may not be read, in bytes. */
  private static final long LITTLE_MEMORY = 400L << 20;

  private final List<Finding> findings = new ArrayList<>();

  /**
   * What was looked at.
   *
   * @param state how it is
   * @param subject what it is, one word
   * @param text what was found, and what to do where something is wrong
   */
  public record Finding(State state, String subject, String text) {}

  /** How something is. */
  public enum State {
    /** As it should be. */
    GOOD,
    /** Works, but could be better, or will be put right by itself. */
    NOTE,
    /** Does not work. */
    BAD
  }

  /** Looks at Java, memory, the temporary folder, SQLite and the startup cache. */
  public Doctor installation(@Nullable Path cache) {
    int java = Runtime.version().feature();
    add(
        java >= JAVA,
        "java",
        Runtime.version() + " in " + System.getProperty("java.home"),
        "; the program needs " + JAVA + " or newer, set ISNAD_JAVA_HOME");
    long memory = Runtime.getRuntime().maxMemory();
    add(
        memory >= LITTLE_MEMORY,
        "memory",
        megabytes(memory) + " at most",
        "; give more with ISNAD_JAVA_OPTS=-Xmx1g");
    Path temporary = Path.of(System.getProperty("java.io.tmpdir", ""));
    add(
        Files.isWritable(temporary),
        "temp",
        temporary + " " + (Files.isWritable(temporary) ? "can" : "cannot") + " be written",
        "; SQLite's library is unpacked there, name another with ISNAD_JAVA_OPTS=-Djava.io.tmpdir=DIR");
    try {
      add(State.GOOD, "sqlite", StoreFile.engine());
    } catch (StoreException | LinkageError e) {
      add(State.BAD, "sqlite", e.getMessage() + "; its library cannot be loaded on this machine");
    }
    cache(cache);
    return this;
  }

  private void cache(@Nullable Path cache) {
    try {
      if (cache == null || !Files.exists(cache)) {
        add(State.NOTE, "cache", "no startup cache; the next start by ./isnad makes one");
      } else if (Files.size(cache) == 0) {
        add(State.NOTE, "cache", "this Java makes no startup cache; starts take longer");
      } else {
        add(State.GOOD, "cache", megabytes(Files.size(cache)) + " in " + cache);
      }
    } catch (IOException e) {
      add(State.NOTE, "cache", cache + " cannot be looked at: " + e.getMessage());
    }
  }

  /**
   * Loads the knowledge.
   *
   * @return it, or null where it cannot be loaded
   */
  public @Nullable Knowledge knowledge(Supplier<Knowledge> load) {
    try {
      Knowledge knowledge = load.get();
      long lists = knowledge.lexicon().lists().size();
      int places = knowledge.gazetteer().places().size();
      add(
          lists > 0 && places > 0,
          "knowledge",
          knowledge.files().size()
              + " files, "
              + lists
              + " lists, "
              + places
              + " places, version "
              + knowledge.version(),
          "; something is missing, copy the folder anew");
      return knowledge;
    } catch (DataException | IllegalArgumentException e) {
      add(State.BAD, "knowledge", e.getMessage() + "; mend that line, or leave --knowledge out");
      return null;
    }
  }

  /** Looks at the folder of a store and at what lies in it. */
  public Doctor workspace(Path folder, @Nullable Knowledge knowledge) {
    StoreFile file = new StoreFile(folder);
    if (!file.exists()) {
      add(
          State.NOTE,
          "store",
          "none in " + folder + "; 'isnad run PATH --data " + folder + "' makes one");
      return this;
    }
    folder(folder, file);
    List<String> damages = file.damages();
    if (!damages.isEmpty()) {
      add(
          State.BAD,
          "store",
          file.path()
              + " is damaged ("
              + damages.getFirst()
              + "); 'isnad doctor --repair --data "
              + folder
              + "' keeps what can be read, with '--from BACKUP' it takes a backup instead");
      return this;
    }
    opened(folder, file, knowledge);
    return this;
  }

  private void folder(Path folder, StoreFile file) {
    if (file.canBeWritten()) {
      add(State.GOOD, "folder", folder + " can be written");
    } else {
      add(
          State.NOTE,
          "folder",
          folder + " cannot be written; what is in it can be read, runs need write permission");
    }
    try {
      long room = Files.getFileStore(folder).getUsableSpace();
      add(
          room >= LITTLE_ROOM,
          "disk",
          megabytes(room) + " free",
          "; make room, or runs will stop when it is full (nothing stored is lost then)");
    } catch (IOException e) {
      add(State.BAD, "disk", "the room cannot be told: " + e.getMessage());
    }
  }

  private void opened(Path folder, StoreFile file, @Nullable Knowledge knowledge) {
    if (file.isBusy()) {
      add(State.NOTE, "lock", "another process is writing; others wait up to five minutes for it");
    }
    int schema = file.schema();
    try (Store store = Store.open(folder)) {
      int now = file.schema();
      String from = schema < now ? ", brought up from " + schema : "";
      add(State.GOOD, "store", store.articleCount() + " articles, schema " + now + from);
      if (knowledge != null) {
        add(State.GOOD, "index", new IncidentSearch(store, knowledge, folder).state());
      }
    } catch (StoreException e) {
      add(
          State.BAD,
          "store",
          e.getMessage() + "; a store of a newer program needs that program or a later one");
    }
  }

  /** All that was found, in the order in which it was looked at. */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  private void add(boolean good, String subject, String text, String advice) {
    add(good ? State.GOOD : State.BAD, subject, good ? text : text + advice);
  }

  private void add(State state, String subject, String text) {
    findings.add(new Finding(state, subject, text));
  }

  private static String megabytes(long bytes) {
    return (bytes >> 20) + " MB";
  }
}
