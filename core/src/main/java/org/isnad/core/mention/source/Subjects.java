package org.isnad.core.mention.source;

import java.util.ArrayList;
import java.util.List;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Features;
import org.isnad.core.lexicon.Features.Gender;
import org.isnad.core.lexicon.Features.Part;
import org.isnad.core.lexicon.Features.Tense;
import org.isnad.core.mention.SourceMention;
import org.isnad.core.mention.SourceMention.Kind;
import org.isnad.core.mention.party.Constructs;
import org.isnad.core.text.Normalizer;

/**
 * Finds whose words a verb of speech carries: the subject behind the verb, before it, or at the
 * head of the sentence; whoever issued the statement in which it is said; whoever speaks on where
 * the verb has no subject of its own.
 *
 * <p>{@code وقال مصدر وشاهد إن} ("a source and a witness said that") has two subjects behind its
 * verb, {@code وكان الوزير قد أكد أن} ("the minister had affirmed that") has one before it.
 */
final class Subjects {

  /** How far a speaker can stand before its verb ("وكان … قد قال"). */
  private static final int SUBJECT_REACH = 18;

  /** How far whoever claims an attack can stand behind it: the attack with its adjectives. */
  private static final int OBJECT_REACH = 3;

  /**
   * How far behind a statement the verb of what is said in it stands: its adjectives, its title.
   */
  private static final int ISSUED_WITHIN = 6;

  private final SpeakerReader reader;
  private final SpeakerReader.Context context;
  private final AnalyzedText text;
  private final Sentence sentence;
  private final Clause clause;

  Subjects(SpeakerReader reader, SpeakerReader.Context context, Sentence sentence, Clause clause) {
    this.reader = reader;
    this.context = context;
    this.text = context.text();
    this.sentence = sentence;
    this.clause = clause;
  }

  /** The speakers from {@code at} on: one, or several joined by "and". */
  List<SourceMention> coordinated(int at) {
    List<SourceMention> speakers = new ArrayList<>();
    SourceMention speaker = at < sentence.end() ? reader.at(context, at) : null;
    if (speaker == null || speaker.tokens().end() > sentence.end()) {
      return speakers;
    }
    speakers.add(speaker);
    int next = speaker.tokens().end();
    boolean joined =
        next < sentence.end()
            && clause.verb(next) == null
            && !text.token(next).is("name-stops")
            && text.token(next).labels().stream().anyMatch(l -> l.clitics().has("w"));
    SourceMention second = joined ? reader.at(context, next) : null;
    boolean office =
        second != null && second.kind() == Kind.PERSON && second.name().equals(second.role());
    if (second != null
        && !office
        && second.tokens().end() <= sentence.end()
        && !second.name().equals(speaker.name())) {
      speakers.add(second);
    }
    return speakers;
  }

  /** The subject that stands before the verb: behind "وكان", or at the head of the sentence. */
  List<SourceMention> before(int verb) {
    int bound = verb;
    for (int i = verb - 1; i >= Math.max(sentence.first(), verb - SUBJECT_REACH); i--) {
      boolean was = text.token(i).is("name-stops", "was");
      boolean opens =
          i == sentence.first()
              || clause.opensClause(i) && !text.token(i - 1).is("name-stops", "was");
      boolean told = !opens && bound < verb && text.token(i - 1).is(Clause.MARKERS);
      boolean late = was && bound == verb && i > sentence.first();
      if (late && reader.at(context, clause.skipMinor(i + 1)) == null) {
        bound = i;
      } else if (was || opens || told) {
        return near(i, bound, verb, was);
      }
    }
    return List.of();
  }

  /**
   * The subject at the head of a clause or behind "was", where only little stands between it and
   * the verb; before "كان قد قال" it stands close to "was".
   */
  private List<SourceMention> near(int at, int bound, int verb, boolean was) {
    boolean topic = text.token(at).is("topic-openers");
    int start = was || topic ? clause.skipMinor(at + 1) : at;
    SourceMention subject = reader.at(context, start);
    boolean near =
        subject != null
            && subject.tokens().end() <= bound
            && !clause.hasDash(subject.tokens().end(), verb)
            && (clause.onlyMinor(subject.tokens().end(), bound, was ? 8 : 3)
                || clause.isAside(subject.tokens().end(), bound));
    return near && subject != null ? List.of(subject) : List.of();
  }

  /**
   * "التنظيم يتبنى …": headlines put whoever speaks before a verb in the present, and what follows
   * is its object.
   */
  List<SourceMention> leading(Label verb) {
    boolean present = verb.features().isVerb() && verb.features().tense() == Tense.PRESENT;
    if (!present || verb.first() == sentence.first()) {
      return List.of();
    }
    SourceMention subject = reader.at(context, sentence.first());
    return subject != null && subject.tokens().end() == verb.first() ? List.of(subject) : List.of();
  }

  /** "تبنت الهجوم حركة …": what is claimed stands before whoever claims it. */
  List<SourceMention> behindObject(int from) {
    int at = from;
    while (at < Math.min(sentence.end(), from + OBJECT_REACH)
        && text.token(at).isWord()
        && Normalizer.opensWithArticle(text.token(at).norm())) {
      at++;
    }
    return at > from && at < sentence.end() ? coordinated(at) : List.of();
  }

  /** Whoever speaks on where the verb has no subject of its own. */
  List<SourceMention> running() {
    SourceMention last = context.earlier().last();
    return last == null ? List.of() : List.of(last);
  }

  /**
   * "…، حسبما قال القائد، الذي أكد أسر": the last speaker goes on where the relative stands right
   * behind.
   */
  List<SourceMention> antecedent(Label verb) {
    SourceMention last = context.earlier().last();
    int at = verb.first() - 1;
    at -= at > sentence.first() && SpeakerReader.isSign(text.token(at - 1), Clause.COMMAS) ? 1 : 0;
    boolean close = last != null && last.tokens().end() == at;
    boolean tells = verb.features().isVerb() && !verb.entry().is("weak", "yes");
    return close && tells && last != null ? List.of(last) : List.of();
  }

  /**
   * "وكانت الحركة اتهمت الحكومة …": behind a verb that takes whom it accuses as its object, the
   * party is that object where the subject stands before the verb.
   */
  List<SourceMention> withObject(Label verb) {
    return verb.entry().is("object", "direct") ? before(verb.first()) : List.of();
  }

  /**
   * "أصدر المتحدث بيانا قال فيه إن": whoever issued the statement in which it is said, or made it;
   * nobody where no such statement stands before the verb.
   */
  List<SourceMention> issuers(Label verb) {
    int in = verb.end();
    boolean inside =
        verb.features().isVerb()
            && in < sentence.end()
            && text.token(in).is(Clause.ADDRESSEES, "by-it")
            && text.token(in).is("addressees");
    for (int i = verb.first() - 1; inside && i >= sentence.first(); i--) {
      Label noun = text.token(i).label("speech-nouns");
      if (noun != null && !noun.entry().attribute("medium").isEmpty()) {
        return issuersOf(i);
      }
      inside = clause.verb(i) == null && verb.first() - i <= ISSUED_WITHIN;
    }
    return List.of();
  }

  private List<SourceMention> issuersOf(int document) {
    SourceMention author = reader.at(context, document);
    if (author != null && author.kind() != Kind.DOCUMENT) {
      return List.of(author);
    }
    for (int i = document - 1; i >= Math.max(sentence.first(), document - SUBJECT_REACH); i--) {
      Label issued = text.token(i).label(Clause.VERBS);
      if (issued != null && issued.features().isVerb()) {
        List<SourceMention> speakers = coordinated(clause.skipMinor(issued.end()));
        return speakers.isEmpty() || speakers.getFirst().tokens().end() > document
            ? List.of()
            : speakers;
      }
    }
    return List.of();
  }

  /** "أعلنت بتغريدة": a statement by which something is said is not who says it. */
  boolean isMeans(List<SourceMention> speakers) {
    if (speakers.isEmpty() || speakers.getFirst().kind() != Kind.DOCUMENT) {
      return false;
    }
    List<Label> labels = text.token(speakers.getFirst().tokens().first()).labels();
    return !labels.isEmpty() && labels.stream().allMatch(l -> l.clitics().has("b"));
  }

  /**
   * "أكد الرواية مسؤول": a document of the other gender than its verb is what the verb is about.
   */
  boolean isObject(Label verb, List<SourceMention> speakers) {
    if (speakers.isEmpty() || speakers.getFirst().kind() != Kind.DOCUMENT) {
      return false;
    }
    Label noun = text.token(speakers.getFirst().tokens().first()).label("speech-nouns");
    return noun != null
        && verb.features().isVerb()
        && verb.features().gender() == Gender.MASCULINE
        && noun.features().gender() == Gender.FEMININE;
  }

  /** Whether somebody speaks in the sentence before the token. */
  boolean isSpoken(int at) {
    SourceMention last = context.earlier().last();
    return last != null && last.tokens().first() >= sentence.first() && last.tokens().end() <= at;
  }

  /** "وجه رئيس الحكومة أصابع الاتهام إلى": the subject stands between the verb and the words. */
  List<SourceMention> accusers(Label label) {
    for (int i = label.first() - 1; i >= Math.max(sentence.first(), label.first() - 8); i--) {
      SourceMention speaker = reader.at(context, i);
      boolean subject =
          speaker != null
              && !Constructs.hasPreposition(text.token(i))
              && speaker.tokens().end() <= label.first()
              && clause.onlyMinor(speaker.tokens().end(), label.first(), 2)
              && (i == sentence.first() || !text.token(i - 1).is("name-stops"));
      if (subject && speaker != null && widest(i, speaker)) {
        return List.of(speaker);
      }
    }
    return List.of();
  }

  /** Whether no speaker that starts one or two tokens earlier holds this one. */
  private boolean widest(int at, SourceMention speaker) {
    for (int i = Math.max(sentence.first(), at - 3); i < at; i++) {
      SourceMention wider = reader.at(context, i);
      if (wider != null && wider.tokens().end() >= speaker.tokens().end()) {
        return false;
      }
    }
    return true;
  }

  /** "أظهرت لقطات نشرها ناشطون أن": who spread what speaks is no speaker of its words. */
  boolean describesDocument(Label verb) {
    SourceMention last = context.earlier().last();
    return last != null
        && last.kind() == Kind.DOCUMENT
        && last.tokens().end() == verb.first()
        && verb.features().isVerb()
        && verb.clitics().hasPronoun();
  }

  /**
   * "المخاطر التي تهدد البلاد": the subject stands before the relative pronoun, and what follows is
   * the object.
   */
  boolean isRelative(Label verb) {
    boolean relative =
        verb.first() > sentence.first()
            && text.token(verb.first() - 1).is("name-stops", "who")
            && !clause.opensOwnClause(verb.first() - 1);
    return relative && !verb.clitics().hasPronoun() && !clause.hasContent(verb.end(), true);
  }

  /**
   * Whether a verb without a subject can go on with the last speaker: it is nothing else, and no
   * aside.
   */
  boolean runsOn(Label verb) {
    Token token = text.token(verb.first());
    boolean other = token.is("name-stops") || token.is("unit-words") || token.is("places");
    boolean dual =
        verb.features().number() == Features.Num.DUAL && verb.features().part() == Part.VERB;
    return !other && !dual && !verb.entry().is("weak", "yes");
  }
}
