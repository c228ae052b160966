package org.isnad.spark;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.isnad.io.LineStretch;
import org.isnad.io.Sources;

/**
 * Deals files out to tasks. A large file of JSON Lines is cut between lines; others can only be
 * read from their start on, and are one task each; small ones share a task.
 *
 * <p>So that a line of a cut file is told by the same number as locally, the lines of all its
 * pieces are counted first.
 */
final class Parts {

  /** Bytes of a piece, unless the session's setting says otherwise. */
  private static final long BYTES = 128 << 20;

  private static final String SETTING = "spark.isnad.bytesPerTask";

  /** Most files that share a task. */
  private static final int MOST_FILES = 256;

  /** Tasks a core that small files are dealt out to, so that none waits long for another. */
  private static final int TASKS_A_CORE = 4;

  private final JavaSparkContext context;
  private final long bytes;

  Parts(SparkSession spark) {
    this.context = new JavaSparkContext(spark.sparkContext());
    this.bytes = Long.parseLong(spark.conf().get(SETTING, Long.toString(BYTES)));
  }

  /** A file by its number among the inputs. */
  record Numbered(int number, Path path) {}

  /** What a piece holds; nothing where it cannot be read, which reading it will tell. */
  private record Counted(Part part, int lines, boolean last) implements Serializable {}

  /** The files in as many slices as there are tasks. */
  JavaRDD<List<Part>> of(List<Numbered> files) {
    List<Part> parts = new ArrayList<>();
    List<Part> pieces = new ArrayList<>();
    for (Numbered file : files) {
      List<Part> cut = cut(file);
      (cut.size() == 1 ? parts : pieces).addAll(cut);
    }
    parts.addAll(numbered(pieces));
    List<List<Part>> tasks = tasks(parts);
    return context.parallelize(tasks, tasks.size());
  }

  private List<Part> cut(Numbered file) {
    try {
      if (Files.size(file.path()) > bytes && Sources.isCutByLines(file.path())) {
        List<LineStretch> stretches = LineStretch.of(file.path(), bytes);
        List<Part> parts = new ArrayList<>();
        stretches.forEach(s -> parts.add(Part.of(file.number(), parts.size(), s)));
        return parts;
      }
    } catch (IOException e) {
      // told when it is read
    }
    return List.of(Part.whole(file.number(), file.path()));
  }

  /** The pieces, each behind as many lines as begin before it, up to where reading ends. */
  private List<Part> numbered(List<Part> pieces) {
    if (pieces.isEmpty()) {
      return pieces;
    }
    List<Part> numbered = new ArrayList<>();
    int file = -1;
    int lines = 0;
    boolean ended = false;
    for (Counted counted : context.parallelize(pieces, pieces.size()).map(Parts::count).collect()) {
      if (counted.part.file() != file) {
        file = counted.part.file();
        lines = 0;
        ended = false;
      }
      if (!ended) {
        numbered.add(counted.part.behind(lines));
      }
      lines += counted.lines;
      ended |= counted.last;
    }
    return numbered;
  }

  private static Counted count(Part part) {
    try {
      LineStretch.Tally tally = part.stretch().tally();
      return new Counted(part, tally.lines(), tally.last());
    } catch (IOException e) {
      return new Counted(part, 0, false);
    }
  }

  private List<List<Part>> tasks(List<Part> parts) {
    int wanted = TASKS_A_CORE * context.defaultParallelism();
    long all = parts.stream().mapToLong(Parts::size).sum();
    long mostBytes = Math.clamp(all / wanted, 1, bytes);
    int mostFiles = Math.clamp(parts.size() / wanted, 1, MOST_FILES);
    List<List<Part>> tasks = new ArrayList<>();
    List<Part> task = new ArrayList<>();
    long held = 0;
    for (Part part : parts) {
      task.add(part);
      held += size(part);
      if (held >= mostBytes || task.size() >= mostFiles) {
        tasks.add(task);
        task = new ArrayList<>();
        held = 0;
      }
    }
    if (!task.isEmpty()) {
      tasks.add(task);
    }
    return tasks;
  }

  private static long size(Part part) {
    try {
      return part.isWhole() ? Files.size(Path.of(part.path())) : part.to() - part.from();
    } catch (IOException e) {
      return 0;
    }
  }
}
