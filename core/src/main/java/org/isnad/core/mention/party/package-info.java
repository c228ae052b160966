/**
 * Parties: states, forces, factions, bodies and persons that act, suffer or speak.
 *
 * <p>In comes an analysed text; out come {@link org.isnad.core.mention.PartyMention mentions}, each
 * with the name as the text gives it, free of clitics and of words that judge. Known names come
 * from the {@link org.isnad.core.mention.party.PartyRegister}; forces are put together from a head
 * noun and a nationality or an owner; unknown groups and persons are recognised by the words before
 * their names. Words that judge are kept beside the mention as evidence of framing (codebook
 * section 7). Any text can be read; what is not understood yields no mention.
 */
@NullMarked
package org.isnad.core.mention.party;

import org.jspecify.annotations.NullMarked;
