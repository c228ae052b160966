package org.isnad.core.lexicon;

/**
 * What the spelling of a word form shows.
 *
 * @param part which part of its lemma's paradigm it is
 * @param tense of verbs, else {@code NONE}
 * @param number singular, dual, plural; {@code ANY} where the spelling does not tell
 * @param gender masculine, feminine, or {@code ANY}
 * @param person 1 to 3 of verbs, else 0
 * @param passive whether the spelling can only be passive; most passives are spelled as actives
 */
public record Features(
    Part part, Tense tense, Num number, Gender gender, int person, boolean passive) {

  /** A word listed as it is. */
  public static final Features AS_LISTED =
      new Features(Part.OTHER, Tense.NONE, Num.ANY, Gender.ANY, 0, false);

  /** A form of a noun or participle. */
  public static Features nominal(Part part, Num number, Gender gender) {
    return new Features(part, Tense.NONE, number, gender, 0, false);
  }

  /** Whether the form is a finite verb. */
  public boolean isVerb() {
    return part == Part.VERB;
  }

  /** The part of a lemma's paradigm. */
  public enum Part {
    /** Finite verb. */
    VERB,
    /** Verbal noun. */
    MASDAR,
    /** Active participle. */
    ACTIVE_PARTICIPLE,
    /** Passive participle. */
    PASSIVE_PARTICIPLE,
    /** Noun. */
    NOUN,
    /** Adjective. */
    ADJECTIVE,
    /** Anything listed as it is. */
    OTHER
  }

  /** Tense of a finite verb. */
  public enum Tense {
    /** Perfect. */
    PAST,
    /** Imperfect. */
    PRESENT,
    /** Not a verb. */
    NONE
  }

  /** Grammatical number. */
  public enum Num {
    /** One. */
    SINGULAR,
    /** Two. */
    DUAL,
    /** Three and more. */
    PLURAL,
    /** Not shown. */
    ANY
  }

  /** Grammatical gender. */
  public enum Gender {
    /** Masculine. */
    MASCULINE,
    /** Feminine. */
    FEMININE,
    /** Not shown. */
    ANY
  }
}
