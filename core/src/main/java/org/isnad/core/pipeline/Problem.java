package org.isnad.core.pipeline;

/**
 * Something wrong with an input, counted and shown; the run goes on.
 *
 * @param code what kind
 * @param where file, line or entry, as a user finds it
 * @param text what was read and what was expected
 */
public record Problem(Code code, String where, String text) {

  /** Kinds of problems; their numbers are published and never reused. */
  public enum Code {
    /** Cannot be opened or read: missing, no permission, a broken device. */
    UNREADABLE(101),
    /** Holds nothing to read. */
    EMPTY(102),
    /** Is not text. */
    BINARY(103),
    /** Characters that no known encoding explains. */
    ENCODING(104),
    /** Is not the format it claims or seems to be. */
    MALFORMED(105),
    /** Larger than the limits allow, unpacked or as it is. */
    TOO_LARGE(106),
    /** A manifest names something that is not there, or says it in a way that cannot be read. */
    MANIFEST(107),
    /** A row of an edited table that fits no incident, or says what cannot be taken back. */
    TABLE(108),
    /** Could not be fetched: no answer, a broken one, too slow, too many redirects. */
    FETCH(110),
    /** May not be fetched: an address that is not public, robots.txt, another protocol. */
    FORBIDDEN(111),
    /** A bug: reading one article failed; the article is left out. */
    INTERNAL(199);

    private final int number;

    Code(int number) {
      this.number = number;
    }

    /** The published number. */
    public int number() {
      return number;
    }
  }
}
