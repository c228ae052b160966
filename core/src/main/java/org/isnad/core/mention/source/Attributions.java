package org.isnad.core.mention.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.isnad.core.mention.RangeIndex;
import org.isnad.core.mention.SourceMention;
import org.isnad.core.mention.TokenRange;

/** Everything that a text attributes to somebody. */
public final class Attributions {

  private final List<Attribution> all;
  private final RangeIndex<Attribution> scopes;
  private final RangeIndex<Attribution> cues;

  /**
   * Attributions of one text.
   *
   * @param all in text order of their cues
   */
  public Attributions(List<Attribution> all) {
    this.all = List.copyOf(all);
    this.scopes = new RangeIndex<>(this.all, Attribution::scope);
    this.cues = new RangeIndex<>(this.all, Attribution::cue);
  }

  /** All of them, in text order of their cues. */
  public List<Attribution> all() {
    return all;
  }

  /** Those whose cue, speaker and verb, holds the token. */
  public List<Attribution> cuedAt(int token) {
    return cues.at(token);
  }

  /** Those whose cue holds one of the tokens from {@code first} to before {@code end}. */
  public List<Attribution> cuedWithin(int first, int end) {
    return cues.touching(first, end);
  }

  /**
   * Whose word the token is, the nearest first: those of its own sentence before speech that runs
   * on, the narrower scope before the wider. Empty where the outlet itself speaks. Claims, denials
   * and the like are among them.
   */
  public List<Attribution> at(int token) {
    List<Attribution> found = new ArrayList<>(scopes.at(token));
    found.sort(
        Comparator.comparing((Attribution a) -> !a.direct())
            .thenComparing(a -> a.scope().size())
            .thenComparing(a -> a.scope().first()));
    return found;
  }

  /**
   * The chains in force at the token, each from the cited agency or outlet inward to the speaker,
   * without doubles; several where several speak. Empty where the outlet itself speaks.
   */
  public List<List<SourceMention>> chainsAt(int token) {
    List<List<SourceMention>> chains = new ArrayList<>();
    for (Attribution attribution : at(token)) {
      boolean speaks = !attribution.chain().isEmpty();
      if (speaks
          && chains.stream().noneMatch(c -> isSame(c.getLast(), attribution.chain().getLast()))) {
        chains.add(attribution.chain());
      }
    }
    return chains;
  }

  /** The attributions with this act whose scope touches the range. */
  public List<Attribution> touching(TokenRange range, SpeechAct act) {
    return scopes.touching(range.first(), range.end()).stream()
        .filter(a -> a.act() == act && a.scope().overlaps(range))
        .toList();
  }

  private static boolean isSame(SourceMention one, SourceMention other) {
    return one.name().equals(other.name()) && one.kind() == other.kind();
  }
}
