package org.isnad.checks;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Replays what a fuzzer once found, and mutates small inputs of every format from fixed seeds. More
 * of the latter with {@code -Disnad.fuzz.runs=N}; {@code checks/fuzz} runs Jazzer.
 */
class ReaderFuzzTest {

  private static final int RUNS = Integer.getInteger("isnad.fuzz.runs", 150);

  @TestFactory
  Stream<DynamicTest> keptInputsAreReadOrRefused() throws IOException {
    Path kept =
        Repository.root().resolve("checks/src/test/resources/org/isnad/checks/ReaderFuzzInputs");
    try (Stream<Path> files = Files.walk(kept)) {
      return files
          .filter(file -> Files.isRegularFile(file) && !file.getParent().equals(kept))
          .sorted()
          .toList()
          .stream()
          .map(
              file ->
                  DynamicTest.dynamicTest(
                      kept.relativize(file).toString(),
                      () ->
                          ReaderFuzz.TARGETS
                              .get(file.getParent().getFileName().toString())
                              .read(Files.readAllBytes(file))));
    }
  }

  @TestFactory
  Stream<DynamicTest> mutatedInputsAreReadOrRefused() {
    return ReaderFuzz.TARGETS.entrySet().stream()
        .map(
            target ->
                DynamicTest.dynamicTest(
                    target.getKey(), () -> mutate(target.getKey(), target.getValue())));
  }

  private static void mutate(String name, ReaderFuzz.Target target) {
    byte[] seed = ReaderFuzzSeeds.of(name);
    Random random = new Random(name.hashCode());
    for (int n = 0; n < RUNS; n++) {
      byte[] bytes = mutated(seed, random);
      assertThatCode(() -> target.read(bytes))
          .as("%s, run %d: %s", name, n, HexFormat.of().formatHex(bytes))
          .doesNotThrowAnyException();
    }
  }

  /** Cut, turned, doubled, put in the middle: what a fuzzer does too. */
  private static byte[] mutated(byte[] seed, Random random) {
    byte[] bytes = seed.clone();
    for (int n = random.nextInt(5); n >= 0 && bytes.length > 0; n--) {
      int at = random.nextInt(bytes.length);
      int end = Math.min(bytes.length, at + 1 + random.nextInt(12));
      bytes =
          switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 ->
                joined(Arrays.copyOf(bytes, end), Arrays.copyOfRange(bytes, at, bytes.length));
            case 2 ->
                joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, end, bytes.length));
            default -> turned(bytes, at, random);
          };
    }
    return bytes;
  }

  private static byte[] turned(byte[] bytes, int at, Random random) {
    String signs = "\"',\t\n{}[]<>&;|=@#$()\\/:\u0000";
    bytes[at] =
        random.nextBoolean()
            ? (byte) random.nextInt(256)
            : (byte) signs.charAt(random.nextInt(signs.length()));
    return bytes;
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] all = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, all, one.length, other.length);
    return all;
  }
}
