package org.isnad.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** The committed pages are those of the sources beside them. */
class PagesTest {

  private static final Path WEB = Repository.root().resolve("web");
  private static final Path BUILT =
      Repository.root().resolve("server/src/main/resources/org/isnad/server/web");

  @Test
  void theBuiltPagesAreOfTheseSources() throws IOException, NoSuchAlgorithmException {
    assertThat(Files.readString(BUILT.resolve("sources.sha256")).strip())
        .as("run web/build, and commit what it writes")
        .isEqualTo(digest());
  }

  @Test
  void thePagesNameNoOtherOrigin() throws IOException {
    try (Stream<Path> files = Files.list(BUILT)) {
      for (Path file : files.toList()) {
        assertThat(Files.readString(file))
            .as(file.getFileName().toString())
            .doesNotContain("//fonts.", "//cdn.", "//unpkg", "@import url");
      }
    }
  }

  @Test
  void theFirstViewIsSmall() throws IOException {
    int bytes = 0;
    for (String name : List.of("index.html", "index.css", "app.js")) {
      bytes += gzipped(Files.readAllBytes(BUILT.resolve(name)));
    }
    assertThat(bytes)
        .as("gzipped bytes of what a first view loads; load the rest when it is asked for")
        .isLessThan(60_000);
    assertThat(Files.readString(BUILT.resolve("index.html")))
        .as("nothing else is fetched before the first view")
        .doesNotContain("modulepreload");
  }

  private static int gzipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.size();
  }

  private static String digest() throws IOException, NoSuchAlgorithmException {
    TreeMap<String, Path> sources = new TreeMap<>();
    for (String name :
        List.of("index.html", "package-lock.json", "package.json", "vite.config.js")) {
      sources.put(name, WEB.resolve(name));
    }
    try (Stream<Path> files = Files.walk(WEB.resolve("src"))) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> sources.put(WEB.relativize(file).toString().replace('\\', '/'), file));
    }
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (String name : sources.keySet()) {
      digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
      digest.update(Files.readAllBytes(sources.get(name)));
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
