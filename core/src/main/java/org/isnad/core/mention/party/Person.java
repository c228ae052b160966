package org.isnad.core.mention.party;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person named in a text.
 *
 * @param first number of the first token, office included
 * @param end number behind the last token, office included
 * @param name the person's name without titles; the office where no name is given
 * @param role the office or description beside the name, or null
 * @param id identifier in the register, or null
 * @param framing loaded words that were dropped
 * @param named whether a personal name is given
 */
public record Person(
    int first,
    int end,
    String name,
    @Nullable String role,
    @Nullable String id,
    List<String> framing,
    boolean named) {

  /** Copies the list. */
  public Person {
    framing = List.copyOf(framing);
  }
}
