package org.isnad.core.mention;

import java.util.List;
import org.isnad.core.rule.Derivation;
import org.isnad.core.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Words that name a force, faction, state, body, person or group of persons.
 *
 * @param span where they stand
 * @param tokens the tokens covered
 * @param name the name as in the text, without clitics and without loaded words
 * @param id identifier in the register, or null where it is not there
 * @param kind what it is, as in the register ({@code state, army, faction, …}), or {@code person},
 *     {@code role} (soldiers, civilians), {@code equipment} (aircraft of a force, which stand for
 *     it), {@code asset} (bases, positions, patrols of a force, which are aimed at)
 * @param count how many persons, or null
 * @param framing loaded words that were dropped from the name, as written
 * @param derivation the rule and list entries
 */
public record PartyMention(
    Span span,
    TokenRange tokens,
    String name,
    @Nullable String id,
    String kind,
    @Nullable Quantity count,
    List<String> framing,
    Derivation derivation)
    implements Mention {}
