package org.isnad.core.dating;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isnad.core.article.Article;
import org.isnad.core.dating.PublicationWindow.Basis;
import org.isnad.core.mention.DateWindow;
import org.isnad.core.rule.Derivation;
import org.jspecify.annotations.Nullable;

/**
 * Puts the evidence on an article's publication together (codebook section 10). A declared date
 * that the article's own "today, Monday" contradicts is the day of fetching: it is set aside and
 * shown, and the nearest fitting day before it is taken.
 */
public final class PublicationDating {

  /**
   * A page is fetched at most so long after its morning edition for the nearest weekday to be
   * meant.
   */
  private static final int FETCHED_WITHIN = 3;

  private PublicationDating() {}

  /** The window of an article, with all evidence, that set aside included. */
  public static PublicationWindow of(Article article, List<Constraint> evidence) {
    DayOfWeek weekday = weekday(evidence);
    LocalDate declared = article.published();
    if (declared != null) {
      return declared(article, declared, weekday, evidence);
    }
    Constraint embedded = first(evidence, "embeds");
    Constraint header = first(evidence, "the page's own header");
    boolean headerFits = header != null && fits(header, weekday);
    if (embedded != null) {
      return stated(article, embedded, weekday, setAside(evidence, header));
    }
    if (header != null && headerFits) {
      return stated(article, header, weekday, evidence);
    }
    return inferred(
        article, weekday, header == null ? evidence : setAside(evidence, header), header);
  }

  private static PublicationWindow declared(
      Article article, LocalDate declared, @Nullable DayOfWeek weekday, List<Constraint> evidence) {
    List<Constraint> all = new ArrayList<>(evidence);
    boolean contradicts = weekday != null && declared.getDayOfWeek() != weekday;
    LocalDate nearest =
        weekday == null ? declared : declared.with(TemporalAdjusters.previousOrSame(weekday));
    boolean near = !nearest.isBefore(declared.minusDays(FETCHED_WITHIN));
    boolean moved = contradicts && near;
    String reason =
        moved
            ? "declared as " + declared + ", which is no " + weekday + ": the day of fetching"
            : "declared as " + declared;
    all.addFirst(
        new Constraint(
            DateWindow.on(declared),
            Set.of(),
            null,
            reason,
            moved,
            Derivation.byRule("dating/declared")));
    LocalDate day = moved ? nearest : declared;
    return new PublicationWindow(
        Clock.at(article.id(), day), moved ? Basis.INFERRED : Basis.DECLARED, all);
  }

  private static PublicationWindow stated(
      Article article, Constraint stated, @Nullable DayOfWeek weekday, List<Constraint> evidence) {
    LocalDate from = stated.window().earliest();
    LocalDate to = stated.window().latest();
    LocalDate exact =
        weekday == null || from == null ? from : from.with(TemporalAdjusters.nextOrSame(weekday));
    boolean inside = exact != null && to != null && !exact.isAfter(to) && weekday != null;
    boolean one = from != null && from.equals(to);
    LocalDate day = one ? from : inside ? exact : null;
    Clock clock =
        day != null ? Clock.at(article.id(), day) : new Clock(article.id(), from, to, Set.of());
    return new PublicationWindow(clock, Basis.STATED, evidence);
  }

  private static PublicationWindow inferred(
      Article article,
      @Nullable DayOfWeek weekday,
      List<Constraint> evidence,
      @Nullable Constraint header) {
    LocalDate earliest = null;
    LocalDate latest = header == null ? article.retrieved() : header.window().latest();
    for (Constraint constraint : evidence) {
      LocalDate from = constraint.window().earliest();
      if (!constraint.setAside() && from != null && (earliest == null || from.isAfter(earliest))) {
        earliest = from;
      }
      LocalDate to = constraint.window().latest();
      if (!constraint.setAside() && to != null && (latest == null || to.isBefore(latest))) {
        latest = to;
      }
    }
    boolean possible = earliest == null || latest == null || !latest.isBefore(earliest);
    Clock clock =
        new Clock(
            article.id(),
            possible ? earliest : null,
            possible || header != null ? latest : article.retrieved(),
            weekday == null ? Set.of() : Set.of(weekday));
    boolean known = clock.earliest() != null || clock.latest() != null || weekday != null;
    return new PublicationWindow(clock, known ? Basis.INFERRED : Basis.UNKNOWN, evidence);
  }

  /** The weekday that most of the evidence names; none where two are named equally often. */
  private static @Nullable DayOfWeek weekday(List<Constraint> evidence) {
    Map<DayOfWeek, Integer> votes = new EnumMap<>(DayOfWeek.class);
    evidence.forEach(c -> c.weekdays().forEach(day -> votes.merge(day, 1, Integer::sum)));
    DayOfWeek best = null;
    for (Map.Entry<DayOfWeek, Integer> vote : votes.entrySet()) {
      if (best == null || vote.getValue() > votes.getOrDefault(best, 0)) {
        best = vote.getKey();
      }
    }
    return best;
  }

  private static @Nullable Constraint first(List<Constraint> evidence, String reason) {
    return evidence.stream().filter(c -> c.reason().startsWith(reason)).findFirst().orElse(null);
  }

  private static boolean fits(Constraint stated, @Nullable DayOfWeek weekday) {
    LocalDate day = stated.window().earliest();
    return day != null && (weekday == null || day.getDayOfWeek() == weekday);
  }

  private static List<Constraint> setAside(List<Constraint> evidence, @Nullable Constraint wrong) {
    List<Constraint> all = new ArrayList<>(evidence);
    int at = wrong == null ? -1 : all.indexOf(wrong);
    if (wrong != null && at >= 0) {
      all.set(
          at,
          new Constraint(
              wrong.window(),
              wrong.weekdays(),
              wrong.span(),
              wrong.reason() + ", which the article's own days contradict: the day of fetching",
              true,
              wrong.derivation()));
    }
    return all;
  }
}
