package org.isnad.search;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * How texts and queries become terms: folded by {@link org.isnad.core.text.Normalizer}, split at
 * the word boundaries of Unicode (UAX 29), Arabic words stemmed lightly (Larkey, Ballesteros and
 * Connell 2002, as Lucene does it), English ones by Porter's rules.
 *
 * <p>The two stemmers touch letters of their own script only, so one field serves both languages:
 * {@code الحوثيون} and {@code للحوثيين} become {@code حوث}, "bombings" becomes "bomb".
 */
final class BilingualAnalyzer extends Analyzer {

  @Override
  protected Reader initReader(String field, Reader reader) {
    return new FoldingReader(reader);
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer words = new StandardTokenizer();
    TokenStream latin = new ASCIIFoldingFilter(new EnglishPossessiveFilter(words));
    TokenStream names = new NameArticleFilter(latin);
    return new TokenStreamComponents(words, new PorterStemFilter(new ArabicStemFilter(names)));
  }

  /** The terms of some words, in order. */
  List<String> terms(String words) {
    List<String> terms = new ArrayList<>();
    try (TokenStream stream = tokenStream("", words)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a string can always be read", e);
    }
    return terms;
  }
}
