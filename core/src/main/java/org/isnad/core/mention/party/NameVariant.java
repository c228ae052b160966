package org.isnad.core.mention.party;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.isnad.core.lexicon.DataException;
import org.isnad.core.lexicon.DataFile;
import org.isnad.core.lexicon.Table;

/**
 * One way in which names change by case or by habit of spelling.
 *
 * @param from letters that are replaced
 * @param to what replaces them
 * @param where where they must stand
 */
record NameVariant(String from, String to, Where where) {

  /** Shortest word that can be a plural in its ending; shorter ones end so by chance. */
  private static final int SHORTEST_PLURAL = 5;

  /** Where the letters must stand. */
  enum Where {
    /** At the end of every word that ends so. */
    END,
    /** At the end of the first of several words. */
    FIRST,
    /** As the whole first word. */
    FIRST_WORD,
    /** Anywhere. */
    ANY
  }

  static List<NameVariant> parse(DataFile file) {
    Table table = Table.parse(file);
    List<NameVariant> variants = new ArrayList<>();
    for (Table.Row row : table.rows()) {
      Where where = where(file, row.line(), table.cell(row, "where"));
      variants.add(new NameVariant(table.cell(row, "from"), table.cell(row, "to"), where));
    }
    return variants;
  }

  /** Adds the changed name where the rule fits it. */
  void addTo(Set<String> names, String name) {
    names.add(applied(name));
  }

  /** The changed name; the name itself where the rule does not fit it. */
  String applied(String name) {
    return switch (where) {
      case END -> everyEnd(name);
      case FIRST -> firstEnd(name);
      case FIRST_WORD -> name.startsWith(from + " ") ? to + name.substring(from.length()) : name;
      case ANY -> name.replace(from, to);
    };
  }

  private String everyEnd(String name) {
    String[] words = name.split(" ");
    for (int i = 0; i < words.length; i++) {
      words[i] = ended(words[i]);
    }
    return String.join(" ", words);
  }

  private String firstEnd(String name) {
    int space = name.indexOf(' ');
    return space < 0 ? name : ended(name.substring(0, space)) + name.substring(space);
  }

  private String ended(String word) {
    boolean fits = word.length() >= SHORTEST_PLURAL && word.endsWith(from);
    return fits ? word.substring(0, word.length() - from.length()) + to : word;
  }

  private static Where where(DataFile file, int line, String read) {
    return switch (read) {
      case "end" -> Where.END;
      case "first" -> Where.FIRST;
      case "first-word" -> Where.FIRST_WORD;
      case "any" -> Where.ANY;
      default ->
          throw new DataException(
              file.path(), line, "where '" + read + "'; expected end, first, first-word or any");
    };
  }
}
