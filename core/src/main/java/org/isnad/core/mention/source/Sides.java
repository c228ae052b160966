package org.isnad.core.mention.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Token;
import org.isnad.core.mention.SourceMention;
import org.isnad.core.mention.party.PartyRegister;
import org.isnad.core.mention.party.RegisteredParty;
import org.jspecify.annotations.Nullable;

/**
 * Tells for whom a speaker speaks: a spokesman of the police speaks for the police and its state,
 * an army of a coalition that it leads. Keeps what one article has told of its speakers.
 */
final class Sides {

  private final PartyRegister register;
  private final Map<String, List<String>> byName = new HashMap<>();

  Sides(PartyRegister register) {
    this.register = register;
  }

  /**
   * Ids of the parties for which the speaker speaks, nearest first; empty where that is not known.
   */
  List<String> of(AnalyzedText text, SourceMention speaker) {
    List<String> known = byName.get(speaker.name());
    if (known != null && !known.isEmpty()) {
      return known;
    }
    Set<String> sides = new LinkedHashSet<>();
    RegisteredParty self = register.party(speaker.id());
    if (self != null) {
      add(sides, self);
    }
    boolean person = self == null || self.kind().equals("official");
    if (person && !Cue.isPublication(speaker)) {
      named(text, speaker).forEach(party -> add(sides, party));
    }
    List<String> found = List.copyOf(sides);
    byName.put(speaker.name(), found);
    return found;
  }

  /**
   * Whether the speaker speaks first of all for a body that uses force; the office holder himself,
   * who is told first, is none. Of a body that no list knows its head noun tells ("سرايا …",
   * "المتحدث باسم لواء …").
   */
  boolean isArmed(AnalyzedText text, @Nullable SourceMention speaker, List<String> sides) {
    if (sides.isEmpty() && speaker != null && !Cue.isPublication(speaker)) {
      return speaker.kind() != SourceMention.Kind.UNNAMED && namesFighters(text, speaker);
    }
    for (String side : sides) {
      RegisteredParty party = register.party(side);
      if (party != null && !party.kind().equals("official")) {
        return party.isArmed();
      }
    }
    return false;
  }

  private static boolean namesFighters(AnalyzedText text, SourceMention speaker) {
    for (int i = speaker.tokens().first(); i < speaker.tokens().end(); i++) {
      Label group = text.token(i).label("group-words");
      if (group != null && isOfFighters(group)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfFighters(Label group) {
    boolean fights = group.entry().is("kind", "faction") || group.entry().is("kind", "army");
    return fights && (group.entry().is("name", "yes") || group.key().equals("forces"));
  }

  /** The parties and nationalities that the speaker's description names. */
  private List<RegisteredParty> named(AnalyzedText text, SourceMention speaker) {
    List<RegisteredParty> parties = new ArrayList<>();
    for (int i = speaker.tokens().first(); i < speaker.tokens().end(); i++) {
      Token token = text.token(i);
      for (String list :
          List.of(PartyRegister.NEUTRAL, PartyRegister.LOADED, "nationalities", "capitals")) {
        Label label = token.label(list);
        RegisteredParty party =
            label == null || label.end() > speaker.tokens().end()
                ? null
                : register.party(id(label));
        if (party != null) {
          parties.add(party);
        }
      }
    }
    return parties;
  }

  private static String id(Label label) {
    String party = label.entry().attribute("party");
    return party.isEmpty() ? label.key() : party;
  }

  private void add(Set<String> sides, RegisteredParty party) {
    RegisteredParty at = party;
    for (int depth = 0; at != null && depth < 6; depth++) {
      sides.add(at.id());
      sides.addAll(register.ledBy(at.id()));
      sides.addAll(at.kind().equals("coalition") ? register.leadersOf(at.id()) : List.of());
      at = register.party(at.parent());
    }
    if (party.isOrgan() || party.kind().equals("official")) {
      sides.addAll(register.organs(party.country()));
      RegisteredParty state = register.state(party.country());
      sides.addAll(state == null ? List.of() : register.ledBy(state.id()));
    } else {
      sides.addAll(register.partsOf(party.id()));
    }
    boolean coalition =
        sides.stream()
            .map(register::party)
            .anyMatch(p -> p != null && p.kind().equals("coalition"));
    if (coalition) {
      sides.add(PartyRegister.ANY_COALITION);
    }
  }
}
