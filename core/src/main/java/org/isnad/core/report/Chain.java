package org.isnad.core.report;

import java.util.List;
import org.isnad.core.mention.SourceMention;
import org.isnad.core.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Who says so, from the outlet inward to whoever speaks (codebook section 9).
 *
 * @param links at least one; the last speaks
 * @param says what this chain vouches for; empty means the whole report
 */
public record Chain(List<Link> links, List<Slot> says) {

  /** Copies the lists and rejects an empty chain. */
  public Chain {
    links = List.copyOf(links);
    says = List.copyOf(says);
    if (links.isEmpty()) {
      throw new IllegalArgumentException("a chain needs a link");
    }
  }

  /** Whoever speaks. */
  public Link speaker() {
    return links.getLast();
  }

  /**
   * One link.
   *
   * @param name as in the text, without clitics
   * @param id identifier in the register, or null
   * @param kind what kind of source
   * @param role office or description beside the name, or null
   * @param medium statement, interview, telegram, post, broadcast and the like, or null
   * @param span where it stands, or null for the outlet itself
   */
  public record Link(
      String name,
      @Nullable String id,
      SourceMention.Kind kind,
      @Nullable String role,
      @Nullable String medium,
      @Nullable Span span) {}

  /** What a chain can vouch for, named as in the published schema. */
  public enum Slot {
    /** That it happened. */
    EVENT,
    /** When. */
    TIME,
    /** Where. */
    PLACE,
    /** Who. */
    ACTORS,
    /** Against whom. */
    TARGETS,
    /** With what. */
    WEAPONS,
    /** With what result. */
    OUTCOME,
    /** Dead. */
    KILLED,
    /** Hurt. */
    INJURED,
    /** Dead attackers. */
    ATTACKERS_KILLED,
    /** How many events. */
    COUNT
  }
}
