package org.isnad.app;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.isnad.core.article.Article;
import org.isnad.core.pipeline.Problem;
import org.isnad.io.ArticleSink;
import org.isnad.io.WebPages;
import org.isnad.io.feed.Feed;
import org.isnad.io.feed.FeedReader;
import org.isnad.io.fetch.Answer;
import org.isnad.io.fetch.Fetcher;
import org.isnad.io.fetch.Pace;
import org.isnad.io.fetch.WatchState;
import org.isnad.store.Store;

/**
 * Polls feeds and sitemaps and takes their new articles into the store. What is done is noted after
 * it is stored, so that a process that is stopped loses nothing and asks for nothing twice but what
 * it was at when it was stopped. A feed that fails is asked ever more seldom.
 */
public final class Watch {

  /** Articles taken from one feed in one round; the rest comes in the next. */
  private static final int MOST_ARTICLES = 200;

  /** Lists that a sitemap index leads to in one round. */
  private static final int MOST_LISTS = 20;

  /** A feed is asked at least so often, however often it failed. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private final Fetcher fetcher;
  private final WebPages pages;
  private final WatchState state;
  private final Duration interval;
  private final Pace pace;
  private final Consumer<String> says;

  /**
   * A watch.
   *
   * @param interval between two questions to one feed
   * @param says told in words what is done
   */
  public Watch(
      Fetcher fetcher,
      WebPages pages,
      WatchState state,
      Duration interval,
      Pace pace,
      Consumer<String> says) {
    this.fetcher = fetcher;
    this.pages = pages;
    this.state = state;
    this.interval = interval;
    this.pace = pace;
    this.says = says;
  }

  /** What a round did. */
  public record Round(int articles, List<Problem> problems) {

    /** Copies the list. */
    public Round {
      problems = List.copyOf(problems);
    }
  }

  /** Asks every feed that is due, once. */
  public Round round(List<String> feeds, Store store) throws IOException {
    Intake intake = new Intake(store);
    for (String feed : feeds) {
      if (!due(feed).isAfter(pace.now())) {
        poll(feed, intake);
      }
    }
    intake.flush();
    store.addProblems(intake.problems());
    return new Round(intake.added(), intake.problems());
  }

  /** When the first of the feeds is due. */
  public Instant next(List<String> feeds) {
    return feeds.stream().map(this::due).min(Instant::compareTo).orElse(pace.now().plus(interval));
  }

  /**
   * When a feed is due. A moment further off than any wait was noted while the clock stood wrong
   * and has been put right since; such a feed is due at once.
   */
  private Instant due(String feed) {
    Instant next = state.feed(feed).next();
    return next.isAfter(pace.now().plus(LONGEST).plus(interval)) ? Instant.EPOCH : next;
  }

  private void poll(String feed, Intake intake) throws IOException {
    WatchState.FeedState known = state.feed(feed);
    Instant due = pace.now().plus(interval);
    switch (fetcher.fetch(feed, known.etag(), known.lastModified())) {
      case Answer.Page page -> {
        boolean whole = entries(feed, page, intake);
        String etag = whole ? page.etag() : null;
        String modified = whole ? page.lastModified() : null;
        state.put(feed, new WatchState.FeedState(etag, modified, due, 0));
      }
      case Answer.NotModified _ -> {
        says.accept(feed + ": nothing new");
        state.put(feed, new WatchState.FeedState(known.etag(), known.lastModified(), due, 0));
      }
      case Answer.Later later -> {
        says.accept(feed + ": asks to come back after " + later.until());
        state.put(
            feed,
            new WatchState.FeedState(
                known.etag(), known.lastModified(), later.until(), known.failures()));
      }
      case Answer.Refused refused -> refused(feed, known, refused, intake);
    }
  }

  private void refused(
      String feed, WatchState.FeedState known, Answer.Refused refused, Intake intake)
      throws IOException {
    intake.problem(new Problem(refused.code(), feed, refused.reason()));
    says.accept(feed + ": " + refused.reason());
    int failures = Math.min(known.failures() + 1, 16);
    Duration wait = interval.multipliedBy(1L << failures);
    Instant next = pace.now().plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    state.put(feed, new WatchState.FeedState(known.etag(), known.lastModified(), next, failures));
  }

  /** Takes the new articles of a feed; whether all of them. */
  private boolean entries(String feed, Answer.Page page, Intake intake) throws IOException {
    List<Feed.Entry> entries = new ArrayList<>();
    Set<String> lists = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    list(feed, page, entries, open, intake);
    while (!open.isEmpty() && lists.size() < MOST_LISTS) {
      String next = open.remove();
      if (lists.add(next) && fetcher.fetch(next) instanceof Answer.Page more) {
        list(next, more, entries, open, intake);
      }
    }
    List<String> fresh =
        entries.stream().map(Feed.Entry::url).distinct().filter(u -> !state.isSeen(u)).toList();
    says.accept(feed + ": " + fresh.size() + " new of " + entries.size());
    boolean whole = fresh.size() <= MOST_ARTICLES && open.isEmpty();
    for (String url : fresh.subList(0, Math.min(fresh.size(), MOST_ARTICLES))) {
      whole &= article(url, intake);
    }
    return whole;
  }

  private void list(
      String url, Answer.Page page, List<Feed.Entry> entries, Deque<String> open, Intake intake) {
    try {
      Feed feed = FeedReader.read(page.bytes());
      entries.addAll(feed.entries());
      open.addAll(feed.sitemaps());
    } catch (IOException e) {
      String reason = e.getMessage() == null ? "a broken feed" : e.getMessage();
      intake.problem(new Problem(Problem.Code.MALFORMED, url, reason));
      says.accept(url + ": " + reason);
    }
  }

  /** Fetches and stores one article; whether it is done. */
  private boolean article(String url, Intake intake) throws IOException {
    WebPages.Outcome outcome = pages.article(url, telling(intake));
    intake.flush();
    switch (outcome) {
      case DONE -> state.seen(url);
      case FAILED -> state.failed(url);
      case LATER -> {}
    }
    return outcome == WebPages.Outcome.DONE;
  }

  private ArticleSink telling(Intake intake) {
    return new ArticleSink() {
      @Override
      public void article(Article article) {
        says.accept("  " + article.url() + ": " + article.title());
        intake.article(article);
      }

      @Override
      public void problem(Problem problem) {
        says.accept("  " + problem.where() + ": " + problem.text());
        intake.problem(problem);
      }

      @Override
      public void passedOver(String where, String reason) {
        says.accept("  " + where + ": " + reason);
      }
    };
  }
}
