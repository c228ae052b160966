package org.isnad.core.report;

import java.util.ArrayList;
import java.util.List;
import org.isnad.core.mention.party.PartyRegister;
import org.isnad.core.mention.party.RegisteredParty;
import org.jspecify.annotations.Nullable;

/**
 * Counts once what an article names in several ways: a state and its own force ("Turkey", later
 * "the Turkish aircraft"), a party under two names, a coalition beside the state that leads it
 * (codebook section 7).
 */
final class OneSide {

  private final PartyRegister register;

  OneSide(PartyRegister register) {
    this.register = register;
  }

  /** The actors of one event, each side's whole and part together under the narrower name. */
  List<Party> of(List<Party> actors) {
    List<Party> sides = new ArrayList<>();
    for (Party actor : actors) {
      int known = index(sides, actor);
      if (known < 0) {
        sides.add(actor);
      } else {
        sides.set(known, together(sides.get(known), actor));
      }
    }
    return sides;
  }

  private int index(List<Party> sides, Party actor) {
    for (int i = 0; i < sides.size(); i++) {
      if (areOne(sides.get(i), actor)) {
        return i;
      }
    }
    return -1;
  }

  private boolean areOne(Party a, Party b) {
    String x = a.id();
    String y = b.id();
    if (x == null || y == null) {
      return a.name().equals(b.name()) || x != y && isLonger(a, b);
    }
    return register.belongsTo(x, y)
        || register.belongsTo(y, x)
        || isLedBy(x, y)
        || isLedBy(y, x)
        || isNamedShort(x, y)
        || isNamedShort(y, x);
  }

  /**
   * "the forces of the resistance, loyal to the president", one of them registered: one name in
   * another.
   */
  private static boolean isLonger(Party a, Party b) {
    Party known = a.id() == null ? b : a;
    Party other = a.id() == null ? a : b;
    return known.name().indexOf(' ') > 0 && (other.name() + " ").contains(known.name() + " ");
  }

  /** Whether {@code coalition} is one that {@code id} or what it belongs to leads. */
  private boolean isLedBy(String coalition, String id) {
    for (String at = id; at != null; at = parent(at)) {
      List<String> led = register.ledBy(at);
      boolean any = coalition.equals(PartyRegister.ANY_COALITION) && !led.isEmpty();
      if (any || led.contains(coalition)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable String parent(String id) {
    RegisteredParty party = register.party(id);
    return party == null ? null : party.parent();
  }

  /** "the coalition" beside a coalition with its name. */
  private boolean isNamedShort(String shortId, String id) {
    RegisteredParty party = register.party(id);
    return shortId.equals(PartyRegister.ANY_COALITION)
        && party != null
        && party.kind().equals("coalition");
  }

  /** The narrower of two names, said by itself where either was. */
  private Party together(Party first, Party second) {
    String x = first.id();
    String y = second.id();
    boolean narrower = x != null && y != null && !x.equals(y) && register.belongsTo(y, x);
    Party kept = narrower ? second : first;
    Party other = narrower ? first : second;
    boolean claims = other.standing() == Party.Standing.CLAIMED && kept.by() == null;
    return new Party(
        kept.name(),
        kept.id(),
        kept.nameEn(),
        claims ? Party.Standing.CLAIMED : kept.standing(),
        kept.by(),
        kept.framing(),
        kept.span() == null ? other.span() : kept.span());
  }
}
