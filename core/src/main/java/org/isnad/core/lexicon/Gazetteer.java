package org.isnad.core.lexicon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.isnad.core.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * The places of the knowledge files: every table that has the columns {@code id kind country lat
 * lon}, and the gazetteers that were imported. Immutable.
 *
 * <p>The names of most imported places are common words too. They are not in the lexicon, where
 * they would hide those words, but are looked up behind a cue word alone: {@link #cued}.
 */
public final class Gazetteer {

  /** The list under which the lexicon finds names of places; keys are ids. */
  public static final String LIST = "places";

  private final Map<String, Place> places = new LinkedHashMap<>();
  private final Map<String, Place> countries = new HashMap<>();
  private final List<Lexicon.Named> names = new ArrayList<>();
  private final CuedPlaces cued = new CuedPlaces();
  private final Map<String, List<Place>> sites = new HashMap<>();

  private Gazetteer() {}

  /**
   * Reads the gazetteer.
   *
   * @param files the knowledge files; those that are no tables of places are passed over
   * @throws DataException if a line is no place or an id stands twice
   */
  public static Gazetteer of(List<DataFile> files) {
    Gazetteer gazetteer = new Gazetteer();
    for (DataFile file : files) {
      if (file.isTable() && file.folder().equals("place")) {
        Table table = Table.parse(file);
        if (table.has("id") && table.has("lat")) {
          table.rows().forEach(row -> gazetteer.add(table, row));
        }
      } else if (file.isImported()) {
        gazetteer.addImported(Table.header(file));
      }
    }
    gazetteer.joinRegions();
    return gazetteer;
  }

  /**
   * Tells every place the region of its province: a province names in its own column the wider
   * stretch of land that it is part of ("North Sinai" lies in "Sinai").
   */
  private void joinRegions() {
    places.replaceAll((id, place) -> joined(place));
    sites.values().forEach(named -> named.replaceAll(this::joined));
  }

  private Place joined(Place place) {
    Place province = place(place.province());
    String region = province == null ? null : province.province();
    return region == null ? place : place.in(region);
  }

  /** The place with this id, or null. */
  public @Nullable Place place(@Nullable String id) {
    return id == null ? null : places.get(id);
  }

  /** The country with this code (ISO 3166-1 alpha-2), or null. */
  public @Nullable Place country(String code) {
    return countries.get(code);
  }

  /** All places in file order. */
  public Collection<Place> places() {
    return Collections.unmodifiableCollection(places.values());
  }

  /** Names for the lexicon. */
  public List<Lexicon.Named> names() {
    return Collections.unmodifiableList(names);
  }

  /**
   * The places of this name that are read only behind a cue word.
   *
   * @param folded the name as {@link org.isnad.core.text.Normalizer#fold} gives it, one blank
   *     between words
   */
  public List<Place> cued(String folded) {
    return cued.of(folded);
  }

  /**
   * The sites of exactly this name, generic word included ("قاعده العمر").
   *
   * @param folded the name as {@link org.isnad.core.text.Normalizer#fold} gives it
   */
  public List<Place> sites(String folded) {
    return sites.getOrDefault(folded, List.of());
  }

  /** Most words that a name for {@link #cued} has; 0 where nothing was imported. */
  public int longestCued() {
    return cued.longest();
  }

  /** Line by line, so that memory grows with the names and not with the lines. */
  private void addImported(Table header) {
    cued.open(header);
    List<String> lines = header.file().lines();
    for (int n = 1; n <= lines.size(); n++) {
      String line = lines.get(n - 1);
      if (!line.startsWith("#") && !line.isBlank()) {
        Table.Row row = header.row(n, line);
        if (header.cell(row, "cue").equals("only")) {
          Place place = place(header, row);
          for (String name : place.names()) {
            cued.add(name, n);
          }
        } else {
          add(header, row);
        }
      }
    }
  }

  private void add(Table table, Table.Row row) {
    String file = table.file().path();
    Place place = place(table, row);
    if (places.put(place.id(), place) != null) {
      throw new DataException(file, row.line(), "id " + place.id() + " stands twice");
    }
    if (place.kind() == Place.Kind.COUNTRY) {
      countries.put(place.country(), place);
    }
    if (place.kind() == Place.Kind.SITE) {
      for (String name : place.names()) {
        sites.computeIfAbsent(Normalizer.fold(name), n -> new ArrayList<>()).add(place);
      }
    }
    names.add(
        new Lexicon.Named(
            LIST, place.id(), place.nameEn(), place.names(), Map.of(), file, row.line()));
  }

  static Place place(Table table, Table.Row row) {
    String file = table.file().path();
    List<String> spellings = Table.spellings(table.cell(row, "arabic"));
    if (table.cell(row, "id").isEmpty() || spellings.isEmpty()) {
      throw new DataException(file, row.line(), "a place without id or Arabic name");
    }
    String province = table.cell(row, "province");
    return new Place(
        table.cell(row, "id"),
        table.cell(row, "name_en"),
        spellings,
        kind(table, row, file),
        table.cell(row, "site_type"),
        table.cell(row, "country"),
        province.isEmpty() ? null : province,
        null,
        degrees(table, row, "lat", 90, file),
        degrees(table, row, "lon", 180, file),
        (int) degrees(table, row, "rank", 9, file),
        isCued(table.cell(row, "cue")),
        table.cell(row, "cue").equals("home"),
        table.cell(row, "source"));
  }

  /** {@code needs}: a cue, or a place beside it that holds it; {@code only}: nothing but a cue. */
  private static boolean isCued(String cue) {
    return cue.equals("needs") || cue.equals("only");
  }

  private static Place.Kind kind(Table table, Table.Row row, String file) {
    String read = table.cell(row, "kind");
    try {
      return Place.Kind.valueOf(read.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new DataException(
          file, row.line(), "kind '" + read + "'; expected one of " + List.of(Place.Kind.values()));
    }
  }

  private static double degrees(
      Table table, Table.Row row, String column, double limit, String file) {
    String read = table.cell(row, column);
    try {
      double value = Double.parseDouble(read);
      if (Math.abs(value) <= limit) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new DataException(
        file, row.line(), column + " '" + read + "'; expected a number up to " + limit);
  }
}
