package org.isnad.core.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
import org.jspecify.annotations.Nullable;

/**
 * An event as far as it has been read: what one sentence says of it, later what the article says. Lives
 * inside one reading and is never shared.
 */
final class Draft {
  final AnalyzedText text;
  final boolean inTitle;
  final Sentence sentence;
  final List<EventWord> words = new ArrayList<>();

  /** The tokens in which its arguments may stand. */
  TokenRange reach;

  EventType type = EventType.ATTACK;
  Scope scope = Scope.SINGLE;
  Status status = Status.ASSERTED;
  @Nullable Quantity count;
  @Nullable TimeExpression time;
  @Nullable PlaceMention place;
  final List<PlaceMention> otherPlaces = new ArrayList<>();
  final List<Party> actors = new ArrayList<>();
  final List<Party> targets = new ArrayList<>();
  final List<Weapon> weapons = new ArrayList<>();
  final Set<Derivation> derivations = new LinkedHashSet<>();
  final List<Sentence> evidence = new ArrayList<>();
  /** The text in which its figures stand, where it is not its own. */
  @Nullable AnalyzedText tollText;

  final List<TollMention> tolls = new ArrayList<>();
  final List<OutcomeMention> outcomeWords = new ArrayList<>();
  final List<Attribution> said = new ArrayList<>();
  boolean definite;
  boolean background;

  Draft(AnalyzedText text, Sentence sentence, boolean inTitle, EventWord first) {
    this.text = text;
    this.sentence = sentence;
    this.inTitle = inTitle;
    this.words.add(first);
    this.evidence.add(sentence);
    this.reach = new TokenRange(sentence.first(), sentence.end());
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
    return words.stream().anyMatch(EventWord::isHead);
  }

  boolean has(EventWord.Role role) {
    return words.stream().anyMatch(w -> w.role() == role);
  }
}
