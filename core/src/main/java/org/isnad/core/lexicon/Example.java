package org.isnad.core.lexicon;

import java.util.ArrayList;
import java.util.List;
import org.isnad.core.text.Span;

/**
 * One line of an example corpus: what a rule or list must, or must not, find in a sentence of our
 * own.
 *
 * @param subject rule or list that the line is about
 * @param verdict {@code good}, {@code bad}, or {@code todo} for a known failure
 * @param expected what is expected, in the notation of the folder
 * @param text the sentence without the brackets
 * @param spans what the brackets marked, in text order
 * @param clock day against which times are read, ISO 8601, or empty
 * @param file path of the corpus
 * @param line line number, counted from 1
 */
public record Example(
    String subject,
    Verdict verdict,
    String expected,
    String text,
    List<Span> spans,
    String clock,
    String file,
    int line) {

  /** Copies the list. */
  public Example {
    spans = List.copyOf(spans);
  }

  /** What the line says of its sentence. */
  public enum Verdict {
    /** It must be found. */
    GOOD,
    /** It must not be found. */
    BAD,
    /** Known to fail, with a reason. */
    TODO
  }

  /**
   * Reads a corpus with the columns {@code subject verdict expected text} and optionally {@code
   * clock}.
   *
   * @throws DataException if a verdict is unknown or brackets do not pair
   */
  public static List<Example> parse(DataFile file) {
    Table table = Table.parse(file);
    List<Example> examples = new ArrayList<>();
    for (Table.Row row : table.rows()) {
      examples.add(example(table, row));
    }
    return examples;
  }

  private static Example example(Table table, Table.Row row) {
    String path = table.file().path();
    StringBuilder text = new StringBuilder();
    List<Span> spans = spans(path, row.line(), table.cell(row, "text"), text);
    return new Example(
        table.cell(row, "subject"),
        verdict(path, row.line(), table.cell(row, "verdict")),
        table.cell(row, "expected"),
        text.toString(),
        spans,
        table.cell(row, "clock"),
        path,
        row.line());
  }

  private static List<Span> spans(String path, int line, String marked, StringBuilder text) {
    List<Span> spans = new ArrayList<>();
    int open = -1;
    for (int i = 0; i < marked.length(); i++) {
      char c = marked.charAt(i);
      if (c == '[' && open < 0) {
        open = text.length();
      } else if (c == ']' && open >= 0) {
        spans.add(new Span(open, text.length()));
        open = -1;
      } else if (c == '[' || c == ']') {
        throw new DataException(path, line, "brackets that do not pair in '" + marked + "'");
      } else {
        text.append(c);
      }
    }
    if (open >= 0) {
      throw new DataException(path, line, "a bracket that is not closed in '" + marked + "'");
    }
    return spans;
  }

  private static Verdict verdict(String path, int line, String read) {
    return switch (read.startsWith("todo:") ? "todo" : read) {
      case "good" -> Verdict.GOOD;
      case "bad" -> Verdict.BAD;
      case "todo" -> Verdict.TODO;
      default ->
          throw new DataException(
              path, line, "verdict '" + read + "'; expected good, bad or todo: with a reason");
    };
  }
}
