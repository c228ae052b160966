package org.isnad.core.report;

import java.util.ArrayList;
import java.util.List;
import org.isnad.core.mention.PartyMention;
import org.isnad.core.mention.SourceMention;
import org.isnad.core.mention.event.EventWord;
import org.isnad.core.mention.source.Attribution;
import org.isnad.core.mention.source.SpeechAct;
import org.isnad.core.report.Party.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Gives a draft its voices: who says so, who claims it, who is blamed and who denies it (codebook
 * section 9).
 */
final class VoiceReader {

  private final Mentions mentions;

  VoiceReader(Mentions mentions) {
    this.mentions = mentions;
  }

  /** Collects whose word the draft's event words are. */
  void read(Draft draft) {
    for (EventWord word : draft.words) {
      for (Attribution attribution : mentions.attributions().at(word.first())) {
        if (!draft.said.contains(attribution)) {
          draft.said.add(attribution);
        }
      }
    }
  }

  /** The chains of a finished draft, the outlet first in each; the outlet alone where nobody speaks. */
  static List<Chain> chains(Draft draft, Chain.Link outlet) {
    List<Chain> chains = new ArrayList<>();
    for (Attribution attribution : draft.said) {
      SourceMention speaker = attribution.speaker();
      boolean vouches = speaker != null && attribution.act() != SpeechAct.DENY && attribution.act() != SpeechAct.NO_COMMENT;
      if (vouches && speaker != null && chains.stream().noneMatch(c -> c.speaker().name().equals(speaker.name()))) {
        List<Chain.Link> links = new ArrayList<>();
        links.add(outlet);
        attribution.chain().forEach(s -> links.add(new Chain.Link(s.name(), s.id(), s.kind(), s.role(), s.medium(), s.span())));
        chains.add(new Chain(links, List.of()));
      }
    }
    return chains.isEmpty() ? List.of(new Chain(List.of(outlet), List.of())) : chains;
  }

  /** Those who say "we did it". */
  static List<Party> claims(Draft draft) {
    return speakers(draft, SpeechAct.CLAIM, Standing.CLAIMED);
  }

  /** Those who deny it. */
  static List<Party> denials(Draft draft) {
    return speakers(draft, SpeechAct.DENY, null);
  }

  /** Those whom somebody blames. */
  static List<Party> accused(Draft draft) {
    List<Party> accused = new ArrayList<>();
    for (Attribution attribution : draft.said) {
      PartyMention object = attribution.object();
      boolean blames = attribution.act() == SpeechAct.ACCUSE || attribution.act() == SpeechAct.SUSPECT;
      if (blames && object != null && accused.stream().noneMatch(p -> p.name().equals(object.name()))) {
        SourceMention speaker = attribution.speaker();
        Standing standing = attribution.act() == SpeechAct.ACCUSE && speaker != null ? Standing.ACCUSED : Standing.SUSPECTED;
        accused.add(new Party(object.name(), object.id(), null, standing, speaker == null ? null : speaker.name(), object.framing(), object.span()));
      }
    }
    return accused;
  }

  private static List<Party> speakers(Draft draft, SpeechAct act, @Nullable Standing standing) {
    List<Party> parties = new ArrayList<>();
    for (Attribution attribution : draft.said) {
      SourceMention speaker = attribution.speaker();
      if (attribution.act() == act && speaker != null && parties.stream().noneMatch(p -> p.name().equals(speaker.name()))) {
        parties.add(new Party(speaker.name(), speaker.id(), null, standing, null, List.of(), speaker.span()));
      }
    }
    return parties;
  }
}
