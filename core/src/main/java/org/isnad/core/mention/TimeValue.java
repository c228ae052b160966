package org.isnad.core.mention;

/**
 * What an expression of time means, relative to a clock that is not known yet: a calendar date, a
 * weekday before the clock, a stretch up to it. Resolved in {@code dating}.
 */
public interface TimeValue {}
