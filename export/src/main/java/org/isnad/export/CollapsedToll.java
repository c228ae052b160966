package org.isnad.export;

import java.util.ArrayList;
import java.util.List;
import org.isnad.core.article.ArticleId;
import org.isnad.core.incident.Claim;
import org.isnad.core.incident.CollapseRule;
import org.isnad.core.incident.Reported;
import org.isnad.core.incident.Testimony;
import org.isnad.core.mention.Quantity;
import org.isnad.core.mention.SourceMention;
import org.isnad.core.report.Chain;
import org.isnad.core.report.Toll;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The differing tolls of an incident brought down to one in the way of another data set. */
final class CollapsedToll {

  private CollapsedToll() {}

  /**
   * The toll of a slot by a rule, or what a person put there; null where nobody gives a number.
   *
   * @param high whether of a range the upper end is meant, where there is one
   */
  static @Nullable Integer of(JsonNode slot, CollapseRule rule, boolean high) {
    JsonNode best = slot.path("best");
    if (slot.has("edited")) {
      return number(toll(best), high);
    }
    return rule.toll(reported(slot)).map(choice -> number(choice.value(), high)).orElse(null);
  }

  private static @Nullable Integer number(@Nullable Toll toll, boolean high) {
    return switch (toll) {
      case null -> null;
      case Toll.None none -> Integer.valueOf(0);
      case Toll.Unknown unknown -> null;
      case Toll.Counted counted -> {
        Integer min = counted.quantity().min();
        Integer max = counted.quantity().max();
        yield high ? (max == null ? min : max) : (min == null ? max : min);
      }
    };
  }

  private static Reported<Toll> reported(JsonNode slot) {
    List<Claim<Toll>> claims = new ArrayList<>();
    for (JsonNode claim : slot.path("claims")) {
      Toll toll = toll(claim.path("value"));
      claims.add(
          new Claim<>(
              toll == null ? new Toll.Unknown() : toll,
              testimonies(claim.path("testimonies")),
              claim.path("independentChains").asInt(1),
              positions(claim.path("revises")),
              positions(claim.path("contradicts"))));
    }
    return new Reported<>(claims);
  }

  private static @Nullable Toll toll(JsonNode value) {
    if (value.isObject()) {
      return new Toll.Counted(new Quantity(whole(value.path("min")), whole(value.path("max"))));
    }
    return switch (value.asString("")) {
      case "none" -> new Toll.None();
      case "unknown" -> new Toll.Unknown();
      default -> null;
    };
  }

  private static @Nullable Integer whole(JsonNode number) {
    return number.isNumber() ? Integer.valueOf(number.asInt()) : null;
  }

  private static List<Integer> positions(JsonNode array) {
    List<Integer> positions = new ArrayList<>();
    array.forEach(position -> positions.add(position.asInt()));
    return positions;
  }

  /** Who speaks is all that the rules ask of a testimony. */
  private static List<Testimony> testimonies(JsonNode array) {
    List<Testimony> testimonies = new ArrayList<>();
    for (JsonNode node : array) {
      List<Chain.Link> links = new ArrayList<>();
      for (JsonNode link : node.path("chain")) {
        links.add(
            new Chain.Link(link.asString(""), null, SourceMention.Kind.UNNAMED, null, null, null));
      }
      testimonies.add(
          new Testimony(
              node.path("report").asString(""),
              new ArticleId(node.path("article").asString("-")),
              node.path("outlet").isString() ? node.path("outlet").asString() : null,
              null,
              links.isEmpty() ? null : new Chain(links, List.of()),
              null));
    }
    return testimonies;
  }
}
