package org.isnad.core.analysis;

import java.util.ArrayList;
import java.util.List;
import org.isnad.core.lexicon.Form;
import org.isnad.core.lexicon.Lexicon;
import org.isnad.core.lexicon.Lexicon.Node;
import org.isnad.core.lexicon.Lexicon.Reading;
import org.isnad.core.lexicon.Words;
import org.isnad.core.text.NormalText;
import org.isnad.core.text.Normalizer;
import org.isnad.core.text.Span;

/**
 * Cuts text into tokens and sentences and says what each token is known as. Immutable; time is
 * linear in the length of the text.
 */
public final class Analyzer {

  /** Longest listed name in words; what is longer in a file is still found by its first words. */
  private static final int LONGEST_ENTRY = 12;

  /** Shortest half of two words run together: a shorter one is more likely an ending. */
  private static final int SHORTEST_HALF = 4;

  /** Longest pair of words run together; a row of more letters is no writing. */
  private static final int LONGEST_JOINED = 48;

  private final Lexicon lexicon;
  private final SentenceSplitter splitter;

  /** An analyzer that knows the words of {@code lexicon}. */
  public Analyzer(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.splitter = new SentenceSplitter(lexicon);
  }

  /** The text cut into sentences and labelled tokens. */
  public AnalyzedText analyze(String text) {
    NormalText normal = Normalizer.normalize(text);
    List<Piece> pieces = pieces(normal);
    List<List<Reading>> readings = new ArrayList<>(pieces.size());
    for (Piece piece : pieces) {
      readings.add(lexicon.readings(piece.norm()));
    }
    List<Token> tokens = new ArrayList<>(pieces.size());
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      String surface = piece.span().of(text);
      tokens.add(
          new Token(
              i, piece.span(), surface, piece.norm(), piece.kind(), labels(pieces, readings, i)));
    }
    return new AnalyzedText(normal, List.copyOf(tokens), splitter.split(normal, tokens));
  }

  private record Piece(Span span, String norm, Words.Kind kind) {}

  private List<Piece> pieces(NormalText normal) {
    String folded = normal.normal();
    List<Piece> pieces = new ArrayList<>(folded.length() / 5 + 1);
    for (int i = 0; i < folded.length(); ) {
      Words.Kind kind = Words.kind(folded, i);
      int end = Words.end(folded, i);
      if (kind == Words.Kind.WORD) {
        addWord(normal, i, end, pieces);
      } else if (kind != Words.Kind.SPACE && kind != Words.Kind.BREAK) {
        pieces.add(new Piece(normal.givenSpan(i, end), folded.substring(i, end), kind));
      }
      i = end;
    }
    return pieces;
  }

  /** Adds a word, or the words that were run together in it, from left to right. */
  private void addWord(NormalText normal, int start, int end, List<Piece> pieces) {
    int from = start;
    for (int cut = joint(normal, from, end); cut > from; cut = joint(normal, from, end)) {
      addWord(normal, from, cut, pieces);
      from = cut;
    }
    pieces.add(
        new Piece(
            normal.givenSpan(from, end), normal.normal().substring(from, end), Words.Kind.WORD));
  }

  /** Where two words were run together, or {@code start}. */
  private int joint(NormalText normal, int start, int end) {
    String given = normal.given();
    for (int i = start + 2; i < end - 1; i++) {
      if (Normalizer.endsWord(given.charAt(normal.givenStart(i - 1)))) {
        return i;
      }
    }
    if (end - start < 2 * SHORTEST_HALF + 1
        || end - start > LONGEST_JOINED
        || !lexicon.readings(normal.normal().substring(start, end)).isEmpty()) {
      return start;
    }
    for (int i = start + SHORTEST_HALF; i <= end - SHORTEST_HALF; i++) {
      if (belongTogether(normal.normal().substring(start, i), normal.normal().substring(i, end))) {
        return i;
      }
    }
    return start;
  }

  /**
   * Whether a known word and a known definite one, or the first two words of a name, were run
   * together.
   */
  private boolean belongTogether(String left, String right) {
    for (Reading reading : lexicon.readings(left)) {
      boolean name = lexicon.next(reading.node(), right, reading.clitics().isDefinite()) != null;
      if (name || reading.node().isWord() && startsDefinite(right)) {
        return true;
      }
    }
    return false;
  }

  private boolean startsDefinite(String word) {
    for (Reading reading : lexicon.readings(word)) {
      if (reading.clitics().before().equals(List.of("al")) && reading.node().isWord()) {
        return true;
      }
    }
    return false;
  }

  private List<Label> labels(List<Piece> pieces, List<List<Reading>> readings, int at) {
    List<Reading> here = readings.get(at);
    if (here.isEmpty()) {
      return List.of();
    }
    List<Label> labels = new ArrayList<>(4);
    for (int i = 0; i < here.size(); i++) {
      Reading reading = here.get(i);
      Node node = reading.node();
      addLabels(labels, reading, node, at, at + 1);
      for (int next = at + 1;
          next < pieces.size() && next - at < LONGEST_ENTRY && node.goesOn();
          next++) {
        node = lexicon.next(node, pieces.get(next).norm(), reading.clitics().isDefinite());
        if (node == null) {
          break;
        }
        addLabels(labels, reading, node, at, next + 1);
      }
    }
    return List.copyOf(labels);
  }

  private static void addLabels(
      List<Label> labels, Reading reading, Node node, int first, int end) {
    if (!node.isWord()) {
      return;
    }
    List<Form> forms = reading.formsOf(node);
    for (int i = 0; i < forms.size(); i++) {
      Form form = forms.get(i);
      labels.add(new Label(form.entry(), form.features(), reading.clitics(), first, end));
    }
  }
}
