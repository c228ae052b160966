package org.isnad.checks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line as a process of its own. */
final class Program {

  private Program() {}

  /**
   * Starts a command.
   *
   * @param options for the Java machine
   * @param out takes what the command prints; what it says on the way goes nowhere
   */
  static Process start(List<String> options, Path out, String... command) throws IOException {
    return builder(options, out, command).start();
  }

  /**
   * The same.
   *
   * @param said takes what the command says on the way
   */
  static Process start(List<String> options, Path out, Path said, String... command)
      throws IOException {
    return builder(options, out, command).redirectError(said.toFile()).start();
  }

  /**
   * The same under another program, such as one that slows it down.
   *
   * @param prefix that program with its options
   */
  static Process under(List<String> prefix, Path out, Path said, String... command)
      throws IOException {
    ProcessBuilder builder = builder(List.of(), out, command).redirectError(said.toFile());
    List<String> line = new ArrayList<>(prefix);
    line.addAll(builder.command());
    return builder.command(line).start();
  }

  /** The same, with its output for the caller to read. */
  static Process piped(Path said, String... command) throws IOException {
    return builder(List.of(), said, command)
        .redirectOutput(ProcessBuilder.Redirect.PIPE)
        .redirectError(said.toFile())
        .start();
  }

  private static ProcessBuilder builder(List<String> options, Path out, String... command) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8"));
    line.addAll(options);
    line.addAll(List.of("-cp", classpath(), "org.isnad.cli.Isnad"));
    line.addAll(List.of(command));
    return new ProcessBuilder(line)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .redirectOutput(out.toFile());
  }

  /** That of the tests, which Surefire keeps apart where it starts them from a jar of its own. */
  private static String classpath() {
    String own = System.getProperty("surefire.test.class.path");
    return own == null ? System.getProperty("java.class.path") : own;
  }
}
