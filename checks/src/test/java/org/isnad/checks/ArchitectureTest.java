package org.isnad.checks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules of the architecture, each with its reason. */
class ArchitectureTest {

  /** Packages of core in the order of the data; each may know only those before it. */
  private static final List<String> FLOW =
      List.of(
          "text",
          "article",
          "lexicon",
          "analysis",
          "rule",
          "mention",
          "report",
          "reuse",
          "dating",
          "incident",
          "pipeline");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.isnad");

  @TestFactory
  Stream<DynamicTest> everyPackageOfCoreKnowsOnlyThoseAboveIt() {
    List<DynamicTest> tests = new ArrayList<>();
    for (int i = 0; i < FLOW.size(); i++) {
      String[] later =
          FLOW.subList(i + 1, FLOW.size()).stream()
              .map(p -> "org.isnad.core." + p + "..")
              .toArray(String[]::new);
      if (later.length == 0) {
        continue;
      }
      ArchRule rule =
          noClasses()
              .that()
              .resideInAPackage("org.isnad.core." + FLOW.get(i) + "..")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(later)
              .because(
                  "the stages run in this order, and a stage that knows a later one cannot be run alone");
      tests.add(DynamicTest.dynamicTest(FLOW.get(i), () -> rule.check(CLASSES)));
    }
    return tests.stream();
  }

  @Test
  void noPackagesDependOnEachOtherInACircle() {
    slices()
        .matching("org.isnad.(*)..")
        .should()
        .beFreeOfCycles()
        .because("modules are built one after the other")
        .check(CLASSES);
  }

  @Test
  void copiesAreFoundFromTextAlone() {
    noClasses()
        .that()
        .resideInAPackage("org.isnad.core.reuse..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.isnad.core.mention..", "org.isnad.core.report..")
        .because("who copied whom is decided before it is known what a text says")
        .check(CLASSES);
  }

  @Test
  void coreTouchesNoFilesClockLoggingOrChance() {
    noClasses()
        .that()
        .resideInAPackage("org.isnad.core..")
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.io\\.File.*|java\\.nio\\.file\\..*|java\\.util\\.logging\\..*|java\\.time\\.Clock|java\\.util\\.Random|java\\.security\\.SecureRandom|java\\.net\\..*")
        .because(
            "reading one article is a function of that article, the same on every machine and day")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("org.isnad.core..")
        .should()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(java.util.Locale.class, "getDefault")
        .because("time and place come in as parameters")
        .check(CLASSES);
  }

  @TestFactory
  Stream<DynamicTest> librariesStayInTheirModules() {
    return Stream.of(
        stays(
            "com.fasterxml.jackson..",
            "org.isnad.io",
            "org.isnad.store",
            "org.isnad.export",
            "org.isnad.app"),
        stays(
            "tools.jackson..",
            "org.isnad.server",
            "org.isnad.io",
            "org.isnad.store",
            "org.isnad.export",
            "org.isnad.app"),
        stays("de.siegmar.fastcsv..", "org.isnad.io", "org.isnad.export"),
        stays("org.dhatim..", "org.isnad.export"),
        stays("org.apache.parquet..", "org.isnad.parquet"),
        stays("io.javalin..", "org.isnad.server"),
        stays("java.sql..", "org.isnad.store"),
        stays("org.apache.lucene..", "org.isnad.core", "org.isnad.search"),
        stays("org.jdbi..", "org.isnad.store"),
        stays("picocli..", "org.isnad.cli"));
  }

  private static DynamicTest stays(String library, String... modules) {
    String[] packages = Stream.of(modules).map(m -> m + "..").toArray(String[]::new);
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackages(packages)
            .and()
            .resideInAPackage("org.isnad..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(library)
            .allowEmptyShould(true)
            .because("a library that is used in one place can be replaced in one place");
    return DynamicTest.dynamicTest(library, () -> rule.check(CLASSES));
  }

  @Test
  void nothingDependsOnAShell() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.isnad.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.isnad.cli..")
        .because("every verb must be usable from another shell")
        .check(CLASSES);
  }

  @Test
  void arabicLettersStandInDataNotInJava() throws IOException {
    List<String> found = new ArrayList<>();
    for (String module :
        List.of("core", "arabic", "io", "store", "search", "export", "parquet", "app", "cli")) {
      Path sources = Repository.root().resolve(module).resolve("src/main/java");
      if (!Files.isDirectory(sources)) {
        continue;
      }
      try (Stream<Path> files = Files.walk(sources)) {
        for (Path file :
            files
                .filter(
                    f -> f.toString().endsWith(".java") && !f.toString().contains("/core/text/"))
                .toList()) {
          arabicCode(file, found);
        }
      }
    }
    Assertions.assertThat(found)
        .as("a word in Java cannot be changed by a user; comments may quote")
        .isEmpty();
  }

  private static void arabicCode(Path file, List<String> found) throws IOException {
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      boolean comment = line.startsWith("*") || line.startsWith("/*") || line.startsWith("//");
      if (!comment && line.chars().anyMatch(c -> c >= 0x0621 && c <= 0x064A)) {
        found.add(Repository.root().relativize(file) + ":" + (i + 1));
      }
    }
  }
}
