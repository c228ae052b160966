package org.isnad.core.mention.source;

import java.util.ArrayList;
import java.util.List;
import org.isnad.core.mention.PartyMention;
import org.isnad.core.mention.SourceMention;
import org.isnad.core.mention.TokenRange;
import org.isnad.core.rule.Derivation;
import org.jspecify.annotations.Nullable;

/**
 * That somebody says something.
 *
 * @param chain from the agency or outlet that is quoted inward to whoever speaks; the article's own
 *     outlet is not in it; empty only where nobody speaks ("no group has claimed it")
 * @param act what is done with the words
 * @param cue the verb or preposition that shows it
 * @param scope the tokens whose word it is
 * @param object whom the speaker accuses or suspects, or null
 * @param direct whether speaker and words stand in one sentence; false where the speech runs on
 * @param doubtful whether the verb casts doubt ("زعم")
 * @param sides ids of the parties for which the speaker speaks, nearest first: the body, what it
 *     belongs to, its state, the coalition it leads; empty where that is not known
 * @param armed whether the first of these uses force: an army, a faction, a coalition
 * @param derivation the rule and list entries
 */
public record Attribution(
    List<SourceMention> chain,
    SpeechAct act,
    TokenRange cue,
    TokenRange scope,
    @Nullable PartyMention object,
    boolean direct,
    boolean doubtful,
    List<String> sides,
    boolean armed,
    Derivation derivation) {

  /** Copies the list. */
  public Attribution {
    chain = List.copyOf(chain);
    sides = List.copyOf(sides);
  }

  /** Whether the speaker speaks for the party with this id, or for what it is an organ of. */
  public boolean speaksFor(@Nullable String id) {
    return id != null && sides.contains(id);
  }

  /** The rule of a lead that the first speaker behind it is believed to vouch for. */
  static final String LEAD = "source/lead";

  /** Whether the words are those of a lead, which only what stands behind gives to the speaker. */
  public boolean isOfLead() {
    return derivation.rule().equals(LEAD);
  }

  /** Whoever speaks, or null where nobody does. */
  public @Nullable SourceMention speaker() {
    return chain.isEmpty() ? null : chain.getLast();
  }

  /** The same with another innermost speaker. */
  Attribution spokenBy(SourceMention speaker) {
    List<SourceMention> changed = new ArrayList<>(chain);
    changed.set(changed.size() - 1, speaker);
    return new Attribution(
        changed, act, cue, scope, object, direct, doubtful, sides, armed, derivation);
  }

  /** The same, spoken for the sides of another attribution. */
  Attribution onTheSideOf(Attribution other) {
    return new Attribution(
        chain, act, cue, scope, object, direct, doubtful, other.sides, other.armed, derivation);
  }
}
