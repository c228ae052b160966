package org.isnad.core.mention.party;

import java.util.ArrayList;
import java.util.List;
import org.isnad.core.analysis.Label;
import org.jspecify.annotations.Nullable;

/**
 * A phrase that names a party, while it is being read.
 *
 * @param first number of its first token
 * @param end number behind its last token
 * @param name as it will be given
 * @param id identifier in the register, or null
 * @param kind what it is
 * @param framing loaded words that were dropped, as written
 * @param rule which way of reading found it
 * @param labels the list entries behind it
 * @param weak whether it counts only beside a cue
 * @param reworded whether the name is not the text's own, because that judges
 */
record Phrase(
    int first,
    int end,
    String name,
    @Nullable String id,
    String kind,
    List<String> framing,
    String rule,
    List<Label> labels,
    boolean weak,
    boolean reworded) {

  Phrase {
    framing = List.copyOf(framing);
    labels = List.copyOf(labels);
  }

  /** The same as another party's. */
  Phrase ofParty(String party) {
    return new Phrase(first, end, name, party, kind, framing, rule, labels, weak, reworded);
  }

  int size() {
    return end - first;
  }

  /** Whether nothing but the article is written together with its first word. */
  boolean isBare() {
    List<String> before = labels.getFirst().clitics().before();
    return before.isEmpty() || before.equals(List.of("al"));
  }

  /** The longer of two readings from one token; the first where they are equally long. */
  static @Nullable Phrase longer(@Nullable Phrase one, @Nullable Phrase other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return other.size() > one.size() ? other : one;
  }

  /** Keys of the entries, as traces name them. */
  List<String> entries() {
    List<String> entries = new ArrayList<>(labels.size());
    labels.forEach(label -> entries.add(label.entry().qualified()));
    return entries;
  }
}
