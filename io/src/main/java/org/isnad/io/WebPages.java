package org.isnad.io;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.isnad.core.article.Article;
import org.isnad.core.article.Provenance;
import org.isnad.core.pipeline.Problem;
import org.isnad.io.feed.Feed;
import org.isnad.io.feed.FeedReader;
import org.isnad.io.fetch.Answer;
import org.isnad.io.fetch.CaptureFile;
import org.isnad.io.fetch.Fetcher;
import org.isnad.io.fetch.Pace;
import org.isnad.io.html.HtmlReader;
import org.jspecify.annotations.Nullable;

/** Fetches pages and hands on their articles; an address of a feed stands for what it lists. */
public final class WebPages {

  /** Articles taken from one feed that is named on the command line. */
  private static final int MOST_ENTRIES = 500;

  private final Fetcher fetcher;
  private final @Nullable CaptureFile captures;
  private final Pace pace;

  /**
   * A reader of the web.
   *
   * @param captures where answers are kept, or null
   */
  public WebPages(Fetcher fetcher, @Nullable CaptureFile captures, Pace pace) {
    this.fetcher = fetcher;
    this.captures = captures;
    this.pace = pace;
  }

  /** What became of an article's address. */
  public enum Outcome {
    /** It is done: an article, or surely none. */
    DONE,
    /** It may be had another time. */
    FAILED,
    /** The host asks to come back later. */
    LATER
  }

  /** Fetches a page, or a feed and the pages that it lists. */
  public void read(String url, ArticleSink sink) {
    Answer answer = fetcher.fetch(url);
    if (answer instanceof Answer.Page page && FeedReader.isFeed(page.bytes())) {
      feed(url, page, sink);
    } else {
      take(url, answer, sink);
    }
  }

  private void feed(String url, Answer.Page page, ArticleSink sink) {
    try {
      Feed feed = FeedReader.read(page.bytes());
      feed.entries().stream().limit(MOST_ENTRIES).forEach(e -> article(e.url(), sink));
    } catch (IOException e) {
      sink.problem(new Problem(Problem.Code.MALFORMED, url, Sources.reason(e)));
    }
  }

  /** Fetches one article. */
  public Outcome article(String url, ArticleSink sink) {
    return take(url, fetcher.fetch(url), sink);
  }

  private Outcome take(String url, Answer answer, ArticleSink sink) {
    switch (answer) {
      case Answer.Page page -> {
        return page(url, page, sink);
      }
      case Answer.NotModified _ -> {
        return Outcome.DONE;
      }
      case Answer.Later later -> {
        String reason = "asks to come back after " + later.until();
        sink.problem(new Problem(Problem.Code.FETCH, url, reason));
        return Outcome.LATER;
      }
      case Answer.Refused refused -> {
        sink.problem(new Problem(refused.code(), url, refused.reason()));
        boolean sure =
            refused.code() != Problem.Code.FETCH || refused.reason().startsWith("status 4");
        return sure ? Outcome.DONE : Outcome.FAILED;
      }
    }
  }

  private Outcome page(String url, Answer.Page page, ArticleSink sink) {
    Instant now = pace.now();
    try {
      CaptureFile.Kept kept = captures == null ? null : captures.add(url, page, now);
      String file = kept == null ? url : kept.file().toString();
      long offset = kept == null ? 0 : kept.offset();
      Provenance provenance = new Provenance(url, now, ContentHash.of(page.bytes()), file, offset);
      LocalDate day = now.atZone(ZoneOffset.UTC).toLocalDate();
      HtmlReader.Origin origin =
          new HtmlReader.Origin(page.address().toString(), day, provenance, url);
      hand(Pages.read(page.bytes(), page.charset(), origin), url, sink);
      return Outcome.DONE;
    } catch (IOException e) {
      sink.problem(new Problem(Problem.Code.UNREADABLE, url, Sources.reason(e)));
      return Outcome.FAILED;
    }
  }

  private static void hand(@Nullable Article article, String url, ArticleSink sink) {
    if (article == null) {
      sink.passedOver(url, "no story");
    } else if (!article.language().equals("ar")) {
      sink.passedOver(url, "in " + article.language());
    } else {
      sink.article(article);
    }
  }
}
