package org.isnad.core.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.isnad.core.mention.SourceMention;
import org.isnad.core.mention.source.Attribution;
import org.isnad.core.report.Chain.Slot;
import org.isnad.core.text.Normalizer;
import org.isnad.core.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * The chains of an event, and which of its values each of them vouches for (codebook section 9).
 *
 * <p>{@code قالت الشرطة إن ثلاثة قتلوا في تفجير في السوق، بينما تحدث مسعفون عن خمسة} has two
 * speakers: the police speak for the place and for three dead, the medics for five dead and nothing
 * else. Where the outlet tells the event itself and only a figure or a remark is somebody's, its
 * own chain stands behind theirs. A value that stands in nobody's words is vouched for by all who
 * tell of the event.
 */
final class ChainList {

  /** One speaker's words in an article. */
  private static final class Voice {
    final List<Attribution> attributions = new ArrayList<>();
    final Set<Slot> said = new LinkedHashSet<>();
    boolean tells;
  }

  private final Draft draft;
  private final Map<String, Voice> voices = new LinkedHashMap<>();

  private ChainList(Draft draft) {
    this.draft = draft;
    draft.said.forEach(attribution -> hear(attribution, Slot.EVENT));
    draft.said.forEach(this::tells);
    draft.remarks.forEach(attribution -> hear(attribution, Slot.EVENT));
    draft.tellers.forEach((toll, attribution) -> hear(attribution, toll.slot()));
  }

  /**
   * The chains of a finished draft, the outlet first in each; the outlet alone where nobody speaks.
   */
  static List<Chain> of(Draft draft, Chain.Link outlet) {
    ChainList list = new ChainList(draft);
    return list.voices.isEmpty()
        ? List.of(new Chain(List.of(outlet), List.of()))
        : list.chains(outlet);
  }

  private void hear(Attribution attribution, Slot slot) {
    SourceMention speaker = attribution.speaker();
    if (VoiceReader.vouches(attribution) && speaker != null) {
      Voice voice = voices.computeIfAbsent(speaker.name(), name -> new Voice());
      voice.attributions.add(attribution);
      voice.said.add(slot);
    }
  }

  private void tells(Attribution attribution) {
    SourceMention speaker = attribution.speaker();
    Voice voice = speaker == null ? null : voices.get(speaker.name());
    if (voice != null) {
      voice.tells = true;
    }
  }

  private List<Chain> chains(Chain.Link outlet) {
    Map<Slot, List<Span>> values = values();
    List<Chain> chains = new ArrayList<>();
    for (Voice voice : voices.values()) {
      List<Chain.Link> links = new ArrayList<>();
      links.add(outlet);
      for (SourceMention source : fullest(voice)) {
        if (!isSelf(source, outlet)) {
          links.add(link(source));
        }
      }
      boolean whole = voices.size() == 1 && voice.tells;
      chains.add(new Chain(links, whole ? List.of() : says(voice, values)));
    }
    if (voices.values().stream().noneMatch(voice -> voice.tells)) {
      chains.add(new Chain(List.of(outlet), List.of()));
    }
    return chains;
  }

  /** The way by which the voice is heard, where the text names it most fully. */
  private static List<SourceMention> fullest(Voice voice) {
    List<SourceMention> fullest = voice.attributions.getFirst().chain();
    for (Attribution attribution : voice.attributions) {
      fullest = attribution.chain().size() > fullest.size() ? attribution.chain() : fullest;
    }
    return fullest;
  }

  /** "told Such-and-such News", where that is the outlet itself: it is the first link already. */
  private static boolean isSelf(SourceMention source, Chain.Link outlet) {
    SourceMention.Kind kind = source.kind();
    boolean published = kind == SourceMention.Kind.OUTLET || kind == SourceMention.Kind.AGENCY;
    String told = bare(source.name());
    String self = bare(outlet.name());
    return published && (told.equals(self) || isHeaded(self, told) || isHeaded(told, self));
  }

  /** Whether the longer name is the shorter one behind a single word: "channel", "agency". */
  private static boolean isHeaded(String longer, String shorter) {
    return !shorter.isEmpty()
        && longer.endsWith(" " + shorter)
        && longer.lastIndexOf(' ', longer.length() - shorter.length() - 2) < 0;
  }

  /** The words of an outlet's name without articles and marks. */
  private static String bare(String name) {
    String folded = Normalizer.fold(name);
    StringJoiner words = new StringJoiner(" ");
    int start = 0;
    for (int i = 0; i <= folded.length(); i++) {
      if (i == folded.length() || !Character.isLetterOrDigit(folded.charAt(i))) {
        String word = folded.substring(start, i);
        String plain = Normalizer.opensWithArticle(word) ? word.substring(2) : word;
        if (!plain.isEmpty()) {
          words.add(plain);
        }
        start = i + 1;
      }
    }
    return words.toString();
  }

  private static Chain.Link link(SourceMention source) {
    return new Chain.Link(
        source.name(),
        source.id(),
        VoiceReader.cited(source.kind()),
        source.role(),
        source.medium(),
        source.span());
  }

  /** What the voice vouches for; empty means everything. */
  private List<Slot> says(Voice voice, Map<Slot, List<Span>> values) {
    if (!voice.tells) {
      return List.copyOf(voice.said);
    }
    Set<Slot> says = new LinkedHashSet<>(voice.said);
    values.forEach(
        (slot, spans) -> {
          if (covers(voice, spans) || voices.values().stream().noneMatch(v -> covers(v, spans))) {
            says.add(slot);
          }
        });
    boolean all = says.containsAll(values.keySet()) && says.containsAll(spokenOf());
    return all ? List.of() : List.copyOf(says);
  }

  /** Everything that somebody says expressly: the event, and the figures that are given. */
  private Set<Slot> spokenOf() {
    Set<Slot> slots = new LinkedHashSet<>();
    voices.values().forEach(voice -> slots.addAll(voice.said));
    return slots;
  }

  /** Whether one of the places at which the value stands is in the voice's words. */
  private boolean covers(Voice voice, List<Span> spans) {
    for (Attribution attribution : voice.attributions) {
      Span scope = draft.text.span(attribution.scope().first(), attribution.scope().end());
      if (spans.stream().anyMatch(scope::contains)) {
        return true;
      }
    }
    return false;
  }

  /** Where the values stand that the body gives; what only the title tells is nobody's. */
  private Map<Slot, List<Span>> values() {
    Map<Slot, List<Span>> values = new EnumMap<>(Slot.class);
    if (draft.inTitle || draft.titleText != null) {
      return values;
    }
    put(values, Slot.TIME, draft.time == null ? null : draft.time.span());
    put(values, Slot.PLACE, draft.place == null ? null : draft.place.span());
    draft.actors.forEach(actor -> put(values, Slot.ACTORS, actor.span()));
    draft.targets.forEach(target -> put(values, Slot.TARGETS, target.span()));
    draft.weapons.forEach(weapon -> put(values, Slot.WEAPONS, weapon.span()));
    return values;
  }

  private static void put(Map<Slot, List<Span>> values, Slot slot, @Nullable Span span) {
    if (span != null) {
      values.computeIfAbsent(slot, key -> new ArrayList<>()).add(span);
    }
  }
}
