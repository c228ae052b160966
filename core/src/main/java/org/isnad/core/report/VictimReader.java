package org.isnad.core.report;

import java.util.ArrayList;
import java.util.List;
import org.isnad.core.analysis.Label;
import org.isnad.core.lexicon.Features;
import org.isnad.core.mention.CountMention;
import org.isnad.core.mention.Quantity;
import org.isnad.core.report.PersonWords.Person;
import org.jspecify.annotations.Nullable;

/**
 * Reads the persons beside a word for casualties: {@code 3 soldiers and five civilians}, {@code a
 * policeman}, {@code one of its men}, {@code the corporal so-and-so and the private so-and-so}.
 */
final class VictimReader {

  /** How far the next conjunct may stand behind the one before it, in tokens. */
  private static final int CONJUNCT = 7;

  /** The same for a conjunct that has a comma before it and a place of its own behind it. */
  private static final int FAR_CONJUNCT = 18;

  /** How far a modifier such as "of the guards" may stand behind a bare number, in tokens. */
  private static final int MODIFIER = 3;

  /** Lists whose words count no persons. */
  private static final List<String> THINGS =
      List.of(
          "weapons",
          "weapon-cues",
          "time-units",
          "units",
          "months",
          "weekdays",
          "places",
          "place-words",
          "outcomes",
          "things",
          "counted-things");

  private final PersonWords persons;

  VictimReader(PersonWords persons) {
    this.persons = persons;
  }

  /** The phrase that starts at this token, or null. */
  @Nullable VictimPhrase at(TollScene scene, int token, int end) {
    if (token >= end || scene.casualty(token) instanceof Label label && !isPersonWord(label)) {
      return null;
    }
    VictimPhrase counted = counted(scene, token, end);
    return counted != null ? counted : bare(scene, token);
  }

  private @Nullable VictimPhrase counted(TollScene scene, int token, int end) {
    int at = scene.isBareAnd(token) && token + 1 < end ? token + 1 : token;
    CountMention count = scene.countAt(at);
    if (count == null || isOfThings(scene, count) || countsCasualties(scene, count)) {
      return null;
    }
    Person person = personOf(scene, count, end);
    int last =
        person == null
            ? count.tokens().end()
            : Math.max(count.tokens().end(), person.label().end());
    boolean attacker = person != null && person.attacker() || hasAttacker(scene, last, end);
    boolean numeral = count.headToken() != count.tokens().first() || count.tokens().size() > 1;
    boolean indefinite = numeral || person == null || !person.definite() || person.owned();
    return new VictimPhrase(
        count.quantity(), at, last, attacker, numeral, person != null, indefinite);
  }

  /** Whether the number counts "dead" or "wounded", which speak for themselves. */
  private static boolean countsCasualties(TollScene scene, CountMention count) {
    for (int i = count.tokens().first();
        i < Math.min(scene.text().size(), count.tokens().end() + 1);
        i++) {
      Label casualty = scene.casualty(i);
      boolean own =
          i < count.tokens().end()
              || count.headToken() < 0 && casualty != null && !casualty.clitics().has("w");
      if (own && casualty != null && isPersonWord(casualty)) {
        return true;
      }
    }
    return false;
  }

  /** The noun that the number counts: inside it, right behind it, or behind "of the". */
  private @Nullable Person personOf(TollScene scene, CountMention count, int end) {
    boolean otherNoun =
        count.headToken() >= 0
            && persons.at(scene.text(), count.headToken()) == null
            && scene.casualty(count.headToken()) == null;
    int reach = otherNoun ? count.tokens().end() : count.tokens().end() + MODIFIER;
    for (int i = count.tokens().first(); i < Math.min(end, reach); i++) {
      if (i >= count.tokens().end()
          && (scene.hasAnd(i) || !scene.isPassable(i) || scene.casualty(i) != null)) {
        return null;
      }
      Person person = persons.at(scene.text(), i);
      if (person != null) {
        return person;
      }
    }
    return null;
  }

  private boolean hasAttacker(TollScene scene, int first, int end) {
    for (int i = first; i < Math.min(Math.min(end, scene.text().size()), first + 2); i++) {
      Person person = persons.at(scene.text(), i);
      if (scene.hasAnd(i) || !scene.isPassable(i) || scene.hasRole(TollScene.LINKS, i, "part")) {
        return false;
      }
      if (person != null && person.attacker()) {
        return true;
      }
    }
    return false;
  }

  /** Whether the counted noun is a weapon, a span of time, a place, an animal: no person. */
  private boolean isOfThings(TollScene scene, CountMention count) {
    int head = count.headToken();
    if (head < 0 || persons.at(scene.text(), head) != null || scene.casualty(head) != null) {
      return false;
    }
    for (Label label : scene.token(head).labels()) {
      boolean animal = label.list().equals("mishaps") && label.entry().is("class", "animal");
      if (animal || THINGS.contains(label.list())) {
        return true;
      }
    }
    return false;
  }

  private @Nullable VictimPhrase bare(TollScene scene, int token) {
    Person person = persons.at(scene.text(), token);
    if (person == null) {
      return null;
    }
    Quantity quantity = PersonWords.quantity(scene.text(), person);
    if (quantity == null) {
      return null;
    }
    boolean adjective =
        person.adjectival() && token > 0 && persons.at(scene.text(), token - 1) != null;
    if (adjective) {
      return null;
    }
    boolean attacker =
        person.attacker() || hasAttacker(scene, person.label().end(), person.label().end() + 1);
    int end = person.label().end();
    if (quantity.max() == null && isTwo(scene, end)) {
      quantity = Quantity.exactly(2);
    }
    return new VictimPhrase(
        quantity, token, end, attacker, false, true, !person.definite() || person.owned());
  }

  /** Whether "two" stands behind the noun and at most one adjective. */
  private static boolean isTwo(TollScene scene, int behind) {
    for (int i = behind; i < Math.min(scene.text().size(), behind + 2); i++) {
      CountMention count = scene.countAt(i);
      if (count != null) {
        return count.headToken() < 0
            && count.quantity().equals(Quantity.exactly(2))
            && !scene.hasAnd(i);
      }
    }
    return false;
  }

  /**
   * The phrase at this token and those joined to it by "and", up to a verb, a stop or other
   * casualties.
   */
  List<VictimPhrase> listAt(TollScene scene, int token, int end) {
    List<VictimPhrase> phrases = new ArrayList<>();
    VictimPhrase phrase = at(scene, token, end);
    while (phrase != null) {
      phrases.add(phrase);
      phrase = conjunct(scene, phrase, end);
    }
    return phrases;
  }

  private @Nullable VictimPhrase conjunct(TollScene scene, VictimPhrase before, int end) {
    for (int i = before.end(); i < Math.min(end, before.end() + FAR_CONJUNCT); i++) {
      boolean comma = scene.token(i).isPunctuation() && !scene.isPassable(i);
      if (comma && (i + 1 >= end || !scene.hasAnd(i + 1) && !scene.isBareAnd(i + 1))
          || stops(scene, i)) {
        return null;
      }
      boolean and = scene.isBareAnd(i) || scene.hasAnd(i) && !isVerb(scene, i);
      if (and) {
        int next = scene.isBareAnd(i) ? i + 1 : i;
        VictimPhrase phrase = next < end ? at(scene, next, end) : null;
        boolean near =
            i - before.end() < CONJUNCT || phrase != null && isFarConjunct(scene, i, phrase, end);
        boolean joined = phrase != null && near && (phrase.indefinite() || isNamed(before, phrase));
        return joined ? phrase : null;
      }
    }
    return null;
  }

  /**
   * Behind a comma, and with a place of its own: {@code , and a woman and her child in a shelling
   * of}.
   */
  private static boolean isFarConjunct(TollScene scene, int and, VictimPhrase phrase, int end) {
    boolean comma = and > 0 && scene.token(and - 1).isPunctuation();
    return comma
        && scene.hasRole(
            TollScene.CONTEXT, phrase.end(), Math.min(end, phrase.end() + 3), "preposition");
  }

  /** A second rank and name behind a first one. */
  private static boolean isNamed(VictimPhrase before, VictimPhrase phrase) {
    return !before.indefinite() && !phrase.indefinite() && phrase.quantity().isExact();
  }

  private static boolean stops(TollScene scene, int token) {
    Label casualty = scene.casualty(token);
    boolean part =
        scene.hasRole(TollScene.LINKS, token, "part")
            || scene.hasRole(TollScene.LINKS, token, "breakdown");
    return part
        || casualty != null && !isPersonWord(casualty) && !isManner(casualty)
        || scene.isOtherVerb(token);
  }

  private static boolean isVerb(TollScene scene, int token) {
    return scene.token(token).labels().stream()
        .anyMatch(l -> l.features().part() == Features.Part.VERB && l.clitics().has("w"));
  }

  /** Whether words right behind ("of the attackers") name whoever attacked. */
  boolean namesAttacker(TollScene scene, int first, int end) {
    return hasAttacker(scene, first, end);
  }

  /** Whether the casualty word is itself a noun for persons, such as "wounded". */
  static boolean isPersonWord(Label casualty) {
    return casualty.entry().is("form", "person");
  }

  /** Whether the casualty word says how persons were hurt ("with wounds") and breaks no phrase. */
  static boolean isManner(Label casualty) {
    return casualty.entry().is("form", "after");
  }
}
