package org.isnad.core.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isnad.core.mention.SourceMention;
import org.isnad.core.mention.source.Attribution;
import org.isnad.core.report.TollMention.Basis;
import org.isnad.core.text.Span;
import org.jspecify.annotations.Nullable;

/** Every figure of an event with the chain that gives it (codebook sections 8 and 9). */
final class FigureList {

  private FigureList() {}

  /**
   * The figures of a draft in text order; parts of a figure are none of their own, and what one
   * speaker joins in one sentence is one.
   *
   * @param chains the chains of the finished report
   */
  static List<Figure> of(Draft draft, List<Chain> chains) {
    Map<String, List<TollMention>> groups = new LinkedHashMap<>();
    for (TollMention toll : draft.tolls) {
      if (toll.basis() != Basis.PART && toll.basis() != Basis.CAMPAIGN) {
        int sentence = draft.text.sentenceOf(toll.trigger()).index();
        Integer chain = chain(draft.tellers.get(toll), chains);
        String key =
            toll.slot() + "/" + sentence + "/" + chain + "/" + (toll.basis() == Basis.EARLIER);
        groups.computeIfAbsent(key, k -> new ArrayList<>()).add(toll);
      }
    }
    List<Figure> figures = new ArrayList<>();
    for (List<TollMention> group : groups.values()) {
      figure(draft, chains, group, figures);
    }
    Map<String, Integer> exact = exact(figures);
    return figures.stream().filter(figure -> !isRefined(figure, exact)).toList();
  }

  /** The highest exact figure of each slot by each voice, and by any. */
  private static Map<String, Integer> exact(List<Figure> figures) {
    Map<String, Integer> exact = new HashMap<>();
    for (Figure figure : figures) {
      if (figure.value() instanceof Toll.Counted of
          && of.quantity().min() != null
          && of.quantity().max() != null) {
        exact.merge(figure.slot() + "/" + figure.chain(), of.quantity().min(), Math::max);
        exact.merge(figure.slot() + "/any", of.quantity().min(), Math::max);
      }
    }
    return exact;
  }

  /**
   * Whether a figure with an open top ("dead", "dozens") only announces an exact one that the same
   * voice, or one that the outlet quotes, gives in the same article.
   */
  private static boolean isRefined(Figure vague, Map<String, Integer> exact) {
    if (!(vague.value() instanceof Toll.Counted open)
        || open.quantity().max() != null
        || open.quantity().min() == null) {
      return false;
    }
    String voice = vague.chain() == null ? "any" : String.valueOf(vague.chain());
    Integer highest = exact.get(vague.slot() + "/" + voice);
    return highest != null && highest >= open.quantity().min();
  }

  /** What one speaker says in one sentence adds up: "two women and a child" is one figure. */
  private static void figure(
      Draft draft, List<Chain> chains, List<TollMention> group, List<Figure> figures) {
    TollMention first = group.getFirst();
    Toll value = Tolls.of(draft.text, group).of(first.slot());
    if (value == null) {
      return;
    }
    Span span = first.span().union(group.getLast().span());
    Integer chain = chain(draft.tellers.get(first), chains);
    figures.add(new Figure(first.slot(), value, chain, draft.inTitle ? null : span));
  }

  private static @Nullable Integer chain(@Nullable Attribution teller, List<Chain> chains) {
    SourceMention speaker = teller == null ? null : teller.speaker();
    for (int i = 0; speaker != null && i < chains.size(); i++) {
      if (chains.get(i).speaker().name().equals(speaker.name())) {
        return i;
      }
    }
    return null;
  }
}
