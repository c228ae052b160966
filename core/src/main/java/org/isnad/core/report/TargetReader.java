package org.isnad.core.report;

import java.util.List;
import java.util.Set;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Features;
import org.isnad.core.mention.PartyMention;
import org.isnad.core.mention.PlaceMention;
import org.isnad.core.mention.TimeExpression;
import org.isnad.core.mention.WeaponMention;
import org.isnad.core.mention.event.EventWord;
import org.isnad.core.mention.event.EventWord.Role;
import org.isnad.core.mention.party.Constructs;
import org.isnad.core.mention.party.Naming;
import org.isnad.core.text.Normalizer;
import org.isnad.core.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an event was aimed at where that is no party: the object of a verb of striking, what
 * stands behind "against", the object of a verbal noun, or the subject of a verb of suffering
 * (codebook section 7).
 *
 * <p>{@code قصفت الطائرات مستودعا للذخيرة} ("the aircraft bombed an ammunition depot") gives the
 * depot. Up to three coordinated targets are read.
 */
final class TargetReader {

  /** Coordinated targets that are read; longer lists go on with what happened elsewhere. */
  private static final int MOST = 3;

  /**
   * How far behind the event's words its target begins at most; a subject or an adverb stands
   * between.
   */
  private static final int REACH = 12;

  /** Tokens in which a weapon stands behind its preposition: a number of two words between. */
  private static final int MEANS_REACH = 4;

  private static final Set<EventType> AIMED =
      Set.of(
          EventType.ROCKET_ATTACK,
          EventType.DRONE_ATTACK,
          EventType.SHELLING,
          EventType.AIR_STRIKE,
          EventType.BOMBING,
          EventType.SUICIDE_BOMBING,
          EventType.EXPLOSION,
          EventType.ARMED_ATTACK,
          EventType.ATTACK,
          EventType.SECURITY_OPERATION);

  /** What goes off by a road was not aimed at the road. */
  private static final Set<EventType> PLANTED =
      Set.of(EventType.BOMBING, EventType.SUICIDE_BOMBING, EventType.EXPLOSION);

  /** Most words of a name that stands before the verb of suffering. */
  private static final int LONGEST = 5;

  /** Most words of a subject of a verbal noun, behind its first. */
  private static final int SUBJECT_WORDS = 4;

  /** Attacks that their attackers carry out with what goes off, and so are never aimed at them. */
  private static final Set<EventType> SET_OFF =
      Set.of(
          EventType.BOMBING,
          EventType.SUICIDE_BOMBING,
          EventType.EXPLOSION,
          EventType.ROCKET_ATTACK,
          EventType.ATTACK);

  private static final Set<String> TOLD =
      Set.of("time", "number", "event", "weapon", "toll", "milestone", "source");

  /** Lists of those folders whose words name persons or things that are struck all the same. */
  private static final Set<String> NAMING = Set.of("unnamed", "speech-nouns");

  private final Mentions mentions;

  TargetReader(Mentions mentions) {
    this.mentions = mentions;
  }

  /** Whether events of the type are aimed at things that are no party. */
  static boolean isAimed(EventType type) {
    return AIMED.contains(type);
  }

  /** Adds targets to a draft that has none yet, or whose object is told before those it has. */
  void read(Draft draft) {
    if (!isAimed(draft.type)) {
      return;
    }
    int start = start(draft);
    if (!draft.targets.isEmpty() && !isApart(draft, start)) {
      return;
    }
    draft.targets.clear();
    if (start < 0) {
      onlyObject(draft);
      return;
    }
    for (int n = 0; start >= 0 && n < MOST; n++) {
      Party target = target(draft, start);
      if (target == null) {
        return;
      }
      draft.targets.add(target);
      start = coordinated(draft, end(draft.text, start));
    }
  }

  /**
   * "كما استهدفت القوات …": where nothing else that the verb could be aimed at stands in its
   * clause, the phrase behind it is its object, and who acted is left out, as told before.
   */
  private void onlyObject(Draft draft) {
    EventWord verb = draft.head();
    boolean leavesOut =
        verb.isVerb()
            && verb.role() == EventWord.Role.STRIKE
            && verb.label().entry().is("object", "always")
            && !hasSubjectBefore(draft, verb)
            && draft.actors.size() == 1;
    Party party = leavesOut ? draft.actors.getFirst() : null;
    Span span = party == null ? null : party.span();
    boolean object =
        span != null
            && verb.end() < draft.text.size()
            && span.overlaps(draft.text.token(verb.end()).span())
            && !isNominative(draft.text, verb.end())
            && !hasPlaceObject(draft, span);
    if (party != null && object) {
      draft.actors.clear();
      draft.targets.add(
          new Party(party.name(), party.id(), null, null, null, party.framing(), party.span()));
      draft.subjectLeftOut = true;
    }
  }

  /** Whether a place without a preposition stands behind the phrase: it is what was struck. */
  private boolean hasPlaceObject(Draft draft, Span party) {
    for (PlaceMention place :
        Mentions.within(mentions.places(), draft.head().end(), limit(draft))) {
      Link link = Link.of(draft.text, place.tokens());
      if (place.span().start() >= party.end() && (link == Link.NONE || link == Link.TARGET)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether an object stands before the first party that was read as aimed at: the party belongs to
   * a phrase that opens with the object ("tanks and a carrier of the group").
   */
  private boolean isApart(Draft draft, int start) {
    Span first = draft.targets.getFirst().span();
    return start >= 0
        && first != null
        && draft.text.token(start).span().end() <= first.start()
        && target(draft, start) != null;
  }

  private int start(Draft draft) {
    if (draft.start >= 0 && draft.words.size() == 1) {
      return against(draft, draft.start);
    }
    boolean struck =
        draft.words.stream()
            .anyMatch(w -> w.isVerb() && (w.role() == Role.STRIKE || w.role() == Role.CARRIER));
    for (EventWord word : draft.words) {
      boolean nounOfVerb = struck && word.role() == Role.NOUN && !shakes(draft);
      int start = nounOfVerb ? -1 : start(draft, word);
      if (start >= 0) {
        return start;
      }
    }
    for (EventWord word : draft.words) {
      int start = struck && word.role() == Role.NOUN ? start(draft, word) : -1;
      if (start >= 0) {
        return start;
      }
    }
    return -1;
  }

  /** What a blast shakes is where it was heard, so its verb has no object that was aimed at. */
  private static boolean shakes(Draft draft) {
    return draft.words.stream().anyMatch(w -> w.role() == Role.CARRIER && shakes(w));
  }

  private int start(Draft draft, EventWord word) {
    return switch (word.role()) {
      case STRIKE -> word.isVerb() ? object(draft, word) : masdarObject(draft, word);
      case CARRIER -> shakes(word) ? -1 : object(draft, word);
      case UNDERGO -> patient(draft, word);
      case NOUN ->
          takesObject(draft.text, word) ? masdarObject(draft, word) : against(draft, word.end());
      case LAUNCH, FALL -> against(draft, word.end());
      default -> -1;
    };
  }

  /** "the targeting of a ship": the verbal noun of a verb that always has an object. */
  private static boolean takesObject(AnalyzedText text, EventWord noun) {
    return text.token(noun.first()).labels().stream()
        .anyMatch(
            l ->
                l.list().equals("event-verbs")
                    && l.features().part() == Features.Part.MASDAR
                    && l.entry().is("object", "always"));
  }

  /**
   * Who suffered: behind the verb ("تعرضت القرية لقصف") or, where the attack stands there, the
   * phrase before it ("القرية التي تعرضت لقصف").
   */
  private int patient(Draft draft, EventWord verb) {
    int behind = beyondParticle(draft, beyondAdverbs(draft, verb.end()));
    if (behind < 0 || !draft.text.token(behind).is("event-nouns")) {
      return behind;
    }
    int last = verb.first() - 1;
    if (last > draft.sentence.first() && draft.text.token(last).is("name-stops", "who")) {
      last--;
    }
    for (int first = last; first >= Math.max(draft.sentence.first(), last - LONGEST); first--) {
      PlaceMention place = Mentions.at(mentions.places(), first);
      PartyMention party = Mentions.at(mentions.parties(), first);
      boolean named =
          place != null && place.tokens().end() == last + 1
              || party != null && party.tokens().end() == last + 1;
      if (named) {
        boolean cue =
            first > draft.sentence.first() && draft.text.token(first - 1).is("place-cues");
        return place != null && cue ? first - 1 : first;
      }
    }
    return -1;
  }

  /** "to 47 attacks": the preposition written apart before a number, and the number. */
  private static int beyondParticle(Draft draft, int at) {
    if (at < 0 || draft.text.token(at).norm().length() > 1) {
      return at;
    }
    int next = at + 1;
    while (next < limit(draft) && draft.text.token(next).isNumber()) {
      next++;
    }
    return next < limit(draft) ? next : -1;
  }

  /** What a blast shakes is where it was heard, not what it was aimed at. */
  private static boolean shakes(EventWord verb) {
    return !verb.isVerb() || verb.label().key().equals("shake");
  }

  /**
   * The object of a verb: the first phrase behind it, or the second where the first is the subject.
   */
  private int object(Draft draft, EventWord verb) {
    if (verb.label().features().passive()) {
      return beyondAdverbs(draft, verb.end());
    }
    int first = beyondAdverbs(draft, behindSubject(draft, verb));
    if (first < 0) {
      return -1;
    }
    boolean subjectBefore = hasSubjectBefore(draft, verb);
    if (subjectBefore && isWeapon(draft.text.token(first)) && isRole(draft, verb.first() - 1)) {
      return first;
    }
    if (!subjectBefore && isSubject(draft, first)) {
      int second = beyondAdverbs(draft, subjectEnd(draft, first));
      return second >= 0 && isPhrase(draft.text, second) ? second : against(draft, verb.end());
    }
    boolean toward = draft.text.token(first).is("event-prepositions");
    return isPhrase(draft.text, first) ? first : toward ? against(draft, verb.end()) : -1;
  }

  /** Behind the adjectives and the backer of a subject that is listed with its verb. */
  private int behindSubject(Draft draft, EventWord verb) {
    int at = verb.end();
    while (verb.label().size() > 1
        && at < limit(draft)
        && (isAdjectiveOf(draft, at) || at == verb.end() && isOfNation(draft, at))) {
      at++;
    }
    return at == verb.end() ? at : beyondBacking(draft, at);
  }

  /**
   * Whether an event noun or a relative pronoun before the verb is its subject ("هجوم استهدف …").
   */
  private boolean hasSubjectBefore(Draft draft, EventWord verb) {
    if (verb.first() <= draft.sentence.first()) {
      return false;
    }
    Token before = draft.text.token(verb.first() - 1);
    boolean joined = verb.label().clitics().has("w") || verb.label().clitics().has("f");
    return joined
        || isRole(draft, verb.first() - 1)
        || before.is("name-stops", "who")
        || draft.words.stream()
            .anyMatch(
                w ->
                    w != verb
                        && w.end() <= verb.first()
                        && verb.first() - w.end() <= 4
                        && w.role() == Role.NOUN);
  }

  /** "that its fighters struck a tank": persons right before the verb act. */
  private boolean isRole(Draft draft, int at) {
    PartyMention party = Mentions.at(mentions.parties(), at);
    Token token = draft.text.token(at);
    boolean pronoun = token.labels().stream().anyMatch(l -> l.clitics().hasPronoun());
    return party != null && party.kind().equals("role") && pronoun;
  }

  private boolean isSubject(Draft draft, int at) {
    return isActor(draft, at)
        || isNominative(draft.text, at)
        || draft.text.token(at).is("event-nouns")
        || isWeapon(draft.text.token(at));
  }

  /** "gunmen", in a form that no object has: they act. */
  private boolean isNominative(AnalyzedText text, int at) {
    PartyMention party = Mentions.at(mentions.parties(), at);
    Token token = text.token(at);
    return party == null
        ? token.is("person-roles") && Normalizer.isNominativePlural(token.norm())
        : Nominative.is(text, party);
  }

  private boolean isActor(Draft draft, int at) {
    boolean actor =
        draft.actors.stream()
            .anyMatch(a -> a.span() != null && a.span().overlaps(draft.text.token(at).span()));
    PartyMention party = Mentions.at(mentions.parties(), at);
    return actor || party != null && !party.kind().equals("asset") && !party.kind().equals("role");
  }

  /** Weapons act on other things; only what destroys or seizes aims at them. */
  private static boolean isWeapon(Token token) {
    return token.is("weapons") && !token.is("weapon-holders");
  }

  private int subjectEnd(Draft draft, int at) {
    PartyMention party = Mentions.at(mentions.parties(), at);
    int end = at + 1;
    if (party != null) {
      end = party.tokens().end();
    }
    for (Label label : draft.text.token(at).labels()) {
      end =
          Math.max(
              end,
              label.list().equals("event-nouns") || label.list().equals("weapons")
                  ? label.end()
                  : end);
    }
    while (end < limit(draft)
        && (isModifier(draft.text.token(end))
            || isOfNation(draft, end)
            || isNominative(draft.text, end))) {
      end++;
    }
    return beyondBacking(draft, end);
  }

  /** Behind "loyal to the general", which says whose the subject is. */
  private int beyondBacking(Draft draft, int at) {
    boolean backing =
        at + 1 < limit(draft)
            && draft.text.token(at).is("backing-words")
            && draft.text.token(at + 1).labels().stream().anyMatch(l -> l.clitics().has("l"));
    if (!backing) {
      return at;
    }
    PartyMention whose = Mentions.at(mentions.parties(), at + 1);
    int end = whose == null ? at + 2 : whose.tokens().end();
    while (end < limit(draft) && Normalizer.opensWithArticle(draft.text.token(end).norm())) {
      end++;
    }
    return end;
  }

  private static boolean isModifier(Token token) {
    return token.is("event-modifiers") || token.is("force-adjectives") || token.is("nationalities");
  }

  /** "تدمير منصات …": what follows a verbal noun in construct, unless it acts. */
  private int masdarObject(Draft draft, EventWord noun) {
    int at = noun.end();
    while (at < limit(draft)
        && (draft.text.token(at).is("manner-words")
            || draft.text.token(at).is("event-modifiers"))) {
      at++;
    }
    boolean construct =
        !noun.label().clitics().isDefinite() && !noun.label().clitics().hasPronoun();
    if (construct && isBombardment(noun) && isEquipment(draft, at)) {
      return objectOf(draft, at + 1);
    }
    return construct
            && at < limit(draft)
            && (isPhrase(draft.text, at) || isWeapon(draft.text.token(at)))
            && !isActor(draft, at)
        ? at
        : against(draft, noun.end());
  }

  /** "the bombing by aircraft of a quarter": in Arabic the aircraft stand right behind the noun. */
  private static boolean isEquipment(Draft draft, int at) {
    Label force = at < limit(draft) ? draft.text.token(at).label("forces") : null;
    return force != null
        && force.entry().is("equipment", "yes")
        && !force.clitics().hasPronoun()
        && force.clitics().before().stream().allMatch(c -> c.equals("al"));
  }

  /** The phrase with "of" behind a verbal noun and its subject, an adjective or two between. */
  private int objectOf(Draft draft, int from) {
    for (int i = from; i < Math.min(limit(draft), from + SUBJECT_WORDS); i++) {
      Token token = draft.text.token(i);
      boolean of = token.labels().stream().anyMatch(l -> l.clitics().has("l"));
      boolean bare =
          (token.is("place-cues") || token.is("forces"))
              && !Normalizer.opensWithArticle(token.norm());
      if (of || bare) {
        return isPhrase(draft.text, i) ? i : -1;
      }
    }
    return -1;
  }

  private static boolean isBombardment(EventWord noun) {
    return EventType.SHELLING.id().equals(noun.type())
        || EventType.AIR_STRIKE.id().equals(noun.type());
  }

  /** What stands behind "against" in the event's reach. */
  private int against(Draft draft, int behind) {
    AnalyzedText text = draft.text;
    int from = Link.preposition(text, behind - 1) == null ? behind : behind - 1;
    for (int i = from; i < Math.min(limit(draft), from + REACH); i++) {
      Label label = Link.preposition(text, i);
      boolean target = label != null && label.entry().is("class", "target");
      if (target && text.token(i - 1).is("weapon-mounts")) {
        return -1;
      }
      if (target && label != null && label.end() < limit(draft)) {
        int at = beyondNumbers(draft, label.end());
        return at >= 0 && isPhrase(text, at) ? at : -1;
      }
    }
    return -1;
  }

  private int beyondAdverbs(Draft draft, int from) {
    int at = from;
    int next = beyondAdverb(draft, at);
    while (next > at && at < limit(draft) && at < from + REACH) {
      at = next;
      next = beyondAdverb(draft, at);
    }
    return at < limit(draft) ? beyondNumbers(draft, at) : -1;
  }

  /**
   * Behind the comma, the words of time, the means ("with three rockets") or the place ("in the
   * town") that stand at the token; the token itself where none does.
   */
  private int beyondAdverb(Draft draft, int at) {
    if (at >= limit(draft)) {
      return at;
    }
    Label phrase = draft.text.token(at).label("manner-words");
    if (phrase != null && phrase.size() > 1) {
      return phrase.end();
    }
    if (isAdverb(draft.text.token(at))) {
      boolean manner = draft.text.token(at).is("manner-words");
      boolean how = manner && at + 1 < limit(draft) && draft.text.token(at + 1).is("manner-words");
      return how ? at + 2 : at + 1;
    }
    TimeExpression time = timeAt(draft, at);
    if (time != null) {
      return time.tokens().end();
    }
    int means = beyondMeans(draft, at);
    return means > at ? means : beyondPlace(draft, at);
  }

  /** The expression of time at the token, or right behind the preposition that stands there. */
  private @Nullable TimeExpression timeAt(Draft draft, int at) {
    TimeExpression time = Mentions.at(mentions.times(), at);
    boolean preposition =
        time == null && at + 1 < limit(draft) && draft.text.token(at).is("time-prepositions");
    return preposition ? Mentions.at(mentions.times(), at + 1) : time;
  }

  private int beyondMeans(Draft draft, int at) {
    boolean bound = draft.text.token(at).labels().stream().anyMatch(l -> l.clitics().has("b"));
    if (!bound) {
      return at;
    }
    int end = at;
    for (WeaponMention weapon : Mentions.within(mentions.weapons(), at, limit(draft))) {
      boolean first = end == at && weapon.tokens().first() < at + MEANS_REACH;
      boolean another = end > at && weapon.tokens().first() <= end + 1;
      if (!first && !another) {
        break;
      }
      end = weapon.tokens().end();
    }
    while (end > at
        && end < limit(draft)
        && (draft.text.token(end).is("manner-words") || isAdjectiveOf(draft, end))) {
      end++;
    }
    return end;
  }

  /** "by rockets, the bursting ones": a definite adjective of the definite weapon before it. */
  private boolean isAdjectiveOf(Draft draft, int at) {
    Token before = draft.text.token(at - 1);
    Token token = draft.text.token(at);
    boolean definite =
        before.labels().stream().anyMatch(l -> l.clitics().isDefinite())
            && Normalizer.opensWithArticle(token.norm());
    return definite
        && Normalizer.isDefiniteRelation(token.norm())
        && Mentions.at(mentions.parties(), at) == null
        && place(at) == null;
  }

  /** "a Libyan suicide bomber", right behind a subject that is listed with its verb. */
  private static boolean isOfNation(Draft draft, int at) {
    Label nation = draft.text.token(at).label("nationalities");
    return nation != null
        && nation.clitics().before().isEmpty()
        && nation.features().number() == Features.Num.SINGULAR;
  }

  private int beyondPlace(Draft draft, int at) {
    if (!draft.text.token(at).is("name-stops", "in")) {
      return at;
    }
    PlaceMention place = Mentions.at(mentions.places(), at + 1);
    return place == null ? at : place.tokens().end();
  }

  private static boolean isAdverb(Token token) {
    boolean comma =
        token.isPunctuation() && (token.surface().equals(",") || token.surface().equals("\u060C"));
    return comma
        || token.is("manner-words", "manner")
        || token.is("name-stops", "with-pronoun")
        || token.is("name-stops", "today")
        || token.is("name-stops", "weekday")
        || token.is("name-stops", "also");
  }

  private int beyondNumbers(Draft draft, int from) {
    int at = from;
    while (at < limit(draft)
        && (draft.text.token(at).isNumber() || isNumeral(draft.text.token(at)))) {
      at++;
    }
    return at < limit(draft) ? at : -1;
  }

  private static boolean isNumeral(Token token) {
    return token.labels().stream().anyMatch(Label::isNumeral);
  }

  private static int limit(Draft draft) {
    return Math.min(draft.reach.end(), draft.sentence.end());
  }

  /** Whether a thing, a place or a body can be named from here on. */
  private boolean isPhrase(AnalyzedText text, int at) {
    Token token = text.token(at);
    if (!token.isWord()) {
      return false;
    }
    if (Mentions.at(mentions.parties(), at) != null) {
      return true;
    }
    if (at > 0 && text.token(at - 1).is("name-stops", "already")) {
      return false;
    }
    boolean stop = token.is("name-stops") && !Normalizer.opensWithArticle(token.norm());
    boolean told =
        !token.is("place-cues")
            && !token.is("weapon-holders")
            && !(token.is("forces", "position") && Normalizer.endsWithAlef(token.norm()))
            && token.labels().stream()
                .anyMatch(l -> TOLD.contains(folder(l)) && !NAMING.contains(l.list()));
    boolean thing = !FigureOfSpeech.isIdea(token) && !isDirection(token) && !isBound(token);
    return !stop && !told && thing && !token.is("event-prepositions");
  }

  /** "north-west of": says where something lies, and is nothing itself. */
  private static boolean isDirection(Token token) {
    Label relation = token.label("place-relations");
    return relation != null && Normalizer.isRelation(token.norm()) && !token.is("place-cues");
  }

  /** "by siege": a word that no list knows, with the preposition and the article before it. */
  private static boolean isBound(Token token) {
    return token.isUnknown() && Normalizer.opensWithByThe(token.norm());
  }

  private static String folder(Label label) {
    String file = label.entry().file();
    return file.substring(0, Math.max(0, file.indexOf('/')));
  }

  private @Nullable Party target(Draft draft, int at) {
    AnalyzedText text = draft.text;
    PartyMention party = Mentions.at(mentions.parties(), at);
    if (party != null) {
      boolean acts = draft.actors.stream().anyMatch(a -> a.name().equals(party.name()));
      boolean person =
          party.kind().equals("role")
              && party.id() == null
              && draft.type == EventType.SECURITY_OPERATION;
      return acts || person || attacks(draft, party)
          ? null
          : new Party(party.name(), party.id(), null, null, null, party.framing(), party.span());
    }
    Label cue = text.token(at).label("place-cues");
    if (cue != null && cue.entry().is("site", "road") && PLANTED.contains(draft.type)) {
      return null;
    }
    PlaceMention place = place(at);
    if (place != null && place.precision().compareTo(PlaceMention.Precision.DISTRICT) > 0) {
      return null;
    }
    int end = end(text, at);
    Label label = label(text.token(at));
    String name = label == null ? Naming.of(text, at, end) : Naming.of(text, at, end, label);
    return new Party(name, null, null, null, null, List.of(), text.span(at, end));
  }

  /** "a suicide bomber", or "gunmen" in a form that no object has: they attack. */
  private static boolean attacks(Draft draft, PartyMention party) {
    if (!party.kind().equals("role") || party.id() != null) {
      return false;
    }
    Token head = draft.text.token(party.tokens().first());
    Label role = head.label("person-roles");
    boolean attacker = role != null && role.entry().is("attacker", "yes");
    EventWord verb = draft.head();
    boolean active =
        verb.isVerb() && !verb.label().features().passive() && verb.role() != Role.UNDERGO;
    return attacker && SET_OFF.contains(draft.type) || active && Nominative.is(draft.text, party);
  }

  private @Nullable PlaceMention place(int at) {
    for (PlaceMention place : Mentions.within(mentions.places(), at, at + 2)) {
      boolean behind = place.relation() != null && place.tokens().first() > at;
      return behind ? null : place;
    }
    return null;
  }

  private static @Nullable Label label(Token token) {
    Label best = null;
    for (Label label : token.labels()) {
      best =
          best == null || label.clitics().before().size() > best.clitics().before().size()
              ? label
              : best;
    }
    return best;
  }

  private int end(AnalyzedText text, int at) {
    PartyMention party = Mentions.at(mentions.parties(), at);
    if (party != null) {
      return party.tokens().end();
    }
    PlaceMention place = place(at);
    int end =
        place != null
            ? Math.max(place.tokens().end(), at + 1)
            : Math.max(listedEnd(text, at), phraseEnd(text, at));
    boolean another = end == at + 1 && isBuilding(text, at) && isBuilding(text, end);
    return another ? end(text, end) : owner(text, end);
  }

  /** "the building of a post": a word for a site, without anything written to it. */
  private static boolean isBuilding(AnalyzedText text, int at) {
    Label cue =
        at < text.sentenceOf(Math.max(0, at - 1)).end() ? text.token(at).label("place-cues") : null;
    return cue != null && cue.clitics().before().isEmpty() && !cue.clitics().hasPronoun();
  }

  /** Behind a site or a force that is listed in several words ("a search point"). */
  private static int listedEnd(AnalyzedText text, int at) {
    int end = at + 1;
    for (Label label : text.token(at).labels()) {
      boolean listed = label.list().equals("place-cues") || label.list().equals("forces");
      end = listed ? Math.max(end, label.end()) : end;
    }
    return end;
  }

  private static int phraseEnd(AnalyzedText text, int at) {
    int limit = text.sentenceOf(at).end();
    int end = Constructs.end(text, at + 1, Normalizer.opensWithArticle(text.token(at).norm()));
    while (end < limit
        && end < at + 4
        && !Constructs.isDirection(text, end)
        && agrees(text.token(end - 1), text.token(end))) {
      end++;
    }
    return end;
  }

  /** Whether the second word is an indefinite adjective of the first, by its ending. */
  private static boolean agrees(Token noun, Token word) {
    boolean plain = word.isWord() && !word.is("name-stops") && !Constructs.hasPreposition(word);
    boolean accusative =
        Normalizer.endsWithAlef(noun.norm()) && Normalizer.endsWithAlef(word.norm());
    return plain
        && (accusative
            || Normalizer.isRelativeAdjective(word.norm())
                && word.labels().stream().allMatch(l -> l.list().equals("source-adjectives")));
  }

  /** A party behind the phrase to which it belongs ("مستودع لقوات …", "قواعد تضم قوات …"). */
  private int owner(AnalyzedText text, int end) {
    int limit = text.sentenceOf(Math.max(0, end - 1)).end();
    int at = end < limit && text.token(end).is("hosting-verbs") ? end + 1 : end;
    PartyMention party = at < limit ? Mentions.at(mentions.parties(), at) : null;
    boolean belongs =
        at > end
            || party != null
                && text.token(at).labels().stream().anyMatch(l -> l.clitics().has("l"));
    return party != null && belongs ? party.tokens().end() : end;
  }

  private int coordinated(Draft draft, int end) {
    if (end >= limit(draft)) {
      return -1;
    }
    Token token = draft.text.token(end);
    boolean joined =
        token.labels().stream().anyMatch(l -> l.clitics().has("w") && !l.features().isVerb());
    boolean party = Mentions.at(mentions.parties(), end) != null;
    return joined && (party || isPhrase(draft.text, end)) ? end : -1;
  }
}
