package org.isnad.core.mention.source;

import java.util.ArrayList;
import java.util.List;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.mention.SourceMention;
import org.isnad.core.mention.SourceMention.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads one who passes on the words of another: {@code نقلت وكالة عن مصدر أن} ("an agency quoted a
 * source that").
 */
final class CitationCues {

  /** How far behind an agency the one it quotes stands: on which account, and when. */
  private static final int CITED_REACH = 14;

  private final AnalyzedText text;
  private final Sentence sentence;
  private final Clause clause;
  private final Subjects subjects;
  private final Publications publications;

  CitationCues(
      SpeakerReader.Context context,
      Sentence sentence,
      Clause clause,
      Subjects subjects,
      Publications publications) {
    this.text = context.text();
    this.sentence = sentence;
    this.clause = clause;
    this.subjects = subjects;
    this.publications = publications;
  }

  /** "نقلت وكالة … عن مصدر": the agency is the outer link. */
  @Nullable Cue cited(Label verb, List<SourceMention> known) {
    List<SourceMention> agencies =
        known.isEmpty() ? Publications.listed(publications.unknownPublication(verb)) : known;
    int from = Cue.end(verb, agencies);
    int about = -1;
    String preposition = verb.entry().is("prep", "min") ? "from" : "about";
    for (int i = from; i < Math.min(sentence.end(), from + CITED_REACH) && about < 0; i++) {
      if (text.token(i).is(Clause.MARKERS) || SpeakerReader.isSign(text.token(i), ":")) {
        break;
      }
      about = text.token(i).is("name-stops", preposition) ? i : -1;
    }
    boolean byAgency = agencies.isEmpty() || agencies.getFirst().kind() != Kind.UNNAMED;
    List<SourceMention> speakers =
        about < 0 || !byAgency ? List.of() : subjects.coordinated(clause.skipMinor(about + 1));
    if (!speakers.isEmpty()) {
      Publications.Quoted quoted = publications.passedOn(speakers);
      List<SourceMention> through =
          new ArrayList<>(agencies.subList(0, agencies.isEmpty() ? 0 : 1));
      through.addAll(quoted.through());
      int end = Cue.end(verb, quoted.speakers());
      return Cue.of(
          verb.first(),
          end,
          SpeechAct.SAY,
          publications.withMedium(quoted.speakers(), end),
          through,
          true,
          null,
          verb);
    }
    boolean publication = agencies.size() == 1 && Cue.isPublication(agencies.getFirst());
    return publication && clause.hasContent(from, false)
        ? Cue.of(verb.first(), from, SpeechAct.SAY, agencies, List.of(), true, null, verb)
        : null;
  }

  /** "نسبت الوكالة إلى مصدر أمني أن": the agency quotes, and accuses nobody. */
  @Nullable Cue ascribed(Label verb, List<SourceMention> agencies) {
    boolean agency = agencies.size() == 1 && publications.isOfPublications(agencies.getFirst());
    int to = agency ? clause.skipMinor(agencies.getFirst().tokens().end()) : sentence.end();
    boolean on = to + 1 < sentence.end() && text.token(to).is("name-stops", "to");
    List<SourceMention> quoted = on ? subjects.coordinated(to + 1) : List.of();
    int end = quoted.isEmpty() ? sentence.end() : quoted.getLast().tokens().end();
    return end < sentence.end() && clause.hasContent(end, false)
        ? Cue.of(verb.first(), end, SpeechAct.SAY, quoted, agencies, true, null, verb)
        : null;
  }
}
