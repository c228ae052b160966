package org.isnad.browser;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Outlets that are named like formulas or markup stay text in every file that the pages offer. */
@Tag("slow")
@ExtendWith(Chromium.class)
class HostileFilesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FORMULA = "=HYPERLINK(\"https://invented.example/x\";\"open\")";

  @Test
  void aTableForSpreadsheetsRunsNoCell(Workspace workspace) {
    List<String> cells = cells(workspace.text("incidents.csv?spreadsheet=true"));
    assertThat(runnable(cells)).isEmpty();
    assertThat(cells).anyMatch(cell -> cell.equals("'" + FORMULA));
  }

  @Test
  void aPlainTableWouldRunThemAndThatIsFound(Workspace workspace) {
    assertThat(runnable(cells(workspace.text("incidents.csv")))).contains(FORMULA);
  }

  @Test
  void aWorkbookHoldsWordsAndNoFormula(Workspace workspace, @TempDir Path folder)
      throws IOException {
    Path file = Files.write(folder.resolve("incidents.xlsx"), workspace.bytes("incidents.xlsx"));
    StringBuilder sheets = new StringBuilder();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().filter(e -> e.getName().startsWith("xl/")).toList()) {
        byte[] bytes = zip.getInputStream(entry).readAllBytes();
        sheets.append(new String(bytes, StandardCharsets.UTF_8));
      }
    }
    assertThat(sheets.toString()).contains("HYPERLINK").doesNotContain("<f>", "<f ");
  }

  @Test
  void filesForProgramsHoldTheNamesAsTheyAre(Workspace workspace) {
    List<String> outlets = new ArrayList<>();
    for (String line : workspace.text("incidents.ndjson").lines().toList()) {
      JSON.readTree(line)
          .path("reports")
          .forEach(report -> outlets.add(report.path("outlet").asString()));
    }
    assertThat(outlets).contains(FORMULA, "<b onmouseover=\"window.hostile=1\">جريدة</b>");
    JsonNode features = workspace.get("incidents.geojson").path("features");
    assertThat(features.toString()).contains("HYPERLINK");
  }

  private static List<String> cells(String csv) {
    List<String> cells = new ArrayList<>();
    for (CsvRecord row : CsvReader.builder().ofCsvRecord(csv)) {
      cells.addAll(row.getFields());
    }
    return cells;
  }

  /** Cells that a spreadsheet would run; a number with a sign is none. */
  private static List<String> runnable(List<String> cells) {
    return cells.stream()
        .filter(cell -> !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0)
        .filter(cell -> !cell.matches("-?[0-9.]+"))
        .toList();
  }
}
