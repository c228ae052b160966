package org.isnad.core.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.isnad.core.analysis.AnalyzedArticle;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Features;
import org.isnad.core.mention.CountMention;
import org.isnad.core.mention.PlaceMention;
import org.isnad.core.mention.Quantity;
import org.isnad.core.mention.SourceMention;
import org.isnad.core.mention.TimeValue;
import org.isnad.core.mention.event.EventWord;
import org.isnad.core.mention.party.PartyRegister;
import org.isnad.core.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Reads an article's event reports from its mentions (codebook sections 1 to 9): events of each
 * sentence, their types and arguments, then what belongs together across sentences.
 */
public final class ReportReader {

  /** Most tokens of a headline; longer lines without a stop are paragraphs. */
  private static final int HEADLINE = 18;

  private final OneSide sides;
  private final boolean toTheEnd;

  /** A reader that knows which parties belong together. */
  public ReportReader(PartyRegister register) {
    this(register, false);
  }

  private ReportReader(PartyRegister register, boolean toTheEnd) {
    this.sides = new OneSide(register);
    this.toTheEnd = toTheEnd;
  }

  /**
   * A reader that gives the same reports, and reads articles to the end too of which none can come:
   * to prove that they are the same.
   */
  public static ReportReader toTheEnd(PartyRegister register) {
    return new ReportReader(register, true);
  }

  /** The reports of an article, in text order of their cues. */
  public List<EventReport> read(AnalyzedArticle article, @Nullable Mentions title, Mentions body) {
    AnalyzedText headline = article.title();
    List<Told> all = new ArrayList<>();
    if (headline != null && title != null) {
      for (Sentence sentence : headline.sentences()) {
        all.add(Told.of(headline, sentence, title, true));
      }
    }
    for (Sentence sentence : article.body().sentences()) {
      if (!article.isMostlyFurniture(sentence.span())) {
        all.add(Told.of(article.body(), sentence, body, false));
      }
    }
    all.removeIf(told -> told.drafts().isEmpty());
    if (!toTheEnd && Prospects.none(all)) {
      return List.of();
    }
    List<Draft> drafts = new ArrayList<>();
    for (Told told : all) {
      List<Draft> read = sentence(told);
      read.removeIf(draft -> !draft.inTitle && article.isFurniture(draft.cue()));
      drafts.addAll(read);
    }
    if (drafts.isEmpty()) {
      return List.of();
    }
    if (headline != null && title != null) {
      new FigureAttachment(drafts, headline, true).attach(article, title);
    }
    new FigureAttachment(drafts, article.body(), false).attach(article, body);
    List<Draft> merged = new DraftMerger().merge(drafts);
    new PrivateViolence(article.body(), body).clear(merged);
    new OtherMatter(article.body(), body).clear(merged);
    TimeCarry.carry(merged);
    ClaimCarry.attach(merged, article.body(), body);
    Remarks.attach(merged, article.body(), body);
    ActorEllipsis.fill(merged);
    ClaimCarry.goOn(merged);
    VictimRoles victims = new VictimRoles(article.body(), body);
    merged.forEach(victims::read);
    for (Draft draft : merged) {
      if (Campaign.isTollOfAWar(draft, tolls(draft))) {
        draft.scope = Scope.SERIES;
      }
    }
    List<EventReport> reports = new ArrayList<>();
    for (Draft draft : merged) {
      reports.add(report(article, draft, reports.size() + 1));
    }
    return reports;
  }

  private static List<Draft> sentence(Told told) {
    AnalyzedText text = told.text();
    Sentence sentence = told.sentence();
    Mentions mentions = told.mentions();
    List<Draft> drafts = told.drafts();
    boolean inTitle = told.inTitle();
    TypeReader types = new TypeReader(mentions);
    ArgumentReader arguments = new ArgumentReader(mentions);
    TargetReader targets = new TargetReader(mentions);
    VoiceReader voices = new VoiceReader(mentions);
    TimeChoice times = new TimeChoice(mentions);
    DraftTrace trace = new DraftTrace(mentions);
    boolean ofConflict = told.isOfConflict();
    for (Draft draft : drafts) {
      types.read(draft);
      arguments.read(draft);
      targets.read(draft);
      voices.read(draft);
      draft.telling = Telling.of(draft);
      times.read(draft);
      FutureReader.read(draft);
      draft.status = StatusReader.of(draft);
      draft.ofConflict = ofConflict;
      draft.definite = DraftMerger.refersBack(draft);
      draft.repelled = OutcomeReader.isRepelled(draft);
      draft.inHeadline = !inTitle && isHeadline(text, sentence);
      draft.background = opensBackground(text, sentence);
      draft.count = draft.start < 0 ? count(draft, mentions) : draft.count;
      Coordination.fill(draft);
      draft.scope = isSeries(draft) || isOnManySites(draft, mentions) ? Scope.SERIES : Scope.SINGLE;
      if (draft.scope == Scope.SERIES && TypeReader.isMixed(draft)) {
        draft.type = EventType.ATTACK;
      }
      trace.note(draft);
    }
    FigureOfSpeech figures = new FigureOfSpeech(mentions);
    Mishap mishaps = new Mishap(mentions);
    drafts.removeIf(
        draft ->
            FutureReader.isFuture(draft) && draft.type != EventType.THREAT
                || isTalksToBeHeld(draft)
                || figures.is(draft)
                || mishaps.is(draft)
                || Staged.is(draft));
    new WordAttack(mentions).clear(drafts);
    return perPlace(drafts, mentions);
  }

  /** "asked for the holding of a meeting": talks that nobody says were held. */
  private static boolean isTalksToBeHeld(Draft draft) {
    EventWord first = draft.words.getFirst();
    return draft.type == EventType.TALKS
        && first.role() == EventWord.Role.LIGHT
        && !first.isVerb()
        && draft.telling == Telling.RECALLED;
  }

  /**
   * Every named place in a list is its own report (codebook section 12); captured areas are one
   * clash.
   */
  private static List<Draft> perPlace(List<Draft> drafts, Mentions mentions) {
    List<Draft> all = new ArrayList<>();
    for (Draft draft : drafts) {
      all.add(draft);
      boolean one =
          draft.type == EventType.CLASH
              || draft.type == EventType.TALKS
              || draft.type == EventType.THREAT
              || draft.scope == Scope.SERIES;
      if (!one) {
        for (PlaceMention place : draft.otherPlaces) {
          Draft member = draft.at(place);
          ListedEvents.aim(draft, member);
          all.add(member);
        }
        if (!draft.otherPlaces.isEmpty()) {
          ListedEvents.aim(draft, draft);
          ListedEvents.pair(
              all.subList(all.size() - draft.otherPlaces.size() - 1, all.size()), mentions);
        }
        draft.listed |= !draft.otherPlaces.isEmpty();
      }
    }
    return all;
  }

  /** How many events: the number that counts an event noun. */
  static @Nullable Quantity count(Draft draft, Mentions mentions) {
    for (EventWord word : draft.words) {
      for (CountMention count :
          Mentions.within(mentions.counts(), Math.max(0, word.first() - 4), word.end())) {
        boolean cardinal = count.kind() == CountMention.Kind.CARDINAL;
        boolean thing = word.label().entry().is("thing", "yes");
        if (cardinal
            && !thing
            && word.role() == EventWord.Role.NOUN
            && count.headToken() == word.first()) {
          return count.quantity();
        }
      }
    }
    return null;
  }

  /** A short line of the text without a stop: a headline of its own or of one of several items. */
  private static boolean isHeadline(AnalyzedText text, Sentence sentence) {
    return sentence.end() - sentence.first() <= HEADLINE
        && sentence.end() < text.size()
        && !text.token(sentence.end() - 1).isPunctuation()
        && !text.token(sentence.end()).isPunctuation();
  }

  private static boolean opensBackground(AnalyzedText text, Sentence sentence) {
    for (int i = sentence.first(); i < Math.min(sentence.end(), sentence.first() + 2); i++) {
      if (text.token(i).is("event-background")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Several events told as a sum: a plural or a number over more than one place or day (codebook
   * section 12).
   */
  private static boolean isSeries(Draft draft) {
    boolean fight =
        draft.type == EventType.CLASH
            || draft.type == EventType.TALKS
            || draft.type == EventType.THREAT;
    boolean wide =
        draft.place == null
            || draft.place.precision().compareTo(PlaceMention.Precision.PROVINCE) > 0;
    boolean lasting = draft.time != null && isPeriod(draft.time.value());
    boolean often = hasWord(draft, "event-repetition");
    return draft.type == EventType.CLASH && Campaign.is(draft)
        || !fight && (often && (wide || lasting) || isMany(draft) && (wide || lasting));
  }

  /** "struck four bases in Syria": a sum over places that are counted and not named. */
  private static boolean isOnManySites(Draft draft, Mentions mentions) {
    boolean wide =
        draft.place == null
            || draft.place.precision().compareTo(PlaceMention.Precision.PROVINCE) > 0;
    Span target = draft.targets.isEmpty() ? null : draft.targets.getFirst().span();
    if (!wide || target == null || !SameEvent.isByMeans(draft.type)) {
      return false;
    }
    for (CountMention count :
        Mentions.within(mentions.counts(), draft.reach.first(), draft.reach.end())) {
      int head = count.headToken();
      Integer least = count.quantity().min();
      if (head >= 0
          && count.kind() == CountMention.Kind.CARDINAL
          && least != null
          && least > 1
          && draft.text.token(head).span().overlaps(target)
          && isSite(draft.text.token(head))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSite(Token token) {
    Label cue = token.label("place-cues");
    return cue != null && cue.entry().is("kind", "site");
  }

  private static boolean isMany(Draft draft) {
    if (draft.count != null) {
      return !Quantity.exactly(1).equals(draft.count);
    }
    for (EventWord word : draft.words) {
      boolean noun = word.role() == EventWord.Role.NOUN && !word.label().entry().is("thing", "yes");
      if (noun) {
        return word.label().features().number() == Features.Num.PLURAL;
      }
    }
    return false;
  }

  private static boolean isPeriod(TimeValue value) {
    return value instanceof TimeValue.Since
        || value instanceof TimeValue.Span
        || value instanceof TimeValue.Year
        || value instanceof TimeValue.Range
        || value instanceof TimeValue.After
        || value instanceof TimeValue.Until
        || value instanceof TimeValue.Month;
  }

  private static boolean hasWord(Draft draft, String list) {
    for (int i = draft.reach.first(); i < draft.reach.end(); i++) {
      if (draft.text.token(i).is(list)) {
        return true;
      }
    }
    return false;
  }

  private EventReport report(AnalyzedArticle article, Draft draft, int number) {
    Tolls tolls = tolls(draft);
    boolean main = !draft.background && draft.scope == Scope.SINGLE;
    Span cue = draft.cue();
    Span titleCue = draft.inTitle ? cue : draft.titleCue;
    String outlet = article.article().outlet();
    Chain.Link self =
        new Chain.Link(
            outlet == null ? article.article().id().value() : outlet,
            null,
            SourceMention.Kind.OUTLET,
            null,
            null,
            null);
    List<Chain> chains = ChainList.of(draft, self);
    List<Party> claims = VoiceReader.claimants(draft);
    List<Party> accused = VoiceReader.accused(draft);
    DraftTrace.noteFigures(draft);
    return new EventReport(
        article.article().id(),
        number,
        draft.type,
        draft.scope,
        draft.status,
        draft.count,
        TimeCarry.time(draft, main),
        draft.place,
        sides.of(actors(draft, claims, accused)),
        draft.targets,
        WeaponChoice.of(draft.type, draft.weapons),
        outcomes(draft, tolls),
        tolls.killed(),
        tolls.injured(),
        tolls.attackersKilled(),
        FigureList.of(draft, chains),
        chains,
        claims,
        accused,
        VoiceReader.denials(draft),
        main,
        draft.inTitle ? null : cue,
        titleCue,
        draft.evidence.stream().map(Sentence::span).sorted(Comparator.naturalOrder()).toList(),
        List.of(),
        List.copyOf(draft.derivations));
  }

  /** What was destroyed in the air did not hit, whatever the word for its destruction. */
  private static Set<Outcome> outcomes(Draft draft, Tolls tolls) {
    Set<Outcome> outcomes = OutcomeReader.of(draft.type, draft.outcomeWords, tolls);
    if (draft.repelled && OutcomeReader.allowed(draft.type).contains(Outcome.REPELLED)) {
      outcomes.add(Outcome.REPELLED);
    }
    boolean destroyed =
        draft.head().role() == EventWord.Role.INTERCEPT
            && draft.head().label().entry().is("ruins", "yes");
    if (destroyed && outcomes.equals(Set.of(Outcome.HIT)) && draft.tolls.isEmpty()) {
      return Set.of(Outcome.INTERCEPTED);
    }
    return outcomes;
  }

  private static List<Party> actors(Draft draft, List<Party> claims, List<Party> accused) {
    List<Party> actors = new ArrayList<>();
    draft.actors.forEach(actor -> actors.add(VoiceReader.claimed(draft, actor)));
    VoiceReader.fighters(draft).forEach(party -> VoiceReader.addUnlessNamed(actors, party));
    if (actors.isEmpty()) {
      actors.addAll(claims.isEmpty() ? VoiceReader.announcers(draft) : claims);
    }
    accused.forEach(party -> VoiceReader.addUnlessNamed(actors, party));
    return actors;
  }

  private static Tolls tolls(Draft draft) {
    Tolls body = Tolls.of(draft.text, draft.tolls, draft.tellers);
    if (draft.titleText == null) {
      return body;
    }
    Tolls title = Tolls.of(draft.titleText, draft.titleTolls);
    return new Tolls(
        body.killed() == null ? title.killed() : body.killed(),
        body.injured() == null ? title.injured() : body.injured(),
        body.attackersKilled() == null ? title.attackersKilled() : body.attackersKilled());
  }
}
