package org.isnad.core.report;

import java.util.ArrayList;
import java.util.List;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.lexicon.Features;
import org.isnad.core.lexicon.Lexicon;
import org.isnad.core.mention.CountMention;
import org.isnad.core.mention.Quantity;
import org.isnad.core.mention.TokenRange;
import org.isnad.core.report.Chain.Slot;
import org.isnad.core.report.TollMention.Basis;
import org.isnad.core.rule.Derivation;
import org.isnad.core.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Reads how many were killed and hurt, clause by clause (codebook sections 8 and 12), from {@code
 * toll/*.tsv}: verbs in either voice ({@code قتل 12 شخصا}), verbal nouns ({@code مقتل 12 وإصابة
 * 20}), nouns for the dead and the hurt ({@code سقط نحو 30 قتيلا وعشرات الجرحى}), words that say
 * there were none or that it is not known.
 *
 * <p>Parts of a figure ("among them") are marked and not added, dead attackers are told apart,
 * older figures that the text replaces are marked. Which event a figure belongs to is decided
 * elsewhere. Immutable; linear in the text, since every look ahead or back is bounded.
 */
public final class TollReader {

  /**
   * So many dead are told of wars, not of single events; the gravest attacks on record stay below.
   */
  static final int THOUSANDS = 2_000;

  private final VictimReader victims;
  private final TollNegations negations;

  /** A reader with the words of {@code lexicon}. */
  public TollReader(Lexicon lexicon) {
    this.victims = new VictimReader(new PersonWords(lexicon));
    this.negations = new TollNegations();
  }

  /**
   * The figures for dead and hurt in text order.
   *
   * @param text the analysed text
   * @param counts the numbers found in it
   */
  public List<TollMention> read(AnalyzedText text, List<CountMention> counts) {
    TollScene scene = new TollScene(text, counts);
    List<TollMention> found = new ArrayList<>();
    for (Sentence sentence : text.sentences()) {
      new Clauses(scene, sentence, found).read();
    }
    return List.copyOf(found);
  }

  /** One sentence, read from left to right. */
  private final class Clauses {

    /** How far an actor may stand between a verb and its victims, in tokens. */
    private static final int ACTOR = 8;

    /** Most adjectives behind a force: "the Israeli occupation". */
    private static final int ADJECTIVES = 2;

    /** The same where no number or no noun for persons stands there. */
    private static final int BARE = 4;

    /** Most words of whose a subject is, before the number of those it killed. */
    private static final int OWNER = 6;

    /** How far the victim may stand behind the subject: a clause and words of time between. */
    private static final int OBJECT = 16;

    /** How far persons may stand before the verb that says they died, in tokens. */
    private static final int SUBJECT = 18;

    /** How far a figure may stand behind "the number of dead", in tokens. */
    private static final int FIGURE = 12;

    /** How far "their death" may stand behind "met", in tokens. */
    private static final int FATE = 14;

    private final TollScene scene;
    private final Sentence sentence;
    private final List<TollMention> found;
    private int done;

    Clauses(TollScene scene, Sentence sentence, List<TollMention> found) {
      this.scene = scene;
      this.sentence = sentence;
      this.found = found;
      this.done = sentence.first();
    }

    void read() {
      for (int i = sentence.first(); i < sentence.end(); i++) {
        int behind = negations.read(scene, sentence, i, found);
        if (behind > i) {
          done = behind;
          i = behind - 1;
          continue;
        }
        Label label = scene.casualty(i);
        if (label != null && i >= done && label.end() <= sentence.end() && !isExcluded(label)) {
          int end = read(label);
          done = Math.max(done, end);
          i = Math.max(i, Math.min(label.end(), Math.max(end, i + 1)) - 1);
        }
      }
    }

    private int read(Label label) {
      return switch (label.entry().attribute("form")) {
        case "verb" -> verb(label);
        case "suffer" -> suffered(label);
        case "masdar", "taker" -> {
          Label own = ownVerb(label);
          if (own != null) {
            verb(own);
            yield own.end();
          }
          yield label.clitics().hasPronoun()
              ? pronoun(label)
              : list(label, behind(label), nearest(behind(label), 3));
        }
        case "corpse" -> corpses(label);
        case "number" -> total(label);
        case "person" -> persons(label);
        case "split" -> joint(label);
        case "pair" -> pair(label);
        case "opener" -> opened(label);
        case "after" -> exposed(label);
        default -> label.end();
      };
    }

    /**
     * {@code جنديا قتل وجرح اثنان}: the first verb has its subject before it, and the second its
     * own behind it; null where both speak of the same persons.
     */
    private @Nullable Label ownVerb(Label label) {
      boolean joint = label.entry().is("slot", "both") && label.size() == 2;
      if (!joint || victims.at(scene, label.end(), sentence.end()) == null) {
        return null;
      }
      int from = Math.max(done, Math.max(sentence.first(), label.first() - BARE));
      for (int i = from; i < label.first(); i++) {
        VictimPhrase subject = victims.at(scene, i, label.first());
        boolean few = subject != null && subject.quantity().isExact() && subject.indefinite();
        if (few && subject != null && subject.end() <= label.first() && !scene.isPrepositional(i)) {
          return finite(label.first());
        }
      }
      return null;
    }

    private @Nullable Label finite(int token) {
      for (Label label : scene.token(token).labels()) {
        boolean own = label.list().equals(TollScene.WORDS) && label.size() == 1;
        if (own && label.features().isVerb() && label.entry().is("form", "verb")) {
          return label;
        }
      }
      return null;
    }

    /**
     * {@code تسع جثث}, {@code جثتين}, {@code جثث خمسة رعاة}: bodies that were found or brought in.
     * They are among the dead that the text counts elsewhere, if it does.
     */
    private int corpses(Label label) {
      CountMention count = numberOf(label);
      boolean dual = label.features().number() == Features.Num.DUAL;
      boolean whose = label.clitics().hasPronoun() || label.clitics().isDefinite();
      VictimPhrase dead = whose ? null : victims.at(scene, label.end(), sentence.end());
      boolean those = count != null && isDefinite(count);
      if (count != null && !those) {
        int end = Math.max(label.end(), count.tokens().end());
        Toll value = new Toll.Counted(count.quantity());
        add(label, Slot.KILLED, value, count.tokens().first(), end, Basis.PART, true);
        return end;
      }
      if (dead != null && !dead.attacker()) {
        addPhrase(label, dual ? dead.with(Quantity.exactly(2)) : dead, Basis.PART);
        return dead.end();
      }
      if (dual && !label.clitics().hasPronoun()) {
        Toll two = new Toll.Counted(Quantity.exactly(2));
        add(label, Slot.KILLED, two, label.first(), label.end(), Basis.PART, true);
      }
      return label.end();
    }

    /** {@code شيع الآلاف جثامين}: a number with the article counts others. */
    private boolean isDefinite(CountMention count) {
      return Normalizer.opensWithArticle(scene.token(count.tokens().first()).norm());
    }

    /** {@code إن العدد الكلي بلغ ثلاثة عشر}: of those whom the text counted last. */
    private int total(Label label) {
      Slot slot = found.isEmpty() ? null : found.getLast().slot();
      boolean recent =
          slot != null
              && scene.text().sentenceOf(found.getLast().trigger()).index() >= sentence.index() - 1;
      for (int i = label.end(); recent && i < Math.min(sentence.end(), label.end() + BARE); i++) {
        CountMention count = scene.countAt(i);
        boolean persons =
            count != null && (count.headToken() < 0 || victims.at(scene, i, i + 2) != null);
        if (persons && count != null && slot != null) {
          Toll value = new Toll.Counted(count.quantity());
          add(label, slot, value, i, count.tokens().end(), Basis.STATED, false);
          return count.tokens().end();
        }
        if (scene.token(i).isPunctuation() && !scene.isPassable(i) || scene.casualty(i) != null) {
          return label.end();
        }
      }
      return label.end();
    }

    private boolean isExcluded(Label label) {
      int at = label.first();
      boolean feared =
          scene.hasRole(TollScene.CONTEXT, Math.max(sentence.first(), at - 2), at, "fear");
      boolean negated = at > sentence.first() && scene.hasRole(TollScene.CONTEXT, at - 1, "not");
      boolean attempted =
          slot(label) == Slot.KILLED
              && scene.hasRole(
                  TollScene.CONTEXT, Math.max(sentence.first(), at - 2), at, "attempt");
      boolean judged =
          scene.hasRole(TollScene.CONTEXT, Math.max(sentence.first(), at - 5), at, "court")
              && isDeathWord(label);
      boolean healed =
          label.entry().is("needs", "wounds")
              && !scene.hasRole(TollScene.CONTEXT, sentence.first(), sentence.end(), "wounds");
      return feared
          || negated
          || attempted
          || judged
          || healed
          || label.entry().is("needs", "never");
    }

    private static boolean isDeathWord(Label label) {
      return label.entry().is("unless", "court")
          || label.features().part() != Features.Part.VERB && label.entry().is("form", "verb");
    }

    /**
     * A verb whose victim is its object, or its subject where it is passive; or its verbal noun.
     */
    private int verb(Label label) {
      if (label.features().part() != Features.Part.VERB
          && label.features().part() != Features.Part.MASDAR) {
        return label.end();
      }
      if (label.clitics().hasPronoun()) {
        return pronoun(label);
      }
      CountMention cases = label.features().part() == Features.Part.MASDAR ? numberOf(label) : null;
      if (cases != null && slot(label) == Slot.INJURED && cases.tokens().first() < label.first()) {
        Toll value = new Toll.Counted(cases.quantity());
        add(label, slot(label), value, cases.tokens().first(), label.end(), Basis.STATED, true);
        return label.end();
      }
      if (label.features().part() == Features.Part.MASDAR
          && isGoverned(label)
          && isExposed(label)) {
        return exposed(label);
      }
      int behind = behind(label);
      VictimPhrase first = opensNext(behind) ? null : victims.at(scene, behind, sentence.end());
      if (first != null) {
        VictimPhrase object = object(first);
        if (object == null && isSubject(label, first)) {
          int victim = laterObject(first.end());
          return victim < 0 ? label.end() : list(label, victim, 0);
        }
        if (object == null && isDoer(label, first) && isPersonNamed(first.end())) {
          return named(label, first.end());
        }
        return list(label, (object == null ? first : object).first(), 0);
      }
      if (isDoneByThose(label)) {
        return label.end();
      }
      int force = label.features().isVerb() ? forceEnd(behind) : behind;
      if (force > behind && slot(label) == Slot.KILLED && isPersonNamed(force)) {
        return named(label, force);
      }
      boolean told = label.features().isVerb() && isMany(label) && saysBefore(label);
      if (told) {
        return label.end();
      }
      int skipped = label.features().isVerb() || slot(label) == Slot.KILLED ? skipActor(label) : 0;
      if (skipped > 0) {
        return list(label, skipped, 0);
      }
      boolean governed =
          label.first() > sentence.first()
              && scene.hasRole(TollScene.CONTEXT, label.first() - 1, "preposition");
      if (!label.features().isVerb() || governed) {
        return name(label);
      }
      boolean active = label.entry().is("needs", "person-active") && !label.features().passive();
      return active ? label.end() : before(label);
    }

    /**
     * Whether "and" stands here: what follows is the subject of the next verb ({@code قتلوا ومئات
     * جرحوا}).
     */
    private boolean opensNext(int token) {
      return token < sentence.end() && (scene.isBareAnd(token) || scene.hasAnd(token));
    }

    /**
     * "gunmen assassinate the director": who stands before the verb acts where an object follows.
     */
    private boolean isDoneByThose(Label label) {
      int before = label.first() - 1;
      boolean subject =
          before >= sentence.first()
              && label.entry().is("form", "verb")
              && label.features().isVerb()
              && label.features().tense() == Features.Tense.PRESENT
              && Normalizer.isNominativePlural(scene.token(before).norm());
      return subject
          && label.end() < sentence.end()
          && scene.token(label.end()).isWord()
          && !scene.isPrepositional(label.end())
          && scene.countAt(label.end()) == null;
    }

    /** A verb in dual or plural stands behind its subject. */
    private static boolean isMany(Label label) {
      return label.features().number() == Features.Num.DUAL
          || label.features().number() == Features.Num.PLURAL;
    }

    private boolean saysBefore(Label label) {
      int known = found.size();
      before(label);
      return found.size() > known;
    }

    /**
     * A person behind the subject without "and": {@code قتل مسلحون جنديين}, its owner or adjective
     * between where the ending shows the object ({@code قتل جنود الجيش شابا}).
     */
    private @Nullable VictimPhrase object(VictimPhrase subject) {
      if (subject.counted()) {
        return null;
      }
      if (subject.end() < sentence.end()
          && scene.token(subject.end()).is("event-prepositions", "from")) {
        return beyondOwner(subject.end() + 1);
      }
      int limit = Math.min(sentence.end(), subject.end() + BARE);
      for (int at = subject.end(); at < limit; at++) {
        if (scene.hasAnd(at) || scene.isPrepositional(at) || !scene.token(at).isWord()) {
          return null;
        }
        String norm = scene.token(at).norm();
        boolean shown =
            (at == subject.end() || Normalizer.endsWithAlef(norm))
                && !Normalizer.isNominativePlural(norm);
        VictimPhrase object = shown ? victims.at(scene, at, sentence.end()) : null;
        if (object != null
            && object.person()
            && object.indefinite()
            && !isTheSame(subject, object)) {
          return object;
        }
      }
      return null;
    }

    /**
     * "two gunmen on a motorcycle assassinated, on Sunday, a member": a form that only subjects
     * have, behind a verb whose passive is spelled otherwise.
     */
    private boolean isSubject(Label verb, VictimPhrase first) {
      String norm = scene.token(first.first()).norm();
      return verb.entry().is("active", "shown")
          && verb.features().isVerb()
          && !verb.features().passive()
          && !first.counted()
          && (Normalizer.isNominativePlural(norm) || Normalizer.isNominativeDual(norm));
    }

    /** The first person behind the subject, past what they rode and when it was; or -1. */
    private int laterObject(int from) {
      for (int i = from; i < Math.min(sentence.end(), from + OBJECT); i++) {
        if (isGoverning(i - 1) || scene.hasAnd(i) || scene.isPrepositional(i)) {
          continue;
        }
        VictimPhrase phrase = victims.at(scene, i, sentence.end());
        if (phrase != null
            && phrase.person()
            && !Normalizer.isNominativePlural(scene.token(i).norm())) {
          return phrase.first();
        }
      }
      return -1;
    }

    /** "soldiers of the army killed four": a number right behind whose the subject is. */
    private @Nullable VictimPhrase beyondOwner(int from) {
      for (int at = from; at < Math.min(sentence.end(), from + OWNER); at++) {
        if (scene.hasAnd(at) || scene.isPrepositional(at) || !scene.token(at).isWord()) {
          return null;
        }
        VictimPhrase object = at == from ? null : victims.at(scene, at, sentence.end());
        if (object != null && object.counted() && object.indefinite()) {
          return object;
        }
      }
      return null;
    }

    private boolean isTheSame(VictimPhrase subject, VictimPhrase object) {
      return object.quantity().equals(subject.quantity()) && object.counted();
    }

    /**
     * Where victims stand behind an actor or a place: a number of persons, or an indefinite noun;
     * or 0. "Killing and destruction" in general have none.
     */
    private int skipActor(Label label) {
      if (label.features().part() == Features.Part.MASDAR && label.clitics().isDefinite()) {
        return 0;
      }
      boolean bareNumbers = !label.entry().is("needs", "person-active");
      boolean free = true;
      for (int i = label.end(); i < Math.min(sentence.end(), label.end() + ACTOR); i++) {
        Label casualty = scene.casualty(i);
        boolean other = casualty != null && !VictimReader.isManner(casualty);
        if (isBorder(i) || other || scene.hasRole(TollScene.LINKS, i, "part")) {
          return 0;
        }
        VictimPhrase phrase = i == label.end() ? null : victims.at(scene, i, sentence.end());
        boolean free2 = free && !isGoverning(i) && !isGoverning(i - 1);
        if (phrase != null
            && free2
            && phrase.indefinite()
            && !isOther(phrase)
            && (phrase.person() && (phrase.counted() || i <= label.end() + BARE)
                || phrase.counted() && bareNumbers && i <= label.end() + BARE)) {
          return phrase.first();
        }
        free = !isGoverning(i);
      }
      return 0;
    }

    /**
     * Whether a preposition stands here that takes what follows away from the verb; "with wounds"
     * does not.
     */
    private boolean isGoverning(int token) {
      Label casualty = scene.casualty(token);
      return scene.isPrepositional(token) && (casualty == null || !VictimReader.isManner(casualty));
    }

    /** Whether the phrase says only "others", which needs its verb right before it. */
    private boolean isOther(VictimPhrase phrase) {
      return !phrase.counted() && scene.token(phrase.first()).is("person-nouns", "others");
    }

    /** Past quotation marks behind a word for casualties. */
    private int behind(Label label) {
      int at = label.end();
      while (at < sentence.end()
          && scene.countAt(at) == null
          && scene.token(at).isPunctuation()
          && scene.isPassable(at)) {
        at++;
      }
      return at;
    }

    /** {@code توفي اليوم الأربعاء}: past words for the day between a verb and its subject. */
    private int behindDay(int from) {
      int at = from;
      while (at < Math.min(sentence.end(), from + BARE)
          && (scene.token(at).is("name-stops", "today")
              || scene.token(at).is("name-stops", "weekday"))) {
        at++;
      }
      boolean comma = at > from && at + 1 < sentence.end() && scene.token(at).is("marks", "comma");
      return comma && scene.countAt(at + 1) != null ? at + 1 : at;
    }

    /** {@code مقتله}: a pronoun of one person is one. */
    private int pronoun(Label label) {
      String pronoun = label.clitics().pronoun();
      boolean noun = !label.features().isVerb() && !isWhatKilled(label);
      boolean hurt = label.end() < sentence.end() && saysHow(label.end());
      if (noun
          && (pronoun.equals("h") || pronoun.equals("ha"))
          && (slot(label) == Slot.KILLED || hurt)) {
        add(label, slot(label), Toll.of(1), label.first(), label.end(), Basis.STATED, false);
      }
      return label.end();
    }

    /** {@code متأثرا بإصابته}: the wound that somebody died of. */
    private boolean isWhatKilled(Label label) {
      int before = label.first() - 1;
      return label.clitics().has("b")
          && before >= sentence.first()
          && scene.hasRole(TollScene.CONTEXT, before, "affected");
    }

    /** Whether "with wounds", "by bullets", "seriously" stands there, as behind persons hurt. */
    private boolean saysHow(int token) {
      for (Label label : scene.token(token).labels()) {
        boolean wound =
            label.list().equals(TollScene.WORDS) && label.entry().is("form", "after")
                || label.list().equals("weapons");
        boolean again = label.list().equals(TollScene.WORDS) && label.entry().is("slot", "injured");
        if (label.clitics().has("b") && (wound || again)) {
          return true;
        }
      }
      return false;
    }

    /** A verbal noun before a name: one person. */
    private int name(Label label) {
      int at = label.end();
      boolean noun =
          !label.clitics().isDefinite()
              && !label.features().isVerb()
              && slot(label) == Slot.KILLED
              && label.entry().attribute("needs").isEmpty();
      if (noun && at < sentence.end() && isName(at)) {
        add(label, Slot.KILLED, Toll.of(1), label.first(), at + 1, Basis.STATED, false);
      }
      return at;
    }

    /** "gunmen killed the sheikh X": a form that only subjects have, and no number. */
    private boolean isDoer(Label verb, VictimPhrase first) {
      String norm = scene.token(first.first()).norm();
      return verb.features().isVerb()
          && slot(verb) == Slot.KILLED
          && !first.counted()
          && first.end() == first.first() + 1
          && Normalizer.isNominativePlural(norm);
    }

    /** One person, named as the object of the verb. */
    private int named(Label label, int at) {
      add(label, Slot.KILLED, Toll.of(1), at, at + 1, Basis.STATED, false);
      return at + 1;
    }

    /**
     * Behind a force or an armed body with its adjectives, which kills and is not killed ({@code
     * قتل الجيش الصحفي …}); {@code at} itself where none stands there.
     */
    private int forceEnd(int at) {
      Label force = at < sentence.end() ? force(at) : null;
      int end = force == null ? at : force.end();
      int limit = Math.min(sentence.end(), end + ADJECTIVES);
      while (force != null && end < limit && isOfForce(end)) {
        end++;
      }
      return end;
    }

    private @Nullable Label force(int at) {
      Label party = scene.token(at).label("parties");
      Label body = scene.token(at).label("group-words");
      Label aircraft = scene.token(at).label("weapons");
      if (scene.isPrepositional(at) || scene.casualty(at) != null) {
        return null;
      }
      return party != null ? party : body != null ? body : aircraft;
    }

    private boolean isOfForce(int at) {
      return !scene.isPrepositional(at)
          && !scene.token(at).is("titles")
          && (scene.token(at).is("nationalities") || scene.token(at).is("force-adjectives"));
    }

    private boolean isPersonNamed(int at) {
      return at < sentence.end()
          && !scene.isPrepositional(at)
          && !scene.hasAnd(at)
          && PersonWords.isNamed(scene.text(), at, sentence.end());
    }

    private boolean isName(int token) {
      boolean title = scene.token(token).is("titles") && !scene.isPrepositional(token);
      boolean unknown =
          scene.token(token).isWord()
              && scene.token(token).isUnknown()
              && token + 1 < sentence.end()
              && scene.token(token + 1).isWord()
              && scene.token(token + 1).isUnknown();
      return title || unknown;
    }

    /**
     * The victims before their verb: {@code 27 شخصا قتلوا}; what "among them" adds is passed over.
     */
    private int before(Label label) {
      boolean fell =
          label.first() > sentence.first()
              && scene.hasRole(TollScene.CONTEXT, label.first() - 1, "fell");
      int verb = fell ? label.first() - 1 : label.first();
      int from = clauseStart(verb);
      int to = firstPart(from, verb);
      for (int i = from; i < to; i++) {
        VictimPhrase phrase =
            scene.isPrepositional(Math.max(from, i - 1)) && i > from
                ? null
                : victims.at(scene, i, to);
        if (phrase == null || phrase.end() > to || coveredFromLeft(i) || scene.isPrepositional(i)) {
          continue;
        }
        List<VictimPhrase> phrases = victims.listAt(scene, i, to);
        if (phrases.size() > 1 || fits(phrase, label.features().number())) {
          boolean dual = label.features().number() == Features.Num.DUAL && phrases.size() == 1;
          boolean one =
              label.features().number() == Features.Num.SINGULAR
                  && !phrase.counted()
                  && !phrase.indefinite();
          phrases = one ? phrases.subList(0, 1) : phrases;
          phrases.forEach(
              p -> addPhrase(label, dual ? p.with(Quantity.exactly(2)) : p, Basis.STATED));
          return label.end();
        }
      }
      return label.end();
    }

    /**
     * Where the clause of this verb starts: behind a stop, a comma, another verb, other casualties.
     */
    private int clauseStart(int verb) {
      int from = Math.max(done, Math.max(sentence.first(), verb - SUBJECT));
      for (int i = verb - 1; i >= from; i--) {
        boolean that = scene.hasRole(TollScene.CONTEXT, i, "that");
        if (that || isBorder(i)) {
          return i + 1;
        }
      }
      return from;
    }

    private boolean isBorder(int token) {
      Label casualty = scene.casualty(token);
      boolean other =
          casualty != null
              && !VictimReader.isPersonWord(casualty)
              && !VictimReader.isManner(casualty);
      return !scene.isPassable(token)
          || other
          || scene.isOtherVerb(token)
          || scene.hasRole(TollScene.CONTEXT, token, "stop")
          || scene.hasRole(TollScene.CONTEXT, token, "not");
    }

    /** Where "among them" stands, or {@code to}. */
    private int firstPart(int from, int to) {
      for (int i = from + 1; i < to; i++) {
        if (scene.hasRole(TollScene.LINKS, i, "part")) {
          return i;
        }
      }
      return to;
    }

    private boolean coveredFromLeft(int token) {
      CountMention over = scene.countOver(token);
      return over != null && over.tokens().first() < token;
    }

    private static boolean fits(VictimPhrase phrase, Features.Num number) {
      boolean one =
          phrase.quantity().isExact() && Integer.valueOf(1).equals(phrase.quantity().min());
      return switch (number) {
        case DUAL -> Quantity.exactly(2).equals(phrase.quantity()) || !phrase.counted() && !one;
        case PLURAL -> !one;
        default -> phrase.counted() || one;
      };
    }

    /** A verb whose subject suffers. */
    private int suffered(Label label) {
      int behind = behindDay(behind(label));
      if (!opensNext(behind) && victims.at(scene, behind, sentence.end()) != null) {
        return list(label, behind, 0);
      }
      boolean noun = label.features().part() == Features.Part.MASDAR;
      if (noun && label.clitics().hasPronoun()) {
        return pronoun(label);
      }
      int known = found.size();
      int end = noun ? label.end() : before(label);
      int skipped = found.size() == known ? skipActor(label) : 0;
      return skipped > 0 ? list(label, skipped, 0) : noun ? name(label) : end;
    }

    /** The first token at or a little behind {@code from} where victims start. */
    private int nearest(int from, int reach) {
      for (int i = from; i < Math.min(sentence.end(), from + reach + 1); i++) {
        if (victims.at(scene, i, sentence.end()) != null) {
          return i - from;
        }
        if (!scene.isPassable(i) || scene.casualty(i) != null) {
          return 0;
        }
      }
      return 0;
    }

    private int list(Label label, int from, int skip) {
      List<VictimPhrase> phrases = victims.listAt(scene, from + skip, sentence.end());
      String needs = label.entry().attribute("needs");
      phrases = phrases.stream().filter(p -> fulfils(p, needs, label)).toList();
      if (phrases.isEmpty()) {
        boolean taken = label.entry().is("anyone", "yes") && isSomeone(label.end());
        if (taken) {
          Toll one = new Toll.Counted(Quantity.exactly(1));
          add(label, slot(label), one, label.first(), label.end() + 1, Basis.STATED, false);
        }
        return label.entry().is("form", "masdar") ? name(label) : label.end();
      }
      boolean both = label.entry().is("slot", "both");
      if (!both
          && phrases.size() == 1
          && phrases.getFirst().counted()
          && withoutAttacker(label, phrases.getFirst())) {
        return phrases.getFirst().end();
      }
      both |= isSplit(phrases.getLast().end());
      for (VictimPhrase phrase : phrases) {
        if (both) {
          addJoint(label, phrase.first(), phrase.end());
        } else {
          addPhrase(label, phrase, Basis.STATED);
        }
      }
      return phrases.getLast().end();
    }

    /** {@code أودى بحياة راعي أغنام}: one word that no list knows, not in the plural. */
    private boolean isSomeone(int token) {
      return token < sentence.end()
          && scene.token(token).isWord()
          && scene.token(token).isUnknown()
          && !Normalizer.isNominativePlural(scene.token(token).norm())
          && !Normalizer.opensWithArticle(scene.token(token).norm());
    }

    /** Whether "dead or wounded" stands behind the figure. */
    private boolean isSplit(int behind) {
      for (int i = behind; i < Math.min(sentence.end(), behind + 3); i++) {
        Label next = scene.casualty(i);
        if (next != null) {
          return next.entry().is("form", "split");
        }
      }
      return false;
    }

    /**
     * {@code خمسة بينهم المهاجم}, {@code اثنان هما المهاجم وحارس}: the attacker is taken out of the
     * figure, since he is counted apart.
     */
    private boolean withoutAttacker(Label label, VictimPhrase total) {
      Integer sum = total.quantity().min();
      for (int i = total.end(); sum != null && i < Math.min(sentence.end(), total.end() + 5); i++) {
        if (!scene.hasRole(TollScene.LINKS, i, "part")) {
          continue;
        }
        for (int j = i + 1; j < Math.min(sentence.end(), i + 4); j++) {
          VictimPhrase attacker = victims.at(scene, j, sentence.end());
          Integer dead = attacker == null ? null : attacker.quantity().min();
          if (attacker != null
              && attacker.attacker()
              && !attacker.indefinite()
              && dead != null
              && dead <= sum
              && slot(label) == Slot.KILLED) {
            Integer most = total.quantity().max();
            Quantity rest = new Quantity(sum - dead, most == null ? null : most - dead);
            addPhrase(label, total.with(rest).apart(), Basis.STATED);
            addPhrase(label, attacker, Basis.STATED);
            return true;
          }
        }
        return false;
      }
      return false;
    }

    private static boolean fulfils(VictimPhrase phrase, String needs, Label label) {
      return switch (needs) {
        case "count" -> phrase.counted();
        case "person" -> phrase.person();
        case "person-active" -> phrase.person() || phrase.counted() && !isActive(label);
        default -> true;
      };
    }

    private static boolean isActive(Label label) {
      return label.features().isVerb() && !label.features().passive();
    }

    /** A noun for the dead or the hurt with its number, or bare. */
    private int persons(Label label) {
      if (isGoverned(label)
          && slot(label) == Slot.INJURED
          && label.features().part() == Features.Part.OTHER) {
        boolean caused =
            scene.hasRole(
                TollScene.CONTEXT,
                Math.max(sentence.first(), label.first() - BARE),
                label.first(),
                "light");
        return caused ? bare(label) : isExposed(label) ? exposed(label) : label.end();
      }
      CountMention count = numberOf(label);
      if (count != null) {
        if (sharesNumber(label)) {
          addJoint(label, count.tokens().first(), label.end() + 1);
          return label.end() + 1;
        }
        int first = Math.min(count.tokens().first(), label.first());
        int last = Math.max(label.end(), count.tokens().end());
        if (slot(label) == Slot.KILLED
            && withoutAttacker(
                label, new VictimPhrase(count.quantity(), first, last, false, true, true, true))) {
          return last;
        }
        add(
            label,
            slotOf(label, label.end()),
            new Toll.Counted(count.quantity()),
            first,
            Math.max(label.end(), count.tokens().end()),
            Basis.STATED,
            true);
        return Math.max(label.end(), count.tokens().end());
      }
      if (label.entry().is("needs", "count")) {
        return label.end();
      }
      return label.clitics().isDefinite() || behindNumberOf(label) ? figure(label) : bare(label);
    }

    /** The number that counts this noun: over it, or right before it. */
    private @Nullable CountMention numberOf(Label label) {
      CountMention over = scene.countOver(label.first());
      if (over != null) {
        return over;
      }
      int before = label.first() - 1;
      CountMention count = before >= sentence.first() ? scene.countOver(before) : null;
      boolean free =
          count != null
              && count.headToken() < 0
              && count.tokens().end() == label.first()
              && !label.clitics().has("w");
      return free ? count : null;
    }

    /** {@code 20 قتيلا وجريحا}: a singular of the other kind behind shares the number. */
    private boolean sharesNumber(Label label) {
      int at = label.end();
      Label next = at < sentence.end() ? scene.casualty(at) : null;
      if (next == null
          || !VictimReader.isPersonWord(next)
          || !next.clitics().has("w")
          || scene.countOver(at) != null && scene.countAt(at) == scene.countOver(at)) {
        return false;
      }
      boolean other = !next.entry().attribute("slot").equals(label.entry().attribute("slot"));
      CountMention count = numberOf(label);
      boolean many = count != null && !Quantity.exactly(1).equals(count.quantity());
      boolean sameNumber =
          next.features().number() == label.features().number()
              && (next.features().number() == Features.Num.ANY || many);
      boolean sameArticle = next.clitics().isDefinite() && label.clitics().isDefinite();
      return other && (sameNumber || sameArticle);
    }

    private int bare(Label label) {
      boolean plural = label.features().number() == Features.Num.PLURAL;
      if (plural
          && label.first() > sentence.first()
          && scene.hasRole(TollScene.CONTEXT, label.first() - 1, "fell")) {
        return before(label);
      }
      boolean pronoun = label.clitics().hasPronoun();
      Quantity quantity =
          switch (label.features().number()) {
            case SINGULAR, ANY -> Quantity.exactly(1);
            case DUAL -> Quantity.exactly(2);
            case PLURAL -> Quantity.atLeast(2);
          };
      if (label.features().part() == Features.Part.OTHER) {
        quantity = Quantity.atLeast(2);
      }
      boolean light =
          !label.entry().is("bare", "light")
              || scene.hasRole(
                  TollScene.CONTEXT,
                  Math.max(sentence.first(), label.first() - 4),
                  label.first(),
                  "light");
      if (!pronoun && light && !isTitle(label)) {
        add(
            label,
            slotOf(label, label.end()),
            new Toll.Counted(quantity),
            label.first(),
            label.end(),
            Basis.STATED,
            true);
      }
      return label.end();
    }

    /**
     * {@code الشهيد فلان}, {@code شهيد الوطن}: a title, no toll; a singular must stand free or
     * joined.
     */
    private boolean isTitle(Label label) {
      boolean one =
          label.features().number() == Features.Num.SINGULAR
              && label.features().part() == Features.Part.NOUN;
      int next = label.end();
      boolean alone =
          next >= sentence.end()
              || !scene.token(next).isWord()
              || scene.hasAnd(next)
              || scene.isPrepositional(next)
              || scene.token(next).is("nationalities");
      return one && !alone && label.entry().is("framing", "martyr");
    }

    private boolean behindNumberOf(Label label) {
      return scene.hasRole(
          TollScene.LINKS,
          Math.max(sentence.first(), label.first() - 3),
          label.first(),
          "number-of");
    }

    /** {@code ارتفع إلى تسعة عدد القتلى}: the figure right before "the number of", or null. */
    private @Nullable CountMention risenTo(Label label) {
      int from = Math.max(sentence.first() + 1, label.first() - BARE);
      for (int i = label.first() - 1; i > from; i--) {
        CountMention count =
            scene.hasRole(TollScene.LINKS, i, "number-of") ? scene.countOver(i - 1) : null;
        boolean beside = count != null && (count.tokens().end() == i || count.headToken() == i);
        if (beside && count != null) {
          int to = count.tokens().first() - 1;
          boolean risen = to >= sentence.first() && scene.hasRole(TollScene.CONTEXT, to, "to");
          return risen ? count : null;
        }
      }
      return null;
    }

    /** {@code عدد القتلى ... إلى 20}: the figure stands behind. */
    private int figure(Label label) {
      if (!behindNumberOf(label)) {
        return label.end();
      }
      CountMention risen = risenTo(label);
      if (risen != null) {
        int first = risen.tokens().first();
        Toll value = new Toll.Counted(risen.quantity());
        add(label, slot(label), value, first, label.end(), Basis.REVISED, true);
        return label.end();
      }
      for (int i = label.end(); i < Math.min(sentence.end(), label.end() + FIGURE); i++) {
        CountMention count = scene.countAt(i);
        Label casualty = scene.casualty(i);
        if (casualty != null && count == null && !VictimReader.isPersonWord(casualty)) {
          return label.end();
        }
        VictimPhrase phrase = count == null ? null : victims.at(scene, i, sentence.end());
        if (phrase != null && count != null) {
          boolean own = scene.casualty(phrase.end() - 1) == null || count.headToken() >= 0;
          if (own) {
            addPhrase(label, phrase, Basis.STATED);
          }
          return own ? phrase.end() : label.end();
        }
      }
      return label.end();
    }

    /** {@code بين قتيل وجريح}. */
    private int joint(Label label) {
      addJoint(label, label.first(), label.end());
      return label.end();
    }

    /** {@code عشرات القتلى والجرحى}: one figure for both. */
    private int pair(Label label) {
      CountMention count = numberOf(label);
      if (count != null) {
        addJoint(label, count.tokens().first(), Math.max(label.end(), count.tokens().end()));
      }
      return label.end();
    }

    /** {@code لقي 5 أشخاص مصرعهم}. */
    private int opened(Label label) {
      for (int i = label.end(); i < Math.min(sentence.end(), label.end() + FATE); i++) {
        Label casualty = scene.casualty(i);
        if (casualty != null && casualty.entry().is("form", "fate")) {
          int skip = nearest(label.end(), 4);
          return Math.max(casualty.end(), list(label, label.end(), skip));
        }
      }
      return label.end();
    }

    /** {@code تعرض سبعة من الحرس للإصابة}. */
    private boolean isExposed(Label label) {
      return scene.hasRole(
          TollScene.CONTEXT,
          Math.max(sentence.first(), label.first() - FATE),
          label.first(),
          "exposed");
    }

    private static boolean isGoverned(Label label) {
      return label.clitics().has("l") || label.clitics().has("b");
    }

    private int exposed(Label label) {
      for (int i = label.first() - 1; i >= Math.max(done, label.first() - FATE); i--) {
        if (scene.hasRole(TollScene.CONTEXT, i, "exposed")) {
          int skip = nearest(i + 1, 3);
          list(label, i + 1, skip);
          return label.end();
        }
      }
      return label.end();
    }

    private void addPhrase(Label label, VictimPhrase phrase, Basis basis) {
      Slot slot = slot(label);
      if (phrase.attacker()) {
        if (slot == Slot.INJURED) {
          return;
        }
        slot = Slot.ATTACKERS_KILLED;
      }
      add(
          label,
          slot,
          new Toll.Counted(phrase.quantity()),
          phrase.first(),
          phrase.end(),
          basis,
          phrase.counted() || phrase.person());
    }

    private void addJoint(Label label, int first, int end) {
      add(label, Slot.KILLED, new Toll.Counted(Quantity.atLeast(1)), first, end, Basis.JOINT, true);
      add(
          label,
          Slot.INJURED,
          new Toll.Counted(Quantity.atLeast(1)),
          first,
          end,
          Basis.JOINT,
          true);
    }

    private void add(
        Label label, Slot slot, Toll value, int first, int end, Basis basis, boolean named) {
      boolean apart = first > label.end() + 4;
      int from = apart ? first : Math.min(first, label.first());
      int to = Math.max(end, apart ? end : label.end());
      String who = first < end && first != label.first() ? scene.text().words(first, end) : "";
      found.add(
          new TollMention(
              slot,
              value,
              isCampaign(value) ? Basis.CAMPAIGN : basis == Basis.STATED ? basis(from) : basis,
              who,
              label.first(),
              new TokenRange(from, to),
              scene.text().span(from, to),
              named,
              scene.hasRole(
                  TollScene.CONTEXT, Math.max(sentence.first(), first - 1), first + 1, "about"),
              new Derivation(
                  "toll/" + label.entry().attribute("form"), List.of(label.entry().qualified()))));
    }

    /**
     * A figure of a war: the word stands in the sentence, with "since" or a number in the
     * thousands.
     */
    private boolean isCampaign(Toll value) {
      boolean war = scene.hasRole(TollScene.CONTEXT, sentence.first(), sentence.end(), "war");
      boolean since =
          war && scene.hasRole(TollScene.CONTEXT, sentence.first(), sentence.end(), "since");
      Integer min = value instanceof Toll.Counted counted ? counted.quantity().min() : null;
      return since || war && min != null && min >= THOUSANDS;
    }

    private Basis basis(int from) {
      if (scene.hasRole(TollScene.LINKS, Math.max(sentence.first(), from - 3), from + 1, "part")
          && !scene.hasAnd(from)) {
        return Basis.PART;
      }
      if (scene.hasRole(TollScene.LINKS, Math.max(sentence.first(), from - 6), from, "revised")) {
        return Basis.REVISED;
      }
      return scene.hasRole(TollScene.LINKS, sentence.first(), from, "earlier")
          ? Basis.EARLIER
          : Basis.STATED;
    }

    private Slot slotOf(Label label, int end) {
      boolean attackers =
          slot(label) == Slot.KILLED && victims.namesAttacker(scene, end, sentence.end());
      return attackers ? Slot.ATTACKERS_KILLED : slot(label);
    }

    private static Slot slot(Label label) {
      return label.entry().is("slot", "injured") ? Slot.INJURED : Slot.KILLED;
    }
  }
}
