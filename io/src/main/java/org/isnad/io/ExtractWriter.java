package org.isnad.io;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.isnad.core.article.Article;
import org.isnad.core.article.ArticleId;
import org.isnad.core.article.Furniture;
import org.isnad.core.dating.Clock;
import org.isnad.core.dating.Constraint;
import org.isnad.core.dating.DatedReport;
import org.isnad.core.dating.PublicationWindow;
import org.isnad.core.dating.TimeReading;
import org.isnad.core.lexicon.Place;
import org.isnad.core.mention.PlaceMention;
import org.isnad.core.mention.Quantity;
import org.isnad.core.mention.TimeExpression;
import org.isnad.core.pipeline.DatedReading;
import org.isnad.core.report.Chain;
import org.isnad.core.report.EventReport;
import org.isnad.core.report.EventTime;
import org.isnad.core.report.Figure;
import org.isnad.core.report.Party;
import org.isnad.core.report.Toll;
import org.isnad.core.report.Weapon;
import org.isnad.core.reuse.Copy;
import org.isnad.core.reuse.Direction;
import org.isnad.core.reuse.Lineage;
import org.isnad.core.reuse.Passage;
import org.isnad.core.text.Span;
import org.isnad.core.text.SpanCounter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes one line of {@code isnad extract}: an article and its event reports, in the shape of the
 * published schema ({@code extract.schema.json}). Spans count Unicode code points.
 */
public final class ExtractWriter {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final SpanCounter counter = new SpanCounter();
  private final Lineage lineage;
  private final Map<String, String> incidents;
  private final Function<ArticleId, @Nullable String> texts;

  /**
   * A writer for one collection.
   *
   * @param lineage who copied whom in it
   * @param incidents ids of incidents by ids of reports
   * @param texts the texts of the collection's articles
   */
  public ExtractWriter(
      Lineage lineage, Map<String, String> incidents, Map<ArticleId, String> texts) {
    this(lineage, incidents, texts::get);
  }

  /** The same where a text is fetched when it is asked for. */
  public ExtractWriter(
      Lineage lineage, Map<String, String> incidents, Function<ArticleId, @Nullable String> texts) {
    this.texts = texts;
    this.lineage = lineage;
    this.incidents = Map.copyOf(incidents);
  }

  /** One line without its line end. */
  public String line(DatedReading reading) {
    ObjectNode line = JSON.createObjectNode();
    article(line.putObject("article"), reading);
    ArrayNode reports = line.putArray("reports");
    for (DatedReport report : reading.reports()) {
      report(reports.addObject(), report, reading.reading().article());
    }
    return JSON.writeValueAsString(line);
  }

  /** What its line tells of an article, without the reports. */
  public String article(DatedReading reading) {
    ObjectNode node = JSON.createObjectNode();
    article(node, reading);
    return JSON.writeValueAsString(node);
  }

  /** One report in the shape it has in its article's line. */
  public String report(DatedReport report, Article article) {
    ObjectNode node = JSON.createObjectNode();
    report(node, report, article);
    return JSON.writeValueAsString(node);
  }

  /** A report as {@link #report} wrote it before its incident was known, with the incident. */
  public static String withIncident(String report, @Nullable String incident) {
    ObjectNode node = (ObjectNode) JSON.readTree(report);
    node.put("incident", incident);
    return JSON.writeValueAsString(node);
  }

  private void article(ObjectNode node, DatedReading reading) {
    Article article = reading.reading().article();
    node.put("id", article.id().value());
    node.put("url", article.url());
    node.put("outlet", article.outlet());
    node.put("title", article.title());
    node.put("language", article.language());
    published(node.putObject("published"), reading.published(), article);
    ArrayNode furniture = node.putArray("furniture");
    for (Furniture piece : reading.reading().furniture()) {
      ObjectNode item = furniture.addObject();
      span(item, "span", piece.span(), article.text());
      item.put("kind", piece.kind().name().toLowerCase(Locale.ROOT));
    }
    copies(node.putArray("copies"), article);
  }

  private void published(ObjectNode node, PublicationWindow window, Article article) {
    Clock clock = window.clock();
    node.put("earliest", clock.earliest() == null ? null : clock.earliest().toString());
    node.put("latest", clock.latest() == null ? null : clock.latest().toString());
    node.put("weekday", weekday(clock));
    node.put("basis", window.basis().name().toLowerCase(Locale.ROOT));
    ArrayNode evidence = node.putArray("evidence");
    for (Constraint constraint : window.constraints()) {
      ObjectNode item = evidence.addObject();
      item.put(
          "reason",
          constraint.setAside() ? "set aside: " + constraint.reason() : constraint.reason());
      if (constraint.span() != null) {
        span(item, "span", constraint.span(), article.text());
      }
    }
  }

  private static @Nullable String weekday(Clock clock) {
    if (clock.isOneDay() && clock.earliest() != null) {
      return clock.earliest().getDayOfWeek().name();
    }
    return clock.weekdays().size() == 1
        ? clock.weekdays().stream().map(DayOfWeek::name).findFirst().orElse(null)
        : null;
  }

  /** Passages shared with an earlier article; where it is not known who copied, both say so. */
  private void copies(ArrayNode node, Article article) {
    for (Copy copy : lineage.copiesOf(article.id())) {
      boolean isA = copy.reuse().a().equals(article.id());
      boolean original = copy.direction() == (isA ? Direction.B_COPIES_A : Direction.A_COPIES_B);
      if (original) {
        continue;
      }
      for (Passage passage : copy.reuse().seenFrom(article.id())) {
        ObjectNode item = node.addObject();
        span(item, "span", passage.inA(), article.text());
        item.put("article", copy.reuse().other(article.id()).value());
        String text = texts.apply(copy.reuse().other(article.id()));
        span(item, "articleSpan", passage.inB(), text == null ? "" : text);
      }
    }
  }

  private void report(ObjectNode node, DatedReport dated, Article article) {
    EventReport report = dated.report();
    String text = article.text();
    node.put("id", report.id());
    node.put("type", report.type().id());
    node.put("scope", report.scope().name().toLowerCase(Locale.ROOT));
    node.put("status", report.status().name().toLowerCase(Locale.ROOT));
    quantity(node, "count", report.count());
    time(node.putObject("time"), dated, article);
    place(node, report.place(), report.titleCue() == null ? text : null);
    parties(node.putArray("actors"), report.actors(), text, report);
    parties(node.putArray("targets"), report.targets(), text, report);
    weapons(node.putArray("weapons"), report.weapons());
    ArrayNode outcome = node.putArray("outcome");
    report.outcomes().forEach(o -> outcome.add(o.name().toLowerCase(Locale.ROOT)));
    toll(node, "killed", report.killed());
    toll(node, "injured", report.injured());
    toll(node, "attackersKilled", report.attackersKilled());
    figures(node, report.figures());
    chains(node.putArray("chains"), report.chains());
    parties(node.putArray("claimedBy"), report.claimedBy(), text, report);
    parties(node.putArray("accused"), report.accused(), text, report);
    parties(node.putArray("deniedBy"), report.deniedBy(), text, report);
    node.put("main", report.main());
    node.put("incident", incidents.get(report.id()));
    cue(node, "cue", report.cue(), text);
    cue(node, "titleCue", report.titleCue(), article.title());
    ArrayNode rules = node.putArray("rules");
    report.derivations().forEach(d -> rules.add(d.rule()));
  }

  private void cue(ObjectNode node, String name, @Nullable Span span, @Nullable String text) {
    if (span == null || text == null) {
      node.putNull(name);
    } else {
      span(node, name, span, text);
    }
  }

  private void time(ObjectNode node, DatedReport dated, Article article) {
    TimeReading reading = dated.readings().getFirst();
    node.put(
        "earliest",
        reading.window().earliest() == null ? null : reading.window().earliest().toString());
    node.put(
        "latest", reading.window().latest() == null ? null : reading.window().latest().toString());
    TimeExpression words =
        switch (dated.report().time()) {
          case EventTime.Expressed expressed -> expressed.expression();
          case EventTime.Until until -> until.limit();
          default -> null;
        };
    String text = dated.report().cue() != null ? article.text() : article.title();
    boolean inText = words != null && text != null && words.span().end() <= text.length();
    if (inText && words != null && text != null) {
      node.put("text", words.span().of(text));
      span(node, "span", words.span(), text);
      node.put("partOfDay", words.partOfDay());
    }
    boolean own = reading.clock().article().equals(article.id());
    node.put("clock", own ? "article" : reading.clock().article().value());
  }

  private void place(ObjectNode node, @Nullable PlaceMention mention, @Nullable String text) {
    if (mention == null) {
      node.putNull("place");
      return;
    }
    ObjectNode place = node.putObject("place");
    place.put("name", mention.name());
    Place known =
        mention.place() != null
            ? mention.place()
            : mention.within().isEmpty() ? null : mention.within().getFirst();
    place.put("id", mention.place() == null ? null : mention.place().id());
    place.put("nameEn", mention.place() == null ? null : mention.place().nameEn());
    place.put("country", known == null || known.country().isEmpty() ? null : known.country());
    place.put("province", known == null ? null : province(mention, known));
    place.put("precision", mention.precision().name().toLowerCase(Locale.ROOT));
    place.put("relation", mention.relation());
    boolean located = mention.place() != null && mention.place().isLocated();
    if (located && mention.place() != null) {
      place.put("lat", mention.place().lat());
      place.put("lon", mention.place().lon());
    }
    if (text != null && mention.span().end() <= text.length()) {
      span(place, "span", mention.span(), text);
    }
  }

  /** Of the place itself, or of what the text puts it in. */
  private static @Nullable String province(PlaceMention mention, Place known) {
    if (known.kind() == Place.Kind.PROVINCE) {
      return known.id();
    }
    if (known.province() != null) {
      return known.province();
    }
    for (Place wide : mention.within()) {
      if (wide.kind() == Place.Kind.PROVINCE) {
        return wide.id();
      }
    }
    return null;
  }

  private void parties(ArrayNode node, List<Party> parties, String text, EventReport report) {
    for (Party party : parties) {
      ObjectNode item = node.addObject();
      item.put("name", party.name());
      item.put("id", party.id());
      item.put("nameEn", party.nameEn());
      if (party.standing() != null) {
        item.put("status", party.standing().name().toLowerCase(Locale.ROOT));
      }
      if (party.by() != null) {
        item.put("by", party.by());
      }
      if (party.span() != null
          && report.titleCue() == null
          && party.span().end() <= text.length()) {
        span(item, "span", party.span(), text);
      }
    }
  }

  private static void weapons(ArrayNode node, List<Weapon> weapons) {
    for (Weapon weapon : weapons) {
      ObjectNode item = node.addObject();
      item.put("kind", weapon.kind());
      item.put("model", weapon.model());
      quantity(item, "count", weapon.count());
    }
  }

  private static void figures(ObjectNode node, List<Figure> figures) {
    if (figures.isEmpty()) {
      return;
    }
    ArrayNode array = node.putArray("figures");
    for (Figure figure : figures) {
      ObjectNode item = array.addObject();
      item.put("slot", slot(figure.slot()));
      toll(item, "value", figure.value());
      item.put("chain", figure.chain());
    }
  }

  private static String slot(Chain.Slot slot) {
    return slot == Chain.Slot.ATTACKERS_KILLED
        ? "attackersKilled"
        : slot.name().toLowerCase(Locale.ROOT);
  }

  private static void chains(ArrayNode node, List<Chain> chains) {
    for (Chain chain : chains) {
      ObjectNode item = node.addObject();
      ArrayNode links = item.putArray("links");
      for (Chain.Link link : chain.links()) {
        ObjectNode entry = links.addObject();
        entry.put("name", link.name());
        entry.put("id", link.id());
        entry.put("kind", link.kind().name().toLowerCase(Locale.ROOT));
        entry.put("medium", link.medium());
      }
      if (!chain.says().isEmpty()) {
        ArrayNode says = item.putArray("says");
        chain.says().forEach(s -> says.add(slot(s)));
      }
    }
  }

  private static void toll(ObjectNode node, String name, @Nullable Toll toll) {
    switch (toll) {
      case null -> {
        // not mentioned: the field is left out
      }
      case Toll.Counted counted -> quantity(node, name, counted.quantity());
      case Toll.None none -> node.put(name, "none");
      case Toll.Unknown unknown -> node.put(name, "unknown");
    }
  }

  private static void quantity(ObjectNode node, String name, @Nullable Quantity quantity) {
    if (quantity == null) {
      return;
    }
    ObjectNode number = node.putObject(name);
    number.put("min", quantity.min());
    number.put("max", quantity.max());
  }

  private void span(ObjectNode node, String name, Span span, String text) {
    Span points = counter.count(span, text);
    node.putArray(name).add(points.start()).add(points.end());
  }
}
