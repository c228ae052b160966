package org.isnad.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.article.Article;
import org.isnad.core.pipeline.Pipeline;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Each stage of reading on one thread, over the same articles; one operation is one pass over all
 * of them. Lucene's {@link ArabicAnalyzer} (folding, stop words, light stemming) over the same
 * texts is the yardstick, since it is what every search engine does to every article.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets the fields before any benchmark runs
public class StageBenchmark {

  /** File or folder of articles. */
  @Param("samples")
  public String corpus;

  /** How many articles to draw from it. */
  @Param("2000")
  public int articles;

  /**
   * Length of every article in UTF-16 units, made by joining and cutting; 0 leaves them as they
   * are.
   */
  @Param("0")
  public int length;

  private final Analyzer lucene = new ArabicAnalyzer();
  private Pipeline pipeline;
  private List<Article> texts;

  /** Loads the articles and the built-in knowledge. */
  @Setup(Level.Trial)
  public void load() {
    pipeline = new Pipeline(ArabicKnowledge.load());
    List<Article> drawn = Corpus.sample(Path.of(corpus), articles);
    texts = length == 0 ? drawn : Corpus.ofLength(drawn, length);
  }

  /** How many articles one operation passes over, for those who print rates. */
  static int count(String corpus, int articles, int length) {
    List<Article> drawn = Corpus.sample(Path.of(corpus), articles);
    return (length == 0 ? drawn : Corpus.ofLength(drawn, length)).size();
  }

  /** Lucene's Arabic analysis: the yardstick. */
  @Benchmark
  public void luceneArabicAnalyzer(Blackhole sink) {
    for (Article article : texts) {
      try (TokenStream stream = lucene.tokenStream("text", article.text())) {
        CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
        stream.reset();
        while (stream.incrementToken()) {
          sink.consume(term.length());
        }
        stream.end();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Normalisation, tokens, clitics, list entries, sentences, furniture. */
  @Benchmark
  public void analyze(Blackhole sink) {
    texts.forEach(article -> sink.consume(pipeline.analyze(article)));
  }

  /** Analysis and the expressions of time. */
  @Benchmark
  public void times(Blackhole sink) {
    texts.forEach(article -> sink.consume(pipeline.times(article.text())));
  }

  /** Text to event reports. */
  @Benchmark
  public void read(Blackhole sink) {
    texts.forEach(article -> sink.consume(pipeline.read(article)));
  }

  /** Fingerprints, by which candidates for copies are found. */
  @Benchmark
  public void fingerprints(Blackhole sink) {
    texts.forEach(article -> sink.consume(pipeline.fingerprints(article)));
  }
}
