package org.isnad.core.mention.source;

import java.util.List;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.mention.SourceMention;
import org.isnad.core.rule.Derivation;
import org.jspecify.annotations.Nullable;

/** Reads lines of the form "speaker: words": {@code مصدر أمني: مقتل ثلاثة}. */
final class HeadlineCues {

  /** Longest headline part before a colon. */
  private static final int HEADLINE_REACH = 14;

  private final SpeakerReader reader;
  private final SpeakerReader.Context context;
  private final AnalyzedText text;
  private final Sentence sentence;
  private final Clause clause;
  private final Publications publications;

  HeadlineCues(
      SpeakerReader reader,
      SpeakerReader.Context context,
      Sentence sentence,
      Clause clause,
      Publications publications) {
    this.reader = reader;
    this.context = context;
    this.text = context.text();
    this.sentence = sentence;
    this.clause = clause;
    this.publications = publications;
  }

  /** "مصدر أمني: …", also behind a bullet and with the outlet it was said to. */
  @Nullable Cue headline() {
    int first = behindLabels();
    int colon = colon(first);
    if (colon <= first || colon + 1 >= sentence.end() || text.token(first).is("line-labels")) {
      return null;
    }
    SourceMention speaker = reader.at(context, first);
    if (speaker == null
        || Cue.isPublication(speaker) && speaker.id() == null
        || isDateline(first)) {
      return null;
    }
    SourceMention outer = publications.outer(speaker.tokens().end(), colon, List.of(speaker));
    int end =
        outer == null
            ? speaker.tokens().end()
            : Math.max(outer.tokens().end(), speaker.tokens().end());
    if (end < colon && !(end + 1 == colon && clause.isClosing(end)) && !isOnlyTime(end, colon)) {
      return null;
    }
    return new Cue(
        first,
        colon + 1,
        SpeechAct.SAY,
        List.of(speaker),
        Publications.listed(outer),
        true,
        null,
        false,
        Derivation.byRule("source/headline"));
  }

  /** Behind bullets and labels of the line ("عاجل: "). */
  private int behindLabels() {
    int first = sentence.first();
    while (first < sentence.end()
        && text.token(first).isPunctuation()
        && !clause.isOpening(first)) {
      first++;
    }
    boolean label = first + 1 < sentence.end() && text.token(first).is("line-labels");
    boolean closed = label && SpeakerReader.isSign(text.token(first + 1), ":|");
    return closed && colon(first + 2) > 0 ? first + 2 : first;
  }

  /** The colon near the head of the line; -1 where none stands there. */
  private int colon(int first) {
    for (int i = first; i < Math.min(sentence.end(), first + HEADLINE_REACH); i++) {
      if (SpeakerReader.isSign(text.token(i), ":")) {
        return i;
      }
    }
    return -1;
  }

  /** "بيان اللجنة قبل قليل: …": a time may stand before the colon. */
  private boolean isOnlyTime(int from, int colon) {
    for (int i = from; i < colon; i++) {
      boolean time =
          text.token(i).is("name-stops", "today")
              || text.token(i).labels().stream()
                  .anyMatch(l -> l.entry().file().startsWith("time/"));
      if (!time) {
        return false;
      }
    }
    return true;
  }

  /** "اليمن: معارك …" names the place of the news, not who speaks. */
  private boolean isDateline(int first) {
    Label party = text.token(first).label("parties");
    return text.token(first).is("capitals")
        || party != null && party.size() == 1 && party.entry().is("kind", "state");
  }
}
