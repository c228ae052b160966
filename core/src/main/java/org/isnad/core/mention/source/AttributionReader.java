package org.isnad.core.mention.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Lexicon;
import org.isnad.core.mention.BySentence;
import org.isnad.core.mention.PartyMention;
import org.isnad.core.mention.SourceMention;
import org.isnad.core.mention.TokenRange;
import org.isnad.core.mention.party.PartyRegister;
import org.isnad.core.rule.Derivation;
import org.jspecify.annotations.Nullable;

/**
 * Reads who says what in a text (codebook section 9).
 *
 * <p>{@code وقال مصدر أمني لوكالة … إن القصف أوقع قتلى} ("a security source told agency … that")
 * yields the chain agency, source, over everything from the verb to the end of the sentence or the
 * next speaker. "بحسب …" speaks for its whole clause. Immutable; time is linear in the text.
 */
public final class AttributionReader {

  /**
   * Longest quotation in sentences that is still believed open; a missing mark must not swallow the
   * article.
   */
  private static final int LONGEST_QUOTATION = 6;

  /**
   * Sentences without a speaker over which the one before is believed to go on, inside a paragraph.
   * Tried from 0 to 3 on 50 coded newspaper articles: 1 was best.
   */
  private static final int MOST_QUIET = 1;

  /**
   * Longest lead in sentences that the first speaker vouches for; tried from 0 to 2 on the same
   * articles.
   */
  private static final int LONGEST_LEAD = 2;

  /** What shows that a speaker speaks of violence or its losses. */
  private static final Set<String> VIOLENCE =
      Set.of("event-nouns", "event-verbs", "event-references", "weapons", "casualty-words");

  private final SpeakerReader speakers;
  private final PartyRegister register;

  /** A reader that knows these words and parties. */
  public AttributionReader(Lexicon lexicon, PartyRegister register) {
    this.speakers = new SpeakerReader(lexicon, register);
    this.register = register;
  }

  /** Everything the text attributes to somebody. */
  public Attributions read(AnalyzedText text, List<PartyMention> parties) {
    return read(text, parties, sentence -> true);
  }

  /**
   * Everything the text attributes to somebody.
   *
   * @param parties the text's parties, as {@code PartyFinder} finds them
   * @param isRunning whether a sentence belongs to the article's own running text; speech does not
   *     run over those that do not
   */
  public Attributions read(
      AnalyzedText text, List<PartyMention> parties, Predicate<Sentence> isRunning) {
    SpeakerReader.Context context =
        new SpeakerReader.Context(text, at -> BySentence.at(parties, at), new Speakers());
    Run run = new Run(context);
    for (Sentence sentence : text.sentences()) {
      if (isRunning.test(sentence)) {
        run.read(sentence);
      }
    }
    return new Attributions(run.complete());
  }

  /** The reading of one text. */
  private final class Run {
    private final SpeakerReader.Context context;
    private final List<Attribution> found = new ArrayList<>();
    private final Sides sides = new Sides(register);
    private List<Attribution> open = List.of();
    private int openSince;
    private final List<Attribution> runOn = new ArrayList<>();
    private final List<Sentence> silent = new ArrayList<>();
    private List<Attribution> before = List.of();
    private int quiet;
    private int paragraph;

    Run(SpeakerReader.Context context) {
      this.context = context;
    }

    /**
     * What was found, with statements ascribed to the body that the article names later as their
     * author.
     */
    List<Attribution> complete() {
      List<Attribution> complete = spokenByAuthors();
      complete.addAll(runOn);
      Map<String, Attribution> fuller = namedFuller();
      complete.replaceAll(attribution -> sided(attribution, fuller));
      complete.sort(Comparator.comparing(Attribution::cue));
      return complete;
    }

    /** Backwards, so that the author named next is known at every statement. */
    private List<Attribution> spokenByAuthors() {
      List<Attribution> complete = new ArrayList<>(found);
      Map<String, SourceMention> authors = new HashMap<>();
      for (int i = found.size() - 1; i >= 0; i--) {
        SourceMention speaker = found.get(i).speaker();
        String medium = speaker == null ? null : speaker.medium();
        if (speaker != null && medium != null) {
          SourceMention author = authors.get(medium);
          if (speaker.kind() == SourceMention.Kind.DOCUMENT && author != null) {
            complete.set(i, found.get(i).spokenBy(author));
          } else if (speaker.kind() == SourceMention.Kind.ORGANISATION) {
            authors.put(medium, speaker);
          }
        }
      }
      return complete;
    }

    /** By every shorter form of a speaker's name, the first attribution that says whose side. */
    private Map<String, Attribution> namedFuller() {
      Map<String, Attribution> fuller = new HashMap<>();
      for (Attribution other : found) {
        SourceMention speaker = other.speaker();
        if (speaker != null && !other.sides().isEmpty()) {
          String name = speaker.name();
          for (int cut = name.indexOf(' '); cut > 0; cut = name.indexOf(' ', cut + 1)) {
            fuller.putIfAbsent(name.substring(0, cut), other);
          }
        }
      }
      return fuller;
    }

    /**
     * A body that the article names elsewhere with its country ("the prime minister's office", "the
     * Turkish prime minister's office") speaks for that country.
     */
    private static Attribution sided(Attribution attribution, Map<String, Attribution> fuller) {
      SourceMention speaker = attribution.speaker();
      boolean open =
          speaker != null
              && speaker.kind() == SourceMention.Kind.ORGANISATION
              && attribution.sides().isEmpty();
      Attribution other = open && speaker != null ? fuller.get(speaker.name()) : null;
      return other == null ? attribution : attribution.onTheSideOf(other);
    }

    void read(Sentence sentence) {
      List<Cue> cues = new CueReader(speakers, context, sentence).cues();
      boolean starts =
          !cues.isEmpty()
              && cues.getFirst().forward()
              && cues.getFirst().first() <= sentence.first() + 2;
      int covered = starts || open.isEmpty() ? sentence.first() : goOn(sentence);
      boolean stillOpen = covered == sentence.end() && !open.isEmpty();
      List<Attribution> here =
          new Scopes(context.text(), sides, sentence, throughPublications(cues)).attributions();
      found.addAll(here);
      if (here.isEmpty() && !stillOpen) {
        runOn(sentence);
      } else if (!here.isEmpty()) {
        lead(sentence, here);
        before = here;
        paragraph = sentence.paragraph();
        quiet = 0;
      }
      if (!stillOpen || !here.isEmpty()) {
        open = leftOpen(sentence, here);
        openSince = sentence.index();
      }
    }

    /** A sentence in which nobody speaks goes on with the speaker of the one before it. */
    private void runOn(Sentence sentence) {
      quiet++;
      silent.add(sentence);
      boolean shift = startsAnew(sentence);
      if (shift) {
        before = List.of();
      }
      if (quiet > MOST_QUIET || before.isEmpty() || paragraph != sentence.paragraph()) {
        return;
      }
      for (Attribution attribution : before) {
        if (carries(attribution) && speaksOfViolence(attribution)) {
          runOn.add(loose(attribution, sentence, "source/runs-on"));
        }
      }
    }

    /**
     * The sentences before the first speaker are the lead, which usually tells what that speaker
     * said.
     */
    private void lead(Sentence sentence, List<Attribution> here) {
      if (found.size() == here.size() && silent.size() <= LONGEST_LEAD) {
        for (Sentence told : silent) {
          here.stream()
              .filter(a -> carries(a) && speaksOfViolence(a))
              .forEach(a -> runOn.add(loose(a, told, Attribution.LEAD)));
        }
      }
      silent.clear();
    }

    /**
     * Whether the speaker's own words name violence, a weapon or a loss: who speaks of exports is
     * not the source of the bombing told beside it.
     */
    private boolean speaksOfViolence(Attribution attribution) {
      for (int i = attribution.scope().first(); i < attribution.scope().end(); i++) {
        for (Label label : context.text().token(i).labels()) {
          if (VIOLENCE.contains(label.list()) && !label.entry().is("type", "talks")) {
            return true;
          }
        }
      }
      return false;
    }

    private boolean carries(Attribution attribution) {
      boolean speech =
          switch (attribution.act()) {
            case SAY, ANNOUNCE, CONFIRM, CONTINUE -> true;
            default -> false;
          };
      return speech && attribution.speaker() != null;
    }

    private Attribution loose(Attribution attribution, Sentence sentence, String rule) {
      TokenRange scope = new TokenRange(sentence.first(), sentence.end());
      return new Attribution(
          attribution.chain(),
          SpeechAct.CONTINUE,
          new TokenRange(sentence.first(), sentence.first()),
          scope,
          null,
          false,
          attribution.doubtful(),
          attribution.sides(),
          attribution.armed(),
          Derivation.byRule(rule));
    }

    private boolean startsAnew(Sentence sentence) {
      AnalyzedText text = context.text();
      Token first = text.token(sentence.first());
      boolean was = first.is("name-stops", "was");
      return was || first.is("narration") || first.is("topic-shifts") || first.isPunctuation();
    }

    /** Lets the open quotation run on; returns the token at which it closes. */
    private int goOn(Sentence sentence) {
      int end = closing(context.text(), sentence);
      for (Attribution attribution : open) {
        found.add(
            new Attribution(
                attribution.chain(),
                SpeechAct.CONTINUE,
                new TokenRange(sentence.first(), sentence.first()),
                new TokenRange(sentence.first(), end),
                null,
                false,
                attribution.doubtful(),
                attribution.sides(),
                attribution.armed(),
                Derivation.byRule("source/quotation-runs-on")));
      }
      if (end < sentence.end() || sentence.index() - openSince >= LONGEST_QUOTATION) {
        open = List.of();
      }
      return end;
    }

    private List<Attribution> leftOpen(Sentence sentence, List<Attribution> here) {
      if (here.isEmpty() || here.getLast().chain().isEmpty()) {
        return List.of();
      }
      Attribution last = here.getLast();
      AnalyzedText text = context.text();
      boolean colon = SpeakerReader.isSign(text.token(sentence.end() - 1), ":");
      boolean isOpen = depth(text, last.cue().first(), sentence.end()) > 0;
      return colon || isOpen
          ? here.stream()
              .filter(a -> a.scope().end() == last.scope().end() && !a.chain().isEmpty())
              .toList()
          : List.of();
    }
  }

  /** A publication named behind other speakers' words is what they are quoted through. */
  private static List<Cue> throughPublications(List<Cue> cues) {
    List<Cue> kept = new ArrayList<>();
    for (Cue cue : cues) {
      Cue before = kept.isEmpty() ? null : kept.getLast();
      if (before != null && leads(before, cue)) {
        kept.set(kept.size() - 1, cue.through(before.passingOn()));
        continue;
      }
      if (before != null && passesOn(before, cue)) {
        Cue passed = cue.through(before.passingOn());
        kept.set(kept.size() - 1, before.forward() ? passed.from(before.first()) : passed);
        continue;
      }
      boolean quotes =
          before != null
              && before.forward()
              && !before.speakers().isEmpty()
              && !before.isPublication();
      if (quotes && before != null && !cue.forward() && isStatement(cue)) {
        continue;
      }
      if (quotes && before != null && !cue.forward() && cue.isPublication()) {
        kept.set(
            kept.size() - 1,
            before.outer() == null ? before.through(cue.speakers().getFirst()) : before);
      } else {
        kept.add(cue);
      }
    }
    return kept;
  }

  /** "…, as stands in a statement": the words are those of whoever has just spoken. */
  private static boolean isStatement(Cue cue) {
    SourceMention document = cue.isPublication() ? cue.speakers().getFirst() : null;
    return document != null
        && document.kind() == SourceMention.Kind.DOCUMENT
        && "statement".equals(document.medium());
  }

  /** "ذكرت صحيفة … نقلا عن مصدر أن": what the publication says is the word of whom it quotes. */
  private static boolean passesOn(Cue publication, Cue quoted) {
    boolean tells = publication.speakers().size() == 1 && publication.forward();
    return (publication.isPublication() || tells)
        && quoted.quotes()
        && !quoted.speakers().isEmpty()
        && quoted.first() <= publication.end() + 1;
  }

  /**
   * "نقلا عن صحيفة …، قال مصدر": the publication named first is what the next is quoted through.
   */
  private static boolean leads(Cue publication, Cue cue) {
    return publication.isPublication()
        && (publication.quotes() || publication.derivation().rule().equals(Cue.ACCORDING))
        && cue.forward()
        && cue.outer() == null
        && !cue.speakers().isEmpty()
        && !cue.isPublication()
        && cue.first() <= publication.end() + 1;
  }

  /**
   * Token behind the mark that closes a quotation opened earlier; the sentence's end where none
   * does.
   */
  private static int closing(AnalyzedText text, Sentence sentence) {
    int depth = 1;
    for (int i = sentence.first(); i < sentence.end(); i++) {
      Token token = text.token(i);
      if (SpeakerReader.isSign(token, "“«‹„")) {
        depth++;
      } else if (SpeakerReader.isSign(token, "”»›")) {
        depth--;
      } else if (SpeakerReader.isSign(token, "\"")) {
        depth = opensStraight(text, i) ? depth + 1 : depth - 1;
      }
      if (depth == 0) {
        return i + 1;
      }
    }
    return sentence.end();
  }

  /** How many quotations are open behind a range of tokens. */
  private static int depth(AnalyzedText text, int first, int end) {
    int depth = 0;
    boolean straight = false;
    for (int i = first; i < end; i++) {
      Token token = text.token(i);
      if (SpeakerReader.isSign(token, "“«‹„")) {
        depth++;
      } else if (SpeakerReader.isSign(token, "”»›")) {
        depth = Math.max(0, depth - 1);
      } else if (SpeakerReader.isSign(token, "\"")) {
        straight = !straight;
      }
    }
    return depth + (straight ? 1 : 0);
  }

  /** A straight mark opens where a space stands before it and none behind it. */
  private static boolean opensStraight(AnalyzedText text, int at) {
    String given = text.text().given();
    int start = text.token(at).span().start();
    int end = text.token(at).span().end();
    boolean spaceBefore = start == 0 || Character.isWhitespace(given.charAt(start - 1));
    boolean spaceBehind = end >= given.length() || Character.isWhitespace(given.charAt(end));
    return spaceBefore && !spaceBehind;
  }

  /** How far each speaker's words go inside one sentence. */
  private static final class Scopes {
    private final AnalyzedText text;
    private final Sides sides;
    private final Sentence sentence;
    private final List<Cue> cues;

    Scopes(AnalyzedText text, Sides sides, Sentence sentence, List<Cue> cues) {
      this.text = text;
      this.sides = sides;
      this.sentence = sentence;
      this.cues = cues;
    }

    List<Attribution> attributions() {
      List<Attribution> attributions = new ArrayList<>();
      for (int i = 0; i < cues.size(); i++) {
        Cue cue = cues.get(i);
        TokenRange scope = cue.forward() ? forward(i) : around(i);
        if (cue.speakers().isEmpty()) {
          attributions.add(attribution(cue, null, scope));
        }
        cue.speakers().forEach(speaker -> attributions.add(attribution(cue, speaker, scope)));
      }
      return attributions;
    }

    private TokenRange forward(int i) {
      Cue cue = cues.get(i);
      int end = sentence.end();
      for (int j = i + 1; j < cues.size() && end == sentence.end(); j++) {
        Cue next = cues.get(j);
        if (next.forward() && !next.hasSpeakersOf(cue) && !next.speakers().isEmpty()) {
          end = next.first();
        }
      }
      return new TokenRange(cue.first(), Math.max(end, cue.end()));
    }

    private TokenRange around(int i) {
      int first = sentence.first();
      int end = sentence.end();
      for (int j = 0; j < cues.size(); j++) {
        Cue other = cues.get(j);
        if (j < i && other.forward()) {
          first = other.first();
        } else if (j > i && other.forward() && end == sentence.end()) {
          end = other.first();
        }
      }
      return new TokenRange(first, Math.max(end, cues.get(i).end()));
    }

    private Attribution attribution(Cue cue, @Nullable SourceMention speaker, TokenRange scope) {
      List<SourceMention> chain = new ArrayList<>();
      for (SourceMention outer : cue.through()) {
        if (speaker != null && !outer.name().equals(speaker.name())) {
          chain.add(outer);
        }
      }
      if (speaker != null) {
        chain.add(speaker);
      }
      TokenRange at = new TokenRange(cue.first(), Math.max(cue.first(), cue.end()));
      List<String> spokenFor = speaker == null ? List.of() : sides.of(text, speaker);
      return new Attribution(
          chain,
          cue.act(),
          at,
          scope,
          cue.object(),
          true,
          cue.doubtful(),
          spokenFor,
          sides.isArmed(text, speaker, spokenFor),
          cue.derivation());
    }
  }
}
