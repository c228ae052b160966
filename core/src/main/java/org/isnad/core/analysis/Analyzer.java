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
          i + 1 < tokens.length && lexicon.goesOn(form, pieces.forms[i + 1])
              ? new Token(i, text, start, end, form, labels(pieces, i))
              : new Token(i, text, start, end, form);
    }
    return new AnalyzedText(normal, tokens, splitter.split(normal, List.of(tokens)));
  }

  /** Words, numbers and signs with their offsets in the folded text. */
  private static final class Pieces {
    private WordForm[] forms;
    private int[] starts;
    private int[] ends;
    private int size;

    Pieces(int capacity) {
      this.forms = new WordForm[capacity];
      this.starts = new int[capacity];
      this.ends = new int[capacity];
    }

    void add(WordForm form, int start, int end) {
      if (size == starts.length) {
        forms = Arrays.copyOf(forms, size * 2);
        starts = Arrays.copyOf(starts, size * 2);
        ends = Arrays.copyOf(ends, size * 2);
      }
      forms[size] = form;
      starts[size] = start;
      ends[size] = end;
      size++;
    }
  }

  private Pieces pieces(NormalText normal) {
    String folded = normal.normal();
    Pieces pieces = new Pieces(folded.length() / TOKEN_LENGTH + 8);
    for (int i = 0; i < folded.length(); ) {
      Words.Kind kind = Words.kind(folded, i);
      int end = Words.end(folded, i, kind);
      if (kind == Words.Kind.WORD) {
        addWord(normal, i, end, pieces);
      } else if (kind != Words.Kind.SPACE && kind != Words.Kind.BREAK) {
        pieces.add(lexicon.form(folded, i, end), i, end);
      }
      i = end;
    }
    return pieces;
  }

  /** Adds a word, or the words that were run together in it, from left to right. */
  private void addWord(NormalText normal, int start, int end, Pieces pieces) {
    String folded = normal.normal();
    int from = start;
    while (true) {
      int cut = wordEnd(normal, from, end);
      WordForm form = lexicon.form(folded, from, cut == from ? end : cut);
      if (cut == from) {
        cut = from + form.joint();
      }
      if (cut == from) {
        pieces.add(form, from, end);
        return;
      }
      addWord(normal, from, cut, pieces);
      from = cut;
    }
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

  private List<Label> labels(Pieces pieces, int at) {
    List<Label> labels = new ArrayList<>(4);
    for (Reading reading : pieces.forms[at].readings()) {
      Node node = reading.node();
      addLabels(labels, reading, node, at, at + 1);
      for (int next = at + 1;
          next < pieces.size && next - at < LONGEST_ENTRY && node.goesOn();
          next++) {
        node = lexicon.next(node, pieces.forms[next], reading.clitics().isDefinite());
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
