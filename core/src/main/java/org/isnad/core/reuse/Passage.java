package org.isnad.core.reuse;

import java.util.Arrays;
import java.util.List;
import org.isnad.core.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A stretch that two texts share, with the edits between them.
 *
 * @param inA where it stands in the first text
 * @param inB where it stands in the second text
 * @param matches the parts that agree word by word, in order; between them stands what was changed,
 *     inserted or dropped
 * @param matchedWords number of words that agree, day words counted as agreeing
 * @param changedFigures places between the matches where both texts have numbers, and none in
 *     common
 * @param fingerprints the fingerprints of its words in the first text, by which {@link Recurrence}
 *     weighs it
 * @param dayShifts day words that differ inside
 */
public record Passage(
    Span inA,
    Span inB,
    List<Match> matches,
    int matchedWords,
    int changedFigures,
    long[] fingerprints,
    List<DayShift> dayShifts) {

  /** Copies the lists and rejects an empty passage. */
  public Passage {
    matches = List.copyOf(matches);
    dayShifts = List.copyOf(dayShifts);
    if (matches.isEmpty()) {
      throw new IllegalArgumentException("a passage needs a match");
    }
  }

  /**
   * A part that agrees word by word.
   *
   * @param inA where it stands in the first text
   * @param inB where it stands in the second text
   */
  public record Match(Span inA, Span inB) {}

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Passage that
        && matches.equals(that.matches)
        && dayShifts.equals(that.dayShifts)
        && Arrays.equals(fingerprints, that.fingerprints);
  }

  @Override
  public int hashCode() {
    return matches.hashCode();
  }

  /** The same passage seen from the second text. */
  public Passage flipped() {
    return new Passage(
        inB,
        inA,
        matches.stream().map(m -> new Match(m.inB, m.inA)).toList(),
        matchedWords,
        changedFigures,
        fingerprints,
        dayShifts.stream().map(DayShift::flipped).toList());
  }

  /**
   * Whether at least half of {@code span} of the first text stands in words that both texts share.
   */
  public boolean shares(Span span) {
    int shared = 0;
    for (Match match : matches) {
      int from = Math.max(match.inA.start(), span.start());
      int to = Math.min(match.inA.end(), span.end());
      shared += Math.max(0, to - from);
    }
    return shared > 0 && 2 * shared >= span.length();
  }

  /**
   * Where {@code span} of the first text stands in the second: exact inside a match of equal
   * spelling, else the smallest stretch of matches that holds it.
   */
  public Span fromAToB(Span span) {
    Match first = matches.getFirst();
    Match last = matches.getLast();
    for (Match match : matches) {
      if (match.inA.contains(span) && match.inA.length() == match.inB.length()) {
        int shift = match.inB.start() - match.inA.start();
        return new Span(span.start() + shift, span.end() + shift);
      }
      if (match.inA.start() <= span.start()) {
        first = match;
      }
      if (match.inA.end() >= span.end() && last.inA.start() >= match.inA.start()) {
        last = match;
      }
    }
    return first.inB.union(last.inB);
  }
}
