package org.isnad.core.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Token;
import org.isnad.core.mention.PartyMention;
import org.isnad.core.mention.SourceMention;
import org.isnad.core.mention.TokenRange;
import org.isnad.core.mention.event.EventWord;
import org.isnad.core.mention.source.Attribution;
import org.isnad.core.mention.source.SpeechAct;
import org.isnad.core.report.Party.Standing;
import org.isnad.core.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Gives a draft its voices: who says so, who claims it, who is blamed and who denies it (codebook
 * section 9).
 */
final class VoiceReader {

  /** How far behind "announced" its own act stands; an adverb of time may stand between. */
  private static final int ANNOUNCED_WITHIN = 7;

  /** How far before the event the word for a part in it stands: a preposition, an adjective. */
  private static final int PART_WITHIN = 4;

  private final Mentions mentions;

  VoiceReader(Mentions mentions) {
    this.mentions = mentions;
  }

  /** Collects whose word the draft's event words are, and who tells of a deed of its own. */
  void read(Draft draft) {
    Set<Attribution> said = new HashSet<>(draft.said);
    for (EventWord word : draft.words) {
      for (Attribution attribution : mentions.attributions().at(word.first())) {
        if (!isReason(draft, attribution) && said.add(attribution)) {
          draft.said.add(attribution);
        }
      }
    }
    OwnDeed deed = new OwnDeed(mentions);
    for (Attribution attribution : draft.said) {
      if (deed.tells(draft, attribution)) {
        draft.own.add(attribution);
      }
    }
  }

  /**
   * "claimed the bombing in answer to the raids": the raids are why, and nobody claims them; what
   * stands behind "after" and "on account of" neither.
   */
  private static boolean isReason(Draft draft, Attribution attribution) {
    if (attribution.act() != SpeechAct.CLAIM || !attribution.direct()) {
      return false;
    }
    int first = draft.words.getFirst().first();
    for (int i = attribution.cue().end(); i < first; i++) {
      Label label = draft.text.token(i).label("claim-reasons");
      if (label != null && label.end() <= first) {
        return true;
      }
    }
    return false;
  }

  /** Whether somebody claims it, or tells of it as a deed of its own. */
  static boolean isClaimed(Draft draft) {
    return isDeed(draft.type)
        && (!draft.own.isEmpty()
            || draft.said.stream()
                .anyMatch(a -> a.act() == SpeechAct.CLAIM && a.speaker() != null));
  }

  /** Whether somebody speaks and stands by the words. */
  static boolean vouches(Attribution attribution) {
    return attribution.speaker() != null
        && attribution.act() != SpeechAct.DENY
        && attribution.act() != SpeechAct.NO_COMMENT;
  }

  /**
   * Those who say "we did it": whoever claims it, and whoever tells of what its own side did
   * (section 7).
   */
  static List<Party> claims(Draft draft) {
    List<Party> claims = speakers(draft, SpeechAct.CLAIM, Standing.CLAIMED);
    for (Attribution attribution : isClaimable(draft.type) ? draft.said : List.<Attribution>of()) {
      SourceMention speaker = attribution.speaker();
      boolean own =
          draft.own.contains(attribution)
              || tells(attribution.act())
                  && !isFight(draft)
                  && draft.actors.stream().anyMatch(a -> isOwn(draft, attribution, a));
      if (own && speaker != null) {
        addUnlessNamed(claims, claimant(speaker));
      }
    }
    return claims;
  }

  /**
   * Whether the speaker speaks for the actor. An official without a name must name it in the very
   * words: where others name it, what he says of something else claims nothing.
   */
  private static boolean isOwn(Draft draft, Attribution attribution, Party actor) {
    Span named = actor.span();
    SourceMention speaker = attribution.speaker();
    boolean unnamed = speaker != null && speaker.kind() == SourceMention.Kind.UNNAMED;
    if (!attribution.speaksFor(actor.id()) || !unnamed || named == null || draft.inTitle) {
      return attribution.speaksFor(actor.id());
    }
    TokenRange scope = attribution.scope();
    return draft.text.span(scope.first(), scope.end()).contains(named);
  }

  /** Fighting that is told as such: a side that tells of it claims nothing. */
  private static boolean isFight(Draft draft) {
    return draft.type == EventType.CLASH
        && !draft.has(EventWord.Role.REPEL)
        && !draft.has(EventWord.Role.GROUND)
        && !draft.has(EventWord.Role.STRIKE)
        && !draft.has(EventWord.Role.LIGHT);
  }

  /** Whether somebody is blamed for it by name, or denies it. */
  static boolean isDisputed(Draft draft) {
    return isDeed(draft.type)
        && draft.said.stream()
            .anyMatch(
                a ->
                    a.act() == SpeechAct.ACCUSE && a.object() != null
                        || a.act() == SpeechAct.DENY && a.speaker() != null);
  }

  /**
   * "denied any part in the attack on X", "accused Y of standing behind the attack on X": whose
   * deed it was is disputed, and not that it was done.
   */
  static boolean isPartDisputed(Draft draft) {
    return isDeed(draft.type)
        && draft.said.stream()
            .anyMatch(
                a ->
                    (a.act() == SpeechAct.DENY || a.act() == SpeechAct.ACCUSE)
                        && a.direct()
                        && a.speaker() != null
                        && hasPartBefore(draft, a.cue().first()));
  }

  /** Whether a word for a part in it or for responsibility stands close before the event. */
  private static boolean hasPartBefore(Draft draft, int from) {
    int first = draft.words.getFirst().first();
    for (int i = Math.max(from, first - PART_WITHIN); i < first; i++) {
      Token token = draft.text.token(i);
      if (token.is("speech-nouns", "involvement")
          || token.is("speech-nouns", "responsibility")
          || token.is("denied-things", "part")) {
        return true;
      }
    }
    return false;
  }

  /** Adds the party unless it is there under this name or this identifier. */
  static void addUnlessNamed(List<Party> parties, Party party) {
    boolean named =
        parties.stream()
            .anyMatch(
                p -> p.name().equals(party.name()) || p.id() != null && p.id().equals(party.id()));
    if (!named) {
      parties.add(party);
    }
  }

  /**
   * Arrests and searches are told by those who made them as a matter of course, which claims
   * nothing; only words of claiming do.
   */
  static boolean isClaimable(EventType type) {
    return isDeed(type) && type != EventType.SECURITY_OPERATION;
  }

  /**
   * Another outlet that is quoted stands in the chain as an agency does; only the article's own is
   * its outlet.
   */
  static SourceMention.Kind cited(SourceMention.Kind kind) {
    return kind == SourceMention.Kind.OUTLET ? SourceMention.Kind.AGENCY : kind;
  }

  /** The claimants, and whoever announces an act of its own. */
  static List<Party> claimants(Draft draft) {
    List<Party> claims = claims(draft);
    if (!claims.isEmpty()) {
      return claims;
    }
    List<Party> fighters = fighters(draft);
    boolean announced =
        fighters.isEmpty() && draft.actors.isEmpty() && draft.type != EventType.SECURITY_OPERATION;
    return announced ? announcers(draft) : fighters;
  }

  /** Whoever announces an operation or a strike with nobody else named as acting: it is its own. */
  static List<Party> announcers(Draft draft) {
    boolean deed =
        draft.words.stream()
            .anyMatch(
                w ->
                    w.role() == EventWord.Role.LIGHT
                        || w.role() == EventWord.Role.STRIKE
                        || w.role() == EventWord.Role.LAUNCH
                            && !OwnDeed.comesFromElsewhere(draft, w)
                        || w.role() == EventWord.Role.REPEL);
    boolean act =
        draft.type == EventType.SECURITY_OPERATION
            || draft.type == EventType.AIR_STRIKE
            || deed && isDeed(draft.type) && !draft.isHeldOff();
    List<Party> announcers = new ArrayList<>();
    for (Attribution attribution : act ? draft.said : List.<Attribution>of()) {
      SourceMention speaker = attribution.speaker();
      int gap = OwnDeed.gap(draft.text, attribution.cue().end(), draft.words.getFirst().first());
      boolean announced =
          attribution.act() == SpeechAct.ANNOUNCE
              && attribution.direct()
              && gap >= 0
              && gap <= ANNOUNCED_WITHIN;
      boolean strikes =
          draft.type == EventType.AIR_STRIKE
              && !attribution.isOfLead()
              && attribution.armed()
              && tells(attribution.act());
      boolean own = announced || strikes;
      if (own
          && speaker != null
          && speaker.kind() != SourceMention.Kind.UNNAMED
          && !attribution.sides().isEmpty()) {
        announcers.add(claimant(speaker));
      }
    }
    return announcers;
  }

  /** An armed side that tells of a clash is one of the two that fought. */
  static List<Party> fighters(Draft draft) {
    List<Party> fighters = new ArrayList<>();
    for (Attribution attribution :
        draft.type == EventType.CLASH ? draft.said : List.<Attribution>of()) {
      SourceMention speaker = attribution.speaker();
      boolean repels = draft.has(EventWord.Role.REPEL) && !attribution.sides().isEmpty();
      boolean side =
          attribution.act() == SpeechAct.ANNOUNCE
                  && attribution.direct()
                  && (attribution.armed() || repels)
              || draft.own.contains(attribution);
      boolean named = draft.actors.stream().anyMatch(a -> attribution.speaksFor(a.id()));
      if (side && !named && speaker != null) {
        fighters.add(claimant(speaker));
      }
    }
    return fighters;
  }

  /** The actor as somebody who said so itself where its own side tells it; otherwise as it is. */
  static Party claimed(Draft draft, Party actor) {
    boolean own =
        isDeed(draft.type)
            && draft.said.stream().anyMatch(a -> tells(a.act()) && a.speaksFor(actor.id()));
    return own && actor.standing() == Standing.STATED
        ? new Party(
            actor.name(),
            actor.id(),
            actor.nameEn(),
            Standing.CLAIMED,
            null,
            actor.framing(),
            actor.span())
        : actor;
  }

  /** Talks and threats are no deeds that somebody claims. */
  private static boolean isDeed(EventType type) {
    return type != EventType.TALKS && type != EventType.THREAT;
  }

  static boolean tells(SpeechAct act) {
    return switch (act) {
      case SAY, ANNOUNCE, CONFIRM, CONTINUE, THREATEN, PRAISE, CLAIM -> true;
      default -> false;
    };
  }

  /** Those who deny it. */
  static List<Party> denials(Draft draft) {
    return speakers(draft, SpeechAct.DENY, null);
  }

  /** Those whom somebody blames. */
  static List<Party> accused(Draft draft) {
    List<Party> accused = new ArrayList<>();
    if (Concreteness.isSoft(draft)) {
      return accused;
    }
    for (Attribution attribution : draft.said) {
      PartyMention object = attribution.object();
      boolean blames =
          attribution.act() == SpeechAct.ACCUSE || attribution.act() == SpeechAct.SUSPECT;
      if (blames
          && object != null
          && accused.stream().noneMatch(p -> p.name().equals(object.name()))) {
        SourceMention speaker = attribution.speaker();
        Standing standing =
            attribution.act() == SpeechAct.ACCUSE && speaker != null
                ? Standing.ACCUSED
                : Standing.SUSPECTED;
        accused.add(
            new Party(
                object.name(),
                object.id(),
                null,
                standing,
                speaker == null ? null : speaker.name(),
                object.framing(),
                object.span()));
      }
    }
    return accused;
  }

  private static List<Party> speakers(Draft draft, SpeechAct act, @Nullable Standing standing) {
    List<Party> parties = new ArrayList<>();
    for (Attribution attribution : draft.said) {
      SourceMention speaker = attribution.speaker();
      if (attribution.act() == act && speaker != null) {
        addUnlessNamed(
            parties,
            new Party(
                speaker.name(), speaker.id(), null, standing, null, List.of(), speaker.span()));
      }
    }
    return parties;
  }

  /** Whoever speaks, as the one who says "we did it". */
  private static Party claimant(SourceMention speaker) {
    return new Party(
        speaker.name(), speaker.id(), null, Standing.CLAIMED, null, List.of(), speaker.span());
  }
}
