package org.isnad.core.mention.party;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.isnad.core.mention.PartyMention;
import org.isnad.core.mention.TokenRange;
import org.jspecify.annotations.Nullable;

/**
 * Gives forces that are named without their country ("الجيش", "الشرطة") the country whose organs an
 * article mostly names.
 */
final class HomeForces {

  /** Mentions of a country's organs from which it can be the article's own. */
  private static final int LEAST = 2;

  private final PartyRegister register;

  HomeForces(PartyRegister register) {
    this.register = register;
  }

  /** The mentions with ids for forces without owner, where one country prevails. */
  List<PartyMention> resolved(List<PartyMention> mentions) {
    RegisteredParty home = home(mentions);
    if (home == null) {
      return List.copyOf(mentions);
    }
    List<PartyMention> resolved = new ArrayList<>(mentions.size());
    for (PartyMention mention : mentions) {
      String id = isHomeless(mention) ? body(home, mention.kind()) : null;
      resolved.add(id == null ? mention : withId(mention, id));
    }
    return List.copyOf(resolved);
  }

  private @Nullable RegisteredParty home(List<PartyMention> mentions) {
    Map<String, Integer> counts = new TreeMap<>();
    int all = 0;
    for (PartyMention mention : mentions) {
      RegisteredParty party = register.party(mention.id());
      if (party != null && party.isOrgan()) {
        counts.merge(party.country(), 1, Integer::sum);
        all++;
      }
    }
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      if (entry.getValue() >= LEAST && entry.getValue() * 2 > all) {
        return register.state(entry.getKey());
      }
    }
    return null;
  }

  private static boolean isHomeless(PartyMention mention) {
    TokenRange tokens = mention.tokens();
    return mention.id() == null
        && tokens.size() <= 2
        && mention.derivation().rule().equals("party/forces");
  }

  private @Nullable String body(RegisteredParty home, String kind) {
    String suffix =
        switch (kind) {
          case "army" -> "army";
          case "police" -> "police";
          case "security-service" -> "security-forces";
          case "air-force" -> "air-force";
          case "government" -> "government";
          default -> "";
        };
    String id = home.id() + "-" + suffix;
    return register.party(id) == null ? null : id;
  }

  private static PartyMention withId(PartyMention mention, String id) {
    return new PartyMention(
        mention.span(),
        mention.tokens(),
        mention.name(),
        id,
        mention.kind(),
        mention.count(),
        mention.framing(),
        mention.derivation());
  }
}
