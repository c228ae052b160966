package org.isnad.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts the program, and the cache that makes it start faster. */
@Tag("slow")
class LauncherTest {

  private static final Path BUILT = Repository.root().resolve("cli/target/dist");

  @TempDir Path home;
  private Path dist = Path.of("");
  private String said = "";

  /** What is needed of a repository that has been built, in a folder of its own. */
  @BeforeEach
  void install() throws IOException {
    Assumptions.assumeTrue(Files.exists(BUILT.resolve("isnad-cli.jar")), "not packaged");
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash");
    dist = home.resolve("cli/target/dist");
    copy(BUILT.resolve("lib"), dist.resolve("lib"));
    Files.copy(BUILT.resolve("isnad-cli.jar"), dist.resolve("isnad-cli.jar"));
    copy(Repository.root().resolve("samples"), home.resolve("samples"));
    copy(Repository.root().resolve(".build"), home.resolve(".build"));
    Files.copy(Repository.root().resolve("isnad"), home.resolve("isnad"));
    Files.createFile(dist.resolve(".complete"));
  }

  @Test
  void aDamagedCacheDoesNoHarmAndIsMadeAnew() throws Exception {
    Path cache = dist.resolve("isnad.aot");
    assertThat(version()).as(said).isZero();
    byte[] whole = Files.readAllBytes(cache);
    assertThat(whole.length).as("a cache was made").isPositive();
    byte[] damaged = whole.clone();
    Arrays.fill(damaged, damaged.length / 3, damaged.length - damaged.length / 10, (byte) 0);
    Files.write(cache, damaged);
    assertThat(version()).as(said).isZero();
    assertThat(said).startsWith("isnad ").doesNotContain("rror");
    assertThat(version()).as(said).isZero();
    assertThat(said).startsWith("isnad ").doesNotContain("rror");
    assertThat(Files.readAllBytes(cache)).isNotEqualTo(damaged).isNotEmpty();
    Files.write(cache, Arrays.copyOf(whole, whole.length / 2));
    assertThat(version()).as(said).isZero();
    assertThat(version()).as(said).isZero();
    assertThat(Files.size(cache)).as("damaged again and again: it does without").isZero();
    assertThat(version()).as(said).isZero();
  }

  private int version() throws Exception {
    Path out = home.resolve("out");
    ProcessBuilder builder =
        new ProcessBuilder("/bin/bash", home.resolve("isnad").toString(), "--version")
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    builder.environment().put("ISNAD_JAVA_HOME", System.getProperty("java.home"));
    builder.environment().remove("JDK_JAVA_OPTIONS");
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.start();
    assertThat(process.waitFor(20, TimeUnit.MINUTES)).isTrue();
    said = Files.readString(out);
    return process.exitValue();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else if (Files.isRegularFile(file)) {
          Files.copy(file, target);
        }
      }
    }
  }
}
