package org.isnad.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.isnad.core.article.Article;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.core.pipeline.PipelineVersion;
import org.isnad.core.pipeline.Problem;
import org.isnad.io.ContentHash;
import org.isnad.io.RecordJson;
import org.isnad.store.Capture;
import org.isnad.store.ReadingRow;
import org.isnad.store.Results;
import org.isnad.store.Store;
import org.isnad.store.StoreException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Takes what a job on Spark made of an archive into a store. An empty store takes its results as
 * they are; one that holds other articles links all of them anew.
 */
public final class ArchiveImport {

  private static final int BATCH = 500;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Store store;
  private final Pipeline pipeline;
  private final Run run;
  private final Progress progress;
  private final Clock clock;
  private final RecordJson records;

  /** Imports into a store with the pipeline that the job ran too. */
  public ArchiveImport(Store store, Pipeline pipeline, Run run, Progress progress, Clock clock) {
    this.store = store;
    this.pipeline = pipeline;
    this.run = run;
    this.progress = progress;
    this.clock = clock;
    this.records = new RecordJson(pipeline.knowledge().gazetteer());
  }

  /** Whether the folder is one that a job has finished. */
  public static boolean isArchive(Path folder) {
    return Files.isRegularFile(version(folder));
  }

  private static Path version(Path folder) {
    return folder.resolve("store").resolve("version.json");
  }

  /**
   * Takes the folder of a job.
   *
   * @return how many articles were new, and what could not be read
   * @throws StoreException if another version of the program made it, or others change the store
   */
  public Run.Outcome read(Path folder) {
    PipelineVersion made = records.read(text(version(folder)), PipelineVersion.class);
    if (!made.equals(pipeline.version())) {
      throw new StoreException(
          folder
              + " was made by another version of the program or its knowledge; run the job anew");
    }
    Path from = folder.resolve("store");
    boolean empty = store.articleCount() == 0;
    Set<String> renamed = new HashSet<>();
    progress.stage("taking articles");
    int added = articles(from, renamed);
    progress.stage("taking what was read of them");
    readings(from, renamed);
    List<Problem> problems = new ArrayList<>();
    lines(from.resolve("problems"), JSON::readTree, c -> problems.add(problem(c)));
    if (!empty) {
      return run.update(store, added, problems);
    }
    progress.stage("taking incidents");
    if (!store.replace(results(from), store.state(), clock.instant(), "run")) {
      throw new StoreException("others changed the store meanwhile; run 'isnad run' to link");
    }
    store.addProblems(problems);
    progress.done();
    return new Run.Outcome(added, 0, store.articleCount(), 0, problems);
  }

  private static Problem problem(JsonNode cells) {
    return new Problem(
        Problem.Code.valueOf(cells.get(0).asString()),
        cells.get(1).asString(),
        cells.get(2).asString());
  }

  /**
   * Takes the articles.
   *
   * @param renamed is given the ids under which the store knows other articles than the job does:
   *     what the job read under them was another text
   */
  private int articles(Path from, Set<String> renamed) {
    int[] added = {0};
    List<Capture> batch = new ArrayList<>(BATCH);
    lines(
        from.resolve("articles"),
        line -> records.read(line, Article.class),
        article -> {
          batch.add(new Capture(article, ContentHash.of(article.text())));
          if (batch.size() == BATCH) {
            added[0] += add(batch, renamed);
          }
        });
    return added[0] + add(batch, renamed);
  }

  private int add(List<Capture> batch, Set<String> renamed) {
    int added = store.add(batch);
    List<String> ids = batch.stream().map(capture -> capture.article().id().value()).toList();
    Set<Article> known = new HashSet<>(store.articles(ids));
    for (Capture capture : batch) {
      if (!known.contains(capture.article())) {
        renamed.add(capture.article().id().value());
      }
    }
    batch.clear();
    return added;
  }

  private void readings(Path from, Set<String> renamed) {
    List<ReadingRow> batch = new ArrayList<>(BATCH);
    lines(
        from.resolve("readings"),
        JSON::readTree,
        cells -> {
          if (!renamed.contains(cell(cells, 0))) {
            batch.add(new ReadingRow(cell(cells, 0), cell(cells, 1)));
          }
          if (batch.size() == BATCH) {
            store.putReadings(pipeline.version(), batch);
            batch.clear();
          }
        });
    store.putReadings(pipeline.version(), batch);
  }

  private Results results(Path from) {
    Map<String, String> byReport = new TreeMap<>();
    List<Results.ReportRow> reports = new ArrayList<>();
    lines(
        from.resolve("reports"),
        JSON::readTree,
        cells -> {
          Results.ReportRow row = report(cells);
          if (row.incident() != null) {
            byReport.put(row.id(), row.incident());
          }
          reports.add(row);
        });
    return new Results(
        pipeline.version(),
        rows(from, "publications", c -> new Results.PublicationRow(cell(c, 0), cell(c, 1))),
        reports,
        rows(from, "passages", ArchiveImport::passage),
        rows(from, "incidents", c -> new Results.IncidentRow(cell(c, 0), cell(c, 1), cell(c, 2))),
        rows(from, "series", c -> new Results.SeriesRow(cell(c, 0), cell(c, 1))),
        Map.of(),
        byReport,
        Map.of());
  }

  private static String cell(JsonNode cells, int i) {
    return cells.get(i).asString();
  }

  private static Results.ReportRow report(JsonNode cells) {
    return new Results.ReportRow(
        cell(cells, 0),
        cell(cells, 1),
        cells.get(2).isNull() ? null : cell(cells, 2),
        cell(cells, 3),
        number(cells, 4),
        number(cells, 5));
  }

  private static @Nullable Integer number(JsonNode cells, int i) {
    return cells.get(i).isNull() ? null : (Integer) cells.get(i).asInt();
  }

  private static Results.PassageRow passage(JsonNode cells) {
    return new Results.PassageRow(
        cell(cells, 0),
        cells.get(1).asInt(),
        cells.get(2).asInt(),
        cell(cells, 3),
        cells.get(4).asInt(),
        cells.get(5).asInt());
  }

  private <T> List<T> rows(Path from, String name, Function<JsonNode, T> row) {
    List<T> rows = new ArrayList<>();
    lines(from.resolve(name), JSON::readTree, cells -> rows.add(row.apply(cells)));
    return rows;
  }

  /** Reads all files of a folder in the order of their names. */
  private <T> void lines(Path folder, Function<String, T> read, Consumer<T> sink) {
    try (Stream<Path> list = Files.list(folder)) {
      List<Path> parts = list.filter(ArchiveImport::isPart).sorted().toList();
      int done = 0;
      for (Path part : parts) {
        try (BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(part)), StandardCharsets.UTF_8))) {
          for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            sink.accept(read.apply(line));
          }
        }
        progress.reached(++done, parts.size());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be read: " + e, e);
    }
  }

  private static boolean isPart(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith("part-") && name.endsWith(".gz");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read: " + e, e);
    }
  }
}
