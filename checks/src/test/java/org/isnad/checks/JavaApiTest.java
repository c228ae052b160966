package org.isnad.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.article.Article;
import org.isnad.core.incident.IncidentLinker;
import org.isnad.core.pipeline.Pipeline;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The libraries keep to what docs/java.md promises. */
class JavaApiTest {

  private static final Path ROOT = Repository.root();
  private static final Path LIST = ROOT.resolve("docs/java-api.txt");

  private static final List<Class<?>> ROOTS =
      List.of(Pipeline.class, ArabicKnowledge.class, Article.class, IncidentLinker.class);

  @TempDir Path folder;

  @Test
  void theListHoldsEveryTypeThatCanBeReached() throws IOException {
    List<String> names = reached().stream().map(Class::getCanonicalName).sorted().toList();
    if (Boolean.getBoolean("isnad.docs.write")) {
      Files.write(LIST, names);
    }
    assertThat(Files.readAllLines(LIST))
        .as("docs/java-api.txt; ./check --write-docs writes it anew")
        .isEqualTo(names);
  }

  @Test
  void theExampleOfTheDocumentIsTheOneThatRuns() throws IOException {
    String test =
        Files.readString(ROOT.resolve("checks/src/test/java/example/ReadOneArticleTest.java"));
    String example = test.substring(test.indexOf("// example\n") + 11, test.indexOf("    // end"));
    assertThat(Files.readString(ROOT.resolve("docs/java.md")))
        .contains("```java\n" + example.replaceAll("(?m)^    ", "") + "```");
  }

  /** All public types and members of both libraries are described, and links lead somewhere. */
  @Tag("slow")
  @Test
  void nothingPublicIsWithoutDescription() throws IOException {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(found, null, null)) {
      List<String> options =
          List.of(
              "-proc:none",
              "-Xdoclint:all/public",
              "-Xmaxwarns",
              "1000",
              "-cp",
              System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
              "-d",
              folder.toString());
      compiler
          .getTask(null, files, found, options, null, files.getJavaFileObjectsFromPaths(sources()))
          .call();
    }
    assertThat(found.getDiagnostics())
        .filteredOn(d -> d.getKind() == Diagnostic.Kind.ERROR || isGap(d.getMessage(Locale.ROOT)))
        .extracting(Object::toString)
        .isEmpty();
  }

  /** A sentence can say what a parameter or a result is; nothing at all is a gap. */
  private static boolean isGap(String message) {
    return message.contains("no comment");
  }

  private static List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String module : List.of("core", "arabic")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module + "/src/main/java"))) {
        files.filter(f -> f.toString().endsWith(".java")).sorted().forEach(sources::add);
      }
    }
    return sources;
  }

  /** The project's types in signatures of public members, starting from the roots. */
  private static Set<Class<?>> reached() {
    Set<Class<?>> seen = new TreeSet<>((a, b) -> a.getName().compareTo(b.getName()));
    Deque<Class<?>> left = new ArrayDeque<>(ROOTS);
    while (!left.isEmpty()) {
      Class<?> type = left.pop();
      if (type.getName().startsWith("org.isnad.") && isOpen(type) && seen.add(type)) {
        types(type).forEach(left::push);
      }
    }
    return seen;
  }

  /** Whether a user can name the type: it and all around it are public. */
  private static boolean isOpen(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return Modifier.isPublic(type.getModifiers()) && (outer == null || isOpen(outer));
  }

  private static Set<Class<?>> types(Class<?> type) {
    List<Type> named = new ArrayList<>(List.of(type.getInterfaces()));
    for (Class<?> permitted : type.isSealed() ? type.getPermittedSubclasses() : new Class<?>[0]) {
      named.add(permitted);
    }
    List<Executable> members = new ArrayList<>(List.of(type.getConstructors()));
    Stream.of(type.getDeclaredMethods())
        .filter(m -> Modifier.isPublic(m.getModifiers()))
        .forEach(
            m -> {
              members.add(m);
              named.add(((Method) m).getGenericReturnType());
            });
    members.forEach(m -> named.addAll(List.of(m.getGenericParameterTypes())));
    return named.stream().flatMap(JavaApiTest::classes).collect(Collectors.toSet());
  }

  private static Stream<Class<?>> classes(Type type) {
    return switch (type) {
      case Class<?> c -> Stream.of(c.isArray() ? c.getComponentType() : c);
      case ParameterizedType p ->
          Stream.concat(
              classes(p.getRawType()),
              Stream.of(p.getActualTypeArguments()).flatMap(JavaApiTest::classes));
      case WildcardType w -> Stream.of(w.getUpperBounds()).flatMap(JavaApiTest::classes);
      case GenericArrayType a -> classes(a.getGenericComponentType());
      default -> Stream.empty();
    };
  }
}
