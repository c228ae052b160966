package org.isnad.search;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Leaves out the article of Arabic names written in Latin letters, and closes the gap: "Ain
 * al-Asad" and "Ain Asad" are found alike.
 */
final class NameArticleFilter extends TokenFilter {

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  NameArticleFilter(TokenStream in) {
    super(in);
  }

  @Override
  public boolean incrementToken() throws IOException {
    while (input.incrementToken()) {
      if (!isArticle()) {
        return true;
      }
    }
    return false;
  }

  private boolean isArticle() {
    return term.length() == 2
        && term.charAt(1) == 'l'
        && (term.charAt(0) == 'a' || term.charAt(0) == 'e');
  }
}
