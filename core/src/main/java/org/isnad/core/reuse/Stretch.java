package org.isnad.core.reuse;

import org.isnad.core.text.Span;

/**
 * A part of an article that stands in others too.
 *
 * @param span where it stands
 * @param text number of the text; stretches of one number are one text
 */
public record Stretch(Span span, int text) {}
