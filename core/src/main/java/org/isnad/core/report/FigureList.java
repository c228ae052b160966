package org.isnad.core.report;

import java.util.ArrayList;
import java.util.List;
import org.isnad.core.mention.SourceMention;
import org.isnad.core.mention.source.Attribution;
import org.isnad.core.report.TollMention.Basis;
import org.jspecify.annotations.Nullable;

/** Every figure of an event with the chain that gives it (codebook sections 8 and 9). */
final class FigureList {

  private FigureList() {}

  /**
   * The figures of a draft in text order; parts of a figure are none of their own.
   *
   * @param chains the chains of the finished report
   */
  static List<Figure> of(Draft draft, List<Chain> chains) {
    List<Figure> figures = new ArrayList<>();
    for (TollMention toll : draft.tolls) {
      if (toll.basis() != Basis.PART && toll.basis() != Basis.CAMPAIGN) {
        figures.add(
            new Figure(
                toll.slot(),
                toll.value(),
                chain(draft.tellers.get(toll), chains),
                draft.inTitle ? null : toll.span()));
      }
    }
    return List.copyOf(figures);
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
