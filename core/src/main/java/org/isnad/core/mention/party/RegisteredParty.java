package org.isnad.core.mention.party;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the register of parties.
 *
 * @param id stable slug, {@code iraq-army}
 * @param nameEn English name
 * @param names neutral Arabic names, most usual first
 * @param loaded names for it that judge
 * @param kind {@code state, government, army, police, security-service, air-force, faction,
 *     coalition, party, official, international, agency, media} or {@code people}
 * @param country ISO 3166-1 alpha-2, or empty
 * @param parent id of what it belongs to, or null
 */
public record RegisteredParty(
    String id,
    String nameEn,
    List<String> names,
    List<String> loaded,
    String kind,
    String country,
    @Nullable String parent) {

  /** Copies the lists. */
  public RegisteredParty {
    names = List.copyOf(names);
    loaded = List.copyOf(loaded);
  }

  /** Whether it is a state or one of its organs. */
  public boolean isOrgan() {
    return switch (kind) {
      case "state", "government", "army", "air-force", "police", "security-service" ->
          !country.isEmpty();
      default -> false;
    };
  }

  /** Whether it fights or uses force as such. */
  public boolean isArmed() {
    return PartyKinds.WAR.contains(kind);
  }

  /** The neutral name that is used where the text has only a loaded one. */
  public String name() {
    return names.getFirst();
  }
}
