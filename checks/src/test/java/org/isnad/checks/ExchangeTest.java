package org.isnad.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.cli.Isnad;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.core.pipeline.PipelineVersion;
import org.isnad.store.IncidentFilter;
import org.isnad.store.IncidentRecord;
import org.isnad.store.ReviewStatus;
import org.isnad.store.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Incidents out as files, back as decisions, and found by words, as a user does it. */
class ExchangeTest {

  @TempDir private Path folder;
  private String said = "";

  @BeforeEach
  void storeTheSamples() {
    Path samples = Repository.root().resolve("samples");
    isnad("run", samples.toString(), "--manifest", samples.resolve("manifest.csv").toString());
  }

  @Test
  void anExportThatNobodyEditedMakesNoDecision() {
    for (String format : List.of("csv", "xlsx")) {
      assertThat(isnad("export", "--format", format, "--hxl", "--excel", "-o", file("t"))).isZero();
      assertThat(isnad("import", file("t"), "--by", "amal")).isZero();
      assertThat(said).startsWith("0 decisions from " + ids().size() + " rows");
    }
  }

  @Test
  void changedCellsBecomeDecisionsAndTheSameFileAgainIsStale() throws IOException {
    isnad("export", "-o", file("t.csv"));
    IncidentRecord market = market();
    Path table = Path.of(file("t.csv"));
    edit(table, market.id(), "killed_best", "12");
    edit(table, market.id(), "killed_low", "12");
    edit(table, market.id(), "killed_high", "12");
    edit(table, market.id(), "location_en", "Kirkuk");
    edit(table, market.id(), "status", "approved");
    assertThat(isnad("import", table.toString(), "--by", "amal")).isZero();
    assertThat(said).startsWith("3 decisions");
    IncidentRecord edited = incident(market.id());
    assertThat(edited.killed()).isEqualTo(new IncidentRecord.Toll(12, 12, 12));
    assertThat(edited.place().id()).startsWith("iq.kirkuk");
    assertThat(edited.status()).isEqualTo(ReviewStatus.APPROVED);
    assertThat(edited.json()).contains("imported from t.csv, line ").contains("\"by\":\"amal\"");
    assertThat(isnad("import", table.toString())).isEqualTo(1);
    assertThat(said).contains("problem 108", "which is at version").contains("0 decisions");
  }

  @Test
  void whatCannotBeMatchedIsRefusedRowByRow() throws IOException {
    isnad("export", "-o", file("t.csv"));
    Path table = Path.of(file("t.csv"));
    List<String> ids = ids();
    edit(table, ids.get(0), "latitude", "1.5");
    edit(table, ids.get(1), "event_type", "party");
    edit(table, ids.get(2), "date_start", "04/03/2026");
    edit(table, ids.get(3), "killed_best", "many");
    edit(table, ids.get(4), "incident_id", "nobody-knows-it");
    edit(table, ids.get(5), "weapon", "drone");
    assertThat(isnad("import", table.toString(), "--by", "amal")).isEqualTo(1);
    assertThat(said)
        .contains("t.csv:2: column latitude says '1.5'")
        .contains("t.csv:3: field 'type'")
        .contains("t.csv:4: column date_start says '04/03/2026'")
        .contains("t.csv:5: column killed_best says 'many'")
        .contains("t.csv:6: no incident 'nobody-knows-it'")
        .contains("1 decisions from " + ids().size() + " rows");
  }

  @Test
  void anExportIsTheSameEveryTimeAndLeavesNoPartBehind() throws IOException {
    isnad("export", "--companions", "-o", file("a/t.csv"));
    isnad("export", "--companions", "-o", file("b/t.csv"));
    for (String name :
        List.of("t.csv", "claims.csv", "reports.csv", "articles.csv", "changes.csv")) {
      assertThat(Files.readString(Path.of(file("a/" + name))))
          .isEqualTo(Files.readString(Path.of(file("b/" + name))))
          .hasLineCount(
              Math.toIntExact(Files.readString(Path.of(file("a/" + name))).lines().count()));
    }
    try (var files = Files.list(Path.of(file("a")))) {
      assertThat(files).hasSize(5);
    }
  }

  @Test
  void filtersOfAnExportAreThoseOfTheStore() throws IOException {
    isnad("export", "--country", "YE", "--place-prec", "settlement,site", "-o", file("t.csv"));
    long rows = Files.readAllLines(Path.of(file("t.csv"))).size() - 1;
    try (Store store = Store.open(folder.resolve("data"))) {
      long expected =
          store.incidents(IncidentFilter.ALL, null, 1000).stream()
              .filter(i -> i.place() != null && "YE".equals(i.place().country()))
              .filter(i -> List.of("settlement", "site").contains(i.place().precision()))
              .count();
      assertThat(rows).isEqualTo(expected).isPositive();
    }
  }

  @Test
  void aSearchFindsNamesInTheOtherScript() {
    isnad("search", "Houthi", "--kind", "article");
    assertThat(said).contains("[", "الحوثي").doesNotContain("0 found");
    isnad("search", "\"قاعدة حرير\"", "--format", "json");
    assertThat(said).contains("\"facets\"").contains("\"marks\":[[");
    isnad("incidents", "--q", "Harir");
    assertThat(said).contains("1 incident");
  }

  @Test
  void whatAJobMadeIsTakenIntoANewStore() throws IOException {
    PipelineVersion version = new Pipeline(ArabicKnowledge.load()).version();
    for (String table :
        List.of(
            "articles",
            "readings",
            "publications",
            "reports",
            "passages",
            "incidents",
            "series",
            "problems")) {
      Files.createDirectories(folder.resolve("job/store").resolve(table));
    }
    Files.writeString(
        folder.resolve("job/store/version.json"),
        "{\"pipeline\":%d,\"knowledge\":\"%s\"}"
            .formatted(version.pipeline(), version.knowledge()));
    assertThat(isnadIn("archive", "import", file("job"))).isZero();
    assertThat(said).contains("0 new articles of 0");
    assertThat(isnadIn("other", "import", file("t.csv"))).isEqualTo(1);
    assertThat(said).contains("no store");
  }

  @Test
  void aFileThatIsNoTableIsRefused() throws IOException {
    Path other = Files.writeString(folder.resolve("other.csv"), "name,age\nx,1\n");
    assertThat(isnad("import", other.toString())).isEqualTo(1);
    assertThat(said).contains("no column incident_id");
    Files.write(folder.resolve("bad.xlsx"), new byte[] {'P', 'K', 3, 4, 0});
    assertThat(isnad("import", file("bad.xlsx"))).isEqualTo(1);
    assertThat(said).contains("cannot be read");
  }

  /** The incident with two articles that differ on the dead. */
  private IncidentRecord market() {
    try (Store store = Store.open(folder.resolve("data"))) {
      return store.incidents(IncidentFilter.STANDING, null, 1000).stream()
          .filter(i -> i.disputedFields().contains("killed"))
          .findFirst()
          .orElseThrow();
    }
  }

  private IncidentRecord incident(String id) {
    try (Store store = Store.open(folder.resolve("data"))) {
      return store.incident(id).orElseThrow();
    }
  }

  private List<String> ids() {
    try (Store store = Store.open(folder.resolve("data"))) {
      return store.incidents(IncidentFilter.ALL, null, 1000).stream()
          .map(IncidentRecord::id)
          .toList();
    }
  }

  /** Changes one cell; no cell of the samples before the edited ones holds a comma. */
  private static void edit(Path table, String id, String column, String value) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(table));
    int at = List.of(lines.getFirst().split(",")).indexOf(column);
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).startsWith(id + ",")) {
        String[] cells = lines.get(i).split(",", -1);
        cells[at] = value;
        lines.set(i, String.join(",", cells));
      }
    }
    Files.write(table, lines);
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private int isnad(String... args) {
    return isnadIn("data", args);
  }

  private int isnadIn(String data, String... args) {
    StringWriter out = new StringWriter();
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--data", folder.resolve(data).toString()));
    int code =
        Isnad.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(out))
            .execute(all.toArray(String[]::new));
    said = out.toString();
    return code;
  }
}
