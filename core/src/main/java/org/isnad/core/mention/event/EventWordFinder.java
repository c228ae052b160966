package org.isnad.core.mention.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Features;
import org.isnad.core.lexicon.ListFilter;
import org.isnad.core.mention.event.EventWord.Role;
import org.isnad.core.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Finds event words: one at most from each token, the longest, and of a verb and a noun spelled
 * alike the one that the words around it ask for.
 */
public final class EventWordFinder {

  private static final String NOUNS = "event-nouns";
  private static final String VERBS = "event-verbs";

  /** How far "at the hands of" can stand behind a passive: where and when between. */
  private static final int SUFFERED_REACH = 7;

  /** How far the first word of a name can stand before an event word inside it. */
  private static final int NAME_REACH = 3;

  /** Lists of names of parties, media and places ("Islamabad"). */
  private static final Set<String> NAMES = Set.of("parties", "outlets", "agencies", "places");

  /** "my attack" is spelled as the adjective of "attack", which news has far more often. */
  private static final String FIRST_PERSON = "y";

  /** Most tokens from "was done" to what was: where and when between. */
  private static final int DONE_REACH = 5;

  /** Most words of a force before its verb. */
  private static final int SUBJECT_WORDS = 7;

  /** Lists of words by which somebody who can strike is named. */
  private static final Set<String> ACTING = Set.of("forces", "parties", "group-words");

  /** Lists of words of which such a name is made. */
  private static final Set<String> OF_SUBJECT =
      Set.of("forces", "parties", "group-words", "nationalities", "force-adjectives");

  /** Most tokens from "set off" to a bomb that is none: who sets it off between. */
  private static final int FIGURE_REACH = 4;

  private static final String ATTACK = "attack";

  private static final String SECURITY_OPERATION = "security-operation";

  /** Most tokens from "was hit" to the weapon: a ship's kind, flag and name between. */
  private static final int HIT_REACH = 10;

  /**
   * How far the weapon can stand behind the verb of destroying: who did it and a number between.
   */
  private static final int OBJECT_REACH = 6;

  /** Kinds of weapons that are destroyed in the air. */
  private static final Set<String> FLYING = Set.of("drone", "missile", "rocket");

  /** Kinds of weapons that are destroyed where they are found. */
  private static final Set<String> LYING = Set.of("ied", "mine", "explosive-belt");

  private static final String FIGURATIVE = "event-figurative";
  private static final String PREPOSITIONS = "event-prepositions";

  /** The lists of event words and of what only looks like one. */
  private static final ListFilter WORDS = ListFilter.of(NOUNS, VERBS, FIGURATIVE);

  /** The event words of a sentence in text order; they do not overlap. */
  public List<EventWord> find(AnalyzedText text, Sentence sentence) {
    List<EventWord> words = new ArrayList<>();
    int end = sentence.first();
    for (int i = sentence.first(); i < sentence.end(); i++) {
      if (!text.token(i).mayBe(WORDS)) {
        continue;
      }
      Label figure = text.token(i).label(FIGURATIVE);
      EventWord word = i < end || isInName(text, sentence, i) ? null : at(text, sentence, i, words);
      if (figure != null && (word == null || figure.size() >= word.end() - word.first())) {
        words.removeIf(verb -> isOfFigure(verb, figure));
        end = Math.max(end, figure.end());
        word = null;
      }
      EventWord last = words.isEmpty() ? null : words.getLast();
      if (word != null && !isInsideName(text, sentence, word) && !isPost(text, last, word)) {
        words.add(word);
        end = word.end();
      }
    }
    return words;
  }

  /** "set off its first atom bomb": the object is listed as no weapon of an attack. */
  private static boolean isOfFigure(EventWord verb, Label figure) {
    int gap = figure.first() - verb.end();
    return verb.isVerb()
        && gap >= 0
        && gap <= FIGURE_REACH
        && "bombing".equals(verb.type())
        && figure.key().equals("blast-figure");
  }

  /**
   * "an attack on an ambush of the army", "struck an ambush": in Egypt a standing checkpoint, and
   * always what is attacked.
   */
  private static boolean isPost(AnalyzedText text, @Nullable EventWord last, EventWord word) {
    if (!word.label().key().equals("ambush") || word.first() == 0) {
      return false;
    }
    boolean struck = last != null && last.role() == Role.STRIKE && last.end() == word.first();
    return struck || text.token(word.first() - 1).is(PREPOSITIONS, "on");
  }

  /** "Libya Dawn", spelled as "blew up Libya": a word inside a longer name that lists know. */
  private static boolean isInsideName(AnalyzedText text, Sentence sentence, EventWord word) {
    for (int i = Math.max(sentence.first(), word.first() - NAME_REACH); i <= word.first(); i++) {
      for (Label label : text.token(i).labels()) {
        boolean covers = label.end() >= word.end() && label.size() > word.end() - word.first();
        if (covers && NAMES.contains(label.list())) {
          return true;
        }
      }
    }
    return false;
  }

  private static @Nullable EventWord at(
      AnalyzedText text, Sentence sentence, int i, List<EventWord> before) {
    if (text.token(i).cannotBe(NOUNS) && text.token(i).cannotBe(VERBS)) {
      return null;
    }
    if (isListedPlace(text, sentence, i)) {
      return null;
    }
    Label noun = null;
    Label verb = null;
    for (Label label : text.token(i).labels()) {
      if (label.end() > sentence.end()) {
        continue;
      }
      if (label.clitics().pronoun().equals(FIRST_PERSON)) {
        continue;
      }
      if (label.list().equals(NOUNS) && (noun == null || label.size() > noun.size())) {
        noun = label;
      } else if (label.list().equals(VERBS)) {
        if (EventWord.isFinite(label) && !label.clitics().isDefinite()) {
          verb = verb == null || label.size() > verb.size() ? label : verb;
        } else if (noun == null && isNominalEvent(label) && !isPersons(text.token(i), label)) {
          noun = label;
        }
      }
    }
    if (verb != null
        && (isTimeWord(text, i)
            || isRelativeState(text, verb, i)
            || isLocation(verb)
            || isKiller(text, sentence, verb)
            || isSite(text, i))) {
      verb = null;
    }
    if (noun != null && verb != null) {
      boolean longer = noun.size() > verb.size();
      boolean fires = i == sentence.first() && verb.entry().is("role", "launch");
      boolean stands = (fires || standsAsVerb(text, sentence, i)) && !isWhatWasDone(before, i);
      return !longer && (verb.size() > noun.size() || stands)
          ? word(text, sentence, verb)
          : nominal(text, sentence, noun);
    }
    if (noun != null) {
      return noun.entry().is("hits", "yes")
          ? word(text, sentence, noun)
          : nominal(text, sentence, noun);
    }
    return verb == null ? null : word(text, sentence, verb);
  }

  /** "a search point": the noun is part of the name of a post, and names no event. */
  private static boolean isInName(AnalyzedText text, Sentence sentence, int i) {
    int before = i - 1;
    if (before < sentence.first()
        || text.token(i).cannotBe(NOUNS) && text.token(i).cannotBe(VERBS)) {
      return false;
    }
    Label force = text.token(before).label("forces");
    return force != null && force.end() > i;
  }

  /** Masdars name the event; participles of fighting words name persons, so they do not. */
  private static boolean isNominalEvent(Label label) {
    return label.features().part() == Features.Part.MASDAR;
  }

  /** "prisoners" is spelled as the dual of "taking prisoner", which news has hardly ever. */
  private static boolean isPersons(Token token, Label masdar) {
    return masdar.features().number() == Features.Num.DUAL && token.is("person-roles");
  }

  /** "at dawn" is spelled as "blew up". */
  private static boolean isTimeWord(AnalyzedText text, int i) {
    boolean part = text.token(i).is("day-parts");
    boolean before = i + 1 < text.size() && isDay(text.token(i + 1));
    return part && (before || i > 0 && text.token(i - 1).is(PREPOSITIONS, "in"));
  }

  private static boolean isDay(Token token) {
    return token.is("relative-days") || token.is("weekdays") || token.is("time-units");
  }

  /** "in Raqqa and Palmyra", which is spelled as "and destroys": a place behind a place. */
  private static boolean isListedPlace(AnalyzedText text, Sentence sentence, int i) {
    return i > sentence.first()
        && text.token(i).is("places")
        && (text.token(i - 1).is("places")
            || i - 1 > sentence.first() && text.token(i - 2).is("places"));
  }

  /**
   * "the killer of his brother" is spelled as "fought": a noun where nothing asks for a verb, or
   * where a relative stands behind it.
   */
  private static boolean isKiller(AnalyzedText text, Sentence sentence, Label verb) {
    int i = verb.first();
    boolean bare =
        verb.entry().is("participle", "yes")
            && verb.features().tense() == Features.Tense.PAST
            && verb.features().number() == Features.Num.SINGULAR
            && verb.features().gender() != Features.Gender.FEMININE;
    boolean relative = verb.end() < sentence.end() && text.token(verb.end()).is("relatives");
    return bare && (verb.clitics().hasPronoun() || relative || !standsAsVerb(text, sentence, i));
  }

  /**
   * "a military site", spelled as "causing": with an adjective or an owner behind it, where what is
   * caused would stand.
   */
  private static boolean isSite(AnalyzedText text, int i) {
    if (!text.token(i).is("forces", "position") || i + 1 >= text.size()) {
      return false;
    }
    Token next = text.token(i + 1);
    return next.is("force-adjectives")
        || next.is("nationalities")
        || next.is("place-adjectives")
        || next.is("backing-words")
        || next.labels().stream().anyMatch(l -> l.clitics().has("l"));
  }

  /** "it lies in": the present of "occur" tells where something is. */
  private static boolean isLocation(Label verb) {
    return verb.key().equals("occur") && verb.features().tense() == Features.Tense.PRESENT;
  }

  /**
   * "the town that they control": what holds ground in a relative clause tells a state, no event,
   * and so does the present of "control"; "retakes" in a headline is what happened.
   */
  private static boolean isRelativeState(AnalyzedText text, Label verb, int i) {
    boolean present = verb.features().tense() == Features.Tense.PRESENT;
    Label before = i == 0 ? null : text.token(i - 1).label("event-connectives");
    boolean relative = before != null && before.entry().is("class", "relative");
    boolean holds = present && verb.key().equals("control");
    return verb.entry().is("role", "ground") && (holds || relative);
  }

  /** "was done, in the meeting, a discussion": what stands behind "was done" is a noun. */
  private static boolean isWhatWasDone(List<EventWord> before, int i) {
    return before.stream()
        .anyMatch(w -> w.label().entry().is("done", "yes") && i - w.end() <= DONE_REACH);
  }

  /** A verb opens its clause; a noun stands behind a preposition, another noun or a clitic one. */
  private static boolean standsAsVerb(AnalyzedText text, Sentence sentence, int i) {
    Token token = text.token(i);
    boolean clitic =
        token.labels().stream().anyMatch(l -> l.clitics().has("b") || l.clitics().has("al"));
    if (clitic || i + 1 >= sentence.end()) {
      return false;
    }
    if (i == sentence.first()) {
      Token next = text.token(i + 1);
      return Normalizer.isNominativePlural(next.norm())
          || !next.is("event-modifiers") && !isPreposition(next);
    }
    if (isSuffered(text, sentence, i) || isBehindSubject(text, sentence, i)) {
      return true;
    }
    Token before = text.token(i - 1);
    if (isListed(text, sentence, i)) {
      return false;
    }
    if (before.is(NOUNS) && token.labels().stream().anyMatch(l -> l.clitics().hasPronoun())) {
      return true;
    }
    boolean conjunction =
        token.norm().length() > 2
            && token.labels().stream().anyMatch(l -> l.clitics().has("w") || l.clitics().has("f"));
    return conjunction
        || before.isPunctuation()
        || before.is("event-connectives")
        || before.is("event-modality");
  }

  /** "of killing and slaughter and kidnapping": one of several nouns behind one preposition. */
  private static boolean isListed(AnalyzedText text, Sentence sentence, int i) {
    int first = i - 1;
    while (first > sentence.first() && isMasdar(text.token(first)) && isJoined(text.token(first))) {
      first--;
    }
    return first > sentence.first()
        && isMasdar(text.token(first))
        && isPreposition(text.token(first - 1))
        && (i + 1 >= sentence.end() || !isCountOrPerson(text.token(i + 1)));
  }

  private static boolean isJoined(Token token) {
    return token.labels().stream().anyMatch(l -> l.clitics().has("w"));
  }

  private static boolean isMasdar(Token token) {
    return token.labels().stream()
        .anyMatch(
            l ->
                l.list().equals(NOUNS) && l.size() == 1
                    || l.features().part() == Features.Part.MASDAR);
  }

  private static boolean isCountOrPerson(Token token) {
    return token.isNumber()
        || token.is("person-roles")
        || token.labels().stream().anyMatch(Label::isNumeral);
  }

  /**
   * "was kidnapped … at the hands of": a passive, spelled as the noun, names who did it by a
   * preposition.
   */
  private static boolean isSuffered(AnalyzedText text, Sentence sentence, int i) {
    if (isPreposition(text.token(i - 1)) || text.token(i - 1).is(NOUNS)) {
      return false;
    }
    for (int k = i + 1; k < Math.min(sentence.end(), i + SUFFERED_REACH); k++) {
      Label label = text.token(k).label(PREPOSITIONS);
      if (label != null && label.entry().is("class", "actor")) {
        return true;
      }
    }
    return false;
  }

  /**
   * "the army shelled", "that the air force shelled": behind a force that opens its clause the
   * spelling of verb and noun alike is the verb; "announced the army the shelling" has its verb
   * before the force.
   */
  private static boolean isBehindSubject(AnalyzedText text, Sentence sentence, int i) {
    int at = i - 1;
    while (at >= sentence.first() && i - at <= SUBJECT_WORDS && isOfSubject(text.token(at))) {
      at--;
    }
    boolean force = false;
    for (int k = at + 1; k < i; k++) {
      force |= names(text.token(k), ACTING);
    }
    return force && (at < sentence.first() || opensClause(text.token(at)));
  }

  private static boolean isOfSubject(Token token) {
    return token.isWord()
        && token.labels().stream().noneMatch(l -> l.features().isVerb())
        && !token.is(NOUNS)
        && (Normalizer.opensWithArticle(token.norm()) || names(token, OF_SUBJECT));
  }

  private static boolean names(Token token, Set<String> lists) {
    return token.labels().stream().anyMatch(l -> lists.contains(l.list()));
  }

  private static boolean opensClause(Token token) {
    Label label = token.label("event-connectives");
    boolean opens = label != null && !label.entry().is("class", "relative");
    return opens || token.isPunctuation();
  }

  private static boolean isPreposition(Token token) {
    return token.is(PREPOSITIONS);
  }

  /** A verb that says what became of an event tells the event itself where a weapon does it. */
  private static EventWord word(AnalyzedText text, Sentence sentence, Label verb) {
    EventWord word = word(verb);
    Label object = verb.entry().is("ruins", "yes") ? weaponBehind(text, sentence, verb) : null;
    if (object != null
        && FLYING.contains(object.entry().attribute("kind"))
        && isInTheAir(text, sentence)) {
      return new EventWord(verb, null, Role.INTERCEPT);
    }
    if (word.role() == Role.REPEL) {
      return nominal(text, sentence, verb);
    }
    if (object != null && LYING.contains(object.entry().attribute("kind"))) {
      return new EventWord(verb, SECURITY_OPERATION, Role.STRIKE);
    }
    boolean hits = verb.entry().is("hits", "yes");
    boolean carries = word.role() == Role.CARRIER || hits;
    if (hits && isHitBy(text, sentence, verb)) {
      return new EventWord(verb, ATTACK, Role.STRIKE);
    }
    return carries && !verb.clitics().hasPronoun() && isDoneByWeapon(text, sentence, verb)
        ? new EventWord(verb, ATTACK, Role.STRIKE)
        : word;
  }

  /** "hit a rocket a tanker", as Arabic has it, or in a headline "a rocket hits a tanker". */
  private static boolean isDoneByWeapon(AnalyzedText text, Sentence sentence, Label verb) {
    if (verb.end() < sentence.end() && isWeapon(text.token(verb.end()))) {
      return true;
    }
    Label first = text.token(sentence.first()).label("weapons");
    return first != null
        && first.clitics().before().isEmpty()
        && verb.first() > sentence.first()
        && verb.first() - first.end() <= 1
        && verb.first() >= first.end();
  }

  /**
   * "a tanker was hit by a missile", "the hitting of the ship by a number of rockets": a thing and
   * no person stands behind the word, and a weapon hangs on it by "by".
   */
  private static boolean isHitBy(AnalyzedText text, Sentence sentence, Label verb) {
    boolean past = verb.features().passive() && verb.features().tense() != Features.Tense.PRESENT;
    boolean form = past || isNominalEvent(verb);
    if (!form || verb.end() >= sentence.end() || !isThing(text.token(verb.end()))) {
      return false;
    }
    int end = Math.min(sentence.end(), verb.end() + HIT_REACH);
    int by = -1;
    for (int i = verb.end(); i < end; i++) {
      Token token = text.token(i);
      if (token.isPunctuation() && !token.is("quote-marks") || token.is("casualty-words")) {
        return false;
      }
      by = token.labels().stream().anyMatch(l -> l.clitics().has("b")) ? i : by;
      if (token.is("weapons") && by >= 0 && i - by <= OBJECT_REACH) {
        return true;
      }
    }
    return false;
  }

  /** A ship, a building, a vehicle: a word that no list has for persons or numbers. */
  private static boolean isThing(Token token) {
    return token.isWord()
        && !token.isNumber()
        && !token.is(PREPOSITIONS)
        && !token.is("weapons")
        && token.labels().stream()
            .noneMatch(
                l ->
                    l.list().equals("person-roles")
                        || l.list().equals("mass-nouns")
                        || l.list().equals("person-nouns")
                        || l.list().equals("nationalities")
                        || l.list().equals("titles")
                        || l.entry().file().startsWith("number/"));
  }

  /** "destroyed three drones": what flies is shot down, what lies is cleared away. */
  private static @Nullable Label weaponBehind(AnalyzedText text, Sentence sentence, Label verb) {
    int end = Math.min(sentence.end(), verb.end() + OBJECT_REACH);
    for (int i = verb.end(); i < end; i++) {
      Token token = text.token(i);
      if (isWeapon(token)) {
        return token.label("weapons");
      }
      boolean number = token.isNumber() || token.labels().stream().anyMatch(Label::isNumeral);
      boolean subject = token.is("forces") || token.is("force-adjectives") || token.is("parties");
      if (!number && !subject) {
        return null;
      }
    }
    return null;
  }

  /** What holds off rockets and drones brings them down, and is no fight. */
  private static EventWord nominal(AnalyzedText text, Sentence sentence, Label label) {
    EventWord word = word(label);
    return label.entry().is("role", "repel") && isFireHeldOff(text, sentence, label)
        ? new EventWord(label, null, Role.INTERCEPT)
        : word;
  }

  /** "held off three drones", "confronted the rockets": what was fired, and no attackers. */
  private static boolean isFireHeldOff(AnalyzedText text, Sentence sentence, Label verb) {
    int end = Math.min(sentence.end(), verb.end() + OBJECT_REACH);
    for (int i = verb.end(); i < end; i++) {
      Token token = text.token(i);
      Label weapon = token.label("weapons");
      if (weapon != null && FLYING.contains(weapon.entry().attribute("kind"))) {
        return token.labels().stream().noneMatch(l -> l.clitics().has("b"));
      }
      if (!isNumberOrSubject(token)) {
        return false;
      }
    }
    return false;
  }

  private static boolean isNumberOrSubject(Token token) {
    return token.isNumber()
        || token.labels().stream().anyMatch(Label::isNumeral)
        || token.is("forces")
        || token.is("force-adjectives")
        || token.is("parties")
        || Normalizer.opensWithArticle(token.norm());
  }

  private static boolean isInTheAir(AnalyzedText text, Sentence sentence) {
    for (int i = sentence.first(); i < sentence.end(); i++) {
      if (text.token(i).is("air-words")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWeapon(Token token) {
    Label weapon = token.label("weapons");
    return weapon != null && !weapon.clitics().has("b") && !weapon.clitics().has("l");
  }

  private static EventWord word(Label label) {
    String type = label.entry().attributes().get("type");
    if (label.list().equals(NOUNS)) {
      return new EventWord(label, type, Role.NOUN);
    }
    Role role = Role.valueOf(label.entry().attribute("role").toUpperCase(Locale.ROOT));
    boolean noun = !EventWord.isFinite(label) && type != null;
    return new EventWord(label, type, noun ? Role.NOUN : role);
  }
}
