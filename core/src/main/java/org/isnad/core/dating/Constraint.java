package org.isnad.core.dating;

import java.time.DayOfWeek;
import java.util.Set;
import org.isnad.core.mention.DateWindow;
import org.isnad.core.rule.Derivation;
import org.isnad.core.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * One piece of evidence about the day of publication.
 *
 * @param window the days it allows
 * @param weekdays the weekdays it allows; empty means any
 * @param span the words, or null where the evidence is not in the text
 * @param reason what is concluded from them, in a sentence
 * @param setAside whether it contradicts the rest and was left out
 * @param derivation the rule and list entries
 */
public record Constraint(
    DateWindow window,
    Set<DayOfWeek> weekdays,
    @Nullable Span span,
    String reason,
    boolean setAside,
    Derivation derivation) {}
