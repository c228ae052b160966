package org.isnad.core.rule;

import java.util.Map;

/**
 * One rule: a pattern over tokens and what a match means.
 *
 * @param name {@code folder/name}, unique in its set
 * @param pattern what must stand in the text
 * @param values what the rule says of a match, by name; a value that starts with {@code $} refers
 *     to a capture
 * @param file path of the file
 * @param line line of the rule's name, counted from 1
 */
public record Rule(
    String name, Pattern pattern, Map<String, String> values, String file, int line) {

  /** Copies the values. */
  public Rule {
    values = Map.copyOf(values);
  }
}
