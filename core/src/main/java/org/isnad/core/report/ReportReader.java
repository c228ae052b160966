package org.isnad.core.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.isnad.core.analysis.AnalyzedArticle;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Features;
import org.isnad.core.mention.PlaceMention;
import org.isnad.core.mention.SourceMention;
import org.isnad.core.mention.event.EventWord;
import org.isnad.core.rule.Derivation;
import org.isnad.core.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Reads an article's event reports from its mentions (codebook sections 1 to 9): events of each sentence,
 * their types and arguments, then what belongs together across sentences.
 */
public final class ReportReader {

  /** Sentences from the start in which an event is the article's news. */
  private static final int LEAD = 3;

  /** The reports of an article, in text order of their cues. */
  public List<EventReport> read(AnalyzedArticle article, @Nullable Mentions title, Mentions body) {
    List<Draft> drafts = new ArrayList<>();
    AnalyzedText headline = article.title();
    if (headline != null && title != null) {
      for (Sentence sentence : headline.sentences()) {
        drafts.addAll(sentence(headline, sentence, title, true));
      }
    }
    for (Sentence sentence : article.body().sentences()) {
      if (!article.isFurniture(sentence.span())) {
        drafts.addAll(sentence(article.body(), sentence, body, false));
      }
    }
    List<Draft> merged = new DraftMerger().merge(drafts);
    List<EventReport> reports = new ArrayList<>();
    for (Draft draft : merged) {
      reports.add(report(article, draft, reports.size() + 1));
    }
    return reports;
  }

  private static List<Draft> sentence(AnalyzedText text, Sentence sentence, Mentions mentions, boolean inTitle) {
    List<Draft> drafts = new SentenceReader(mentions).read(text, sentence, inTitle);
    TypeReader types = new TypeReader(mentions);
    ArgumentReader arguments = new ArgumentReader(mentions);
    drafts.removeIf(draft -> Modality.isUnreal(draft));
    for (Draft draft : drafts) {
      types.read(draft);
      arguments.read(draft);
      draft.definite = DraftMerger.refersBack(draft);
      draft.scope = isSeries(draft) ? Scope.SERIES : Scope.SINGLE;
    }
    return drafts;
  }

  private static boolean isSeries(Draft draft) {
    EventWord head = draft.head();
    return head.role() == EventWord.Role.NOUN
        && head.label().features().number() == Features.Num.PLURAL
        && (draft.place == null || draft.place.precision().compareTo(PlaceMention.Precision.PROVINCE) > 0);
  }

  private static EventReport report(AnalyzedArticle article, Draft draft, int number) {
    boolean main = draft.inTitle || draft.sentence.index() < LEAD;
    Span cue = cue(draft);
    String outlet = article.article().outlet();
    Chain.Link self = new Chain.Link(outlet == null ? article.article().id().value() : outlet, null, SourceMention.Kind.OUTLET, null, null, null);
    EventTime time = draft.time != null ? new EventTime.Expressed(draft.time) : main ? new EventTime.News() : new EventTime.Unknown("background without a word of time");
    return new EventReport(
        article.article().id(), number, draft.type, draft.scope, draft.status, draft.count, time, draft.place, draft.actors, draft.targets,
        draft.weapons, draft.outcomes, null, null, null, List.of(), List.of(new Chain(List.of(self), List.of())), List.of(), List.of(), List.of(),
        main, draft.inTitle ? null : cue, draft.inTitle ? cue : null,
        draft.evidence.stream().map(Sentence::span).sorted(Comparator.naturalOrder()).toList(), List.of(), List.copyOf(draft.derivations));
  }

  private static Span cue(Draft draft) {
    EventWord first = draft.words.getFirst();
    EventWord last = draft.words.size() > 1 ? draft.words.get(1) : first;
    boolean near = last.first() - first.end() <= 3;
    return draft.text.span(first.first(), near ? last.end() : first.end());
  }

  /** Words that make an event unreal: negated, feared, planned, imagined. */
  private static final class Modality {

    /** How far such a word can stand before the event's first word. */
    private static final int REACH = 4;

    private Modality() {}

    static boolean isUnreal(Draft draft) {
      int first = draft.words.getFirst().first();
      for (int i = Math.max(draft.sentence.first(), first - REACH); i < first; i++) {
        Token token = draft.text.token(i);
        Label label = token.label("event-modality");
        if (label != null) {
          draft.derivations.add(new Derivation("event/modality", List.of(label.entry().qualified())));
          return true;
        }
      }
      return false;
    }
  }
}
