package org.isnad.core.mention.place;

import java.util.List;
import org.isnad.core.analysis.Label;
import org.isnad.core.lexicon.Place;
import org.jspecify.annotations.Nullable;

/**
 * A name as found, before it is settled which place is meant.
 *
 * @param first number of the first token, cue and relation included
 * @param name number of the name's own first token
 * @param end number behind the last token
 * @param cue the generic word before the name, or null
 * @param relation key of the word that places something beside it, or null
 * @param candidates places of that name; empty where the gazetteer has none
 */
record Found(
    int first,
    int name,
    int end,
    @Nullable Label cue,
    @Nullable String relation,
    List<Place> candidates) {

  /** The kind that the cue names, or the empty string. */
  String cueKind() {
    return cue == null ? "" : cue.entry().attribute("kind");
  }

  /** Whether the cue has this attribute. */
  boolean cueSays(String attribute, String value) {
    return cue != null && cue.entry().is(attribute, value);
  }

  /**
   * Whether a cue rules the name ("city of X"): with the article ("the Chinese city") it is no
   * construct.
   */
  boolean hasConstructCue() {
    return cue != null && !cue.clitics().isDefinite();
  }

  /** Whether the cue stands before another name of a list ("the villages of X and Y"). */
  boolean isListed() {
    return cue != null && name > cue.end();
  }

  Found with(List<Place> fewer) {
    return new Found(first, name, end, cue, relation, fewer);
  }
}
