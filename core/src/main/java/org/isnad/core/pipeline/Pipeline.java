package org.isnad.core.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.isnad.core.analysis.AnalyzedArticle;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Analyzer;
import org.isnad.core.analysis.FurnitureFinder;
import org.isnad.core.article.Article;
import org.isnad.core.article.ArticleId;
import org.isnad.core.article.Furniture;
import org.isnad.core.dating.Clocks;
import org.isnad.core.dating.DateEvidence;
import org.isnad.core.dating.DatedReport;
import org.isnad.core.dating.PublicationDating;
import org.isnad.core.dating.PublicationWindow;
import org.isnad.core.dating.ReportDater;
import org.isnad.core.incident.BlockKey;
import org.isnad.core.incident.Comparison;
import org.isnad.core.incident.Incident;
import org.isnad.core.mention.TimeExpression;
import org.isnad.core.report.EventReport;
import org.isnad.core.report.Mentions;
import org.isnad.core.report.ReportReader;
import org.isnad.core.reuse.Alignment;
import org.isnad.core.reuse.CopyFinder;
import org.isnad.core.reuse.DayWords;
import org.isnad.core.reuse.Fingerprints;
import org.isnad.core.reuse.Lineage;
import org.isnad.core.reuse.NamedSources;
import org.isnad.core.reuse.TextReuse;
import org.isnad.core.reuse.Witness;
import org.isnad.core.reuse.WordSequence;

/**
 * The stages as pure functions; every shell runs these and no others. Immutable once built, and
 * safe to share between threads.
 */
public final class Pipeline {

  private final Knowledge knowledge;
  private final Analyzer analyzer;
  private final FurnitureFinder furniture;
  private final MentionReader mentions;
  private final ReportReader reports;
  private final DayWords dayWords;
  private final CopyFinder copies;

  /** A pipeline that knows {@code knowledge}. */
  public Pipeline(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.analyzer = new Analyzer(knowledge.lexicon());
    this.furniture = new FurnitureFinder(knowledge.lexicon());
    this.mentions = new MentionReader(knowledge);
    this.reports = new ReportReader(knowledge.parties());
    this.dayWords = DayWords.of(knowledge.lexicon());
    this.copies = new CopyFinder(dayWords, NamedSources.of(knowledge.lexicon()));
  }

  /** What it knows. */
  public Knowledge knowledge() {
    return knowledge;
  }

  /** What made the readings of this pipeline. */
  public PipelineVersion version() {
    return new PipelineVersion(PipelineVersion.CURRENT, knowledge.version());
  }

  /** Reads one article: a function of that article alone. */
  public Reading read(Article article) {
    AnalyzedArticle analyzed = analyze(article);
    AnalyzedText title = analyzed.title();
    Mentions body = mentions.read(analyzed.body(), s -> !analyzed.isMostlyFurniture(s.span()));
    Mentions headline = title == null ? null : mentions.read(title, s -> true);
    return new Reading(
        article,
        analyzed.furniture(),
        DateEvidence.of(analyzed, body.times()),
        reports.read(analyzed, headline, body));
  }

  /** The article cut into tokens, its furniture marked. */
  public AnalyzedArticle analyze(Article article) {
    AnalyzedText body = analyzer.analyze(article.text());
    AnalyzedText title = article.title() == null ? null : analyzer.analyze(article.title());
    List<Furniture> marked = furniture.find(body, title, article.markup().furniture());
    return new AnalyzedArticle(article, body, title, marked);
  }

  /** The mentions of an analysed article's body, for explanations. */
  public Mentions mentions(AnalyzedArticle analyzed) {
    return mentions.read(analyzed.body(), s -> !analyzed.isMostlyFurniture(s.span()));
  }

  /** The expressions of time of any text. */
  public List<TimeExpression> times(String text) {
    return mentions.times(analyzer.analyze(text));
  }

  /** The article's fingerprints, by which candidates for copies are found. */
  public Fingerprints fingerprints(Article article) {
    return Fingerprints.of(article.id(), article.outlet(), article.published(), words(article));
  }

  /** The passages that two articles share. */
  public TextReuse align(Article a, Article b) {
    return Alignment.align(a.id(), words(a), b.id(), words(b));
  }

  /** When each article was published, narrowed by who copied whom. */
  public Clocks clocks(Collection<Reading> readings, Lineage lineage) {
    List<PublicationWindow> windows = new ArrayList<>();
    for (Reading reading : readings) {
      windows.add(published(reading));
    }
    return Clocks.of(windows, lineage);
  }

  /** When an article was published, as far as its own text and input say. */
  public PublicationWindow published(Reading reading) {
    return PublicationDating.of(reading.article(), reading.evidence());
  }

  /** The same clocks from what is known of each article alone. */
  public Clocks clocksOf(Collection<PublicationWindow> windows, Lineage lineage) {
    return Clocks.of(windows, lineage);
  }

  /**
   * The reading with days.
   *
   * @param reportsOf the reports of any article of the collection, for passages that are copies
   */
  public DatedReading date(
      Reading reading, Clocks clocks, Function<ArticleId, List<EventReport>> reportsOf) {
    ReportDater dater = new ReportDater(clocks, reportsOf);
    List<DatedReport> dated = new ArrayList<>();
    for (EventReport report : reading.reports()) {
      dated.add(dater.date(report, reading.article().outlet()));
    }
    return new DatedReading(reading, clocks.window(reading.article().id()), dated);
  }

  /** Who copied whom among these articles. */
  public Lineage lineage(List<Article> articles) {
    return copies.lineage(articles);
  }

  /** What an article declares of itself, when it is asked who copied whom. */
  public Witness witness(Article article) {
    return copies.witness(article);
  }

  /** The keys under which reports that could be of one event meet. */
  public List<BlockKey> blockKeys(DatedReport report) {
    return BlockKey.of(report);
  }

  /** Whether two reports are of one event, and why. */
  public Comparison compare(DatedReport one, DatedReport two, Lineage lineage) {
    return Comparison.of(one, two, lineage);
  }

  /** The incident that a group of reports tells. */
  public Incident resolve(String id, List<DatedReport> group, Lineage lineage) {
    return Incident.of(id, group, lineage);
  }

  /** The words of an article, by which it is compared with others. */
  public WordSequence words(Article article) {
    return WordSequence.of(article.text(), dayWords);
  }
}
