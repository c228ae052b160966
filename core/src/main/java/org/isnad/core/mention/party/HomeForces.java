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
  private final @Nullable RegisteredParty home;

  /** The forces of the country that prevails in a text with these parties. */
  HomeForces(PartyRegister register, List<PartyMention> all) {
    this.register = register;
    this.home = home(register, all);
  }

  /** Some of the mentions with ids for forces without owner, where one country prevails. */
  List<PartyMention> resolved(List<PartyMention> mentions) {
    RegisteredParty owner = home;
    if (owner == null) {
      return mentions;
    }
    List<PartyMention> resolved = new ArrayList<>(mentions.size());
    for (PartyMention mention : mentions) {
      String id = isHomeless(mention) ? body(owner, mention.kind()) : null;
      resolved.add(id == null ? mention : withId(mention, id));
    }
    return resolved;
  }

  private static @Nullable RegisteredParty home(
      PartyRegister register, List<PartyMention> mentions) {
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

  /** Whether it is a force without owner that the text can have given one elsewhere. */
  static boolean isHomeless(PartyMention mention) {
    TokenRange tokens = mention.tokens();
    return mention.id() == null
        && tokens.size() <= 2
        && mention.derivation().rule().equals("party/forces");
  }

  private @Nullable String body(RegisteredParty owner, String kind) {
    String suffix =
        switch (kind) {
          case "army" -> "army";
          case "police" -> "police";
          case "security-service" -> "security-forces";
          case "air-force" -> "air-force";
          case "government" -> "government";
          default -> "";
        };
    String id = owner.id() + "-" + suffix;
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
