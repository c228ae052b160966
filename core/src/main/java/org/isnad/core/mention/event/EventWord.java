package org.isnad.core.mention.event;

import org.isnad.core.analysis.Label;
import org.isnad.core.lexicon.Features;
import org.jspecify.annotations.Nullable;

/**
 * A word that names an event or supports one that does.
 *
 * @param label the list entry and the word form
 * @param type type (codebook section 2) before modifiers; null for words that only support
 * @param role how it takes part
 */
public record EventWord(Label label, @Nullable String type, Role role) {

  /** How a word takes part in naming an event. */
  public enum Role {
    /** A noun that names the event. */
    NOUN,
    /** A verb whose subject acts and whose object is aimed at. */
    STRIKE,
    /** A verb that takes fire or a weapon as its object. */
    LAUNCH,
    /** A verb of two sides. */
    MUTUAL,
    /** A verb of beating back. */
    REPEL,
    /** A verb of ground taken. */
    GROUND,
    /** A verb whose subject explodes. */
    BLAST,
    /** A verb whose subject can be an event. */
    CARRIER,
    /** A verb whose object is an event. */
    LIGHT,
    /** A verb whose subject suffers an event. */
    UNDERGO,
    /** A verb that says that an event took place. */
    HAPPEN,
    /** A verb of falling: rockets, victims, towns. */
    FALL,
    /** A verb before the result of an event. */
    EFFECT,
    /** A verb before an event that its subject sees. */
    WITNESS,
    /** A verb of threatening. */
    THREAT,
    /** A verb of meeting. */
    TALKS,
    /** A verb of shooting down. */
    INTERCEPT,
    /** A verb of preventing. */
    FOIL
  }

  /** Number of the first token. */
  public int first() {
    return label.first();
  }

  /** Number behind the last token. */
  public int end() {
    return label.end();
  }

  /** Whether it names an event by itself. */
  public boolean isHead() {
    return type != null;
  }

  /** Whether it is a finite verb. */
  public boolean isVerb() {
    return isFinite(label);
  }

  /** Whether it tells of the past: a perfect, or a listed phrase, which is one. */
  public boolean isPast() {
    return isVerb() && label.features().tense() != Features.Tense.PRESENT;
  }

  /** Whether the label is a finite verb; phrases listed whole among the verbs are. */
  static boolean isFinite(Label label) {
    boolean phrase =
        label.list().equals("event-verbs") && label.features().part() == Features.Part.OTHER;
    return phrase || label.features().isVerb();
  }
}
