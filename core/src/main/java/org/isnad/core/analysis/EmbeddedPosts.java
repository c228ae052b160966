package org.isnad.core.analysis;

import java.util.Set;
import org.isnad.core.article.Furniture.Kind;
import org.isnad.core.lexicon.Words;

/**
 * Posts of social networks that were set into the page: the signature {@code — Name (@handle)
 * December 9, 2023} and the lines of the post before it. The date stays inside the mark's span,
 * where dating reads it.
 */
final class EmbeddedPosts {

  private static final String DASHES = "-–—―\u2014";

  /** Latin pieces of links to pictures and posts. */
  private static final Set<String> LINKS =
      Set.of("twitter", "pic", "instagram", "facebook", "youtu", "tiktok");

  /** A post has at most this many lines; longer quotations are text. */
  private static final int LONGEST_POST = 6;

  void mark(Page page) {
    for (Line line : page.lines()) {
      int sign = signature(line);
      if (sign >= 0) {
        markSigned(page, line, sign);
      } else if (isLinkLine(line)) {
        page.mark(line.number(), Kind.EMBED, "furniture/embedded-post-link");
      }
    }
  }

  private static void markSigned(Page page, Line line, int sign) {
    if (sign > line.first()) {
      page.markTokens(
          postStart(line, sign), signatureEnd(line, sign), Kind.EMBED, "furniture/embedded-post");
      if (signatureEnd(line, sign) == line.end() && postStart(line, sign) == line.first()) {
        page.mark(line.number(), Kind.EMBED, "furniture/embedded-post");
      }
      return;
    }
    page.mark(line.number(), Kind.EMBED, "furniture/embedded-post");
    for (int i = line.number() - 1; i > 0 && line.number() - i <= LONGEST_POST; i--) {
      boolean nearest = i == line.number() - 1;
      if (page.isMarked(i)
          || !nearest && !hasLink(page.lines().get(i)) && page.lines().get(i).endsWithStop()) {
        return;
      }
      page.mark(i, Kind.EMBED, "furniture/embedded-post");
      if (!hasLink(page.lines().get(i)) && !nearest) {
        return;
      }
      if (nearest && !continuesPost(page, i)) {
        return;
      }
    }
  }

  /** Whether the line above still belongs to the post: it holds a hashtag or a link. */
  private static boolean continuesPost(Page page, int line) {
    return line > 1 && hasLink(page.lines().get(line - 1));
  }

  /** The dash that opens a signature with a handle, or -1. */
  private static int signature(Line line) {
    if (!line.mayHold('@')) {
      return -1;
    }
    for (int i = line.end() - 1; i >= line.first(); i--) {
      if (line.isOneOf(i, DASHES) && hasHandle(line, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean hasHandle(Line line, int dash) {
    boolean open = false;
    for (int i = dash + 1; i < line.end() && i - dash < 16; i++) {
      open |= line.isOneOf(i, "(");
      if (open && line.isOneOf(i, "@")) {
        return true;
      }
    }
    return false;
  }

  /** The first token of the sentence in which an in-line post starts. */
  private static int postStart(Line line, int sign) {
    int start = line.text().sentenceOf(Math.max(line.first(), sign - 1)).first();
    for (int i = sign - 1; i >= line.first(); i--) {
      Token token = line.text().token(i);
      if (token.kind() == Words.Kind.LATIN && LINKS.contains(token.norm())) {
        start = line.text().sentenceOf(i).first();
      }
    }
    return Math.max(start, line.first());
  }

  /** Behind the date of the signature: its Latin words, numbers and signs. */
  private static int signatureEnd(Line line, int sign) {
    int i = sign + 1;
    while (i < line.end() && !line.isOneOf(i, ")")) {
      i++;
    }
    while (i < line.end() && !line.text().token(i).isWord()) {
      i++;
    }
    return i;
  }

  private static boolean isLinkLine(Line line) {
    return line.hasLatin() && hasLink(line) && line.words() <= 60 && pictureLink(line);
  }

  private static boolean pictureLink(Line line) {
    for (int i = line.first(); i + 2 < line.end(); i++) {
      if (line.text().token(i).norm().equals("pic")
          && line.text().token(i + 2).norm().equals("twitter")) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasLink(Line line) {
    for (int i = line.first(); i < line.end(); i++) {
      Token token = line.text().token(i);
      if (line.isOneOf(i, "#")
          || token.kind() == Words.Kind.LATIN && LINKS.contains(token.norm())) {
        return true;
      }
    }
    return false;
  }
}
