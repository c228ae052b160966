package org.isnad.core.mention.source;

import java.util.List;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.lexicon.Features.Part;
import org.isnad.core.mention.SourceMention;
import org.isnad.core.mention.SourceMention.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads prepositions and particles that name a source: {@code بحسب الشرطة} ("according to the
 * police"), {@code وفق ما أعلن الوزير}, {@code نقلا عن وكالة عن شاهد}.
 */
final class AccordingCues {

  private final SpeakerReader reader;
  private final SpeakerReader.Context context;
  private final AnalyzedText text;
  private final Sentence sentence;
  private final Clause clause;
  private final Subjects subjects;
  private final Publications publications;

  AccordingCues(
      SpeakerReader reader,
      SpeakerReader.Context context,
      Sentence sentence,
      Clause clause,
      Subjects subjects,
      Publications publications) {
    this.reader = reader;
    this.context = context;
    this.text = context.text();
    this.sentence = sentence;
    this.clause = clause;
    this.subjects = subjects;
    this.publications = publications;
  }

  @Nullable Cue accordingTo(int at) {
    Label label = text.token(at).label(Clause.ACCORDING);
    if (label == null || label.entry().is("takes", "none") || label.entry().is("agent", "yes")) {
      return null;
    }
    boolean weak = label.entry().is("weak", "yes");
    int next = clause.skipMinor(label.end());
    Label verb = next < sentence.end() ? telling(next) : null;
    boolean ownClause = label.entry().is("clause", "yes");
    if (weak && (verb == null || ownClause || !hasSpeaker(verb))) {
      return null;
    }
    int start = verb == null ? next : clause.skipMinor(verb.end());
    List<SourceMention> speakers = start < sentence.end() ? subjects.coordinated(start) : List.of();
    SourceMention told =
        verb != null && publications.isAddressed(speakers) ? speakers.getFirst() : null;
    if (told != null) {
      speakers = subjects.coordinated(told.tokens().end());
    }
    Publications.Quoted quoted =
        told == null
            ? publications.passedOn(speakers)
            : new Publications.Quoted(List.of(told), speakers);
    speakers = quoted.speakers();
    if (speakers.isEmpty() || (weak || verb == null) && isUnknown(speakers.getFirst())) {
      return null;
    }
    int end = Cue.end(label, speakers);
    boolean ahead = label.entry().is("ahead", "yes");
    if (ahead
        && (isRejected(at) || !isDocument(speakers.getFirst()) || !clause.hasContent(end, false))) {
      return null;
    }
    boolean forward = ahead || at <= sentence.first() + 1 && !weak;
    List<SourceMention> through = quoted.through();
    if (through.isEmpty() && verb != null) {
      through = Publications.listed(publications.outer(end, end + 6, speakers));
    }
    return Cue.of(
        at,
        Math.max(end, through.isEmpty() ? 0 : through.getLast().tokens().end()),
        SpeechAct.SAY,
        publications.withMedium(speakers, end),
        through,
        forward,
        null,
        label);
  }

  /** "رفض ما جاء في التقرير": what stands there is rejected. */
  private boolean isRejected(int at) {
    Label thing = at == sentence.first() ? null : text.token(at - 1).label("denied-things");
    return thing != null && thing.end() > at;
  }

  /** A document, or whoever is named as the author of one. */
  private boolean isDocument(SourceMention speaker) {
    Label noun = text.token(speaker.tokens().first()).label("speech-nouns");
    return noun != null && noun.entry().is("document", "yes");
  }

  /** Unknown words that only their place makes a name: too little behind a mere preposition. */
  private boolean isUnknown(SourceMention speaker) {
    boolean bare = speaker.kind() == Kind.PERSON && speaker.role() == null && speaker.id() == null;
    return bare && !context.earlier().knows(speaker.name());
  }

  /**
   * A verb of speech that is no noun for a speaker: "حسب متحدث …" names one, "حسبما تحدث" tells.
   */
  private @Nullable Label telling(int at) {
    Label verb = clause.verb(at);
    boolean participle = verb != null && verb.features().part() == Part.ACTIVE_PARTICIPLE;
    return participle && reader.at(context, at) != null ? null : verb;
  }

  private boolean hasSpeaker(@Nullable Label verb) {
    return verb != null
        && !subjects.coordinated(clause.skipMinor(verb.end())).isEmpty()
        && !verb.entry().is("weak", "yes");
  }
}
