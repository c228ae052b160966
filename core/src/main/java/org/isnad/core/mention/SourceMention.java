package org.isnad.core.mention;

import org.isnad.core.rule.Derivation;
import org.isnad.core.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Words that name who says something.
 *
 * @param span where they stand
 * @param tokens the tokens covered
 * @param name who speaks, as in the text, without clitics
 * @param id identifier in the register, or null
 * @param kind outlet, agency, organisation, person, unnamed or document
 * @param role office or description beside the name, or null
 * @param medium statement, interview, telegram, post, broadcast and the like, or null
 * @param derivation the rule and list entries
 */
public record SourceMention(
    Span span,
    TokenRange tokens,
    String name,
    @Nullable String id,
    Kind kind,
    @Nullable String role,
    @Nullable String medium,
    Derivation derivation)
    implements Mention {

  /** What kind of link a source is, named as in the published schema. */
  public enum Kind {
    /** Newspaper, channel, site. */
    OUTLET,
    /** News agency. */
    AGENCY,
    /** Body that speaks as such. */
    ORGANISATION,
    /** Named person. */
    PERSON,
    /** Described but not named. */
    UNNAMED,
    /** Report, statement or paper quoted as such. */
    DOCUMENT
  }
}
