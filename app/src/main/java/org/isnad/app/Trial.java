package org.isnad.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.isnad.core.lexicon.DataFile;
import org.isnad.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * What other knowledge would change, told before it is applied: which lines of which lists differ,
 * and which incidents would come out otherwise.
 *
 * <p>The reading is tried on a copy of the store in a temporary folder that is deleted afterwards;
 * the store itself is only read. A trial therefore takes as long as {@link Rerun} and, while it
 * runs, as much room as the store.
 */
public final class Trial {

  private final Consumer<String> lines;

  /** A trial that tells, line by line, to {@code lines}. */
  public Trial(Consumer<String> lines) {
    this.lines = lines;
  }

  /** Tells which files differ, and in how many lines. */
  public void files(List<DataFile> before, List<DataFile> after) {
    Map<String, DataFile> old = byPath(before);
    Map<String, DataFile> fresh = byPath(after);
    Set<String> paths = new TreeSet<>(old.keySet());
    paths.addAll(fresh.keySet());
    int told = 0;
    for (String path : paths) {
      int added = more(fresh.get(path), old.get(path));
      int removed = more(old.get(path), fresh.get(path));
      if (added + removed > 0) {
        lines.accept(path + ": " + added + " lines added, " + removed + " removed");
        told++;
      }
    }
    if (told == 0) {
      lines.accept("the lists are those of the program");
    }
  }

  /**
   * Reads a copy of the store anew and tells what that changes, in the lines of {@link Rerun}.
   *
   * @throws IOException if the copy cannot be written
   */
  public Run.Outcome of(Store store, Run run) throws IOException {
    Path folder = Files.createTempDirectory("isnad-trial");
    try {
      Path backup = folder.resolve("store.jsonl.gz");
      store.backup(backup);
      try (Store copy = Store.create(folder)) {
        copy.restore(backup);
        return new Rerun(run, lines).run(copy);
      }
    } finally {
      delete(folder);
    }
  }

  private static Map<String, DataFile> byPath(List<DataFile> files) {
    Map<String, DataFile> byPath = new TreeMap<>();
    files.forEach(file -> byPath.put(file.path(), file));
    return byPath;
  }

  /** How many lines stand in one file and not in the other; repeated lines count. */
  private static int more(@Nullable DataFile one, @Nullable DataFile other) {
    if (one == null) {
      return 0;
    }
    Map<String, Integer> left = new LinkedHashMap<>();
    one.lines().forEach(line -> left.merge(line, 1, Integer::sum));
    if (other != null) {
      other.lines().forEach(line -> left.computeIfPresent(line, (l, n) -> n > 1 ? n - 1 : null));
    }
    return left.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      paths.sorted(Comparator.reverseOrder()).forEach(all::add);
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }
}
