package org.isnad.core.analysis;

import java.util.List;
import org.isnad.core.article.Furniture;
import org.isnad.core.lexicon.Lexicon;
import org.jspecify.annotations.Nullable;

/**
 * Finds what on a page is not the article's own running text (codebook section 1): page headers,
 * share rows, captions and credits, embedded posts, related headlines, "read also" blocks and the
 * story behind them, tags, summary boxes that repeat the body.
 *
 * <p>Three kinds of evidence are used, never a single outlet's layout: lists of words that stand in
 * such lines ({@code furniture/*.tsv}), the shape of a line among its neighbours, and repetition
 * inside the text. In doubt a line stays text, since reports in furniture are dropped. Time is
 * linear in the length of the text. Immutable.
 */
public final class FurnitureFinder {

  private final ListedFurniture listed;
  private final EmbeddedPosts posts;
  private final RepeatedLines repeated;
  private final CaptionsAndCredits captions;
  private final RelatedHeadlines headlines;

  /** A finder that knows the lists of {@code lexicon}. */
  public FurnitureFinder(Lexicon lexicon) {
    this.listed = new ListedFurniture();
    this.posts = new EmbeddedPosts();
    this.repeated = new RepeatedLines();
    SentenceStarts starts = new SentenceStarts(lexicon);
    this.captions = new CaptionsAndCredits(starts);
    this.headlines = new RelatedHeadlines(starts);
  }

  /**
   * The furniture of an article in text order. A dateline is marked as {@code CREDIT}, so that no
   * event is read from it, while its place and agency stay readable in the analysed text.
   *
   * @param text the article's analysed text
   * @param title its analysed headline, where the input gives it apart; else the first line is the
   *     headline and is no furniture
   */
  public List<Furniture> find(AnalyzedText text, @Nullable AnalyzedText title) {
    return find(text, title, List.of());
  }

  /**
   * The same, where mark-up already says of some lines what they are.
   *
   * @param known spans of {@code text}, such as the captions of an HTML page
   */
  public List<Furniture> find(
      AnalyzedText text, @Nullable AnalyzedText title, List<Furniture> known) {
    Page page = new Page(text, title);
    page.mark(known);
    posts.mark(page);
    listed.mark(page);
    repeated.mark(page);
    captions.mark(page);
    headlines.mark(page);
    return page.furniture();
  }
}
