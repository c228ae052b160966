package org.isnad.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.isnad.core.lexicon.Gazetteer;
import org.isnad.core.lexicon.Place;
import org.isnad.core.lexicon.PlaceRecord;
import org.isnad.core.lexicon.Words;
import org.isnad.core.pipeline.Knowledge;
import org.isnad.core.pipeline.Problem;
import org.isnad.core.text.Normalizer;
import org.isnad.io.GazetteerWriter;
import org.isnad.io.PlaceFiles;
import org.isnad.io.PlaceSink;
import org.isnad.store.WhosOnFirstDatabase;
import org.jspecify.annotations.Nullable;

/**
 * Turns the published files of Who's On First and GeoNames into a gazetteer of our own format.
 *
 * <p>Files are read as streams; kept in memory are the places that have an Arabic name and are not
 * known yet, some 300 bytes each. A place that the knowledge has already is left out, so that what
 * was checked by hand stays as it is.
 */
public final class PlaceImport implements PlaceSink {

  /** Two entries of one name and kind this near are one place; villages lie farther apart. */
  private static final double SAME_KM = 5;

  /** How far a place is from the entry of the same name that is meant: towns are that wide. */
  private static final double KNOWN_KM = 15;

  /** Reach in which neighbours tell the province, and how many of them must agree. */
  private static final double NEIGHBOUR_KM = 40;

  private static final int NEIGHBOURS = 3;

  private final Gazetteer known;
  private final Set<String> countries;
  private final Progress progress;
  private final ArabicNames arabic;
  private final Commonness commonness;
  private final Map<String, List<Place>> byName = new HashMap<>();
  private final Surroundings provinces = new Surroundings();
  private final Surroundings sites = new Surroundings();
  private final Map<String, PlaceRecord> regions = new TreeMap<>();
  private final List<PlaceRecord> kept = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Long> counts = new TreeMap<>();

  /**
   * An import beside this knowledge.
   *
   * @param countries codes of the countries to keep, ISO 3166-1 alpha-2; empty for all of them
   */
  public PlaceImport(Knowledge knowledge, Set<String> countries, Progress progress) {
    this.known = knowledge.gazetteer();
    this.countries = Set.copyOf(countries);
    this.progress = progress;
    this.arabic = new ArabicNames(knowledge.lexicon());
    this.commonness = new Commonness(knowledge.lexicon());
    for (Place place : known.places()) {
      for (String name : place.names()) {
        byName.computeIfAbsent(Normalizer.fold(name), k -> new ArrayList<>(1)).add(place);
      }
      if (place.province() != null) {
        provinces.add(place);
      }
      if (place.kind() == Place.Kind.SITE) {
        sites.add(place);
      }
    }
  }

  /**
   * What came of an import.
   *
   * @param written places written, by file
   * @param counts how many places were kept, known, double and so on, by reason
   * @param problems what could not be read
   */
  public record Outcome(
      Map<Path, Integer> written, Map<String, Long> counts, List<Problem> problems) {

    /** Copies the lists. */
    public Outcome {
      problems = List.copyOf(problems);
    }
  }

  /** Reads the files and writes one gazetteer a source into the folder {@code into/place}. */
  public Outcome run(List<Path> files, Path into) {
    List<Path> texts = new ArrayList<>();
    for (Path file : files) {
      if (WhosOnFirstDatabase.isDatabase(file)) {
        progress.stage("reading " + file);
        WhosOnFirstDatabase.read(file, this::place, this::problem);
      } else {
        texts.add(file);
      }
    }
    new PlaceFiles(this).read(texts);
    progress.stage("settling " + kept.size() + " places");
    Map<Path, Integer> written = new TreeMap<>();
    bySource(settled())
        .forEach(
            (source, places) ->
                written.put(
                    GazetteerWriter.write(into, source, names(files), places), places.size()));
    progress.done();
    return new Outcome(written, counts, problems);
  }

  @Override
  public void place(PlaceRecord read) {
    count("read");
    String country = read.country().toUpperCase(Locale.ROOT);
    if (known.country(country) == null || !countries.isEmpty() && !countries.contains(country)) {
      count("in other countries");
      return;
    }
    List<String> names = arabic.of(read);
    if (names.isEmpty()) {
      count("without an Arabic name");
      return;
    }
    PlaceRecord place = read.named(country, names);
    if (place.kind() == Place.Kind.PROVINCE) {
      regions.putIfAbsent(place.key(), place);
    } else if (place.kind() == Place.Kind.COUNTRY) {
      count("known already");
    } else {
      kept.add(place);
    }
  }

  @Override
  public void problem(Problem problem) {
    problems.add(problem);
  }

  @Override
  public void passedOver(long lines) {
    counts.merge("of other kinds", lines, Long::sum);
  }

  @Override
  public void progress(String file, long bytes) {
    progress.stage(
        "reading " + file + (bytes == 0 ? "" : ", " + (bytes >> 20) + " MiB, kept " + kept.size()));
  }

  /** The places in order of their ids, each with its province and its cue. */
  private Collection<Place> settled() {
    Map<String, String> provinceOf = new HashMap<>();
    TreeMap<String, Place> settled = new TreeMap<>();
    for (PlaceRecord region : regions.values()) {
      Place same = sameProvince(region);
      String id = same == null ? id(region) : same.id();
      provinceOf.put(region.key(), id);
      if (same == null) {
        settled.put(id, place(region, null));
        count("kept");
      } else {
        count("known already");
      }
    }
    Map<String, List<PlaceRecord>> taken = new HashMap<>();
    for (PlaceRecord place : kept) {
      if (isKnown(place)) {
        count("known already");
      } else if (isDouble(place, taken)) {
        count("double");
      } else {
        settled.putIfAbsent(id(place), place(place, province(place, provinceOf)));
        count("kept");
      }
    }
    return settled.values();
  }

  /** The province of ours that a region is: of one of its names, Arabic or English. */
  private @Nullable Place sameProvince(PlaceRecord region) {
    for (Place place : known.places()) {
      boolean named = place.nameEn().equalsIgnoreCase(region.nameEn());
      if (named
          && place.kind() == Place.Kind.PROVINCE
          && place.country().equals(region.country())) {
        return place;
      }
    }
    for (String name : region.names()) {
      for (Place place : byName.getOrDefault(Normalizer.fold(name), List.of())) {
        boolean province = place.kind() == Place.Kind.PROVINCE;
        if (province && place.country().equals(region.country())) {
          return place;
        }
      }
    }
    return null;
  }

  private boolean isKnown(PlaceRecord read) {
    return isKnownByName(read)
        || read.kind() == Place.Kind.SITE
            && sites.within(read.lat(), read.lon(), SAME_KM).stream()
                .anyMatch(site -> sharesWords(site, read));
  }

  /** Sites are called by more or fewer words: the base of X, the air base of X. */
  private static boolean sharesWords(Place site, PlaceRecord read) {
    for (String known : site.names()) {
      List<String> words = Words.of(Normalizer.fold(known));
      for (String name : read.names()) {
        List<String> other = Words.of(Normalizer.fold(name));
        if (other.containsAll(words) || words.containsAll(other)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isKnownByName(PlaceRecord read) {
    for (String name : read.names()) {
      for (Place place : byName.getOrDefault(Normalizer.fold(name), List.of())) {
        if (place.country().equals(read.country())
            && (km(place, read) < KNOWN_KM
                || place.kind() == read.kind() && place.kind() == Place.Kind.DISTRICT)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isDouble(PlaceRecord place, Map<String, List<PlaceRecord>> taken) {
    List<PlaceRecord> same =
        taken.computeIfAbsent(
            place.country() + Normalizer.fold(place.names().getFirst()), k -> new ArrayList<>(1));
    for (PlaceRecord other : same) {
      double km = Surroundings.km(place.lat(), place.lon(), other.lat(), other.lon());
      if (other.kind() == place.kind() && km < SAME_KM) {
        return true;
      }
    }
    same.add(place);
    return false;
  }

  private @Nullable String province(PlaceRecord place, Map<String, String> provinceOf) {
    String said = provinceOf.get(place.region());
    return said != null
        ? said
        : provinces.agreed(
            place.lat(),
            place.lon(),
            NEIGHBOUR_KM,
            NEIGHBOURS,
            p -> p.country().equals(place.country()) ? p.province() : null);
  }

  private Place place(PlaceRecord read, @Nullable String province) {
    boolean elsewhere = read.names().stream().anyMatch(n -> byName.containsKey(Normalizer.fold(n)));
    boolean cued = elsewhere || commonness.needsCue(read.population(), read.names());
    count(cued ? "read only behind a cue word" : "read without a cue word");
    return new Place(
        id(read),
        read.nameEn().isBlank() ? read.key() : read.nameEn(),
        read.names(),
        read.kind(),
        read.siteType(),
        read.country(),
        province,
        null,
        read.lat(),
        read.lon(),
        rank(read),
        cued,
        false,
        read.key() + " " + file(read.where()));
  }

  /** {@code iq.wof-85671017}: the country first, as in every id of the gazetteer. */
  private static String id(PlaceRecord place) {
    return place.country().toLowerCase(Locale.ROOT) + "." + place.key().replace(':', '-');
  }

  /** Prominence as in the gazetteer: by inhabitants where known, else by kind. */
  private static int rank(PlaceRecord place) {
    int towns =
        place.population() >= 1_000_000
            ? 7
            : place.population() >= 100_000 ? 5 : place.population() >= 15_000 ? 4 : 1;
    return switch (place.kind()) {
      case PROVINCE -> 6;
      case DISTRICT -> 3;
      case SETTLEMENT -> towns;
      default -> 1;
    };
  }

  private static Map<String, List<Place>> bySource(Collection<Place> places) {
    Map<String, List<Place>> sources = new TreeMap<>();
    for (Place place : places) {
      String source = place.source().startsWith("gn:") ? "geonames" : "whosonfirst";
      sources.computeIfAbsent(source, k -> new ArrayList<>()).add(place);
    }
    return sources;
  }

  private static List<String> names(List<Path> files) {
    return files.stream().map(f -> String.valueOf(f.getFileName())).sorted().toList();
  }

  private static String file(String where) {
    return where.substring(Math.max(where.lastIndexOf('/'), where.lastIndexOf('\\')) + 1);
  }

  private static double km(Place place, PlaceRecord read) {
    return place.isLocated()
        ? Surroundings.km(place.lat(), place.lon(), read.lat(), read.lon())
        : Double.MAX_VALUE;
  }

  private void count(String what) {
    counts.merge(what, 1L, Long::sum);
  }
}
