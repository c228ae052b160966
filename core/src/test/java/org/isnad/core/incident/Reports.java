package org.isnad.core.incident;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.isnad.core.article.ArticleId;
import org.isnad.core.dating.Clock;
import org.isnad.core.dating.DatedReport;
import org.isnad.core.dating.TimeReading;
import org.isnad.core.lexicon.Place;
import org.isnad.core.mention.DateWindow;
import org.isnad.core.mention.PlaceMention;
import org.isnad.core.mention.Quantity;
import org.isnad.core.mention.SourceMention;
import org.isnad.core.mention.TokenRange;
import org.isnad.core.report.Chain;
import org.isnad.core.report.EventReport;
import org.isnad.core.report.EventTime;
import org.isnad.core.report.EventType;
import org.isnad.core.report.Figure;
import org.isnad.core.report.Party;
import org.isnad.core.report.Scope;
import org.isnad.core.report.Status;
import org.isnad.core.report.Toll;
import org.isnad.core.rule.Derivation;
import org.isnad.core.text.Span;
import org.jspecify.annotations.Nullable;

/** Reports of invented events, built step by step. */
final class Reports {

  static final LocalDate DAY = LocalDate.of(2021, 6, 14);

  static final Place LAND = place("xx", Place.Kind.COUNTRY, null);
  static final Place PROVINCE = place("xx.north", Place.Kind.PROVINCE, null);
  static final Place TOWN = place("xx.north.alpha", Place.Kind.SETTLEMENT, "xx.north");
  static final Place OTHER_TOWN = place("xx.north.beta", Place.Kind.SETTLEMENT, "xx.north");
  static final Place BASE = place("xx.north.alpha-base", Place.Kind.SITE, "xx.north");

  private final String article;
  private final int number;
  private String outlet;
  private EventType type = EventType.SHELLING;
  private Scope scope = Scope.SINGLE;
  private @Nullable Quantity count;
  private DateWindow window = DateWindow.on(DAY);
  private LocalDate published = DAY;
  private @Nullable PlaceMention place = mention(TOWN);
  private @Nullable Toll killed;
  private final List<Party> actors = new ArrayList<>();
  private final List<Party> targets = new ArrayList<>();
  private final List<Chain> chains = new ArrayList<>();
  private final List<Figure> figures = new ArrayList<>();
  private final List<Party> claimedBy = new ArrayList<>();
  private @Nullable Span cue;

  private Reports(String article, int number) {
    this.article = article;
    this.number = number;
    this.outlet = "outlet of " + article;
  }

  static Reports report(String article, int number) {
    return new Reports(article, number);
  }

  Reports type(EventType value) {
    type = value;
    return this;
  }

  Reports outlet(String value) {
    outlet = value;
    return this;
  }

  Reports series(int events) {
    scope = Scope.SERIES;
    count = Quantity.exactly(events);
    return this;
  }

  Reports from(@Nullable LocalDate earliest, @Nullable LocalDate latest) {
    window = new DateWindow(earliest, latest);
    return this;
  }

  Reports on(LocalDate day) {
    return from(day, day);
  }

  Reports published(LocalDate day) {
    published = day;
    return this;
  }

  Reports in(@Nullable Place value) {
    place = value == null ? null : mention(value);
    return this;
  }

  Reports killed(int value) {
    killed = Toll.of(value);
    return this;
  }

  Reports by(String actor) {
    actors.add(party(actor));
    return this;
  }

  Reports against(String target) {
    targets.add(party(target));
    return this;
  }

  Reports claimedBy(String claimant) {
    claimedBy.add(new Party(claimant, null, null, Party.Standing.CLAIMED, null, List.of(), null));
    return this;
  }

  Reports cue(int start, int end) {
    cue = new Span(start, end);
    return this;
  }

  /** A chain from the outlet through the named links, the last of which speaks. */
  Reports says(String... links) {
    List<Chain.Link> chain = new ArrayList<>();
    chain.add(new Chain.Link(outlet, null, SourceMention.Kind.OUTLET, null, null, null));
    for (String link : links) {
      chain.add(new Chain.Link(link, null, SourceMention.Kind.ORGANISATION, null, null, null));
    }
    chains.add(new Chain(chain, List.of()));
    return this;
  }

  /** A figure of dead that the chain of this position gives. */
  Reports figure(int value, int chain) {
    figures.add(new Figure(Chain.Slot.KILLED, Toll.of(value), chain, cue));
    return this;
  }

  DatedReport build() {
    EventReport report =
        new EventReport(
            new ArticleId(article),
            number,
            type,
            scope,
            Status.ASSERTED,
            count,
            new EventTime.Unknown("given"),
            place,
            actors,
            targets,
            List.of(),
            Set.of(),
            killed,
            null,
            null,
            figures,
            chains,
            claimedBy,
            List.of(),
            List.of(),
            true,
            cue,
            null,
            List.of(),
            List.of(),
            List.of());
    Clock clock = Clock.at(report.article(), published);
    return new DatedReport(report, outlet, clock, List.of(new TimeReading(window, clock, "given")));
  }

  private static Party party(String name) {
    return new Party(name, null, null, Party.Standing.STATED, null, List.of(), null);
  }

  private static PlaceMention mention(Place place) {
    return new PlaceMention(
        new Span(0, 1),
        new TokenRange(0, 1),
        place.nameEn(),
        PlaceMention.Precision.valueOf(place.kind().name()),
        place,
        null,
        List.of(),
        false,
        "given",
        Derivation.byRule("given"));
  }

  private static Place place(String id, Place.Kind kind, @Nullable String province) {
    double offset = kind == Place.Kind.SITE ? 0.05 : id.endsWith("beta") ? 0.9 : 0;
    return new Place(
        id,
        id,
        List.of(id),
        kind,
        "",
        "XX",
        province,
        null,
        30 + offset,
        40,
        5,
        false,
        false,
        "invented");
  }
}
