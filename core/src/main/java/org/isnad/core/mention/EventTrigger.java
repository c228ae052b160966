package org.isnad.core.mention;

import org.isnad.core.rule.Derivation;
import org.isnad.core.text.Span;

/**
 * Words that name an event: a verb, a participle, a verbal noun, a light verb with its noun.
 *
 * @param span where they stand
 * @param tokens the tokens covered
 * @param key key of the event word's list entry
 * @param form verb, noun or participle
 * @param derivation the rule and list entries
 */
public record EventTrigger(
    Span span, TokenRange tokens, String key, Form form, Derivation derivation) implements Mention {

  /** Grammatical form of an event word. */
  public enum Form {
    /** A verb with its subject doing it. */
    ACTIVE_VERB,
    /** A verb whose subject suffers it. */
    PASSIVE_VERB,
    /** A verbal or plain noun. */
    NOUN,
    /** A participle. */
    PARTICIPLE
  }
}
