package org.isnad.core.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.isnad.core.mention.CountMention;
import org.isnad.core.mention.Mention;
import org.isnad.core.mention.PartyMention;
import org.isnad.core.mention.PlaceMention;
import org.isnad.core.mention.TimeExpression;
import org.isnad.core.mention.WeaponMention;
import org.isnad.core.mention.source.Attributions;
import org.jspecify.annotations.Nullable;

/**
 * What the finders found in one text, each kind in text order.
 *
 * @param times expressions of time
 * @param places places
 * @param counts numbers
 * @param parties forces, factions, states, persons
 * @param weapons weapons
 * @param tolls figures for dead and hurt
 * @param outcomes words that say what became of an attack
 * @param attributions who says what
 */
public record Mentions(
    List<TimeExpression> times,
    List<PlaceMention> places,
    List<CountMention> counts,
    List<PartyMention> parties,
    List<WeaponMention> weapons,
    List<TollMention> tolls,
    List<OutcomeMention> outcomes,
    Attributions attributions) {

  /** Sorts each kind by its tokens. */
  public Mentions {
    times = sorted(times);
    places = sorted(places);
    counts = sorted(counts);
    parties = sorted(parties);
    weapons = sorted(weapons);
    tolls = List.copyOf(tolls);
    outcomes = List.copyOf(outcomes);
  }

  /** Those of {@code all} that start in the tokens from {@code first} to before {@code end}. */
  public static <M extends Mention> List<M> within(List<M> all, int first, int end) {
    List<M> found = new ArrayList<>();
    for (int i = firstFrom(all, first); i < all.size() && all.get(i).tokens().first() < end; i++) {
      found.add(all.get(i));
    }
    return found;
  }

  /** The one of {@code all} that starts at the token, or null. */
  public static <M extends Mention> @Nullable M at(List<M> all, int token) {
    int i = firstFrom(all, token);
    return i < all.size() && all.get(i).tokens().first() == token ? all.get(i) : null;
  }

  private static <M extends Mention> int firstFrom(List<M> all, int token) {
    int low = 0;
    int high = all.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (all.get(mid).tokens().first() < token) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }

  private static <M extends Mention> List<M> sorted(List<M> mentions) {
    return mentions.stream().sorted(Comparator.comparing(Mention::tokens)).toList();
  }
}
