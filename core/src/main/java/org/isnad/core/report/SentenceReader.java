package org.isnad.core.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Features;
import org.isnad.core.mention.PartyMention;
import org.isnad.core.mention.TimeExpression;
import org.isnad.core.mention.TokenRange;
import org.isnad.core.mention.WeaponMention;
import org.isnad.core.mention.event.EventWord;
import org.isnad.core.mention.event.EventWord.Role;
import org.isnad.core.mention.event.EventWordFinder;
import org.isnad.core.mention.party.PartyKinds;
import org.isnad.core.text.Normalizer;

/**
 * Groups the event words of one sentence into events: a light verb with its noun, an event noun
 * with the verb it is the subject of, a verb with "in an attack", the cause with its result.
 */
final class SentenceReader {

  /** How far a light verb's noun can stand behind it: subject, adverb of time, adjective. */
  private static final int LIGHT_REACH = 9;

  /**
   * How far an event noun's own verb can stand behind it, its adjectives and owner between them.
   */
  private static final int SUBJECT_REACH = 8;

  /** How far what somebody was exposed to can stand behind the verb: a long subject between. */
  private static final int UNDERGO_REACH = 48;

  /** Most words of a number before the noun that it counts ("خمسة وعشرين هجوما"). */
  private static final int NUMBER_WORDS = 3;

  /**
   * How far the weapon can stand behind the verb that fires it: a subject with its adjectives
   * between.
   */
  private static final int LAUNCH_REACH = 8;

  /** Most tokens from an operation to the verb that says that it was launched: adjectives. */
  private static final int LAUNCHED_REACH = 3;

  /** Most tokens from a verb with "and" to the event word of its clause. */
  private static final int JOINED_VERB_REACH = 2;

  /** Most tokens from the dead and hurt to the weapon, a clause of time or place between. */
  private static final int WEAPON_REACH = 14;

  /** How far whom it wiped out can stand behind "elimination": a number between. */
  private static final int FOE_REACH = 3;

  /** How far the ground that was taken can stand behind its verb: the subject and "on" between. */
  private static final int GROUND_REACH = 10;

  /** How far what was done can stand behind "was done", and what somebody did behind "did". */
  private static final int BE_DONE_REACH = 3;

  /** How far whom they held can stand behind "stopped": who holds, a number between. */
  private static final int HELD_REACH = 6;

  private static final String FIRE_SOURCES = "fire-sources";
  private static final String CONNECTIVES = "event-connectives";
  private static final String PREPOSITIONS = "event-prepositions";

  /** Verbs that make an event of shells. */
  private static final Set<Role> MOVES =
      Set.of(Role.FALL, Role.LAUNCH, Role.UNDERGO, Role.CARRIER, Role.STRIKE);

  /** Weapons with which fire is opened. */
  private static final Set<String> FIRE = Set.of("small-arms", "artillery");

  /** What is done to the person or thing that the pronoun names. */
  private static final Set<String> DONE_TO =
      Set.of("execution", "assassination", "abduction", "bombing", "security-operation");

  /** Kinds of parties that fight and search. */
  private static final Set<String> FORCES = PartyKinds.and(PartyKinds.ARMED, "equipment");

  /** Kinds of parties that are wiped out: forces, what is theirs, and persons by name. */
  private static final Set<String> FOES = PartyKinds.and(FORCES, "asset", "person");

  /** Kinds of parties that burn, crush or are burnt: persons, groups of them, what is theirs. */
  private static final Set<String> SUFFERS_OR_ACTS = Set.of("role", "asset", "people");

  /** Casualty words that say that somebody did it; "died" does not. */
  static final Set<String> KILLING =
      Set.of("kill", "killing", "make-martyr", "slaughter", "slay", "neutralise", "kill-and-wound");

  private final EventWordFinder finder = new EventWordFinder();
  private final Mentions mentions;

  SentenceReader(Mentions mentions) {
    this.mentions = mentions;
  }

  /**
   * The events of a sentence in text order, each with the tokens in which its arguments may stand.
   */
  List<Draft> read(AnalyzedText text, Sentence sentence, boolean inTitle) {
    List<Draft> groups = new ArrayList<>();
    for (EventWord word : finder.find(text, sentence)) {
      if (answersNoFire(text, sentence, word)) {
        continue;
      }
      Draft last = groups.isEmpty() ? null : groups.getLast();
      if (last != null && belongs(text, last, word)) {
        last.words.add(word);
      } else {
        groups.add(new Draft(text, sentence, inTitle, word));
      }
    }
    if (groups.stream().allMatch(SentenceReader::isEffect)) {
      groups.clear();
      killing(text, sentence, new TokenRange(sentence.first(), sentence.end()), inTitle, groups);
    }
    if (groups.isEmpty()) {
      return groups;
    }
    joinTalks(text, groups);
    joinRepelled(text, groups);
    groups.removeIf(
        group ->
            isPurpose(text, group)
                || FigureOfSpeech.isUndertaking(text, group.head())
                || FigureOfSpeech.isSaying(text, sentence, group.words.getFirst())
                || isFallOfVictims(text, group)
                || !isLostGround(text, group) && !namesAnEvent(text, group)
                || !hasWhatItNeeds(group));
    killingsApart(text, sentence, inTitle, groups);
    new Coordination(mentions).read(text, sentence, groups);
    reaches(text, sentence, groups);
    return groups;
  }

  /** "a reply to the statement": a verb of answering, and no source of fire behind it. */
  private static boolean answersNoFire(AnalyzedText text, Sentence sentence, EventWord word) {
    return word.label().entry().is("needs", "fire-source")
        && !names(
            text, word.end(), Math.min(sentence.end(), word.end() + GROUND_REACH), FIRE_SOURCES);
  }

  /** "attacked the post, but the guards held them off": the pronoun is that of the attackers. */
  private static void joinRepelled(AnalyzedText text, List<Draft> groups) {
    Draft attack = null;
    for (Draft group : List.copyOf(groups)) {
      EventWord verb = group.words.getFirst();
      boolean repels = group.words.size() == 1 && verb.role() == Role.REPEL && verb.isVerb();
      if (repels && attack != null && isOfThem(text, verb)) {
        attack.words.add(verb);
        groups.remove(group);
      } else if (!isEffect(group)) {
        attack = isAttack(group) ? group : null;
      }
    }
  }

  private static boolean isAttack(Draft group) {
    return group.words.stream()
        .anyMatch(
            w ->
                EventType.ATTACK.id().equals(w.type())
                    || EventType.ARMED_ATTACK.id().equals(w.type()));
  }

  /** "held them off", "held off against them": a pronoun of several or of what is feminine. */
  static boolean isOfThem(AnalyzedText text, EventWord verb) {
    boolean behind =
        verb.end() < text.size() && text.token(verb.end()).is("name-stops", "with-pronoun");
    return behind || verb.label().clitics().hasPronoun() || verb.label().entry().is("them", "yes");
  }

  /**
   * "discussed the operations in a call with the secretary": the talks in which somebody discussed
   * something, whatever stands between.
   */
  private static void joinTalks(AnalyzedText text, List<Draft> groups) {
    Draft talks = null;
    for (Draft group : List.copyOf(groups)) {
      EventWord first = group.words.getFirst();
      boolean talk = EventType.TALKS.id().equals(first.type());
      if (talk && talks != null && isOccasionOfTalks(text, first)) {
        talks.words.addAll(group.words);
        groups.remove(group);
      } else if (talk) {
        talks = group.words.size() == 1 && opensTalks(text, group, first) ? group : null;
      }
    }
  }

  /** A verb of talking, also where it is spelled as its noun and opens its sentence. */
  private static boolean opensTalks(AnalyzedText text, Draft group, EventWord word) {
    return word.isVerb() || word.first() == group.sentence.first();
  }

  /** "in a call", "during a meeting". */
  private static boolean isOccasionOfTalks(AnalyzedText text, EventWord noun) {
    Label label = noun.first() == 0 ? null : text.token(noun.first() - 1).label(PREPOSITIONS);
    return noun.role() == Role.NOUN
        && !isDefinite(noun)
        && label != null
        && (label.key().equals("in") || label.key().equals("during"));
  }

  /** "and two were hurt": what an attack did, without a word for the attack. */
  private static boolean isEffect(Draft group) {
    return group.words.stream().allMatch(w -> w.role() == Role.EFFECT);
  }

  /**
   * A sentence or clause whose only event is that persons were killed: an attack whose means are
   * not said.
   */
  private void killing(
      AnalyzedText text,
      Sentence sentence,
      TokenRange clause,
      boolean inTitle,
      List<Draft> groups) {
    if (!namesKilling(text, sentence) || isAccident(text, sentence)) {
      return;
    }
    for (TollMention toll : mentions.tolls()) {
      Label label =
          clause.first() <= toll.trigger() && toll.trigger() < clause.end()
              ? text.token(toll.trigger()).label("casualty-words")
              : null;
      boolean kills =
          label != null
              && (KILLING.contains(label.key()) || hasWeapon(text, sentence, toll))
              && toll.basis() != TollMention.Basis.PART
              && !isOfWar(toll)
              && !isConcept(sentence, label);
      if (kills && label != null) {
        Role role = suffers(text, clause, toll, label) ? Role.UNDERGO : role(label);
        groups.add(new Draft(text, sentence, inTitle, new EventWord(label, "attack", role)));
        return;
      }
    }
  }

  /**
   * "five were killed by gunmen's bullets, while a bomb went off": a killing with its own means or
   * doer in a clause that names no event, beside another clause that names one.
   */
  private void killingsApart(
      AnalyzedText text, Sentence sentence, boolean inTitle, List<Draft> groups) {
    boolean other = groups.stream().anyMatch(g -> !DraftMerger.refersBack(g));
    if (!other || clauseEnd(text, sentence, sentence.first()) == sentence.end()) {
      return;
    }
    for (int from = sentence.first(), to; from < sentence.end(); from = to) {
      to = clauseEnd(text, sentence, from + 1);
      int first = from;
      int end = to;
      boolean free =
          groups.stream()
              .flatMap(g -> g.words.stream())
              .noneMatch(w -> w.first() >= first && w.first() < end);
      if (free && anyToken(text, from, to, SentenceReader::isKilling) && isDoneBy(text, from, to)) {
        killing(text, sentence, new TokenRange(from, to), inTitle, groups);
      }
    }
    groups.sort(Comparator.comparingInt(Draft::first));
  }

  private static boolean isKilling(Token token) {
    Label label = token.label("casualty-words");
    return label != null && KILLING.contains(label.key()) && label.features().isVerb();
  }

  /** Whether a weapon by which, or "at the hands of", stands in the clause. */
  private boolean isDoneBy(AnalyzedText text, int from, int to) {
    return Mentions.within(mentions.weapons(), from, to).stream()
            .anyMatch(w -> Link.of(text, w.tokens()) == Link.MEANS)
        || anyToken(text, from, to, SentenceReader::isByWhom);
  }

  private static boolean isByWhom(Token token) {
    Label label = token.label(PREPOSITIONS);
    return label != null && label.entry().is("class", "actor");
  }

  /** The next word, from {@code from} on, that opens a clause beside the one before. */
  private static int clauseEnd(AnalyzedText text, Sentence sentence, int from) {
    for (int i = Math.max(from, sentence.first() + 1); i < sentence.end(); i++) {
      Label label = text.token(i).label(CONNECTIVES);
      if (label != null && label.entry().is("class", "parallel")) {
        return i;
      }
    }
    return sentence.end();
  }

  /**
   * "I kill", and "the killing of the apostate" where neither day nor place is named: what is said
   * of killing, and nobody's death.
   */
  private boolean isConcept(Sentence sentence, Label label) {
    boolean masdar = label.key().equals("kill") && label.features().part() == Features.Part.MASDAR;
    return label.key().equals("kill") && label.features().person() == 1
        || masdar
            && Mentions.within(mentions.times(), sentence.first(), sentence.end()).isEmpty()
            && Mentions.within(mentions.places(), sentence.first(), sentence.end()).isEmpty();
  }

  /** "the conflict that has led to the death of 3,640": so many die of no single event. */
  private static boolean isOfWar(TollMention toll) {
    Integer least =
        toll.value() instanceof Toll.Counted counted
            ? counted.quantity().min()
            : Integer.valueOf(0);
    return least != null && least >= TollReader.THOUSANDS;
  }

  /** "a driver was killed in a crash": killed by nobody, where no weapon is named. */
  private static boolean isAccident(AnalyzedText text, Sentence sentence) {
    int named = sentence.first();
    boolean accident = false;
    for (int i = sentence.first(); i < sentence.end(); i++) {
      Label label = text.token(i).label("accidents");
      accident |= label != null;
      named = label == null ? named : Math.max(named, label.end());
      if (i >= named && text.token(i).is("weapons")) {
        return false;
      }
    }
    return accident;
  }

  /**
   * "were killed five by bullets", in Arabic the verb first and spelled like the active: those who
   * were killed stand right behind it, where who kills would.
   */
  private boolean suffers(AnalyzedText text, TokenRange clause, TollMention toll, Label verb) {
    int next = verb.end();
    Token before = text.token(Math.max(clause.first(), verb.first() - 1));
    boolean opens =
        verb.first() == clause.first()
            || verb.clitics().has("w")
            || before.is(CONNECTIVES)
            || before.isPunctuation();
    if (!opens || verb.clitics().hasPronoun() || next >= toll.tokens().end()) {
      return false;
    }
    PartyMention party = Mentions.at(mentions.parties(), next);
    boolean acts = party != null && (FORCES.contains(party.kind()) || Nominative.is(text, party));
    return !acts && toll.trigger() == verb.first();
  }

  /** "was martyred": the subject of a verb of dying suffers; that of "killed" acts. */
  private static Role role(Label label) {
    if (!label.features().isVerb()) {
      return Role.NOUN;
    }
    return label.entry().is("form", "suffer") ? Role.UNDERGO : Role.STRIKE;
  }

  /** Most sentences do not, and their figures need not be read for that. */
  private static boolean namesKilling(AnalyzedText text, Sentence sentence) {
    boolean hurt = false;
    boolean armed = false;
    for (int i = sentence.first(); i < sentence.end(); i++) {
      Token token = text.token(i);
      Label label = token.label("casualty-words");
      if (label != null && KILLING.contains(label.key())) {
        return true;
      }
      hurt |= label != null;
      armed |= token.is("weapons");
    }
    return hurt && armed;
  }

  /** "five soldiers were hurt by a missile", "when their car drove over a mine". */
  private boolean hasWeapon(AnalyzedText text, Sentence sentence, TollMention toll) {
    int end = Math.min(sentence.end(), toll.trigger() + WEAPON_REACH);
    for (WeaponMention weapon : Mentions.within(mentions.weapons(), toll.trigger() + 1, end)) {
      boolean by = Link.of(text, weapon.tokens()) == Link.MEANS;
      if (by || weapon.kind().equals("mine")) {
        return true;
      }
    }
    return false;
  }

  private boolean belongs(AnalyzedText text, Draft group, EventWord word) {
    EventWord last = group.last();
    int gap = word.first() - last.end();
    boolean coordinated = isCoordinated(text, word);
    if (isBeDone(word) && !isAdverbial(text, word.end())) {
      return false;
    }
    return switch (word.role()) {
      case EFFECT -> group.hasHead() || MOVES.contains(group.words.getFirst().role());
      case CARRIER, STRIKE ->
          struckWith(text, group, word, gap, coordinated)
              || follows(text, group, word, gap, coordinated)
              || last.role() == Role.NOUN
                  && gap <= SUBJECT_REACH
                  && !coordinated
                  && !breaksClause(text, last.end(), word.first());
      case HAPPEN, FALL, UNDERGO, WITNESS, LIGHT ->
          last.role() == Role.NOUN
              && !isOccasion(text, word)
              && gap <= SUBJECT_REACH
              && !coordinated
              && !breaksClause(text, last.end(), word.first());
      case REPEL -> group.hasHead() && !word.isVerb() && gap <= 3 * SUBJECT_REACH;
      case LAUNCH ->
          isLaunched(last, word) && gap <= LAUNCHED_REACH && !coordinated
              || last.role() == Role.LIGHT && !word.isVerb() && gap <= LIGHT_REACH && !coordinated
              || last.role() == Role.INTERCEPT
                  && word.isVerb()
                  && gap <= LIGHT_REACH
                  && !coordinated
                  && !breaksClause(text, last.end(), word.first());
      case NOUN -> nounBelongs(text, group, word, gap, coordinated);
      default -> false;
    };
  }

  /** "an operation was launched": the noun that the verb of firing tells of begun actions. */
  private static boolean isLaunched(EventWord noun, EventWord verb) {
    return noun.role() == Role.NOUN
        && verb.isVerb()
        && noun.label().entry().is("with", verb.label().key());
  }

  /**
   * "in reply to the town's being shelled": the verbal noun behind a preposition is an event apart.
   */
  private static boolean isOccasion(AnalyzedText text, EventWord word) {
    return !word.isVerb() && word.first() > 0 && text.token(word.first() - 1).is(PREPOSITIONS);
  }

  /**
   * "17 raids were flown and struck …": a coordinated verb goes on with the event before it where
   * no new subject follows; so does destruction, whose subject is what struck.
   */
  private boolean follows(
      AnalyzedText text, Draft group, EventWord verb, int gap, boolean coordinated) {
    if (!group.hasHead() || !verb.isVerb()) {
      return false;
    }
    boolean destroys = verb.label().entry().is("follows", "yes");
    boolean goesOn = coordinated && group.head().role() == Role.NOUN && gap <= 2 * SUBJECT_REACH;
    return (destroys || goesOn) && !newSubject(verb);
  }

  /**
   * "blew up a car that hit a post": a verb without a kind of its own goes on with the weapon
   * before it.
   */
  private static boolean struckWith(
      AnalyzedText text, Draft group, EventWord verb, int gap, boolean coordinated) {
    boolean plain = "attack".equals(verb.type());
    return plain
        && verb.isVerb()
        && !coordinated
        && group.hasHead()
        && gap <= SUBJECT_REACH
        && !breaksClause(text, group.last().end(), verb.first());
  }

  private boolean newSubject(EventWord verb) {
    for (PartyMention party : Mentions.within(mentions.parties(), verb.end(), verb.end() + 2)) {
      if (!party.kind().equals("asset") && !party.kind().equals("role")) {
        return true;
      }
    }
    return false;
  }

  /** "was done": what was done stands right behind it, or before it with only adverbs behind. */
  private static boolean isBeDone(EventWord word) {
    return word.label().entry().is("done", "yes");
  }

  private static boolean isAdverbial(AnalyzedText text, int token) {
    return token < text.size()
        && (text.token(token).is(PREPOSITIONS) || text.token(token).isPunctuation());
  }

  private boolean nounBelongs(
      AnalyzedText text, Draft group, EventWord noun, int gap, boolean coordinated) {
    EventWord last = group.last();
    switch (last.role()) {
      case GROUND -> {
        return gap <= 2 * SUBJECT_REACH && !coordinated && EventType.CLASH.id().equals(noun.type());
      }
      case FALL, LAUNCH -> {
        boolean shells = isThing(noun) || EventType.ROCKET_ATTACK.id().equals(noun.type());
        boolean idiom = noun.label().entry().is("with", last.label().key()) && !isAfter(text, noun);
        return (shells || idiom) && gap <= SUBJECT_REACH && !coordinated;
      }
      case UNDERGO -> {
        boolean suffered = isSuffered(text, noun) && gap <= UNDERGO_REACH;
        return (suffered || gap <= LIGHT_REACH) && !coordinated;
      }
      case LIGHT, HAPPEN, WITNESS, EFFECT, FOIL -> {
        boolean near =
            isBeDone(last)
                || last.label().entry().is("done", "light") && !noun.label().clitics().has("b");
        String only = last.label().entry().attribute("only");
        boolean fits = !coordinated && (only.isEmpty() || only.equals(noun.type()));
        int reach = near ? BE_DONE_REACH : LIGHT_REACH;
        return fits
            && (gap <= reach
                || last.role() == Role.LIGHT && words(text, last.end(), noun.first()) <= reach);
      }
      case CARRIER -> {
        return gap <= 2 && !coordinated;
      }
      default -> {
        // a head before a head
      }
    }
    if (gap == 0 && !coordinated && last.label().entry().is("generic", "yes")) {
      return !last.label().clitics().isDefinite() && !isDefinite(noun);
    }
    if (last.label().entry().is("role", "repel")) {
      return gap <= LIGHT_REACH && !coordinated && !isAfter(text, noun);
    }
    if (isThing(noun) && group.hasHead() && gap <= 2 * SUBJECT_REACH) {
      return true;
    }
    if (isStriking(last) && gap == 0 && !coordinated && group.words.size() == 1) {
      return true;
    }
    if (isMeans(group, noun) && gap <= SUBJECT_REACH && !coordinated) {
      return !breaksClause(text, last.end(), noun.first());
    }
    boolean named = group.words.stream().anyMatch(w -> w.role() == Role.NOUN);
    if (coordinated || named && !isDefinite(noun)) {
      return false;
    }
    if (last.isVerb() && !isDefinite(noun) && (gap <= 1 || gap <= 3 && isCounted(noun))) {
      return true;
    }
    return isCircumstance(text, noun)
        && !(group.hasHead() && isAfter(text, noun))
        && !breaksClause(text, last.end(), noun.first());
  }

  /** "struck, the raids, a depot", in Arabic the verb first: a plain verb whose subject is they. */
  private static boolean isStriking(EventWord verb) {
    return verb.isVerb()
        && verb.role() == Role.STRIKE
        && EventType.ATTACK.id().equals(verb.type())
        && !verb.label().features().passive()
        && !verb.label().clitics().hasPronoun();
  }

  /** Words between two tokens, those of a party or a time counted as one and signs not at all. */
  private int words(AnalyzedText text, int from, int to) {
    int words = 0;
    for (int i = from; i < to; i++) {
      PartyMention party = Mentions.at(mentions.parties(), i);
      TimeExpression time = party == null ? Mentions.at(mentions.times(), i) : null;
      Label connective = text.token(i).label(CONNECTIVES);
      if (connective != null && connective.entry().is("class", "complement")) {
        return to - from;
      }
      words += text.token(i).isPunctuation() ? 0 : 1;
      int end = party != null ? party.tokens().end() : time != null ? time.tokens().end() : i + 1;
      i = Math.max(i, end - 1);
    }
    return words;
  }

  /** "the targeting of them by raids", "the assassination of X by gunfire": how it was done. */
  private static boolean isMeans(Draft group, EventWord noun) {
    String type = group.words.getFirst().type();
    return noun.label().clitics().has("b")
        && group.words.size() == 1
        && group.words.getFirst().role() == Role.NOUN
        && (EventType.ATTACK.id().equals(type) || EventType.ASSASSINATION.id().equals(type));
  }

  /**
   * "was exposed to a bombardment", "to five attacks": the preposition stands on the noun or on its
   * number.
   */
  private static boolean isSuffered(AnalyzedText text, EventWord noun) {
    return isBound(text, noun, "l");
  }

  /** Whether the preposition stands on the noun or on its number ("with several raids"). */
  private static boolean isBound(AnalyzedText text, EventWord noun, String preposition) {
    if (noun.label().clitics().has(preposition)) {
      return true;
    }
    for (int i = noun.first() - 1; i >= Math.max(0, noun.first() - NUMBER_WORDS); i--) {
      boolean numeral = text.token(i).labels().stream().anyMatch(SentenceReader::isNumeral);
      if (!numeral) {
        return false;
      }
      if (text.token(i).labels().stream()
          .anyMatch(l -> isNumeral(l) && l.clitics().has(preposition))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNumeral(Label label) {
    return label.isNumeral();
  }

  /** "struck the posts after the bombing": what came before an attack is not that attack. */
  private static boolean isAfter(AnalyzedText text, EventWord noun) {
    for (int back = 1; back <= 3 && noun.first() - back >= 0; back++) {
      Label label = text.token(noun.first() - back).label(PREPOSITIONS);
      if (label != null && label.end() == noun.first()) {
        return label.key().equals("after") || label.key().equals("since");
      }
    }
    return false;
  }

  /**
   * "in an attack", "by bombardment", "during clashes": the noun says what the verb before it was.
   */
  private static boolean isCircumstance(AnalyzedText text, EventWord noun) {
    if (isBound(text, noun, "b")) {
      return true;
    }
    for (int back = 1; back <= 3 && noun.first() - back >= 0; back++) {
      Label label = text.token(noun.first() - back).label(PREPOSITIONS);
      if (label != null && label.end() == noun.first()) {
        String role = label.entry().attribute("class");
        return label.key().equals("in")
            || role.equals("circumstance")
            || role.equals("cause")
            || role.equals("means");
      }
    }
    return false;
  }

  /** "to retake the town": a verbal noun with the particle of purpose tells what is meant to be. */
  private static boolean isPurpose(AnalyzedText text, Draft group) {
    EventWord word = group.words.getFirst();
    boolean masdar =
        word.role() == Role.NOUN && word.label().clitics().has("l") && !isDefinite(word);
    if (isDoneTo(word)) {
      return true;
    }
    if (!masdar || word.first() == group.sentence.first()) {
      return false;
    }
    Token before = text.token(word.first() - 1);
    return !before.is(PREPOSITIONS)
        && !before.is("event-nouns")
        && (word.label().list().equals("event-verbs")
            || word.type() != null && word.type().equals(EventType.CLASH.id()));
  }

  /** "to execute him", "to blow them up": so near a purpose that no other reading is left. */
  private static boolean isDoneTo(EventWord word) {
    boolean object =
        word.role() == Role.NOUN
            && word.label().clitics().has("l")
            && word.label().clitics().hasPronoun();
    return object && word.type() != null && DONE_TO.contains(word.type());
  }

  /** "some thirty attacks struck": the number is the event's, so the event is the subject. */
  private boolean isCounted(EventWord noun) {
    return Mentions.within(mentions.counts(), Math.max(0, noun.first() - 3), noun.end()).stream()
        .anyMatch(c -> c.headToken() == noun.first());
  }

  /** Words for shells name a thing, and an event only with a verb that moves them. */
  private static boolean isThing(EventWord word) {
    return word.label().entry().is("thing", "yes");
  }

  private static boolean isDefinite(EventWord word) {
    return word.label().clitics().isDefinite();
  }

  private static boolean isCoordinated(AnalyzedText text, EventWord word) {
    return word.label().clitics().has("w") || word.label().clitics().has("f");
  }

  private static boolean breaksClause(AnalyzedText text, int from, int to) {
    for (int i = from; i < to; i++) {
      Token token = text.token(i);
      Label label = token.label(CONNECTIVES);
      boolean opens = label != null && !label.entry().is("class", "relative");
      if (opens
          || label != null && label.key().equals("where")
          || token.norm().equals(";")
          || token.norm().equals("؛")) {
        return true;
      }
    }
    return false;
  }

  /** "the fall of dead and wounded in …": a toll, and the event is what stands behind. */
  private static boolean isFallOfVictims(AnalyzedText text, Draft group) {
    EventWord word = group.words.getFirst();
    if (word.role() != Role.FALL || group.hasHead() || word.end() >= group.sentence.end()) {
      return false;
    }
    Label victims = text.token(word.end()).label("casualty-words");
    return victims != null && victims.entry().is("form", "person");
  }

  /** "the town fell … into the hands of": ground lost, what fell and when between. */
  private boolean isLostGround(AnalyzedText text, Draft group) {
    EventWord word = group.words.getFirst();
    if (word.role() != Role.FALL || group.words.size() > 1) {
      return false;
    }
    int end = Math.min(group.sentence.end(), word.end() + SUBJECT_REACH);
    for (int i = word.end(); i < end; i++) {
      boolean place =
          !Mentions.within(mentions.places(), Math.max(0, word.first() - 3), i).isEmpty();
      if (place && text.token(i).is(PREPOSITIONS, "into-hands")) {
        group.words.set(0, new EventWord(word.label(), EventType.CLASH.id(), Role.GROUND));
        return true;
      }
    }
    return false;
  }

  /** Support words alone name an event only with a weapon: "two rockets fell", "fired mortars". */
  private boolean namesAnEvent(AnalyzedText text, Draft group) {
    if (group.hasHead()) {
      return !isThing(group.head()) || group.words.stream().anyMatch(w -> MOVES.contains(w.role()));
    }
    EventWord word = group.words.getFirst();
    boolean armed =
        word.role() == Role.LAUNCH
            || word.role() == Role.UNDERGO
            || word.role() == Role.FALL
            || word.role() == Role.INTERCEPT
            || word.role() == Role.FOIL;
    int end =
        word.role() == Role.UNDERGO
            ? Math.min(group.sentence.end(), word.end() + UNDERGO_REACH)
            : word.end() + LAUNCH_REACH;
    boolean fire = word.label().entry().is("opens", "fire");
    boolean sent = word.role() == Role.LAUNCH || word.role() == Role.FALL;
    return armed
        && Mentions.within(mentions.weapons(), Math.max(0, word.first() - 3), end).stream()
            .filter(w -> !sent || !isCraft(text, w))
            .anyMatch(w -> !fire || FIRE.contains(w.kind()));
  }

  /**
   * "the aircraft fell", "a maker of aircraft launched": aircraft are neither fired nor dropped.
   */
  private static boolean isCraft(AnalyzedText text, WeaponMention weapon) {
    Label label = text.token(weapon.tokens().first()).label("weapons");
    return weapon.kind().equals("aircraft")
        && (label == null || !label.entry().is("dropped", "yes"));
  }

  /**
   * Some verbs name an event only with the right object: a person stabbed, a charge dismantled. One
   * without it leaves the event to the other words that name it ("fifteen perished in an attack").
   */
  private boolean hasWhatItNeeds(Draft group) {
    EventWord head = group.head();
    while (!hasWhatItNeeds(group, head)) {
      if (group.words.size() == 1) {
        return false;
      }
      group.words.remove(head);
      if (!group.hasHead()) {
        return false;
      }
      head = group.head();
    }
    return true;
  }

  private boolean hasWhatItNeeds(Draft group, EventWord head) {
    int from = Math.max(group.sentence.first(), head.first() - 3);
    int to = Math.min(group.sentence.end(), head.end() + 7);
    boolean held =
        head.label().clitics().hasPronoun()
            && head.label().features().tense() == Features.Tense.PAST;
    return switch (head.label().entry().attribute("needs")) {
      case "person-object" ->
          held
              || !Mentions.within(mentions.parties(), head.end(), head.end() + HELD_REACH)
                  .isEmpty();
      case "captive" ->
          head.isVerb()
              ? !Mentions.within(mentions.parties(), from, to).isEmpty()
              : namesCaptive(group.text, head.end(), Math.min(to, head.end() + FOE_REACH));
      case "person" -> !Mentions.within(mentions.parties(), from, to).isEmpty();
      case "party" ->
          Mentions.within(mentions.parties(), from, to).stream()
              .anyMatch(p -> SUFFERS_OR_ACTS.contains(p.kind()));
      case "force" ->
          Mentions.within(mentions.parties(), from, to).stream()
              .anyMatch(p -> FORCES.contains(p.kind()));
      case "foe" ->
          isFight(Mentions.within(mentions.parties(), from, to))
              || namesFighters(group.text, head.end(), to);
      case "foe-behind" -> namesFoe(group.text, head.end(), Math.min(to, head.end() + FOE_REACH));
      case "person-or-weapon" ->
          !Mentions.within(mentions.parties(), from, to).isEmpty()
              || !Mentions.within(mentions.weapons(), from, to).isEmpty()
              || namesArms(group, from, to)
              || names(group.text, head.end(), to, "hideouts");
      case "ground" ->
          !Mentions.within(mentions.places(), head.end(), head.end() + GROUND_REACH).isEmpty()
              || names(group.text, head.end(), head.end() + GROUND_REACH, "place-cues")
              || isOnIt(group.text, head.end());
      case "weapon-behind" ->
          !Mentions.within(mentions.weapons(), head.end(), group.sentence.end()).isEmpty()
              || anyToken(
                  group.text,
                  head.end(),
                  group.sentence.end(),
                  token -> token.is("weapon-cues", "shell"));
      case "on" ->
          anyToken(group.text, head.end(), to, token -> token.is(PREPOSITIONS, "on"))
              || anyToken(group.text, from, to, token -> token.is("weapons"));
      case "fire" -> names(group.text, head.end(), to, "fire-words");
      case "weapon" ->
          !Mentions.within(mentions.weapons(), from, to).isEmpty()
              || names(group.text, head.end(), to, "hideouts");
      default -> true;
    };
  }

  /** "a load of arms": arms that are no single weapon. */
  private static boolean namesArms(Draft group, int from, int to) {
    return anyToken(group.text, from, to, token -> token.is("event-conflict", "arms"));
  }

  private static boolean names(AnalyzedText text, int from, int to, String list) {
    return anyToken(text, from, to, token -> token.is(list));
  }

  private static boolean anyToken(AnalyzedText text, int from, int to, Predicate<Token> wanted) {
    for (int i = from; i < Math.min(to, text.size()); i++) {
      if (wanted.test(text.token(i))) {
        return true;
      }
    }
    return false;
  }

  /**
   * "the capture of two soldiers", "was captured in"; "families of the dead", "families exchange"
   * are spelled alike.
   */
  private boolean namesCaptive(AnalyzedText text, int at, int end) {
    if (at >= end) {
      return false;
    }
    Token next = text.token(at);
    if (next.is("casualty-words")) {
      return false;
    }
    return isNumberOf(next)
        || next.is(PREPOSITIONS)
        || next.is("person-roles")
        || next.is("nationalities")
        || Mentions.at(mentions.parties(), at) != null;
  }

  private static boolean isNumberOf(Token token) {
    return token.isNumber()
        || token.labels().stream().anyMatch(l -> l.entry().file().startsWith("number/"));
  }

  /** "the elimination of three gunmen": whom it wiped out stands right behind it. */
  private boolean namesFoe(AnalyzedText text, int from, int to) {
    return namesFighters(text, from, to)
        || Mentions.within(mentions.parties(), from, to).stream()
            .anyMatch(p -> FOES.contains(p.kind()))
        || anyToken(text, from, Math.min(to, from + 1), token -> token.is("forces"));
  }

  /** "seized it": the preposition with a pronoun for what was named before. */
  private static boolean isOnIt(AnalyzedText text, int at) {
    return at < text.size() && text.token(at).is("name-stops", "with-pronoun");
  }

  /** "wiped out five gunmen": fighters who are no party. */
  private static boolean namesFighters(AnalyzedText text, int from, int to) {
    return anyToken(text, from, to, SentenceReader::isFighter);
  }

  private static boolean isFighter(Token token) {
    Label role = token.label("person-roles");
    return role != null && role.entry().is("class", "militant");
  }

  /** Two who fight or are fought, one of them a force. */
  private static boolean isFight(List<PartyMention> parties) {
    long fighting = parties.stream().filter(p -> FORCES.contains(p.kind())).count();
    long fought =
        parties.stream().filter(p -> p.kind().equals("asset") || p.kind().equals("role")).count();
    return fighting > 0 && fighting + fought > 1;
  }

  /**
   * Every event reaches from behind the one before it to the words that open the next one's clause.
   */
  private static void reaches(AnalyzedText text, Sentence sentence, List<Draft> groups) {
    int first = sentence.first();
    for (int i = 0; i < groups.size(); i++) {
      Draft group = groups.get(i);
      int end = sentence.end();
      if (i + 1 < groups.size()) {
        Draft next = groups.get(i + 1);
        end = next.start < 0 ? opening(text, group.last().end(), next.first()) : next.start;
      }
      group.reach =
          new TokenRange(Math.min(first, group.first()), Math.max(end, group.last().end()));
      first = end;
    }
    for (int i = 0; i + 1 < groups.size(); i++) {
      enclose(groups, i);
    }
  }

  /**
   * "discussed the attack in a call with the secretary": what stands behind the last word of an
   * event is its own, also where another is told inside it.
   */
  private static void enclose(List<Draft> groups, int at) {
    Draft outer = groups.get(at);
    Draft inner = groups.get(at + 1);
    if (outer.joined != null || inner.joined != null || outer.last().first() < inner.first()) {
      return;
    }
    int behind = Math.max(inner.last().end(), outer.last().first() - 1);
    if (inner.reach.end() > behind) {
      outer.reach = new TokenRange(outer.reach.first(), inner.reach.end());
      inner.reach = new TokenRange(inner.reach.first(), behind);
    }
  }

  /** "and we promise you": a word with "and" that is no known noun opens a clause of its own. */
  private static boolean isJoinedVerb(Token token) {
    boolean verb = token.labels().stream().anyMatch(l -> l.features().isVerb());
    return token.isWord()
        && Normalizer.opensWithConjunction(token.norm())
        && token.norm().length() > 3
        && (verb || token.isUnknown());
  }

  /**
   * Where the clause of the word at {@code next} opens: at the last connective or comma before it.
   */
  private static int opening(AnalyzedText text, int from, int next) {
    for (int i = next - 1; i > from; i--) {
      Token token = text.token(i);
      if (next - i <= JOINED_VERB_REACH && isJoinedVerb(token)) {
        return i;
      }
      if (token.is(CONNECTIVES)
          || token.norm().equals("،")
          || token.norm().equals(",")
          || token.norm().equals("؛")) {
        return i;
      }
    }
    return next;
  }
}
