package org.isnad.core.mention.party;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isnad.core.lexicon.DataException;
import org.isnad.core.lexicon.DataFile;
import org.isnad.core.lexicon.Lexicon;
import org.isnad.core.lexicon.Table;
import org.jspecify.annotations.Nullable;

/**
 * The register of parties, read from {@code party/parties.tsv}, and the spellings under which each
 * is found: its names, and what {@code party/name-variants.tsv} makes of them ("المتمردون" behind a
 * preposition is "المتمردين"). Immutable.
 */
public final class PartyRegister {

  /** List under which neutral names are found in a lexicon. */
  public static final String NEUTRAL = "parties";

  /** List under which loaded names are found in a lexicon. */
  public static final String LOADED = "loaded-parties";

  /** Id of "the coalition" where the words do not say which. */
  public static final String ANY_COALITION = "coalition";

  private static final String LEADERS = "party/leaders.tsv";
  private static final String PATH = "party/parties.tsv";
  private static final String VARIANTS = "party/name-variants.tsv";

  private final Map<String, RegisteredParty> parties = new LinkedHashMap<>();
  private final List<Lexicon.Named> names = new ArrayList<>();

  private final List<NameVariant> variants = new ArrayList<>();
  private final Map<String, List<String>> led = new LinkedHashMap<>();
  private final Map<String, List<String>> parts = new LinkedHashMap<>();
  private final Map<String, List<String>> organs = new LinkedHashMap<>();
  private final Map<String, RegisteredParty> states = new LinkedHashMap<>();

  private PartyRegister() {}

  /**
   * Reads the register.
   *
   * @param files the knowledge files; without a register among them it is empty
   * @throws DataException if an id stands twice, a name is missing, or a parent is unknown
   */
  public static PartyRegister of(List<DataFile> files) {
    PartyRegister register = new PartyRegister();
    for (DataFile file : files) {
      if (file.path().equals(VARIANTS)) {
        register.variants.addAll(NameVariant.parse(file));
      }
    }
    for (DataFile file : files) {
      if (file.path().equals(PATH)) {
        register.read(Table.parse(file));
      }
    }
    for (DataFile file : files) {
      if (file.path().equals(LEADERS)) {
        register.readLeaders(Table.parse(file));
      }
    }
    return register;
  }

  /** The party with this id, or null. */
  public @Nullable RegisteredParty party(@Nullable String id) {
    return id == null ? null : parties.get(id);
  }

  /** All parties in file order. */
  public Collection<RegisteredParty> parties() {
    return Collections.unmodifiableCollection(parties.values());
  }

  /** The party's neutral name as it stands behind a noun or preposition. */
  String genitive(RegisteredParty party) {
    String name = party.name();
    for (NameVariant variant : variants) {
      name = variant.where() == NameVariant.Where.END ? variant.applied(name) : name;
    }
    return name;
  }

  /** The names that the register adds to the lookup of words. */
  public List<Lexicon.Named> names() {
    return List.copyOf(names);
  }

  /** The state with this country code, or null. */
  public @Nullable RegisteredParty state(String country) {
    return states.get(country);
  }

  /** Ids of the organs of the state with this country code: its government, forces and services. */
  public List<String> organs(String country) {
    return organs.getOrDefault(country, List.of());
  }

  /** Ids of the coalitions that the party leads, for whose acts it speaks. */
  public List<String> ledBy(String id) {
    return led.getOrDefault(id, List.of());
  }

  /**
   * Ids of the parties that lead this coalition; of "the coalition", all coalitions that somebody
   * leads.
   */
  public List<String> leadersOf(String id) {
    List<String> leaders = new ArrayList<>();
    led.forEach(
        (leader, coalitions) -> {
          if (coalitions.contains(id)) {
            leaders.add(leader);
          } else if (id.equals(ANY_COALITION)) {
            leaders.addAll(coalitions);
          }
        });
    return List.copyOf(leaders);
  }

  /** Ids of the parties whose parent this is. */
  public List<String> partsOf(String id) {
    return parts.getOrDefault(id, List.of());
  }

  /** Whether {@code id} is {@code ancestor} or belongs to it, directly or through others. */
  public boolean belongsTo(String id, String ancestor) {
    Set<String> seen = new LinkedHashSet<>();
    String at = id;
    while (at != null && seen.add(at)) {
      if (at.equals(ancestor)) {
        return true;
      }
      RegisteredParty party = parties.get(at);
      at = party == null ? null : party.parent();
    }
    return false;
  }

  private void read(Table table) {
    for (Table.Row row : table.rows()) {
      RegisteredParty party = party(table, row);
      if (parties.put(party.id(), party) != null) {
        throw new DataException(PATH, row.line(), "id '" + party.id() + "' stands twice");
      }
      String belongs = party.parent();
      if (belongs != null) {
        parts.computeIfAbsent(belongs, k -> new ArrayList<>()).add(party.id());
      }
      if (party.isOrgan()) {
        organs.computeIfAbsent(party.country(), k -> new ArrayList<>()).add(party.id());
      }
      if (party.kind().equals("state") && !party.country().isEmpty()) {
        states.putIfAbsent(party.country(), party);
      }
      Map<String, String> attributes = Map.of("kind", party.kind(), "country", party.country());
      add(NEUTRAL, party, party.names(), attributes, row.line());
      add(LOADED, party, party.loaded(), attributes, row.line());
    }
    for (Table.Row row : table.rows()) {
      String parent = dash(table.cell(row, "parent"));
      if (!parent.isEmpty() && !parties.containsKey(parent)) {
        throw new DataException(
            PATH, row.line(), "parent '" + parent + "'; expected the id of another line");
      }
    }
  }

  private void readLeaders(Table table) {
    for (Table.Row row : table.rows()) {
      for (String leader : Table.spellings(table.cell(row, "leaders"))) {
        if (!parties.containsKey(leader) || !parties.containsKey(table.cell(row, "key"))) {
          throw new DataException(
              LEADERS,
              row.line(),
              "'" + leader + "' leads '" + table.cell(row, "key") + "'; expected ids of " + PATH);
        }
        led.computeIfAbsent(leader, k -> new ArrayList<>()).add(table.cell(row, "key"));
      }
    }
  }

  private static RegisteredParty party(Table table, Table.Row row) {
    String id = table.cell(row, "id");
    List<String> neutral = Table.spellings(table.cell(row, "arabic"));
    if (id.isEmpty() || neutral.isEmpty()) {
      throw new DataException(PATH, row.line(), "a party without id or name; expected both");
    }
    String parent = dash(table.cell(row, "parent"));
    return new RegisteredParty(
        id,
        table.cell(row, "name_en"),
        neutral,
        Table.spellings(dash(table.cell(row, "loaded"))),
        table.cell(row, "kind"),
        dash(table.cell(row, "country")),
        parent.isEmpty() ? null : parent);
  }

  private void add(
      String list,
      RegisteredParty party,
      List<String> written,
      Map<String, String> attributes,
      int line) {
    if (!written.isEmpty()) {
      Set<String> all = new LinkedHashSet<>(written);
      written.forEach(name -> variants.forEach(variant -> variant.addTo(all, name)));
      names.add(
          new Lexicon.Named(
              list, party.id(), party.nameEn(), List.copyOf(all), attributes, PATH, line));
    }
  }

  private static String dash(String cell) {
    return cell.equals("-") ? "" : cell;
  }
}
