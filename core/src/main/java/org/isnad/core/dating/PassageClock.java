package org.isnad.core.dating;

import org.isnad.core.text.Span;

/**
 * A clock against which a stretch of an article may be read.
 *
 * @param clock when the words were written
 * @param span where the words stand in the article whose clock it is
 * @param certain whether it is known that the words stem from there
 * @param reason why, in a sentence
 */
public record PassageClock(Clock clock, Span span, boolean certain, String reason) {}
