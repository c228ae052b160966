package org.isnad.core.incident;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.isnad.core.dating.DatedReport;
import org.isnad.core.dating.TimeReading;
import org.isnad.core.lexicon.Place;
import org.isnad.core.mention.DateWindow;
import org.isnad.core.mention.PlaceMention;
import org.isnad.core.report.EventReport;
import org.isnad.core.report.Party;
import org.isnad.core.report.Scope;
import org.isnad.core.report.Toll;
import org.isnad.core.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * A word by which reports worth comparing find each other: two reports are compared only if they
 * share a key and their roles meet.
 *
 * <p>Keys name a province or place name with a week for reports that know when and where. Reports
 * that do not are looked up by what they do know, and only they look there, so that everything in
 * one country is not compared with everything else.
 *
 * @param value what is shared
 * @param role who meets whom under it
 */
public record BlockKey(String value, Role role) implements Comparable<BlockKey> {

  private static final int WEEK = 7;

  /** Weeks of one window that get a key: enough for a narrow one with a day on either side. */
  private static final int MOST_WEEKS = 4;

  /** A toll of this size or more is a name of the event. */
  private static final int TELLING_TOLL = 5;

  private static final Comparator<BlockKey> ORDER =
      Comparator.comparing(BlockKey::value).thenComparing(BlockKey::role);

  /** Who meets whom under one key. */
  public enum Role {
    /** Meets everybody. */
    MEETS,
    /** Meets those that seek. */
    FOUND,
    /** Seeks, and meets everybody. */
    SEEKS
  }

  /** Whether reports of these roles under one key are compared. */
  public boolean meets(Role other) {
    return role != Role.FOUND || other != Role.FOUND;
  }

  /** The keys of a report, sorted; none for a series. */
  public static List<BlockKey> of(DatedReport report) {
    if (report.report().scope() == Scope.SERIES) {
      return List.of();
    }
    TreeSet<BlockKey> keys = new TreeSet<>();
    PlaceMention place = report.report().place();
    boolean vague = Comparison.isVague(report);
    for (long week : weeks(report)) {
      inWeek(report.report(), place, week, vague, keys);
    }
    timeless(report.report(), place, vague && !isFoundByWeek(report), keys);
    return List.copyOf(keys);
  }

  /**
   * Whether a report that does not know where it was meets all it can be one with under its country
   * and weeks. It need not look through all years for its toll then, of which an archive holds ever
   * more.
   */
  private static boolean isFoundByWeek(DatedReport report) {
    PlaceMention place = report.report().place();
    return place != null
        && !PlaceFit.country(place).isEmpty()
        && report.readings().stream().allMatch(reading -> TimeFit.isNarrow(reading.window()));
  }

  private static void inWeek(
      EventReport report,
      @Nullable PlaceMention place,
      long week,
      boolean vague,
      TreeSet<BlockKey> keys) {
    Role role = vague ? Role.SEEKS : Role.FOUND;
    if (place != null && !PlaceFit.isWide(place)) {
      String province = PlaceFit.province(place);
      if (province != null) {
        keys.add(new BlockKey("province/" + province + "/" + week, Role.MEETS));
      }
      if (province == null || place.place() == null) {
        keys.add(new BlockKey("name/" + Normalizer.fold(place.name()) + "/" + week, Role.MEETS));
      }
    }
    if (place != null && !PlaceFit.country(place).isEmpty()) {
      keys.add(new BlockKey("country/" + PlaceFit.country(place) + "/" + week, role));
    }
    for (Party actor : report.actors()) {
      String id = actor.id() != null ? actor.id() : Normalizer.fold(actor.name());
      keys.add(new BlockKey("actor/" + id + "/" + week, role));
    }
  }

  private static void timeless(
      EventReport report, @Nullable PlaceMention place, boolean seeks, TreeSet<BlockKey> keys) {
    if (place == null) {
      return;
    }
    Role role = seeks ? Role.SEEKS : Role.FOUND;
    if (!PlaceFit.isWide(place)) {
      for (String id : ids(place)) {
        keys.add(new BlockKey("place/" + id, role));
      }
    }
    if (report.killed() instanceof Toll.Counted killed
        && killed.quantity().isExact()
        && killed.quantity().min() != null
        && killed.quantity().min() >= TELLING_TOLL) {
      String country = PlaceFit.country(place);
      keys.add(new BlockKey("killed/" + country + "/" + killed.quantity().min(), role));
    }
  }

  private static List<String> ids(PlaceMention place) {
    List<String> ids = new ArrayList<>();
    if (place.place() == null) {
      ids.add(Normalizer.fold(place.name()));
    } else {
      ids.add(place.place().id());
    }
    for (Place outer : place.within()) {
      if (outer.kind() != Place.Kind.COUNTRY && outer.kind() != Place.Kind.PROVINCE) {
        ids.add(outer.id());
      }
    }
    return ids;
  }

  /** The weeks that a report's narrow windows touch, a day on either side included. */
  private static TreeSet<Long> weeks(DatedReport report) {
    TreeSet<Long> weeks = new TreeSet<>();
    for (TimeReading reading : report.readings()) {
      DateWindow window = reading.window();
      LocalDate earliest = window.earliest();
      LocalDate latest = window.latest();
      if (earliest != null && latest != null && TimeFit.isNarrow(window)) {
        long first = Math.floorDiv(earliest.toEpochDay() - 1, WEEK);
        long last = Math.floorDiv(latest.toEpochDay() + 1, WEEK);
        for (long week = first; week <= Math.min(last, first + MOST_WEEKS); week++) {
          weeks.add(week);
        }
      }
    }
    return weeks;
  }

  @Override
  public int compareTo(BlockKey other) {
    return ORDER.compare(this, other);
  }
}
