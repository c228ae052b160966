package org.isnad.core.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.isnad.core.article.Furniture;
import org.isnad.core.article.Furniture.Kind;
import org.isnad.core.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * An article's text as lines, and the marks that the passes of {@link FurnitureFinder} put on it.
 */
final class Page {

  private final AnalyzedText text;
  private final @Nullable AnalyzedText title;
  private final List<Line> lines;
  private final boolean[] marked;
  private final List<Furniture> furniture = new ArrayList<>();

  Page(AnalyzedText text, @Nullable AnalyzedText title) {
    this.text = text;
    this.title = title;
    this.lines = lines(text);
    this.marked = new boolean[lines.size()];
  }

  private static List<Line> lines(AnalyzedText text) {
    List<Line> lines = new ArrayList<>();
    int first = 0;
    List<Sentence> sentences = text.sentences();
    for (int i = 0; i < sentences.size(); i++) {
      boolean last =
          i + 1 == sentences.size()
              || sentences.get(i + 1).paragraph() != sentences.get(i).paragraph();
      if (last) {
        lines.add(new Line(lines.size(), text, first, sentences.get(i).end()));
        first = sentences.get(i).end();
      }
    }
    return List.copyOf(lines);
  }

  AnalyzedText text() {
    return text;
  }

  /** The headline, where the input gives it apart. */
  @Nullable AnalyzedText title() {
    return title;
  }

  List<Line> lines() {
    return lines;
  }

  int size() {
    return lines.size();
  }

  /** Whether the whole line is furniture. */
  boolean isMarked(int line) {
    return marked[line];
  }

  /** Whether all lines before this one are furniture. */
  boolean isFirst(int line) {
    for (int i = 0; i < line; i++) {
      if (!marked[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether all lines behind this one are furniture. */
  boolean isLast(int line) {
    for (int i = line + 1; i < lines.size(); i++) {
      if (!marked[i]) {
        return false;
      }
    }
    return true;
  }

  /** Marks a whole line, once. */
  void mark(int line, Kind kind, String rule) {
    if (!marked[line]) {
      marked[line] = true;
      furniture.add(new Furniture(lines.get(line).span(), kind, rule));
    }
  }

  /**
   * Marks what mark-up already says, whole lines where it covers them.
   *
   * @param known in text order
   */
  void mark(List<Furniture> known) {
    int line = 0;
    for (Furniture piece : known) {
      while (line < lines.size() && lines.get(line).span().end() <= piece.span().start()) {
        line++;
      }
      for (int i = line; i < lines.size() && piece.span().overlaps(lines.get(i).span()); i++) {
        marked[i] |= piece.span().contains(lines.get(i).span());
      }
      furniture.add(piece);
    }
  }

  /** Marks a line and all behind it. */
  void markRest(int line, Kind kind, String rule) {
    for (int i = line; i < lines.size(); i++) {
      mark(i, kind, rule);
    }
  }

  /** Marks tokens inside a line. */
  void markTokens(int first, int end, Kind kind, String rule) {
    if (first < end) {
      furniture.add(new Furniture(text.span(first, end), kind, rule));
    }
  }

  /** Share of the text's tokens that stand before this line, 0 to 1. */
  double shareBefore(int line) {
    return text.size() == 0 ? 0 : (double) lines.get(line).first() / text.size();
  }

  /** Every mark in text order; what lies inside another mark is left out. */
  List<Furniture> furniture() {
    List<Furniture> sorted = new ArrayList<>(furniture);
    sorted.sort(
        Comparator.comparing((Furniture f) -> f.span().start())
            .thenComparing(f -> -f.span().end()));
    List<Furniture> kept = new ArrayList<>();
    Span last = new Span(0, 0);
    for (Furniture piece : sorted) {
      if (kept.isEmpty() || !last.contains(piece.span())) {
        kept.add(piece);
        last = piece.span();
      }
    }
    return List.copyOf(kept);
  }
}
