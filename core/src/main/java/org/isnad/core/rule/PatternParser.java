package org.isnad.core.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.isnad.core.lexicon.DataException;
import org.isnad.core.rule.Pattern.Conditions;

/**
 * Reads the pattern notation of rule files.
 *
 * <pre>
 * @list  @list:key,key  @list[attr=value]   tokens a list knows
 * {b} {!al} {pl} …                          conditions on the word form just before
 * #  .  word  latin  punct                  a number, any token, a token of a kind
 * .{0,4}  ( a | b ){1,3}  a?                repetition and choice
 * name=ATOM  name=( … )                     a capture
 * ^  $                                      start and end of a sentence
 * </pre>
 */
final class PatternParser {

  /** Longest match in tokens: beyond it a pattern would span clauses. */
  private static final int LONGEST = 64;

  private static final Set<String> CONDITIONS =
      Set.of(
          "w", "f", "b", "k", "l", "al", "s", "sg", "du", "pl", "m", "fem", "verb", "past",
          "present", "masdar", "active", "passive", "noun", "pron", "p1", "p3");

  private final String file;
  private final int line;
  private final String source;
  private int at;

  PatternParser(String file, int line, String source) {
    this.file = file;
    this.line = line;
    this.source = source;
  }

  Pattern parse() {
    Pattern pattern = choice();
    skipSpace();
    if (at < source.length()) {
      throw error("'" + source.substring(at) + "' behind the pattern; expected its end");
    }
    if (pattern.canBeEmpty()) {
      throw error("a pattern that can match nothing; expected at least one token");
    }
    if (pattern.longest() > LONGEST) {
      throw error(
          "a pattern of up to " + pattern.longest() + " tokens; expected at most " + LONGEST);
    }
    return pattern;
  }

  private Pattern choice() {
    List<Pattern> options = new ArrayList<>();
    options.add(sequence());
    while (peek('|')) {
      at++;
      options.add(sequence());
    }
    return options.size() == 1 ? options.getFirst() : new Pattern.Choice(options);
  }

  private Pattern sequence() {
    List<Pattern> parts = new ArrayList<>();
    skipSpace();
    while (at < source.length() && source.charAt(at) != '|' && source.charAt(at) != ')') {
      parts.add(repeated());
      skipSpace();
    }
    if (parts.isEmpty()) {
      throw error("an empty alternative; expected an atom");
    }
    return parts.size() == 1 ? parts.getFirst() : new Pattern.Sequence(parts);
  }

  private Pattern repeated() {
    Pattern part = captured();
    if (at < source.length() && source.charAt(at) == '?') {
      at++;
      return new Pattern.Repeat(part, 0, 1);
    }
    if (at + 1 < source.length()
        && source.charAt(at) == '{'
        && Character.isDigit(source.charAt(at + 1))) {
      return bounds(part);
    }
    return part;
  }

  private Pattern bounds(Pattern part) {
    int close = source.indexOf('}', at);
    String inside = close < 0 ? "" : source.substring(at + 1, close);
    String[] ends = inside.split(",", -1);
    try {
      int least = Integer.parseInt(ends[0].strip());
      int most = ends.length == 1 ? least : Integer.parseInt(ends[1].strip());
      at = close + 1;
      if (ends.length > 2 || most < least || most == 0) {
        throw error("bounds '{" + inside + "}'; expected {least,most}");
      }
      return new Pattern.Repeat(part, least, most);
    } catch (NumberFormatException e) {
      throw error("bounds '{" + inside + "}'; expected {least,most}");
    }
  }

  private Pattern captured() {
    int end = at;
    while (end < source.length() && isNamePart(source.charAt(end))) {
      end++;
    }
    if (end > at && end < source.length() && source.charAt(end) == '=') {
      String name = source.substring(at, end);
      at = end + 1;
      return new Pattern.Capture(name, atom());
    }
    return atom();
  }

  private Pattern atom() {
    skipSpace();
    if (at >= source.length()) {
      throw error("the end of the pattern; expected an atom");
    }
    char c = source.charAt(at);
    switch (c) {
      case '(' -> {
        return group();
      }
      case '@' -> {
        return listed();
      }
      case '#' -> {
        return single(Pattern.Kind.Sort.NUMBER);
      }
      case '.' -> {
        return single(Pattern.Kind.Sort.ANY);
      }
      case '^', '$' -> {
        at++;
        return new Pattern.Edge(c == '^');
      }
      default -> {
        return kind();
      }
    }
  }

  private Pattern single(Pattern.Kind.Sort sort) {
    at++;
    return new Pattern.Kind(sort);
  }

  private Pattern kind() {
    String word = name();
    return switch (word) {
      case "word" -> new Pattern.Kind(Pattern.Kind.Sort.WORD);
      case "latin" -> new Pattern.Kind(Pattern.Kind.Sort.LATIN);
      case "punct" -> new Pattern.Kind(Pattern.Kind.Sort.PUNCTUATION);
      default ->
          throw error("'" + word + "'; expected @list, #, ., word, latin, punct, ( or a capture");
    };
  }

  private Pattern group() {
    at++;
    Pattern inside = choice();
    if (!peek(')')) {
      throw error("a group that is not closed; expected )");
    }
    at++;
    return inside;
  }

  private Pattern listed() {
    at++;
    String list = name();
    Set<String> keys = new TreeSet<>();
    if (at < source.length() && source.charAt(at) == ':') {
      do {
        at++;
        keys.add(name());
      } while (at < source.length() && source.charAt(at) == ',');
    }
    String attribute = "";
    String value = "";
    if (at < source.length() && source.charAt(at) == '[') {
      int close = source.indexOf(']', at);
      int equals = source.indexOf('=', at);
      if (close < 0 || equals < 0 || equals > close) {
        throw error("an attribute that is not closed; expected [name=value]");
      }
      attribute = source.substring(at + 1, equals);
      value = source.substring(equals + 1, close);
      at = close + 1;
    }
    return new Pattern.Listed(list, keys, attribute, value, conditions());
  }

  private Conditions conditions() {
    List<String> required = new ArrayList<>();
    List<String> forbidden = new ArrayList<>();
    while (at + 1 < source.length()
        && source.charAt(at) == '{'
        && !Character.isDigit(source.charAt(at + 1))) {
      int close = source.indexOf('}', at);
      String inside = close < 0 ? "" : source.substring(at + 1, close);
      boolean not = inside.startsWith("!");
      String name = not ? inside.substring(1) : inside;
      if (!CONDITIONS.contains(name)) {
        throw error("condition '{" + inside + "}'; expected one of " + new TreeSet<>(CONDITIONS));
      }
      (not ? forbidden : required).add(name);
      at = close + 1;
    }
    return required.isEmpty() && forbidden.isEmpty()
        ? Conditions.NONE
        : new Conditions(required, forbidden);
  }

  private String name() {
    int start = at;
    while (at < source.length() && isNamePart(source.charAt(at))) {
      at++;
    }
    if (start == at) {
      throw error("'" + source.substring(at) + "'; expected a name");
    }
    return source.substring(start, at);
  }

  private static boolean isNamePart(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '-'
        || c == '_';
  }

  private boolean peek(char c) {
    skipSpace();
    return at < source.length() && source.charAt(at) == c;
  }

  private void skipSpace() {
    while (at < source.length() && source.charAt(at) == ' ') {
      at++;
    }
  }

  private DataException error(String what) {
    return new DataException(file, line, what + " (at column " + (at + 1) + " of the pattern)");
  }
}
