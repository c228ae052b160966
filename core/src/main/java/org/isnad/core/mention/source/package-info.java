/**
 * Who says so: speakers, the agency or outlet that is quoted, the channel, and how far each one's
 * words go (codebook section 9).
 *
 * <p>In comes an analysed text with its parties; out come {@link
 * org.isnad.core.mention.source.Attributions}, which answer for any token whose word it is. Verbs
 * of speech before and after their speaker, "according to", headlines of the form "speaker: words",
 * quotations that run over sentences, and speakers who go on ("وأضاف") or come back ("المصدر ذاته")
 * are read. Claims, denials and accusations are attributions with their {@link
 * org.isnad.core.mention.source.SpeechAct}. Where nobody is named the outlet itself speaks, and
 * there is no attribution.
 *
 * <p>{@code AttributionReader} takes the sentences in turn; {@code CueReader} reads the cues of one
 * sentence. Each kind of cue has its reader: {@code HeadlineCues} (colons), {@code PhraseCues} (set
 * phrases about who did it), {@code AccordingCues} (prepositions), {@code VerbCues} with {@code
 * CitationCues} (verbs). They share {@code Clause} (the words between), {@code Subjects} (who
 * speaks), {@code Publications} (through whom), {@code Contents} (whether anything is said), {@code
 * Accused} (who is blamed), and below them {@code SpeakerReader} (which words name a speaker).
 */
@NullMarked
package org.isnad.core.mention.source;

import org.jspecify.annotations.NullMarked;
