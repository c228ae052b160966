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
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.isnad.core.article.Article;
import org.isnad.core.article.ArticleId;
import org.isnad.core.article.Provenance;
import org.isnad.core.pipeline.Problem;
import org.isnad.io.archive.WarcFile;
import org.isnad.io.feed.Feed;
import org.isnad.io.feed.FeedReader;
import org.isnad.io.html.HtmlReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads articles from files and folders: plain text, HTML, JSON Lines and CSV, each also gzipped,
 * WARC and WACZ, and zip and tar archives of all of these. What a file holds is seen from its
 * content as well as from its name; manifests among them are passed over. Folders are read in the
 * order of their paths.
 */
public final class Sources {

  /** Largest plain text read as one article, in bytes: longer ones are no news articles. */
  static final int LARGEST_TEXT = 16 << 20;

  private static final int PROBE = 1024;

  private final Manifest manifest;
  private final FieldNames fields;
  private final ArticleSink sink;

  /** A reader that hands everything to {@code sink}. */
  public Sources(Manifest manifest, ArticleSink sink) {
    this(manifest, FieldNames.OWN, sink);
  }

  /**
   * The same for JSON Lines of other programs.
   *
   * @param fields how they name the fields
   */
  public Sources(Manifest manifest, FieldNames fields, ArticleSink sink) {
    this.manifest = manifest;
    this.fields = fields;
    this.sink = new LongestText(sink);
  }

  /** Reads every path in turn. */
  public void read(List<Path> paths) {
    paths.forEach(this::read);
  }

  /**
   * Reads one article that stands as a line of JSON Lines would, for rows of other tables.
   *
   * @param where how a problem with it is found again
   */
  public void line(String where, String json) {
    new JsonLinesReader(fields, sink).line(where, json);
  }

  /** Reads the lines of a stretch of a file that {@link #isCutByLines}. */
  public void read(LineStretch stretch) {
    try {
      new JsonLinesReader(fields, sink).read(stretch);
    } catch (IOException e) {
      problem(Place.of(stretch.file()), e);
    }
  }

  /**
   * Whether a file holds JSON Lines that can be read from any line on: not packed, and in an
   * encoding in which one byte ends a line.
   */
  public static boolean isCutByLines(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(PROBE);
      String name = Place.of(file).name();
      return head.length > 0
          && !isGzip(head)
          && !Archives.isZip(head)
          && !Archives.isTar(head)
          && !WarcFile.isWarc(head)
          && !FeedReader.isFeed(head)
          && !Pages.isPage(name, head)
          && !TextDecoder.isBinary(head)
          && !TextDecoder.isUtf16(head)
          && isLines(name, start(head));
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isGzip(byte[] head) {
    return head.length > 1 && head[0] == 0x1F && (head[1] & 0xFF) == 0x8B;
  }

  private static boolean isLines(String name, String start) {
    return start.startsWith("{") || name.endsWith(".jsonl") || name.endsWith(".jsonl.gz");
  }

  private static String start(byte[] head) {
    int mark = TextDecoder.markLength(head);
    return new String(head, mark, head.length - mark, TextDecoder.charset(head)).stripLeading();
  }

  private void read(Path path) {
    files(path, this::file);
  }

  /** Hands over the files of these paths, in the order in which they are read. */
  public void files(List<Path> paths, Consumer<Path> files) {
    paths.forEach(path -> files(path, files));
  }

  private void files(Path path, Consumer<Path> files) {
    if (Files.isDirectory(path)) {
      folder(path, List.of(), files);
    } else {
      files.accept(path);
    }
  }

  /**
   * Reads what lies in a folder.
   *
   * @param above the folders it lies in, so that a link back to one of them is no endless way
   */
  private void folder(Path folder, List<Path> above, Consumer<Path> files) {
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
    inside.forEach(path -> inFolder(path, way, files));
  }

  private void inFolder(Path path, List<Path> way, Consumer<Path> files) {
    if (Files.isDirectory(path)) {
      folder(path, way, files);
    } else if (Files.exists(path) && !Files.isRegularFile(path)) {
      problem(Problem.Code.UNREADABLE, path, "neither a file nor a folder");
    } else if (isArticleFile(path)) {
      files.accept(path);
    }
  }

  /** In a folder, tables that are manifests and notes about the texts are passed over. */
  private static boolean isArticleFile(Path path) {
    String name = path.getFileName().toString();
    return !name.equals("manifest.csv") && !name.endsWith(".md");
  }

  private void file(Path file) {
    Place place = Place.of(file);
    try (InputStream in = open(file)) {
      byte[] head = head(in);
      if (Archives.isZip(head)) {
        new Archives(this::entry, sink).zip(file);
      } else if (Archives.isTar(head)) {
        new Archives(this::entry, sink).tar(file, in);
      } else if (WarcFile.isWarc(head)) {
        WarcFile.read(file, new ArchivedPages(file.toString(), sink));
      } else {
        content(place, in, head);
      }
    } catch (IOException e) {
      problem(place, e);
    }
  }

  /** Reads an entry of an archive; archives in archives are not unpacked, but for WARC files. */
  private void entry(Place place, InputStream raw) throws IOException {
    InputStream in = unpacked(new BufferedInputStream(raw, 1 << 16));
    byte[] head = head(in);
    if (Archives.isZip(head) || Archives.isTar(head)) {
      problem(Problem.Code.BINARY, place, "an archive inside an archive; unpack it first");
    } else {
      content(place, in, head);
    }
  }

  private static byte[] head(InputStream in) throws IOException {
    in.mark(PROBE);
    byte[] head = in.readNBytes(PROBE);
    in.reset();
    return head;
  }

  private void content(Place place, InputStream in, byte[] head) throws IOException {
    if (head.length == 0) {
      problem(Problem.Code.EMPTY, place, "an empty file; expected text");
    } else if (FeedReader.isFeed(head)) {
      feed(place, in);
    } else if (Pages.isPage(place.name(), head)) {
      page(place, in);
    } else if (TextDecoder.isBinary(head)) {
      problem(Problem.Code.BINARY, place, "binary data; expected text, HTML, JSON Lines or CSV");
    } else {
      dispatch(place, in, head);
    }
  }

  private void dispatch(Place place, InputStream in, byte[] head) throws IOException {
    String start = start(head);
    if (isLines(place.name(), start)) {
      in.skipNBytes(TextDecoder.markLength(head));
      new JsonLinesReader(fields, sink)
          .read(place.where(), in, TextDecoder.isUtf16(head) ? TextDecoder.charset(head) : null);
    } else if (CsvTable.hasHeader(start, "id", "text")) {
      new CsvArticles(sink).read(place.where(), in);
    } else if (!Manifest.isManifest(start)) {
      text(place, in);
    }
  }

  private void text(Place place, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(LARGEST_TEXT + 1);
    if (bytes.length > LARGEST_TEXT) {
      problem(Problem.Code.TOO_LARGE, place, "more than " + LARGEST_TEXT + " bytes in one text");
      return;
    }
    String text = TextDecoder.decode(bytes);
    if (text == null) {
      problem(Problem.Code.ENCODING, place, "neither UTF-8, UTF-16 nor Windows-1256");
    } else if (text.isBlank()) {
      problem(Problem.Code.EMPTY, place, "only blanks; expected text");
    } else {
      sink.article(article(place, text));
    }
  }

  private void page(Place place, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(LARGEST_TEXT + 1);
    if (bytes.length > LARGEST_TEXT) {
      problem(Problem.Code.TOO_LARGE, place, "more than " + LARGEST_TEXT + " bytes in one page");
      return;
    }
    Manifest.Line line = place.path() == null ? null : manifest.of(place.path());
    String url = line == null ? null : line.url();
    Provenance provenance =
        new Provenance(url, null, ContentHash.of(bytes), place.where(), place.offset());
    HtmlReader.Origin origin = new HtmlReader.Origin(url, null, provenance, place.name());
    Article article = Pages.read(bytes, null, origin);
    if (article == null) {
      problem(Problem.Code.EMPTY, place, "a page without a story; expected paragraphs of text");
    } else {
      sink.article(line == null ? article : line.over(article));
    }
  }

  /** The articles that a feed carries itself; what it only links to is fetched where asked for. */
  private void feed(Place place, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(LARGEST_TEXT + 1);
    if (bytes.length > LARGEST_TEXT) {
      problem(Problem.Code.TOO_LARGE, place, "more than " + LARGEST_TEXT + " bytes in one feed");
      return;
    }
    try {
      Feed feed = FeedReader.read(bytes);
      Provenance provenance =
          new Provenance(null, null, ContentHash.of(bytes), place.where(), place.offset());
      for (Feed.Entry entry : feed.entries()) {
        Article article = Pages.read(entry, feed.title(), provenance);
        if (article == null) {
          sink.passedOver(place.where() + " " + entry.url(), "no story in the feed");
        } else {
          sink.article(article);
        }
      }
    } catch (IOException e) {
      problem(Problem.Code.MALFORMED, place, reason(e));
    }
  }

  private void problem(Place place, IOException e) {
    switch (e) {
      case Unpacked.TooLargeException large ->
          problem(Problem.Code.TOO_LARGE, place, reason(large));
      case CharacterCodingException _ ->
          problem(
              Problem.Code.ENCODING, place, "the rest of it is not in the encoding of its start");
      default -> problem(Problem.Code.UNREADABLE, place, reason(e));
    }
  }

  private void problem(Problem.Code code, Place place, String text) {
    sink.problem(new Problem(code, place.where(), text));
  }

  private void problem(Problem.Code code, Path where, String text) {
    sink.problem(new Problem(code, where.toString(), text));
  }

  private Article article(Place place, String text) {
    Manifest.Line line = place.path() == null ? null : manifest.of(place.path());
    ArticleId id = new ArticleId(place.name());
    return line == null
        ? new Article(id, text, null, null, null, null, null, "ar")
        : new Article(id, text, null, line.outlet(), line.url(), line.published(), null, "ar");
  }

  private static InputStream open(Path file) throws IOException {
    return unpacked(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
  }

  private static InputStream unpacked(InputStream raw) throws IOException {
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
