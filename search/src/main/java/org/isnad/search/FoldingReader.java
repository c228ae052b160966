package org.isnad.search;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import org.apache.lucene.analysis.CharFilter;
import org.isnad.core.text.NormalText;
import org.isnad.core.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Hands on a text folded as the rest of the program folds it, and leads offsets back to the text as
 * it was given.
 */
final class FoldingReader extends CharFilter {

  private @Nullable NormalText text;
  private int at;

  FoldingReader(Reader in) {
    super(in);
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    String normal = text().normal();
    if (at >= normal.length()) {
      return -1;
    }
    int end = Math.min(normal.length(), at + length);
    normal.getChars(at, end, buffer, offset);
    int read = end - at;
    at = end;
    return read;
  }

  /** The given offset; behind the last unit of a word the marks on that unit are included. */
  @Override
  protected int correct(int offset) {
    try {
      return text().givenStart(offset);
    } catch (IOException e) {
      throw new IllegalStateException("the text was read before its offsets are asked for", e);
    }
  }

  private NormalText text() throws IOException {
    NormalText read = text;
    if (read == null) {
      StringWriter all = new StringWriter();
      input.transferTo(all);
      read = Normalizer.normalize(all.toString());
      text = read;
    }
    return read;
  }
}
