package org.isnad.core.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Features;
import org.isnad.core.mention.PartyMention;
import org.isnad.core.mention.PlaceMention;
import org.isnad.core.mention.SourceMention;
import org.isnad.core.mention.TokenRange;
import org.isnad.core.mention.WeaponMention;
import org.isnad.core.mention.event.EventWord;
import org.isnad.core.mention.event.EventWord.Role;
import org.isnad.core.mention.party.PartyKinds;
import org.isnad.core.mention.source.Attribution;
import org.isnad.core.mention.source.SpeechAct;
import org.isnad.core.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Attaches the parties, places and weapons in a draft's reach by how they hang on its words:
 * subject, object, owner, or a preposition (codebook sections 6 and 7).
 */
final class ArgumentReader {

  /** Kinds of parties that can act by force. */
  private static final Set<String> FORCES =
      PartyKinds.and(
          PartyKinds.ARMED, "state", "government", "equipment", "party", "international");

  /** Most words from a verb of speech to the end of its speaker: office, body and town. */
  private static final int SPEAKER_REACH = 10;

  /** Most words from "were taken" to the hospital: the hurt, an ambulance and "to" between. */
  private static final int TRANSFER_REACH = 7;

  /** Most words from a word for talks to "with" and whom it names. */
  private static final int TABLE = 14;

  /** Most words from who meets to the verb of meeting; the office stands between. */
  private static final int SUBJECT_BEFORE = 5;

  /** Most words from the word for a meeting to who is at it. */
  private static final int SUBJECT_BEHIND = 4;

  /** Most words that place something beside a state: "to the south-west of". */
  private static final int RELATION_WORDS = 3;

  /** Most adjectives of an event before "from" and whoever did it. */
  private static final int ADJECTIVES = 3;

  /** Most words of "at the hands of". */
  private static final int BY_REACH = 2;

  /** Most words from a word of speech to "by" in "the accusation of the group by". */
  private static final int ABOUT = 3;

  /** Most words from a verb of killing to what those behind it were killed in. */
  private static final int KILLER_BEFORE = 12;

  /** Kinds of parties that hold ground or lose it. */
  private static final Set<String> FIGHTING = PartyKinds.and(PartyKinds.ARMED, "people");

  /** Roles of verbs whose subject, where it stands before them, does what they say. */
  private static final Set<Role> DOES = Set.of(Role.STRIKE, Role.LAUNCH, Role.LIGHT);

  /** Most tokens between two parties of a list. */
  private static final int LIST_GAP = 3;

  /** Most tokens from a word of alternatives to the weapons that it leaves open. */
  private static final int OPEN_REACH = 6;

  /** Most words of what holds a weapon. */
  private static final int HOLDER_WORDS = 2;

  /** Kinds of mentions that are only ever aimed at. */
  private static final Set<String> AIMED_AT = Set.of("asset");

  /** What the verbal noun of bombarding names: its owner is who fires. */
  private static final Set<EventType> FIRED =
      Set.of(EventType.SHELLING, EventType.AIR_STRIKE, EventType.ROCKET_ATTACK);

  private static final Set<EventType> TWO_SIDED = Set.of(EventType.CLASH, EventType.TALKS);

  private final Mentions mentions;

  ArgumentReader(Mentions mentions) {
    this.mentions = mentions;
  }

  void read(Draft draft) {
    place(draft);
    weapons(draft);
    parties(draft);
    if (draft.actors.isEmpty() && !TWO_SIDED.contains(draft.type)) {
      killer(draft);
    }
  }

  /** "the army killed three in an ambush", in Arabic the verb first: who kills stands behind it. */
  private void killer(Draft draft) {
    EventWord head = draft.head();
    int from = Math.max(draft.sentence.first(), head.first() - KILLER_BEFORE);
    for (int i = head.first() - 2; !head.isVerb() && i >= from; i--) {
      PartyMention party = Mentions.at(mentions.parties(), i + 1);
      if (party != null
          && FORCES.contains(party.kind())
          && party.tokens().end() < head.first()
          && isKilling(draft.text.token(i))
          && isKilled(draft, party.tokens().end())) {
        add(draft, party, true);
        return;
      }
    }
  }

  /** Persons, or their number: behind the subject they are the object. */
  private boolean isKilled(Draft draft, int at) {
    PartyMention party = Mentions.at(mentions.parties(), at);
    return isCount(draft.text.token(at))
        || PersonWords.isNamed(draft.text, at, draft.sentence.end())
        || party != null && isPerson(party) && Link.of(draft.text, party.tokens()) == Link.NONE;
  }

  private static boolean isKilling(Token token) {
    Label label = token.label("casualty-words");
    return label != null
        && SentenceReader.KILLING.contains(label.key())
        && label.features().isVerb()
        && !label.features().passive()
        && !label.clitics().hasPronoun();
  }

  private void place(Draft draft) {
    List<PlaceMention> places = new ArrayList<>();
    for (PlaceMention place :
        Mentions.within(mentions.places(), draft.reach.first(), draft.reach.end())) {
      PartyMention party = Mentions.at(mentions.parties(), place.tokens().first());
      boolean state = party != null && party.derivation().rule().equals("party/capital");
      if (!state && !isTakenTo(draft, place)) {
        places.add(place);
      }
    }
    PlaceChoice.read(draft, places.size() > 1 ? ofEvents(draft, places) : places);
  }

  /** Those where no speaker is; all of them where a speaker is at each. */
  private List<PlaceMention> ofEvents(Draft draft, List<PlaceMention> places) {
    List<PlaceMention> ofEvents = new ArrayList<>(places);
    ofEvents.removeIf(place -> isOfSpeaker(draft, place));
    return ofEvents.isEmpty() ? places : ofEvents;
  }

  /** "a doctor in the hospital of X said": where a speaker is, and not where it happened. */
  private boolean isOfSpeaker(Draft draft, PlaceMention place) {
    int first = place.tokens().first();
    int from = Math.max(draft.sentence.first(), first - SPEAKER_REACH);
    for (Attribution attribution : mentions.attributions().cuedWithin(from, first + 1)) {
      SourceMention speaker = attribution.speaker();
      TokenRange tokens = speaker == null ? null : speaker.tokens();
      if (tokens != null
          && tokens.first() < first
          && first <= behindIn(draft, tokens.end())
          && tokens.end() <= draft.reach.end()) {
        return true;
      }
    }
    return false;
  }

  /** The token, or the one behind it where "in" stands there. */
  private static int behindIn(Draft draft, int at) {
    boolean in = at < draft.sentence.end() && draft.text.token(at).is("name-stops", "in");
    return in ? at + 1 : at;
  }

  /** "they were taken to the hospital of X": where the hurt are, and not where they were hurt. */
  private static boolean isTakenTo(Draft draft, PlaceMention place) {
    int first = place.tokens().first();
    boolean hospital = false;
    for (int i = Math.max(draft.sentence.first(), first - 2); i < place.tokens().end(); i++) {
      hospital |= draft.text.token(i).is("place-cues", "hospital");
    }
    int from = Math.max(draft.sentence.first(), first - TRANSFER_REACH);
    for (int i = first - 1; hospital && i >= from; i--) {
      if (draft.text.token(i).is("transfer-words")) {
        return true;
      }
    }
    return false;
  }

  private void weapons(Draft draft) {
    for (WeaponMention weapon :
        Mentions.within(mentions.weapons(), draft.reach.first(), draft.reach.end())) {
      if (isOpen(draft, weapon)) {
        continue;
      }
      draft.weapons.add(new Weapon(weapon.kind(), weapon.model(), weapon.count(), weapon.span()));
    }
  }

  /**
   * Whether the weapon is only one of those that it may have been ("whether by rockets or shells",
   * "it is not known if by a mine"): then none is said.
   */
  static boolean isOpen(Draft draft, WeaponMention weapon) {
    if (isHeld(draft, weapon)) {
      return true;
    }
    int from = Math.max(draft.sentence.first(), weapon.tokens().first() - OPEN_REACH);
    for (int i = weapon.tokens().first() - 1; i >= from; i--) {
      if (draft.text.token(i).is("event-alternatives")) {
        return true;
      }
      if (draft.text.token(i).norm().equals(".")) {
        return false;
      }
    }
    return false;
  }

  /** "a depot of rockets", "the command of the rockets": what was struck, not what with. */
  private static boolean isHeld(Draft draft, WeaponMention weapon) {
    int first = weapon.tokens().first();
    if (first <= draft.sentence.first()) {
      return false;
    }
    for (int i = first - 1; i >= Math.max(draft.sentence.first(), first - HOLDER_WORDS); i--) {
      Label holder = draft.text.token(i).label("weapon-holders");
      if (holder != null && holder.end() == first) {
        return !holder.clitics().has("b") && !holder.clitics().isDefinite();
      }
    }
    return false;
  }

  private void parties(Draft draft) {
    Set<Integer> seen = new HashSet<>();
    boolean actorNamed = false;
    Boolean before = null;
    int beforeEnd = Integer.MIN_VALUE / 2;
    for (PartyMention party :
        Mentions.within(mentions.parties(), draft.reach.first(), draft.reach.end())) {
      if (draft.type != EventType.THREAT && draft.type != EventType.TALKS && speaks(party)) {
        before = null;
        continue;
      }
      if (isInside(draft, party) || isQuality(draft, party) || isLoyal(draft, party)) {
        continue;
      }
      if (draft.isHeldOff() && isDefender(draft, party)) {
        before = null;
        continue;
      }
      if (isBacker(draft, party)) {
        beforeEnd = before == null ? beforeEnd : party.tokens().end();
        continue;
      }
      Link link = Link.of(draft.text, party.tokens());
      if (link == Link.ACTOR && isSpeaker(draft, party)) {
        before = null;
        continue;
      }
      boolean listed = link == Link.AND && party.tokens().first() - beforeEnd <= LIST_GAP;
      int lastEnd = beforeEnd;
      beforeEnd = party.tokens().end();
      boolean side =
          draft.type == EventType.CLASH
              && party.id() != null
              && PartyKinds.ARMED.contains(party.kind());
      if (listed && before == null && !side || isPlaceName(party, link)) {
        before = null;
        continue;
      }
      boolean joined = link == Link.AND && !isAcross(draft, lastEnd, party);
      if (before != null && (joined || isIncluded(draft, party))) {
        add(draft, party, before);
        continue;
      }
      Boolean acts = acts(draft, party, link, actorNamed);
      if (acts != null && seen.add(party.tokens().first())) {
        add(draft, party, acts);
        actorNamed |= acts;
      }
      actorNamed |= acts == null && isUnnamedSubject(draft, party);
      before = acts;
    }
  }

  /** "factions, among them the front": an example of those before it, on the same side. */
  private static boolean isIncluded(Draft draft, PartyMention party) {
    int before = party.tokens().first() - 1;
    return before >= draft.sentence.first()
        && draft.text.token(before).is("event-parts", "among-them");
  }

  /**
   * "the forces arrested so-and-so and X": the verb stands between, and X goes on with an object.
   */
  private static boolean isAcross(Draft draft, int lastEnd, PartyMention party) {
    return party.tokens().first() - lastEnd > LIST_GAP
        && draft.words.stream()
            .anyMatch(
                w ->
                    w.isVerb()
                        && w.role() == Role.STRIKE
                        && lastEnd <= w.first()
                        && w.end() <= party.tokens().first());
  }

  /**
   * "the air defences held off two rockets": right behind the verb or before it, without a word.
   */
  private static boolean isDefender(Draft draft, PartyMention party) {
    for (EventWord word : draft.words) {
      boolean behind =
          party.tokens().first() >= word.end() && party.tokens().first() - word.end() <= 1;
      boolean before =
          party.tokens().end() <= word.first() && word.first() - party.tokens().end() <= 1;
      if (Draft.repels(word)
          && (behind || before)
          && Link.of(draft.text, party.tokens()) == Link.NONE) {
        return true;
      }
    }
    return false;
  }

  /** "gunmen opened fire", listed as one phrase: its subject is no argument of its own. */
  private static boolean isInside(Draft draft, PartyMention party) {
    int first = party.tokens().first();
    int end = party.tokens().end();
    return draft.words.stream().anyMatch(w -> w.first() < first && end <= w.end());
  }

  /**
   * "political assassination", "its military deployment": a definite adjective that can be a word
   * for a person, right behind a definite noun.
   */
  private static boolean isQuality(Draft draft, PartyMention party) {
    int first = party.tokens().first();
    boolean adjective =
        first > draft.sentence.first()
            && party.tokens().size() == 1
            && isNobody(party)
            && Normalizer.opensWithArticle(draft.text.token(first).norm());
    if (!adjective) {
      return false;
    }
    EventWord head = draft.head();
    boolean ofEvent =
        head.role() == Role.NOUN && head.label().clitics().isDefinite() && first == head.end();
    Label role = draft.text.token(first).label("person-roles");
    return ofEvent
        || role != null
            && role.entry().is("inflect", "adj")
            && role.features().number() == Features.Num.SINGULAR
            && isOwned(draft.text.token(first - 1));
  }

  /** "an aircraft loyal to the general": the adjective, spelled as the noun "loyalist". */
  private static boolean isLoyal(Draft draft, PartyMention party) {
    int first = party.tokens().first();
    return isNobody(party)
        && party.tokens().size() == 1
        && draft.text.token(first).is("backing-words")
        && first > draft.sentence.first()
        && hasWeapon(draft, first);
  }

  /** Whether words for a weapon end right before the token. */
  private static boolean hasWeapon(Draft draft, int end) {
    for (int i = Math.max(draft.sentence.first(), end - LIST_GAP); i < end; i++) {
      Label weapon = draft.text.token(i).label("weapons");
      if (weapon != null && weapon.end() == end) {
        return true;
      }
    }
    return false;
  }

  /** A noun with a pronoun behind it, which is definite by that. */
  private static boolean isOwned(Token token) {
    return !token.is("event-prepositions")
            && token.labels().stream().allMatch(l -> !l.features().isVerb())
            && token.labels().stream().anyMatch(l -> l.clitics().hasPronoun())
        || token.isUnknown() && Normalizer.endsWithPronoun(token.norm());
  }

  /**
   * Whether the words name who says it: speakers of deeds of their own are told by what they say.
   */
  private boolean speaks(PartyMention party) {
    for (Attribution attribution : mentions.attributions().cuedAt(party.tokens().first())) {
      if (attribution.direct() && attribution.act() != SpeechAct.CLAIM) {
        return true;
      }
    }
    return false;
  }

  /** "after it was accused by the president": the word before "by" is no deed but speech. */
  private static boolean isSpeaker(Draft draft, PartyMention party) {
    for (int i = party.tokens().first() - 1; i > draft.sentence.first(); i--) {
      Label by = draft.text.token(i).label("event-prepositions");
      if (by != null && by.entry().is("class", "actor")) {
        return isSaid(draft, i);
      }
      if (party.tokens().first() - i > BY_REACH) {
        return false;
      }
    }
    return false;
  }

  /** Whether a word of speech stands before the token, at most whom it is about between. */
  private static boolean isSaid(Draft draft, int by) {
    for (int i = by - 1; i >= Math.max(draft.sentence.first(), by - ABOUT); i--) {
      for (Label label : draft.text.token(i).labels()) {
        if (label.list().equals("speech-verbs") || label.list().equals("speech-nouns")) {
          return true;
        }
        if (label.list().equals("event-verbs") || label.list().equals("event-nouns")) {
          return false;
        }
      }
    }
    return false;
  }

  /**
   * "the army, backed by the militia, and the group": the backer takes no part, and the list of
   * sides goes on behind it.
   */
  private static boolean isBacker(Draft draft, PartyMention party) {
    int first = party.tokens().first();
    int before = first - 1;
    if (before > draft.sentence.first() && draft.text.token(before).is("event-prepositions")) {
      before--;
    }
    boolean bound =
        before < first - 1
            || draft.text.token(first).labels().stream()
                .anyMatch(l -> l.clitics().has("b") || l.clitics().has("l"));
    if (before >= draft.sentence.first()) {
      Label backing = draft.text.token(before).label("backing-words");
      return backing != null && bound;
    }
    return false;
  }

  /** "in Syria", "from Iran", "the south of Yemen": there a state is where, not who. */
  private boolean isPlaceName(PartyMention party, Link link) {
    boolean state = party.kind().equals("state");
    boolean place = link == Link.PLACE || link == Link.MEANS || link == Link.OTHER;
    int first = party.tokens().first();
    boolean beside =
        state
            && Mentions.within(mentions.places(), Math.max(0, first - RELATION_WORDS), first)
                .stream()
                .anyMatch(p -> p.relation() != null && p.tokens().contains(party.tokens()));
    return beside || state && place && Mentions.at(mentions.places(), first) != null;
  }

  /** "the fighting that the country witnesses": the subject of that verb is where it is. */
  private static boolean isWitness(Draft draft, PartyMention party) {
    return draft.words.stream()
        .anyMatch(w -> w.role() == EventWord.Role.WITNESS && w.end() == party.tokens().first());
  }

  /** Whether the party acts; false where it is aimed at; null where it takes no part. */
  private static @Nullable Boolean acts(
      Draft draft, PartyMention party, Link link, boolean actorNamed) {
    if (party.kind().equals("agency")) {
      return null;
    }
    if (!actorNamed && isCountedSubject(draft, party)) {
      return Boolean.TRUE;
    }
    if (party.kind().equals("people") && !isOfForces(draft, party)) {
      boolean acts =
          link == Link.ACTOR
              || isGroup(draft, party)
                  && (isSubjectForm(draft, verb(draft), party) || isDoerOfMasdar(draft, party));
      return acts && !actorNamed ? Boolean.TRUE : null;
    }
    if (draft.type == EventType.TALKS && !isAtTheTable(draft, party, link)) {
      return null;
    }
    if (TWO_SIDED.contains(draft.type)) {
      if (link == Link.OTHER && isDrivenOut(draft, party)) {
        return Boolean.TRUE;
      }
      if (link == Link.PLACE || link == Link.MEANS || link == Link.OTHER) {
        return null;
      }
      boolean country =
          party.kind().equals("state")
              && (isPlace(draft, party)
                  || isWitness(draft, party)
                  || link == Link.WITH && isBorder(draft, party));
      boolean aside = draft.type == EventType.CLASH && standsAside(draft, party);
      return country || aside ? null : Boolean.TRUE;
    }
    if (isSubjectOfLight(draft, party)) {
      boolean force = FORCES.contains(party.kind()) || isPerson(party) && !isNobody(party);
      return force && !actorNamed ? Boolean.TRUE : null;
    }
    if (AIMED_AT.contains(party.kind())) {
      return false;
    }
    if (isOwnerOfMeans(draft, party)) {
      return isNobody(party) ? null : Boolean.TRUE;
    }
    if (isOrigin(draft, party)) {
      return !actorNamed;
    }
    switch (link) {
      case TARGET -> {
        return Boolean.FALSE;
      }
      case ACTOR -> {
        return isNobody(party) && !isTyped(draft, party) && !isGroup(draft, party)
            ? null
            : Boolean.TRUE;
      }
      case MEANS, PLACE, WITH, OTHER -> {
        return null;
      }
      case OF -> {
        return draft.head().role() == Role.NOUN
                && !isBehindPreposition(draft, party)
                && (FORCES.contains(party.kind()) || isTyped(draft, party))
                && follows(draft, party)
            ? Boolean.TRUE
            : null;
      }
      default -> {
        return bySyntax(draft, party, actorNamed);
      }
    }
  }

  /** "the Kurdish forces": a people's forces act as any others. */
  private static boolean isOfForces(Draft draft, PartyMention party) {
    return draft.text.token(party.tokens().first()).is("forces");
  }

  /** Single persons, who are no side of a fight, and a body by whose building it is fought. */
  private static boolean standsAside(Draft draft, PartyMention party) {
    boolean group = isGroup(draft, party) && party.count() == null;
    return isPerson(party) && !isTyped(draft, party) && !group
        || AIMED_AT.contains(party.kind())
        || isOwnerOfSite(draft, party);
  }

  /** "around the office of the ministry". */
  private static boolean isOwnerOfSite(Draft draft, PartyMention party) {
    int before = party.tokens().first() - 1;
    if (party.id() != null && FIGHTING.contains(party.kind()) || before < draft.sentence.first()) {
      return false;
    }
    Label cue = draft.text.token(before).label("place-cues");
    boolean building = cue != null && cue.entry().is("kind", "site");
    return building || draft.text.token(before).is("body-words");
  }

  /** "the border with Turkey": a state that the place borders on. */
  private static boolean isBorder(Draft draft, PartyMention party) {
    int cue = party.tokens().first() - 2;
    return cue >= draft.sentence.first()
        && (draft.text.token(cue).is("place-cues")
            || draft.text.token(cue).is("place-territories"));
  }

  /** "retook the town from the group", "to retake it from": those who lost the ground. */
  private static boolean isDrivenOut(Draft draft, PartyMention party) {
    int from = party.tokens().first() - 1;
    boolean side =
        FIGHTING.contains(party.kind())
            || isGroup(draft, party) && party.count() == null
            || isTyped(draft, party);
    return draft.type == EventType.CLASH
        && side
        && from >= draft.words.getFirst().end()
        && draft.text.token(from).is("event-prepositions", "from")
        && draft.words.stream().anyMatch(w -> w.label().entry().is("role", "ground"));
  }

  /** "the setting alight, by settlers, of a house", in Arabic the doer bare behind the noun. */
  private static boolean isDoerOfMasdar(Draft draft, PartyMention party) {
    EventWord noun = draft.words.getFirst();
    int next = party.tokens().end();
    boolean construct =
        !noun.isVerb()
            && !noun.label().clitics().isDefinite()
            && !noun.label().clitics().hasPronoun();
    if (!construct || party.tokens().first() != noun.end() || next >= draft.sentence.end()) {
      return false;
    }
    Token object = draft.text.token(next);
    boolean bare =
        object.isWord()
            && object.labels().stream()
                .allMatch(
                    l -> !l.clitics().has("w") && !l.clitics().has("b") && !l.clitics().has("l"))
            && !object.is("event-prepositions")
            && !object.is("event-connectives")
            && !object.is("nationalities")
            && !object.is("force-adjectives");
    return bare
        && (Normalizer.endsWithAlef(object.norm())
            || object.is("fire-words")
            || object.is("place-cues")
            || object.is("person-roles"));
  }

  /** "an attack on a post of the group": what belongs to whom it was aimed at does not act. */
  private static boolean isBehindPreposition(Draft draft, PartyMention party) {
    for (int i = draft.head().end(); i < party.tokens().first(); i++) {
      if (Link.preposition(draft.text, i) != null) {
        return true;
      }
    }
    return false;
  }

  /** "carried out X a raid": what stands between a light verb and its noun is the subject. */
  private static boolean isSubjectOfLight(Draft draft, PartyMention party) {
    EventWord verb = draft.words.getFirst();
    return verb.role() == Role.LIGHT
        && verb.isVerb()
        && !isPassive(verb)
        && draft.words.size() > 1
        && party.tokens().first() >= verb.end()
        && party.tokens().first() - verb.end() <= 1
        && party.tokens().end() <= draft.words.get(1).first()
        && Link.of(draft.text, party.tokens()) == Link.NONE;
  }

  /** "by the bullets of the army": whose weapon it was acted. */
  private static boolean isOwnerOfMeans(Draft draft, PartyMention party) {
    int before = party.tokens().first() - 1;
    if (before > draft.sentence.first() && draft.text.token(before).is("person-roles")) {
      before--;
    }
    if (before < draft.sentence.first()) {
      return false;
    }
    for (Label label : draft.text.token(before).labels()) {
      boolean weapon = label.list().equals("weapons") || label.list().equals("weapon-cues");
      if (weapon && label.clitics().has("b") && !label.clitics().isDefinite()) {
        return true;
      }
    }
    return false;
  }

  /** "a heavy bombardment from the militia": a force behind "from" and the event's adjectives. */
  private static boolean isOrigin(Draft draft, PartyMention party) {
    int from = party.tokens().first() - 1;
    EventWord noun = draft.last();
    if (!FORCES.contains(party.kind())
        || party.kind().equals("state")
        || noun.role() != Role.NOUN
        || from < noun.end()
        || from - noun.end() > ADJECTIVES
        || !draft.text.token(from).is("event-prepositions", "from")) {
      return false;
    }
    for (int i = noun.end(); i < from; i++) {
      Token token = draft.text.token(i);
      if (!token.is("manner-words") && !token.is("event-modifiers")) {
        return false;
      }
    }
    return true;
  }

  /**
   * Who meets whom stands beside the word for the meeting or behind "with" and "between"; what they
   * talk about stands further away.
   */
  private static boolean isAtTheTable(Draft draft, PartyMention party, Link link) {
    if (isNobody(party) && party.tokens().size() == 1) {
      return false;
    }
    EventWord word = draft.head();
    boolean before = party.tokens().end() <= word.first();
    int gap = before ? word.first() - party.tokens().end() : party.tokens().first() - word.end();
    if (link == Link.WITH) {
      return gap <= TABLE || Math.abs(party.tokens().first() - draft.last().end()) <= TABLE;
    }
    return gap <= (before ? SUBJECT_BEFORE : SUBJECT_BEHIND);
  }

  /** "في العراق": the country is where, not who. */
  private static boolean isPlace(Draft draft, PartyMention party) {
    int before = party.tokens().first() - 1;
    return before >= draft.sentence.first() && draft.text.token(before).is("name-stops", "in");
  }

  private static @Nullable Boolean bySyntax(Draft draft, PartyMention party, boolean actorNamed) {
    EventWord verb = verb(draft);
    if (isNobody(party) && (isSubjectForm(draft, verb, party) || isSubjectBefore(draft, party))) {
      return isGroup(draft, party) && !actorNamed ? Boolean.TRUE : null;
    }
    if (draft.head().role() == Role.INTERCEPT && (verb == null || !follows(verb, party))) {
      return null;
    }
    if (verb == null && isNobody(party) && isPreventer(draft, party)) {
      return null;
    }
    if (isNamedByEvent(draft, party)) {
      return true;
    }
    if (isAdjectiveOfEvent(draft, party)) {
      return ownerActs(draft, party);
    }
    if (verb == null) {
      if (isSubjectOfMasdar(draft, party)) {
        return true;
      }
      boolean does = FORCES.contains(party.kind()) && isDoerOfMasdar(draft, party);
      return follows(draft, party) ? Boolean.valueOf(does || ownerActs(draft, party)) : null;
    }
    boolean suffers = verb.role() == Role.UNDERGO || isPassive(verb);
    boolean before = party.tokens().first() < verb.first();
    int gap = before ? verb.first() - party.tokens().end() : party.tokens().first() - verb.end();
    if (before && (gap > 2 || isOfOtherClause(draft, party, verb)) || gap > 8) {
      return null;
    }
    if (suffers) {
      return Boolean.FALSE;
    }
    if (before && isNobody(party) && DOES.contains(verb.role())) {
      return null;
    }
    boolean eventIsSubject =
        verb.role() == Role.CARRIER
            || draft.head().role() == Role.NOUN && verb.role() == Role.STRIKE;
    if (!before && gap > 0 && isOwnerOfObject(draft, party)) {
      return null;
    }
    boolean nobody = isNobody(party);
    boolean canAct =
        FORCES.contains(party.kind()) || isOfForces(draft, party) || isPerson(party) && !nobody;
    return !eventIsSubject && !actorNamed && canAct && gap <= 4;
  }

  /**
   * "those policemen died when rebels struck", "the group claimed a bombing that struck": who
   * stands before the connective or the event is no argument of the verb behind it.
   */
  private static boolean isOfOtherClause(Draft draft, PartyMention party, EventWord verb) {
    for (int i = party.tokens().end(); i < verb.first(); i++) {
      Label label = draft.text.token(i).label("event-connectives");
      boolean opens = label != null && label.entry().is("class", "subordinate");
      if (opens || draft.text.token(i).is("event-nouns")) {
        return true;
      }
    }
    return false;
  }

  private static boolean follows(EventWord verb, PartyMention party) {
    int gap = party.tokens().first() - verb.end();
    return gap >= 0 && gap <= 2;
  }

  /** "experts defused a bomb": the subject of a verb of preventing, which news never aims at. */
  private static boolean isPreventer(Draft draft, PartyMention party) {
    return draft.words.stream()
        .anyMatch(w -> w.role() == Role.FOIL && w.isVerb() && follows(w, party));
  }

  /** "the Israeli shelling struck": the state that the adjective of the event names. */
  private static boolean isNamedByEvent(Draft draft, PartyMention party) {
    return party.derivation().rule().equals("party/behind-attack")
        && draft.words.stream()
            .anyMatch(
                w ->
                    w.role() == Role.NOUN
                        && party.tokens().first() - w.end() <= 1
                        && party.tokens().first() >= w.end());
  }

  /** "an Israeli raid struck": the adjective of the event that acts on, before its verb. */
  private static boolean isAdjectiveOfEvent(Draft draft, PartyMention party) {
    EventWord head = draft.head();
    return head.role() == Role.NOUN
        && FORCES.contains(party.kind())
        && party.tokens().size() == 1
        && party.tokens().first() == head.end()
        && draft.text.token(head.end()).is("nationalities")
        && !head.label().clitics().isDefinite()
        && Normalizer.isRelation(draft.text.token(head.end()).norm());
  }

  /** "struck the house of the minister": a noun in construct before the party is what it owns. */
  private static boolean isOwnerOfObject(Draft draft, PartyMention party) {
    Token before = draft.text.token(party.tokens().first() - 1);
    boolean word = before.isWord() && !Normalizer.endsWithAlef(before.norm());
    boolean construct = word && !Normalizer.opensWithArticle(before.norm());
    return construct
        && (before.isUnknown() || before.is("place-cues"))
        && !before.is("weapons")
        && !before.is("forces");
  }

  /**
   * "since the carrying out by X of strikes", in Arabic a verbal noun with its subject behind it.
   */
  private static boolean isSubjectOfMasdar(Draft draft, PartyMention party) {
    EventWord word = draft.words.getFirst();
    boolean light = word.role() == Role.LIGHT || word.role() == Role.LAUNCH;
    boolean construct =
        !word.isVerb()
            && !word.label().clitics().isDefinite()
            && !word.label().clitics().hasPronoun();
    int end = party.tokens().end();
    boolean object =
        draft.words.size() > 1
            ? end <= draft.words.get(1).first()
            : end < draft.text.size() && draft.text.token(end).is("weapons");
    return light
        && construct
        && object
        && party.tokens().first() == word.end()
        && FORCES.contains(party.kind());
  }

  private static boolean isNobody(PartyMention party) {
    return party.kind().equals("role") && party.id() == null;
  }

  /** "gunmen kidnapped": behind an active verb a form that no object has; they act, unnamed. */
  private static boolean isSubjectForm(Draft draft, @Nullable EventWord verb, PartyMention party) {
    EventWord head = verb == null ? draft.head() : verb;
    return head.isVerb()
        && !isPassive(head)
        && head.role() != Role.UNDERGO
        && Nominative.is(draft.text, party);
  }

  /**
   * "dozens of settlers attacked the village", in Arabic the verb first: counted persons right
   * behind a verb of attacking, what they attacked without a preposition behind them.
   */
  private static boolean isCountedSubject(Draft draft, PartyMention party) {
    EventWord verb = draft.head();
    int next = party.tokens().end();
    int gap = party.tokens().first() - verb.end();
    if (!verb.label().entry().is("crowds", "yes")
        || !verb.isVerb()
        || verb.label().clitics().hasPronoun()
        || gap < 1
        || gap > LIST_GAP
        || !isCount(draft.text.token(verb.end()))
        || next >= draft.sentence.end()) {
      return false;
    }
    int at = draft.text.token(next).isPunctuation() ? next + 1 : next;
    Token object = draft.text.token(Math.min(at, draft.sentence.end() - 1));
    return object.isWord()
        && (object.is("place-cues") || object.is("places"))
        && !object.is("event-prepositions");
  }

  private static boolean isCount(Token token) {
    return token.isNumber() || token.labels().stream().anyMatch(Label::isNumeral);
  }

  /** "unknown men killed the director": who acted is told, and what follows is no second actor. */
  private static boolean isUnnamedSubject(Draft draft, PartyMention party) {
    EventWord head = draft.head();
    int gap =
        party.tokens().first() < head.first()
            ? head.first() - party.tokens().end()
            : party.tokens().first() - head.end();
    return isNobody(party)
        && head.isVerb()
        && gap <= 1
        && (isSubjectForm(draft, head, party) || isSubjectBefore(draft, party));
  }

  /** "fighters struck a tank": a person before an active verb whose object follows. */
  private static boolean isSubjectBefore(Draft draft, PartyMention party) {
    EventWord head = draft.head();
    int gap = head.first() - party.tokens().end();
    boolean joined = head.label().clitics().has("w") || head.label().clitics().has("f");
    if (!head.isVerb() || joined || head.role() != Role.STRIKE || gap < 0 || gap > 1) {
      return false;
    }
    boolean last = head.end() >= draft.sentence.end();
    Token next = last ? null : draft.text.token(head.end());
    return !isPassive(head)
        && !head.label().clitics().hasPronoun()
        && next != null
        && next.isWord()
        && !next.is("event-prepositions")
        && Link.of(draft.text, new TokenRange(head.end(), head.end() + 1)) == Link.NONE;
  }

  /** Settlers, demonstrators, pirates: persons whose word says what group they are. */
  private static boolean isGroup(Draft draft, PartyMention party) {
    Label role = draft.text.token(party.tokens().first()).label("person-roles");
    return role != null && role.entry().is("group", "yes");
  }

  /**
   * The owner of an event noun: "the army's bombardment" acts, "the killing of a soldier" suffers.
   */
  private static boolean ownerActs(Draft draft, PartyMention party) {
    Label head = draft.head().label();
    boolean masdar = head.features().part() == Features.Part.MASDAR;
    return FORCES.contains(party.kind()) && !(masdar && !FIRED.contains(draft.type));
  }

  private static boolean follows(Draft draft, PartyMention party) {
    int gap = party.tokens().first() - draft.head().end();
    return gap >= 0 && gap <= 2;
  }

  private static @Nullable EventWord verb(Draft draft) {
    for (EventWord word : draft.words) {
      boolean syntactic =
          word.role() == Role.STRIKE
              || word.role() == Role.LIGHT
              || word.role() == Role.UNDERGO
              || word.role() == Role.CARRIER
              || word.role() == Role.LAUNCH
              || word.role() == Role.THREAT
              || word.role() == Role.GROUND
              || word.role() == Role.REPEL;
      if (word.isVerb() && syntactic) {
        return word;
      }
    }
    return null;
  }

  private static boolean isPassive(EventWord verb) {
    return verb.label().features().passive();
  }

  /**
   * "Kurdish rebels", "the southern fighters": fighters told by more than one word are a group
   * (codebook section 12).
   */
  private static boolean isTyped(Draft draft, PartyMention party) {
    Label role = draft.text.token(party.tokens().first()).label("person-roles");
    boolean militant = role != null && role.entry().is("class", "militant");
    return party.kind().equals("role")
        && militant
        && party.count() == null
        && (party.id() != null || party.tokens().size() > 1);
  }

  private static boolean isPerson(PartyMention party) {
    return party.kind().equals("person")
        || party.kind().equals("role")
        || party.kind().equals("official");
  }

  private static void add(Draft draft, PartyMention mention, boolean acts) {
    Party party =
        new Party(
            mention.name(),
            mention.id(),
            null,
            acts ? Party.Standing.STATED : null,
            null,
            mention.framing(),
            mention.span());
    List<Party> into = acts ? draft.actors : draft.targets;
    if (into.stream().noneMatch(p -> p.name().equals(party.name()))) {
      into.add(party);
    }
  }
}
