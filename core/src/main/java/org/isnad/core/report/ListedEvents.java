package org.isnad.core.report;

import java.util.ArrayList;
import java.util.List;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Features;
import org.isnad.core.mention.PlaceMention;
import org.isnad.core.mention.TimeExpression;
import org.jspecify.annotations.Nullable;

/**
 * Events told as a list of places (codebook section 12): what a sum before the list says of who
 * acted, and what a definite plural behind it says of all ("the strikes were carried out with
 * rockets that reached their targets"), holds for every member.
 */
final class ListedEvents {

  /** Sentences between a list and the sum before it or the words for all behind it. */
  private static final int NEAR = 2;

  /**
   * Tokens from the cue of a list of sites to the first known name: one unknown, in quotation
   * marks.
   */
  private static final int CUE_REACH = 7;

  private ListedEvents() {}

  /** Gives a member without actors those of the sum told just before. */
  static void inherit(List<Draft> kept, Draft member) {
    boolean meant = member.listed && member.head().label().clitics().isDefinite();
    if (!meant || !member.actors.isEmpty()) {
      return;
    }
    for (Draft sum : kept.reversed()) {
      int back = member.sentence.index() - sum.sentence.index();
      if (sum.inTitle || back > NEAR) {
        return;
      }
      boolean fits = back > 0 && SameEvent.compatible(sum.type, member.type);
      if (fits && !sum.listed && !sum.actors.isEmpty()) {
        member.actors.addAll(sum.actors);
        return;
      }
    }
  }

  /** Whether the draft tells something of a whole list before it, which then has it. */
  static boolean share(List<Draft> kept, Draft draft) {
    Features.Num number = draft.head().label().features().number();
    boolean all =
        draft.head().label().clitics().isDefinite()
            && number == Features.Num.PLURAL
            && draft.place == null
            && draft.count == null;
    List<Draft> members = all ? members(kept, draft) : List.of();
    members.forEach(member -> tell(member, draft));
    return !members.isEmpty();
  }

  private static List<Draft> members(List<Draft> kept, Draft draft) {
    List<Draft> members = new ArrayList<>();
    Draft last = kept.isEmpty() ? null : kept.getLast();
    if (last == null || !last.listed || last.inTitle || draft.inTitle) {
      return members;
    }
    int back = draft.sentence.index() - last.sentence.index();
    if (back < 1 || back > NEAR || !SameEvent.compatible(last.type, draft.type)) {
      return members;
    }
    for (Draft member : kept) {
      boolean together =
          member.listed
              && member.sentence == last.sentence
              && member.head().first() == last.head().first();
      if (together) {
        members.add(member);
      }
    }
    return members.size() > 1 ? members : List.of();
  }

  private static void tell(Draft member, Draft draft) {
    if (DraftMerger.specificity(draft.type) > DraftMerger.specificity(member.type)) {
      member.type = draft.type;
    }
    for (Weapon weapon : draft.weapons) {
      if (member.weapons.stream().noneMatch(w -> w.kind().equals(weapon.kind()))) {
        member.weapons.add(weapon);
      }
    }
    member.ofConflict |= draft.ofConflict;
    member.outcomeWords.addAll(draft.outcomeWords);
    member.derivations.addAll(draft.derivations);
    if (!member.evidence.contains(draft.sentence)) {
      member.evidence.add(draft.sentence);
    }
    if (member.actors.isEmpty()) {
      member.actors.addAll(draft.actors);
    }
  }

  /**
   * "attacks on Sunday and Monday at X and Y": as many days as places, joined by "and", are theirs
   * one by one.
   */
  static void pair(List<Draft> members, Mentions mentions) {
    TimeExpression first = members.getFirst().time;
    if (first == null || !TimeOwner.isDay(first.value())) {
      return;
    }
    List<TimeExpression> days = new ArrayList<>();
    days.add(first);
    AnalyzedText text = members.getFirst().text;
    for (TimeExpression next = first; next != null; ) {
      int end = next.tokens().end();
      TimeExpression day =
          Mentions.within(mentions.times(), end, Math.min(text.size(), end + 2)).stream()
              .filter(t -> Link.of(text, t.tokens()) == Link.AND && TimeOwner.isDay(t.value()))
              .findFirst()
              .orElse(null);
      if (day != null) {
        days.add(day);
      }
      next = day;
    }
    if (days.size() == members.size()) {
      for (int i = 0; i < days.size(); i++) {
        members.get(i).time = days.get(i);
      }
    }
  }

  /** "the bases X and Y": each member was aimed at its own site. */
  static void aim(Draft draft, Draft member) {
    PlaceMention first = draft.place;
    PlaceMention place = member.place;
    if (first != null && place != null && (isCue(draft, first) || isAimedAt(draft, first))) {
      member.targets.clear();
      member.targets.add(new Party(place.name(), null, null, null, null, List.of(), place.span()));
    }
  }

  /** "raids on X, Y and Z": the first target is the first place itself, whatever cue it has. */
  private static boolean isAimedAt(Draft draft, PlaceMention first) {
    Party target = draft.targets.isEmpty() ? null : draft.targets.getFirst();
    return target != null
        && target.id() == null
        && target.span() != null
        && target.span().overlaps(first.span())
        && target.span().start() <= first.span().start() + first.name().length()
        && target.name().endsWith(first.name());
  }

  /** Whether the draft's first target is only the word for a site before the first name. */
  private static boolean isCue(Draft draft, PlaceMention first) {
    Party target = draft.targets.isEmpty() ? null : draft.targets.getFirst();
    Token cue = target == null ? null : cue(draft, first, target);
    return cue != null && first.precision().compareTo(PlaceMention.Precision.DISTRICT) < 0;
  }

  private static @Nullable Token cue(Draft draft, PlaceMention first, Party target) {
    int from = Math.max(draft.sentence.first(), first.tokens().first() - CUE_REACH);
    for (int i = from; i <= first.tokens().first(); i++) {
      Token token = draft.text.token(i);
      boolean names =
          target.span() != null
              && target.span().start() == token.span().start()
              && (target.span().equals(token.span()) || target.span().overlaps(first.span()));
      if (names && token.is("place-cues")) {
        return token;
      }
    }
    return null;
  }
}
