package org.isnad.io.html;

import org.jsoup.nodes.Element;

/**
 * A stretch of a page between two block boundaries.
 *
 * @param order its place on the page, from 0
 * @param text its words, white space folded to single blanks
 * @param linkChars how many of its characters stand in links
 * @param element the innermost block element around it
 */
record Block(int order, String text, int linkChars, Element element) {

  /** Characters outside links below which a block tells no story: half a line of Arabic. */
  private static final int SHORTEST_STORY = 40;

  /** A shorter block counts as a paragraph where it ends like a sentence. */
  private static final int SHORTEST_SENTENCE = 20;

  private static final String STOPS = ".!\u061F?\u2026:\u060C\"\u00BB\u201D)";

  /** Share of link characters, 0 to 1. */
  double linkShare() {
    return text.isEmpty() ? 0 : (double) linkChars / text.length();
  }

  /** Whether it looks like a paragraph of a story: prose outside links. */
  boolean isProse() {
    int own = text.length() - linkChars;
    boolean long_ = own >= SHORTEST_STORY;
    return linkShare() < 0.5 && (long_ || own >= SHORTEST_SENTENCE && endsWithStop());
  }

  /** Whether a sentence ends here, as far as signs tell. */
  boolean endsWithStop() {
    return !text.isEmpty() && STOPS.indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  /** Blank-separated words. */
  int words() {
    int words = text.isEmpty() ? 0 : 1;
    for (int i = 0; i < text.length(); i++) {
      words += text.charAt(i) == ' ' ? 1 : 0;
    }
    return words;
  }
}
