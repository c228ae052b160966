package org.isnad.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What people and CI start by name can be started, also from a fresh copy of the repository. */
class ScriptsTest {

  private static final Set<String> STARTED =
      Set.of("isnad", "check", "mvnw", ".ci/run", "docs/screenshots", "spark/run", "checks/fuzz");

  /** Folders that a build or a run makes. */
  private static final Set<String> MADE = Set.of(".git", "target", "out", "node_modules");

  @Test
  void whatIsStartedByNameIsThere() throws IOException {
    assertThat(scripts()).containsAll(STARTED);
  }

  @Test
  void everyScriptIsExecutable() throws IOException {
    assertThat(scripts())
        .allSatisfy(
            name -> assertThat(Files.isExecutable(Repository.root().resolve(name))).isTrue());
  }

  /** The bit that counts for others is the one that is committed, whatever this folder has. */
  @Test
  void gitHandsThemOnAsExecutable() throws Exception {
    Map<String, String> modes = modes();
    assertThat(scripts().stream().filter(modes::containsKey).toList())
        .isNotEmpty()
        .allSatisfy(name -> assertThat(modes.get(name)).as(name).isEqualTo("100755"));
  }

  private static List<String> scripts() throws IOException {
    Path root = Repository.root();
    List<String> scripts = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes kind) {
            return MADE.contains(String.valueOf(folder.getFileName()))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes kind) {
            if (kind.isRegularFile() && namesItsInterpreter(file)) {
              scripts.add(root.relativize(file).toString().replace('\\', '/'));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return scripts;
  }

  private static boolean namesItsInterpreter(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(2), new byte[] {'#', '!'});
    } catch (IOException e) {
      return false;
    }
  }

  /** The modes in the index of git by name. */
  private static Map<String, String> modes() throws Exception {
    Path root = Repository.root();
    Assumptions.assumeTrue(Files.exists(root.resolve(".git")), "not a copy of git's");
    Process git;
    try {
      git = new ProcessBuilder("git", "ls-files", "-s").directory(root.toFile()).start();
    } catch (IOException e) {
      Assumptions.abort("no git here");
      return Map.of();
    }
    Map<String, String> modes = new TreeMap<>();
    String listed = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Assumptions.assumeTrue(git.waitFor() == 0, "git does not list this folder");
    listed
        .lines()
        .forEach(line -> modes.put(line.substring(line.indexOf('\t') + 1), line.substring(0, 6)));
    return modes;
  }
}
