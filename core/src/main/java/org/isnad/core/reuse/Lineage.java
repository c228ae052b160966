package org.isnad.core.reuse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import org.isnad.core.article.ArticleId;
import org.isnad.core.text.Span;

/**
 * Who copied whom in a collection: families of articles, directions, and the original of any
 * stretch.
 *
 * <p>A function of what goes in, whatever its order. What is shared but recurs (titles of office,
 * one outlet's templates; see {@link Recurrence}) is left out here.
 */
public final class Lineage {

  /** No article copied another. */
  public static final Lineage NONE = of(List.of(), List.of(), Recurrence.NONE);

  /**
   * Words that must agree for a copy, each counted by how rarely its run of words recurs. Chosen by
   * reading pairs of a week of twelve daily papers: of 50 drawn above it 48 were copies, of 50
   * drawn from 12 to 15 words 36 were; in a small collection, where nothing is known to recur, a
   * lower limit would let titles of office through.
   */
  public static final double MIN_WEIGHT = 15;

  /** Weighed words below which a part of a copy is a phrase. */
  private static final double MIN_PART = 3;

  /** Words in a row that are a copy however often they recur: no formula of office is as long. */
  private static final int LONG = 60;

  /**
   * Share of the shorter text that makes it a copy however often its words recur: all but a byline.
   */
  private static final double WHOLE = 0.9;

  /**
   * Words that one changed figure takes away. A toll that grew changes one or two in a story;
   * reports of markets and weather change every second one and keep the words between.
   */
  private static final int FIGURE = 6;

  /**
   * Readings of one stretch that are worth keeping; a story everybody printed on one day has more.
   */
  private static final int MAX_ORIGINS = 16;

  private static final Above NONE_ABOVE = new Above();

  private final List<Copy> copies;
  private final Map<ArticleId, List<Copy>> byArticle = new HashMap<>();
  private final Map<ArticleId, Above> above = new HashMap<>();
  private final Map<ArticleId, Witness> witnesses;
  private final Strands strands;

  private Lineage(List<Copy> copies, Map<ArticleId, Witness> witnesses) {
    this(copies, witnesses, new Strands(copies));
  }

  private Lineage(List<Copy> copies, Map<ArticleId, Witness> witnesses, Strands strands) {
    this.copies = copies;
    this.witnesses = witnesses;
    this.strands = strands;
    for (Copy copy : copies) {
      file(copy.reuse().a(), copy);
      file(copy.reuse().b(), copy);
    }
    above.forEach(
        (article, there) ->
            there.known.sort(
                Comparator.comparing((Copy copy) -> firstDay(copy.reuse().other(article)))
                    .thenComparing(copy -> copy.reuse().other(article))));
  }

  private void file(ArticleId article, Copy copy) {
    byArticle.computeIfAbsent(article, id -> new ArrayList<>()).add(copy);
    Direction direction = directionFrom(article, copy);
    if (direction != Direction.B_COPIES_A) {
      Above there = above.computeIfAbsent(article, id -> new Above());
      boolean known = direction == Direction.A_COPIES_B && copy.certain();
      (known ? there.known : there.unordered).add(copy);
    }
  }

  /**
   * The copies in which the other article may be the earlier one; the first print of a story that
   * thousands copied has none, and what it said first is not looked for among them all.
   */
  private static final class Above {
    private final List<Copy> known = new ArrayList<>();
    private final List<Copy> unordered = new ArrayList<>();
  }

  /**
   * The lineage of these articles.
   *
   * @param articles what is known of each; articles that {@code reuses} names and that are not here
   *     are of unknown date and outlet
   * @param reuses what pairs of them share
   * @param recurrence which runs of words recur in the whole collection
   */
  public static Lineage of(
      Collection<Witness> articles, Collection<TextReuse> reuses, Recurrence recurrence) {
    Map<ArticleId, Witness> witnesses = new HashMap<>();
    articles.forEach(witness -> witnesses.put(witness.article(), witness));
    List<Copy> copies = new ArrayList<>();
    for (TextReuse reuse : reuses) {
      Witness a = witnesses.computeIfAbsent(reuse.a(), Lineage::stranger);
      Witness b = witnesses.computeIfAbsent(reuse.b(), Lineage::stranger);
      TextReuse weighed = weigh(reuse, recurrence, a.sameOutlet(b));
      if (!weighed.isEmpty()) {
        copies.add(Copy.of(weighed, a, b));
      }
    }
    copies.sort(Comparator.comparing((Copy c) -> c.reuse().a()).thenComparing(c -> c.reuse().b()));
    return new Lineage(List.copyOf(copies), witnesses);
  }

  /**
   * A lineage that knows which stretches are one text, and nothing of who copied whom: enough to
   * link reports (see {@link #stretches}).
   */
  public static Lineage ofTexts(Map<ArticleId, List<Stretch>> stretches) {
    return new Lineage(List.of(), Map.of(), new Strands(stretches));
  }

  /** Whether what two articles share makes one a copy, the rest of the collection considered. */
  public static boolean isCopy(TextReuse reuse, Recurrence recurrence, boolean sameOutlet) {
    return !copied(reuse, recurrence, sameOutlet).isEmpty();
  }

  /** What makes one of two articles a copy: nothing, all that they share, or some of it. */
  public static TextReuse copied(TextReuse reuse, Recurrence recurrence, boolean sameOutlet) {
    return weigh(reuse, recurrence, sameOutlet);
  }

  /** The same copies, directed by other windows of publication or other names of sources. */
  public Lineage directedBy(Collection<Witness> articles) {
    Map<ArticleId, Witness> newer = new HashMap<>(witnesses);
    articles.forEach(witness -> newer.put(witness.article(), witness));
    List<Copy> redirected =
        copies.stream()
            .map(copy -> copy.reuse())
            .map(reuse -> Copy.of(reuse, at(newer, reuse.a()), at(newer, reuse.b())))
            .toList();
    return new Lineage(redirected, newer);
  }

  /** What is known of an article; of one that takes part in no copy, nothing but its id. */
  public Witness witness(ArticleId article) {
    return at(witnesses, article);
  }

  /** All copies, in the order of their ids. */
  public List<Copy> copies() {
    return copies;
  }

  /** The copies that an article takes part in, as original or as copy. */
  public List<Copy> copiesOf(ArticleId article) {
    return byArticle.getOrDefault(article, List.of());
  }

  /**
   * Articles linked by copies, directly or through others; each family and the list in order of
   * ids.
   */
  public List<List<ArticleId>> families() {
    TreeMap<ArticleId, ArticleId> parents = new TreeMap<>();
    for (Copy copy : copies) {
      ArticleId a = root(parents, copy.reuse().a());
      ArticleId b = root(parents, copy.reuse().b());
      if (!a.equals(b)) {
        parents.put(a.compareTo(b) < 0 ? b : a, a.compareTo(b) < 0 ? a : b);
      }
    }
    TreeMap<ArticleId, List<ArticleId>> families = new TreeMap<>();
    for (ArticleId article : List.copyOf(parents.keySet())) {
      families.computeIfAbsent(root(parents, article), id -> new ArrayList<>()).add(article);
    }
    return List.copyOf(families.values());
  }

  /**
   * The texts from which {@code span} of {@code article} may stem, likeliest first: one where it is
   * known, the article itself if it copied nothing; several where a direction is unknown, the
   * article itself among them.
   */
  public List<Origin> origins(ArticleId article, Span span) {
    List<Origin> found = new ArrayList<>();
    Origin here = new Origin(article, span, true, "its own words");
    climb(here, new HashSet<>(), found);
    return found.isEmpty() ? List.of(here) : List.copyOf(found);
  }

  /**
   * Whether two stretches are one text: one copies the other, or both the same third. What they say
   * is then not told twice (codebook section 9).
   */
  public boolean sameText(ArticleId a, Span inA, ArticleId b, Span inB) {
    return strands.same(a, inA, b, inB);
  }

  /**
   * Numbers of the shared texts that hold at least half of a stretch; empty where it is its
   * outlet's own. Two stretches with a number in common are one text. The numbers hold for this
   * lineage only.
   */
  public SortedSet<Integer> texts(ArticleId article, Span span) {
    return strands.at(article, span);
  }

  /** The stretches of an article that stand in others too, with the numbers of their texts. */
  public List<Stretch> stretches(ArticleId article) {
    return strands.of(article);
  }

  /**
   * Whether day words in {@code span} of an article differ from those at the same place of a text
   * it shares: whoever reprinted it has re-dated the passage, and each text counts from its own
   * day.
   */
  public boolean redated(ArticleId article, Span span) {
    for (Copy copy : copiesOf(article)) {
      for (Passage passage : copy.reuse().seenFrom(article)) {
        if (passage.dayShifts().stream().anyMatch(shift -> shift.inA().overlaps(span))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Follows the stretch to whoever had it before; ends where nobody is known to. */
  private void climb(Origin from, Set<ArticleId> visited, List<Origin> found) {
    if (found.size() >= MAX_ORIGINS || !visited.add(from.article())) {
      return;
    }
    Above there = above.getOrDefault(from.article(), NONE_ABOVE);
    boolean own = true;
    for (Copy copy : there.known) {
      if (found.size() >= MAX_ORIGINS) {
        return;
      }
      own &= !climb(from, copy, true, visited, found);
    }
    if (own) {
      found.add(from);
    }
    for (Copy copy : there.unordered) {
      if (found.size() >= MAX_ORIGINS) {
        return;
      }
      climb(from, copy, false, visited, found);
    }
  }

  /** Follows the stretch to the other side of a copy; whether it is part of what that shares. */
  private boolean climb(
      Origin from, Copy copy, boolean known, Set<ArticleId> visited, List<Origin> found) {
    boolean shared = false;
    for (Passage passage : copy.reuse().seenFrom(from.article())) {
      if (passage.shares(from.span())) {
        shared = true;
        climb(origin(from, copy, passage, known), visited, found);
      }
    }
    return shared;
  }

  private Origin origin(Origin from, Copy copy, Passage passage, boolean known) {
    String reason =
        directionFrom(from.article(), copy) == Direction.A_COPIES_B
            ? copy.evidence().getFirst().reason()
            : "shared with " + from.article() + "; nothing tells which was first";
    ArticleId other = copy.reuse().other(from.article());
    return new Origin(other, passage.fromAToB(from.span()), from.certain() && known, reason);
  }

  private static Direction directionFrom(ArticleId article, Copy copy) {
    return copy.reuse().a().equals(article) ? copy.direction() : copy.direction().flipped();
  }

  private LocalDate firstDay(ArticleId article) {
    LocalDate earliest = at(witnesses, article).earliest();
    return earliest != null ? earliest : LocalDate.MAX;
  }

  /**
   * The words that two articles share, each counted by how rarely its run of words recurs: a copy
   * from {@link #MIN_WEIGHT} on.
   *
   * @param sameOutlet whether both are known to come from one outlet
   */
  public static double weight(TextReuse reuse, Recurrence recurrence, boolean sameOutlet) {
    return reuse.passages().stream()
        .mapToDouble(passage -> weight(passage, recurrence, sameOutlet))
        .sum();
  }

  private static double weight(Passage passage, Recurrence recurrence, boolean sameOutlet) {
    return passage.matchedWords() * recurrence.weight(passage.fingerprints(), sameOutlet)
        - FIGURE * passage.changedFigures();
  }

  /** What is left of a pair when titles, templates and stock phrases are taken away. */
  private static TextReuse weigh(TextReuse reuse, Recurrence recurrence, boolean sameOutlet) {
    List<Passage> kept = new ArrayList<>();
    boolean hasLong = false;
    for (Passage passage : reuse.passages()) {
      boolean recurs = recurrence.weight(passage.fingerprints(), sameOutlet) == 0;
      boolean isLong =
          !recurs && passage.matchedWords() - FIGURE * passage.changedFigures() >= LONG;
      if (isLong || weight(passage, recurrence, sameOutlet) >= MIN_PART) {
        kept.add(passage);
        hasLong |= isLong;
      }
    }
    double sum = weight(reuse, recurrence, sameOutlet);
    boolean whole = Math.max(reuse.shareOfA(), reuse.shareOfB()) >= WHOLE && sum > 0;
    List<Passage> copied =
        whole ? reuse.passages() : sum >= MIN_WEIGHT || hasLong ? kept : List.of();
    return new TextReuse(reuse.a(), reuse.b(), copied, reuse.wordsA(), reuse.wordsB());
  }

  private static Witness stranger(ArticleId article) {
    return new Witness(article, null, null, null, Set.of(), Set.of());
  }

  private static Witness at(Map<ArticleId, Witness> witnesses, ArticleId article) {
    return witnesses.getOrDefault(article, stranger(article));
  }

  private static ArticleId root(Map<ArticleId, ArticleId> parents, ArticleId article) {
    parents.putIfAbsent(article, article);
    ArticleId at = article;
    ArticleId above = parents.getOrDefault(at, at);
    while (!above.equals(at)) {
      ArticleId top = parents.getOrDefault(above, above);
      parents.put(at, top);
      at = above;
      above = top;
    }
    return at;
  }
}
