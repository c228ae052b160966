package org.isnad.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.TreeSet;
import org.isnad.store.IncidentRecord.Location;
import org.isnad.store.IncidentRecord.Named;
import org.isnad.store.IncidentRecord.Toll;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Takes the one value of each field out of an incident's JSON. */
final class RecordReader {

  private static final ObjectMapper JSON = new ObjectMapper();

  private RecordReader() {}

  /** What the store knows of an incident beside its JSON. */
  record Standing(
      int version,
      ReviewStatus status,
      @Nullable String createdAt,
      @Nullable String updatedAt,
      @Nullable String mergedInto) {

    /** A new incident that nobody has decided on. */
    static final Standing NEW = new Standing(1, ReviewStatus.SUGGESTED, null, null, null);
  }

  static IncidentRecord record(String json, Standing standing) {
    JsonNode incident = JSON.readTree(json);
    LocalDate first = day(incident.path("time").path("best").path("earliest"));
    LocalDate last = day(incident.path("time").path("best").path("latest"));
    List<String> disputed =
        IncidentRecord.SLOTS.stream()
            .filter(s -> incident.path(s).path("disputed").asBoolean(false))
            .toList();
    JsonNode count = incident.path("count");
    return new IncidentRecord(
        incident.path("id").asString(),
        standing.version(),
        standing.status(),
        incident.path("status").path("best").asString("asserted"),
        first,
        last,
        DatePrecision.of(first, last),
        text(incident.path("type").path("best")),
        count.isMissingNode() ? null : toll(count),
        place(incident.path("place").path("best")),
        parties(incident.path("actors")),
        parties(incident.path("claimedBy")),
        parties(incident.path("accused")),
        parties(incident.path("deniedBy")),
        parties(incident.path("targets")),
        words(incident.path("weapons")),
        words(incident.path("outcome")),
        toll(incident.path("killed")),
        toll(incident.path("injured")),
        toll(incident.path("attackersKilled")),
        incident.path("reports").size(),
        incident.path("independentChains").asInt(1),
        sources(incident),
        urls(incident),
        disputed,
        IncidentRecord.SLOTS.stream().filter(s -> incident.path(s).has("edited")).toList(),
        firstPublished(incident),
        standing.createdAt(),
        standing.updatedAt(),
        standing.mergedInto(),
        json);
  }

  /** Ids of the reports that tell of an incident. */
  static List<String> reports(String json) {
    List<String> reports = new ArrayList<>();
    JSON.readTree(json).path("reports").forEach(r -> reports.add(r.path("id").asString("")));
    return reports;
  }

  private static @Nullable Location place(JsonNode place) {
    if (!place.isObject()) {
      return null;
    }
    String country = text(place.path("country"));
    return new Location(
        place.path("name").asString(""),
        place.path("precision").asString(""),
        text(place.path("id")),
        text(place.path("nameEn")),
        text(place.path("nameAr")),
        text(place.path("kind")),
        country,
        text(place.path("countryEn")),
        country == null ? null : iso3(country),
        text(place.path("province")),
        text(place.path("provinceEn")),
        text(place.path("provinceAr")),
        place.has("lat") ? Double.valueOf(place.path("lat").asDouble()) : null,
        place.has("lon") ? Double.valueOf(place.path("lon").asDouble()) : null);
  }

  private static @Nullable String iso3(String country) {
    try {
      return text(Locale.of("", country).getISO3Country());
    } catch (MissingResourceException e) {
      return null;
    }
  }

  /** Every party that a claim names, or those that a person put in their place. */
  private static List<Named> parties(JsonNode slot) {
    List<Named> parties = new ArrayList<>();
    for (JsonNode party : values(slot)) {
      parties.add(
          new Named(
              party.path("name").asString(""),
              text(party.path("id")),
              text(party.path("nameEn")),
              text(party.path("status"))));
    }
    return parties;
  }

  private static List<String> words(JsonNode slot) {
    return values(slot).stream().map(JsonNode::asString).toList();
  }

  private static List<JsonNode> values(JsonNode slot) {
    List<JsonNode> values = new ArrayList<>();
    if (slot.has("edited")) {
      JsonNode best = slot.path("best");
      if (best.isArray()) {
        best.forEach(values::add);
      } else if (!best.isNull()) {
        values.add(best);
      }
    } else {
      slot.path("claims").forEach(claim -> values.add(claim.path("value")));
    }
    return values;
  }

  /** Of the claims, those that no source has replaced by a later figure of its own. */
  private static Toll toll(JsonNode slot) {
    JsonNode best = slot.path("best");
    if (slot.has("edited")) {
      return new Toll(low(best), best(best), high(best));
    }
    Integer low = null;
    Integer high = null;
    boolean open = false;
    Set<Integer> withdrawn = withdrawn(slot.path("claims"));
    int position = 0;
    for (JsonNode claim : slot.path("claims")) {
      JsonNode value = claim.path("value");
      if (!withdrawn.contains(position++) && !value.asString("").equals("unknown")) {
        Integer from = low(value);
        Integer to = high(value);
        low = from == null ? low : low == null ? from : Integer.valueOf(Math.min(low, from));
        high = to == null ? high : high == null ? to : Integer.valueOf(Math.max(high, to));
        open |= to == null;
      }
    }
    return new Toll(low, best(best), open ? null : high);
  }

  /** Positions of claims whose every speaker gave another later. */
  private static Set<Integer> withdrawn(JsonNode claims) {
    Set<Integer> withdrawn = new TreeSet<>();
    for (int i = 0; i < claims.size(); i++) {
      Set<String> standing = speakers(claims.get(i));
      for (JsonNode later : claims) {
        for (JsonNode revised : later.path("revises")) {
          if (revised.asInt() == i) {
            standing.removeAll(speakers(later));
          }
        }
      }
      if (standing.isEmpty()) {
        withdrawn.add(i);
      }
    }
    return withdrawn;
  }

  private static Set<String> speakers(JsonNode claim) {
    Set<String> speakers = new TreeSet<>();
    for (JsonNode testimony : claim.path("testimonies")) {
      JsonNode chain = testimony.path("chain");
      speakers.add(
          chain.isEmpty()
              ? testimony.path("outlet").asString(testimony.path("article").asString(""))
              : chain.get(chain.size() - 1).asString());
    }
    return speakers;
  }

  private static @Nullable Integer best(JsonNode toll) {
    Integer low = low(toll);
    return low != null ? low : high(toll);
  }

  private static @Nullable Integer low(JsonNode toll) {
    return toll.asString("").equals("none") ? Integer.valueOf(0) : number(toll.path("min"));
  }

  private static @Nullable Integer high(JsonNode toll) {
    return toll.asString("").equals("none") ? Integer.valueOf(0) : number(toll.path("max"));
  }

  private static @Nullable Integer number(JsonNode number) {
    return number.isNumber() ? Integer.valueOf(number.asInt()) : null;
  }

  private static List<String> sources(JsonNode incident) {
    Set<String> sources = new TreeSet<>();
    for (JsonNode report : incident.path("reports")) {
      String outlet = text(report.path("outlet"));
      sources.add(outlet == null ? report.path("article").asString("") : outlet);
    }
    return List.copyOf(sources);
  }

  private static List<String> urls(JsonNode incident) {
    Set<String> urls = new LinkedHashSet<>();
    for (JsonNode report : incident.path("reports")) {
      String url = text(report.path("url"));
      if (url != null) {
        urls.add(url);
      }
    }
    return List.copyOf(urls);
  }

  private static @Nullable LocalDate firstPublished(JsonNode incident) {
    LocalDate first = null;
    for (JsonNode report : incident.path("reports")) {
      LocalDate day = day(report.path("published"));
      first = day != null && (first == null || day.isBefore(first)) ? day : first;
    }
    return first;
  }

  private static @Nullable LocalDate day(JsonNode day) {
    String text = text(day);
    return text == null ? null : LocalDate.parse(text);
  }

  private static @Nullable String text(JsonNode node) {
    String text = node.isString() ? node.asString() : "";
    return text.isEmpty() ? null : text;
  }

  private static @Nullable String text(String text) {
    return text.isEmpty() ? null : text;
  }
}
