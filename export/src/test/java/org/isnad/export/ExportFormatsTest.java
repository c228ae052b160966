package org.isnad.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.isnad.store.IncidentRecord;
import org.isnad.store.ReviewStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What stands in the files. */
class ExportFormatsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  private static final List<IncidentRecord> INCIDENTS =
      List.of(
          Incidents.shelling("i1"),
          Incidents.merged("i2", "i1"),
          Incidents.record("i3", ReviewStatus.APPROVED, "threat", Incidents.SOMEWHERE, null));

  @Test
  void theTableHasItsPublishedColumnsInTheirOrder() {
    JsonNode properties = schema("incident-row.schema.json").path("properties");
    assertThat(IncidentColumns.ALL.stream().map(Column::name))
        .containsExactlyElementsOf(names(properties));
    for (Column column : IncidentColumns.ALL) {
      JsonNode published = properties.path(column.name());
      assertThat(column.hxl()).isEqualTo(published.path("x-hxl").asString(""));
      assertThat(published.path("format").asString("").equals("date"))
          .as(column.name())
          .isEqualTo(column.kind() == Column.Kind.DATE);
      assertThat(published.path("type").toString())
          .contains(
              switch (column.kind()) {
                case TEXT, DATE -> "string";
                case INTEGER -> "integer";
                case DECIMAL -> "number";
              });
    }
  }

  @Test
  void linesEndAsTheStandardSaysAndCellsAreQuotedWhereNeeded() throws IOException {
    String csv = text("csv", ExportOptions.PLAIN);
    assertThat(csv).startsWith("incident_id,version,status,").endsWith("\r\n");
    assertThat(csv).contains("\"سوق, المدينة\"").contains(",=cmd(); وكالة,");
    assertThat(csv.replace("\r\n", "")).doesNotContain("\n", "\r");
  }

  @Test
  void everyRowHasACellForEveryColumn() throws IOException {
    NamedCsvRecord row = rows(text("csv", ExportOptions.PLAIN)).getFirst();
    assertThat(row.getField("actor1")).isEqualTo("Houthi movement (Ansar Allah)");
    assertThat(row.getField("iso3")).isEqualTo("YEM");
    assertThat(row.getField("killed_low")).isEqualTo("3");
    assertThat(row.getField("killed_high")).as("open").isEmpty();
    assertThat(row.getField("acled_sub_event_type")).isEqualTo("Shelling/artillery/missile attack");
    assertThat(row.getField("summary_en"))
        .isEqualTo(
            "Shelling: Marib, Marib Governorate, Yemen, 2024-03-04..2024-03-05; killed 3 or more"
                + " (disputed); by Houthi movement (Ansar Allah)");
    assertThat(row.getField("summary_ar")).startsWith("قصف: مأرب");
  }

  @Test
  void aMergedIncidentIsATombstone() throws IOException {
    NamedCsvRecord row = rows(text("csv", ExportOptions.PLAIN)).get(1);
    Map<String, String> filled = new java.util.TreeMap<>(row.getFieldsAsMap());
    filled.values().removeIf(String::isEmpty);
    assertThat(filled)
        .containsOnlyKeys("incident_id", "version", "status", "updated_at", "merged_into");
    JsonNode line = JSON.readTree(text("jsonl", ExportOptions.PLAIN).lines().toList().get(1));
    assertThat(line.path("mergedInto").asString()).isEqualTo("i1");
    assertThat(line.has("killed")).isFalse();
  }

  @Test
  void tagsAndMarksStandThereOnlyWhenAskedFor() throws IOException {
    String tagged = text("csv", new ExportOptions(true, true, false, "https://example.org/r"));
    assertThat(tagged).startsWith("\uFEFFincident_id,");
    assertThat(rows(tagged.substring(1)).getFirst().getFields())
        .startsWith("#event+id", "#meta+version", "#status", "#date+start");
    assertThat(tagged).contains("https://example.org/r/i1");
  }

  @Test
  void wordsThatLookLikeFormulasAreNoFormulasInSpreadsheets() throws IOException {
    ExportOptions spreadsheet = new ExportOptions(false, true, true, null);
    String sources = rows(text("csv", spreadsheet).substring(1)).getFirst().getField("sources");
    assertThat(sources).isEqualTo("'=cmd(); وكالة");
    for (String odd : List.of("=1", "'=1", "''@x", "-5", "'tis", "+", "plain", "", "'")) {
      assertThat(Formulas.original(Formulas.neutral(odd))).isEqualTo(odd);
    }
    assertThat(Formulas.neutral("'tis")).isEqualTo("'tis");
  }

  @Test
  void everyLineAndFeatureIsAsThePublishedSchemasSay() throws IOException {
    Schema incident = compiled("incident.schema.json");
    for (String line : text("jsonl", ExportOptions.PLAIN).lines().toList()) {
      assertThat(incident.validate(line, InputFormat.JSON)).isEmpty();
    }
    Schema row = compiled("incident-row.schema.json");
    JsonNode collection = JSON.readTree(text("geojson", ExportOptions.PLAIN));
    for (JsonNode feature : collection.path("features")) {
      assertThat(row.validate(feature.path("properties").toString(), InputFormat.JSON)).isEmpty();
    }
    assertThat(incident.validate("{\"id\":\"x\"}", InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void aPlaceThatIsNotOnTheMapHasNoGeometryAndAWideOneSaysHowWide() throws IOException {
    JsonNode features = JSON.readTree(text("geojson", ExportOptions.PLAIN)).path("features");
    assertThat(features.get(0).path("geometry").path("coordinates").toString())
        .isEqualTo("[45.33,15.46]");
    assertThat(features.get(0).path("properties").path("uncertainty_radius_m").asInt())
        .isEqualTo(5000);
    assertThat(features.get(1).path("geometry").isNull()).isTrue();
    assertThat(features.get(2).path("geometry").isNull()).isTrue();
  }

  @Test
  void otherDataSetsCountTheDeadInTheirOwnWay() throws IOException {
    NamedCsvRecord acled = rows(text("acled", ExportOptions.PLAIN)).getFirst();
    assertThat(acled.getField("fatalities")).as("lowest, attacker included").isEqualTo("4");
    assertThat(acled.getField("iso")).isEqualTo("887");
    NamedCsvRecord ucdp = rows(text("ucdp", ExportOptions.PLAIN)).getFirst();
    assertThat(List.of(ucdp.getField("low"), ucdp.getField("best"), ucdp.getField("high")))
        .containsExactly("4", "4", "6");
    assertThat(ucdp.getField("deaths_a")).isEqualTo("1");
  }

  @Test
  void whatAnotherDataSetDoesNotCodeIsCountedAndSaid() throws IOException {
    IncidentSink acled =
        ExportFormats.of("acled").open(new ByteArrayOutputStream(), ExportOptions.PLAIN);
    for (IncidentRecord incident : INCIDENTS) {
      acled.add(incident);
    }
    assertThat(acled.omitted().incidents()).isEqualTo(1);
    assertThat(text("plover", ExportOptions.PLAIN).lines()).hasSize(2);
  }

  @Test
  void theWorkbookHoldsWordsAsWordsAndNumbersAsNumbers() throws IOException {
    byte[] bytes = bytes("xlsx", ExportOptions.PLAIN);
    Path file = Files.write(folder.resolve("incidents.xlsx"), bytes);
    String sheet;
    try (ZipFile zip = new ZipFile(file.toFile())) {
      InputStream in = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"));
      sheet = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertThat(sheet.contains("<t>=cmd(); ")).as("words").isTrue();
    assertThat(sheet.contains("<f>")).as("formulas").isFalse();
    assertThat(sheet.contains("<v>15.46</v>")).as("numbers").isTrue();
  }

  @Test
  void anUnknownFormatIsRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> ExportFormats.of("dbf")).hasMessageContaining("csv, xlsx, geojson");
  }

  private static String text(String format, ExportOptions options) throws IOException {
    return new String(bytes(format, options), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String format, ExportOptions options) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (IncidentSink sink = ExportFormats.of(format).open(out, options)) {
      for (IncidentRecord incident : INCIDENTS) {
        sink.add(incident);
      }
    }
    return out.toByteArray();
  }

  private static List<NamedCsvRecord> rows(String csv) throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
      return reader.stream().toList();
    }
  }

  private static List<String> names(JsonNode object) {
    return new ArrayList<>(object.propertyNames());
  }

  private static JsonNode schema(String name) {
    InputStream in = ExportFormats.class.getResourceAsStream(name);
    return JSON.readTree(in);
  }

  private static Schema compiled(String name) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(schema(name).toString(), InputFormat.JSON);
  }
}
