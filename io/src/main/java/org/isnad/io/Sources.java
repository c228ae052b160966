package org.isnad.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.isnad.core.article.Article;
import org.isnad.core.article.ArticleId;
import org.isnad.core.article.Provenance;
import org.isnad.core.pipeline.Problem;
import org.isnad.io.html.HtmlReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads articles from files and folders: plain text, HTML, JSON Lines and CSV, each also gzipped.
 * What a file holds is seen from its content as well as from its name; manifests among them are
 * passed over. Folders are read in the order of their paths.
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
      folder(path, List.of());
    } else {
      file(path);
    }
  }

  /**
   * Reads what lies in a folder.
   *
   * @param above the folders it lies in, so that a link back to one of them is no endless way
   */
  private void folder(Path folder, List<Path> above) {
    List<Path> inside;
    List<Path> way = new ArrayList<>(above);
    try (Stream<Path> list = Files.list(folder)) {
      way.add(folder.toRealPath());
      inside = list.filter(p -> !p.getFileName().toString().startsWith(".")).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      problem(Problem.Code.UNREADABLE, folder, reason(e));
      return;
    }
    if (above.contains(way.getLast())) {
      problem(Problem.Code.UNREADABLE, folder, "a link back to a folder that it lies in");
      return;
    }
    inside.forEach(path -> inFolder(path, way));
  }

  private void inFolder(Path path, List<Path> way) {
    if (Files.isDirectory(path)) {
      folder(path, way);
    } else if (Files.exists(path) && !Files.isRegularFile(path)) {
      problem(Problem.Code.UNREADABLE, path, "neither a file nor a folder");
    } else if (isArticleFile(path)) {
      file(path);
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
        problem(Problem.Code.EMPTY, file, "an empty file; expected text");
      } else if (Pages.isPage(String.valueOf(file.getFileName()), head)) {
        page(file, in);
      } else if (TextDecoder.isBinary(head)) {
        problem(Problem.Code.BINARY, file, "binary data; expected text, HTML, JSON Lines or CSV");
      } else {
        dispatch(file, in, head);
      }
    } catch (Unpacked.TooLargeException e) {
      problem(Problem.Code.TOO_LARGE, file, reason(e));
    } catch (CharacterCodingException e) {
      problem(Problem.Code.ENCODING, file, "the rest of it is not in the encoding of its start");
    } catch (IOException e) {
      problem(Problem.Code.UNREADABLE, file, reason(e));
    }
  }

  private void dispatch(Path file, InputStream in, byte[] head) throws IOException {
    int mark = TextDecoder.markLength(head);
    String start =
        new String(head, mark, head.length - mark, TextDecoder.charset(head)).stripLeading();
    String name = String.valueOf(file.getFileName());
    if (start.startsWith("{") || name.endsWith(".jsonl") || name.endsWith(".jsonl.gz")) {
      in.skipNBytes(mark);
      new JsonLinesReader(sink)
          .read(file, in, TextDecoder.isUtf16(head) ? TextDecoder.charset(head) : null);
    } else if (CsvTable.hasHeader(start, "id", "text")) {
      new CsvArticles(sink).read(file, in);
    } else if (!Manifest.isManifest(start)) {
      text(file, in);
    }
  }

  private void text(Path file, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(LARGEST_TEXT + 1);
    if (bytes.length > LARGEST_TEXT) {
      problem(Problem.Code.TOO_LARGE, file, "more than " + LARGEST_TEXT + " bytes in one text");
      return;
    }
    String text = TextDecoder.decode(bytes);
    if (text == null) {
      problem(Problem.Code.ENCODING, file, "neither UTF-8, UTF-16 nor Windows-1256");
    } else if (text.isBlank()) {
      problem(Problem.Code.EMPTY, file, "only blanks; expected text");
    } else {
      sink.article(article(file, text));
    }
  }

  private void page(Path file, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(LARGEST_TEXT + 1);
    if (bytes.length > LARGEST_TEXT) {
      problem(Problem.Code.TOO_LARGE, file, "more than " + LARGEST_TEXT + " bytes in one page");
      return;
    }
    Manifest.Line line = manifest.of(file);
    Provenance provenance =
        new Provenance(
            line == null ? null : line.url(), null, ContentHash.of(bytes), file.toString(), 0);
    HtmlReader.Origin origin =
        new HtmlReader.Origin(
            provenance.url(), null, provenance, String.valueOf(file.getFileName()));
    Article article = Pages.read(bytes, null, origin);
    if (article == null) {
      problem(Problem.Code.EMPTY, file, "a page without a story; expected paragraphs of text");
    } else {
      sink.article(line == null ? article : line.over(article));
    }
  }

  private void problem(Problem.Code code, Path where, String text) {
    sink.problem(new Problem(code, where.toString(), text));
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
    return gzip ? new BufferedInputStream(Unpacked.of(raw), 1 << 16) : raw;
  }

  /** Why something could not be read, in words. */
  static String reason(Exception e) {
    if (e instanceof UncheckedIOException && e.getCause() instanceof IOException cause) {
      return reason(cause);
    }
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
