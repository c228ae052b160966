package org.isnad.server;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.isnad.server.Route.Answer;
import org.isnad.server.Route.Parameter;
import org.isnad.server.job.JobRunner;
import org.isnad.server.people.Role;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes files of articles, or an edited table, and starts the job that reads them. */
final class ImportApi {

  /** Most bytes of one request. */
  static final long LARGEST = 256L << 20;

  /** Most bytes of an edited table: a hundred thousand incidents have about twenty million. */
  static final long LARGEST_TABLE = 32L << 20;

  /** Most files of one request; more come in an archive. */
  static final int MOST_FILES = 200;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_NAME = 120;
  private static final String TEXT = "{\"type\":\"string\"}";

  private static final List<Parameter> PARAMETERS =
      List.of(
          Parameter.query(
              "kind",
              "{\"enum\":[\"articles\",\"table\"],\"default\":\"articles\"}",
              "Articles to read, or an edited table of incidents to take back as decisions."),
          Parameter.query("name", TEXT, "Name of the file where it is the raw body."));

  private final JobRunner jobs;
  private final Repeats repeats;
  private final Audit audit;

  ImportApi(JobRunner jobs, Repeats repeats, Audit audit) {
    this.jobs = jobs;
    this.repeats = repeats;
    this.audit = audit;
  }

  List<Route> routes() {
    return List.of(
        new Route(
            "POST",
            "/api/v1/imports",
            Role.CODER,
            "Takes files, as parts named file or as the raw body, and starts a job that reads them.",
            Stream.concat(PARAMETERS.stream(), Stream.of(Repeats.KEY)).toList(),
            Answer.json("Job"),
            this::take));
  }

  private void take(Context request) throws IOException {
    Filters.onlyThese(request, PARAMETERS);
    String kind = kind(request);
    long largest = kind.equals(JobRunner.TABLE) ? LARGEST_TABLE : LARGEST;
    if (request.req().getContentLengthLong() > largest) {
      throw tooLarge(largest);
    }
    String id = jobs.nextId();
    Path folder = jobs.folder(id);
    boolean submitted = false;
    try {
      Files.createDirectories(folder);
      Taken taken = new Taken(folder, largest);
      files(request, taken);
      if (taken.names.isEmpty()) {
        throw ApiProblem.body("", "no file; send parts named 'file', or a raw body and its name");
      }
      if (kind.equals(JobRunner.TABLE) && taken.names.size() != 1) {
        throw ApiProblem.body("", "one table at a time");
      }
      String what = kind + "\n" + taken.digest;
      String[] answer = new String[1];
      submitted = repeats.isFresh(request, what, answer);
      if (submitted) {
        answer[0] = repeats.work(request, () -> submit(request, id, kind, taken));
      }
      String body = String.valueOf(answer[0]);
      request
          .status(202)
          .header("Location", "/api/v1/jobs/" + JSON.readTree(body).path("id").asString(""))
          .contentType("application/json; charset=utf-8")
          .result(body);
    } finally {
      if (!submitted) {
        discard(folder);
      }
    }
  }

  private String submit(Context request, String id, String kind, Taken taken) {
    jobs.submit(id, kind, Guard.asker(request), JSON.writeValueAsString(taken.files));
    audit.add(request, "import", id + ", " + taken.names.size() + " files of " + kind);
    return JSON.writeValueAsString(jobs.one(id).orElseThrow());
  }

  private static String kind(Context request) {
    String kind = request.queryParam("kind");
    if (kind == null || kind.equals(JobRunner.ARTICLES)) {
      return JobRunner.ARTICLES;
    }
    if (kind.equals(JobRunner.TABLE)) {
      return kind;
    }
    throw ApiProblem.parameter("kind", kind, "articles or table");
  }

  private static void files(Context request, Taken taken) throws IOException {
    String type = String.valueOf(request.contentType()).toLowerCase(Locale.ROOT);
    if (!type.startsWith("multipart/form-data")) {
      taken.add(request.queryParam("name"), request.bodyInputStream());
      return;
    }
    List<UploadedFile> parts;
    try {
      parts = request.uploadedFiles("file");
    } catch (RuntimeException e) {
      throw partsRefused(e, taken.largest);
    }
    if (parts.size() > MOST_FILES) {
      throw new ApiProblem(
          413,
          "too-large",
          "The request holds more than the server takes.",
          parts.size() + " files; at most " + MOST_FILES + ", more in a zip archive",
          List.of());
    }
    for (UploadedFile part : parts) {
      try (InputStream in = part.content()) {
        taken.add(part.filename(), in);
      }
    }
  }

  /**
   * The parser of parts says with one exception that they are broken, and that they are too large.
   */
  private static ApiProblem partsRefused(RuntimeException e, long largest) {
    for (Throwable at = e; at != null; at = at.getCause()) {
      String text = String.valueOf(at.getMessage()).toLowerCase(Locale.ROOT);
      if (text.contains("exceed") || text.contains("max") || text.contains("large")) {
        return tooLarge(largest);
      }
    }
    return ApiProblem.body("", "the parts of the body cannot be read");
  }

  private static ApiProblem tooLarge(long largest) {
    return new ApiProblem(
        413,
        "too-large",
        "The request holds more than the server takes.",
        "at most " + (largest >> 20) + " MiB",
        List.of());
  }

  private static void discard(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      // What is left is only in the way; nothing refers to it.
    }
  }

  /** The files of a request, laid down in a folder under names that lead nowhere else. */
  private static final class Taken {

    private final Path folder;
    private final long largest;
    private final Set<String> names = new TreeSet<>();
    private final ArrayNode files = JSON.createArrayNode();
    private final StringBuilder digest = new StringBuilder();
    private long bytes;

    Taken(Path folder, long largest) {
      this.folder = folder;
      this.largest = largest;
    }

    void add(@org.jspecify.annotations.Nullable String given, InputStream in) throws IOException {
      String name = free(plain(given));
      Path file = folder.resolve(name);
      long size = copy(in, file);
      if (size == 0 && given == null) {
        Files.delete(file);
        return;
      }
      names.add(name.toLowerCase(Locale.ROOT));
      ObjectNode node = files.addObject();
      node.put("name", name).put("bytes", size);
      digest.append(name).append(' ').append(hash(file)).append('\n');
    }

    private long copy(InputStream in, Path file) throws IOException {
      long size = 0;
      byte[] buffer = new byte[1 << 16];
      try (OutputStream out = Files.newOutputStream(file)) {
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          size += read;
          bytes += read;
          if (bytes > largest) {
            throw tooLarge(largest);
          }
          out.write(buffer, 0, read);
        }
      }
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      return size;
    }

    private static String hash(Path file) throws IOException {
      return org.isnad.io.ContentHash.of(Files.readAllBytes(file));
    }

    /** The last part of a path, without what some file system takes for something else. */
    private static String plain(@org.jspecify.annotations.Nullable String given) {
      String name = given == null ? "" : given;
      name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
      StringBuilder kept = new StringBuilder();
      name.codePoints()
          .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
          .map(c -> "<>:\"|?*".indexOf(c) >= 0 ? '_' : c)
          .limit(LONGEST_NAME)
          .forEach(kept::appendCodePoint);
      String plain = kept.toString().strip();
      while (plain.startsWith(".")) {
        plain = plain.substring(1);
      }
      return plain.isEmpty() ? "article.txt" : plain;
    }

    /** The name, with a number where another file has it. */
    private String free(String name) {
      String free = name;
      int dot = name.lastIndexOf('.');
      for (int i = 2; names.contains(free.toLowerCase(Locale.ROOT)); i++) {
        free = dot < 1 ? name + "-" + i : name.substring(0, dot) + "-" + i + name.substring(dot);
      }
      return free;
    }
  }
}
