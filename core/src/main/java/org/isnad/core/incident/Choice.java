package org.isnad.core.incident;

import java.util.List;

/**
 * A value picked from those reported, and by which rule.
 *
 * @param value the value
 * @param rule name of the rule
 * @param reason why this one, in a sentence
 * @param claims positions of the claims it rests on
 */
public record Choice<T>(T value, String rule, String reason, List<Integer> claims) {

  /** Copies the list. */
  public Choice {
    claims = List.copyOf(claims);
  }
}
