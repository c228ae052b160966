package org.isnad.core.lexicon;

import java.util.List;

/**
 * One knowledge file as lines.
 *
 * @param path folder and name, {@code time/months.tsv}
 * @param lines its lines without line ends
 */
public record DataFile(String path, List<String> lines) {

  /** How names of imported gazetteers end. */
  public static final String IMPORTED = ".imported.tsv";

  /** Copies the lines, except where they are this class's own and never change. */
  public DataFile {
    lines = lines instanceof Utf8Lines ? lines : List.copyOf(lines);
  }

  /**
   * The file with this content, which is kept as it is: a gazetteer of half a million lines takes
   * its own size in memory, and its lines are cut out when asked for.
   *
   * @param utf8 the content; not to be changed afterwards
   */
  public static DataFile of(String path, byte[] utf8) {
    Utf8Lines lines = new Utf8Lines(utf8);
    return new DataFile(path, path.endsWith(IMPORTED) ? lines : List.copyOf(lines));
  }

  /** The folder, {@code time}; empty where there is none. */
  public String folder() {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /** The name without folder and ending, {@code months}. */
  public String name() {
    String file = path.substring(path.lastIndexOf('/') + 1);
    int dot = file.indexOf('.');
    return dot < 0 ? file : file.substring(0, dot);
  }

  /** Whether this is a list or register ({@code .tsv}, but neither examples nor imported). */
  public boolean isTable() {
    return path.endsWith(".tsv") && !isExamples() && !isImported();
  }

  /** Whether this is a gazetteer that {@code isnad places import} wrote. */
  public boolean isImported() {
    return path.endsWith(IMPORTED);
  }

  /** Whether this is an example corpus. */
  public boolean isExamples() {
    return path.endsWith(".examples.tsv");
  }

  /** Whether this holds rules. */
  public boolean isRules() {
    return path.endsWith(".rules");
  }
}
