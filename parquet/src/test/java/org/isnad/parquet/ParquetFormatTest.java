package org.isnad.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import com.jerolba.carpet.CarpetReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.isnad.export.Column;
import org.isnad.export.ExportFormats;
import org.isnad.export.ExportOptions;
import org.isnad.export.IncidentColumns;
import org.isnad.export.IncidentSink;
import org.isnad.store.DatePrecision;
import org.isnad.store.IncidentRecord;
import org.isnad.store.IncidentRecord.Location;
import org.isnad.store.IncidentRecord.Toll;
import org.isnad.store.ReviewStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table as Parquet, read back. */
class ParquetFormatTest {

  private static final int ROWS = 3000;

  @TempDir private Path folder;

  @Test
  void theFormatIsFoundAndItsRowsComeBackWithTheirTypes() throws IOException {
    Path file = folder.resolve("incidents.parquet");
    try (IncidentSink sink =
        ExportFormats.of("parquet").open(Files.newOutputStream(file), ExportOptions.PLAIN)) {
      for (int i = 0; i < ROWS; i++) {
        sink.add(incident(i));
      }
    }
    @SuppressWarnings("rawtypes")
    List<Map> rows = new CarpetReader<>(file.toFile(), Map.class).toList();
    assertThat(rows).hasSize(ROWS);
    Map<?, ?> row = rows.get(7);
    assertThat(row.keySet().stream().map(Object::toString))
        .containsExactlyElementsOf(IncidentColumns.ALL.stream().map(Column::name).toList());
    assertThat(row.get("incident_id")).isEqualTo("i7");
    assertThat(row.get("date_start")).isEqualTo(LocalDate.parse("2024-03-04"));
    assertThat(row.get("killed_best")).isEqualTo(7);
    assertThat(row.get("latitude")).isEqualTo(15.46);
    assertThat(row.get("location_ar")).isEqualTo("مأرب");
    assertThat(row.get("date_end")).isNull();
  }

  private static IncidentRecord incident(int n) {
    Location place =
        new Location(
            "مأرب",
            "settlement",
            "ye.marib",
            "Marib",
            "مأرب",
            "settlement",
            "YE",
            "Yemen",
            "YEM",
            null,
            null,
            null,
            15.46,
            45.33);
    return new IncidentRecord(
        "i" + n,
        1,
        ReviewStatus.SUGGESTED,
        "asserted",
        LocalDate.parse("2024-03-04"),
        null,
        DatePrecision.OPEN,
        "shelling",
        null,
        place,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Toll(n, n, n),
        Toll.NOT_GIVEN,
        Toll.NOT_GIVEN,
        1,
        1,
        List.of("outlet"),
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        null,
        null,
        "{}");
  }
}
