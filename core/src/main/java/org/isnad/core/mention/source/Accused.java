package org.isnad.core.mention.source;

import java.util.List;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.lexicon.Features.Part;
import org.isnad.core.mention.PartyMention;
import org.isnad.core.mention.SourceMention;
import org.isnad.core.mention.TokenRange;
import org.isnad.core.mention.party.Constructs;
import org.isnad.core.mention.party.Naming;
import org.isnad.core.rule.Derivation;
import org.jspecify.annotations.Nullable;

/**
 * Finds who is accused or suspected: the party behind the verb, or a noun that no list knows with
 * the charge behind it ({@code متهما دولة مجاورة بقصف}, "accusing a neighbouring state of
 * shelling").
 */
final class Accused {

  /** Longest aside between a speaker and what he says, in tokens: a clause on who he is. */
  private static final int ASIDE_REACH = 22;

  /** How far whoever "stands behind it" can stand before these words: a name with adjectives. */
  private static final int BLAMED_REACH = 7;

  /** Longest name of somebody accused whom no list knows, in words. */
  private static final int ACCUSED_WORDS = 5;

  /** How far behind the accused the charge stands; "whom it did not name" stands between. */
  private static final int CHARGE_REACH = 4;

  private final SpeakerReader.Context context;
  private final AnalyzedText text;
  private final Sentence sentence;
  private final Clause clause;
  private final Subjects subjects;

  Accused(SpeakerReader.Context context, Sentence sentence, Clause clause, Subjects subjects) {
    this.context = context;
    this.text = context.text();
    this.sentence = sentence;
    this.clause = clause;
    this.subjects = subjects;
  }

  /**
   * "وصف المتحدث الأنباء بأنها …، واتهم الحركة بقصف السوق": behind one who has spoken in the
   * sentence, the only party between the verb and the charge is the one accused.
   */
  @Nullable PartyMention charged(Label verb, List<SourceMention> speakers) {
    boolean one =
        speakers.size() == 1
            && verb.entry().is("object", "direct")
            && verb.features().part() == Part.VERB
            && verb.clitics().has("w")
            && subjects.isSpoken(verb.first());
    int end = one ? speakers.getFirst().tokens().end() : sentence.end();
    PartyMention party = one ? context.parties().at(speakers.getFirst().tokens().first()) : null;
    SourceMention last = context.earlier().last();
    boolean other = party != null && last != null && !isSame(last, party);
    boolean charge =
        end < sentence.end()
            && text.token(end).labels().stream()
                .anyMatch(l -> l.clitics().has("b") && l.list().startsWith("event-"));
    return other && charge ? party : null;
  }

  /** "تقف وراءه خلية من …": the party, or the noun that stands right behind. */
  @Nullable PartyMention blamedBehind(int at) {
    PartyMention party = context.parties().at(at);
    return party == null ? phrase(at) : party;
  }

  /** The party right before, behind "that": the subject of what stands here. */
  @Nullable PartyMention partyBefore(int at) {
    for (int i = at - 1; i >= Math.max(sentence.first(), at - BLAMED_REACH); i--) {
      PartyMention party = context.parties().at(i);
      if (party != null && party.tokens().end() <= at) {
        return text.token(i).is("event-references") ? null : party;
      }
      if (text.token(i).is(Clause.MARKERS)) {
        return null;
      }
    }
    return null;
  }

  @Nullable PartyMention partyAfter(int from, List<SourceMention> speakers) {
    for (int i = from; i < Math.min(sentence.end(), from + 12); i++) {
      if (text.token(i).is("name-stops", "in")) {
        return null;
      }
      PartyMention party = context.parties().at(i);
      boolean self =
          party != null && speakers.stream().anyMatch(s -> s.name().equals(party.name()));
      if (party != null && !self) {
        return party;
      }
    }
    return null;
  }

  /**
   * "حمّل الحركة المسؤولية", "متهما دولة مجاورة": whom no list knows as a party, right behind the
   * verb and its subject. A group named before is meant by its first word.
   */
  @Nullable PartyMention accused(int from) {
    PartyMention object = phrase(clause.skipMinor(from));
    boolean again =
        object != null && context.earlier().again(text, object.tokens().first()) != null;
    boolean charged = object != null && charge(object.tokens().end()) >= 0;
    return again || charged ? object : null;
  }

  /** The noun at a token with the words that go with it, as somebody who is blamed. */
  private @Nullable PartyMention phrase(int at) {
    boolean noun =
        at < sentence.end()
            && text.token(at).isWord()
            && !text.token(at).is("name-stops")
            && !text.token(at).is(Clause.MARKERS)
            && !Constructs.hasPreposition(text.token(at))
            && clause.verb(at) == null
            && !text.token(at).is("speech-nouns");
    if (!noun) {
      return null;
    }
    SourceMention again = context.earlier().again(text, at);
    int end = accusedEnd(at);
    return new PartyMention(
        text.span(at, end),
        new TokenRange(at, end),
        again == null ? Naming.of(text, at, end) : again.name(),
        again == null ? null : again.id(),
        "role",
        null,
        List.of(),
        Derivation.byRule("source/accused"));
  }

  /** Behind the noun and the words that go with it, up to a stop, a preposition or the charge. */
  private int accusedEnd(int at) {
    int end = at + 1;
    while (end < Math.min(sentence.end(), at + ACCUSED_WORDS) && isPlainWord(end)) {
      end++;
    }
    return end;
  }

  /** Where the charge begins at or a little behind a token: "لم تسمها بالوقوف وراء"; else -1. */
  private int charge(int from) {
    for (int i = from; i < Math.min(sentence.end(), from + CHARGE_REACH); i++) {
      boolean stop = text.token(i).isPunctuation() || text.token(i).is(Clause.MARKERS);
      if (stop) {
        return -1;
      }
      if (isCharge(i)) {
        return i;
      }
    }
    return -1;
  }

  private boolean isPlainWord(int at) {
    return at < sentence.end()
        && text.token(at).isWord()
        && !text.token(at).is("name-stops")
        && !text.token(at).is("speech-nouns")
        && !isCharge(at);
  }

  /** What somebody is accused of begins here: "بقصف", "بالوقوف وراء", "مسؤولية". */
  private boolean isCharge(int at) {
    return text.token(at).is("speech-nouns", "responsibility")
        || text.token(at).labels().stream().anyMatch(l -> l.clitics().has("b"));
  }

  /** Past "in a post on its account on X" between a speaker and whom he accuses. */
  int behindMedium(int from) {
    int at = behindCircumstance(from);
    for (int i = at; i < Math.min(sentence.end(), at + 3); i++) {
      Label medium = text.token(i).label(Clause.MEDIA);
      Label noun = medium == null ? text.token(i).label("speech-nouns") : medium;
      boolean carried = noun != null && !noun.entry().attribute("medium").isEmpty();
      if (carried && noun != null) {
        at = noun.end();
        i = at - 1;
      } else if (!text.token(i).is("name-stops")) {
        break;
      }
    }
    return at;
  }

  /** Past "، في مؤتمر صحفي بالعاصمة،": where and how it was said, between commas. */
  private int behindCircumstance(int from) {
    boolean opens =
        from + 1 < sentence.end()
            && SpeakerReader.isSign(text.token(from), Clause.COMMAS)
            && (text.token(from + 1).is("name-stops") || text.token(from + 1).is(Clause.MEDIA));
    for (int i = from + 1; opens && i < Math.min(sentence.end(), from + ASIDE_REACH); i++) {
      if (SpeakerReader.isSign(text.token(i), Clause.COMMAS)) {
        return i + 1;
      }
      Label verb = clause.verb(i);
      opens = !text.token(i).is(Clause.MARKERS) && (verb == null || !verb.features().isVerb());
    }
    return from;
  }

  static boolean isSame(SourceMention speaker, PartyMention party) {
    return speaker.name().equals(party.name())
        || party.id() != null && party.id().equals(speaker.id());
  }
}
