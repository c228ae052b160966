package org.isnad.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Regular expressions that can go back and try again take, on some texts, the square of the length
 * or more. So none is used on what comes from outside: this looks through the compiled classes.
 * Splitting at one fixed character is done by {@link String#split} without an expression.
 */
class RegularExpressionTest {

  /** Methods of {@link String} whose first argument is an expression. */
  private static final Set<String> OF_STRINGS =
      Set.of("matches", "replaceAll", "replaceFirst", "split", "splitWithDelimiters");

  /** Where expressions are used all the same, and why that is safe. */
  private static final Map<String, String> ALLOWED =
      Map.of(
          "cli/DataOption.name", "an option of the operator, and one class of characters",
          "cli/ManualPage", "the program's own help",
          "store/Backup", "one class of letters, which gives nothing back",
          "server/OpenApi", "the program's own routes",
          "bench/Archive", "patterns of our own, for measuring",
          "bench/Readers", "the server's own log, for measuring");

  private static final List<String> MODULES =
      List.of(
          "core", "arabic", "io", "store", "search", "export", "parquet", "app", "server", "cli",
          "spark", "bench");

  @Test
  void noneIsUsedOnInput() throws IOException {
    List<String> found = new ArrayList<>();
    Set<String> used = new TreeSet<>();
    int classes = 0;
    for (String module : MODULES) {
      Path folder = Repository.root().resolve(module).resolve("target/classes");
      if (!Files.isDirectory(folder)) {
        continue;
      }
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
          ClassModel model = ClassFile.of().parse(file);
          if (model.thisClass().asInternalName().startsWith("org/isnad/")) {
            classes++;
            look(model, found, used);
          }
        }
      }
    }
    assertThat(classes).isGreaterThan(400);
    assertThat(found).as("expressions on what may be input").isEmpty();
  }

  @Test
  void theLookFindsWhatItIsFor() throws IOException {
    List<String> found = new ArrayList<>();
    try (var in = Examples.class.getResourceAsStream("RegularExpressionTest$Examples.class")) {
      look(ClassFile.of().parse(in.readAllBytes()), found, new TreeSet<>());
    }
    assertThat(found).hasSize(4).noneMatch(line -> line.contains("plain"));
  }

  /** What is to be found, and what is not. */
  static final class Examples {

    private Examples() {}

    static List<String[]> plain(String text) {
      return List.of(text.split("\t", -1), text.split("\\|"), text.split(","), text.split("[.]"));
    }

    static boolean matches(String text) {
      return text.matches("(a+)+b");
    }

    static String[] splits(String text) {
      return text.split(" *, *");
    }

    static String replaces(String text, String given) {
      return text.replaceAll(given, "x");
    }

    static java.util.regex.Pattern compiles(String given) {
      return java.util.regex.Pattern.compile(given);
    }
  }

  private static void look(ClassModel model, List<String> found, Set<String> used) {
    String name = model.thisClass().asInternalName().substring("org/isnad/".length());
    for (MethodModel method : model.methods()) {
      String place = name + "." + method.methodName().stringValue();
      String reason = allowed(place);
      if (reason != null) {
        used.add(reason);
        continue;
      }
      // The expression is the last constant text before the call, but for a limit, which is none.
      String constant = null;
      for (CodeElement element : method.code().map(code -> code.elementList()).orElse(List.of())) {
        switch (element) {
          case ConstantInstruction.LoadConstantInstruction load
              when load.constantValue() instanceof String text ->
              constant = text;
          case FieldInstruction _ -> constant = null;
          case InvokeDynamicInstruction _ -> constant = null;
          case InvokeInstruction call -> {
            if (isExpression(call, constant)) {
              found.add(place + " calls " + call.name().stringValue() + " with " + constant);
            }
            constant = null;
          }
          default -> {}
        }
      }
    }
  }

  private static boolean isExpression(InvokeInstruction call, String constant) {
    String owner = call.owner().asInternalName();
    String method = call.name().stringValue();
    if (owner.startsWith("java/util/regex/")) {
      return !method.equals("quote") && !method.equals("quoteReplacement");
    }
    if (owner.equals("java/util/Scanner")) {
      return true;
    }
    if (!owner.equals("java/lang/String") || !OF_STRINGS.contains(method)) {
      return false;
    }
    return !method.equals("split") || constant == null || !isOneCharacter(constant);
  }

  /** One character that means itself, also escaped or alone in brackets. */
  private static boolean isOneCharacter(String expression) {
    return switch (expression.length()) {
      case 1 -> ".$|()[{^?*+\\".indexOf(expression.charAt(0)) < 0;
      case 2 -> expression.charAt(0) == '\\' && !Character.isLetterOrDigit(expression.charAt(1));
      case 3 ->
          expression.charAt(0) == '['
              && expression.charAt(2) == ']'
              && "^[]\\".indexOf(expression.charAt(1)) < 0;
      default -> false;
    };
  }

  private static String allowed(String place) {
    return ALLOWED.keySet().stream().filter(place::startsWith).findFirst().orElse(null);
  }
}
