package org.isnad.core.mention.source;

import java.util.ArrayList;
import java.util.List;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.analysis.Token;
import org.isnad.core.mention.SourceMention;
import org.isnad.core.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Finds through whom words come: the agency or outlet that was told ({@code قال شاهد لوكالة}), that
 * is quoted before the speaker ({@code نقلا عن وكالة عن مصدر}), and the medium of a statement ("in
 * a post", "by telephone").
 */
final class Publications {

  /** Most publications of which each quotes the next; more than three are not seen in news. */
  private static final int LONGEST_PASSAGE = 3;

  /** How far behind the head of a sentence the verb stands of what was said to an outlet. */
  private static final int TOLD_BEFORE = 9;

  /** Longest name of a publication behind the word for it. */
  private static final int LONGEST_TITLE = 5;

  private final SpeakerReader reader;
  private final SpeakerReader.Context context;
  private final AnalyzedText text;
  private final Sentence sentence;
  private final Clause clause;
  private final Subjects subjects;

  Publications(
      SpeakerReader reader,
      SpeakerReader.Context context,
      Sentence sentence,
      Clause clause,
      Subjects subjects) {
    this.reader = reader;
    this.context = context;
    this.text = context.text();
    this.sentence = sentence;
    this.clause = clause;
    this.subjects = subjects;
  }

  static List<SourceMention> listed(@Nullable SourceMention one) {
    return one == null ? List.of() : List.of(one);
  }

  /** An agency, also where it is only called so: "الوكالة". */
  boolean isOfPublications(SourceMention speaker) {
    Label head = text.token(speaker.tokens().first()).label("body-words");
    return Cue.isPublication(speaker) || head != null && head.entry().is("cites", "yes");
  }

  /** "قالت لرويترز": the agency is told, it does not tell. */
  boolean isAddressed(List<SourceMention> speakers) {
    int at = speakers.isEmpty() ? -1 : speakers.getFirst().tokens().first();
    boolean told = at >= 0 && (Cue.isPublication(speakers.getFirst()) || isCorrespondent(at));
    return told && text.token(at).labels().stream().anyMatch(l -> l.clitics().has("l"));
  }

  private boolean isCorrespondent(int at) {
    return text.token(at).is("unnamed", "correspondent");
  }

  /** "في تصريح لمراسل الوكالة": the outlet is told through its correspondent, or null. */
  private @Nullable SourceMention toldCorrespondent(int at) {
    Label label = text.token(at).label("unnamed");
    boolean told = label != null && label.key().equals("correspondent") && label.clitics().has("l");
    return told && label != null && label.end() < sentence.end()
        ? reader.published(context, label.end())
        : null;
  }

  /** "قال لوكالة … مصدر أمني": whoever speaks can stand behind the outlet that is told. */
  List<SourceMention> behindAddressee(SourceMention told) {
    int at = clause.skipMinor(told.tokens().end());
    return at < sentence.end() && clause.verb(at) == null ? subjects.coordinated(at) : List.of();
  }

  /**
   * Who is quoted, and through whom.
   *
   * @param through publications, outermost first
   */
  record Quoted(List<SourceMention> through, List<SourceMention> speakers) {}

  /** "نقلا عن وكالة … عن التلفزيون … عن مصدر": each publication quotes the next. */
  Quoted passedOn(List<SourceMention> first) {
    List<SourceMention> through = new ArrayList<>();
    List<SourceMention> speakers = first;
    while (speakers.size() == 1 && through.size() < LONGEST_PASSAGE) {
      SourceMention publication = speakers.getFirst();
      int about = clause.skipMinor(publication.tokens().end());
      boolean on =
          Cue.isPublication(publication)
              && about + 1 < sentence.end()
              && text.token(about).is("name-stops", "about");
      List<SourceMention> next = on ? subjects.coordinated(clause.skipMinor(about + 1)) : List.of();
      if (next.isEmpty()) {
        break;
      }
      through.add(publication);
      speakers = next;
    }
    return new Quoted(through, speakers);
  }

  /** The outlet to which it was said, between {@code from} and where the content begins. */
  @Nullable SourceMention outer(int from, int limit, List<SourceMention> speakers) {
    boolean begun = false;
    for (int i = from; i < Math.min(limit, sentence.end()); i++) {
      Token token = text.token(i);
      if (token.is(Clause.MARKERS) || SpeakerReader.isSign(token, ":")) {
        return null;
      }
      begun |= tellsAlready(token);
      boolean addressed = token.is(Clause.ADDRESSEES) || i == from;
      SourceMention outlet =
          addressed && token.is(Clause.ADDRESSEES)
              ? publication(i + 1, !begun && !token.is(Clause.ADDRESSEES, "with"))
              : addressedAt(i, i == from && !isNamedOn(speakers, from));
      boolean same =
          outlet != null && speakers.stream().anyMatch(s -> s.name().equals(outlet.name()));
      if (outlet != null && !same) {
        return afterOwner(outlet);
      }
    }
    return null;
  }

  /**
   * "المتحدث باسم عمليات ل«الحركة»، ل«الوكالة»": of two that stand so, the first is whose office it
   * is, and the second is told.
   */
  private SourceMention afterOwner(SourceMention first) {
    int next = first.tokens().end();
    boolean comma =
        first.id() == null
            && next + 1 < sentence.end()
            && SpeakerReader.isSign(text.token(next), Clause.COMMAS);
    Token token = comma ? text.token(next + 1) : null;
    boolean addressed = token != null && (token.is(Clause.ADDRESSEES, "for") || token.mayHave("l"));
    SourceMention second = addressed ? toldAt(next + 1, List.of()) : null;
    return second == null ? first : second;
  }

  /** "في تصريح لوكالة …، قال": the outlet that is told before the verb. */
  @Nullable SourceMention toldBefore(int verb, List<SourceMention> speakers) {
    int first = sentence.first();
    boolean short1 = verb > first && verb - first <= TOLD_BEFORE;
    int remarks = short1 ? remarks(first, verb) : -1;
    for (int i = remarks; i >= 0 && i < verb; i++) {
      SourceMention outlet = toldAt(i, speakers);
      if (outlet != null && outlet.tokens().end() <= verb) {
        return outlet;
      }
    }
    return null;
  }

  /** Behind the word for remarks or an interview near the head of the sentence, or -1. */
  private int remarks(int first, int verb) {
    for (int i = first; i < Math.min(verb, first + 3); i++) {
      Label medium = text.token(i).label(Clause.MEDIA);
      Label talk = text.token(i).label(Clause.ADDRESSEES);
      Label noun = text.token(i).label("speech-nouns");
      boolean said =
          medium != null
              || talk != null && talk.key().equals("in-talk-to")
              || noun != null && !noun.entry().attribute("medium").isEmpty();
      if (said) {
        return i;
      }
    }
    return -1;
  }

  private @Nullable SourceMention toldAt(int at, List<SourceMention> speakers) {
    Label addressee = text.token(at).label(Clause.ADDRESSEES);
    SourceMention outlet =
        addressee == null ? addressedAt(at, false) : publication(addressee.end(), true);
    boolean same =
        outlet != null && speakers.stream().anyMatch(s -> s.name().equals(outlet.name()));
    return same ? null : outlet;
  }

  /** "وكالة الأنباء «سبأ»": the name of the agency that speaks, which is not told. */
  private static boolean isNamedOn(List<SourceMention> speakers, int at) {
    return !speakers.isEmpty()
        && Cue.isPublication(speakers.getLast())
        && speakers.getLast().tokens().end() == at;
  }

  /** A word for an event or a loss: what is said has begun, and no unknown name is told it. */
  private static boolean tellsAlready(Token token) {
    for (Label label : token.labels()) {
      boolean event = label.list().equals("event-nouns") || label.list().equals("event-verbs");
      boolean talk = label.entry().is("type", "talks") || label.entry().is("role", "happen");
      boolean loss = label.list().equals("casualty-words");
      if (label.size() == 1
          && (loss || event && !talk)
          && token.labels().stream().noneMatch(Publications::isTelling)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTelling(Label label) {
    return switch (label.list()) {
      case Clause.ADDRESSEES, Clause.MEDIA, "speech-nouns", "agencies", "outlets", "body-words" ->
          true;
      default -> label.entry().file().startsWith("time/");
    };
  }

  private @Nullable SourceMention publication(int at, boolean told) {
    SourceMention outlet = at < sentence.end() ? reader.published(context, at) : null;
    outlet =
        outlet == null && told && at < sentence.end()
            ? reader.quotedPublication(context, at)
            : outlet;
    return outlet == null ? context.earlier().again(text, Math.min(at, text.size() - 1)) : outlet;
  }

  private @Nullable SourceMention addressedAt(int at, boolean direct) {
    boolean prefixed =
        text.token(at).mayHave("l")
            && text.token(at).labels().stream().anyMatch(l -> l.clitics().has("l"));
    if (!direct && !prefixed) {
      return null;
    }
    SourceMention outlet = reader.published(context, at);
    outlet = outlet == null && direct ? reader.bare(text, at) : outlet;
    outlet = outlet == null ? toldCorrespondent(at) : outlet;
    if (outlet != null && (prefixed || direct)) {
      return outlet;
    }
    SourceMention again = prefixed ? context.earlier().again(text, at) : null;
    boolean known = again != null && Cue.isPublication(again);
    SourceMention body = prefixed && direct && !known ? toldBody(at) : null;
    return known ? again : body != null ? body : direct ? unknownOutlet(at) : null;
  }

  /** "قال مصدر لشبكة … إن": a network or centre, told right before what is said begins. */
  private @Nullable SourceMention toldBody(int at) {
    Label head = text.token(at).label("body-words");
    boolean network = head != null && head.entry().is("told", "yes");
    for (int end = at + 1; network && end < Math.min(sentence.end(), at + LONGEST_TITLE); end++) {
      boolean begins =
          text.token(end).is(Clause.MARKERS)
              || SpeakerReader.isSign(text.token(end), ":" + Clause.COMMAS);
      if (begins) {
        return head == null || end == at + 1 ? null : reader.headed(text, at, end, head);
      }
      network = text.token(end).isWord();
    }
    return null;
  }

  /** "قال شاهد لنجمة الشرق إن": whom no list knows, told right before what is said begins. */
  private @Nullable SourceMention unknownOutlet(int at) {
    boolean told = text.token(at).isUnknown() && Normalizer.opensWithFor(text.token(at).norm());
    for (int end = at + 1; told && end <= Math.min(at + 2, sentence.end() - 1); end++) {
      Token token = text.token(end);
      if (token.is(Clause.MARKERS) || SpeakerReader.isSign(token, ":" + Clause.COMMAS)) {
        return reader.told(text, at, end);
      }
      told = token.isUnknown() || Normalizer.opensWithArticle(token.norm());
    }
    return null;
  }

  /** "نقلت صحيفة … عن": one that no list knows, named by all words up to the preposition. */
  @Nullable SourceMention unknownPublication(Label verb) {
    int at = clause.skipMinor(verb.end());
    Label head = at < sentence.end() ? text.token(at).label("body-words") : null;
    if (head == null || !head.entry().is("cites", "yes")) {
      return null;
    }
    for (int i = head.end(); i < Math.min(sentence.end(), head.end() + LONGEST_TITLE); i++) {
      boolean about = text.token(i).is("name-stops", "about");
      if (about || !text.token(i).isWord()) {
        return about && i > head.end() ? reader.headed(text, at, i, head) : null;
      }
    }
    return null;
  }

  List<SourceMention> withMedium(List<SourceMention> speakers, int from) {
    String medium = medium(from);
    if (medium == null) {
      return speakers;
    }
    List<SourceMention> described = new ArrayList<>();
    for (SourceMention speaker : speakers) {
      described.add(
          new SourceMention(
              speaker.span(),
              speaker.tokens(),
              speaker.name(),
              speaker.id(),
              speaker.kind(),
              speaker.role(),
              medium,
              speaker.derivation()));
    }
    return described;
  }

  private @Nullable String medium(int from) {
    for (int i = from; i < Math.min(sentence.end(), from + 14); i++) {
      if (text.token(i).is(Clause.MARKERS) || i > from && clause.verb(i) != null) {
        return null;
      }
      Label label = text.token(i).label(Clause.MEDIA);
      if (label != null) {
        return label.entry().attribute("medium");
      }
    }
    return null;
  }
}
