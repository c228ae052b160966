package org.isnad.core.lexicon;

import java.util.List;

/**
 * One knowledge file as lines.
 *
 * @param path folder and name, {@code time/months.tsv}
 * @param lines its lines without line ends
 */
public record DataFile(String path, List<String> lines) {

  /** Copies the lines. */
  public DataFile {
    lines = List.copyOf(lines);
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

  /** Whether this is a list or register ({@code .tsv} but no examples). */
  public boolean isTable() {
    return path.endsWith(".tsv") && !isExamples();
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
