package org.isnad.core.mention.source;

import java.util.List;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.mention.PartyMention;
import org.isnad.core.mention.SourceMention;
import org.isnad.core.mention.SourceMention.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads set phrases about who did it: "nobody has claimed it", "its responsibility", "stands behind
 * it", "attributed to", "pointed the fingers of accusation at".
 */
final class PhraseCues {

  private final SpeakerReader reader;
  private final SpeakerReader.Context context;
  private final AnalyzedText text;
  private final Sentence sentence;
  private final Clause clause;
  private final Subjects subjects;
  private final Accused accused;

  PhraseCues(
      SpeakerReader reader,
      SpeakerReader.Context context,
      Sentence sentence,
      Clause clause,
      Subjects subjects,
      Accused accused) {
    this.reader = reader;
    this.context = context;
    this.text = context.text();
    this.sentence = sentence;
    this.clause = clause;
    this.subjects = subjects;
    this.accused = accused;
  }

  @Nullable Cue noClaim(int at) {
    Label label = text.token(at).label(Clause.NO_CLAIM);
    if (label == null) {
      return null;
    }
    SpeechAct act = SpeechAct.of(label.entry().attribute("function"));
    if (act == SpeechAct.CLAIM) {
      return claimed(label);
    }
    String blamed = label.entry().attribute("blamed");
    if (!blamed.isEmpty()) {
      return blamedFor(label, blamed);
    }
    if (act == SpeechAct.SUSPECT || act == SpeechAct.ACCUSE) {
      return suspected(label, act);
    }
    return Cue.of(label.first(), label.end(), act, List.of(), List.of(), false, null, label);
  }

  /**
   * "قال … إن التنظيم يقف وراء الهجوم", "رجح … وقوف التنظيم وراءه": whoever speaks blames the party
   * before or behind the words.
   */
  private @Nullable Cue blamedFor(Label label, String where) {
    SourceMention speaker = context.earlier().last();
    PartyMention object =
        where.equals("before")
            ? accused.partyBefore(label.first())
            : label.size() > 1
                ? accused.blamedBehind(label.end())
                : accused.partyAfter(label.end(), List.of());
    boolean other =
        speaker != null
            && object != null
            && !Accused.isSame(speaker, object)
            && subjects.isSpoken(label.first());
    return other && speaker != null
        ? Cue.of(
            label.first(),
            label.end(),
            SpeechAct.ACCUSE,
            List.of(speaker),
            List.of(),
            true,
            object,
            label)
        : null;
  }

  /** "أعلن التنظيم مسؤوليته" and "أعلنت مسؤوليتها الحركة". */
  private @Nullable Cue claimed(Label label) {
    SourceMention speaker = reader.at(context, label.end());
    List<SourceMention> speakers =
        speaker == null ? subjects.before(label.first()) : List.of(speaker);
    SourceMention last = context.earlier().last();
    if (speakers.isEmpty() && last != null) {
      speakers = List.of(last);
    }
    return speakers.isEmpty()
        ? null
        : Cue.of(
            label.first(),
            Cue.end(label, speakers),
            SpeechAct.CLAIM,
            speakers,
            List.of(),
            false,
            null,
            label);
  }

  /**
   * "attributed to", "the fingers of accusation at": whoever points them stands before the words.
   */
  private Cue suspected(Label label, SpeechAct act) {
    List<SourceMention> accusers = act == SpeechAct.ACCUSE ? subjects.accusers(label) : List.of();
    SourceMention quoted = act == SpeechAct.SUSPECT ? quoted(label) : null;
    if (quoted != null) {
      SourceMention last = context.earlier().last();
      SourceMention outer = last != null && Cue.isPublication(last) ? last : null;
      return Cue.of(
          label.first(),
          quoted.tokens().end(),
          SpeechAct.SAY,
          List.of(quoted),
          Publications.listed(outer),
          true,
          null,
          label);
    }
    int first = accusers.isEmpty() ? label.first() : accusers.getFirst().tokens().first();
    return Cue.of(
        first,
        label.end(),
        accusers.isEmpty() ? SpeechAct.SUSPECT : act,
        accusers,
        List.of(),
        false,
        accused.partyAfter(label.end(), accusers),
        label);
  }

  /** "نسبت إلى مصدر … أن": whoever is quoted, not whoever is suspected. */
  private @Nullable SourceMention quoted(Label label) {
    SourceMention speaker = label.end() < sentence.end() ? reader.at(context, label.end()) : null;
    boolean speaks = speaker != null && speaker.kind() == Kind.UNNAMED;
    return speaks && speaker != null && clause.hasContent(speaker.tokens().end(), false)
        ? speaker
        : null;
  }
}
