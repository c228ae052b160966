package org.isnad.core.rule;

import java.util.List;
import java.util.Set;

/**
 * What must stand in the text: a tree of atoms over tokens. Its length in tokens is bounded, so
 * that matching is linear in the text.
 */
public sealed interface Pattern {

  /** Most tokens that a match can cover; labels of several tokens count as one. */
  int longest();

  /** Whether it can match no token at all. */
  boolean canBeEmpty();

  /** Tokens known to a list, with further conditions. */
  record Listed(
      String list, Set<String> keys, String attribute, String value, Conditions conditions)
      implements Pattern {
    /** Copies the keys. */
    public Listed {
      keys = Set.copyOf(keys);
    }

    @Override
    public int longest() {
      return 1;
    }

    @Override
    public boolean canBeEmpty() {
      return false;
    }
  }

  /** One token of a kind. */
  record Kind(Sort sort) implements Pattern {
    /** Kinds of single tokens. */
    public enum Sort {
      /** Any token. */
      ANY,
      /** A number in digits. */
      NUMBER,
      /** A word in Arabic letters. */
      WORD,
      /** A word in other letters. */
      LATIN,
      /** A sign. */
      PUNCTUATION
    }

    @Override
    public int longest() {
      return 1;
    }

    @Override
    public boolean canBeEmpty() {
      return false;
    }
  }

  /** The start or the end of a sentence. */
  record Edge(boolean start) implements Pattern {
    @Override
    public int longest() {
      return 0;
    }

    @Override
    public boolean canBeEmpty() {
      return true;
    }
  }

  /** One behind the other. */
  record Sequence(List<Pattern> parts) implements Pattern {
    /** Copies the parts. */
    public Sequence {
      parts = List.copyOf(parts);
    }

    @Override
    public int longest() {
      return parts.stream().mapToInt(Pattern::longest).sum();
    }

    @Override
    public boolean canBeEmpty() {
      return parts.stream().allMatch(Pattern::canBeEmpty);
    }
  }

  /** One of several. */
  record Choice(List<Pattern> options) implements Pattern {
    /** Copies the options. */
    public Choice {
      options = List.copyOf(options);
    }

    @Override
    public int longest() {
      return options.stream().mapToInt(Pattern::longest).max().orElse(0);
    }

    @Override
    public boolean canBeEmpty() {
      return options.stream().anyMatch(Pattern::canBeEmpty);
    }
  }

  /** The same several times, longest first. */
  record Repeat(Pattern part, int least, int most) implements Pattern {
    @Override
    public int longest() {
      return part.longest() * most;
    }

    @Override
    public boolean canBeEmpty() {
      return least == 0 || part.canBeEmpty();
    }
  }

  /** A part that the consumer asks for by name. */
  record Capture(String name, Pattern part) implements Pattern {
    @Override
    public int longest() {
      return part.longest();
    }

    @Override
    public boolean canBeEmpty() {
      return part.canBeEmpty();
    }
  }

  /**
   * What the word form must or must not show.
   *
   * @param required names of conditions that must hold
   * @param forbidden names of conditions that must not hold
   */
  record Conditions(List<String> required, List<String> forbidden) {
    /** No conditions. */
    public static final Conditions NONE = new Conditions(List.of(), List.of());

    /** Copies the lists. */
    public Conditions {
      required = List.copyOf(required);
      forbidden = List.copyOf(forbidden);
    }
  }
}
