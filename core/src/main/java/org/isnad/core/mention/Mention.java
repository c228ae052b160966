package org.isnad.core.mention;

import org.isnad.core.rule.Derivation;
import org.isnad.core.text.Span;

/** A stretch of an article's text that refers to something, and why it is read so. */
public sealed interface Mention
    permits TimeExpression,
        PlaceMention,
        CountMention,
        PartyMention,
        WeaponMention,
        EventTrigger,
        SourceMention {

  /** Where it stands in the text as it was given, in UTF-16 code units. */
  Span span();

  /** The tokens it covers. */
  TokenRange tokens();

  /** Which rule and which list entries made it. */
  Derivation derivation();
}
