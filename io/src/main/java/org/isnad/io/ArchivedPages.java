package org.isnad.io;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.isnad.core.article.Article;
import org.isnad.core.article.ArticleId;
import org.isnad.core.article.Markup;
import org.isnad.core.article.Provenance;
import org.isnad.core.pipeline.Problem;
import org.isnad.io.archive.CapturedPage;
import org.isnad.io.archive.PageSink;
import org.isnad.io.html.HtmlReader;
import org.isnad.io.html.PageDecoder;
import org.isnad.io.language.LanguageIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Turns the pages of an archive into articles. Archives hold what a crawler met: pages without a
 * story and in other languages are passed over and are no problems.
 */
final class ArchivedPages implements PageSink {

  private final String archive;
  private final ArticleSink sink;

  /** For the archive that users know as {@code archive}. */
  ArchivedPages(String archive, ArticleSink sink) {
    this.archive = archive;
    this.sink = sink;
  }

  @Override
  public void page(CapturedPage page) {
    LocalDate day =
        page.captured() == null ? null : page.captured().atZone(ZoneOffset.UTC).toLocalDate();
    Provenance provenance =
        new Provenance(
            page.url(), page.captured(), ContentHash.of(page.bytes()), archive, page.offset());
    String name = page.url().isBlank() ? archive + "@" + page.offset() : page.url();
    Article article =
        page.html()
            ? Pages.read(
                page.bytes(),
                page.charset(),
                new HtmlReader.Origin(page.url(), day, provenance, name))
            : text(page, name, day, provenance);
    if (article == null) {
      sink.passedOver(where(page.offset()), "no story");
    } else if (!article.language().equals("ar")) {
      sink.passedOver(where(page.offset()), "in " + article.language());
    } else {
      sink.article(article);
    }
  }

  private static @Nullable Article text(
      CapturedPage page, String name, @Nullable LocalDate day, Provenance provenance) {
    String text = PageDecoder.decode(page.bytes(), page.charset()).text().strip();
    String language = LanguageIdentifier.builtIn().identify(text);
    return text.isEmpty()
        ? null
        : new Article(
            new ArticleId(name),
            text,
            null,
            HtmlReader.host(page.url()),
            page.url(),
            null,
            day,
            language,
            Markup.NONE,
            provenance);
  }

  private String where(long offset) {
    return archive + "@" + offset;
  }

  @Override
  public void broken(long offset, String reason) {
    sink.problem(new Problem(Problem.Code.MALFORMED, where(offset), reason));
  }

  @Override
  public void tooLarge(long offset, String reason) {
    sink.problem(new Problem(Problem.Code.TOO_LARGE, where(offset), reason));
  }
}
