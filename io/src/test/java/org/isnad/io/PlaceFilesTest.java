package org.isnad.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.isnad.core.lexicon.Place;
import org.isnad.core.lexicon.PlaceRecord;
import org.isnad.core.pipeline.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every published format, with invented places; then files that are broken. */
class PlaceFilesTest {

  private static final String FEATURE =
      """
      {"id": 7, "type": "Feature", "properties": {"wof:id": 7, "wof:placetype": "locality",
        "wof:name": "Tall Mithal", "wof:country": "SY", "iso:country": "SY", "lbl:latitude": 35.5,
        "lbl:longitude": 38.25, "geom:latitude": 1, "geom:longitude": 2, "mz:is_current": 1,
        "edtf:deprecated": "uuuu", "name:ara_x_preferred": ["تل مثال"], "name:ara_x_variant": ["مثال"],
        "name:eng_x_preferred": ["Tall Mithal"], "gn:population": 900,
        "wof:hierarchy": [{"country_id": 1, "region_id": 5}]},
       "geometry": {"type": "Polygon", "coordinates": [[[1,2],[3,4],[5,6],[1,2]]]}}
      """;

  private static final String PLACE =
      "42\tKafr Mithal\tKafr Mithal\tKafr Mithal,كفر مثال\t31.5\t35.25\tP\tPPL\tPS\t\tWE\t\t\t\t1200\t\t700\tAsia/Hebron\t2020-01-01";

  @TempDir private Path folder;

  private final Gathered gathered = new Gathered();

  @Test
  void aFeatureOfWhosOnFirstGivesItsLabelPointAndItsArabicNames() throws IOException {
    read(file("7.geojson", FEATURE));
    PlaceRecord place = gathered.places.getFirst();
    assertThat(place.key()).isEqualTo("wof:7");
    assertThat(place.kind()).isEqualTo(Place.Kind.SETTLEMENT);
    assertThat(place.names()).startsWith("تل مثال", "مثال");
    assertThat(place.lat()).isEqualTo(35.5);
    assertThat(place.region()).isEqualTo("wof:5");
    assertThat(place.population()).isEqualTo(900);
    assertThat(place.where()).endsWith("7.geojson:1");
  }

  @Test
  void aCollectionGivesEveryFeature() throws IOException {
    read(
        file(
            "all.geojson",
            "{\"type\":\"FeatureCollection\",\"features\":[" + FEATURE + "," + FEATURE + "]}"));
    assertThat(gathered.places).hasSize(2);
    assertThat(gathered.problems).isEmpty();
  }

  @Test
  void whatIsDeprecatedOrSupersededIsPassedOver() throws IOException {
    read(
        file("1.geojson", FEATURE.replace("\"uuuu\"", "\"2019-01-01\"")),
        file("2.geojson", FEATURE.replace("\"mz:is_current\": 1", "\"mz:is_current\": 0")),
        file("3.geojson", FEATURE.replace("\"locality\"", "\"postalcode\"")));
    assertThat(gathered.places).isEmpty();
    assertThat(gathered.passedOver).isEqualTo(3);
  }

  @Test
  void inAFolderAlternativeShapesAreLeftAside() throws IOException {
    file("data/7/7.geojson", FEATURE);
    file("data/7/7-alt-other.geojson", FEATURE);
    read(folder);
    assertThat(gathered.places).hasSize(1);
  }

  @Test
  void aMetadataTableLeadsToTheFilesItNames() throws IOException {
    file("data/7/7.geojson", FEATURE);
    read(
        file(
            "meta/wof-locality-latest.csv",
            "id,iso_country,placetype,name,geom_latitude,geom_longitude,path\n"
                + "7,SY,locality,\"Tall, Mithal\",35.5,38.25,7/7.geojson\n"
                + "8,SY,locality,Gone,35.5,38.25,8/8.geojson\n"
                + "9,SY,locality,Outside,35.5,38.25,../../9.geojson\n"));
    assertThat(gathered.places).hasSize(1);
    assertThat(gathered.problems)
        .extracting(Problem::where)
        .allMatch(w -> w.contains("latest.csv:"))
        .hasSize(2);
  }

  @Test
  void aTableWithArabicNamesIsReadByItsHeader() throws IOException {
    read(
        file(
            "extract.tsv",
            "# Invented places. placetype\tcountry\tid\tname\tlat\tlon\tnames_ar separated by |\n"
                + "county\tIQ\t12\tMithal\t33.5\t44.25\tMithal|قضاء مثال|مثال\n"
                + "county\tIQ\t13\n"));
    assertThat(gathered.places).hasSize(1);
    assertThat(gathered.places.getFirst().kind()).isEqualTo(Place.Kind.DISTRICT);
    assertThat(gathered.places.getFirst().names()).contains("قضاء مثال", "مثال");
    assertThat(gathered.problems.getFirst().where()).endsWith("extract.tsv:3");
  }

  @Test
  void aPlaceOfGeoNamesTakesTheNamesSaidToBeArabicWhateverTheOrderOfTheFiles() throws IOException {
    read(
        file("PS.txt", PLACE + "\n"),
        file(
            "alternateNamesV2.txt",
            "1\t42\tar\tكفر المثال\t\t\t\t\t\t\n"
                + "2\t42\tfa\tکفر\t\t\t\t\t\t\n"
                + "3\t42\tar\tكفر مثال الكبرى\t1\t\t\t\t\t\n"
                + "4\t42\tar\tالقديمة\t\t\t\t1\t\t\n"));
    PlaceRecord place = gathered.places.getFirst();
    assertThat(place.names()).containsExactly("كفر مثال الكبرى", "كفر المثال");
    assertThat(place.region()).isEqualTo("gn:PS.WE");
    assertThat(place.population()).isEqualTo(1200);
    assertThat(gathered.problems).isEmpty();
  }

  @Test
  void withoutATableOfNamesThoseOfThePlaceItselfAreTaken() throws IOException {
    read(file("PS.txt", PLACE + "\n" + PLACE.replace("PPL\t", "PPLQ\t") + "\n"));
    assertThat(gathered.places.getFirst().names()).contains("كفر مثال");
    assertThat(gathered.passedOver).isEqualTo(1);
  }

  @Test
  void packedFilesAreReadAsTheyAre() throws IOException {
    Path gz = folder.resolve("PS.txt.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gz))) {
      out.write((PLACE + "\n").getBytes(StandardCharsets.UTF_8));
    }
    Path zip = folder.resolve("PS.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("readme.txt"));
      out.write("about these files".getBytes(StandardCharsets.UTF_8));
      out.putNextEntry(new ZipEntry("PS.txt"));
      out.write((PLACE + "\n").getBytes(StandardCharsets.UTF_8));
      out.closeEntry();
    }
    read(gz, zip);
    assertThat(gathered.places).hasSize(2);
    assertThat(gathered.problems).isEmpty();
  }

  @Test
  void brokenLinesAreCountedWithTheirPlaceAndTheRestIsRead() throws IOException {
    read(
        file(
            "PS.txt",
            PLACE + "\n" + PLACE.replace("31.5", "north") + "\n" + "5\tx\n" + PLACE + "\n"),
        file("other.txt", "a poem\n"),
        file("empty.txt", ""),
        file("cut.geojson", FEATURE.substring(0, 300)),
        folder.resolve("absent.txt"));
    assertThat(gathered.places).hasSize(2);
    assertThat(gathered.problems)
        .extracting(p -> p.code().number())
        .containsExactly(105, 105, 105, 102, 105, 101);
    assertThat(gathered.problems.getFirst().where()).endsWith("PS.txt:2");
  }

  @Test
  void randomBytesNeverEndTheReading() throws IOException {
    Random random = new Random(4);
    byte[] whole = (FEATURE + PLACE).getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 200; i++) {
      byte[] bytes = Arrays.copyOf(whole, random.nextInt(whole.length));
      for (int j = 0; j < 5 && bytes.length > 0; j++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      Path file = folder.resolve("random");
      Files.write(file, bytes);
      read(file);
    }
    assertThat(gathered.problems).isNotEmpty();
  }

  private void read(Path... paths) {
    new PlaceFiles(gathered).read(List.of(paths));
  }

  private Path file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private static final class Gathered implements PlaceSink {
    private final List<PlaceRecord> places = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private long passedOver;

    @Override
    public void place(PlaceRecord place) {
      places.add(place);
    }

    @Override
    public void problem(Problem problem) {
      problems.add(problem);
    }

    @Override
    public void passedOver(long count) {
      passedOver += count;
    }

    @Override
    public void progress(String file, long bytes) {}
  }
}
