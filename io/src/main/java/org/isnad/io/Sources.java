package org.isnad.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.isnad.core.article.Article;
import org.isnad.core.article.ArticleId;
import org.isnad.core.pipeline.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Reads articles from files and folders: plain text, JSON Lines and CSV, each also gzipped. What a file
 * holds is seen from its content as well as from its name. Folders are read in the order of their paths.
 */
public final class Sources {

  /** Largest plain text read as one article, in bytes: longer ones are no news articles. */
  static final int LARGEST_TEXT = 16 << 20;

  private static final int PROBE = 1024;

  private final Manifest manifest;
  private final ArticleSink sink;

  /** A reader that hands everything to {@code sink}. */
  public Sources(Manifest manifest, ArticleSink sink) {
    this.manifest = manifest;
    this.sink = sink;
  }

  /** Reads every path in turn. */
  public void read(List<Path> paths) {
    paths.forEach(this::read);
  }

  private void read(Path path) {
    if (Files.isDirectory(path)) {
      folder(path);
    } else {
      file(path);
    }
  }

  private void folder(Path folder) {
    List<Path> inside;
    try (Stream<Path> list = Files.list(folder)) {
      inside = list.filter(p -> !p.getFileName().toString().startsWith(".")).sorted().toList();
    } catch (IOException e) {
      sink.problem(new Problem(Problem.Code.UNREADABLE, folder.toString(), reason(e)));
      return;
    }
    for (Path path : inside) {
      if (Files.isDirectory(path) || isArticleFile(path)) {
        read(path);
      }
    }
  }

  /** In a folder, tables that are manifests and notes about the texts are passed over. */
  private static boolean isArticleFile(Path path) {
    String name = path.getFileName().toString();
    return !name.equals("manifest.csv") && !name.endsWith(".md");
  }

  private void file(Path file) {
    try (InputStream in = open(file)) {
      in.mark(PROBE);
      byte[] head = in.readNBytes(PROBE);
      in.reset();
      if (head.length == 0) {
        sink.problem(new Problem(Problem.Code.EMPTY, file.toString(), "an empty file; expected text"));
      } else if (TextDecoder.isBinary(head)) {
        sink.problem(new Problem(Problem.Code.BINARY, file.toString(), "binary data; expected text, JSON Lines or CSV"));
      } else {
        dispatch(file, in, head);
      }
    } catch (IOException e) {
      sink.problem(new Problem(Problem.Code.UNREADABLE, file.toString(), reason(e)));
    }
  }

  private void dispatch(Path file, InputStream in, byte[] head) throws IOException {
    String start = new String(head, StandardCharsets.UTF_8).stripLeading();
    String name = file.getFileName().toString();
    if (start.startsWith("{") || name.endsWith(".jsonl") || name.endsWith(".jsonl.gz")) {
      new JsonLinesReader(sink).read(file, in);
    } else if (start.startsWith("id,")) {
      new CsvArticles(sink).read(file, in);
    } else {
      text(file, in);
    }
  }

  private void text(Path file, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(LARGEST_TEXT + 1);
    if (bytes.length > LARGEST_TEXT) {
      sink.problem(new Problem(Problem.Code.TOO_LARGE, file.toString(), "more than " + LARGEST_TEXT + " bytes in one text"));
      return;
    }
    String text = TextDecoder.decode(bytes);
    if (text == null) {
      sink.problem(new Problem(Problem.Code.ENCODING, file.toString(), "neither UTF-8, UTF-16 nor Windows-1256"));
    } else if (text.isBlank()) {
      sink.problem(new Problem(Problem.Code.EMPTY, file.toString(), "only blanks; expected text"));
    } else {
      sink.article(article(file, text));
    }
  }

  private Article article(Path file, String text) {
    Manifest.Line line = manifest.of(file);
    ArticleId id = new ArticleId(file.getFileName().toString());
    return line == null
        ? new Article(id, text, null, null, null, null, null, "ar")
        : new Article(id, text, null, line.outlet(), line.url(), line.published(), null, "ar");
  }

  private static InputStream open(Path file) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    raw.mark(2);
    boolean gzip = raw.read() == 0x1F && raw.read() == 0x8B;
    raw.reset();
    return gzip ? new BufferedInputStream(new GZIPInputStream(raw, 1 << 16), 1 << 16) : raw;
  }

  /** Why something could not be read, in words. */
  static String reason(Exception e) {
    if (e instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (e instanceof AccessDeniedException) {
      return "no permission to read it";
    }
    @Nullable String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
