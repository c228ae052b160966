package org.isnad.core.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.isnad.core.lexicon.Form;
import org.isnad.core.lexicon.Lexicon;
import org.isnad.core.lexicon.Lexicon.Node;
import org.isnad.core.lexicon.Lexicon.Reading;
import org.isnad.core.lexicon.WordForm;
import org.isnad.core.lexicon.Words;
import org.isnad.core.text.NormalText;
import org.isnad.core.text.Normalizer;

/**
 * Cuts text into tokens and sentences and says what each token is known as. Immutable; time is
 * linear in the length of the text.
 */
public final class Analyzer {

  /** Longest listed name in words; what is longer in a file is still found by its first words. */
  private static final int LONGEST_ENTRY = 12;

  /** Letters a token has in the mean, the blank behind it included; a guess to begin with. */
  private static final int TOKEN_LENGTH = 5;

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
    Pieces pieces = pieces(normal);
    Token[] tokens = new Token[pieces.size];
    for (int i = 0; i < tokens.length; i++) {
      int start = normal.givenStart(pieces.starts[i]);
      int end = normal.givenEnd(pieces.ends[i] - 1);
      WordForm form = pieces.forms[i];
      tokens[i] =
          i + 1 < tokens.length && opensName(pieces, i)
              ? new Token(i, text, start, end, form, labels(pieces, i))
              : new Token(i, text, start, end, form);
    }
    return new AnalyzedText(normal, tokens, splitter.split(normal, tokens));
  }

  /** Words, numbers and signs with their offsets in the folded text. */
  private static final class Pieces {
    private WordForm[] forms = new WordForm[0];
    private int[] starts;
    private int[] ends;
    private int size;

    Pieces(int capacity) {
      this.starts = new int[capacity];
      this.ends = new int[capacity];
    }

    void add(int start, int end) {
      if (size == starts.length) {
        starts = Arrays.copyOf(starts, size * 2);
        ends = Arrays.copyOf(ends, size * 2);
      }
      starts[size] = start;
      ends[size] = end;
      size++;
    }

    boolean isRunTogether(int i) {
      return forms[i].joint() > 0;
    }
  }

  /**
   * The pieces are cut first and looked up then, all at once: the processor waits for the memory of
   * several words at a time.
   */
  private Pieces pieces(NormalText normal) {
    String folded = normal.normal();
    Pieces pieces = new Pieces(folded.length() / TOKEN_LENGTH + 8);
    for (int i = 0; i < folded.length(); ) {
      Words.Kind kind = Words.kind(folded, i);
      int end = Words.end(folded, i, kind);
      if (kind == Words.Kind.WORD) {
        addWord(normal, i, end, pieces);
      } else if (kind != Words.Kind.SPACE && kind != Words.Kind.BREAK) {
        pieces.add(i, end);
      }
      i = end;
    }
    lookUp(folded, pieces);
    return takenApart(folded, pieces);
  }

  private void lookUp(String folded, Pieces pieces) {
    pieces.forms = lexicon.forms(folded, pieces.starts, pieces.ends, pieces.size);
  }

  /** Adds a word, or the words that were run together behind letters that can only end one. */
  private static void addWord(NormalText normal, int start, int end, Pieces pieces) {
    int from = start;
    for (int cut = wordEnd(normal, from, end); cut > from; cut = wordEnd(normal, from, end)) {
      pieces.add(from, cut);
      from = cut;
    }
    pieces.add(from, end);
  }

  /** The same pieces with known words that were run together apart, from left to right. */
  private Pieces takenApart(String folded, Pieces pieces) {
    int first = 0;
    while (first < pieces.size && !pieces.isRunTogether(first)) {
      first++;
    }
    if (first == pieces.size) {
      return pieces;
    }
    Pieces apart = new Pieces(pieces.size + 8);
    for (int i = 0; i < pieces.size; i++) {
      takeApart(folded, pieces.starts[i], pieces.ends[i], pieces.forms[i], apart);
    }
    lookUp(folded, apart);
    return apart;
  }

  private void takeApart(String folded, int start, int end, WordForm form, Pieces into) {
    int from = start;
    WordForm rest = form;
    while (rest.joint() > 0) {
      int cut = from + rest.joint();
      takeApart(folded, from, cut, lexicon.form(folded, from, cut), into);
      from = cut;
      rest = lexicon.form(folded, from, end);
    }
    into.add(from, end);
  }

  /** Behind the first letter that can only end a word, or {@code start}. */
  private static int wordEnd(NormalText normal, int start, int end) {
    String folded = normal.normal();
    for (int i = start + 2; i < end - 1; i++) {
      if (Normalizer.mayEndWord(folded.charAt(i - 1))
          && Normalizer.endsWord(normal.given().charAt(normal.givenStart(i - 1)))) {
        return i;
      }
    }
    return start;
  }

  /** Whether something of several words is listed that starts here. */
  private boolean opensName(Pieces pieces, int at) {
    WordForm form = pieces.forms[at];
    if (!form.mayGoOn(pieces.forms[at + 1])) {
      return false;
    }
    List<Reading> readings = form.readings();
    for (int i = 0; i < readings.size(); i++) {
      Reading reading = readings.get(i);
      Node node = reading.node();
      for (int next = at + 1; next < pieces.size && next - at < LONGEST_ENTRY; next++) {
        node = lexicon.next(node, pieces.forms[next], reading.definite());
        if (node == null) {
          break;
        }
        if (node.isWord()) {
          return true;
        }
      }
    }
    return false;
  }

  private List<Label> labels(Pieces pieces, int at) {
    List<Label> labels = new ArrayList<>(4);
    for (Reading reading : pieces.forms[at].readings()) {
      Node node = reading.node();
      addLabels(labels, reading, node, at, at + 1);
      for (int next = at + 1;
          next < pieces.size && next - at < LONGEST_ENTRY && node.goesOn();
          next++) {
        node = lexicon.next(node, pieces.forms[next], reading.definite());
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
