package org.isnad.core.dating;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.isnad.core.article.ArticleId;
import org.isnad.core.mention.DateWindow;
import org.isnad.core.report.EventReport;
import org.isnad.core.reuse.Copy;
import org.isnad.core.reuse.DayShift;
import org.isnad.core.reuse.Direction;
import org.isnad.core.reuse.Lineage;
import org.isnad.core.reuse.Origin;
import org.isnad.core.reuse.Passage;
import org.isnad.core.reuse.Witness;
import org.isnad.core.rule.Derivation;
import org.isnad.core.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of a collection: when each article was published, as far as copies tell, and against
 * whose day a stretch of it is to be read (codebook sections 5 and 10).
 *
 * <p>A passage copied from an earlier article keeps the earlier article's clock; where it is not
 * known who copied whom, every clock is kept; where a newsroom changed the day words, the passage
 * counts from its own day again. A copy is not older than its original, and bounds it the other way
 * round.
 */
public final class Clocks {

  /** A bound can pass through so many copies of copies; longer chains bring nothing new. */
  private static final int ROUNDS = 8;

  /**
   * Days implied by other texts that are kept for one stretch; more only say that something is off.
   */
  private static final int MOST_IMPLIED = 3;

  private static final String BOUND = "copies/bound";
  private static final String SHIFT = "copies/day-words";

  private final Map<ArticleId, PublicationWindow> windows;
  private final Lineage lineage;

  private Clocks(Map<ArticleId, PublicationWindow> windows, Lineage lineage) {
    this.windows = windows;
    this.lineage = lineage;
  }

  /**
   * Narrows windows of publication by copies, and directs the copies by the windows.
   *
   * @param windows what each article's own text and input say, by the article of the clock
   * @param lineage who shares text with whom
   */
  public static Clocks of(Collection<PublicationWindow> windows, Lineage lineage) {
    Map<ArticleId, PublicationWindow> byArticle = new TreeMap<>();
    windows.forEach(window -> byArticle.put(window.clock().article(), window));
    Lineage directed = direct(lineage, byArticle);
    boolean changed = true;
    for (int round = 0; changed && round < ROUNDS; round++) {
      changed = narrow(directed, byArticle);
      directed = changed ? direct(directed, byArticle) : directed;
    }
    return new Clocks(byArticle, directed);
  }

  /** When an article was published; without end where nothing is known of it. */
  public PublicationWindow window(ArticleId article) {
    return window(windows, article);
  }

  /** The copies, directed by all that is known of publication. */
  public Lineage lineage() {
    return lineage;
  }

  /**
   * The clocks against which {@code span} of an article may be read, likeliest first: one where it
   * is known whose words these are, several where it is not. Clocks that show the same days count
   * once.
   */
  public List<PassageClock> at(ArticleId article, Span span) {
    PassageClock own =
        new PassageClock(window(article).clock(), span, true, "read against its own article's day");
    if (lineage.redated(article, span)) {
      return redated(article, span);
    }
    List<PassageClock> clocks = new ArrayList<>();
    List<Origin> origins = lineage.origins(article, span);
    for (Origin origin : origins) {
      PassageClock clock = origin.article().equals(article) ? own : copied(origin);
      if (clocks.stream().noneMatch(other -> sameDays(other.clock(), clock.clock()))) {
        clocks.add(clock);
      }
    }
    return clocks.size() == 1 && sameDays(clocks.getFirst().clock(), own.clock())
        ? List.of(own)
        : List.copyOf(clocks);
  }

  /**
   * The original's report of an event that a copy tells in copied words, so that a copy need not
   * guess a time that the original gives.
   *
   * @param report a report of a copy
   * @param reportsOf the reports of any article
   * @return the original's report of one type whose event word stands at the same place; null where
   *     the article's words are its own or nothing stands there
   */
  public @Nullable EventReport original(
      EventReport report, java.util.function.Function<ArticleId, List<EventReport>> reportsOf) {
    Span cue = report.cue();
    if (cue == null) {
      return null;
    }
    for (Origin origin : lineage.origins(report.article(), cue)) {
      if (origin.certain() && !origin.article().equals(report.article())) {
        for (EventReport candidate : reportsOf.apply(origin.article())) {
          Span other = candidate.cue();
          if (other != null && other.overlaps(origin.span()) && candidate.type() == report.type()) {
            return candidate;
          }
        }
      }
    }
    return null;
  }

  /**
   * A re-dated passage counts from its own day. Where the two days of publication do not lie apart
   * as the day words do, one of them is wrong, and the day that the other implies is kept beside
   * it.
   */
  private List<PassageClock> redated(ArticleId article, Span span) {
    List<PassageClock> clocks = new ArrayList<>();
    clocks.add(
        new PassageClock(
            window(article).clock(),
            span,
            true,
            "copied, but with other day words: its own day counts"));
    for (Copy copy : lineage.copiesOf(article)) {
      ArticleId other = copy.reuse().other(article);
      for (Passage passage : copy.reuse().seenFrom(article)) {
        for (DayShift shift : passage.dayShifts()) {
          if (shift.inA().overlaps(span) && shift.daysLater() != 0) {
            addImplied(clocks, article, span, other, -shift.daysLater());
          }
        }
      }
    }
    return List.copyOf(clocks);
  }

  private void addImplied(
      List<PassageClock> clocks, ArticleId article, Span span, ArticleId other, int days) {
    Clock own = window(article).clock();
    DateWindow implied = moved(window(other).clock(), days);
    boolean fits = implied.overlaps(new DateWindow(own.earliest(), own.latest()));
    Clock clock = new Clock(article, implied.earliest(), implied.latest(), Set.of());
    boolean known = clocks.stream().anyMatch(c -> sameDays(c.clock(), clock));
    if (!fits && !known && clocks.size() < MOST_IMPLIED) {
      clocks.add(
          new PassageClock(
              clock, span, false, "day words beside those of " + other + " imply this day"));
    }
  }

  private PassageClock copied(Origin origin) {
    return new PassageClock(
        window(origin.article()).clock(),
        origin.span(),
        origin.certain(),
        "copied from " + origin.article() + ": " + origin.reason());
  }

  private static boolean sameDays(Clock a, Clock b) {
    return java.util.Objects.equals(a.earliest(), b.earliest())
        && java.util.Objects.equals(a.latest(), b.latest())
        && a.weekdays().equals(b.weekdays());
  }

  private static Lineage direct(Lineage lineage, Map<ArticleId, PublicationWindow> windows) {
    List<Witness> witnesses = new ArrayList<>();
    windows.forEach(
        (article, window) ->
            witnesses.add(
                lineage
                    .witness(article)
                    .publishedWithin(window.clock().earliest(), window.clock().latest())));
    return lineage.directedBy(witnesses);
  }

  private static boolean narrow(Lineage lineage, Map<ArticleId, PublicationWindow> windows) {
    boolean changed = false;
    for (Copy copy : lineage.copies()) {
      if (copy.certain()) {
        boolean aCopies = copy.direction() == Direction.A_COPIES_B;
        ArticleId copied = aCopies ? copy.reuse().a() : copy.reuse().b();
        changed |= notOlder(copied, copy.reuse().other(copied), windows);
      }
      changed |= shifted(copy, windows);
    }
    return changed;
  }

  /** A copy is not older than its original, nor the original younger than its copy. */
  private static boolean notOlder(
      ArticleId copy, ArticleId original, Map<ArticleId, PublicationWindow> windows) {
    LocalDate from = window(windows, original).clock().earliest();
    LocalDate to = window(windows, copy).clock().latest();
    boolean changed = false;
    if (from != null) {
      changed |= restrict(copy, new DateWindow(from, null), "copies " + original, BOUND, windows);
    }
    if (to != null) {
      changed |= restrict(original, new DateWindow(null, to), "copied by " + copy, BOUND, windows);
    }
    return changed;
  }

  /** Where one says "today" and the other "yesterday" of one event, a day lies between them. */
  private static boolean shifted(Copy copy, Map<ArticleId, PublicationWindow> windows) {
    Integer days = daysLater(copy);
    if (days == null) {
      return false;
    }
    ArticleId a = copy.reuse().a();
    ArticleId b = copy.reuse().b();
    Clock ofA = window(windows, a).clock();
    Clock ofB = window(windows, b).clock();
    String reason = "shares a passage with other day words with ";
    boolean changed = restrict(b, moved(ofA, days), reason + a, SHIFT, windows);
    return restrict(a, moved(ofB, -days), reason + b, SHIFT, windows) || changed;
  }

  /**
   * How many days the second was written after the first, if all day words of the two agree on it.
   */
  private static @Nullable Integer daysLater(Copy copy) {
    Integer days = null;
    for (Passage passage : copy.reuse().passages()) {
      for (DayShift shift : passage.dayShifts()) {
        if (shift.a().offset() == null || shift.b().offset() == null) {
          continue;
        }
        if (days != null && days != shift.daysLater()) {
          return null;
        }
        days = shift.daysLater();
      }
    }
    return days == null || days == 0 ? null : days;
  }

  private static DateWindow moved(Clock clock, int days) {
    LocalDate earliest = clock.earliest();
    LocalDate latest = clock.latest();
    return new DateWindow(
        earliest == null ? null : earliest.plusDays(days),
        latest == null ? null : latest.plusDays(days));
  }

  /** Narrows a window; what would leave no day is kept as evidence set aside. */
  private static boolean restrict(
      ArticleId article,
      DateWindow allowed,
      String reason,
      String rule,
      Map<ArticleId, PublicationWindow> windows) {
    PublicationWindow window = window(windows, article);
    Clock clock = window.clock();
    LocalDate earliest = later(clock.earliest(), allowed.earliest());
    LocalDate latest = earlier(clock.latest(), allowed.latest());
    if (java.util.Objects.equals(earliest, clock.earliest())
        && java.util.Objects.equals(latest, clock.latest())) {
      return false;
    }
    boolean empty = earliest != null && latest != null && latest.isBefore(earliest);
    Constraint constraint =
        new Constraint(
            allowed, Set.of(), null, article + " " + reason, empty, Derivation.byRule(rule));
    if (empty && window.constraints().contains(constraint)) {
      return false;
    }
    List<Constraint> constraints = new ArrayList<>(window.constraints());
    constraints.add(constraint);
    windows.put(
        article,
        new PublicationWindow(
            empty ? clock : new Clock(article, earliest, latest, clock.weekdays()),
            window.basis() == PublicationWindow.Basis.UNKNOWN && !empty
                ? PublicationWindow.Basis.INFERRED
                : window.basis(),
            constraints));
    return !empty;
  }

  private static @Nullable LocalDate later(@Nullable LocalDate a, @Nullable LocalDate b) {
    return a == null ? b : b == null || a.isAfter(b) ? a : b;
  }

  private static @Nullable LocalDate earlier(@Nullable LocalDate a, @Nullable LocalDate b) {
    return a == null ? b : b == null || a.isBefore(b) ? a : b;
  }

  private static PublicationWindow window(
      Map<ArticleId, PublicationWindow> windows, ArticleId article) {
    PublicationWindow window = windows.get(article);
    return window != null
        ? window
        : new PublicationWindow(
            new Clock(article, null, null, Set.of()), PublicationWindow.Basis.UNKNOWN, List.of());
  }
}
