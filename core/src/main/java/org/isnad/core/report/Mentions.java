package org.isnad.core.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.isnad.core.mention.BySentence;
import org.isnad.core.mention.CountMention;
import org.isnad.core.mention.Mention;
import org.isnad.core.mention.Once;
import org.isnad.core.mention.PartyMention;
import org.isnad.core.mention.PlaceMention;
import org.isnad.core.mention.TimeExpression;
import org.isnad.core.mention.WeaponMention;
import org.isnad.core.mention.source.Attributions;
import org.jspecify.annotations.Nullable;

/**
 * What the finders find in one text, each kind in text order and looked for when it is first asked
 * for: most texts tell of no event, and their times are all that is needed of them. For use by one
 * thread.
 */
public final class Mentions {

  private final List<TimeExpression> times;
  private final List<PlaceMention> places;
  private final List<CountMention> counts;
  private final List<PartyMention> parties;
  private final List<WeaponMention> weapons;
  private final Supplier<List<TollMention>> tolls;
  private final Supplier<List<OutcomeMention>> outcomes;
  private final Supplier<Attributions> attributions;

  /** The mentions that these finders find; each supplier is asked once at most. */
  public Mentions(
      List<TimeExpression> times,
      List<PlaceMention> places,
      List<CountMention> counts,
      List<PartyMention> parties,
      List<WeaponMention> weapons,
      Supplier<List<TollMention>> tolls,
      Supplier<List<OutcomeMention>> outcomes,
      Supplier<Attributions> attributions) {
    this.times = sorted(times);
    this.places = places;
    this.counts = counts;
    this.parties = parties;
    this.weapons = weapons;
    this.tolls = Once.of(() -> List.copyOf(tolls.get()));
    this.outcomes = Once.of(() -> List.copyOf(outcomes.get()));
    this.attributions = Once.of(attributions);
  }

  /** Expressions of time. */
  public List<TimeExpression> times() {
    return times;
  }

  /** Places. */
  public List<PlaceMention> places() {
    return places;
  }

  /** Numbers. */
  public List<CountMention> counts() {
    return counts;
  }

  /** Forces, factions, states, persons. */
  public List<PartyMention> parties() {
    return parties;
  }

  /** Weapons. */
  public List<WeaponMention> weapons() {
    return weapons;
  }

  /** Figures for dead and hurt. */
  public List<TollMention> tolls() {
    return tolls.get();
  }

  /** Words that say what became of an attack. */
  public List<OutcomeMention> outcomes() {
    return outcomes.get();
  }

  /** Who says what. */
  public Attributions attributions() {
    return attributions.get();
  }

  /** Those of {@code all} that start in the tokens from {@code first} to before {@code end}. */
  public static <M extends Mention> List<M> within(List<M> all, int first, int end) {
    return BySentence.within(all, first, end);
  }

  /** The one of {@code all} that starts at the token, or null. */
  public static <M extends Mention> @Nullable M at(List<M> all, int token) {
    return BySentence.at(all, token);
  }

  private static <M extends Mention> List<M> sorted(List<M> mentions) {
    List<M> sorted = new ArrayList<>(mentions);
    sorted.sort(Comparator.comparing(Mention::tokens));
    return List.copyOf(sorted);
  }
}
