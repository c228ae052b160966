package org.isnad.app;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.isnad.core.article.Article;
import org.isnad.core.article.ArticleId;
import org.isnad.core.dating.DatedReport;
import org.isnad.core.incident.IncidentLinker;
import org.isnad.core.pipeline.DatedReading;
import org.isnad.core.report.Scope;
import org.isnad.core.reuse.Copy;
import org.isnad.core.reuse.Direction;
import org.isnad.core.reuse.Lineage;
import org.isnad.core.reuse.Passage;
import org.isnad.core.reuse.Stretch;
import org.isnad.core.text.Span;
import org.isnad.core.text.SpanCounter;
import org.isnad.io.ExtractWriter;
import org.isnad.io.RecordJson;
import org.isnad.store.ReportPlace;
import org.isnad.store.Results;
import org.isnad.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Articles with days, set aside until results are written: rows as they are published, and reports
 * as they are. Of each report only its id and some twenty bytes are in memory.
 *
 * <p>Reports are numbered as they come. When all are there, {@link #sort} numbers them in the order
 * of their ids.
 */
final class DatedArticles implements AutoCloseable {

  private final RecordJson format;
  private final Spill publications;
  private final Spill reports;
  private final Spill passages;
  private final Names names = new Names();
  private Longs addresses = new Longs();
  private final Ints articles = new Ints();
  private final Longs told = new Longs();
  private BitSet sums = new BitSet();
  private final SpanCounter counter = new SpanCounter();
  private int articleCount;
  private int textsBefore;
  private int textsOfFamily;

  /** What is said of a report before the report itself. */
  private record Head(String article, @Nullable Span cue, long stretches, byte[] made) {

    /** Where a report has no cue, or its article no stretches. */
    private static final int NONE = -1;

    byte[] bytes() {
      byte[] id = article.getBytes(StandardCharsets.UTF_8);
      return ByteBuffer.allocate(2 * Integer.BYTES + Long.BYTES + made.length + id.length)
          .putInt(cue == null ? NONE : cue.start())
          .putInt(cue == null ? NONE : cue.end())
          .putLong(stretches)
          .put(made)
          .put(id)
          .array();
    }

    static Head of(byte[] bytes) {
      ByteBuffer from = ByteBuffer.wrap(bytes);
      int start = from.getInt();
      int end = from.getInt();
      long stretches = from.getLong();
      byte[] made = new byte[Fingerprint.SIZE];
      from.get(made);
      String article = new String(bytes, from.position(), from.remaining(), StandardCharsets.UTF_8);
      return new Head(article, start == NONE ? null : new Span(start, end), stretches, made);
    }
  }

  DatedArticles(Store store, RecordJson format) {
    this.format = format;
    this.publications = Spill.beside(store);
    this.reports = Spill.beside(store);
    this.passages = Spill.beside(store);
  }

  /** What is to be set aside of an article. */
  DatedRecord record(
      DatedReading dated,
      Lineage lineage,
      ExtractWriter lines,
      Function<ArticleId, @Nullable String> texts) {
    Article article = dated.reading().article();
    List<Stretch> stretches =
        dated.reports().isEmpty() ? List.of() : lineage.stretches(article.id());
    List<DatedRecord.Told> all = new ArrayList<>();
    for (DatedReport report : dated.reports()) {
      all.add(told(report, article, lineage, lines));
    }
    List<byte[]> copied = new ArrayList<>();
    lineage.copiesOf(article.id()).forEach(copy -> copied(article, copy, texts, copied::add));
    return new DatedRecord(
        article.id().value(),
        bytes(lines.article(dated)),
        stretches.stream().mapToInt(stretch -> stretch.text() + 1).max().orElse(0),
        stretches.isEmpty() ? new byte[0] : bytes(format.write(stretches)),
        all,
        copied);
  }

  private DatedRecord.Told told(
      DatedReport report, Article article, Lineage lineage, ExtractWriter lines) {
    Span cue = report.report().cue();
    Span points = cue == null ? null : counter.count(cue, article.text());
    byte[] whole = bytes(format.write(report));
    return new DatedRecord.Told(
        report.id(),
        report.report().scope() == Scope.SERIES,
        points == null ? Head.NONE : points.start(),
        points == null ? Head.NONE : points.end(),
        made(whole, article),
        bytes(format.write(IncidentLinker.outline(report))),
        whole,
        bytes(lines.report(report, article)),
        IncidentLinker.texts(report, lineage).stream().mapToInt(text -> text).toArray(),
        LinkKeys.of(report));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Adds an article. */
  void add(DatedRecord article) {
    publications.add(article.article());
    publications.add(article.publication());
    long stretches = keepStretches(article);
    for (DatedRecord.Told report : article.reports()) {
      add(report, article.article(), stretches);
      for (int text : report.texts()) {
        told.add((long) (names.size() - 1) << Integer.SIZE | textsBefore + text);
      }
    }
    articleCount++;
    article.passages().forEach(passages::add);
  }

  private void add(DatedRecord.Told report, String article, long stretches) {
    Span cue = report.cueStart() == Head.NONE ? null : new Span(report.cueStart(), report.cueEnd());
    sums.set(names.add(report.id()), report.isSum());
    articles.add(articleCount);
    addresses.add(reports.add(new Head(article, cue, stretches, report.made()).bytes()));
    reports.add(report.outline());
    reports.add(report.whole());
    reports.add(report.row());
  }

  /** Of what a report and what is written of its article are made. */
  private static byte[] made(byte[] report, Article article) {
    return new Fingerprint()
        .add(report)
        .add(article.outlet())
        .add(article.title())
        .add(article.url())
        .add(article.published())
        .add(article.retrieved())
        .bytes();
  }

  /** Texts are numbered within a family; those of the next one get other numbers. */
  void endFamily() {
    textsBefore += textsOfFamily;
    textsOfFamily = 0;
  }

  /** Where the stretches lie that an article shares; negative where it shares nothing. */
  private long keepStretches(DatedRecord article) {
    textsOfFamily = Math.max(textsOfFamily, article.texts());
    if (article.stretches().length == 0) {
      return Head.NONE;
    }
    return reports.add(
        ByteBuffer.allocate(Integer.BYTES + article.stretches().length)
            .putInt(textsBefore)
            .put(article.stretches())
            .array());
  }

  /** Directed copies only: where nothing tells who was first, nobody is said to have copied. */
  private void copied(
      Article article,
      Copy copy,
      Function<ArticleId, @Nullable String> texts,
      Consumer<byte[]> passages) {
    boolean isA = copy.reuse().a().equals(article.id());
    if (copy.direction() != (isA ? Direction.A_COPIES_B : Direction.B_COPIES_A)) {
      return;
    }
    ArticleId older = copy.reuse().other(article.id());
    String text = texts.apply(older);
    for (Passage passage : copy.reuse().seenFrom(article.id())) {
      Span here = counter.count(passage.inA(), article.text());
      Span there = counter.count(passage.inB(), text == null ? "" : text);
      Results.PassageRow row =
          new Results.PassageRow(
              article.id().value(),
              here.start(),
              here.end(),
              older.value(),
              there.start(),
              there.end());
      passages.accept(bytes(format.write(row)));
    }
  }

  /** Number of reports. */
  int size() {
    return addresses.size();
  }

  /**
   * Numbers the reports in the order of their ids, once.
   *
   * @return by the number of a report as it came, its number from now on
   */
  int[] sort() {
    int[] order = names.sort();
    long[] places = new long[order.length];
    int[] ofArticles = new int[order.length];
    for (int n = 0; n < order.length; n++) {
      places[order[n]] = addresses.get(n);
      ofArticles[order[n]] = articles.get(n);
    }
    BitSet sorted = new BitSet();
    sums.stream().forEach(n -> sorted.set(order[n]));
    sums = sorted;
    addresses = Longs.of(places);
    articles.set(ofArticles);
    return order;
  }

  /** The id of a report. */
  String id(int report) {
    return names.get(report);
  }

  /** The report with this id, or a negative number. */
  int find(String id) {
    return names.find(id);
  }

  /** The reports that are sums of events, in their order. */
  int[] sums() {
    return sums.stream().toArray();
  }

  /**
   * Which reports tell of their event in which copied texts: above the number of the report as it
   * came, below that of the text.
   */
  Longs told() {
    return told;
  }

  /** A number of the article of a report: the same for the reports of one article alone. */
  int article(int report) {
    return articles.get(report);
  }

  /** What linking looks at of a report. */
  DatedReport outline(int report) {
    return format.read(reports.text(outlineAt(report)), DatedReport.class);
  }

  /** A whole report. */
  DatedReport report(int report) {
    return format.read(reports.text(reports.behind(outlineAt(report))), DatedReport.class);
  }

  private long outlineAt(int report) {
    return reports.behind(addresses.get(report));
  }

  private Head head(int report) {
    return Head.of(reports.get(addresses.get(report)));
  }

  /**
   * Which stretches of the articles of these reports are one text. Texts are numbered anew, in
   * their order: a lineage takes memory and time for the numbers below the highest.
   */
  Lineage texts(Iterable<Integer> some) {
    Map<ArticleId, List<Stretch>> stretches = new HashMap<>();
    for (int report : some) {
      Head head = head(report);
      if (head.stretches != Head.NONE) {
        stretches.computeIfAbsent(new ArticleId(head.article), id -> stretches(head));
      }
    }
    int[] numbers =
        stretches.values().stream()
            .flatMap(List::stream)
            .mapToInt(Stretch::text)
            .sorted()
            .distinct()
            .toArray();
    stretches.replaceAll(
        (article, list) ->
            list.stream()
                .map(s -> new Stretch(s.span(), Arrays.binarySearch(numbers, s.text())))
                .toList());
    return Lineage.ofTexts(stretches);
  }

  private List<Stretch> stretches(Head head) {
    ByteBuffer from = ByteBuffer.wrap(reports.get(head.stretches));
    int before = from.getInt();
    String own = StandardCharsets.UTF_8.decode(from).toString();
    return format.readAll(own, Stretch.class).stream()
        .map(s -> new Stretch(s.span(), before + s.text()))
        .toList();
  }

  /**
   * Adds of what an incident of these reports is made: the reports, and which texts they share.
   * Families count in the order in which they come, since all but that differs from run to run.
   */
  void addTo(Fingerprint made, int[] some) {
    Map<Integer, Integer> families = new HashMap<>();
    for (int report : some) {
      Head head = head(report);
      made.add(id(report)).add(head.made);
      if (head.stretches != Head.NONE) {
        ByteBuffer from = ByteBuffer.wrap(reports.get(head.stretches));
        made.add(families.computeIfAbsent(from.getInt(), family -> families.size()).intValue());
        byte[] own = new byte[from.remaining()];
        from.get(own);
        made.add(own);
      }
    }
  }

  /** Where a report stands. */
  ReportPlace place(int report) {
    Head head = head(report);
    return new ReportPlace(
        id(report),
        head.article,
        null,
        head.cue == null ? null : head.cue.start(),
        head.cue == null ? null : head.cue.end());
  }

  /** The rows of all articles. */
  Iterable<Results.PublicationRow> publicationRows() {
    return () ->
        new Records<>(publications) {
          @Override
          Results.PublicationRow row() {
            return new Results.PublicationRow(text(), text());
          }
        };
  }

  /** The rows of all passages. */
  Iterable<Results.PassageRow> passageRows() {
    return () ->
        new Records<>(passages) {
          @Override
          Results.PassageRow row() {
            return format.read(text(), Results.PassageRow.class);
          }
        };
  }

  /**
   * The rows of all reports, with the incidents that they belong to.
   *
   * @param done is told how many there were so far
   */
  Iterable<Results.ReportRow> reportRows(
      IntFunction<@Nullable String> incidents, IntConsumer done) {
    return () ->
        IntStream.range(0, size())
            .peek(done)
            .mapToObj(report -> row(report, incidents.apply(report)))
            .iterator();
  }

  private Results.ReportRow row(int report, @Nullable String incident) {
    Head head = head(report);
    String row = reports.text(reports.behind(reports.behind(outlineAt(report))));
    return new Results.ReportRow(
        id(report),
        head.article,
        incident,
        ExtractWriter.withIncident(row, incident),
        head.cue == null ? null : head.cue.start(),
        head.cue == null ? null : head.cue.end());
  }

  /** Goes through what was set aside. */
  private abstract static class Records<T> implements java.util.Iterator<T> {

    private final Spill spill;
    private long next;

    Records(Spill spill) {
      this.spill = spill;
    }

    abstract T row();

    final String text() {
      byte[] record = spill.get(next);
      next = Spill.after(next, record.length);
      return new String(record, StandardCharsets.UTF_8);
    }

    @Override
    public boolean hasNext() {
      return next < spill.end();
    }

    @Override
    public T next() {
      if (!hasNext()) {
        throw new java.util.NoSuchElementException();
      }
      return row();
    }
  }

  @Override
  public void close() {
    publications.close();
    reports.close();
    passages.close();
  }
}
