package org.isnad.core.dating;

import org.isnad.core.mention.DateWindow;

/**
 * One way to read when an event happened: the words of time against one clock.
 *
 * @param window the days that come out, local to the place of the event
 * @param clock whose "today" the words count from; its article is another than the report's where
 *     the words stand in a copied passage (codebook section 5)
 * @param reason why it is read so, in a sentence
 */
public record TimeReading(DateWindow window, Clock clock, String reason) {}
