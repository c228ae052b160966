package org.isnad.core.mention.source;

import java.util.ArrayList;
import java.util.List;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Features;
import org.isnad.core.lexicon.Features.Gender;
import org.isnad.core.lexicon.Features.Part;
import org.isnad.core.lexicon.Features.Tense;
import org.isnad.core.lexicon.ListFilter;
import org.isnad.core.mention.PartyMention;
import org.isnad.core.mention.SourceMention;
import org.isnad.core.mention.SourceMention.Kind;
import org.isnad.core.mention.TokenRange;
import org.isnad.core.mention.party.Constructs;
import org.isnad.core.mention.party.Naming;
import org.isnad.core.rule.Derivation;
import org.isnad.core.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cues of one sentence: verbs of speech, "according to", headlines with a colon,
 * no-claims.
 */
final class CueReader {

  static final String VERBS = "speech-verbs";
  private static final String ACCORDING = "according-to";
  private static final String MARKERS = "content-markers";
  private static final String ADDRESSEES = "addressees";
  private static final String MEDIA = "media";
  private static final String NARRATION = "narration";
  private static final String NO_CLAIM = "no-claim";
  private static final String MODALITY = "event-modality";
  private static final String DENIALS = "denial-phrases";

  /** How far behind a speaker "there is no truth in" opens what is said: behind "that". */
  private static final int DENIED_FIRST = 5;

  /** How far behind a speaker "is untrue" closes what is denied: one clause. */
  private static final int DENIED_BEHIND = 24;

  /** What a token that opens a cue is known as. */
  private static final ListFilter OPENERS = ListFilter.of(VERBS, ACCORDING, NO_CLAIM);

  /** Words whose names hold a date ("the Seventh of April bridge"), which are no times. */
  private static final String DATED_NAMES = "dated-names";

  /**
   * How far behind its verb the content of speech begins at most; offices and dates stand between.
   */
  private static final int CONTENT_REACH = 26;

  /** The same for verbs that mostly mean something else: the content must follow almost at once. */
  private static final int WEAK_REACH = 4;

  /** How far a speaker can stand before its verb ("وكان … قد قال"). */
  private static final int SUBJECT_REACH = 18;

  /**
   * How far behind "announced" the word for responsibility stands; a name and an adverb stand
   * between.
   */
  private static final int CLAIM_REACH = 9;

  /**
   * The same in words for "its responsibility", which can only be the speaker's: whose follower it
   * is, where, and when it announced it stand between.
   */
  private static final int PRONOUN_REACH = 24;

  /** How far whoever claims an attack can stand behind it: the attack with its adjectives. */
  private static final int OBJECT_REACH = 3;

  /** Longest aside between a speaker and what he says, in tokens: a clause on who he is. */
  private static final int ASIDE_REACH = 22;

  private static final String COMMAS = ",\u060C";

  /** How far behind whoever counts losses the word for them stands: behind its number. */
  private static final int COUNTED_WITHIN = 4;

  /** How far whoever "stands behind it" can stand before these words: a name with adjectives. */
  private static final int BLAMED_REACH = 7;

  /** Most tokens behind a speaker who is named last: "لوكالة … عبر الهاتف مساء أمس". */
  private static final int AFTERTHOUGHT_REACH = 8;

  /** Longest name of somebody accused whom no list knows, in words. */
  private static final int ACCUSED_WORDS = 5;

  /** How far behind the accused the charge stands; "whom it did not name" stands between. */
  private static final int CHARGE_REACH = 4;

  /** Most publications of which each quotes the next; more than three are not seen in news. */
  private static final int LONGEST_PASSAGE = 3;

  /**
   * How far behind a statement the verb of what is said in it stands: its adjectives, its title.
   */
  private static final int ISSUED_WITHIN = 6;

  /**
   * How far behind "rejected" the word for what was said stands: an adverb and its date between.
   */
  private static final int REJECTED_WITHIN = 6;

  /** How far behind an agency the one it quotes stands: on which account, and when. */
  private static final int CITED_REACH = 14;

  /** Longest name of a publication behind the word for it. */
  private static final int LONGEST_TITLE = 5;

  /** Longest headline part before a colon. */
  private static final int HEADLINE_REACH = 14;

  private final SpeakerReader reader;
  private final SpeakerReader.Context context;
  private final AnalyzedText text;
  private final Sentence sentence;

  CueReader(SpeakerReader reader, SpeakerReader.Context context, Sentence sentence) {
    this.reader = reader;
    this.context = context;
    this.text = context.text();
    this.sentence = sentence;
  }

  /** The cues in text order. */
  List<Cue> cues() {
    List<Cue> cues = new ArrayList<>();
    int at = sentence.first();
    Cue headline = headline();
    if (headline != null) {
      keep(cues, headline);
      at = headline.end();
    }
    while (at < sentence.end()) {
      Label anonymity = anonymity(at);
      Cue cue = anonymity == null && text.token(at).isWord() ? at(at) : null;
      if (cue != null && spreads(cues, cue)) {
        cues.set(cues.size() - 1, through(cues.getLast(), cue));
        at = Math.max(at + 1, cue.end());
      } else if (cue == null) {
        at = anonymity == null ? at + 1 : anonymity.end();
      } else {
        keep(cues, cue);
        at = Math.max(at + 1, cue.end());
      }
    }
    denials(cues);
    return cues;
  }

  /**
   * Whoever calls it untrue denies it: "أكد … أن ما أشيع عن … عار عن الصحة", "لا صحة ل…، قال …".
   */
  private void denials(List<Cue> cues) {
    for (int i = sentence.first(); !cues.isEmpty() && i < sentence.end(); i++) {
      Label phrase = text.token(i).label(DENIALS);
      if (phrase != null) {
        deny(cues, phrase);
      }
    }
  }

  /** The cue whose content opens with the phrase or runs up to it, or that looks back at it. */
  private void deny(List<Cue> cues, Label phrase) {
    boolean opens = phrase.entry().is("first", "yes");
    int reach = opens ? DENIED_FIRST : DENIED_BEHIND;
    for (int i = cues.size() - 1; i >= 0; i--) {
      Cue cue = cues.get(i);
      int gap = phrase.first() - cue.end();
      boolean ahead = cue.forward() && gap >= 0 && gap <= reach;
      boolean back = !cue.forward() && opens && phrase.end() <= cue.first();
      if (!cue.speakers().isEmpty() && tells(cue.act()) && (ahead || back)) {
        cues.set(i, cue.denying());
        return;
      }
      if (ahead) {
        return;
      }
    }
  }

  private static boolean tells(SpeechAct act) {
    return switch (act) {
      case SAY, ANNOUNCE, CONFIRM, CONTINUE -> true;
      default -> false;
    };
  }

  /**
   * "قال الفصيل في بيان نشرته وكالة … إنه": whoever spread the statement between the speaker and
   * what is said.
   */
  private boolean spreads(List<Cue> cues, Cue cue) {
    Label verb = cue.first() < sentence.end() ? text.token(cue.first()).label(VERBS) : null;
    Cue before = cues.isEmpty() ? null : cues.getLast();
    boolean relative = verb != null && verb.clitics().hasPronoun() && verb.features().isVerb();
    if (!relative || before == null || !before.forward() || before.speakers().isEmpty()) {
      return false;
    }
    for (int i = before.end(); i < cue.first(); i++) {
      if (text.token(i).is(MARKERS) || SpeakerReader.isSign(text.token(i), ":")) {
        return false;
      }
    }
    Token medium = text.token(cue.first() - 1);
    boolean carried = medium.is("speech-nouns") || medium.is("force-adjectives");
    return carried && hasContent(cue.end(), false);
  }

  private static Cue through(Cue cue, Cue spread) {
    boolean publication = spread.isPublication() && cue.outer() == null && !cue.isPublication();
    Cue cited = publication ? cue.through(spread.speakers().getFirst()) : cue;
    return cited.upTo(spread.end());
  }

  /** "فضل عدم كشف هويته" is no speech of its own. */
  private @Nullable Label anonymity(int at) {
    Label label = text.token(at).label("unnamed");
    return label != null && label.entry().is("anonymous", "yes") ? label : null;
  }

  private void keep(List<Cue> cues, Cue cue) {
    cues.add(cue);
    cue.through().forEach(context.earlier()::add);
    cue.speakers().forEach(context.earlier()::add);
  }

  private @Nullable Cue at(int at) {
    if (!text.token(at).mayBe(OPENERS) || isNarration(at)) {
      return null;
    }
    Cue none = noClaim(at);
    if (none != null) {
      return none;
    }
    Cue according = accordingTo(at);
    if (according != null) {
      return according;
    }
    Label verb = verb(at);
    return verb == null ? null : spoken(verb);
  }

  /** "يذكر أن" and the like: the outlet itself tells, nobody goes on speaking. */
  private boolean isNarration(int at) {
    for (int i = at; i >= Math.max(sentence.first(), at - 3); i--) {
      Label label = text.token(i).label(NARRATION);
      if (label != null && label.end() > at) {
        return true;
      }
    }
    return false;
  }

  // ---- nobody claims, nobody comments

  private @Nullable Cue noClaim(int at) {
    Label label = text.token(at).label(NO_CLAIM);
    if (label == null) {
      return null;
    }
    SpeechAct act = SpeechAct.of(label.entry().attribute("function"));
    if (act == SpeechAct.CLAIM) {
      return claimed(label);
    }
    String blamed = label.entry().attribute("blamed");
    if (!blamed.isEmpty()) {
      return blamedFor(label, blamed);
    }
    if (act == SpeechAct.SUSPECT || act == SpeechAct.ACCUSE) {
      return suspected(label, act);
    }
    return cue(label.first(), label.end(), act, List.of(), List.of(), false, null, label);
  }

  /**
   * "قال … إن التنظيم يقف وراء الهجوم", "رجح … وقوف التنظيم وراءه": whoever speaks blames the party
   * before or behind the words.
   */
  private @Nullable Cue blamedFor(Label label, String where) {
    SourceMention speaker = context.earlier().last();
    PartyMention object =
        where.equals("before")
            ? partyBefore(label.first())
            : label.size() > 1 ? blamedBehind(label.end()) : partyAfter(label.end(), List.of());
    boolean other =
        speaker != null && object != null && !isSame(speaker, object) && isSpoken(label.first());
    return other && speaker != null
        ? cue(
            label.first(),
            label.end(),
            SpeechAct.ACCUSE,
            List.of(speaker),
            List.of(),
            true,
            object,
            label)
        : null;
  }

  /** "تقف وراءه خلية من …": the party, or the noun that stands right behind. */
  private @Nullable PartyMention blamedBehind(int at) {
    PartyMention party = context.parties().at(at);
    return party == null ? phrase(at) : party;
  }

  private static boolean isSame(SourceMention speaker, PartyMention party) {
    return speaker.name().equals(party.name())
        || party.id() != null && party.id().equals(speaker.id());
  }

  /** Whether somebody speaks in the sentence before the token. */
  private boolean isSpoken(int at) {
    SourceMention last = context.earlier().last();
    return last != null && last.tokens().first() >= sentence.first() && last.tokens().end() <= at;
  }

  /** The party right before, behind "that": the subject of what stands here. */
  private @Nullable PartyMention partyBefore(int at) {
    for (int i = at - 1; i >= Math.max(sentence.first(), at - BLAMED_REACH); i--) {
      PartyMention party = context.parties().at(i);
      if (party != null && party.tokens().end() <= at) {
        return text.token(i).is("event-references") ? null : party;
      }
      if (text.token(i).is(MARKERS)) {
        return null;
      }
    }
    return null;
  }

  /** "أعلن التنظيم مسؤوليته" and "أعلنت مسؤوليتها الحركة". */
  private @Nullable Cue claimed(Label label) {
    SourceMention speaker = reader.at(context, label.end());
    List<SourceMention> speakers = speaker == null ? before(label.first()) : List.of(speaker);
    SourceMention last = context.earlier().last();
    if (speakers.isEmpty() && last != null) {
      speakers = List.of(last);
    }
    return speakers.isEmpty()
        ? null
        : cue(
            label.first(),
            end(label, speakers),
            SpeechAct.CLAIM,
            speakers,
            List.of(),
            false,
            null,
            label);
  }

  /**
   * "attributed to", "the fingers of accusation at": whoever points them stands before the words.
   */
  private Cue suspected(Label label, SpeechAct act) {
    List<SourceMention> accusers = act == SpeechAct.ACCUSE ? accusers(label) : List.of();
    SourceMention quoted = act == SpeechAct.SUSPECT ? quoted(label) : null;
    if (quoted != null) {
      SourceMention last = context.earlier().last();
      SourceMention outer = last != null && Cue.isPublication(last) ? last : null;
      return cue(
          label.first(),
          quoted.tokens().end(),
          SpeechAct.SAY,
          List.of(quoted),
          listed(outer),
          true,
          null,
          label);
    }
    int first = accusers.isEmpty() ? label.first() : accusers.getFirst().tokens().first();
    return cue(
        first,
        label.end(),
        accusers.isEmpty() ? SpeechAct.SUSPECT : act,
        accusers,
        List.of(),
        false,
        partyAfter(label.end(), accusers),
        label);
  }

  /** "نسبت إلى مصدر … أن": whoever is quoted, not whoever is suspected. */
  private @Nullable SourceMention quoted(Label label) {
    SourceMention speaker = label.end() < sentence.end() ? reader.at(context, label.end()) : null;
    boolean speaks = speaker != null && speaker.kind() == Kind.UNNAMED;
    return speaks && speaker != null && hasContent(speaker.tokens().end(), false) ? speaker : null;
  }

  /** "وجه رئيس الحكومة أصابع الاتهام إلى": the subject stands between the verb and the words. */
  private List<SourceMention> accusers(Label label) {
    for (int i = label.first() - 1; i >= Math.max(sentence.first(), label.first() - 8); i--) {
      SourceMention speaker = reader.at(context, i);
      boolean subject =
          speaker != null
              && !Constructs.hasPreposition(text.token(i))
              && speaker.tokens().end() <= label.first()
              && onlyMinor(speaker.tokens().end(), label.first(), 2)
              && (i == sentence.first() || !text.token(i - 1).is("name-stops"));
      if (subject && speaker != null && widest(i, speaker)) {
        return List.of(speaker);
      }
    }
    return List.of();
  }

  /** Whether no speaker that starts one or two tokens earlier holds this one. */
  private boolean widest(int at, SourceMention speaker) {
    for (int i = Math.max(sentence.first(), at - 3); i < at; i++) {
      SourceMention wider = reader.at(context, i);
      if (wider != null && wider.tokens().end() >= speaker.tokens().end()) {
        return false;
      }
    }
    return true;
  }

  // ---- according to

  private @Nullable Cue accordingTo(int at) {
    Label label = text.token(at).label(ACCORDING);
    if (label == null || label.entry().is("takes", "none") || label.entry().is("agent", "yes")) {
      return null;
    }
    boolean weak = label.entry().is("weak", "yes");
    int next = skipMinor(label.end());
    Label verb = next < sentence.end() ? telling(next) : null;
    boolean ownClause = label.entry().is("clause", "yes");
    if (weak && (verb == null || ownClause || !hasSpeaker(verb))) {
      return null;
    }
    int start = verb == null ? next : skipMinor(verb.end());
    List<SourceMention> speakers = start < sentence.end() ? coordinated(start) : List.of();
    SourceMention told = verb != null && isAddressed(speakers) ? speakers.getFirst() : null;
    if (told != null) {
      speakers = coordinated(told.tokens().end());
    }
    Quoted quoted = told == null ? passedOn(speakers) : new Quoted(List.of(told), speakers);
    speakers = quoted.speakers();
    if (speakers.isEmpty() || (weak || verb == null) && isUnknown(speakers.getFirst())) {
      return null;
    }
    boolean forward = at <= sentence.first() + 1 && !weak;
    int end = end(label, speakers);
    List<SourceMention> through = quoted.through();
    if (through.isEmpty() && verb != null) {
      through = listed(outer(end, end + 6, speakers));
    }
    return cue(
        at,
        Math.max(end, through.isEmpty() ? 0 : through.getLast().tokens().end()),
        SpeechAct.SAY,
        withMedium(speakers, end),
        through,
        forward,
        null,
        label);
  }

  /**
   * Who is quoted, and through whom.
   *
   * @param through publications, outermost first
   */
  private record Quoted(List<SourceMention> through, List<SourceMention> speakers) {}

  /** "نقلا عن وكالة … عن التلفزيون … عن مصدر": each publication quotes the next. */
  private Quoted passedOn(List<SourceMention> first) {
    List<SourceMention> through = new ArrayList<>();
    List<SourceMention> speakers = first;
    while (speakers.size() == 1 && through.size() < LONGEST_PASSAGE) {
      SourceMention publication = speakers.getFirst();
      int about = skipMinor(publication.tokens().end());
      boolean on =
          Cue.isPublication(publication)
              && about + 1 < sentence.end()
              && text.token(about).is("name-stops", "about");
      List<SourceMention> next = on ? coordinated(skipMinor(about + 1)) : List.of();
      if (next.isEmpty()) {
        break;
      }
      through.add(publication);
      speakers = next;
    }
    return new Quoted(through, speakers);
  }

  private static List<SourceMention> listed(@Nullable SourceMention one) {
    return one == null ? List.of() : List.of(one);
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
    Label verb = verb(at);
    boolean participle = verb != null && verb.features().part() == Part.ACTIVE_PARTICIPLE;
    return participle && reader.at(context, at) != null ? null : verb;
  }

  private boolean hasSpeaker(@Nullable Label verb) {
    return verb != null
        && !coordinated(skipMinor(verb.end())).isEmpty()
        && !verb.entry().is("weak", "yes");
  }

  // ---- verbs of speech

  private @Nullable Label verb(int at) {
    if (text.token(at).cannotBe(VERBS)) {
      return null;
    }
    Label best = null;
    for (Label label : text.token(at).labels()) {
      boolean speech = label.list().equals(VERBS) && isThirdPerson(label);
      Part part = label.features().part();
      boolean disapproves =
          label.entry().is("function", "condemn") || label.entry().is("function", "praise");
      boolean tells =
          label.entry().is("function", "say") || label.entry().is("function", "announce");
      boolean strong = !label.entry().is("weak", "yes");
      boolean claims = label.entry().is("function", "claim");
      boolean fits =
          part == Part.VERB
              || part == Part.ACTIVE_PARTICIPLE && !disapproves
              || part == Part.MASDAR
                  && (tells || claims)
                  && strong
                  && !Normalizer.endsWithAlef(text.token(at).norm());
      boolean other = !strong && text.token(at).is("name-stops");
      if (speech
          && fits
          && !other
          && (best == null || part == Part.VERB && best.features().part() != Part.VERB)) {
        best = label;
      }
    }
    return best;
  }

  /**
   * News attributes in the third person; "نطالب" and "سأقول" are words that somebody else reports,
   * and what looks like a verb of several women is mostly another word ("لمن").
   */
  private static boolean isThirdPerson(Label label) {
    String pronoun = label.clitics().pronoun();
    boolean third = label.features().person() == 0 || label.features().person() == 3;
    boolean told = pronoun.startsWith("n") && label.entry().is("object", "direct");
    boolean object = pronoun.isEmpty() || pronoun.startsWith("h") || told;
    boolean free =
        !label.clitics().isDefinite() && !label.clitics().has("s") && !label.clitics().has("l");
    boolean rare =
        label.features().number() == Features.Num.PLURAL
            && label.features().gender() == Gender.FEMININE
            && label.features().isVerb();
    return third && object && free && !rare;
  }

  private @Nullable Cue spoken(Label verb) {
    SpeechAct act = SpeechAct.of(verb.entry().attribute("function"));
    if (isNegated(verb) || describesDocument(verb) || needsMore(verb)) {
      return null;
    }
    List<SourceMention> issuers = issuers(verb);
    if (!issuers.isEmpty()) {
      return spoken(verb, verb.first(), act, issuers, verb.end() + 1);
    }
    List<SourceMention> meant = isRelative(verb) ? antecedent(verb) : List.of();
    if (!meant.isEmpty()) {
      return spoken(verb, verb.first(), act, meant, verb.end());
    }
    if (isRelative(verb)) {
      return null;
    }
    int start = skipMinor(verb.end());
    List<SourceMention> speakers = start < sentence.end() ? coordinated(start) : List.of();
    if (act == SpeechAct.CITE) {
      return cited(verb, speakers);
    }
    Cue ascribed = act == SpeechAct.ACCUSE ? ascribed(verb, speakers) : null;
    if (ascribed != null) {
      return ascribed;
    }
    speakers = isMeans(speakers) ? List.of() : speakers;
    PartyMention charged = act == SpeechAct.ACCUSE ? charged(verb, speakers) : null;
    if (charged != null) {
      int end = charged.tokens().end();
      return cue(verb.first(), end, act, running(), List.of(), true, charged, verb);
    }
    List<SourceMention> leading = leading(verb);
    if (!leading.isEmpty()) {
      int behind = verb.end();
      boolean content = hasContent(behind, verb.entry().is("weak", "yes"));
      return content || standsWithoutContent(verb, act, leading, true)
          ? spoken(verb, leading.getFirst().tokens().first(), act, leading, behind)
          : null;
    }
    if (act == SpeechAct.CLAIM && speakers.isEmpty()) {
      speakers = behindObject(verb.end());
    }
    boolean claims = act == SpeechAct.ANNOUNCE && takesResponsibility(verb.end());
    boolean masdar = verb.features().part() == Part.MASDAR;
    if (claims) {
      List<SourceMention> claimants = speakers.isEmpty() ? before(verb.first()) : speakers;
      boolean bare = claimants.isEmpty() && takesAtOnce(verb.end());
      claimants = bare ? running() : claimants;
      return claimants.isEmpty()
          ? null
          : spoken(verb, verb.first(), SpeechAct.CLAIM, claimants, end(verb, speakers));
    }
    boolean participle = verb.features().part() == Part.ACTIVE_PARTICIPLE;
    SourceMention told = isAddressed(speakers) ? speakers.getFirst() : null;
    if (told != null) {
      speakers = behindAddressee(told);
    }
    if (isObject(verb, speakers)) {
      speakers = List.of();
    }
    List<SourceMention> accusers = masdar || participle ? List.of() : withObject(verb);
    if (!accusers.isEmpty()) {
      speakers = List.of();
    }
    boolean own = !speakers.isEmpty() && !participle;
    if (!own && !masdar) {
      speakers = participle ? List.of() : before(verb.first());
    }
    boolean named = !speakers.isEmpty();
    int first = named && !own && !masdar ? speakers.getFirst().tokens().first() : verb.first();
    int behind = end(verb, own ? speakers : List.of());
    boolean content =
        hasContent(behind, verb.entry().is("weak", "yes"))
            || counts(verb, behind)
            || rejectsRumour(verb, behind);
    boolean blames =
        participle
            && act == SpeechAct.ACCUSE
            && verb.end() < sentence.end()
            && !Constructs.hasPreposition(text.token(verb.end()))
            && (partyAfter(verb.end(), List.of()) != null || accused(verb.end()) != null);
    if (!named && (content || blames) && !masdar && runsOn(verb)) {
      speakers = running();
      content = true;
    }
    boolean after = own && !content && isAfterthought(verb, act, behind);
    if (speakers.isEmpty()
        || !content && !after && !standsWithoutContent(verb, act, speakers, named)) {
      return null;
    }
    Cue cue = spoken(verb, first, act, speakers, behind);
    cue = after ? cue.lookingBack() : cue;
    return told == null || cue.outer() != null ? cue : cue.through(told);
  }

  /** "نسبت الوكالة إلى مصدر أمني أن": the agency quotes, and accuses nobody. */
  private @Nullable Cue ascribed(Label verb, List<SourceMention> agencies) {
    boolean agency = agencies.size() == 1 && isOfPublications(agencies.getFirst());
    int to = agency ? skipMinor(agencies.getFirst().tokens().end()) : sentence.end();
    boolean on = to + 1 < sentence.end() && text.token(to).is("name-stops", "to");
    List<SourceMention> quoted = on ? coordinated(to + 1) : List.of();
    int end = quoted.isEmpty() ? sentence.end() : quoted.getLast().tokens().end();
    return end < sentence.end() && hasContent(end, false)
        ? cue(verb.first(), end, SpeechAct.SAY, quoted, agencies, true, null, verb)
        : null;
  }

  /** An agency, also where it is only called so: "الوكالة". */
  private boolean isOfPublications(SourceMention speaker) {
    Label head = text.token(speaker.tokens().first()).label("body-words");
    return Cue.isPublication(speaker) || head != null && head.entry().is("cites", "yes");
  }

  /**
   * "وصف المتحدث الأنباء بأنها …، واتهم الحركة بقصف السوق": behind one who has spoken in the
   * sentence, the only party between the verb and the charge is the one accused.
   */
  private @Nullable PartyMention charged(Label verb, List<SourceMention> speakers) {
    boolean one =
        speakers.size() == 1
            && verb.entry().is("object", "direct")
            && verb.features().part() == Part.VERB
            && verb.clitics().has("w")
            && isSpoken(verb.first());
    int end = one ? speakers.getFirst().tokens().end() : sentence.end();
    PartyMention party = one ? context.parties().at(speakers.getFirst().tokens().first()) : null;
    SourceMention last = context.earlier().last();
    boolean other = party != null && last != null && !isSame(last, party);
    boolean charge =
        end < sentence.end()
            && text.token(end).labels().stream()
                .anyMatch(l -> l.clitics().has("b") && l.list().startsWith("event-"));
    return other && charge ? party : null;
  }

  /** "أعلنت بتغريدة": a statement by which something is said is not who says it. */
  private boolean isMeans(List<SourceMention> speakers) {
    if (speakers.isEmpty() || speakers.getFirst().kind() != Kind.DOCUMENT) {
      return false;
    }
    List<Label> labels = text.token(speakers.getFirst().tokens().first()).labels();
    return !labels.isEmpty() && labels.stream().allMatch(l -> l.clitics().has("b"));
  }

  /** "رفضت الحركة ما تردد عن": what is rejected is said of it, and no proposal. */
  private boolean rejectsRumour(Label verb, int from) {
    boolean denies = verb.entry().is("function", "deny") && verb.features().isVerb();
    for (int i = from; denies && i < Math.min(sentence.end(), from + REJECTED_WITHIN); i++) {
      if (text.token(i).is("denied-things")) {
        return true;
      }
    }
    return false;
  }

  /**
   * "قتل أربعة في إطلاق نار، قال شرطي": a verb behind a comma, its subject, and nothing more but
   * where and to whom, until the clause ends.
   */
  private boolean isAfterthought(Label verb, SpeechAct act, int behind) {
    int before = verb.first() - 1;
    boolean set =
        before > sentence.first()
            && SpeakerReader.isSign(text.token(before), COMMAS)
            && verb.features().isVerb()
            && verb.clitics().before().isEmpty()
            && tells(act);
    for (int i = behind; set && i < sentence.end(); i++) {
      Token token = text.token(i);
      if (token.isPunctuation() && !isOpening(i) && !isClosing(i)) {
        return !SpeakerReader.isSign(token, ":");
      }
      boolean first = i == behind && !isMinor(i) && !Constructs.hasPreposition(token);
      boolean free = first && !token.is("name-stops") && !token.is(MEDIA) && !token.is("places");
      if (free || token.is(MARKERS) || i - behind > AFTERTHOUGHT_REACH) {
        return false;
      }
    }
    return set;
  }

  /** "سجلت الوزارة 12 قتيلا", "قدرت الغرفة العدد ب": a count of losses is what is said. */
  private boolean counts(Label verb, int behind) {
    boolean counting = verb.entry().is("counts", "yes") && verb.features().isVerb();
    for (int i = behind; counting && i < Math.min(sentence.end(), behind + COUNTED_WITHIN); i++) {
      boolean loss = text.token(i).is("casualty-words") || text.token(i).is("toll-links");
      if (loss) {
        return true;
      }
    }
    return false;
  }

  /** "قال لوكالة … مصدر أمني": whoever speaks can stand behind the outlet that is told. */
  private List<SourceMention> behindAddressee(SourceMention told) {
    int at = skipMinor(told.tokens().end());
    return at < sentence.end() && verb(at) == null ? coordinated(at) : List.of();
  }

  /**
   * "أكد الرواية مسؤول": a document of the other gender than its verb is what the verb is about.
   */
  private boolean isObject(Label verb, List<SourceMention> speakers) {
    if (speakers.isEmpty() || speakers.getFirst().kind() != Kind.DOCUMENT) {
      return false;
    }
    Label noun = text.token(speakers.getFirst().tokens().first()).label("speech-nouns");
    return noun != null
        && verb.features().isVerb()
        && verb.features().gender() == Gender.MASCULINE
        && noun.features().gender() == Gender.FEMININE;
  }

  private Cue spoken(
      Label verb, int first, SpeechAct act, List<SourceMention> speakers, int behind) {
    int limit = Math.min(sentence.end(), behind + 12);
    SourceMention outer = outer(behind, limit, speakers);
    List<SourceMention> described = withMedium(speakers, behind);
    boolean quoteBefore =
        verb.first() > sentence.first() && (isClosing(verb.first() - 1) || looksBack(verb));
    int objectFrom = behindMedium(behind);
    PartyMention object =
        act == SpeechAct.ACCUSE || act == SpeechAct.SUSPECT
            ? partyAfter(objectFrom, speakers)
            : null;
    if (object == null && act == SpeechAct.ACCUSE && verb.entry().is("object", "direct")) {
      object = accused(objectFrom);
    }
    int end = outer == null ? behind : Math.max(behind, outer.tokens().end());
    return cue(first, end, act, described, listed(outer), !quoteBefore, object, verb);
  }

  /** "هذا ما أكده …", "وهو ما نفته …": the words stand before the verb. */
  private boolean looksBack(Label verb) {
    Label before =
        verb.first() - 2 < sentence.first() ? null : text.token(verb.first() - 2).label(ACCORDING);
    return before != null && before.end() == verb.first() && before.entry().is("back", "yes");
  }

  /**
   * "التنظيم يتبنى …": headlines put whoever speaks before a verb in the present, and what follows
   * is its object.
   */
  private List<SourceMention> leading(Label verb) {
    boolean present = verb.features().isVerb() && verb.features().tense() == Tense.PRESENT;
    if (!present || verb.first() == sentence.first()) {
      return List.of();
    }
    SourceMention subject = reader.at(context, sentence.first());
    return subject != null && subject.tokens().end() == verb.first() ? List.of(subject) : List.of();
  }

  /** "تبنت الهجوم حركة …": what is claimed stands before whoever claims it. */
  private List<SourceMention> behindObject(int from) {
    int at = from;
    while (at < Math.min(sentence.end(), from + OBJECT_REACH)
        && text.token(at).isWord()
        && Normalizer.opensWithArticle(text.token(at).norm())) {
      at++;
    }
    return at > from && at < sentence.end() ? coordinated(at) : List.of();
  }

  /** "أعلن التنظيم مسؤوليته", "إعلان الحركة مسؤوليتها". */
  private boolean takesResponsibility(int from) {
    int words = 0;
    for (int i = from; i < sentence.end() && words < PRONOUN_REACH; i++) {
      Token token = text.token(i);
      Label other = words > 0 ? verb(i) : null;
      boolean another = other != null && !other.entry().is("weak", "yes") || isSuspected(token);
      if (token.is(MARKERS) || SpeakerReader.isSign(token, ":") || token.is(NO_CLAIM) || another) {
        return false;
      }
      Label label = token.label("speech-nouns");
      boolean own = label != null && label.key().equals("responsibility");
      if (own
          && label != null
          && (label.clitics().hasPronoun()
              || label.clitics().isDefinite() && words < CLAIM_REACH)) {
        return true;
      }
      words += token.isWord() ? 1 : 0;
    }
    return false;
  }

  /** "المشتبه في مسؤوليته": whose responsibility somebody else suspects. */
  private static boolean isSuspected(Token token) {
    return token.labels().stream()
        .anyMatch(l -> l.list().equals(VERBS) && l.entry().is("function", "suspect"));
  }

  /** "وأعلنت مسؤوليتها": no other subject stands between. */
  private boolean takesAtOnce(int from) {
    int at = skipMinor(from);
    return at < sentence.end() && text.token(at).is("speech-nouns", "responsibility")
        || at + 1 < sentence.end()
            && text.token(at).is("name-stops")
            && text.token(at + 1).is("speech-nouns", "responsibility");
  }

  /** Whether verb and speaker alone show speech ("أعلنت الشرطة مقتل …"). */
  private boolean standsWithoutContent(
      Label verb, SpeechAct act, List<SourceMention> speakers, boolean named) {
    if (!named
        || verb.entry().is("weak", "yes")
        || needsMore(verb)
        || verb.features().part() == Part.MASDAR) {
      return false;
    }
    SourceMention speaker = speakers.getFirst();
    boolean known = speaker.kind() != Kind.PERSON || speaker.role() != null || speaker.id() != null;
    boolean past = verb.features().part() == Part.VERB;
    return past
        && known
        && (act.standsAlone()
            || act == SpeechAct.SAY
            || act == SpeechAct.CONFIRM
            || act == SpeechAct.CONTINUE);
  }

  /** "حمّل" accuses only beside "مسؤولية". */
  private boolean needsMore(Label verb) {
    if (verb.entry().attribute("needs").isEmpty()) {
      return false;
    }
    for (int i = verb.end(); i < Math.min(sentence.end(), verb.end() + 10); i++) {
      if (text.token(i).is("speech-nouns", verb.entry().attribute("needs"))) {
        return false;
      }
    }
    return true;
  }

  /** "قالت لرويترز": the agency is told, it does not tell. */
  private boolean isAddressed(List<SourceMention> speakers) {
    if (speakers.isEmpty() || !Cue.isPublication(speakers.getFirst())) {
      return false;
    }
    return text.token(speakers.getFirst().tokens().first()).labels().stream()
        .anyMatch(l -> l.clitics().has("l"));
  }

  /**
   * Whether a verb without a subject can go on with the last speaker: it is nothing else, and no
   * aside.
   */
  private boolean runsOn(Label verb) {
    Token token = text.token(verb.first());
    boolean other = token.is("name-stops") || token.is("unit-words") || token.is("places");
    boolean dual =
        verb.features().number() == Features.Num.DUAL && verb.features().part() == Part.VERB;
    return !other && !dual && !verb.entry().is("weak", "yes");
  }

  /** Whoever speaks on where the verb has no subject of its own. */
  private List<SourceMention> running() {
    SourceMention last = context.earlier().last();
    return last == null ? List.of() : List.of(last);
  }

  /**
   * "المخاطر التي تهدد البلاد": the subject stands before the relative pronoun, and what follows is
   * the object.
   */
  private boolean isRelative(Label verb) {
    boolean relative =
        verb.first() > sentence.first()
            && text.token(verb.first() - 1).is("name-stops", "who")
            && !opensOwnClause(verb.first() - 1);
    return relative && !verb.clitics().hasPronoun() && !hasContent(verb.end(), true);
  }

  /**
   * "أصدر المتحدث بيانا قال فيه إن": whoever issued the statement in which it is said, or made it;
   * nobody where no such statement stands before the verb.
   */
  private List<SourceMention> issuers(Label verb) {
    int in = verb.end();
    boolean inside =
        verb.features().isVerb()
            && in < sentence.end()
            && text.token(in).is(ADDRESSEES, "by-it")
            && text.token(in).is("addressees");
    for (int i = verb.first() - 1; inside && i >= sentence.first(); i--) {
      Label noun = text.token(i).label("speech-nouns");
      if (noun != null && !noun.entry().attribute("medium").isEmpty()) {
        return issuersOf(i);
      }
      inside = verb(i) == null && verb.first() - i <= ISSUED_WITHIN;
    }
    return List.of();
  }

  private List<SourceMention> issuersOf(int document) {
    SourceMention author = reader.at(context, document);
    if (author != null && author.kind() != Kind.DOCUMENT) {
      return List.of(author);
    }
    for (int i = document - 1; i >= Math.max(sentence.first(), document - SUBJECT_REACH); i--) {
      Label issued = text.token(i).label(VERBS);
      if (issued != null && issued.features().isVerb()) {
        List<SourceMention> speakers = coordinated(skipMinor(issued.end()));
        return speakers.isEmpty() || speakers.getFirst().tokens().end() > document
            ? List.of()
            : speakers;
      }
    }
    return List.of();
  }

  /**
   * "…، حسبما قال القائد، الذي أكد أسر": the last speaker goes on where the relative stands right
   * behind.
   */
  private List<SourceMention> antecedent(Label verb) {
    SourceMention last = context.earlier().last();
    int at = verb.first() - 1;
    at -= at > sentence.first() && SpeakerReader.isSign(text.token(at - 1), COMMAS) ? 1 : 0;
    boolean close = last != null && last.tokens().end() == at;
    boolean tells = verb.features().isVerb() && !verb.entry().is("weak", "yes");
    return close && tells && last != null ? List.of(last) : List.of();
  }

  /** "فيما نفت …", "بينما أعلن …": the clause is as good as a sentence of its own. */
  private boolean opensOwnClause(int at) {
    Label label = text.token(at).label(ACCORDING);
    return label != null && label.entry().is("clause", "yes");
  }

  /** "أظهرت لقطات نشرها ناشطون أن": who spread what speaks is no speaker of its words. */
  private boolean describesDocument(Label verb) {
    SourceMention last = context.earlier().last();
    return last != null
        && last.kind() == Kind.DOCUMENT
        && last.tokens().end() == verb.first()
        && verb.features().isVerb()
        && verb.clitics().hasPronoun();
  }

  /** "لم يؤكد", "لن يعلق": what is not said tells nothing. */
  private boolean isNegated(Label verb) {
    Token before = verb.first() > sentence.first() ? text.token(verb.first() - 1) : null;
    return before != null
        && verb.features().isVerb()
        && (before.is(MODALITY, "not-past")
            || before.is(MODALITY, "not-future")
            || before.is(MODALITY, "not"));
  }

  /**
   * "وكانت الحركة اتهمت الحكومة …": behind a verb that takes whom it accuses as its object, the
   * party is that object where the subject stands before the verb.
   */
  private List<SourceMention> withObject(Label verb) {
    return verb.entry().is("object", "direct") ? before(verb.first()) : List.of();
  }

  /** "نقلت وكالة … عن مصدر": the agency is the outer link. */
  private @Nullable Cue cited(Label verb, List<SourceMention> known) {
    List<SourceMention> agencies = known.isEmpty() ? listed(unknownPublication(verb)) : known;
    int from = end(verb, agencies);
    int about = -1;
    String preposition = verb.entry().is("prep", "min") ? "from" : "about";
    for (int i = from; i < Math.min(sentence.end(), from + CITED_REACH) && about < 0; i++) {
      if (text.token(i).is(MARKERS) || SpeakerReader.isSign(text.token(i), ":")) {
        break;
      }
      about = text.token(i).is("name-stops", preposition) ? i : -1;
    }
    boolean byAgency = agencies.isEmpty() || agencies.getFirst().kind() != Kind.UNNAMED;
    List<SourceMention> speakers =
        about < 0 || !byAgency ? List.of() : coordinated(skipMinor(about + 1));
    if (!speakers.isEmpty()) {
      Quoted quoted = passedOn(speakers);
      List<SourceMention> through =
          new ArrayList<>(agencies.subList(0, agencies.isEmpty() ? 0 : 1));
      through.addAll(quoted.through());
      int end = end(verb, quoted.speakers());
      return cue(
          verb.first(),
          end,
          SpeechAct.SAY,
          withMedium(quoted.speakers(), end),
          through,
          true,
          null,
          verb);
    }
    boolean publication = agencies.size() == 1 && Cue.isPublication(agencies.getFirst());
    return publication && hasContent(from, false)
        ? cue(verb.first(), from, SpeechAct.SAY, agencies, List.of(), true, null, verb)
        : null;
  }

  /** "نقلت صحيفة … عن": one that no list knows, named by all words up to the preposition. */
  private @Nullable SourceMention unknownPublication(Label verb) {
    int at = skipMinor(verb.end());
    Label head = at < sentence.end() ? text.token(at).label("body-words") : null;
    if (head == null || !head.entry().is("cites", "yes")) {
      return null;
    }
    for (int i = head.end(); i < Math.min(sentence.end(), head.end() + LONGEST_TITLE); i++) {
      boolean about = text.token(i).is("name-stops", "about");
      if (about || !text.token(i).isWord()) {
        return about && i > head.end() ? reader.headed(text, at, i, head) : null;
      }
    }
    return null;
  }

  /** The subject that stands before the verb: behind "وكان", or at the head of the sentence. */
  private List<SourceMention> before(int verb) {
    for (int i = verb - 1; i >= Math.max(sentence.first(), verb - SUBJECT_REACH); i--) {
      boolean was = text.token(i).is("name-stops", "was");
      if (was || i == sentence.first() || opensClause(i)) {
        boolean topic = text.token(i).is("topic-openers");
        int start = was || topic ? skipMinor(i + 1) : i;
        SourceMention subject = reader.at(context, start);
        boolean near =
            subject != null
                && subject.tokens().end() <= verb
                && !hasDash(subject.tokens().end(), verb)
                && (onlyMinor(subject.tokens().end(), verb, was ? 8 : 3)
                    || isAside(subject.tokens().end(), verb));
        return near && subject != null ? List.of(subject) : List.of();
      }
    }
    return List.of();
  }

  /** "مقديشو - اتهم …": a dateline, and no subject. */
  private boolean hasDash(int from, int to) {
    for (int i = from; i < to; i++) {
      if (SpeakerReader.isSign(text.token(i), "-\u2013\u2014|")) {
        return true;
      }
    }
    return false;
  }

  /** "…، لكن مدير السجن نفى ذلك", "…، وشهود عيان يقولون": a clause whose subject comes first. */
  private boolean opensClause(int at) {
    Token before = text.token(at - 1);
    if (SpeakerReader.isSign(before, ":")) {
      return true;
    }
    boolean comma = before.norm().equals("،") || before.norm().equals("؛");
    boolean but = before.is("name-stops", "or") || before.is("event-connectives");
    boolean and = comma && text.token(at).labels().stream().anyMatch(l -> l.clitics().has("w"));
    return but || and;
  }

  /** Whether two commas enclose what stands between subject and verb. */
  private boolean isAside(int from, int verb) {
    boolean enclosed =
        verb - from >= 2
            && SpeakerReader.isSign(text.token(from), COMMAS)
            && SpeakerReader.isSign(text.token(verb - 1), COMMAS);
    for (int i = from; enclosed && i < verb; i++) {
      enclosed = !text.token(i).is(MARKERS);
    }
    return enclosed;
  }

  private boolean onlyMinor(int from, int to, int most) {
    for (int i = from; i < to; i++) {
      boolean verb = verb(i) != null;
      if (verb || text.token(i).is(MARKERS)) {
        return false;
      }
    }
    return to - from <= most;
  }

  // ---- headlines

  /** "مصدر أمني: …", also behind a bullet and with the outlet it was said to. */
  private @Nullable Cue headline() {
    int first = behindLabels();
    int colon = colon(first);
    if (colon <= first || colon + 1 >= sentence.end() || text.token(first).is("line-labels")) {
      return null;
    }
    SourceMention speaker = reader.at(context, first);
    if (speaker == null
        || Cue.isPublication(speaker) && speaker.id() == null
        || isDateline(first)) {
      return null;
    }
    SourceMention outer = outer(speaker.tokens().end(), colon, List.of(speaker));
    int end =
        outer == null
            ? speaker.tokens().end()
            : Math.max(outer.tokens().end(), speaker.tokens().end());
    if (end < colon && !(end + 1 == colon && isClosing(end)) && !isOnlyTime(end, colon)) {
      return null;
    }
    return new Cue(
        first,
        colon + 1,
        SpeechAct.SAY,
        List.of(speaker),
        listed(outer),
        true,
        null,
        false,
        Derivation.byRule("source/headline"));
  }

  /** Behind bullets and labels of the line ("عاجل: "). */
  private int behindLabels() {
    int first = sentence.first();
    while (first < sentence.end() && text.token(first).isPunctuation() && !isOpening(first)) {
      first++;
    }
    boolean label = first + 1 < sentence.end() && text.token(first).is("line-labels");
    boolean closed = label && SpeakerReader.isSign(text.token(first + 1), ":|");
    return closed && colon(first + 2) > 0 ? first + 2 : first;
  }

  /** The colon near the head of the line; -1 where none stands there. */
  private int colon(int first) {
    for (int i = first; i < Math.min(sentence.end(), first + HEADLINE_REACH); i++) {
      if (SpeakerReader.isSign(text.token(i), ":")) {
        return i;
      }
    }
    return -1;
  }

  /** "بيان اللجنة قبل قليل: …": a time may stand before the colon. */
  private boolean isOnlyTime(int from, int colon) {
    for (int i = from; i < colon; i++) {
      boolean time =
          text.token(i).is("name-stops", "today")
              || text.token(i).labels().stream()
                  .anyMatch(l -> l.entry().file().startsWith("time/"));
      if (!time) {
        return false;
      }
    }
    return true;
  }

  /** "اليمن: معارك …" names the place of the news, not who speaks. */
  private boolean isDateline(int first) {
    Label party = text.token(first).label("parties");
    return text.token(first).is("capitals")
        || party != null && party.size() == 1 && party.entry().is("kind", "state");
  }

  // ---- what stands around a speaker

  /** The speakers from {@code at} on: one, or several joined by "and". */
  private List<SourceMention> coordinated(int at) {
    List<SourceMention> speakers = new ArrayList<>();
    SourceMention speaker = at < sentence.end() ? reader.at(context, at) : null;
    if (speaker == null || speaker.tokens().end() > sentence.end()) {
      return speakers;
    }
    speakers.add(speaker);
    int next = speaker.tokens().end();
    boolean joined =
        next < sentence.end()
            && verb(next) == null
            && !text.token(next).is("name-stops")
            && text.token(next).labels().stream().anyMatch(l -> l.clitics().has("w"));
    SourceMention second = joined ? reader.at(context, next) : null;
    boolean office =
        second != null && second.kind() == Kind.PERSON && second.name().equals(second.role());
    if (second != null
        && !office
        && second.tokens().end() <= sentence.end()
        && !second.name().equals(speaker.name())) {
      speakers.add(second);
    }
    return speakers;
  }

  /** The outlet to which it was said, between {@code from} and where the content begins. */
  private @Nullable SourceMention outer(int from, int limit, List<SourceMention> speakers) {
    boolean begun = false;
    for (int i = from; i < Math.min(limit, sentence.end()); i++) {
      Token token = text.token(i);
      if (token.is(MARKERS) || SpeakerReader.isSign(token, ":")) {
        return null;
      }
      begun |= tellsAlready(token);
      boolean addressed = token.is(ADDRESSEES) || i == from;
      SourceMention outlet =
          addressed && token.is(ADDRESSEES)
              ? publication(i + 1, !begun && !token.is(ADDRESSEES, "with"))
              : addressedAt(i, i == from && !isNamedOn(speakers, from));
      boolean same =
          outlet != null && speakers.stream().anyMatch(s -> s.name().equals(outlet.name()));
      if (outlet != null && !same) {
        return outlet;
      }
    }
    return null;
  }

  /** "وكالة الأنباء «سبأ»": the name of the agency that speaks, which is not told. */
  private static boolean isNamedOn(List<SourceMention> speakers, int at) {
    return !speakers.isEmpty()
        && Cue.isPublication(speakers.getLast())
        && speakers.getLast().tokens().end() == at;
  }

  /** A word for an event or a loss: what is said has begun, and no unknown name is told it. */
  private static boolean tellsAlready(Token token) {
    for (Label label : token.labels()) {
      boolean event = label.list().equals("event-nouns") || label.list().equals("event-verbs");
      boolean talk = label.entry().is("type", "talks") || label.entry().is("role", "happen");
      boolean loss = label.list().equals("casualty-words");
      if (label.size() == 1
          && (loss || event && !talk)
          && token.labels().stream().noneMatch(CueReader::isTelling)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTelling(Label label) {
    return switch (label.list()) {
      case ADDRESSEES, MEDIA, "speech-nouns", "agencies", "outlets", "body-words" -> true;
      default -> label.entry().file().startsWith("time/");
    };
  }

  private @Nullable SourceMention publication(int at, boolean told) {
    SourceMention outlet = at < sentence.end() ? reader.published(context, at) : null;
    outlet =
        outlet == null && told && at < sentence.end()
            ? reader.quotedPublication(context, at)
            : outlet;
    return outlet == null ? context.earlier().again(text, Math.min(at, text.size() - 1)) : outlet;
  }

  private @Nullable SourceMention addressedAt(int at, boolean direct) {
    boolean prefixed =
        text.token(at).mayHave("l")
            && text.token(at).labels().stream().anyMatch(l -> l.clitics().has("l"));
    if (!direct && !prefixed) {
      return null;
    }
    SourceMention outlet = reader.published(context, at);
    outlet = outlet == null && direct ? reader.bare(text, at) : outlet;
    if (outlet != null && (prefixed || direct)) {
      return outlet;
    }
    SourceMention again = prefixed ? context.earlier().again(text, at) : null;
    boolean known = again != null && Cue.isPublication(again);
    SourceMention body = prefixed && direct && !known ? toldBody(at) : null;
    return known ? again : body != null ? body : direct ? unknownOutlet(at) : null;
  }

  /** "قال مصدر لشبكة … إن": a network or centre, told right before what is said begins. */
  private @Nullable SourceMention toldBody(int at) {
    Label head = text.token(at).label("body-words");
    boolean network = head != null && head.entry().is("told", "yes");
    for (int end = at + 1; network && end < Math.min(sentence.end(), at + LONGEST_TITLE); end++) {
      boolean begins =
          text.token(end).is(MARKERS) || SpeakerReader.isSign(text.token(end), ":" + COMMAS);
      if (begins) {
        return head == null || end == at + 1 ? null : reader.headed(text, at, end, head);
      }
      network = text.token(end).isWord();
    }
    return null;
  }

  /** "قال شاهد لنجمة الشرق إن": whom no list knows, told right before what is said begins. */
  private @Nullable SourceMention unknownOutlet(int at) {
    boolean told = text.token(at).isUnknown() && Normalizer.opensWithFor(text.token(at).norm());
    for (int end = at + 1; told && end <= Math.min(at + 2, sentence.end() - 1); end++) {
      Token token = text.token(end);
      if (token.is(MARKERS) || SpeakerReader.isSign(token, ":" + COMMAS)) {
        return reader.told(text, at, end);
      }
      told = token.isUnknown() || Normalizer.opensWithArticle(token.norm());
    }
    return null;
  }

  private List<SourceMention> withMedium(List<SourceMention> speakers, int from) {
    String medium = medium(from);
    if (medium == null) {
      return speakers;
    }
    List<SourceMention> described = new ArrayList<>();
    for (SourceMention speaker : speakers) {
      described.add(
          new SourceMention(
              speaker.span(),
              speaker.tokens(),
              speaker.name(),
              speaker.id(),
              speaker.kind(),
              speaker.role(),
              medium,
              speaker.derivation()));
    }
    return described;
  }

  private @Nullable String medium(int from) {
    for (int i = from; i < Math.min(sentence.end(), from + 14); i++) {
      if (text.token(i).is(MARKERS) || i > from && verb(i) != null) {
        return null;
      }
      Label label = text.token(i).label(MEDIA);
      if (label != null) {
        return label.entry().attribute("medium");
      }
    }
    return null;
  }

  /**
   * "حمّل الحركة المسؤولية", "متهما دولة مجاورة": whom no list knows as a party, right behind the
   * verb and its subject. A group named before is meant by its first word.
   */
  private @Nullable PartyMention accused(int from) {
    PartyMention object = phrase(skipMinor(from));
    boolean again =
        object != null && context.earlier().again(text, object.tokens().first()) != null;
    boolean charged = object != null && charge(object.tokens().end()) >= 0;
    return again || charged ? object : null;
  }

  /** The noun at a token with the words that go with it, as somebody who is blamed. */
  private @Nullable PartyMention phrase(int at) {
    boolean noun =
        at < sentence.end()
            && text.token(at).isWord()
            && !text.token(at).is("name-stops")
            && !text.token(at).is(MARKERS)
            && !Constructs.hasPreposition(text.token(at))
            && verb(at) == null
            && !text.token(at).is("speech-nouns");
    if (!noun) {
      return null;
    }
    SourceMention again = context.earlier().again(text, at);
    int end = accusedEnd(at);
    return new PartyMention(
        text.span(at, end),
        new TokenRange(at, end),
        again == null ? Naming.of(text, at, end) : again.name(),
        again == null ? null : again.id(),
        "role",
        null,
        List.of(),
        Derivation.byRule("source/accused"));
  }

  /** Behind the noun and the words that go with it, up to a stop, a preposition or the charge. */
  private int accusedEnd(int at) {
    int end = at + 1;
    while (end < Math.min(sentence.end(), at + ACCUSED_WORDS) && isPlainWord(end)) {
      end++;
    }
    return end;
  }

  /** Where the charge begins at or a little behind a token: "لم تسمها بالوقوف وراء"; else -1. */
  private int charge(int from) {
    for (int i = from; i < Math.min(sentence.end(), from + CHARGE_REACH); i++) {
      boolean stop = text.token(i).isPunctuation() || text.token(i).is(MARKERS);
      if (stop) {
        return -1;
      }
      if (isCharge(i)) {
        return i;
      }
    }
    return -1;
  }

  private boolean isPlainWord(int at) {
    return at < sentence.end()
        && text.token(at).isWord()
        && !text.token(at).is("name-stops")
        && !text.token(at).is("speech-nouns")
        && !isCharge(at);
  }

  /** What somebody is accused of begins here: "بقصف", "بالوقوف وراء", "مسؤولية". */
  private boolean isCharge(int at) {
    return text.token(at).is("speech-nouns", "responsibility")
        || text.token(at).labels().stream().anyMatch(l -> l.clitics().has("b"));
  }

  /** Past "in a post on its account on X" between a speaker and whom he accuses. */
  private int behindMedium(int from) {
    int at = behindCircumstance(from);
    for (int i = at; i < Math.min(sentence.end(), at + 3); i++) {
      Label medium = text.token(i).label(MEDIA);
      Label noun = medium == null ? text.token(i).label("speech-nouns") : medium;
      boolean carried = noun != null && !noun.entry().attribute("medium").isEmpty();
      if (carried && noun != null) {
        at = noun.end();
        i = at - 1;
      } else if (!text.token(i).is("name-stops")) {
        break;
      }
    }
    return at;
  }

  /** Past "، في مؤتمر صحفي بالعاصمة،": where and how it was said, between commas. */
  private int behindCircumstance(int from) {
    boolean opens =
        from + 1 < sentence.end()
            && SpeakerReader.isSign(text.token(from), COMMAS)
            && (text.token(from + 1).is("name-stops") || text.token(from + 1).is(MEDIA));
    for (int i = from + 1; opens && i < Math.min(sentence.end(), from + ASIDE_REACH); i++) {
      if (SpeakerReader.isSign(text.token(i), COMMAS)) {
        return i + 1;
      }
      Label verb = verb(i);
      opens = !text.token(i).is(MARKERS) && (verb == null || !verb.features().isVerb());
    }
    return from;
  }

  private @Nullable PartyMention partyAfter(int from, List<SourceMention> speakers) {
    for (int i = from; i < Math.min(sentence.end(), from + 12); i++) {
      if (text.token(i).is("name-stops", "in")) {
        return null;
      }
      PartyMention party = context.parties().at(i);
      boolean self =
          party != null && speakers.stream().anyMatch(s -> s.name().equals(party.name()));
      if (party != null && !self) {
        return party;
      }
    }
    return null;
  }

  private boolean hasContent(int start, boolean markersOnly) {
    int from = behindAside(start);
    int end = from + (markersOnly ? WEAK_REACH : CONTENT_REACH);
    for (int i = from; i < Math.min(sentence.end(), end); i++) {
      Token token = text.token(i);
      Label medium = markersOnly ? token.label(MEDIA) : null;
      end = medium == null ? end : medium.end() + WEAK_REACH;
      boolean colon = SpeakerReader.isSign(token, ":");
      boolean sign = colon || isOpening(i);
      if (token.is(MARKERS) || sign && !markersOnly || colon && i <= from + 1) {
        return true;
      }
      if (i > from && isStrongVerb(token)) {
        return false;
      }
    }
    return false;
  }

  private static boolean isStrongVerb(Token token) {
    if (token.cannotBe(VERBS)) {
      return false;
    }
    for (Label label : token.labels()) {
      if (label.list().equals(VERBS)
          && label.features().isVerb()
          && !label.entry().is("weak", "yes")) {
        return true;
      }
    }
    return false;
  }

  /**
   * "…، وهو بائع في السوق، أن": passes over an aside between commas if what is said follows it at
   * once.
   */
  private int behindAside(int at) {
    if (at >= sentence.end() || !SpeakerReader.isSign(text.token(at), COMMAS)) {
      return at;
    }
    for (int i = at + 1; i + 1 < Math.min(sentence.end(), at + ASIDE_REACH); i++) {
      boolean closes = SpeakerReader.isSign(text.token(i), COMMAS);
      if (closes && text.token(i + 1).is(MARKERS)) {
        return i + 1;
      }
    }
    return at;
  }

  private boolean isOpening(int at) {
    return SpeakerReader.isSign(text.token(at), "\"“«‹");
  }

  private boolean isClosing(int at) {
    boolean comma = SpeakerReader.isSign(text.token(at), COMMAS);
    int mark = comma ? at - 1 : at;
    return mark > sentence.first() && SpeakerReader.isSign(text.token(mark), "\"”»›");
  }

  /** Passes over commas, adverbs of time, and "from his side" between a verb and its subject. */
  private int skipMinor(int at) {
    int i = at;
    while (i < sentence.end() && i < at + 6 && isMinor(i)) {
      Label turn = text.token(i).label(ACCORDING);
      i = turn == null ? i + 1 : turn.end();
    }
    return i;
  }

  private boolean isMinor(int at) {
    Token token = text.token(at);
    Label turn = token.label(ACCORDING);
    boolean time =
        token.is("name-stops", "today")
            || token.is("name-stops", "weekday")
            || !token.is("name-stops")
                && token.labels().stream()
                    .anyMatch(
                        l ->
                            l.entry().file().startsWith("time/")
                                && !l.list().equals(DATED_NAMES)
                                && !Normalizer.opensWithArticle(l.entry().key()));
    return SpeakerReader.isSign(token, COMMAS)
        || time
        || token.is(ADDRESSEES, "by-it")
        || turn != null && turn.entry().is("turn", "yes");
  }

  private static int end(Label label, List<SourceMention> speakers) {
    int end = label.end();
    for (SourceMention speaker : speakers) {
      end = Math.max(end, speaker.tokens().end());
    }
    return end;
  }

  private static Cue cue(
      int first,
      int end,
      SpeechAct act,
      List<SourceMention> speakers,
      List<SourceMention> through,
      boolean forward,
      @Nullable PartyMention object,
      Label label) {
    boolean quotes = label.list().equals(ACCORDING) && label.entry().is("cites", "yes");
    String rule = quotes ? Cue.QUOTING : "source/" + label.list();
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

  /** The words of the sentence, for messages of tests. */
  @Override
  public String toString() {
    return Naming.of(text, sentence.first(), sentence.end());
  }
}
