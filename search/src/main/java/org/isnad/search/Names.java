package org.isnad.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isnad.core.lexicon.DataFile;
import org.isnad.core.lexicon.Place;
import org.isnad.core.lexicon.Table;
import org.isnad.core.mention.party.RegisteredParty;
import org.isnad.core.pipeline.Knowledge;
import org.isnad.core.text.Normalizer;

/**
 * The names of the registers in both scripts: which parties and places some words can name, and
 * under which names each of them is found. "Houthi" names the movement whose name is الحوثيون.
 */
final class Names {

  /** Longest name looked up, in terms; the longest of the registers has ten. */
  static final int LONGEST = 10;

  private static final String PROCLITICS = "clitics/proclitics.tsv";
  private static final String PARTY_NAMES = "party/english-names.tsv";
  private static final String PLACE_NAMES = "place/english-names.tsv";

  private final BilingualAnalyzer analyzer;
  private final Map<String, Set<Name>> byTerms = new LinkedHashMap<>();
  private final Proclitics proclitics;

  Names(Knowledge knowledge, BilingualAnalyzer analyzer) {
    this.analyzer = analyzer;
    this.proclitics = proclitics(knowledge.files());
    Map<String, List<String>> parties = further(knowledge.files(), PARTY_NAMES);
    knowledge
        .parties()
        .parties()
        .forEach(p -> addParty(p, parties.getOrDefault(p.id(), List.of())));
    Map<String, List<String>> places = further(knowledge.files(), PLACE_NAMES);
    knowledge
        .gazetteer()
        .places()
        .forEach(p -> addPlace(p, places.getOrDefault(p.id(), List.of())));
  }

  /**
   * A party or place of the registers.
   *
   * @param facets where documents that name it say so
   * @param id its id
   * @param spellings names to look for in texts
   */
  record Name(List<Facet> facets, String id, Set<String> spellings) {}

  /** Whom or what these terms can name as a whole; empty where nothing. */
  Collection<Name> named(List<String> terms) {
    return byTerms.getOrDefault(String.join(" ", terms), Set.of());
  }

  /** A word as it stands behind the prepositions and conjunctions that are written with it. */
  List<String> withProclitics(String word) {
    return proclitics.before(word);
  }

  private void addParty(RegisteredParty party, List<String> further) {
    Set<String> spellings = new LinkedHashSet<>(party.names());
    spellings.addAll(party.loaded());
    spellings.addAll(english(party.nameEn()));
    spellings.addAll(further);
    Name name = new Name(List.of(Facet.ACTOR, Facet.TARGET), party.id(), spellings);
    spellings.forEach(spelling -> add(spelling, name));
    add(party.id().replace('-', ' '), name);
  }

  /** A name that is also a common word is not looked for in texts. */
  private void addPlace(Place place, List<String> further) {
    Set<String> spellings = new LinkedHashSet<>(place.names());
    spellings.add(place.nameEn());
    spellings.addAll(further);
    Name name = new Name(List.of(Facet.PLACE), place.id(), place.needsCue() ? Set.of() : spellings);
    spellings.stream()
        .filter(s -> !place.needsCue() || !isArabic(s))
        .forEach(spelling -> add(spelling, name));
  }

  private void add(String spelling, Name name) {
    List<String> terms = analyzer.terms(spelling);
    if (!terms.isEmpty() && terms.size() <= LONGEST) {
      byTerms.computeIfAbsent(String.join(" ", terms), k -> new LinkedHashSet<>()).add(name);
    }
  }

  /** An English name, and what its brackets hold as another. */
  private static List<String> english(String name) {
    int open = name.indexOf('(');
    int close = name.indexOf(')', open + 1);
    if (open <= 0 || close < 0) {
      return name.isEmpty() ? List.of() : List.of(name);
    }
    return List.of(name, name.substring(0, open).strip());
  }

  private static boolean isArabic(String text) {
    return Normalizer.fold(text).chars().anyMatch(c -> Normalizer.isArabicLetter((char) c));
  }

  private static Map<String, List<String>> further(List<DataFile> files, String path) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (DataFile file : files) {
      if (file.path().equals(path)) {
        Table table = Table.parse(file);
        for (Table.Row row : table.rows()) {
          names.put(table.cell(row, "id"), Table.spellings(table.cell(row, "english")));
        }
      }
    }
    return names;
  }

  private static Proclitics proclitics(List<DataFile> files) {
    Map<String, String> letters = new LinkedHashMap<>();
    for (DataFile file : files) {
      if (file.path().equals(PROCLITICS)) {
        Table table = Table.parse(file);
        table.rows().forEach(row -> letters.put(table.cell(row, "key"), table.cell(row, "arabic")));
      }
    }
    return new Proclitics(letters);
  }

  /** What is written together with the noun behind it, by key. */
  private record Proclitics(Map<String, String> letters) {

    /** A name of two letters with a letter before it is too often another word. */
    private static final int SHORTEST = 3;

    List<String> before(String word) {
      List<String> all = new ArrayList<>(List.of(word));
      String folded = Normalizer.fold(word);
      if (folded.length() < SHORTEST || !Normalizer.isArabicLetter(folded.charAt(0))) {
        return all;
      }
      String and = letters.getOrDefault("w", "");
      for (String key : List.of("b", "k", "f")) {
        addBoth(all, and, letters.getOrDefault(key, "") + word);
      }
      String to = letters.getOrDefault("l", "");
      addBoth(all, and, to + (Normalizer.opensWithArticle(folded) ? word.substring(1) : word));
      return all;
    }

    private static void addBoth(List<String> all, String and, String word) {
      all.add(word);
      all.add(and + word);
    }
  }
}
