package org.isnad.core.reuse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.isnad.core.article.ArticleId;

/**
 * Finds the passages that two texts share, as exact spans of both.
 *
 * <p>Seed and extend, on words: every common run of three words is a seed; seeds grow as long as
 * words are alike; the longest runs claim their words first, so that no word is matched twice
 * (greedy string tiling, Wise 1993); runs in the same order with little between them are chained
 * into passages, which are cut where either text starts a paragraph. So words may be replaced,
 * inserted, dropped or misspelt, and paragraphs may change places. Linear in the number of words,
 * but for texts that repeat one run of words over and over, where each occurrence is tried against
 * {@value #OCCURRENCES} others at most.
 */
public final class Alignment {

  /** Words of a seed. */
  static final int SEED = 3;

  /** Occurrences of a seed in the first text that are tried. */
  static final int OCCURRENCES = 8;

  /** Words between two runs of one passage, at most: a clause put in or taken out. */
  static final int GAP = 12;

  /** What a word between two runs costs, against 1 for a word that agrees. */
  static final double GAP_COST = 0.4;

  /**
   * Runs before a run that it can continue; more cannot lie within {@link #GAP} words but by
   * repetition.
   */
  private static final int LOOK_BACK = 40;

  /**
   * Words that must agree in a shared stretch. Passim asks for 50 characters, eight or nine Arabic
   * words; titles of office alone reach twelve.
   */
  static final int MIN_WORDS = 13;

  /** Words that must agree in a part cut off at a paragraph. */
  static final int MIN_PART = 4;

  private final WordSequence a;
  private final WordSequence b;

  private Alignment(WordSequence a, WordSequence b) {
    this.a = a;
    this.b = b;
  }

  /** What two articles share; which of the two is given first makes no difference. */
  public static TextReuse align(ArticleId idA, WordSequence a, ArticleId idB, WordSequence b) {
    if (idB.compareTo(idA) < 0) {
      return align(idB, b, idA, a);
    }
    return new TextReuse(idA, idB, passages(a, b), a.size(), b.size());
  }

  /** The passages that two texts share, in the order of the first. */
  public static List<Passage> passages(WordSequence a, WordSequence b) {
    return new Alignment(a, b).find();
  }

  private List<Passage> find() {
    List<Run> runs = tile(runs());
    List<Passage> passages = new ArrayList<>();
    for (List<Run> chain : chains(runs)) {
      passages.addAll(cut(chain));
    }
    passages.sort(Comparator.comparing(Passage::inA).thenComparing(Passage::inB));
    return passages;
  }

  /**
   * Words {@code i} to {@code i + length} of the first text, alike those at {@code j} of the
   * second.
   */
  private record Run(int i, int j, int length) {

    int endI() {
      return i + length;
    }

    int endJ() {
      return j + length;
    }

    Run part(int from, int to) {
      return new Run(i + from, j + from, to - from);
    }
  }

  // --- runs ---

  private List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    int seeds = a.size() - SEED + 1;
    if (seeds <= 0 || b.size() < SEED) {
      return runs;
    }
    SeedTable table = new SeedTable(a, seeds);
    int[] reached = new int[a.size() + b.size()];
    for (int j = 0; j + SEED <= b.size(); j++) {
      int tried = 0;
      for (int i = table.first(seed(b, j)); i >= 0 && tried < OCCURRENCES; i = table.next(i)) {
        int diagonal = i - j + b.size();
        if (sameSeed(i, j)) {
          tried++;
          if (reached[diagonal] <= j) {
            Run run = grow(i, j, reached[diagonal]);
            reached[diagonal] = run.endJ();
            runs.add(run);
          }
        }
      }
    }
    return runs;
  }

  /** Leaves every word to the longest run that holds it; in the order of the first text. */
  private List<Run> tile(List<Run> runs) {
    boolean[] takenA = new boolean[a.size()];
    boolean[] takenB = new boolean[b.size()];
    PriorityQueue<Run> longest =
        new PriorityQueue<>(
            Comparator.comparingInt((Run run) -> -run.length())
                .thenComparingInt(Run::i)
                .thenComparingInt(Run::j));
    longest.addAll(runs);
    List<Run> tiles = new ArrayList<>();
    while (!longest.isEmpty()) {
      Run run = longest.remove();
      List<Run> free = free(run, takenA, takenB);
      if (free.size() == 1 && free.getFirst().length() == run.length()) {
        tiles.add(run);
        Arrays.fill(takenA, run.i(), run.endI(), true);
        Arrays.fill(takenB, run.j(), run.endJ(), true);
      } else {
        longest.addAll(free);
      }
    }
    tiles.sort(Comparator.comparingInt(Run::i));
    return tiles;
  }

  /** The parts of a run whose words nobody has taken, as long as a seed at least. */
  private static List<Run> free(Run run, boolean[] takenA, boolean[] takenB) {
    List<Run> parts = new ArrayList<>();
    int from = 0;
    for (int k = 0; k <= run.length(); k++) {
      if (k == run.length() || takenA[run.i() + k] || takenB[run.j() + k]) {
        if (k - from >= SEED) {
          parts.add(run.part(from, k));
        }
        from = k + 1;
      }
    }
    return parts;
  }

  private boolean sameSeed(int i, int j) {
    for (int k = 0; k < SEED; k++) {
      if (a.hash(i + k) != b.hash(j + k)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Extends a seed to both sides over words that are alike, backwards not before {@code floorJ}.
   */
  private Run grow(int i, int j, int floorJ) {
    int start = 0;
    while (i - start > 0 && j - start > floorJ && a.alike(i - start - 1, b, j - start - 1)) {
      start++;
    }
    int end = SEED;
    while (i + end < a.size() && j + end < b.size() && a.alike(i + end, b, j + end)) {
      end++;
    }
    return new Run(i - start, j - start, end + start);
  }

  private static long seed(WordSequence words, int at) {
    long hash = 0;
    for (int k = 0; k < SEED; k++) {
      hash = hash * 31 + words.hash(at + k);
    }
    return WordSequence.mix(hash);
  }

  /** Where the seeds of the first text stand: a hash table of linked positions. */
  private static final class SeedTable {

    private final int[] firsts;
    private final int[] nexts;

    SeedTable(WordSequence words, int seeds) {
      firsts = new int[Integer.highestOneBit(seeds) * 4];
      nexts = new int[seeds];
      Arrays.fill(firsts, -1);
      for (int i = seeds - 1; i >= 0; i--) {
        int slot = slot(seed(words, i));
        nexts[i] = firsts[slot];
        firsts[slot] = i;
      }
    }

    int first(long seed) {
      return firsts[slot(seed)];
    }

    int next(int i) {
      return nexts[i];
    }

    private int slot(long seed) {
      return (int) seed & firsts.length - 1;
    }
  }

  // --- chains ---

  /** The best chains, each run in one of them. */
  private static List<List<Run>> chains(List<Run> tiles) {
    List<List<Run>> chains = new ArrayList<>();
    List<Run> left = tiles;
    while (!left.isEmpty()) {
      Links links = new Links(left);
      List<List<Run>> found = links.bestChains();
      found.stream().filter(chain -> words(chain) >= MIN_WORDS).forEach(chains::add);
      left = found.isEmpty() ? List.of() : links.unused();
    }
    return chains;
  }

  private static int words(List<Run> chain) {
    return chain.stream().mapToInt(Run::length).sum();
  }

  /** The best way to reach each run. */
  private static final class Links {

    private final List<Run> runs;
    private final double[] scores;
    private final int[] before;
    private final boolean[] used;

    Links(List<Run> runs) {
      this.runs = runs;
      scores = new double[runs.size()];
      before = new int[runs.size()];
      used = new boolean[runs.size()];
      for (int r = 0; r < runs.size(); r++) {
        scores[r] = runs.get(r).length();
        before[r] = -1;
        for (int p = Math.max(0, r - LOOK_BACK); p < r; p++) {
          follow(p, r);
        }
      }
    }

    private void follow(int from, int to) {
      int gapI = runs.get(to).i() - runs.get(from).endI();
      int gapJ = runs.get(to).j() - runs.get(from).endJ();
      if (gapI < 0 || gapJ < 0 || gapI > GAP || gapJ > GAP) {
        return;
      }
      double score = scores[from] + runs.get(to).length() - GAP_COST * Math.max(gapI, gapJ);
      if (score > scores[to]) {
        scores[to] = score;
        before[to] = from;
      }
    }

    /**
     * The chains that end best and share no run, best first; those cut short by a better one wait.
     */
    List<List<Run>> bestChains() {
      Integer[] ends = new Integer[scores.length];
      Arrays.setAll(ends, i -> i);
      Arrays.sort(
          ends, Comparator.comparingDouble((Integer i) -> -scores[i]).thenComparing(i -> i));
      List<List<Run>> chains = new ArrayList<>();
      for (int end : ends) {
        if (isFree(end)) {
          chains.add(take(end));
        }
      }
      return chains;
    }

    private boolean isFree(int end) {
      for (int r = end; r >= 0; r = before[r]) {
        if (used[r]) {
          return false;
        }
      }
      return true;
    }

    private List<Run> take(int end) {
      List<Run> chain = new ArrayList<>();
      for (int r = end; r >= 0; r = before[r]) {
        used[r] = true;
        chain.add(runs.get(r));
      }
      return chain.reversed();
    }

    List<Run> unused() {
      List<Run> unused = new ArrayList<>();
      for (int r = 0; r < used.length; r++) {
        if (!used[r]) {
          unused.add(runs.get(r));
        }
      }
      return unused;
    }
  }

  // --- passages ---

  /** Cuts a chain where either text starts a paragraph, so that a passage lies in one of each. */
  private List<Passage> cut(List<Run> chain) {
    List<Passage> parts = new ArrayList<>();
    List<Run> part = new ArrayList<>();
    Run last = null;
    for (Run whole : chain) {
      for (Run run : atParagraphs(whole)) {
        if (last != null && paragraphBetween(last, run)) {
          addPart(part, parts);
          part.clear();
        }
        part.add(run);
        last = run;
      }
    }
    addPart(part, parts);
    return parts;
  }

  private List<Run> atParagraphs(Run run) {
    List<Run> parts = new ArrayList<>();
    int from = 0;
    for (int k = 1; k < run.length(); k++) {
      if (a.opensParagraph(run.i() + k) || b.opensParagraph(run.j() + k)) {
        parts.add(run.part(from, k));
        from = k;
      }
    }
    parts.add(run.part(from, run.length()));
    return parts;
  }

  private boolean paragraphBetween(Run before, Run after) {
    return opensParagraph(a, before.endI(), after.i())
        || opensParagraph(b, before.endJ(), after.j());
  }

  private static boolean opensParagraph(WordSequence words, int from, int to) {
    for (int word = from; word <= to; word++) {
      if (words.opensParagraph(word)) {
        return true;
      }
    }
    return false;
  }

  private void addPart(List<Run> part, List<Passage> parts) {
    if (words(part) >= MIN_PART) {
      parts.add(passage(part));
    }
  }

  private Passage passage(List<Run> runs) {
    List<Passage.Match> matches = new ArrayList<>();
    List<DayShift> shifts = new ArrayList<>();
    for (Run run : runs) {
      matches.add(new Passage.Match(a.span(run.i(), run.endI()), b.span(run.j(), run.endJ())));
      for (int k = 0; k < run.length(); k++) {
        noteShift(run.i() + k, run.j() + k, shifts);
      }
    }
    return new Passage(
        matches.getFirst().inA().union(matches.getLast().inA()),
        matches.getFirst().inB().union(matches.getLast().inB()),
        matches,
        words(runs),
        changedFigures(runs),
        Fingerprints.winnow(a, runs.getFirst().i(), runs.getLast().endI()),
        shifts);
  }

  private int changedFigures(List<Run> runs) {
    int changed = 0;
    for (int r = 1; r < runs.size(); r++) {
      Run before = runs.get(r - 1);
      Run after = runs.get(r);
      int numbersB = 0;
      boolean common = false;
      for (int j = before.endJ(); j < after.j(); j++) {
        if (b.isNumber(j)) {
          numbersB++;
          common |= holds(before.endI(), after.i(), b.hash(j));
        }
      }
      if (numbersB > 0 && !common && holdsNumber(before.endI(), after.i())) {
        changed++;
      }
    }
    return changed;
  }

  private boolean holds(int from, int to, long hash) {
    for (int i = from; i < to; i++) {
      if (a.hash(i) == hash) {
        return true;
      }
    }
    return false;
  }

  private boolean holdsNumber(int from, int to) {
    for (int i = from; i < to; i++) {
      if (a.isNumber(i)) {
        return true;
      }
    }
    return false;
  }

  private void noteShift(int i, int j, List<DayShift> shifts) {
    DayWord inA = a.day(i);
    DayWord inB = b.day(j);
    if (inA != null && inB != null && (inA.shiftedFrom(inB) || inA.otherWeekdayThan(inB))) {
      shifts.add(new DayShift(a.span(i, i + 1), inA, b.span(j, j + 1), inB));
    }
  }
}
