package org.isnad.core.rule;

import java.util.List;

/**
 * Why a span is read as it is: the rule, and the list entries that its words matched.
 *
 * @param rule the rule's name, {@code folder/name}, as users find it in the knowledge files
 * @param entries keys of the list entries, {@code list:key}, in text order
 */
public record Derivation(String rule, List<String> entries) {

  /** Copies the list. */
  public Derivation {
    entries = List.copyOf(entries);
  }

  /** A derivation by rule alone. */
  public static Derivation byRule(String rule) {
    return new Derivation(rule, List.of());
  }
}
