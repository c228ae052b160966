package org.isnad.core.mention.party;

import java.util.Set;
import java.util.TreeSet;

/** The kinds of parties of the register that use arms (codebook section 7). */
public final class PartyKinds {

  /** Those by which a war is fought. */
  public static final Set<String> WAR = Set.of("army", "air-force", "faction", "coalition");

  /** Those that bear arms at all: beside the ones of war, police and security services. */
  public static final Set<String> ARMED = and(WAR, "police", "security-service");

  private PartyKinds() {}

  /** The kinds and some more. */
  public static Set<String> and(Set<String> kinds, String... more) {
    Set<String> all = new TreeSet<>(kinds);
    all.addAll(Set.of(more));
    return Set.copyOf(all);
  }
}
