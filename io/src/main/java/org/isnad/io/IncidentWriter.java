package org.isnad.io;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.isnad.core.article.Article;
import org.isnad.core.article.ArticleId;
import org.isnad.core.dating.DatedReport;
import org.isnad.core.incident.Choice;
import org.isnad.core.incident.Claim;
import org.isnad.core.incident.CollapseRule;
import org.isnad.core.incident.Incident;
import org.isnad.core.incident.Reported;
import org.isnad.core.incident.Series;
import org.isnad.core.incident.Testimony;
import org.isnad.core.lexicon.Gazetteer;
import org.isnad.core.mention.DateWindow;
import org.isnad.core.mention.PlaceMention;
import org.isnad.core.mention.Quantity;
import org.isnad.core.report.Chain;
import org.isnad.core.report.EventReport;
import org.isnad.core.report.EventType;
import org.isnad.core.report.Party;
import org.isnad.core.report.Toll;
import org.isnad.core.text.Span;
import org.isnad.core.text.SpanCounter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Writes an incident as JSON: of every value all differing claims, each with its testimonies,
 * chains and quoted words, and beside them the one that {@link CollapseRule#BEST_SUPPORTED} picks.
 */
public final class IncidentWriter {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final SpanCounter counter = new SpanCounter();
  private final Function<ArticleId, @Nullable Article> articles;
  private final Gazetteer gazetteer;

  /**
   * A writer for the incidents of one collection.
   *
   * @param articles its articles, for their addresses and the quoted words
   * @param gazetteer names the province and country of a place
   */
  public IncidentWriter(Function<ArticleId, @Nullable Article> articles, Gazetteer gazetteer) {
    this.articles = articles;
    this.gazetteer = gazetteer;
  }

  /** One incident on one line. */
  public String json(Incident incident) {
    return json(incident, List.of());
  }

  /**
   * One incident on one line.
   *
   * @param partOf ids of the sums of events that it can be one of
   */
  public String json(Incident incident, List<String> partOf) {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", incident.id());
    node.put("disputed", incident.isDisputed());
    node.put("independentChains", incident.independentChains());
    ArrayNode reports = node.putArray("reports");
    incident.reports().forEach(report -> report(reports.addObject(), report));
    value(node, "type", incident.type(), IncidentWriter::type);
    value(node, "status", incident.status(), IncidentWriter::constant);
    value(node, "time", incident.time(), IncidentWriter::time);
    value(node, "place", incident.place(), this::place);
    value(node, "actors", incident.actors(), IncidentWriter::party);
    value(node, "targets", incident.targets(), IncidentWriter::party);
    value(node, "weapons", incident.weapons(), StringNode::valueOf);
    value(node, "outcome", incident.outcomes(), IncidentWriter::constant);
    value(node, "count", incident.count(), IncidentWriter::quantity);
    toll(node, "killed", incident.killed());
    toll(node, "injured", incident.injured());
    toll(node, "attackersKilled", incident.attackersKilled());
    value(node, "claimedBy", incident.claimedBy(), IncidentWriter::party);
    value(node, "accused", incident.accused(), IncidentWriter::party);
    value(node, "deniedBy", incident.deniedBy(), IncidentWriter::party);
    if (!partOf.isEmpty()) {
      ids(node, "partOf", partOf);
    }
    return JSON.writeValueAsString(node);
  }

  /** One sum of events on one line, with the incidents that can be among them. */
  public String json(Series series) {
    DatedReport dated = series.report();
    EventReport report = dated.report();
    ObjectNode node = JSON.createObjectNode();
    node.put("id", series.id());
    node.put("summary", series.summary());
    report(node.putObject("report"), dated);
    node.put("type", report.type().id());
    node.set("count", series.count() == null ? null : quantity(series.count()));
    node.set("time", time(dated.window()));
    node.set("place", report.place() == null ? null : place(report.place()));
    ArrayNode actors = node.putArray("actors");
    report.actors().forEach(actor -> actors.add(party(actor)));
    ArrayNode chains = node.putArray("chains");
    for (Chain chain : report.chains()) {
      ArrayNode links = chains.addArray();
      chain.links().forEach(link -> links.add(link.name()));
    }
    quote(node, report.article(), report.cue());
    ids(node, "namedHere", series.namedHere());
    ids(node, "namedElsewhere", series.namedElsewhere());
    node.put("unnamed", series.unnamed());
    return JSON.writeValueAsString(node);
  }

  private static void ids(ObjectNode node, String name, List<String> ids) {
    ArrayNode array = node.putArray(name);
    ids.forEach(array::add);
  }

  private void report(ObjectNode node, DatedReport report) {
    Article article = articles.apply(report.report().article());
    LocalDate published = report.published().latest();
    node.put("id", report.id());
    node.put("article", report.report().article().value());
    node.put("outlet", report.outlet());
    node.put("url", article == null ? null : article.url());
    node.put("published", published == null ? null : published.toString());
  }

  private <T> void value(
      ObjectNode node, String name, Reported<T> reported, Function<T, JsonNode> write) {
    reported(node, name, reported, write, CollapseRule.BEST_SUPPORTED.value(reported));
  }

  private void toll(ObjectNode node, String name, Reported<Toll> reported) {
    reported(
        node, name, reported, IncidentWriter::toll, CollapseRule.BEST_SUPPORTED.toll(reported));
  }

  private <T> void reported(
      ObjectNode node,
      String name,
      Reported<T> reported,
      Function<T, JsonNode> write,
      Optional<Choice<T>> choice) {
    if (reported.isEmpty()) {
      return;
    }
    ObjectNode item = node.putObject(name);
    choice.ifPresent(
        c -> {
          item.set("best", write.apply(c.value()));
          item.put("rule", c.rule());
          item.put("reason", c.reason());
        });
    item.put("disputed", reported.isDisputed());
    ArrayNode claims = item.putArray("claims");
    for (Claim<T> claim : reported.claims()) {
      claim(claims.addObject(), claim, write);
    }
  }

  private <T> void claim(ObjectNode node, Claim<T> claim, Function<T, JsonNode> write) {
    node.set("value", write.apply(claim.value()));
    node.put("independentChains", claim.independentChains());
    ArrayNode revises = node.putArray("revises");
    claim.revises().forEach(revises::add);
    ArrayNode contradicts = node.putArray("contradicts");
    claim.contradicts().forEach(contradicts::add);
    ArrayNode testimonies = node.putArray("testimonies");
    claim.testimonies().forEach(t -> testimony(testimonies.addObject(), t));
  }

  private void testimony(ObjectNode node, Testimony testimony) {
    node.put("report", testimony.report());
    node.put("article", testimony.article().value());
    node.put("outlet", testimony.outlet());
    node.put("published", testimony.published() == null ? null : testimony.published().toString());
    ArrayNode chain = node.putArray("chain");
    if (testimony.chain() != null) {
      for (Chain.Link link : testimony.chain().links()) {
        chain.add(link.name());
      }
    } else {
      chain.add(testimony.outlet() == null ? testimony.article().value() : testimony.outlet());
    }
    quote(node, testimony.article(), testimony.span());
  }

  /** The words and where they stand in the article's text, in code points. */
  private void quote(ObjectNode node, ArticleId article, @Nullable Span span) {
    Article printed = articles.apply(article);
    if (printed == null || span == null || span.end() > printed.text().length()) {
      node.putNull("quote");
      return;
    }
    node.put("quote", span.of(printed.text()));
    Span points = counter.count(span, printed.text());
    node.putArray("span").add(points.start()).add(points.end());
  }

  private static JsonNode type(EventType type) {
    return StringNode.valueOf(type.id());
  }

  private static JsonNode constant(Enum<?> constant) {
    return StringNode.valueOf(constant.name().toLowerCase(Locale.ROOT));
  }

  private static JsonNode time(DateWindow window) {
    ObjectNode node = JSON.createObjectNode();
    node.put("earliest", window.earliest() == null ? null : window.earliest().toString());
    node.put("latest", window.latest() == null ? null : window.latest().toString());
    return node;
  }

  private JsonNode place(PlaceMention mention) {
    ObjectNode node = JSON.createObjectNode();
    node.put("name", mention.name());
    node.put("precision", constant(mention.precision()).asString());
    if (mention.place() != null) {
      PlaceJson.add(node, mention.place(), gazetteer);
    }
    return node;
  }

  private static JsonNode party(Party party) {
    ObjectNode node = JSON.createObjectNode();
    node.put("name", party.name());
    node.put("id", party.id());
    node.put("nameEn", party.nameEn());
    if (party.standing() != null) {
      node.set("status", constant(party.standing()));
    }
    return node;
  }

  private static JsonNode quantity(Quantity quantity) {
    ObjectNode node = JSON.createObjectNode();
    node.put("min", quantity.min());
    node.put("max", quantity.max());
    return node;
  }

  private static JsonNode toll(Toll toll) {
    return switch (toll) {
      case Toll.Counted counted -> quantity(counted.quantity());
      case Toll.None none -> JsonNodeFactory.instance.stringNode("none");
      case Toll.Unknown unknown -> JsonNodeFactory.instance.stringNode("unknown");
    };
  }
}
