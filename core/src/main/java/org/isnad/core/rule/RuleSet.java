package org.isnad.core.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isnad.core.lexicon.DataException;
import org.isnad.core.lexicon.DataFile;
import org.isnad.core.text.Blanks;

/**
 * The rules of one folder, in file order: where two match the same tokens, the earlier one wins.
 *
 * <pre>
 * rule weekday-last
 *   when day=@weekdays @last-words
 *   then kind=weekday-before day=$day.key
 * </pre>
 *
 * <p>{@code define NAME PATTERN} names a part of a pattern that several rules of the file share;
 * {@code %NAME} stands for it.
 *
 * <p>A line that starts with two spaces or more goes on with the line before where it opens with
 * neither {@code when} nor {@code then}.
 *
 * @param folder the folder's name
 * @param rules the rules
 */
public record RuleSet(String folder, List<Rule> rules) {

  /** Copies the rules. */
  public RuleSet {
    rules = List.copyOf(rules);
  }

  /**
   * Reads the rules of {@code folder}.
   *
   * @param files the knowledge files; those of other folders are passed over
   * @throws DataException if a rule cannot be read, or its name stands twice
   */
  public static RuleSet of(String folder, List<DataFile> files) {
    Map<String, Rule> rules = new LinkedHashMap<>();
    for (DataFile file : files) {
      if (file.isRules() && file.folder().equals(folder)) {
        for (Rule rule : new Parser(file).parse()) {
          if (rules.put(rule.name(), rule) != null) {
            throw new DataException(
                file.path(), rule.line(), "rule " + rule.name() + " stands twice");
          }
        }
      }
    }
    return new RuleSet(folder, List.copyOf(rules.values()));
  }

  /** Reads one file. */
  private static final class Parser {
    private final DataFile file;
    private final List<Rule> rules = new ArrayList<>();
    private String name = "";
    private int nameLine;
    private StringBuilder when = new StringBuilder();
    private StringBuilder then = new StringBuilder();
    private StringBuilder open = when;
    private int whenLine;
    private final Map<String, String> defined = new LinkedHashMap<>();

    Parser(DataFile file) {
      this.file = file;
    }

    List<Rule> parse() {
      for (int n = 1; n <= file.lines().size(); n++) {
        String line = file.lines().get(n - 1).strip();
        if (!line.isEmpty() && !line.startsWith("#")) {
          line(n, line);
        }
      }
      finish();
      return rules;
    }

    private void line(int n, String line) {
      if (line.startsWith("define ")) {
        finish();
        name = "";
        define(n, line.substring(7).strip());
      } else if (line.startsWith("rule ")) {
        finish();
        name = line.substring(5).strip();
        nameLine = n;
        when = new StringBuilder();
        then = new StringBuilder();
        open = when;
      } else if (name.isEmpty()) {
        throw new DataException(file.path(), n, "'" + line + "'; expected 'rule NAME' first");
      } else if (line.startsWith("when ")) {
        open = when.append(line.substring(5));
        whenLine = n;
      } else if (line.startsWith("then ")) {
        open = then.append(line.substring(5));
      } else {
        open.append(' ').append(line);
      }
    }

    private void define(int n, String definition) {
      int space = definition.indexOf(' ');
      if (space < 0) {
        throw new DataException(
            file.path(), n, "'define " + definition + "'; expected a name and a pattern");
      }
      defined.put(
          definition.substring(0, space), expand(n, definition.substring(space + 1).strip()));
    }

    /** Puts in what is defined; a definition only knows those above it, so this ends. */
    private String expand(int n, String pattern) {
      StringBuilder expanded = new StringBuilder();
      for (String part : pattern.split(" ", -1)) {
        boolean optional = part.endsWith("?");
        String reference = optional ? part.substring(0, part.length() - 1) : part;
        String value = reference.startsWith("%") ? defined.get(reference.substring(1)) : part;
        if (value == null) {
          throw new DataException(
              file.path(), n, reference + "; expected one of " + defined.keySet());
        }
        boolean replaced = reference.startsWith("%");
        expanded.append(replaced ? "( " + value + (optional ? " )?" : " )") : part).append(' ');
      }
      return expanded.toString().strip();
    }

    private void finish() {
      if (name.isEmpty()) {
        return;
      }
      if (when.isEmpty()) {
        throw new DataException(file.path(), nameLine, "rule " + name + " without 'when'");
      }
      Pattern pattern =
          new PatternParser(file.path(), whenLine, expand(whenLine, when.toString().strip()))
              .parse();
      rules.add(new Rule(file.folder() + "/" + name, pattern, values(), file.path(), nameLine));
    }

    private Map<String, String> values() {
      Map<String, String> values = new LinkedHashMap<>();
      for (String pair : Blanks.words(then.toString())) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          values.put(pair.substring(0, equals), pair.substring(equals + 1));
        } else if (!pair.isEmpty()) {
          throw new DataException(
              file.path(), nameLine, "'" + pair + "' behind 'then'; expected name=value");
        }
      }
      return values;
    }
  }
}
