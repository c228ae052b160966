package org.isnad.core.incident;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.isnad.core.dating.DatedReport;
import org.isnad.core.mention.DateWindow;
import org.isnad.core.mention.PlaceMention;
import org.isnad.core.mention.Quantity;
import org.isnad.core.mention.SourceMention;
import org.isnad.core.report.Chain;
import org.isnad.core.report.EventReport;
import org.isnad.core.report.Figure;
import org.isnad.core.report.Party;
import org.isnad.core.report.Toll;
import org.isnad.core.report.Weapon;
import org.isnad.core.reuse.Lineage;
import org.isnad.core.text.Span;
import org.jspecify.annotations.Nullable;

/** Lists, slot by slot, what the reports of one incident say and who says so. */
final class IncidentBuilder {

  private final String id;
  private final List<DatedReport> reports;
  private final Lineage lineage;

  IncidentBuilder(String id, List<DatedReport> reports, Lineage lineage) {
    this.id = id;
    this.reports = reports.stream().sorted(Comparator.comparing(DatedReport::id)).toList();
    this.lineage = lineage;
  }

  Incident build() {
    return new Incident(
        id,
        reports,
        each(Chain.Slot.EVENT, r -> List.of(r.type()), ClaimList::never),
        each(Chain.Slot.EVENT, r -> List.of(r.status()), (a, b) -> a != b),
        times(),
        places(),
        parties(Chain.Slot.ACTORS, EventReport::actors),
        parties(Chain.Slot.TARGETS, EventReport::targets),
        each(
            Chain.Slot.WEAPONS,
            r -> r.weapons().stream().map(Weapon::kind).distinct().toList(),
            ClaimList::never),
        each(Chain.Slot.OUTCOME, r -> r.outcomes().stream().sorted().toList(), ClaimList::never),
        each(
            Chain.Slot.COUNT,
            r -> r.count() == null ? List.<Quantity>of() : List.of(r.count()),
            (a, b) -> tollsApart(new Toll.Counted(a), new Toll.Counted(b))),
        tolls(Chain.Slot.KILLED, EventReport::killed),
        tolls(Chain.Slot.INJURED, EventReport::injured),
        tolls(Chain.Slot.ATTACKERS_KILLED, EventReport::attackersKilled),
        claims(EventReport::claimedBy),
        parties(Chain.Slot.ACTORS, EventReport::accused),
        denials(),
        independentChains());
  }

  /** Everybody who tells of the event at all, whatever the details, counted as one claim. */
  private int independentChains() {
    Reported<Boolean> told = each(Chain.Slot.EVENT, r -> List.of(true), ClaimList::never);
    return told.claims().getFirst().independentChains();
  }

  private <T> Reported<T> each(
      Chain.Slot slot, Function<EventReport, Collection<T>> values, BiPredicate<T, T> contradicts) {
    ClaimList<T> claims = new ClaimList<>(lineage, Objects::equals, ClaimList::never, contradicts);
    for (DatedReport report : reports) {
      for (T value : values.apply(report.report())) {
        claims.add(value, testimonies(report, slot, cue(report)));
      }
    }
    return claims.reported();
  }

  private Reported<DateWindow> times() {
    ClaimList<DateWindow> claims =
        new ClaimList<>(lineage, Objects::equals, ClaimList::never, (a, b) -> !a.overlaps(b));
    for (DatedReport report : reports) {
      claims.add(report.window(), testimonies(report, Chain.Slot.TIME, cue(report)));
    }
    return claims.reported();
  }

  private Reported<PlaceMention> places() {
    ClaimList<PlaceMention> claims =
        new ClaimList<>(
            lineage,
            IncidentBuilder::samePlace,
            ClaimList::never,
            (a, b) -> PlaceFit.compare(a, b).excludes());
    for (DatedReport report : reports) {
      PlaceMention place = report.report().place();
      if (place != null) {
        claims.add(place, testimonies(report, Chain.Slot.PLACE, place.span()));
      }
    }
    return claims.reported();
  }

  private static boolean samePlace(PlaceMention a, PlaceMention b) {
    return a.place() != null && b.place() != null
        ? a.place().id().equals(b.place().id())
        : a.place() == null && b.place() == null && Names.alike(a.name(), b.name());
  }

  private Reported<Party> parties(Chain.Slot slot, Function<EventReport, List<Party>> values) {
    return parties(slot, values, ClaimList::never);
  }

  /** Two that each say "it was us" contradict each other. */
  private Reported<Party> claims(Function<EventReport, List<Party>> values) {
    return parties(Chain.Slot.ACTORS, values, (a, b) -> true);
  }

  /** Who denies it says so itself, though it vouches for nothing. */
  private Reported<Party> denials() {
    ClaimList<Party> claims =
        new ClaimList<>(lineage, PartyFit::same, ClaimList::never, ClaimList::never);
    for (DatedReport report : reports) {
      for (Party party : report.report().deniedBy()) {
        claims.add(party, List.of(testimony(report, spokenBy(report, party), party.span())));
      }
    }
    return claims.reported();
  }

  /** The chain from the outlet to a party that speaks for itself. */
  private static @Nullable Chain spokenBy(DatedReport report, Party party) {
    List<Chain> chains = report.report().chains();
    for (Chain chain : chains) {
      if (isSpeaker(chain, party.name(), party.id())) {
        return chain;
      }
    }
    return chains.isEmpty()
        ? null
        : new Chain(
            List.of(
                chains.getFirst().links().getFirst(),
                new Chain.Link(
                    party.name(),
                    party.id(),
                    SourceMention.Kind.ORGANISATION,
                    null,
                    null,
                    party.span())),
            List.of());
  }

  /** Whoever claims or accuses is the one who says so, and not everybody who tells of the event. */
  private static List<Testimony> testimonies(
      DatedReport report, Chain.Slot slot, Party party, @Nullable Span span) {
    String by =
        party.standing() == Party.Standing.CLAIMED
            ? party.name()
            : party.standing() == Party.Standing.ACCUSED ? party.by() : null;
    String id = party.standing() == Party.Standing.CLAIMED ? party.id() : null;
    List<Testimony> own =
        report.report().chains().stream()
            .filter(chain -> by != null && isSpeaker(chain, by, id))
            .map(chain -> testimony(report, chain, span))
            .toList();
    return own.isEmpty() ? testimonies(report, slot, span) : own;
  }

  private static boolean isSpeaker(Chain chain, String name, @Nullable String id) {
    Chain.Link speaker = chain.speaker();
    return speaker.name().equals(name) || id != null && id.equals(speaker.id());
  }

  private Reported<Party> parties(
      Chain.Slot slot,
      Function<EventReport, List<Party>> values,
      BiPredicate<Party, Party> contradicts) {
    ClaimList<Party> claims =
        new ClaimList<>(lineage, PartyFit::same, ClaimList::never, contradicts);
    for (DatedReport report : reports) {
      for (Party party : values.apply(report.report())) {
        Span span = party.span() != null ? party.span() : cue(report);
        claims.add(party, testimonies(report, slot, party, span));
      }
    }
    return claims.reported();
  }

  /** Figures name their own chain; a toll without figures is vouched for by the report's chains. */
  private Reported<Toll> tolls(Chain.Slot slot, Function<EventReport, @Nullable Toll> value) {
    ClaimList<Toll> claims =
        new ClaimList<>(
            lineage, Objects::equals, IncidentBuilder::replaces, IncidentBuilder::tollsApart);
    for (DatedReport report : reports) {
      List<Figure> figures =
          report.report().figures().stream().filter(f -> f.slot() == slot).toList();
      for (Figure figure : figures) {
        Span span = figure.span() != null ? figure.span() : cue(report);
        claims.add(figure.value(), List.of(testimony(report, chain(report, figure), span)));
      }
      Toll toll = value.apply(report.report());
      if (figures.isEmpty() && toll != null) {
        claims.add(toll, testimonies(report, slot, cue(report)));
      }
    }
    return claims.reported();
  }

  private static @Nullable Chain chain(DatedReport report, Figure figure) {
    List<Chain> chains = report.report().chains();
    Integer index = figure.chain();
    return index == null || index < 0 || index >= chains.size() ? null : chains.get(index);
  }

  /** Whether two tolls cannot both be right. Not known contradicts nothing. */
  static boolean tollsApart(Toll a, Toll b) {
    if (a instanceof Toll.Unknown || b instanceof Toll.Unknown) {
      return false;
    }
    return low(a) > high(b) || low(b) > high(a);
  }

  /**
   * A later figure of the same source stands for its earlier one; "not known" takes nothing back.
   */
  private static boolean replaces(Toll later, Toll earlier) {
    return !(later instanceof Toll.Unknown);
  }

  static int low(Toll toll) {
    return switch (toll) {
      case Toll.Counted counted -> counted.quantity().low();
      case Toll.None none -> 0;
      case Toll.Unknown unknown -> 0;
    };
  }

  static int high(Toll toll) {
    return switch (toll) {
      case Toll.Counted counted -> counted.quantity().high();
      case Toll.None none -> 0;
      case Toll.Unknown unknown -> Integer.MAX_VALUE;
    };
  }

  /**
   * The chains that vouch for a slot; all where none does so expressly; the outlet where there are
   * none.
   */
  private static List<Testimony> testimonies(
      DatedReport report, Chain.Slot slot, @Nullable Span span) {
    List<Chain> chains = report.report().chains();
    List<Chain> vouching =
        chains.stream().filter(c -> c.says().isEmpty() || c.says().contains(slot)).toList();
    List<Testimony> testimonies = new ArrayList<>();
    for (Chain chain : vouching.isEmpty() ? chains : vouching) {
      testimonies.add(testimony(report, chain, span));
    }
    return testimonies.isEmpty() ? List.of(testimony(report, null, span)) : testimonies;
  }

  private static Testimony testimony(
      DatedReport report, @Nullable Chain chain, @Nullable Span span) {
    return new Testimony(
        report.id(),
        report.report().article(),
        report.outlet(),
        report.published().latest(),
        chain,
        span);
  }

  private static @Nullable Span cue(DatedReport report) {
    EventReport r = report.report();
    return r.cue() != null || r.evidence().isEmpty() ? r.cue() : r.evidence().getFirst();
  }
}
