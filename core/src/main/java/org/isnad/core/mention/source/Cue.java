package org.isnad.core.mention.source;

import java.util.ArrayList;
import java.util.List;
import org.isnad.core.analysis.Label;
import org.isnad.core.mention.PartyMention;
import org.isnad.core.mention.SourceMention;
import org.isnad.core.rule.Derivation;
import org.jspecify.annotations.Nullable;

/**
 * A place in a sentence that shows who speaks.
 *
 * @param first number of the first token
 * @param end number behind the last token, speaker included
 * @param act what is done with words
 * @param speakers who speaks, several where they are coordinated
 * @param through the agencies and outlets that pass it on, outermost first; the last is the one to
 *     which it was said
 * @param forward whether the words stand behind the cue; otherwise around and before it
 * @param object who is accused, or null
 * @param doubtful whether the verb casts doubt
 * @param derivation rule and entries
 */
record Cue(
    int first,
    int end,
    SpeechAct act,
    List<SourceMention> speakers,
    List<SourceMention> through,
    boolean forward,
    @Nullable PartyMention object,
    boolean doubtful,
    Derivation derivation) {

  /** The rule of words that name a source. */
  static final String ACCORDING = "source/according-to";

  /** The rule of words by which a publication or document is quoted. */
  static final String QUOTING = "source/quoting";

  Cue {
    speakers = List.copyOf(speakers);
    through = List.copyOf(through);
  }

  /** The agency or outlet to which it was said or which is quoted, or null. */
  @Nullable SourceMention outer() {
    return through.isEmpty() ? null : through.getLast();
  }

  /** Whether the only one named is a publication or a document, which others are quoted through. */
  boolean isPublication() {
    return speakers.size() == 1 && isPublication(speakers.getFirst());
  }

  static boolean isPublication(SourceMention speaker) {
    return switch (speaker.kind()) {
      case AGENCY, OUTLET, DOCUMENT -> true;
      default -> false;
    };
  }

  boolean hasSpeakersOf(Cue other) {
    if (speakers.size() != other.speakers.size()) {
      return false;
    }
    for (int i = 0; i < speakers.size(); i++) {
      if (!speakers.get(i).name().equals(other.speakers.get(i).name())) {
        return false;
      }
    }
    return true;
  }

  /** Whether words such as "quoting" and "based on" open it. */
  boolean quotes() {
    return derivation.rule().equals(QUOTING);
  }

  /** The same cue, from an earlier token on and speaking for what follows. */
  Cue from(int earlier) {
    return new Cue(earlier, end, act, speakers, through, true, object, doubtful, derivation);
  }

  /** The same cue as a denial. */
  Cue denying() {
    return new Cue(
        first, end, SpeechAct.DENY, speakers, through, forward, object, doubtful, derivation);
  }

  /** The same cue, speaking for what stands before it. */
  Cue lookingBack() {
    return new Cue(first, end, act, speakers, through, false, object, doubtful, derivation);
  }

  /** The same cue, which ends later. */
  Cue upTo(int later) {
    return new Cue(first, later, act, speakers, through, forward, object, doubtful, derivation);
  }

  /** The same cue, whose speaker says it through these. */
  Cue spokenBy(List<SourceMention> others) {
    List<SourceMention> all = passingOn();
    return new Cue(first, end, act, others, all, forward, object, doubtful, derivation);
  }

  /** The same cue, passed on by these as well, who stand around those that it has. */
  Cue through(List<SourceMention> publications) {
    List<SourceMention> all = new ArrayList<>(publications);
    all.addAll(through);
    return new Cue(first, end, act, speakers, all, forward, object, doubtful, derivation);
  }

  Cue through(SourceMention publication) {
    return through(List.of(publication));
  }

  /** Those who pass on the words of the next: the ones around the speaker, and the speaker. */
  List<SourceMention> passingOn() {
    List<SourceMention> all = new ArrayList<>(through);
    all.add(speakers.getFirst());
    return all;
  }

  /** A cue that a list entry opens, with the rule of its list. */
  static Cue of(
      int first,
      int end,
      SpeechAct act,
      List<SourceMention> speakers,
      List<SourceMention> through,
      boolean forward,
      @Nullable PartyMention object,
      Label label) {
    boolean quotes = label.list().equals(Clause.ACCORDING) && label.entry().is("cites", "yes");
    String rule = quotes ? QUOTING : "source/" + label.list();
    Derivation derivation = new Derivation(rule, List.of(label.entry().qualified()));
    return new Cue(
        first,
        end,
        act,
        speakers,
        through,
        forward,
        object,
        label.entry().is("doubt", "yes"),
        derivation);
  }

  /** Behind the words of the entry and behind all speakers. */
  static int end(Label label, List<SourceMention> speakers) {
    int end = label.end();
    for (SourceMention speaker : speakers) {
      end = Math.max(end, speaker.tokens().end());
    }
    return end;
  }
}
