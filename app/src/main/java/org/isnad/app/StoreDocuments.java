package org.isnad.app;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.isnad.core.article.Article;
import org.isnad.core.lexicon.Gazetteer;
import org.isnad.core.lexicon.Place;
import org.isnad.export.IncidentSummary;
import org.isnad.search.Facet;
import org.isnad.search.SearchDocument;
import org.isnad.search.SearchDocument.Kind;
import org.isnad.search.SearchIndex;
import org.isnad.store.DocumentChanges;
import org.isnad.store.IncidentFilter;
import org.isnad.store.IncidentRecord;
import org.isnad.store.IncidentRecord.Location;
import org.isnad.store.IncidentRecord.Named;
import org.isnad.store.Results;
import org.isnad.store.Store;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What the store holds, as documents that can be found. */
final class StoreDocuments implements SearchIndex.Documents {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Documents asked for by their ids at a time. */
  private static final int BATCH = 200;

  private final Store store;
  private final Gazetteer gazetteer;

  StoreDocuments(Store store, Gazetteer gazetteer) {
    this.store = store;
    this.gazetteer = gazetteer;
  }

  @Override
  public void forEach(Consumer<SearchDocument> consumer) {
    store.incidents(
        IncidentFilter.STANDING, null, Integer.MAX_VALUE, i -> consumer.accept(incident(i)));
    store.reports(report -> consumer.accept(report(report)));
    store.published(article -> consumer.accept(article(article)));
  }

  @Override
  public SearchIndex.@Nullable Changes since(String state) {
    DocumentChanges changes = store.documentChanges(state).orElse(null);
    if (changes == null) {
      return null;
    }
    Set<SearchIndex.Key> keys = new LinkedHashSet<>();
    changes.incidents().forEach(id -> keys.add(new SearchIndex.Key(Kind.INCIDENT, id)));
    changes.reports().forEach(id -> keys.add(new SearchIndex.Key(Kind.REPORT, id)));
    changes.articles().forEach(id -> keys.add(new SearchIndex.Key(Kind.ARTICLE, id)));
    return new SearchIndex.Changes(keys, consumer -> some(changes, consumer));
  }

  /** Those that there are. */
  private void some(DocumentChanges changes, Consumer<SearchDocument> consumer) {
    batches(
        changes.incidents(),
        ids ->
            store.incidents(
                IncidentFilter.STANDING.among(ids),
                null,
                Integer.MAX_VALUE,
                incident -> consumer.accept(incident(incident))));
    batches(
        changes.reports(), ids -> store.reports(ids, report -> consumer.accept(report(report))));
    batches(
        changes.articles(),
        ids -> store.published(ids, article -> consumer.accept(article(article))));
  }

  private static void batches(Set<String> ids, Consumer<Set<String>> consumer) {
    Set<String> batch = new LinkedHashSet<>();
    for (String id : ids) {
      batch.add(id);
      if (batch.size() == BATCH) {
        consumer.accept(batch);
        batch.clear();
      }
    }
    consumer.accept(batch);
  }

  private static SearchDocument article(Article article) {
    Map<Facet, List<String>> terms = new EnumMap<>(Facet.class);
    if (article.outlet() != null) {
      terms.put(Facet.SOURCE, List.of(article.outlet()));
    }
    return new SearchDocument(
        Kind.ARTICLE,
        article.id().value(),
        Objects.toString(article.title(), ""),
        article.text(),
        article.published(),
        article.published(),
        null,
        null,
        null,
        1,
        terms);
  }

  /** A report is found by the words that report it and by the names in it. */
  private SearchDocument report(Results.ReportRow row) {
    JsonNode report = JSON.readTree(row.json());
    JsonNode place = report.path("place");
    JsonNode cue = report.path("cue");
    Set<String> words = new LinkedHashSet<>();
    add(words, cue.path("text"));
    names(report, words);
    Map<Facet, List<String>> terms = new EnumMap<>(Facet.class);
    terms.put(Facet.TYPE, texts(report.path("type")));
    terms.put(Facet.COUNTRY, texts(place.path("country")));
    terms.put(Facet.PROVINCE, texts(place.path("province")));
    terms.put(Facet.PLACE_PREC, texts(place.path("precision")));
    terms.put(Facet.PLACE, containing(text(place.path("id"))));
    terms.put(Facet.ACTOR, parties(report.path("actors")));
    terms.put(Facet.TARGET, parties(report.path("targets")));
    terms.put(Facet.WEAPON, each(report.path("weapons"), "kind"));
    JsonNode time = report.path("time");
    return new SearchDocument(
        Kind.REPORT,
        row.id(),
        "",
        String.join("\n", words),
        day(time.path("earliest")),
        day(time.path("latest")),
        degrees(place.path("lat")),
        degrees(place.path("lon")),
        report.path("killed").path("min").isNumber()
            ? Integer.valueOf(report.path("killed").path("min").asInt())
            : null,
        1,
        terms);
  }

  /** An incident is found by every word quoted for it, and by the names of its values. */
  private SearchDocument incident(IncidentRecord incident) {
    JsonNode json = JSON.readTree(incident.json());
    Set<String> words = new LinkedHashSet<>();
    json.properties().forEach(slot -> quotes(slot.getValue(), words));
    Location place = incident.place();
    Map<Facet, List<String>> terms = new EnumMap<>(Facet.class);
    terms.put(Facet.TYPE, present(incident.type()));
    terms.put(Facet.STATUS, List.of(incident.status().id()));
    terms.put(Facet.DISPUTED, List.of(Boolean.toString(incident.isDisputed())));
    terms.put(Facet.SOURCE, incident.sources());
    terms.put(Facet.WEAPON, incident.weapons());
    List<Named> actors = new ArrayList<>(incident.actors());
    actors.addAll(incident.claimedBy());
    terms.put(Facet.ACTOR, named(actors, words));
    terms.put(Facet.TARGET, named(incident.targets(), words));
    if (place != null) {
      addAll(words, place.name(), place.nameAr(), place.nameEn(), place.provinceAr());
      terms.put(Facet.COUNTRY, present(place.country()));
      terms.put(Facet.PROVINCE, present(place.province()));
      terms.put(Facet.PLACE_PREC, List.of(place.precision()));
      terms.put(Facet.PLACE, containing(place.id()));
    }
    return new SearchDocument(
        Kind.INCIDENT,
        incident.id(),
        IncidentSummary.english(incident) + " " + IncidentSummary.arabic(incident),
        String.join("\n", words),
        incident.dateStart(),
        incident.dateEnd(),
        place == null ? null : place.lat(),
        place == null ? null : place.lon(),
        incident.killed().best(),
        Math.max(1, incident.independentSourceCount()),
        terms);
  }

  /** The place, its province and its country. */
  private List<String> containing(@Nullable String id) {
    Set<String> ids = new LinkedHashSet<>(present(id));
    Place place = gazetteer.place(id);
    if (place != null) {
      ids.addAll(present(place.province()));
      Place country = gazetteer.country(place.country());
      ids.addAll(present(country == null ? null : country.id()));
    }
    return List.copyOf(ids);
  }

  private static void quotes(JsonNode slot, Set<String> words) {
    for (JsonNode claim : slot.path("claims")) {
      for (JsonNode testimony : claim.path("testimonies")) {
        add(words, testimony.path("quote"));
      }
    }
  }

  private static void names(JsonNode report, Set<String> words) {
    add(words, report.path("place").path("name"));
    for (String slot : List.of("actors", "targets", "claimedBy", "accused", "deniedBy")) {
      report.path(slot).forEach(party -> add(words, party.path("name")));
    }
  }

  private static List<String> named(List<Named> parties, Set<String> words) {
    Set<String> keys = new LinkedHashSet<>();
    for (Named party : parties) {
      addAll(words, party.name(), party.nameEn());
      keys.add(party.id() == null ? party.name() : party.id());
    }
    return List.copyOf(keys);
  }

  private static List<String> parties(JsonNode parties) {
    Set<String> keys = new LinkedHashSet<>();
    for (JsonNode party : parties) {
      String id = text(party.path("id"));
      keys.add(id == null ? party.path("name").asString("") : id);
    }
    return List.copyOf(keys);
  }

  private static List<String> each(JsonNode items, String name) {
    Set<String> values = new LinkedHashSet<>();
    items.forEach(item -> values.add(item.path(name).asString("")));
    return List.copyOf(values);
  }

  private static void add(Set<String> words, JsonNode node) {
    addAll(words, text(node));
  }

  private static void addAll(Set<String> words, @Nullable String... more) {
    for (String word : more) {
      if (word != null && !word.isBlank()) {
        words.add(word);
      }
    }
  }

  private static List<String> texts(JsonNode node) {
    return present(text(node));
  }

  private static List<String> present(@Nullable String value) {
    return value == null ? List.of() : List.of(value);
  }

  private static @Nullable String text(JsonNode node) {
    return node.isString() && !node.asString().isEmpty() ? node.asString() : null;
  }

  private static @Nullable LocalDate day(JsonNode node) {
    String text = text(node);
    return text == null ? null : LocalDate.parse(text);
  }

  private static @Nullable Double degrees(JsonNode node) {
    return node.isNumber() ? Double.valueOf(node.asDouble()) : null;
  }
}
