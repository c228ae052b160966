package org.isnad.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.cli.Isnad;
import org.isnad.core.lexicon.Gazetteer;
import org.isnad.core.lexicon.Place;
import org.isnad.core.text.Normalizer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code isnad places import} from a published file to a folder that {@code --knowledge} takes. */
class PlaceImportTest {

  private static final String HEADER = "placetype\tcountry\tid\tname\tlat\tlon\tnames_ar\n";

  @TempDir private Path folder;

  private String err = "";
  private int code;

  @BeforeEach
  void importInventedPlaces() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("invented.tsv"),
            HEADER
                + "locality\tSY\t1\tKafr Mithal\t35.9\t36.6\tكفر مثال (سوريا)|Kafr Mithal\n"
                + "locality\tSY\t2\tKafr Mithal\t35.91\t36.6\tقرية كفر مثال\n"
                + "locality\tSY\t3\tIdlib\t35.93\t36.63\tإدلب\n"
                + "locality\tSY\t4\tNo Arabic\t35\t36\tNo Arabic\n"
                + "locality\tXX\t5\tElsewhere\t35\t36\tمكان\n"
                + "locality\tSY\t6\tBroken\tnorth\t36\tمكسور\n"
                + "postalcode\tSY\t7\t123\t35\t36\t١٢٣\n");
    StringWriter told = new StringWriter();
    code =
        Isnad.commandLine()
            .setErr(new PrintWriter(told))
            .setOut(new PrintWriter(new StringWriter()))
            .execute("places", "import", file.toString(), "--into", folder.resolve("k").toString());
    err = told.toString();
  }

  @Test
  void everyLineIsAccountedFor() {
    assertThat(err)
        .contains("kept: 1", "double: 1", "known already: 1", "without an Arabic name: 1")
        .contains("in other countries: 1", "of other kinds: 1")
        .contains("invented.tsv:7: ");
    assertThat(code).isEqualTo(1);
  }

  @Test
  void theFolderIsACopyOfTheBuiltInFilesWithTheNewPlacesBesideThem() {
    Gazetteer gazetteer = ArabicKnowledge.load(folder.resolve("k")).gazetteer();
    assertThat(gazetteer.places()).hasSameSizeAs(ArabicKnowledge.load().gazetteer().places());
    List<Place> found = gazetteer.cued(Normalizer.fold("كفر مثال"));
    assertThat(found).hasSize(1);
    Place place = found.getFirst();
    assertThat(place.id()).isEqualTo("sy.wof-1");
    assertThat(place.province()).isEqualTo("sy.idlib-province");
    assertThat(place.needsCue()).isTrue();
    assertThat(place.source()).isEqualTo("wof:1 invented.tsv:2");
  }

  @Test
  void theFolderPassesTheCheck() {
    assertThat(Isnad.commandLine().execute("knowledge", "check", folder.resolve("k").toString()))
        .isZero();
  }
}
