package org.isnad.core.mention;

import java.util.List;
import org.isnad.core.lexicon.Place;
import org.isnad.core.rule.Derivation;
import org.isnad.core.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Words that name a place.
 *
 * @param span where they stand, generic word ("city of") included
 * @param tokens the tokens covered
 * @param name the name as in the text, without clitics
 * @param precision how specific it is (codebook section 6)
 * @param place the gazetteer entry chosen, or null where none fits
 * @param relation {@code north-of}, {@code near} and the like, or null
 * @param within places that the same words name as containing this one, narrowest first
 * @param insideName whether the words are part of the name of a party, an outlet or an office and
 *     so locate no event
 * @param reason which pass settled the place, or why it stays a name
 * @param derivation the rule and list entries
 */
public record PlaceMention(
    Span span,
    TokenRange tokens,
    String name,
    Precision precision,
    @Nullable Place place,
    @Nullable String relation,
    List<Place> within,
    boolean insideName,
    String reason,
    Derivation derivation)
    implements Mention {

  /** How specific a place is, narrowest first, named as in the published schema. */
  public enum Precision {
    /** A named or described site: base, airport, mosque, camp, road. */
    SITE,
    /** A city, town or village, or a quarter of one. */
    SETTLEMENT,
    /** A district. */
    DISTRICT,
    /** A governorate or province. */
    PROVINCE,
    /** A country. */
    COUNTRY,
    /** Several countries. */
    REGION
  }
}
