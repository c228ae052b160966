package org.isnad.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.isnad.app.Decide;
import org.isnad.app.Progress;
import org.isnad.app.Rerun;
import org.isnad.app.Run;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.store.IncidentFilter;
import org.isnad.store.IncidentRecord;
import org.isnad.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs, new readings and decisions over the samples. */
class RunTest {

  private static final Pipeline PIPELINE = new Pipeline(ArabicKnowledge.load());
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-20T08:00:00Z"), ZoneOffset.UTC);
  private static final Path SAMPLES = Repository.root().resolve("samples");

  @TempDir Path folder;

  @Test
  void runningTwiceReadsAndChangesNothing() {
    try (Store store = Store.create(folder)) {
      Run.Outcome first = run(PIPELINE, store);
      long changes = store.lastChange();
      Run.Outcome second = run(PIPELINE, store);
      assertThat(first.read()).isEqualTo(first.articles()).isPositive();
      assertThat(second.added()).isZero();
      assertThat(second.read()).isZero();
      assertThat(store.lastChange()).isEqualTo(changes);
    }
  }

  @Test
  void articlesThatComeOneByOneGiveTheSameValuesAsAllAtOnce() throws IOException {
    List<String> bits = new ArrayList<>();
    try (Store store = Store.create(folder.resolve("bits"));
        Stream<Path> files = Files.list(SAMPLES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        new Run(PIPELINE, 1, Progress.SILENT, CLOCK).run(List.of(file), null, store);
      }
      standing(store).forEach(incident -> bits.add(withoutId(incident)));
    }
    try (Store store = Store.create(folder.resolve("all"))) {
      run(PIPELINE, store);
      assertThat(standing(store).stream().map(RunTest::withoutId).sorted().toList())
          .isEqualTo(bits.stream().sorted().toList());
    }
  }

  @Test
  void aNewReadingPrintsWhatItChangedAndLeavesDecisions() throws IOException {
    Pipeline changed = new Pipeline(ArabicKnowledge.load(knowledgeWithAnotherName()));
    List<String> lines = new ArrayList<>();
    try (Store store = Store.create(folder.resolve("data"))) {
      run(PIPELINE, store);
      IncidentRecord bombing = one(store, "bombing");
      decide(store).edit(bombing.id(), "killed", "9-11", "a list of names", 1);
      assertThat(store.unreadCount(changed.version())).isEqualTo(store.articleCount());
      Rerun rerun = new Rerun(new Run(changed, 1, Progress.SILENT, CLOCK), lines::add);
      assertThat(rerun.run(store).read()).isEqualTo(store.articleCount());
      assertThat(store.unreadCount(changed.version())).isZero();
      IncidentRecord after = store.incident(bombing.id()).orElseThrow();
      assertThat(after.killed()).isEqualTo(new IncidentRecord.Toll(9, 9, 11));
      assertThat(lines).anyMatch(line -> line.startsWith(bombing.id()));
      new Rerun(new Run(changed, 1, Progress.SILENT, CLOCK), lines::add).run(store);
      assertThat(lines.getLast()).isEqualTo("nothing changed");
    }
  }

  @Test
  void mergesAndSplitsHoldAndCanBeUndone() {
    try (Store store = Store.create(folder)) {
      run(PIPELINE, store);
      int before = standing(store).size();
      List<String> two = standing(store).stream().map(IncidentRecord::id).limit(2).toList();
      String merge = decide(store).merge(two, "one event").id();
      assertThat(standing(store)).hasSize(before - 1);
      String gone =
          two.stream().filter(id -> !store.current(id).equals(id)).findFirst().orElseThrow();
      IncidentRecord whole = store.incident(store.current(gone)).orElseThrow();
      assertThat(whole.reportCount()).isEqualTo(2);
      String split = decide(store).split(whole.id(), List.of(report(whole)), "two after all").id();
      assertThat(standing(store)).hasSize(before);
      decide(store).undo(split, "");
      assertThat(standing(store)).hasSize(before - 1);
      decide(store).undo(merge, "");
      assertThat(standing(store)).hasSize(before);
      assertThat(store.current(gone)).isEqualTo(gone);
    }
  }

  @Test
  void editsAreCheckedAgainstTheirField() {
    try (Store store = Store.create(folder)) {
      run(PIPELINE, store);
      String id = one(store, "bombing").id();
      Decide decide = decide(store);
      assertThatThrownBy(() -> decide.edit(id, "killed", "many", "x", null))
          .hasMessageContaining("expected a number");
      assertThatThrownBy(() -> decide.edit(id, "colour", "red", "x", null))
          .hasMessageContaining("no field 'colour'");
      assertThatThrownBy(() -> decide.edit(id, "time", "4 March", "x", null))
          .hasMessageContaining("2026-03-04");
      assertThatThrownBy(() -> decide.edit(id, "killed", "5", " ", null))
          .hasMessageContaining("say why");
      decide.edit(id, "place", "iq.anbar", "x", null);
      decide.edit(id, "actors", "sudan-army; somebody", "x", null);
      decide.edit(id, "type", "explosion", "x", null);
      IncidentRecord record = store.incident(id).orElseThrow();
      assertThat(record.place()).isNotNull();
      assertThat(record.place().provinceEn()).isEqualTo("Anbar");
      assertThat(record.actors())
          .extracting(IncidentRecord.Named::id)
          .containsExactly("sudan-army", null);
      assertThat(record.editedFields()).containsExactly("type", "place", "actors");
    }
  }

  private static Run.Outcome run(Pipeline pipeline, Store store) {
    return new Run(pipeline, 2, Progress.SILENT, CLOCK).run(List.of(SAMPLES), null, store);
  }

  private static Decide decide(Store store) {
    Run run = new Run(PIPELINE, 1, Progress.SILENT, CLOCK);
    return new Decide(store, run, PIPELINE.knowledge(), CLOCK, "amal");
  }

  private static List<IncidentRecord> standing(Store store) {
    return store.incidents(IncidentFilter.STANDING, null, 1000);
  }

  private static IncidentRecord one(Store store, String type) {
    return standing(store).stream()
        .filter(incident -> type.equals(incident.type()))
        .findFirst()
        .orElseThrow();
  }

  private static String report(IncidentRecord incident) {
    String json = incident.json();
    int start = json.indexOf("\"reports\":[{\"id\":\"") + "\"reports\":[{\"id\":\"".length();
    return json.substring(start, json.indexOf('"', start));
  }

  private static String withoutId(IncidentRecord incident) {
    return incident.json().replace(incident.id(), "");
  }

  /** A copy of the knowledge in which a town has another English name. */
  private Path knowledgeWithAnotherName() throws IOException {
    Path original = Repository.root().resolve("arabic/src/main/resources/org/isnad/arabic");
    Path copy = folder.resolve("knowledge");
    try (Stream<Path> files = Files.walk(original)) {
      for (Path file : files.toList()) {
        Path to = copy.resolve(original.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else {
          Files.copy(file, to);
        }
      }
    }
    Path sites = copy.resolve("place/places.tsv");
    String text = Files.readString(sites);
    Files.writeString(sites, text.replace("\tBaqubah\t", "\tBaquba\t"));
    assertThat(Files.readString(sites)).isNotEqualTo(text);
    return copy;
  }
}
