package org.isnad.core.mention.source;

import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Features;
import org.isnad.core.lexicon.Features.Gender;
import org.isnad.core.lexicon.Features.Part;
import org.isnad.core.mention.party.Naming;
import org.isnad.core.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * The words of one sentence as speech sees them: verbs of speech, what may stand between a verb and
 * its subject, where a clause opens, and where what is said begins ({@code إن}, a colon, a
 * quotation mark).
 */
final class Clause {

  /** The list of verbs of speech. */
  static final String VERBS = "speech-verbs";

  /** The list of prepositions that name a source. */
  static final String ACCORDING = "according-to";

  /** The list of words that open what is said. */
  static final String MARKERS = "content-markers";

  /** The list of words for whom something is said to. */
  static final String ADDRESSEES = "addressees";

  /** The list of ways by which something is said. */
  static final String MEDIA = "media";

  /** The list of set phrases about who did it. */
  static final String NO_CLAIM = "no-claim";

  private static final String NARRATION = "narration";
  private static final String MODALITY = "event-modality";

  /** Words whose names hold a date ("the Seventh of April bridge"), which are no times. */
  private static final String DATED_NAMES = "dated-names";

  /**
   * How far behind its verb the content of speech begins at most; offices and dates stand between.
   */
  private static final int CONTENT_REACH = 26;

  /** The same for verbs that mostly mean something else: the content must follow almost at once. */
  private static final int WEAK_REACH = 4;

  /** Longest aside between a speaker and what he says, in tokens: a clause on who he is. */
  private static final int ASIDE_REACH = 22;

  /** Arabic and Latin comma. */
  static final String COMMAS = ",\u060C";

  private final AnalyzedText text;
  private final Sentence sentence;

  Clause(AnalyzedText text, Sentence sentence) {
    this.text = text;
    this.sentence = sentence;
  }

  @Nullable Label verb(int at) {
    if (text.token(at).cannotBe(VERBS)) {
      return null;
    }
    Label best = null;
    for (Label label : text.token(at).labels()) {
      boolean speech = label.list().equals(VERBS) && isThirdPerson(label);
      Part part = label.features().part();
      boolean disapproves =
          label.entry().is("function", "condemn") || label.entry().is("function", "praise");
      boolean tells =
          label.entry().is("function", "say") || label.entry().is("function", "announce");
      boolean strong = !label.entry().is("weak", "yes");
      boolean claims = label.entry().is("function", "claim");
      boolean fits =
          part == Part.VERB
              || part == Part.ACTIVE_PARTICIPLE && !disapproves
              || part == Part.MASDAR
                  && (tells || claims)
                  && strong
                  && !Normalizer.endsWithAlef(text.token(at).norm());
      boolean opens = at == sentence.first() && label.clitics().has("w");
      boolean other = !strong && !opens && text.token(at).is("name-stops");
      if (speech
          && fits
          && !other
          && (best == null || part == Part.VERB && best.features().part() != Part.VERB)) {
        best = label;
      }
    }
    return best;
  }

  /**
   * News attributes in the third person; "نطالب" and "سأقول" are words that somebody else reports,
   * and what looks like a verb of several women is mostly another word ("لمن").
   */
  private static boolean isThirdPerson(Label label) {
    String pronoun = label.clitics().pronoun();
    boolean third = label.features().person() == 0 || label.features().person() == 3;
    boolean told = pronoun.startsWith("n") && label.entry().is("object", "direct");
    boolean object = pronoun.isEmpty() || pronoun.startsWith("h") || told;
    boolean free =
        !label.clitics().isDefinite() && !label.clitics().has("s") && !label.clitics().has("l");
    boolean rare =
        label.features().number() == Features.Num.PLURAL
            && label.features().gender() == Gender.FEMININE
            && label.features().isVerb();
    return third && object && free && !rare;
  }

  private static boolean isStrongVerb(Token token) {
    if (token.cannotBe(VERBS)) {
      return false;
    }
    for (Label label : token.labels()) {
      if (label.list().equals(VERBS)
          && label.features().isVerb()
          && !label.entry().is("weak", "yes")) {
        return true;
      }
    }
    return false;
  }

  boolean isOpening(int at) {
    return SpeakerReader.isSign(text.token(at), "\"“«‹");
  }

  boolean isClosing(int at) {
    boolean comma = SpeakerReader.isSign(text.token(at), COMMAS);
    int mark = comma ? at - 1 : at;
    return mark > sentence.first() && SpeakerReader.isSign(text.token(mark), "\"”»›");
  }

  /** Passes over commas, adverbs of time, and "from his side" between a verb and its subject. */
  int skipMinor(int at) {
    int i = at;
    while (i < sentence.end() && i < at + 6 && isMinor(i)) {
      Label turn = text.token(i).label(ACCORDING);
      i = turn == null ? i + 1 : turn.end();
    }
    return i;
  }

  boolean isMinor(int at) {
    Token token = text.token(at);
    Label turn = token.label(ACCORDING);
    boolean time =
        token.is("name-stops", "today")
            || token.is("name-stops", "weekday")
            || !token.is("name-stops")
                && token.labels().stream()
                    .anyMatch(
                        l ->
                            l.entry().file().startsWith("time/")
                                && !l.list().equals(DATED_NAMES)
                                && !Normalizer.opensWithArticle(l.entry().key()));
    return SpeakerReader.isSign(token, COMMAS)
        || time
        || token.is(ADDRESSEES, "by-it")
        || turn != null && turn.entry().is("turn", "yes");
  }

  boolean onlyMinor(int from, int to, int most) {
    for (int i = from; i < to; i++) {
      boolean verb = verb(i) != null;
      if (verb || text.token(i).is(MARKERS)) {
        return false;
      }
    }
    return to - from <= most;
  }

  /** Whether two commas enclose what stands between subject and verb. */
  boolean isAside(int from, int verb) {
    boolean enclosed =
        verb - from >= 2
            && SpeakerReader.isSign(text.token(from), COMMAS)
            && SpeakerReader.isSign(text.token(verb - 1), COMMAS);
    for (int i = from; enclosed && i < verb; i++) {
      enclosed = !text.token(i).is(MARKERS);
    }
    return enclosed;
  }

  /** "مقديشو - اتهم …": a dateline, and no subject. */
  boolean hasDash(int from, int to) {
    for (int i = from; i < to; i++) {
      if (SpeakerReader.isSign(text.token(i), "-\u2013\u2014|")) {
        return true;
      }
    }
    return false;
  }

  /** "…، لكن مدير السجن نفى ذلك", "…، وشهود عيان يقولون": a clause whose subject comes first. */
  boolean opensClause(int at) {
    Token before = text.token(at - 1);
    if (SpeakerReader.isSign(before, ":")) {
      return true;
    }
    boolean comma = before.norm().equals("،") || before.norm().equals("؛");
    boolean but = before.is("name-stops", "or") || before.is("event-connectives");
    boolean and = comma && text.token(at).labels().stream().anyMatch(l -> l.clitics().has("w"));
    return but || and;
  }

  /** "فيما نفت …", "بينما أعلن …": the clause is as good as a sentence of its own. */
  boolean opensOwnClause(int at) {
    Label label = text.token(at).label(ACCORDING);
    return label != null && label.entry().is("clause", "yes");
  }

  /** "لم يؤكد", "لن يعلق": what is not said tells nothing. */
  boolean isNegated(Label verb) {
    Token before = verb.first() > sentence.first() ? text.token(verb.first() - 1) : null;
    return before != null
        && verb.features().isVerb()
        && (before.is(MODALITY, "not-past")
            || before.is(MODALITY, "not-future")
            || before.is(MODALITY, "not"));
  }

  /** "يذكر أن" and the like: the outlet itself tells, nobody goes on speaking. */
  boolean isNarration(int at) {
    for (int i = at; i >= Math.max(sentence.first(), at - 3); i--) {
      Label label = text.token(i).label(NARRATION);
      if (label != null && label.end() > at) {
        return true;
      }
    }
    return false;
  }

  /** "فضل عدم كشف هويته" is no speech of its own. */
  @Nullable Label anonymity(int at) {
    Label label = text.token(at).label("unnamed");
    return label != null && label.entry().is("anonymous", "yes") ? label : null;
  }

  boolean hasContent(int start, boolean markersOnly) {
    int from = behindAside(start);
    int end = from + (markersOnly ? WEAK_REACH : CONTENT_REACH);
    for (int i = from; i < Math.min(sentence.end(), end); i++) {
      Token token = text.token(i);
      Label medium = markersOnly ? token.label(MEDIA) : null;
      end = medium == null ? end : medium.end() + WEAK_REACH;
      boolean colon = SpeakerReader.isSign(token, ":");
      boolean sign = colon || isOpening(i);
      if (token.is(MARKERS) || sign && !markersOnly || colon && i <= from + 1) {
        return true;
      }
      if (i > from && isStrongVerb(token)) {
        return false;
      }
    }
    return false;
  }

  /**
   * "…، وهو بائع في السوق، أن": passes over an aside between commas if what is said follows it at
   * once.
   */
  private int behindAside(int at) {
    if (at >= sentence.end() || !SpeakerReader.isSign(text.token(at), COMMAS)) {
      return at;
    }
    for (int i = at + 1; i + 1 < Math.min(sentence.end(), at + ASIDE_REACH); i++) {
      boolean closes = SpeakerReader.isSign(text.token(i), COMMAS);
      if (closes && text.token(i + 1).is(MARKERS)) {
        return i + 1;
      }
    }
    return at;
  }

  /** The words of the sentence, for messages of tests. */
  @Override
  public String toString() {
    return Naming.of(text, sentence.first(), sentence.end());
  }
}
