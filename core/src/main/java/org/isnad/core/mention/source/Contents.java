package org.isnad.core.mention.source;

import java.util.List;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Features.Part;
import org.isnad.core.mention.SourceMention;
import org.isnad.core.mention.SourceMention.Kind;
import org.isnad.core.mention.party.Constructs;

/**
 * Tells whether a verb and its subject say something at all where no "that" follows: a claim of
 * responsibility, a count of losses, a rumour that is rejected, an afterthought behind a comma.
 */
final class Contents {

  /**
   * How far behind "announced" the word for responsibility stands; a name and an adverb stand
   * between.
   */
  private static final int CLAIM_REACH = 9;

  /**
   * The same in words for "its responsibility", which can only be the speaker's: whose follower it
   * is, where, and when it announced it stand between.
   */
  private static final int PRONOUN_REACH = 24;

  /** How far behind whoever counts losses the word for them stands: behind its number. */
  private static final int COUNTED_WITHIN = 4;

  /** Most tokens behind a speaker who is named last: "لوكالة … عبر الهاتف مساء أمس". */
  private static final int AFTERTHOUGHT_REACH = 8;

  /**
   * How far behind "rejected" the word for what was said stands: an adverb and its date between.
   */
  private static final int REJECTED_WITHIN = 6;

  private final AnalyzedText text;
  private final Sentence sentence;
  private final Clause clause;

  Contents(SpeakerReader.Context context, Sentence sentence, Clause clause) {
    this.text = context.text();
    this.sentence = sentence;
    this.clause = clause;
  }

  /** "سجلت الوزارة 12 قتيلا", "قدرت الغرفة العدد ب": a count of losses is what is said. */
  boolean counts(Label verb, int behind) {
    boolean counting = verb.entry().is("counts", "yes") && verb.features().isVerb();
    for (int i = behind; counting && i < Math.min(sentence.end(), behind + COUNTED_WITHIN); i++) {
      boolean loss = text.token(i).is("casualty-words") || text.token(i).is("toll-links");
      if (loss) {
        return true;
      }
    }
    return false;
  }

  /** "رفضت الحركة ما تردد عن": what is rejected is said of it, and no proposal. */
  boolean rejectsRumour(Label verb, int from) {
    boolean denies = verb.entry().is("function", "deny") && verb.features().isVerb();
    for (int i = from; denies && i < Math.min(sentence.end(), from + REJECTED_WITHIN); i++) {
      if (text.token(i).is("denied-things")) {
        return true;
      }
    }
    return false;
  }

  /**
   * "قتل أربعة في إطلاق نار، قال شرطي": a verb behind a comma, its subject, and nothing more but
   * where and to whom, until the clause ends.
   */
  boolean isAfterthought(Label verb, SpeechAct act, int behind) {
    int before = verb.first() - 1;
    boolean set =
        before > sentence.first()
            && SpeakerReader.isSign(text.token(before), Clause.COMMAS)
            && verb.features().isVerb()
            && verb.clitics().before().isEmpty()
            && tells(act);
    for (int i = behind; set && i < sentence.end(); i++) {
      Token token = text.token(i);
      if (token.isPunctuation() && !clause.isOpening(i) && !clause.isClosing(i)) {
        return !SpeakerReader.isSign(token, ":");
      }
      boolean first = i == behind && !clause.isMinor(i) && !Constructs.hasPreposition(token);
      boolean free =
          first && !token.is("name-stops") && !token.is(Clause.MEDIA) && !token.is("places");
      if (free || token.is(Clause.MARKERS) || i - behind > AFTERTHOUGHT_REACH) {
        return false;
      }
    }
    return set;
  }

  /** "أعلن التنظيم مسؤوليته", "إعلان الحركة مسؤوليتها". */
  boolean takesResponsibility(int from) {
    int words = 0;
    for (int i = from; i < sentence.end() && words < PRONOUN_REACH; i++) {
      Token token = text.token(i);
      Label other = words > 0 ? clause.verb(i) : null;
      boolean another =
          other != null && !other.entry().is("weak", "yes") && !isOwned(other)
              || isSuspected(token);
      if (token.is(Clause.MARKERS)
          || SpeakerReader.isSign(token, ":")
          || token.is(Clause.NO_CLAIM)
          || another) {
        return false;
      }
      Label label = token.label("speech-nouns");
      boolean own = label != null && label.key().equals("responsibility");
      if (own
          && label != null
          && (label.clitics().hasPronoun()
              || words < CLAIM_REACH && (label.clitics().isDefinite() || isOfEvents(i + 1)))) {
        return true;
      }
      words += token.isWord() ? 1 : 0;
    }
    return false;
  }

  /** "مسؤولية هجمات", "مسؤولية سلسلة هجمات": of events, and of nobody. */
  private boolean isOfEvents(int at) {
    for (int i = at; i < Math.min(sentence.end(), at + 2); i++) {
      if (text.token(i).is("event-nouns")) {
        return true;
      }
      if (text.token(i).is("parties") || text.token(i).is("name-stops")) {
        return false;
      }
    }
    return false;
  }

  /** "متحدثها": whose spokesman he is, and no verb. */
  private static boolean isOwned(Label verb) {
    return verb.features().part() == Part.ACTIVE_PARTICIPLE && verb.clitics().hasPronoun();
  }

  /** "المشتبه في مسؤوليته": whose responsibility somebody else suspects. */
  private static boolean isSuspected(Token token) {
    return token.labels().stream()
        .anyMatch(l -> l.list().equals(Clause.VERBS) && l.entry().is("function", "suspect"));
  }

  /** "وأعلنت مسؤوليتها": no other subject stands between. */
  boolean takesAtOnce(int from) {
    int at = clause.skipMinor(from);
    return at < sentence.end() && text.token(at).is("speech-nouns", "responsibility")
        || at + 1 < sentence.end()
            && text.token(at).is("name-stops")
            && text.token(at + 1).is("speech-nouns", "responsibility");
  }

  /** "حمّل" accuses only beside "مسؤولية". */
  boolean needsMore(Label verb) {
    if (verb.entry().attribute("needs").isEmpty()) {
      return false;
    }
    for (int i = verb.end(); i < Math.min(sentence.end(), verb.end() + 10); i++) {
      if (text.token(i).is("speech-nouns", verb.entry().attribute("needs"))) {
        return false;
      }
    }
    return true;
  }

  /** "هذا ما أكده …", "وهو ما نفته …": the words stand before the verb. */
  boolean looksBack(Label verb) {
    Label before =
        verb.first() - 2 < sentence.first()
            ? null
            : text.token(verb.first() - 2).label(Clause.ACCORDING);
    return before != null && before.end() == verb.first() && before.entry().is("back", "yes");
  }

  /** Whether verb and speaker alone show speech ("أعلنت الشرطة مقتل …"). */
  boolean standsWithoutContent(
      Label verb, SpeechAct act, List<SourceMention> speakers, boolean named) {
    if (!named
        || verb.entry().is("weak", "yes")
        || needsMore(verb)
        || verb.features().part() == Part.MASDAR) {
      return false;
    }
    SourceMention speaker = speakers.getFirst();
    boolean known = speaker.kind() != Kind.PERSON || speaker.role() != null || speaker.id() != null;
    boolean past = verb.features().part() == Part.VERB;
    return past
        && known
        && (act.standsAlone()
            || act == SpeechAct.SAY
            || act == SpeechAct.CONFIRM
            || act == SpeechAct.CONTINUE);
  }

  static boolean tells(SpeechAct act) {
    return switch (act) {
      case SAY, ANNOUNCE, CONFIRM, CONTINUE -> true;
      default -> false;
    };
  }
}
