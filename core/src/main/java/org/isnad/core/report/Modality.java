package org.isnad.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Features;
import org.isnad.core.mention.event.EventWord;
import org.isnad.core.mention.event.EventWord.Role;
import org.isnad.core.rule.Derivation;
import org.isnad.core.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Tells what is only planned, feared, wished, possible or denied from what took place (codebook
 * section 1). Grammar says most of it: a present verb behind "that" is a subjunctive, one behind
 * "to" a purpose, one behind the particle of possibility a guess; and "any attack" is none.
 */
final class Modality {

  /** How far before what is denied the verb stands: behind its subject and an adverb. */
  private static final int DENIED_REACH = 9;

  /** How far a word of fear, plan or denial can stand before the event's first word. */
  private static final int REACH = 4;

  /** How far the adjective of an event that is expected or imagined can stand behind its noun. */
  private static final int ADJECTIVE_REACH = 4;

  /**
   * How far the word of a plan or a training can stand before the verbal noun of a light verb: who
   * plans, where and when between ("does not intend at present a blockade or the waging of …").
   */
  private static final int LIGHT_REACH = 14;

  /** How far a verb of purpose can stand before it: "so that they can wage …". */
  private static final int PURPOSE_REACH = 3;

  /** Most tokens between the words of two deeds that are planned together. */
  private static final int JOINED_REACH = 8;

  /** How far the particle can stand before a verb joined to its own, objects between. */
  private static final int CHAIN_REACH = 16;

  /** Most words of a name before the one that denies. */
  private static final int NAME_WORDS = 3;

  private static final String LIST = "event-modality";

  /** Signs behind which a word governs no more what stands there. */
  private static final Set<String> CLAUSE_ENDS =
      Set.of(",", "\u060C", ";", "\u061B", ":", ".", "\u2026");

  /** Classes that ask for a verb in the present right behind them. */
  private static final Set<String> PARTICLES = Set.of("subjunctive", "possible-present");

  /** What is done on purpose; "exposed to shelling" has nouns of other roles. */
  private static final Set<Role> DEEDS = Set.of(Role.STRIKE, Role.GROUND, Role.LIGHT, Role.LAUNCH);

  private Modality() {}

  /**
   * Takes away what did not take place, and what "and" or "or" joins to it: "may regroup and wage
   * attacks or carry out bombings".
   */
  static void clear(List<Draft> drafts) {
    List<Draft> unreal = new ArrayList<>();
    for (Draft draft : drafts) {
      boolean joined = !unreal.isEmpty() && isJoined(unreal.getLast(), draft);
      if (joined || isUnreal(draft)) {
        unreal.add(draft);
      }
    }
    drafts.removeAll(unreal);
  }

  /** Whether the second deed goes on with the first, in the present or as a verbal noun. */
  private static boolean isJoined(Draft first, Draft second) {
    EventWord word = second.words.getFirst();
    int gap = word.first() - first.last().end();
    boolean open =
        word.isVerb() ? isPresent(word) : word.role() == Role.NOUN || word.role() == Role.LIGHT;
    boolean tells = second.has(Role.FOIL) || second.words.stream().anyMatch(EventWord::isPast);
    return gap >= 0
        && gap <= JOINED_REACH
        && open
        && !tells
        && isJoined(second, word)
        && !opensClause(second, first.last().end(), word.first());
  }

  private static boolean opensClause(Draft draft, int from, int to) {
    for (int i = from; i < to; i++) {
      Token token = draft.text.token(i);
      if (endsClause(token) || token.is("event-connectives")) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsClause(Token token) {
    return token.isPunctuation() && CLAUSE_ENDS.contains(token.norm());
  }

  /** Whether the draft's words tell of nothing that took place. */
  private static boolean isUnreal(Draft draft) {
    if (draft.has(Role.FOIL) || isBeatenBack(draft)) {
      return false;
    }
    Label label = before(draft, draft.words.getFirst().first());
    if (label == null) {
      label = before(draft, draft.head().first());
    }
    if (label == null) {
      label = any(draft);
    }
    if (label == null) {
      label = particle(draft);
    }
    if (label == null) {
      label = governor(draft);
    }
    if (label == null) {
      label = adjective(draft);
    }
    if (label != null) {
      draft.derivations.add(new Derivation("event/modality", List.of(label.entry().qualified())));
    }
    return label != null || isPurpose(draft) || isAim(draft) || isEnabled(draft);
  }

  /** "tried to storm the post, but the guards held them off": what was beaten back took place. */
  private static boolean isBeatenBack(Draft draft) {
    EventWord last = draft.last();
    return draft.words.size() > 1 && last.role() == Role.REPEL && last.isPast();
  }

  private static @Nullable Label before(Draft draft, int first) {
    int words = 0;
    boolean inClause = true;
    boolean denies = isDenied(draft);
    for (int i = first - 1; i >= draft.sentence.first() && words < REACH; i--) {
      Token token = draft.text.token(i);
      Label label = token.label(LIST);
      boolean within = inClause || label != null && label.entry().is("class", "conditional");
      boolean named = label != null && (isOfAnother(draft, label) || isInName(draft, i));
      if (label != null && within && !named && reaches(label, denies, first)) {
        return label;
      }
      inClause &= !endsClause(token);
      words += token.isPunctuation() ? 0 : 1;
    }
    return null;
  }

  /**
   * "does not intend at present to impose a blockade or wage an operation", "expects that they
   * resort to the waging of raids": the verbal noun of a light verb hangs on the verb of its
   * clause, which can stand far before it.
   */
  private static @Nullable Label governor(Draft draft) {
    EventWord word = draft.words.getFirst();
    if (word.role() != Role.LIGHT || word.isVerb()) {
      return null;
    }
    int from = Math.max(draft.sentence.first(), word.first() - LIGHT_REACH);
    for (int i = word.first() - 1; i >= from; i--) {
      Token token = draft.text.token(i);
      Label label = token.label(LIST);
      if (label != null && governs(draft, label)) {
        return label;
      }
      if (token.is("event-connectives") && label == null || tellsOfTime(token)) {
        return null;
      }
    }
    return null;
  }

  /** A plan, a fear or a training; or "that" right before a verb in the present. */
  private static boolean governs(Draft draft, Label label) {
    String role = label.entry().attribute("class");
    return switch (role) {
      case "planned", "feared", "possible", "future" -> true;
      case "subjunctive" -> isPresentVerb(draft.text.token(label.end()));
      default -> false;
    };
  }

  /** "after", "since", "in the course of": what stands behind it took place. */
  private static boolean tellsOfTime(Token token) {
    Label label = token.label("event-prepositions");
    return label != null && label.entry().is("class", "circumstance");
  }

  /**
   * "whom it did not name" negates nothing but the name, "the fall of the rocket did not lead to"
   * nothing but what it led to.
   */
  private static boolean isOfAnother(Draft draft, Label negation) {
    Token token = draft.text.token(negation.first());
    Label name = token.label("unnamed");
    Label toll = token.label("toll-negations");
    return name != null && name.entry().is("anonymous", "yes") && name.size() > negation.size()
        || toll != null && toll.entry().is("far", "yes") && toll.size() > negation.size();
  }

  /**
   * "an aircraft without a pilot", "the counter-terrorism force": what denies within the name of a
   * weapon or a force denies no event.
   */
  private static boolean isInName(Draft draft, int at) {
    for (int i = at - 1; i >= Math.max(draft.sentence.first(), at - NAME_WORDS); i--) {
      for (Label label : draft.text.token(i).labels()) {
        if (label.end() > at && isNaming(label)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isNaming(Label label) {
    String file = label.entry().file();
    return file.startsWith("weapon/") || file.startsWith("party/") || file.startsWith("place/");
  }

  /** "denied the waging of any raid": what is denied is one that somebody has told of. */
  private static boolean isDenied(Draft draft) {
    int first = draft.words.getFirst().first();
    for (int i = first - 1; i >= Math.max(draft.sentence.first(), first - DENIED_REACH); i--) {
      for (Label label : draft.text.token(i).labels()) {
        boolean denies =
            label.list().equals("speech-verbs") && label.entry().is("function", "deny");
        if (denies && label.features().isVerb()) {
          return true;
        }
      }
    }
    return false;
  }

  /** "to confront any attack": the noun behind the head is no single event. */
  private static @Nullable Label any(Draft draft) {
    for (EventWord word : isDenied(draft) ? List.<EventWord>of() : draft.words) {
      Label label =
          word.role() == Role.NOUN && word.first() > draft.sentence.first()
              ? draft.text.token(word.first() - 1).label(LIST)
              : null;
      if (label != null && label.entry().is("class", "any")) {
        return label;
      }
    }
    return null;
  }

  /** "any" stands right before its noun; the words of the future are read on their own. */
  private static boolean reaches(Label label, boolean denies, int first) {
    String role = label.entry().attribute("class");
    return switch (role) {
      case "future", "adjective", "subjunctive", "possible-present" -> false;
      case "any" -> label.end() == first && !denies;
      default -> true;
    };
  }

  /** "that they attack", "may attack": a particle that makes the present verb behind it unreal. */
  private static @Nullable Label particle(Draft draft) {
    EventWord verb = firstVerb(draft);
    if (verb == null || !isPresent(verb) || verb.first() == draft.sentence.first()) {
      return null;
    }
    Label label = draft.text.token(verb.first() - 1).label(LIST);
    if (label == null && isJoined(draft, verb)) {
      label = particleOfChain(draft, verb);
    }
    return label != null && PARTICLES.contains(label.entry().attribute("class")) ? label : null;
  }

  /** "and they attack", "or they attack": a verb that goes on with one before it. */
  private static boolean isJoined(Draft draft, EventWord verb) {
    boolean or = draft.text.token(verb.first() - 1).is("event-prepositions", "or");
    return or || verb.label().clitics().has("w") || verb.label().clitics().has("f");
  }

  /** "may regroup and attack": the particle of the first of several joined present verbs. */
  private static @Nullable Label particleOfChain(Draft draft, EventWord verb) {
    int from = Math.max(draft.sentence.first(), verb.first() - CHAIN_REACH);
    for (int i = verb.first() - 2; i >= from; i--) {
      Token token = draft.text.token(i);
      if (token.isPunctuation() && !token.norm().equals("\u060C")) {
        return null;
      }
      Label label = token.label(LIST);
      boolean particle = label != null && PARTICLES.contains(label.entry().attribute("class"));
      if (particle && label != null && isPresentVerb(draft.text.token(label.end()))) {
        return label;
      }
    }
    return null;
  }

  /** Known as one, or spelled like one where the word is unknown. */
  private static boolean isPresentVerb(Token token) {
    if (token.isUnknown()) {
      return Normalizer.opensLikePresent(token.norm());
    }
    return token.labels().stream().anyMatch(l -> l.features().tense() == Features.Tense.PRESENT);
  }

  /** "to blow it up": a present verb with the particle of purpose. */
  private static boolean isPurpose(Draft draft) {
    EventWord verb = firstVerb(draft);
    return verb != null
        && verb == draft.words.getFirst()
        && isPresent(verb)
        && verb.label().clitics().has("l");
  }

  /** "so that they can wage an attack": a present verb with the particle of purpose before it. */
  private static boolean isEnabled(Draft draft) {
    EventWord word = draft.words.getFirst();
    if (word.role() != Role.LIGHT || word.isVerb()) {
      return false;
    }
    int from = Math.max(draft.sentence.first(), word.first() - PURPOSE_REACH);
    for (int i = from; i < word.first(); i++) {
      Token token = draft.text.token(i);
      boolean verb =
          token.labels().stream()
              .anyMatch(
                  l -> l.features().tense() == Features.Tense.PRESENT && l.clitics().has("l"));
      boolean unknown = token.isUnknown() && Normalizer.opensLikePurpose(token.norm());
      if (verb || unknown) {
        return true;
      }
    }
    return false;
  }

  /** "for carrying out attacks", "to wipe them out" as verbal nouns: what something is done for. */
  private static boolean isAim(Draft draft) {
    EventWord first = draft.words.getFirst();
    return !first.isVerb()
        && DEEDS.contains(first.role())
        && first.label().features().part() == Features.Part.MASDAR
        && first.label().clitics().has("l");
  }

  /** "the expected attack": an adjective that says that it has not come, or never was. */
  private static @Nullable Label adjective(Draft draft) {
    EventWord head = draft.head();
    if (head.role() != Role.NOUN) {
      return null;
    }
    AnalyzedText text = draft.text;
    int end = Math.min(draft.sentence.end(), head.end() + ADJECTIVE_REACH);
    for (int i = head.end(); i < end; i++) {
      Token token = text.token(i);
      Label label = token.label(LIST);
      boolean comes = token.is("event-prepositions");
      if (label != null && !comes && label.entry().is("class", "adjective")) {
        return label;
      }
      if (token.isPunctuation() || token.is("event-connectives") || token.is("event-verbs")) {
        return null;
      }
    }
    return null;
  }

  private static boolean isPresent(EventWord verb) {
    return verb.label().features().tense() == Features.Tense.PRESENT;
  }

  private static @Nullable EventWord firstVerb(Draft draft) {
    for (EventWord word : draft.words) {
      if (word.isVerb() && word.role() != Role.EFFECT) {
        return word;
      }
    }
    return null;
  }
}
