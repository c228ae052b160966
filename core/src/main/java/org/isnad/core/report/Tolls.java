package org.isnad.core.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.mention.Quantity;
import org.isnad.core.mention.SourceMention;
import org.isnad.core.mention.source.Attribution;
import org.isnad.core.report.Chain.Slot;
import org.isnad.core.report.TollMention.Basis;
import org.jspecify.annotations.Nullable;

/**
 * What an article's figures for one event come to (codebook section 8).
 *
 * <p>Figures joined in one sentence add up; parts do not; a corrected figure replaces those before
 * it; vague words ("dozens") give way to numbers; figures that contradict each other span a range.
 *
 * @param killed dead, attackers apart; null where not mentioned
 * @param injured hurt; null where not mentioned
 * @param attackersKilled dead attackers; null where not mentioned
 */
public record Tolls(@Nullable Toll killed, @Nullable Toll injured, @Nullable Toll attackersKilled) {

  /** No figures. */
  public static final Tolls NOT_MENTIONED = new Tolls(null, null, null);

  /**
   * Brings together the figures that belong to one event.
   *
   * @param text the text in which they stand
   * @param mentions the event's figures in text order
   */
  public static Tolls of(AnalyzedText text, List<TollMention> mentions) {
    return of(text, mentions, Map.of());
  }

  /**
   * The same, where several speakers give figures: what two of them say does not add up.
   *
   * @param tellers whose word a figure is; a figure that the outlet tells itself is not in it
   */
  static Tolls of(
      AnalyzedText text, List<TollMention> mentions, Map<TollMention, Attribution> tellers) {
    return new Tolls(
        of(text, mentions, tellers, Slot.KILLED),
        of(text, mentions, tellers, Slot.INJURED),
        of(text, mentions, tellers, Slot.ATTACKERS_KILLED));
  }

  /** The figure of a slot for persons; null where it is not mentioned or the slot counts others. */
  @Nullable Toll of(Slot slot) {
    return switch (slot) {
      case KILLED -> killed;
      case INJURED -> injured;
      case ATTACKERS_KILLED -> attackersKilled;
      default -> null;
    };
  }

  private static @Nullable Toll of(
      AnalyzedText text,
      List<TollMention> mentions,
      Map<TollMention, Attribution> tellers,
      Slot slot) {
    List<TollMention> own = current(mentions.stream().filter(m -> m.slot() == slot).toList());
    List<Figure> figures = sums(text, own, tellers);
    if (figures.isEmpty()) {
      return own.isEmpty() ? null : own.getLast().value();
    }
    Figure result = figures.getFirst();
    for (Figure figure : figures.subList(1, figures.size())) {
      result = result.joinedWith(figure);
    }
    return new Toll.Counted(result.quantity());
  }

  /** Without figures that the text replaces, and without parts where there is a whole. */
  private static List<TollMention> current(List<TollMention> own) {
    List<TollMention> kept = without(without(own, Basis.EARLIER), Basis.PART);
    TollMention revised = null;
    for (TollMention mention : kept) {
      revised = mention.basis() == Basis.REVISED ? mention : revised;
    }
    if (revised != null) {
      return List.of(revised);
    }
    return without(kept, Basis.JOINT);
  }

  private static List<TollMention> without(List<TollMention> own, Basis basis) {
    List<TollMention> kept = own.stream().filter(m -> m.basis() != basis).toList();
    boolean counted = kept.stream().anyMatch(m -> m.value() instanceof Toll.Counted);
    return counted ? kept : own;
  }

  /** One figure a sentence: what is joined by "and" adds up, what is told again does not. */
  private static List<Figure> sums(
      AnalyzedText text, List<TollMention> own, Map<TollMention, Attribution> tellers) {
    Map<Integer, List<TollMention>> bySentence = new LinkedHashMap<>();
    for (TollMention mention : own) {
      if (mention.value() instanceof Toll.Counted) {
        bySentence
            .computeIfAbsent(text.sentenceOf(mention.trigger()).index(), k -> new ArrayList<>())
            .add(mention);
      }
    }
    List<Figure> figures = new ArrayList<>();
    for (List<TollMention> mentions : bySentence.values()) {
      addSentence(mentions, tellers, figures);
    }
    return figures;
  }

  private static void addSentence(
      List<TollMention> mentions, Map<TollMention, Attribution> tellers, List<Figure> figures) {
    TollMention first = mentions.getFirst();
    Figure sum = Figure.of(first, voice(tellers, first));
    TollMention before = first;
    for (TollMention mention : mentions.subList(1, mentions.size())) {
      Figure next = Figure.of(mention, voice(tellers, mention));
      boolean joined = mention.trigger() == before.trigger() || isFurther(before, mention);
      if (joined && voice(tellers, before).equals(voice(tellers, mention))) {
        sum = sum.plus(next);
      } else {
        figures.add(sum);
        sum = next;
      }
      before = mention;
    }
    figures.add(sum);
  }

  /** Name of whoever gives the figure; empty for the outlet. */
  private static String voice(Map<TollMention, Attribution> tellers, TollMention toll) {
    Attribution teller = tellers.get(toll);
    SourceMention speaker = teller == null ? null : teller.speaker();
    return speaker == null ? "" : speaker.name();
  }

  /** Whether the figure speaks of further persons: another noun with another number. */
  private static boolean isFurther(TollMention before, TollMention mention) {
    boolean stated =
        before.basis() == Basis.STATED
            && mention.basis() == Basis.STATED
            && before.named()
            && mention.named();
    boolean sameWords =
        before.value().equals(mention.value()) || before.who().equals(mention.who());
    return stated && !sameWords && !before.who().isEmpty() && !mention.who().isEmpty();
  }

  /** A number, whether the text rounds it, and whose it is. */
  private record Figure(Quantity quantity, boolean about, String voice) {

    static Figure of(TollMention mention, String voice) {
      Quantity quantity =
          mention.value() instanceof Toll.Counted counted
              ? counted.quantity()
              : Quantity.atLeast(1);
      return new Figure(quantity, mention.about(), voice);
    }

    Figure plus(Figure other) {
      return new Figure(
          new Quantity(
              sum(quantity.min(), other.quantity.min(), 0),
              sum(quantity.max(), other.quantity.max(), null)),
          about || other.about,
          voice);
    }

    private static @Nullable Integer sum(
        @Nullable Integer a, @Nullable Integer b, @Nullable Integer absent) {
      if (a == null || b == null) {
        return absent == null ? null : (a == null ? absent : a) + (b == null ? absent : b);
      }
      return a + b;
    }

    /** The two as figures of one thing. */
    Figure joinedWith(Figure other) {
      if (quantity.equals(other.quantity)) {
        return this;
      }
      boolean open = quantity.max() == null;
      boolean otherOpen = other.quantity.max() == null;
      if (open && otherOpen) {
        return quantity.low() >= other.quantity.low() ? this : other;
      }
      if (open != otherOpen) {
        Figure least = open ? this : other;
        Figure exact = open ? other : this;
        boolean apart = !voice.equals(other.voice) && exact.quantity.high() < least.quantity.low();
        return apart
            ? new Figure(new Quantity(exact.quantity.low(), null), about || other.about, voice)
            : openWith(least, exact);
      }
      if (about != other.about) {
        return about ? other : this;
      }
      int min = Math.min(quantity.low(), other.quantity.low());
      int max = Math.max(quantity.high(), other.quantity.high());
      return new Figure(new Quantity(min, max), about, voice);
    }

    /**
     * "At least 28" stands against 30; "dozens" gives way to 100; half as many again tells them
     * apart.
     */
    private static Figure openWith(Figure open, Figure closed) {
      int least = open.quantity.low();
      boolean vague = 2 * (closed.quantity.high() - least) > least;
      return vague && closed.quantity.high() >= least ? closed : open;
    }
  }
}
