package org.isnad.core.reuse;

import java.util.Arrays;
import org.isnad.core.text.NormalText;
import org.isnad.core.text.Normalizer;
import org.isnad.core.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A text as a sequence of words in which spelling is folded, punctuation is gone and a stretch of
 * day words counts as one word, the same whatever day it names.
 *
 * <p>Words are compared by 64-bit hashes: among the 10<sup>7</sup> word forms of a large archive
 * two collide with a probability of about 10<sup>-6</sup>.
 */
public final class WordSequence {

  /** Stands for every stretch of day words. */
  static final long DAY = 0x6461795F776F7264L;

  /** Words this short differ too much by one letter to be spellings of one another. */
  private static final int SHORTEST_VARIANT = 5;

  private static final long FNV_OFFSET = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;

  private final String normal;
  private final long[] hashes;
  private final int[] starts;
  private final int[] ends;
  private final int[] normalStarts;
  private final int[] normalEnds;
  private final boolean[] opensParagraph;
  private final @Nullable DayWord[] days;
  private final int size;

  private WordSequence(Builder b) {
    normal = b.text.normal();
    size = b.size;
    hashes = Arrays.copyOf(b.hashes, size);
    starts = Arrays.copyOf(b.starts, size);
    ends = Arrays.copyOf(b.ends, size);
    normalStarts = Arrays.copyOf(b.normalStarts, size);
    normalEnds = Arrays.copyOf(b.normalEnds, size);
    opensParagraph = Arrays.copyOf(b.opensParagraph, size);
    days = Arrays.copyOf(b.days, size);
  }

  /** The words of {@code text}. Linear in its length. */
  public static WordSequence of(String text, DayWords dayWords) {
    Builder builder = new Builder(Normalizer.normalize(text));
    builder.scan();
    builder.joinDayWords(dayWords);
    return new WordSequence(builder);
  }

  /** Number of words, a stretch of day words counted once. */
  public int size() {
    return size;
  }

  /** Where words {@code first} to {@code end} (exclusive) stand in the text as it was given. */
  public Span span(int first, int end) {
    return new Span(starts[first], ends[end - 1]);
  }

  long hash(int word) {
    return hashes[word];
  }

  boolean opensParagraph(int word) {
    return opensParagraph[word];
  }

  @Nullable DayWord day(int word) {
    return days[word];
  }

  /**
   * First word that ends behind {@code offset} of the given text; {@link #size} if there is none.
   */
  int wordAt(int offset) {
    int low = 0;
    int high = size;
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (ends[mid] <= offset) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }

  /**
   * Whether two words are the same or one slip of the pen apart (one letter changed, added or
   * lost).
   */
  boolean alike(int word, WordSequence other, int otherWord) {
    if (hashes[word] == other.hashes[otherWord]) {
      return true;
    }
    int length = normalEnds[word] - normalStarts[word];
    int otherLength = other.normalEnds[otherWord] - other.normalStarts[otherWord];
    if (Math.min(length, otherLength) < SHORTEST_VARIANT || Math.abs(length - otherLength) > 1) {
      return false;
    }
    return !isNumber(word) && oneLetterApart(word, length, other, otherWord, otherLength);
  }

  /** Whether the word is a number in digits. */
  boolean isNumber(int word) {
    return Character.isDigit(normal.charAt(normalStarts[word]));
  }

  private boolean oneLetterApart(
      int word, int length, WordSequence other, int otherWord, int otherLength) {
    int i = normalStarts[word];
    int j = other.normalStarts[otherWord];
    int prefix = 0;
    int shorter = Math.min(length, otherLength);
    while (prefix < shorter && normal.charAt(i + prefix) == other.normal.charAt(j + prefix)) {
      prefix++;
    }
    int iEnd = i + length;
    int jEnd = j + otherLength;
    int suffix = 0;
    while (suffix < shorter - prefix
        && normal.charAt(iEnd - 1 - suffix) == other.normal.charAt(jEnd - 1 - suffix)) {
      suffix++;
    }
    return prefix + suffix >= Math.max(length, otherLength) - 1;
  }

  /** The hashes of the words of a folded text, day words included as they stand. */
  static long[] plainHashes(String folded) {
    Builder builder = new Builder(Normalizer.normalize(folded));
    builder.scan();
    return Arrays.copyOf(builder.hashes, builder.size);
  }

  /** Collects the words of one text. */
  private static final class Builder {

    private final NormalText text;
    private long[] hashes;
    private int[] starts;
    private int[] ends;
    private int[] normalStarts;
    private int[] normalEnds;
    private boolean[] opensParagraph;
    private @Nullable DayWord[] days;
    private int size;

    Builder(NormalText text) {
      this.text = text;
      int guess = text.normal().length() / 5 + 8;
      hashes = new long[guess];
      starts = new int[guess];
      ends = new int[guess];
      normalStarts = new int[guess];
      normalEnds = new int[guess];
      opensParagraph = new boolean[guess];
      days = new DayWord[guess];
    }

    void scan() {
      String normal = text.normal();
      boolean paragraph = true;
      int i = 0;
      while (i < normal.length()) {
        char c = normal.charAt(i);
        if (!isWordUnit(c)) {
          paragraph |= c == '\n' || c == '\r';
          i++;
          continue;
        }
        long hash = FNV_OFFSET;
        int start = i;
        while (i < normal.length() && isWordUnit(normal.charAt(i))) {
          hash = (hash ^ normal.charAt(i)) * FNV_PRIME;
          i++;
        }
        add(mix(hash), start, i, paragraph);
        paragraph = false;
      }
    }

    private void add(long hash, int start, int end, boolean paragraph) {
      if (size == hashes.length) {
        grow();
      }
      Span given = text.givenSpan(start, end);
      hashes[size] = hash;
      starts[size] = given.start();
      ends[size] = given.end();
      normalStarts[size] = start;
      normalEnds[size] = end;
      opensParagraph[size] = paragraph;
      size++;
    }

    private void grow() {
      int capacity = size * 2;
      hashes = Arrays.copyOf(hashes, capacity);
      starts = Arrays.copyOf(starts, capacity);
      ends = Arrays.copyOf(ends, capacity);
      normalStarts = Arrays.copyOf(normalStarts, capacity);
      normalEnds = Arrays.copyOf(normalEnds, capacity);
      opensParagraph = Arrays.copyOf(opensParagraph, capacity);
      days = Arrays.copyOf(days, capacity);
    }

    /** Replaces every run of day words by one word; works in place, since runs only shrink. */
    void joinDayWords(DayWords dayWords) {
      int words = size;
      size = 0;
      int i = 0;
      while (i < words) {
        int end = dayRun(dayWords, i, words);
        if (end > i) {
          ends[i] = ends[end - 1];
          normalEnds[i] = normalEnds[end - 1];
          hashes[i] = DAY;
        }
        move(i, size++);
        i = Math.max(end, i + 1);
      }
    }

    /** End of the run of day words at {@code first}, its day noted there; {@code first} if none. */
    private int dayRun(DayWords dayWords, int first, int words) {
      DayWord run = null;
      int end = first;
      int i = first;
      while (i < words && (i == first || !opensParagraph[i])) {
        DayWords.Stretch stretch = dayWords.startingAt(hashes, i, words);
        if (stretch == null) {
          break;
        }
        i = stretch.end();
        if (stretch.namesDay()) {
          run = run == null ? stretch.day() : run.and(stretch.day());
          end = i;
        }
      }
      days[first] = run;
      return end;
    }

    private void move(int from, int to) {
      hashes[to] = hashes[from];
      starts[to] = starts[from];
      ends[to] = ends[from];
      normalStarts[to] = normalStarts[from];
      normalEnds[to] = normalEnds[from];
      opensParagraph[to] = opensParagraph[from];
      days[to] = days[from];
    }
  }

  private static boolean isWordUnit(char c) {
    return c >= 0x0621 && c <= 0x064A || c > ' ' && Character.isLetterOrDigit(c);
  }

  /** Spreads the bits of a hash (the finaliser of MurmurHash3). */
  static long mix(long hash) {
    long h = hash;
    h = (h ^ h >>> 33) * 0xFF51AFD7ED558CCDL;
    h = (h ^ h >>> 33) * 0xC4CEB9FE1A85EC53L;
    return h ^ h >>> 33;
  }
}
