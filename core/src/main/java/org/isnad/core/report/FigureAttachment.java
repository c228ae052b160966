package org.isnad.core.report;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.isnad.core.analysis.AnalyzedArticle;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.lexicon.Entry;
import org.isnad.core.mention.TokenRange;
import org.isnad.core.mention.event.EventWord;
import org.isnad.core.mention.source.Attribution;
import org.isnad.core.report.OutcomeMention.Strength;
import org.isnad.core.report.TollMention.Basis;
import org.jspecify.annotations.Nullable;

/**
 * Says which event of an article each figure and each word of outcome belongs to: the event in
 * whose clause it stands, else the nearest of its sentence, else the one told just before. Sums
 * over a war belong to no single event.
 */
final class FigureAttachment {

  /** How many sentences back the event may stand that a sentence without one goes on about. */
  private static final int BACK = 2;

  private final Map<Integer, List<Draft>> drafts;
  private final AnalyzedText text;
  private final boolean inTitle;

  /** An attachment to those of {@code drafts} that stand in {@code text}. */
  FigureAttachment(List<Draft> drafts, AnalyzedText text, boolean inTitle) {
    this.drafts =
        drafts.stream()
            .filter(d -> d.inTitle == inTitle && isViolent(d))
            .collect(Collectors.groupingBy(d -> d.sentence.index()));
    this.text = text;
    this.inTitle = inTitle;
  }

  /** Adds every figure and word of outcome of the running text to the draft it belongs to. */
  void attach(AnalyzedArticle article, Mentions mentions) {
    for (TollMention toll : mentions.tolls()) {
      Draft owner = !inTitle && article.isFurniture(toll.span()) ? null : owner(toll);
      if (owner != null) {
        owner.tolls.add(toll);
        Attribution teller = teller(mentions, toll);
        if (teller != null) {
          owner.tellers.put(toll, teller);
        }
      }
    }
    for (OutcomeMention outcome : mentions.outcomes()) {
      Draft owner = !inTitle && article.isFurniture(outcome.span()) ? null : owner(outcome);
      if (owner != null) {
        listedWith(owner).forEach(draft -> draft.outcomeWords.add(outcome));
      }
    }
  }

  /** Whose word the figure is: the nearest speaker whose words reach it, or null. */
  private static @Nullable Attribution teller(Mentions mentions, TollMention toll) {
    for (Attribution attribution : mentions.attributions().at(toll.trigger())) {
      if (VoiceReader.vouches(attribution)) {
        return attribution;
      }
    }
    return null;
  }

  private static boolean isViolent(Draft draft) {
    return draft.type != EventType.TALKS && draft.type != EventType.THREAT;
  }

  private @Nullable Draft owner(TollMention toll) {
    Sentence sentence = text.sentenceOf(toll.tokens().first());
    List<Draft> own = in(sentence.index());
    if (toll.basis() == Basis.CAMPAIGN) {
      own = own.stream().filter(d -> d.scope == Scope.SERIES).toList();
      return own.isEmpty() ? null : nearest(own, toll.tokens());
    }
    if (!own.isEmpty()) {
      return meant(own, nearest(own, toll.tokens()));
    }
    return opensElsewhere(sentence) || !goesOn(sentence, toll) ? null : before(sentence);
  }

  /**
   * Whether a sentence without an event of its own goes on about the one before: it opens with a
   * result ("this led to"), or the figure says none or unknown, or corrects one, or the dead are
   * told as known.
   */
  private boolean goesOn(Sentence sentence, TollMention toll) {
    boolean open = !(toll.value() instanceof Toll.Counted) || toll.basis() != Basis.STATED;
    for (int i = sentence.first(); !open && i < toll.tokens().end(); i++) {
      open = hasRole(i, "light") || hasRole(i, "result");
    }
    return open;
  }

  /**
   * A definite word such as "the operation" means the event told before it in the same sentence,
   * and an attack right behind "repelled" is the one that was repelled.
   */
  private static Draft meant(List<Draft> own, Draft draft) {
    int at = own.indexOf(draft);
    if (at > 0
        && isSaidBy(own.get(at - 1), "repel")
        && draft.words.getFirst().first() - own.get(at - 1).last().end() <= 1) {
      return own.get(at - 1);
    }
    boolean backward =
        at > 0 && draft.definite && draft.type == EventType.ATTACK && draft.place == null;
    return backward && SameEvent.compatible(own.get(at - 1).type, draft.type)
        ? own.get(at - 1)
        : draft;
  }

  private @Nullable Draft owner(OutcomeMention outcome) {
    Sentence sentence = text.sentenceOf(outcome.tokens().first());
    List<Draft> own = in(sentence.index());
    if (!own.isEmpty()) {
      return nearest(own, outcome.tokens());
    }
    return outcome.strength() == Strength.VERB || opensElsewhere(sentence)
        ? null
        : before(sentence);
  }

  /**
   * The draft and those that share its words, one for each place of a list: what became of one
   * became of all.
   */
  private List<Draft> listedWith(Draft owner) {
    return in(owner.sentence.index()).stream()
        .filter(d -> d.head().first() == owner.head().first())
        .toList();
  }

  private List<Draft> in(int sentence) {
    return drafts.getOrDefault(sentence, List.of());
  }

  /** The draft whose clause holds the tokens, else the one whose words stand nearest. */
  private static Draft nearest(List<Draft> own, TokenRange tokens) {
    Draft best = own.getFirst();
    int bestDistance = Integer.MAX_VALUE;
    for (Draft draft : own) {
      int distance =
          distance(draft, tokens)
              + (draft.reach.contains(tokens.first()) ? 0 : OTHER_CLAUSE)
              + (isHarmless(draft) ? HARMLESS : 0);
      if (distance < bestDistance) {
        best = draft;
        bestDistance = distance;
      }
    }
    return best;
  }

  /** What standing in another clause weighs, in tokens: more than most clauses are long. */
  private static final int OTHER_CLAUSE = 40;

  /** What it weighs that the event itself hurts nobody: ground held, things seized. */
  private static final int HARMLESS = 60;

  private static boolean isHarmless(Draft draft) {
    return draft.type == EventType.SECURITY_OPERATION
        || draft.type == EventType.CLASH && isSaidBy(draft, "ground");
  }

  /** Nouns for ground taken, which have no role of their own. */
  private static final Set<String> GROUND =
      Set.of("retaking", "gain-control-noun", "lose-ground-noun");

  /** Whether a verb of this role, or its verbal noun, names the event. */
  private static boolean isSaidBy(Draft draft, String role) {
    Entry entry = draft.head().label().entry();
    return entry.is("role", role) || role.equals("ground") && GROUND.contains(entry.key());
  }

  private static int distance(Draft draft, TokenRange tokens) {
    int best = Integer.MAX_VALUE / 2;
    for (EventWord word : draft.words) {
      int gap =
          word.first() >= tokens.end()
              ? word.first() - tokens.end()
              : Math.max(0, tokens.first() - word.end());
      best = Math.min(best, gap);
    }
    return best;
  }

  /**
   * The event told last before this sentence; of several in one sentence the one that can hurt most
   * surely.
   */
  private @Nullable Draft before(Sentence sentence) {
    Draft best = null;
    for (int back = BACK; back > 0; back--) {
      for (Draft draft : in(sentence.index() - back)) {
        boolean later =
            best == null || draft.sentence.index() > best.sentence.index() && !isHarmless(draft);
        if (later || best != null && harm(draft) >= harm(best)) {
          best = draft;
        }
      }
    }
    return best;
  }

  /** How surely the draft tells of an act that hurts, as news and not as something known. */
  private static int harm(Draft draft) {
    if (isHarmless(draft)) {
      return 0;
    }
    if (draft.scope == Scope.SERIES) {
      return 1;
    }
    return switch (draft.type) {
      case ROCKET_ATTACK, DRONE_ATTACK, SHELLING, AIR_STRIKE, BOMBING, SUICIDE_BOMBING, EXPLOSION ->
          draft.definite ? 2 : 3;
      default -> 2;
    };
  }

  /** Whether the sentence turns to something else: another matter, or a sum since some time. */
  private boolean opensElsewhere(Sentence sentence) {
    for (int i = sentence.first(); i < sentence.end(); i++) {
      boolean since = hasRole(i, "since");
      if (since || i < sentence.first() + 4 && hasRole(i, "elsewhere")) {
        return true;
      }
    }
    return false;
  }

  private boolean hasRole(int token, String role) {
    return text.token(token).labels().stream()
        .anyMatch(l -> l.list().equals(TollScene.CONTEXT) && l.entry().is("role", role));
  }
}
