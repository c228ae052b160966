package org.isnad.core.mention.source;

import java.util.ArrayList;
import java.util.List;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.ListFilter;
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
      } else if (cue == null) {
        at = anonymity == null ? at + 1 : anonymity.end();
      } else {
        keep(cues, cue);
        at = Math.max(at + 1, cue.end());
      }
    }
    denials(cues);
    return cues;
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
