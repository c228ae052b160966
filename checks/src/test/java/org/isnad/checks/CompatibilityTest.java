package org.isnad.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.model.JApiBehavior;
import japicmp.model.JApiChangeStatus;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibility;
import japicmp.model.JApiCompatibilityChange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.pipeline.Pipeline;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs compiled against an earlier release still run. {@code .build/baseline} makes the jars of
 * a release, and {@code -Disnad.baseline} names their folder; japicmp compares. What counts are the
 * types in docs/java-api.txt; a record may gain components, as docs/java.md says, so its
 * constructors are left out.
 */
@Tag("slow")
class CompatibilityTest {

  @TempDir Path folder;

  @Test
  void programsCompiledAgainstTheBaselineStillRun() throws IOException {
    String baseline = System.getProperty("isnad.baseline", "");
    assumeTrue(!baseline.isEmpty(), "no release to compare with");
    Path old = Path.of(baseline);
    Set<String> promised = new TreeSet<>(Files.readAllLines(old.resolve("java-api.txt")));
    List<Path> now = new ArrayList<>();
    for (Class<?> type : List.of(Pipeline.class, ArabicKnowledge.class)) {
      now.add(archive(home(type)));
    }
    assertThat(
            broken(
                List.of(old.resolve("isnad-core.jar"), old.resolve("isnad-arabic.jar")),
                now,
                promised::contains))
        .isEmpty();
  }

  @Test
  void aMethodThatIsGoneOrReturnsSomethingElseIsFound() throws IOException {
    Path before =
        compiled("public class Door { public int open() { return 1; } public void shut() {} }");
    Path after = compiled("public class Door { public long open() { return 1; } }");
    assertThat(broken(List.of(before), List.of(after), name -> true))
        .containsExactly("Door.open: METHOD_RETURN_TYPE_CHANGED", "Door.shut: METHOD_REMOVED");
  }

  @Test
  void aTypeThatIsGoneIsFound() throws IOException {
    Path before = compiled("public class Door {}");
    Path after = compiled("public class Gate {}");
    assertThat(broken(List.of(before), List.of(after), name -> true))
        .containsExactly("Door: CLASS_REMOVED");
  }

  @Test
  void aRecordMayGainAComponentButNotLoseOne() throws IOException {
    Path one = compiled("public record Door(int width) {}");
    Path two = compiled("public record Door(int width, int height) {}");
    assertThat(broken(List.of(one), List.of(two), name -> true)).isEmpty();
    assertThat(broken(List.of(two), List.of(one), name -> true))
        .containsExactly("Door.height: METHOD_REMOVED");
  }

  @Test
  void whatIsNotPromisedMayChange() throws IOException {
    Path before = compiled("public class Door { public void shut() {} }");
    Path after = compiled("public class Door {}");
    assertThat(broken(List.of(before), List.of(after), name -> false)).isEmpty();
  }

  /** The changes of promised types that break programs, in order. */
  private static List<String> broken(
      List<Path> before, List<Path> after, Predicate<String> promised) {
    JarArchiveComparatorOptions options = new JarArchiveComparatorOptions();
    options.getIgnoreMissingClasses().setIgnoreAllMissingClasses(true);
    List<JApiClass> classes =
        new JarArchiveComparator(options).compare(archives(before), archives(after));
    List<String> found = new ArrayList<>();
    for (JApiClass type : classes) {
      String name = type.getFullyQualifiedName().replace('$', '.');
      if (promised.test(name) && type.getChangeStatus() == JApiChangeStatus.REMOVED) {
        found.add(name + ": CLASS_REMOVED");
      } else if (promised.test(name)) {
        add(found, name, type);
        type.getMethods().forEach(m -> add(found, name + "." + m.getName(), m));
        type.getFields().forEach(f -> add(found, name + "." + f.getName(), f));
        type.getInterfaces().forEach(i -> add(found, name, i));
        add(found, name, type.getSuperclass());
        if (!isRecord(type)) {
          type.getConstructors().forEach((JApiBehavior c) -> add(found, name + ".new", c));
        }
      }
    }
    return found.stream().sorted().distinct().toList();
  }

  private static void add(List<String> found, String name, JApiCompatibility part) {
    for (JApiCompatibilityChange change : part.getCompatibilityChanges()) {
      if (!change.isBinaryCompatible()) {
        found.add(name + ": " + change.getType());
      }
    }
  }

  private static boolean isRecord(JApiClass type) {
    return type.getSuperclass()
        .getOldSuperclassName()
        .filter("java.lang.Record"::equals)
        .isPresent();
  }

  private static List<JApiCmpArchive> archives(List<Path> jars) {
    return jars.stream().map(jar -> new JApiCmpArchive(jar.toFile(), "")).toList();
  }

  /** The jar or the folder of classes that a type was loaded from. */
  private static Path home(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
  }

  /** A jar with one class, compiled from its source. */
  private Path compiled(String source) throws IOException {
    Path home = Files.createTempDirectory(folder, "classes");
    String name = source.replaceFirst("public (class|record) (\\w+)(?s:.*)", "$2");
    Path file = Files.writeString(home.resolve(name + ".java"), source);
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, file.toString()))
        .isZero();
    return archive(home);
  }

  /** A folder of classes as a jar; a jar as it is. */
  private Path archive(Path home) throws IOException {
    if (Files.isRegularFile(home)) {
      return home;
    }
    Path jar = Files.createTempFile(folder, "classes", ".jar");
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(file);
        Stream<Path> files = Files.walk(home)) {
      for (Path one : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
        zip.putNextEntry(new ZipEntry(home.relativize(one).toString().replace('\\', '/')));
        zip.write(Files.readAllBytes(one));
        zip.closeEntry();
      }
    }
    return jar;
  }
}
