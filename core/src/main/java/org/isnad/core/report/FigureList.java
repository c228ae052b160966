package org.isnad.core.report;

import java.util.ArrayList;
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
        String key = toll.slot() + "/" + sentence + "/" + chain;
        groups.computeIfAbsent(key, k -> new ArrayList<>()).add(toll);
      }
    }
    List<Figure> figures = new ArrayList<>();
    for (List<TollMention> group : groups.values()) {
      figure(draft, chains, group, figures);
    }
    return figures.stream().filter(figure -> !isRefined(figure, figures)).toList();
  }

  /**
   * Whether a figure with an open top ("dead", "dozens") only announces an exact one that the same
   * voice, or one that the outlet quotes, gives in the same article.
   */
  private static boolean isRefined(Figure vague, List<Figure> figures) {
    return figures.stream()
        .anyMatch(
            exact ->
                exact.slot() == vague.slot()
                    && (vague.chain() == null || vague.chain().equals(exact.chain()))
                    && refines(exact.value(), vague.value()));
  }

  private static boolean refines(Toll exact, Toll vague) {
    if (!(exact instanceof Toll.Counted of) || !(vague instanceof Toll.Counted open)) {
      return false;
    }
    Integer least = open.quantity().min();
    Integer low = of.quantity().min();
    return open.quantity().max() == null
        && of.quantity().max() != null
        && least != null
        && low != null
        && low >= least;
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
