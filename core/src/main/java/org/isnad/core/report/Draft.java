package org.isnad.core.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.mention.PlaceMention;
import org.isnad.core.mention.Quantity;
import org.isnad.core.mention.TimeExpression;
import org.isnad.core.mention.TokenRange;
import org.isnad.core.mention.event.EventWord;
import org.isnad.core.mention.source.Attribution;
import org.isnad.core.rule.Derivation;
import org.isnad.core.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * An event as far as it has been read: what one sentence says of it, later what the article says.
 * Lives inside one reading and is never shared.
 */
final class Draft {
  AnalyzedText text;
  boolean inTitle;
  Sentence sentence;
  final List<EventWord> words = new ArrayList<>();

  /** The title's words for the event, where the title names it too. */
  @Nullable Span titleCue;

  /** The tokens in which its arguments may stand. */
  TokenRange reach;

  EventType type = EventType.ATTACK;
  Scope scope = Scope.SINGLE;
  Status status = Status.ASSERTED;
  @Nullable Quantity count;
  @Nullable TimeExpression time;

  /** When the words were said that make it known, where that is told: it was not later. */
  @Nullable TimeExpression announced;

  @Nullable PlaceMention place;
  final List<PlaceMention> otherPlaces = new ArrayList<>();
  final List<Party> actors = new ArrayList<>();
  final List<Party> targets = new ArrayList<>();
  final List<Weapon> weapons = new ArrayList<>();
  final Set<Derivation> derivations = new LinkedHashSet<>();
  final List<Sentence> evidence = new ArrayList<>();

  /** Figures of the title, which count only where the body gives none. */
  final List<TollMention> titleTolls = new ArrayList<>();

  @Nullable AnalyzedText titleText;

  final List<TollMention> tolls = new ArrayList<>();

  /** Whose word a figure is; a figure that the outlet tells itself is not in it. */
  final Map<TollMention, Attribution> tellers = new LinkedHashMap<>();

  final List<OutcomeMention> outcomeWords = new ArrayList<>();
  final List<Attribution> said = new ArrayList<>();

  /** Those who speak of it in sentences that do not tell it anew. */
  final List<Attribution> remarks = new ArrayList<>();

  /** Whether its sentence tells it or only recalls it. */
  Telling telling = Telling.TOLD;

  /** Those of {@link #said} whose speaker tells of a deed of its own, named or not. */
  final List<Attribution> own = new ArrayList<>();

  /**
   * Whether a sentence about it names the conflict: its words, a faction, an army or a weapon
   * (codebook section 2).
   */
  boolean ofConflict;

  /** Whether it is only what something else answers, condemns or demands (codebook section 12). */
  boolean answered;

  boolean definite;
  boolean background;

  /** Whether it was an attack that those attacked beat back. */
  boolean repelled;

  /** Whether it stands in the text's own first line, which is a headline without a stop. */
  boolean inHeadline;

  /** The event of the same sentence with which it is counted, or null. */
  @Nullable Draft joined;

  /** Where its own words start, where they are a number alone ("five of them"); else -1. */
  int start = -1;

  /** Whether its verb's subject is left out, as whoever acted in the event told before. */
  boolean subjectLeftOut;

  /** Whether the sentences around tell no other such event at another place. */
  boolean alone;

  /** Whether it is one of several places of a list. */
  boolean listed;

  Draft(AnalyzedText text, Sentence sentence, boolean inTitle, EventWord first) {
    this.text = text;
    this.sentence = sentence;
    this.inTitle = inTitle;
    this.words.add(first);
    this.evidence.add(sentence);
    this.reach = new TokenRange(sentence.first(), sentence.end());
  }

  /** The same event words and arguments at another place of a list ("in X and Y"). */
  Draft at(PlaceMention other) {
    Draft copy = new Draft(text, sentence, inTitle, words.getFirst());
    copy.words.addAll(words.subList(1, words.size()));
    copy.reach = reach;
    copy.type = type;
    copy.status = status;
    copy.time = time;
    copy.announced = announced;
    copy.answered = answered;
    copy.place = other;
    copy.actors.addAll(actors);
    copy.targets.addAll(targets);
    copy.weapons.addAll(weapons);
    copy.derivations.addAll(derivations);
    copy.said.addAll(said);
    copy.own.addAll(own);
    copy.outcomeWords.addAll(outcomeWords);
    copy.subjectLeftOut = subjectLeftOut;
    copy.listed = true;
    return copy;
  }

  /** Takes over where the body tells what so far only the title told. */
  void moveTo(Draft body) {
    text = body.text;
    sentence = body.sentence;
    reach = body.reach;
    inTitle = false;
    words.clear();
    words.addAll(body.words);
  }

  /** The words that name the event, for readers to see. */
  Span cue() {
    EventWord first = words.getFirst();
    EventWord last = words.size() > 1 ? words.get(1) : first;
    boolean near = last.first() - first.end() <= 3;
    return text.span(first.first(), near ? last.end() : first.end());
  }

  /** Number of the first token of its own. */
  int first() {
    return start >= 0 ? start : words.getFirst().first();
  }

  /** The first word that names the event; the first word of all where none does. */
  EventWord head() {
    for (EventWord word : words) {
      if (word.isHead()) {
        return word;
      }
    }
    return words.getFirst();
  }

  EventWord last() {
    return words.getLast();
  }

  boolean hasHead() {
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).isHead()) {
        return true;
      }
    }
    return false;
  }

  /** Rockets or drones that were held off: who did that is no actor, and claims nothing. */
  boolean isHeldOff() {
    return (type == EventType.ROCKET_ATTACK || type == EventType.DRONE_ATTACK)
        && words.stream().anyMatch(Draft::repels);
  }

  /** Whether the word is one for holding off, whatever it is read as beside its object. */
  static boolean repels(EventWord word) {
    return word.label().entry().is("role", "repel");
  }

  boolean has(EventWord.Role role) {
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).role() == role) {
        return true;
      }
    }
    return false;
  }
}
