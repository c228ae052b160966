package org.isnad.arabic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.isnad.core.lexicon.DataException;
import org.isnad.core.lexicon.DataFile;
import org.isnad.core.pipeline.Knowledge;

/**
 * Loads the knowledge files: the built-in ones, or a user's own copy of them.
 *
 * <p>Built-in files lie beside this class, one folder a kind; a user's folder has the same shape.
 */
public final class ArabicKnowledge {

  /**
   * The number of the shape that knowledge folders have. It grows when a column of a list changes
   * its meaning; columns that are added do not change it.
   */
  public static final int FORMAT = 1;

  /** The file in a folder that says which shape it has. */
  public static final String FORMAT_FILE = "format.txt";

  private static final String ROOT = "org/isnad/arabic/";

  private ArabicKnowledge() {}

  /**
   * The built-in knowledge.
   *
   * @throws UncheckedIOException if the program's own files cannot be read
   */
  public static Knowledge load() {
    return Knowledge.of(builtIn());
  }

  /**
   * The knowledge in a folder.
   *
   * @throws DataException if a file cannot be read as what it is, or if the folder was made for
   *     another shape of files than this program reads
   * @throws UncheckedIOException if the folder cannot be read
   */
  public static Knowledge load(Path folder) {
    checkFormat(folder);
    return Knowledge.of(filesIn(folder));
  }

  /** A folder without the file is taken for one of the first shape. */
  private static void checkFormat(Path folder) {
    Path file = folder.resolve(FORMAT_FILE);
    if (!Files.exists(file)) {
      return;
    }
    try {
      String format = Files.readString(file).strip();
      if (!format.equals(String.valueOf(FORMAT))) {
        throw new DataException(
            FORMAT_FILE,
            1,
            "the folder has format "
                + format
                + " and this program reads "
                + FORMAT
                + "; start a new folder and carry your lines over");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the knowledge folder " + folder + " cannot be read", e);
    }
  }

  /** The built-in files, sorted by path. */
  public static List<DataFile> builtIn() {
    Path home = home();
    try {
      return Files.isDirectory(home) ? filesIn(home.resolve(ROOT)) : filesInJar(home);
    } catch (IOException e) {
      throw new UncheckedIOException("the built-in knowledge cannot be read from " + home, e);
    }
  }

  /**
   * The knowledge files in a folder, sorted by path.
   *
   * @throws UncheckedIOException if the folder cannot be read
   */
  public static List<DataFile> filesIn(Path folder) {
    List<DataFile> files = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        if (isKnowledge(name)) {
          files.add(file(name, Files.readAllBytes(path)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the knowledge folder " + folder + " cannot be read", e);
    }
    files.sort(Comparator.comparing(DataFile::path));
    return files;
  }

  /**
   * Writes the built-in files into a folder, for a user to edit or to add to.
   *
   * @throws IOException if a file cannot be written
   */
  public static void copyTo(Path folder) throws IOException {
    for (DataFile file : builtIn()) {
      Path path = folder.resolve(file.path());
      Files.createDirectories(path.getParent());
      Files.write(path, file.lines());
    }
    Files.writeString(folder.resolve(FORMAT_FILE), FORMAT + "\n");
  }

  private static List<DataFile> filesInJar(Path jar) throws IOException {
    List<DataFile> files = new ArrayList<>();
    try (JarFile archive = new JarFile(jar.toFile())) {
      for (JarEntry entry : archive.stream().toList()) {
        String name = entry.getName();
        if (name.startsWith(ROOT) && isKnowledge(name)) {
          try (InputStream in = archive.getInputStream(entry)) {
            files.add(file(name.substring(ROOT.length()), in.readAllBytes()));
          }
        }
      }
    }
    files.sort(Comparator.comparing(DataFile::path));
    return files;
  }

  private static boolean isKnowledge(String name) {
    return name.endsWith(".tsv") || name.endsWith(".rules");
  }

  private static DataFile file(String name, byte[] bytes) {
    return DataFile.of(name, bytes);
  }

  private static Path home() {
    try {
      return Path.of(
          ArabicKnowledge.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the program's own place is no path", e);
    }
  }
}
