package org.isnad.core.report;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.lexicon.Features;
import org.isnad.core.mention.PartyMention;
import org.isnad.core.mention.SourceMention;
import org.isnad.core.mention.TokenRange;
import org.isnad.core.mention.event.EventWord;
import org.isnad.core.mention.event.EventWord.Role;
import org.isnad.core.mention.party.PartyKinds;
import org.isnad.core.mention.source.Attribution;
import org.isnad.core.mention.source.SpeechAct;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a speaker tells of its own deed where the words name no actor (codebook section 7,
 * {@code claimed}).
 *
 * <p>News has four ways for it: "we struck" inside the quoted words, "the movement said that it
 * struck", "the army said that its aircraft struck", and "the battalions announced the striking
 * of". In the first a verb of the first person shows it, in the second a pronoun behind "that", in
 * the third a force with a pronoun behind it, in the last a verbal noun right behind the verb of
 * announcing.
 */
final class OwnDeed {

  /** What speakers do when they act; being hit, shooting down and preventing are not among it. */
  private static final Set<Role> DEEDS =
      Set.of(
          Role.STRIKE,
          Role.LAUNCH,
          Role.LIGHT,
          Role.GROUND,
          Role.REPEL,
          Role.BLAST,
          Role.CARRIER,
          Role.MUTUAL);

  /** Verbal nouns that only an actor of its own can announce. */
  private static final List<Role> ANNOUNCED =
      List.of(Role.STRIKE, Role.LAUNCH, Role.LIGHT, Role.REPEL, Role.GROUND);

  /** How far a force with its adjective can stand from the verb whose subject it is. */
  private static final int SUBJECT_REACH = 3;

  /** How far behind "announced" its own act stands; an adverb of time may stand between. */
  private static final int ANNOUNCED_WITHIN = 4;

  private static final List<String> FORCE_LISTS = List.of("forces", "group-words", "person-roles");

  private final Mentions mentions;

  OwnDeed(Mentions mentions) {
    this.mentions = mentions;
  }

  /** Whether the speaker of the words tells the draft's event as its own deed. */
  boolean tells(Draft draft, Attribution attribution) {
    SourceMention speaker = attribution.speaker();
    if (speaker == null
        || !canAct(speaker) && !speaksForArms(draft.text, attribution)
        || !VoiceReader.tells(attribution.act())) {
      return false;
    }
    EventWord word = deed(draft);
    if (word == null) {
      return false;
    }
    if (isFirstPerson(draft.text, word)) {
      return hasSide(attribution);
    }
    boolean plain = attribution.direct() && !anotherBetween(draft, attribution, word);
    boolean acts = word.isVerb() && (isPronoun(draft, word) || hasOwnForce(draft, word));
    return plain && (acts || isAnnounced(draft, attribution, word));
  }

  /** Whether the draft's words can tell what a speaker has done, whoever it is that speaks. */
  static boolean mayBe(Draft draft) {
    EventWord word = deed(draft);
    if (word == null) {
      return false;
    }
    boolean own =
        isFirstPerson(draft.text, word)
            || word.isVerb() && (isPronoun(draft, word) || hasOwnForce(draft, word));
    return own || announcedRole(draft.text, word) != null;
  }

  private static boolean canAct(SourceMention speaker) {
    return speaker.kind() == SourceMention.Kind.ORGANISATION
        || speaker.kind() == SourceMention.Kind.PERSON;
  }

  /** "the spokesman of the movement", without his name: the movement speaks. */
  private static boolean speaksForArms(AnalyzedText text, Attribution attribution) {
    SourceMention speaker = attribution.speaker();
    if (speaker == null || !attribution.armed()) {
      return false;
    }
    for (int i = speaker.tokens().first(); i < speaker.tokens().end(); i++) {
      for (Label label : text.token(i).labels()) {
        if (label.list().equals("titles") && label.entry().is("speaks", "yes")) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean hasSide(Attribution attribution) {
    SourceMention speaker = attribution.speaker();
    return !attribution.sides().isEmpty()
        || speaker != null && speaker.kind() == SourceMention.Kind.ORGANISATION;
  }

  /** The first word of the draft that says what somebody does. */
  private static @Nullable EventWord deed(Draft draft) {
    if (draft.isHeldOff()) {
      return null;
    }
    for (EventWord word : draft.words) {
      if (DEEDS.contains(word.role()) || announcedRole(draft.text, word) != null) {
        return word;
      }
      if (word.isHead() && word.isVerb()) {
        return null;
      }
    }
    return null;
  }

  /** "we struck", "our fighters carried out". */
  private static boolean isFirstPerson(AnalyzedText text, EventWord word) {
    Features features = word.label().features();
    return word.isVerb()
        && (features.person() == 1 && features.number() == Features.Num.PLURAL
            || ownForce(text, word, "na"));
  }

  /** "that it struck": the pronoun behind "that" is the speaker's. */
  private static boolean isPronoun(Draft draft, EventWord word) {
    int before = word.first() - 1;
    Label marker =
        before < draft.sentence.first() ? null : draft.text.token(before).label("content-markers");
    return marker != null && marker.entry().is("pronoun", "yes");
  }

  private static boolean hasOwnForce(Draft draft, EventWord word) {
    return ownForce(draft.text, word, "h") || ownForce(draft.text, word, "na");
  }

  /** A force with a pronoun of this beginning before or behind the verb. */
  private static boolean ownForce(AnalyzedText text, EventWord word, String pronoun) {
    for (int i = Math.max(0, word.first() - SUBJECT_REACH);
        i < Math.min(text.size(), word.end() + SUBJECT_REACH);
        i++) {
      for (Label label : text.token(i).labels()) {
        boolean force = FORCE_LISTS.contains(label.list()) && !label.entry().is("target", "yes");
        boolean subject = label.clitics().before().stream().allMatch(OwnDeed::isConjunction);
        if (force && subject && label.clitics().pronoun().startsWith(pronoun)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isConjunction(String clitic) {
    return clitic.equals("w") || clitic.equals("f");
  }

  /**
   * "announced the striking of": the verbal noun right behind the verb and its subject; a definite
   * one is of an event that is known already.
   */
  private boolean isAnnounced(Draft draft, Attribution attribution, EventWord word) {
    int gap = gap(draft.text, attribution.cue().end(), word.first());
    Role role = announcedRole(draft.text, word);
    return attribution.act() == SpeechAct.ANNOUNCE
        && role != null
        && gap >= 0
        && gap <= ANNOUNCED_WITHIN
        && word == draft.words.getFirst()
        && !word.label().clitics().isDefinite()
        && isArmed(attribution, word, role)
        && !(role == Role.STRIKE && hasSubject(draft, attribution, word))
        && !(role == Role.LAUNCH && comesFromElsewhere(draft, word));
  }

  /**
   * Tokens between a cue and the deed that it announces, less what stands between commas behind the
   * speaker: whose follower it is, where and how it spoke.
   */
  static int gap(AnalyzedText text, int from, int to) {
    boolean opens = from < to && isComma(text, from);
    for (int i = from + 1; opens && i < to; i++) {
      if (isComma(text, i)) {
        return to - i - 1;
      }
    }
    return to - from;
  }

  private static boolean isComma(AnalyzedText text, int at) {
    return text.token(at).is("marks", "comma");
  }

  /** What the verb does whose verbal noun the word is or can be; null where none acts. */
  private static @Nullable Role announcedRole(AnalyzedText text, EventWord word) {
    for (Label label : text.token(word.first()).labels()) {
      boolean masdar =
          label.list().equals("event-verbs") && label.features().part() == Features.Part.MASDAR;
      if (masdar) {
        for (Role role : ANNOUNCED) {
          if (label.entry().is("role", role.name().toLowerCase(Locale.ROOT))) {
            return role;
          }
        }
      }
    }
    return null;
  }

  /**
   * Whether the party behind the verbal noun is its subject: another object follows it ("the army's
   * shelling of"), or it is of the speaker's own side, which suffers.
   */
  private boolean hasSubject(Draft draft, Attribution attribution, EventWord word) {
    for (PartyMention party :
        Mentions.within(mentions.parties(), word.end(), word.end() + SUBJECT_REACH)) {
      int next = party.tokens().end();
      boolean last = next >= draft.sentence.end() || draft.text.token(next).isPunctuation();
      boolean object = last || Link.of(draft.text, new TokenRange(next, next + 1)) != Link.NONE;
      boolean lam =
          !last && draft.text.token(next).labels().stream().anyMatch(l -> l.clitics().has("l"));
      return attribution.speaksFor(party.id()) || lam || !object && !isPreposition(draft, next);
    }
    return false;
  }

  private static boolean isPreposition(Draft draft, int token) {
    return draft.text.token(token).is("event-prepositions");
  }

  /** A ministry announces strikes on its own country too; who uses force announces its own. */
  private boolean isArmed(Attribution attribution, EventWord word, Role role) {
    SourceMention speaker = attribution.speaker();
    PartyMention force =
        speaker == null ? null : Mentions.at(mentions.parties(), speaker.tokens().first());
    if (force != null && force.id() == null && PartyKinds.WAR.contains(force.kind())) {
      return true;
    }
    boolean own =
        role == Role.LIGHT
            || role == Role.REPEL
            || word.label().clitics().pronoun().startsWith("h");
    return attribution.armed() || own && !attribution.sides().isEmpty();
  }

  /** "announced the firing of rockets from the strip": a place it was fired from is named. */
  static boolean comesFromElsewhere(Draft draft, EventWord word) {
    for (int i = word.end(); i < draft.sentence.end(); i++) {
      if (draft.text.token(i).is("event-prepositions", "from")) {
        return true;
      }
    }
    return false;
  }

  /** Whether a force is named between the speaker and the deed, to which a pronoun could point. */
  private boolean anotherBetween(Draft draft, Attribution attribution, EventWord word) {
    int from = word.first() - gap(draft.text, attribution.cue().end(), word.first());
    for (PartyMention party : Mentions.within(mentions.parties(), from, word.first())) {
      boolean named = party.id() != null && !attribution.speaksFor(party.id());
      if (named && !party.kind().equals("official")) {
        return true;
      }
    }
    return false;
  }
}
