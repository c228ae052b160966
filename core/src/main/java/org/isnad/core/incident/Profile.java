package org.isnad.core.incident;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import org.isnad.core.dating.DatedReport;
import org.isnad.core.dating.TimeReading;
import org.isnad.core.lexicon.Place;
import org.isnad.core.mention.DateWindow;
import org.isnad.core.mention.PlaceMention;
import org.isnad.core.mention.Quantity;
import org.isnad.core.report.EventReport;
import org.isnad.core.report.EventTime;
import org.isnad.core.report.EventType;
import org.isnad.core.report.Party;
import org.isnad.core.report.Toll;
import org.jspecify.annotations.Nullable;

/**
 * All that a comparison looks at: reports with one profile compare alike with every other report
 * and are of one event, so that a story with ten thousand copies is compared once.
 *
 * @param copy tells apart what must not be taken together: the how-manieth of its article with the
 *     same profile, and for a vague report the texts it stands in, or its id where it stands in
 *     none
 */
record Profile(
    EventType type,
    List<DateWindow> windows,
    @Nullable String partOfDay,
    @Nullable LocalDate published,
    List<String> place,
    List<String> actors,
    List<String> targets,
    @Nullable Toll killed,
    @Nullable Toll injured,
    @Nullable Quantity count,
    String copy) {

  /**
   * The profile of a report.
   *
   * @param decided whether a person has decided where it belongs, so that it stands for itself
   */
  static Profile of(DatedReport dated, int ordinal, SortedSet<Integer> texts, boolean decided) {
    EventReport report = dated.report();
    String copy = String.valueOf(ordinal);
    if (decided) {
      copy += "/" + dated.id();
    } else if (Comparison.isVague(dated)) {
      copy += texts.isEmpty() ? "/" + dated.id() : texts.toString();
    }
    return new Profile(
        report.type(),
        dated.readings().stream().map(TimeReading::window).toList(),
        partOfDay(report.time()),
        dated.published().latest(),
        place(report.place()),
        report.actors().stream().map(Profile::party).toList(),
        report.targets().stream().map(Profile::party).toList(),
        report.killed(),
        report.injured(),
        report.count(),
        copy);
  }

  /** The same for all copies. */
  Profile withoutCopy() {
    return new Profile(
        type, windows, partOfDay, published, place, actors, targets, killed, injured, count, "");
  }

  private static @Nullable String partOfDay(EventTime time) {
    return time instanceof EventTime.Expressed expressed
        ? expressed.expression().partOfDay()
        : null;
  }

  private static List<String> place(@Nullable PlaceMention place) {
    if (place == null) {
      return List.of();
    }
    Place known = place.place();
    return List.of(
        known == null ? "" : known.id(),
        place.name(),
        place.precision().name(),
        Objects.toString(place.relation(), ""),
        place.within().stream().map(Place::id).toList().toString());
  }

  private static String party(Party party) {
    return Objects.toString(party.id(), "") + "/" + party.name() + "/" + party.standing();
  }
}
