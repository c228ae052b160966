package org.isnad.core.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.isnad.core.analysis.Label;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that a rule matched.
 *
 * @param rule the rule
 * @param first number of the first token
 * @param end number behind the last token
 * @param captures named parts in text order; of a repeated part the last
 * @param labels the labels through which list atoms matched, in text order
 */
public record Match(
    Rule rule, int first, int end, Map<String, Capture> captures, List<Label> labels) {

  /** Copies the lists. */
  public Match {
    captures = Map.copyOf(captures);
    labels = List.copyOf(labels);
  }

  /**
   * A named part of a match.
   *
   * @param first number of its first token
   * @param end number behind its last token
   * @param labels labels that matched inside it
   */
  public record Capture(int first, int end, List<Label> labels) {
    /** Copies the list. */
    public Capture {
      labels = List.copyOf(labels);
    }

    /** The first label inside, or null where no list atom matched. */
    public @Nullable Label label() {
      return labels.isEmpty() ? null : labels.getFirst();
    }
  }

  /** Number of tokens covered. */
  public int size() {
    return end - first;
  }

  /** The named part, or null where it did not take part in the match. */
  public @Nullable Capture capture(String name) {
    return captures.get(name);
  }

  /**
   * What the rule says under this name: a plain word, or the key or attribute of a captured entry
   * for {@code $capture}, {@code $capture.key}, {@code $capture.attribute}; null where it says
   * nothing.
   */
  public @Nullable String value(String name) {
    String value = rule.values().get(name);
    if (value == null || !value.startsWith("$")) {
      return value;
    }
    int dot = value.indexOf('.');
    Capture capture = captures.get(dot < 0 ? value.substring(1) : value.substring(1, dot));
    Label label = capture == null ? null : capture.label();
    if (label == null) {
      return null;
    }
    String attribute = dot < 0 ? "key" : value.substring(dot + 1);
    return attribute.equals("key") ? label.key() : label.entry().attributes().get(attribute);
  }

  /** The rule and the entries behind this match. */
  public Derivation derivation() {
    List<String> entries = new ArrayList<>(labels.size());
    labels.forEach(label -> entries.add(label.entry().qualified()));
    return new Derivation(rule.name(), entries);
  }
}
