package org.isnad.core.mention.source;

import java.util.ArrayList;
import java.util.List;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.ListFilter;
import org.isnad.core.mention.SourceMention;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cues of one sentence, each kind by a reader of its own: {@link HeadlineCues}, {@link
 * PhraseCues}, {@link AccordingCues} and {@link VerbCues}, which share {@link Clause}, {@link
 * Subjects}, {@link Publications} and {@link Accused}.
 */
final class CueReader {

  private static final String DENIALS = "denial-phrases";

  /** How far behind a speaker "there is no truth in" opens what is said: behind "that". */
  private static final int DENIED_FIRST = 5;

  /** How far behind a speaker "is untrue" closes what is denied: one clause. */
  private static final int DENIED_BEHIND = 24;

  /** How far behind a publication the words by which it quotes stand: in what, on what, when. */
  private static final int QUOTED_WITHIN = 8;

  /** What a token that opens a cue is known as. */
  private static final ListFilter OPENERS =
      ListFilter.of(Clause.VERBS, Clause.ACCORDING, Clause.NO_CLAIM);

  private final SpeakerReader.Context context;
  private final AnalyzedText text;
  private final Sentence sentence;
  private final Clause clause;
  private final HeadlineCues headlines;
  private final PhraseCues phrases;
  private final AccordingCues according;
  private final VerbCues verbs;

  CueReader(SpeakerReader reader, SpeakerReader.Context context, Sentence sentence) {
    this.context = context;
    this.text = context.text();
    this.sentence = sentence;
    this.clause = new Clause(context.text(), sentence);
    Subjects subjects = new Subjects(reader, context, sentence, clause);
    Publications publications = new Publications(reader, context, sentence, clause, subjects);
    Contents contents = new Contents(context, sentence, clause);
    Accused accused = new Accused(context, sentence, clause, subjects);
    CitationCues citations = new CitationCues(context, sentence, clause, subjects, publications);
    this.phrases = new PhraseCues(reader, context, sentence, clause, subjects, accused);
    this.according = new AccordingCues(reader, context, sentence, clause, subjects, publications);
    this.verbs =
        new VerbCues(
            context, sentence, clause, subjects, publications, contents, accused, citations);
    this.headlines = new HeadlineCues(reader, context, sentence, clause, publications);
  }

  /** The cues in text order. */
  List<Cue> cues() {
    List<Cue> cues = new ArrayList<>();
    int at = sentence.first();
    Cue headline = headlines.headline();
    if (headline != null) {
      keep(cues, headline);
      at = headline.end();
    }
    while (at < sentence.end()) {
      Label anonymity = clause.anonymity(at);
      Cue cue = anonymity == null && text.token(at).isWord() ? at(at) : null;
      if (cue != null && spreads(cues, cue)) {
        cues.set(cues.size() - 1, through(cues.getLast(), cue));
        at = Math.max(at + 1, cue.end());
      } else if (cue == null || isFigureOfWords(cues, cue)) {
        at = anonymity == null ? at + 1 : anonymity.end();
      } else {
        keep(cues, cue);
        at = Math.max(at + 1, cue.end());
      }
    }
    denials(cues);
    bridge(cues);
    return onTheTongueOf(cues);
  }

  /**
   * Whoever calls it untrue denies it: "أكد … أن ما أشيع عن … عار عن الصحة", "لا صحة ل…، قال …".
   */
  private void denials(List<Cue> cues) {
    for (int i = sentence.first(); !cues.isEmpty() && i < sentence.end(); i++) {
      Label phrase = text.token(i).label(DENIALS);
      if (phrase != null) {
        deny(cues, phrase);
      }
    }
  }

  /** The cue whose content opens with the phrase or runs up to it, or that looks back at it. */
  private void deny(List<Cue> cues, Label phrase) {
    boolean opens = phrase.entry().is("first", "yes");
    int reach = opens ? DENIED_FIRST : DENIED_BEHIND;
    for (int i = cues.size() - 1; i >= 0; i--) {
      Cue cue = cues.get(i);
      int gap = phrase.first() - cue.end();
      boolean ahead = cue.forward() && gap >= 0 && gap <= reach;
      boolean back = !cue.forward() && opens && phrase.end() <= cue.first();
      if (!cue.speakers().isEmpty() && Contents.tells(cue.act()) && (ahead || back)) {
        cues.set(i, cue.denying());
        return;
      }
      if (ahead) {
        return;
      }
    }
  }

  /**
   * "قال الفصيل في بيان نشرته وكالة … إنه": whoever spread the statement between the speaker and
   * what is said.
   */
  private boolean spreads(List<Cue> cues, Cue cue) {
    Label verb = cue.first() < sentence.end() ? text.token(cue.first()).label(Clause.VERBS) : null;
    Cue before = cues.isEmpty() ? null : cues.getLast();
    boolean relative = verb != null && verb.clitics().hasPronoun() && verb.features().isVerb();
    if (!relative || before == null || !before.forward() || before.speakers().isEmpty()) {
      return false;
    }
    for (int i = before.end(); i < cue.first(); i++) {
      if (text.token(i).is(Clause.MARKERS) || SpeakerReader.isSign(text.token(i), ":")) {
        return false;
      }
    }
    Token medium = text.token(cue.first() - 1);
    boolean carried = medium.is("speech-nouns") || medium.is("force-adjectives");
    return carried && clause.hasContent(cue.end(), false);
  }

  private static Cue through(Cue cue, Cue spread) {
    boolean publication = spread.isPublication() && cue.outer() == null && !cue.isPublication();
    Cue cited = publication ? cue.through(spread.speakers().getFirst()) : cue;
    return cited.upTo(spread.end());
  }

  /**
   * "أضاف المصدر أن الحصيلة تشير إلى": inside somebody's words a toll or an indication shows what
   * he says, and has no words of its own.
   */
  private boolean isFigureOfWords(List<Cue> cues, Cue cue) {
    Cue before = cues.isEmpty() ? null : cues.getLast();
    boolean inside =
        before != null
            && before.forward()
            && !before.speakers().isEmpty()
            && cue.speakers().size() == 1;
    return inside && isImpersonal(cue.speakers().getFirst());
  }

  private boolean isImpersonal(SourceMention speaker) {
    Label noun = text.token(speaker.tokens().first()).label("speech-nouns");
    return noun != null && noun.entry().is("impersonal", "yes");
  }

  /**
   * "ذكرت القناة في نبأ عاجل نقلا عن": how and when a publication told it, before the words by
   * which it quotes, belongs to the first cue.
   */
  private void bridge(List<Cue> cues) {
    for (int i = 0; i + 1 < cues.size(); i++) {
      Cue cue = cues.get(i);
      Cue next = cues.get(i + 1);
      boolean quotes = cue.isPublication() && cue.forward() && next.quotes();
      if (quotes && next.first() > cue.end() && isCircumstance(cue.end(), next.first())) {
        cues.set(i, cue.upTo(next.first()));
      }
    }
  }

  private boolean isCircumstance(int from, int to) {
    boolean plain = to - from <= QUOTED_WITHIN;
    for (int i = from; plain && i < to; i++) {
      Token token = text.token(i);
      plain =
          !token.is(Clause.MARKERS)
              && !SpeakerReader.isSign(token, ":")
              && clause.verb(i) == null
              && !token.is("event-nouns")
              && !token.is("event-verbs")
              && !token.is("casualty-words");
    }
    return plain;
  }

  /**
   * "أكدت الوزارة، على لسان المتحدث باسمها، أن", "على لسان متحدثه …، قال الجهاز إن": the body
   * speaks through him whose tongue is named; a spokesman without a name adds nothing.
   */
  private List<Cue> onTheTongueOf(List<Cue> cues) {
    List<Cue> joined = new ArrayList<>();
    for (Cue cue : cues) {
      Cue before = joined.isEmpty() ? null : joined.getLast();
      boolean close =
          before != null
              && !before.speakers().isEmpty()
              && !cue.speakers().isEmpty()
              && isCommaAtMost(before.end(), cue.first());
      if (close && before != null && before.forward() && isTongue(cue)) {
        boolean person = isNamed(cue) && before.act() != SpeechAct.CLAIM;
        Cue spoken = person ? before.spokenBy(cue.speakers()) : before;
        joined.set(joined.size() - 1, spoken.upTo(cue.end()));
      } else if (close && before != null && cue.forward() && isTongue(before)) {
        Cue spoken = isNamed(before) ? cue.spokenBy(before.speakers()) : cue;
        joined.set(joined.size() - 1, spoken.from(before.first()));
      } else {
        joined.add(cue);
      }
    }
    return joined;
  }

  private static boolean isNamed(Cue tongue) {
    SourceMention speaker = tongue.speakers().getFirst();
    return speaker.kind() == SourceMention.Kind.PERSON && !speaker.name().equals(speaker.role());
  }

  private boolean isTongue(Cue cue) {
    Label label = text.token(cue.first()).label(Clause.ACCORDING);
    return label != null && label.entry().is("tongue", "yes");
  }

  private boolean isCommaAtMost(int from, int to) {
    return to == from || to == from + 1 && SpeakerReader.isSign(text.token(from), Clause.COMMAS);
  }

  private void keep(List<Cue> cues, Cue cue) {
    cues.add(cue);
    cue.through().forEach(context.earlier()::add);
    cue.speakers().forEach(context.earlier()::add);
  }

  private @Nullable Cue at(int at) {
    if (!text.token(at).mayBe(OPENERS) || clause.isNarration(at)) {
      return null;
    }
    Cue none = phrases.noClaim(at);
    if (none != null) {
      return none;
    }
    Cue source = according.accordingTo(at);
    if (source != null) {
      return source;
    }
    Label verb = clause.verb(at);
    return verb == null ? null : verbs.spoken(verb);
  }

  /** The words of the sentence, for messages of tests. */
  @Override
  public String toString() {
    return clause.toString();
  }
}
