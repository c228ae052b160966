package org.isnad.core.mention.source;

import java.util.List;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.lexicon.Features.Part;
import org.isnad.core.mention.PartyMention;
import org.isnad.core.mention.SourceMention;
import org.isnad.core.mention.party.Constructs;
import org.jspecify.annotations.Nullable;

/**
 * Reads verbs of speech with whoever speaks: {@code أعلنت الشرطة مقتل}, {@code وأضاف أن}, {@code
 * متهما الحركة بقصف}.
 */
final class VerbCues {

  private final AnalyzedText text;
  private final Sentence sentence;
  private final Clause clause;
  private final Subjects subjects;
  private final Publications publications;
  private final Contents contents;
  private final Accused accused;
  private final CitationCues citations;

  VerbCues(
      SpeakerReader.Context context,
      Sentence sentence,
      Clause clause,
      Subjects subjects,
      Publications publications,
      Contents contents,
      Accused accused,
      CitationCues citations) {
    this.text = context.text();
    this.sentence = sentence;
    this.clause = clause;
    this.subjects = subjects;
    this.publications = publications;
    this.contents = contents;
    this.accused = accused;
    this.citations = citations;
  }

  @Nullable Cue spoken(Label verb) {
    SpeechAct act = SpeechAct.of(verb.entry().attribute("function"));
    if (clause.isNegated(verb) || subjects.describesDocument(verb) || contents.needsMore(verb)) {
      return null;
    }
    List<SourceMention> issuers = subjects.issuers(verb);
    if (!issuers.isEmpty()) {
      return spoken(verb, verb.first(), act, issuers, verb.end() + 1);
    }
    List<SourceMention> meant = subjects.isRelative(verb) ? subjects.antecedent(verb) : List.of();
    if (!meant.isEmpty()) {
      return spoken(verb, verb.first(), act, meant, verb.end());
    }
    if (subjects.isRelative(verb)) {
      return null;
    }
    int start = clause.skipMinor(verb.end());
    List<SourceMention> speakers = start < sentence.end() ? subjects.coordinated(start) : List.of();
    if (act == SpeechAct.CITE) {
      return citations.cited(verb, speakers);
    }
    Cue ascribed = act == SpeechAct.ACCUSE ? citations.ascribed(verb, speakers) : null;
    if (ascribed != null) {
      return ascribed;
    }
    speakers = subjects.isMeans(speakers) ? List.of() : speakers;
    PartyMention charged = act == SpeechAct.ACCUSE ? accused.charged(verb, speakers) : null;
    if (charged != null) {
      int end = charged.tokens().end();
      return Cue.of(verb.first(), end, act, subjects.running(), List.of(), true, charged, verb);
    }
    List<SourceMention> leading = subjects.leading(verb);
    if (!leading.isEmpty()) {
      int behind = verb.end();
      boolean content = clause.hasContent(behind, verb.entry().is("weak", "yes"));
      return content || contents.standsWithoutContent(verb, act, leading, true)
          ? spoken(verb, leading.getFirst().tokens().first(), act, leading, behind)
          : null;
    }
    if (act == SpeechAct.CLAIM && speakers.isEmpty()) {
      speakers = subjects.behindObject(verb.end());
    }
    boolean claims = act == SpeechAct.ANNOUNCE && contents.takesResponsibility(verb.end());
    boolean masdar = verb.features().part() == Part.MASDAR;
    if (claims) {
      List<SourceMention> claimants = speakers.isEmpty() ? subjects.before(verb.first()) : speakers;
      boolean bare = claimants.isEmpty() && contents.takesAtOnce(verb.end());
      claimants = bare ? subjects.running() : claimants;
      return claimants.isEmpty()
          ? null
          : spoken(verb, verb.first(), SpeechAct.CLAIM, claimants, Cue.end(verb, speakers));
    }
    boolean participle = verb.features().part() == Part.ACTIVE_PARTICIPLE;
    SourceMention told = publications.isAddressed(speakers) ? speakers.getFirst() : null;
    if (told != null) {
      speakers = publications.behindAddressee(told);
    }
    if (subjects.isObject(verb, speakers)) {
      speakers = List.of();
    }
    List<SourceMention> accusers = masdar || participle ? List.of() : subjects.withObject(verb);
    if (!accusers.isEmpty()) {
      speakers = List.of();
    }
    boolean own = !speakers.isEmpty() && !participle;
    if (!own && !masdar) {
      speakers = participle ? List.of() : subjects.before(verb.first());
    }
    boolean named = !speakers.isEmpty();
    int first = named && !own && !masdar ? speakers.getFirst().tokens().first() : verb.first();
    int behind = Cue.end(verb, own ? speakers : List.of());
    boolean content =
        clause.hasContent(behind, verb.entry().is("weak", "yes"))
            || contents.counts(verb, behind)
            || contents.rejectsRumour(verb, behind);
    boolean blames =
        participle
            && act == SpeechAct.ACCUSE
            && verb.end() < sentence.end()
            && !Constructs.hasPreposition(text.token(verb.end()))
            && (accused.partyAfter(verb.end(), List.of()) != null
                || accused.accused(verb.end()) != null);
    if (!named && (content || blames) && !masdar && subjects.runsOn(verb)) {
      speakers = subjects.running();
      content = true;
    }
    boolean after = own && !content && contents.isAfterthought(verb, act, behind);
    if (speakers.isEmpty()
        || !content && !after && !contents.standsWithoutContent(verb, act, speakers, named)) {
      return null;
    }
    Cue cue = spoken(verb, first, act, speakers, behind);
    cue = after ? cue.lookingBack() : cue;
    return told == null || cue.outer() != null ? cue : cue.through(told);
  }

  Cue spoken(Label verb, int first, SpeechAct act, List<SourceMention> speakers, int behind) {
    int limit = Math.min(sentence.end(), behind + 12);
    SourceMention told = publications.outer(behind, limit, speakers);
    SourceMention outer = told == null ? publications.toldBefore(first, speakers) : told;
    List<SourceMention> described = publications.withMedium(speakers, behind);
    boolean quoteBefore =
        verb.first() > sentence.first()
            && (clause.isClosing(verb.first() - 1) || contents.looksBack(verb));
    int objectFrom = accused.behindMedium(behind);
    PartyMention object =
        act == SpeechAct.ACCUSE || act == SpeechAct.SUSPECT
            ? accused.partyAfter(objectFrom, speakers)
            : null;
    if (object == null && act == SpeechAct.ACCUSE && verb.entry().is("object", "direct")) {
      object = accused.accused(objectFrom);
    }
    int end = told == null ? behind : Math.max(behind, told.tokens().end());
    return Cue.of(
        first, end, act, described, Publications.listed(outer), !quoteBefore, object, verb);
  }
}
