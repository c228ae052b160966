package org.isnad.core.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Features;
import org.isnad.core.mention.TokenRange;
import org.isnad.core.mention.WeaponMention;
import org.isnad.core.mention.event.EventWord;
import org.isnad.core.mention.event.EventWord.Role;
import org.isnad.core.report.OutcomeMention.Strength;
import org.isnad.core.rule.Derivation;
import org.jspecify.annotations.Nullable;

/**
 * Reads what became of attacks (codebook sections 7 and 12) from {@code weapon/outcomes.tsv}. Words
 * that have another sense elsewhere ("drop", "obstruct", "take apart") count only beside a weapon
 * that they can be said of. Immutable; linear in the text but for the weapons of one sentence.
 */
public final class OutcomeReader {

  private static final String OUTCOMES = "outcomes";
  private static final String CUES = "weapon-cues";
  private static final String NONE = "none";

  /** What flies and can be shot down. */
  private static final Set<String> FLYING = Set.of("rocket", "missile", "drone", "aircraft");

  /** What can be made safe. */
  private static final Set<String> EXPLOSIVE =
      Set.of("ied", "car-bomb", "mine", "explosive-belt", "grenade", "rocket");

  /** How far before a verb its negation may stand, in tokens. */
  private static final int NEGATION = 1;

  /**
   * The same for damage, which is denied together with casualties ("without casualties or damage").
   */
  private static final int LONG_NEGATION = 6;

  /**
   * The outcomes that the text states, in text order.
   *
   * @param text the analysed text
   * @param weapons the weapons found in it
   */
  public List<OutcomeMention> read(AnalyzedText text, List<WeaponMention> weapons) {
    List<OutcomeMention> found = new ArrayList<>();
    for (Sentence sentence : text.sentences()) {
      read(text, sentence, weapons, found);
    }
    return List.copyOf(found);
  }

  private static void read(
      AnalyzedText text,
      Sentence sentence,
      List<WeaponMention> weapons,
      List<OutcomeMention> found) {
    for (int i = sentence.first(); i < sentence.end(); i++) {
      if (text.token(i).cannotBe(OUTCOMES)) {
        continue;
      }
      Label none = longest(text, i, true);
      if (none != null) {
        i = none.end() - 1;
        continue;
      }
      Label label = longest(text, i, false);
      if (label != null
          && label.end() <= sentence.end()
          && !isNegated(text, sentence, label)
          && fits(text, sentence, label, own(weapons, sentence))) {
        found.add(mention(text, label));
        i = label.end() - 1;
      }
    }
  }

  private static List<WeaponMention> own(List<WeaponMention> weapons, Sentence sentence) {
    return Mentions.within(weapons, sentence.first(), sentence.end());
  }

  private static @Nullable Label longest(AnalyzedText text, int token, boolean none) {
    Label best = null;
    for (Label label : text.token(token).labels()) {
      boolean own = label.list().equals(OUTCOMES) && label.entry().is("outcome", NONE) == none;
      if (own
          && (best == null
              || label.size() > best.size()
              || label.size() == best.size() && isOutright(label))) {
        best = label;
      }
    }
    return best;
  }

  private static boolean isOutright(Label label) {
    return label.entry().is("strength", "words");
  }

  private static boolean isNegated(AnalyzedText text, Sentence sentence, Label label) {
    boolean damage = label.entry().is("strength", "damage");
    for (int i = Math.max(sentence.first(), label.first() - (damage ? LONG_NEGATION : NEGATION));
        i < label.first();
        i++) {
      if (damage && text.token(i).is("toll-negations") && !breaks(text, i, label.first())) {
        return true;
      }
      for (Label before : text.token(i).labels()) {
        if (before.list().equals(TollScene.CONTEXT)
            && (before.entry().is("role", "not") || before.entry().is("role", "attempt"))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a comma or a stop stands between. */
  private static boolean breaks(AnalyzedText text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.token(i).isPunctuation()) {
        return true;
      }
    }
    return false;
  }

  private static boolean fits(
      AnalyzedText text, Sentence sentence, Label label, List<WeaponMention> weapons) {
    boolean participle = label.features().part() == Features.Part.ACTIVE_PARTICIPLE;
    return switch (label.key()) {
      case "intercept", "counter", "launch-failed" ->
          !participle && hasKind(weapons, FLYING) || isSystem(text, sentence, label);
      case "shot-down" ->
          !participle && hasKind(weapons, FLYING) && !dropsBombs(text, sentence, label);
      case "dome" -> false;
      case "open-ground" -> hasFall(text, sentence);
      case "defuse", "defuse-3", "defuse-6" -> hasKind(weapons, EXPLOSIVE);
      case "hit-struck" -> label.features().isVerb();
      default -> !participle || label.entry().is("strength", "words");
    };
  }

  private static boolean hasKind(List<WeaponMention> weapons, Set<String> kinds) {
    return weapons.stream().anyMatch(w -> kinds.contains(w.kind()));
  }

  /** Whether an air defence acts in the sentence. */
  private static boolean isSystem(AnalyzedText text, Sentence sentence, Label label) {
    boolean verb = label.key().equals("counter") || label.key().equals("intercept");
    for (int i = sentence.first(); verb && i < sentence.end(); i++) {
      if (text.token(i).is(OUTCOMES, "dome")) {
        return true;
      }
    }
    return false;
  }

  /** {@code أسقطت الطائرات قنابل}: what is let fall is a bomb. */
  private static boolean dropsBombs(AnalyzedText text, Sentence sentence, Label label) {
    for (int i = label.end(); i < Math.min(sentence.end(), label.end() + 6); i++) {
      for (Label weapon : text.token(i).labels()) {
        boolean bomb = weapon.entry().is("dropped", "yes") || weapon.entry().is("kind", "ied");
        if (weapon.list().equals("weapons") && bomb) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean hasFall(AnalyzedText text, Sentence sentence) {
    for (int i = sentence.first(); i < sentence.end(); i++) {
      if (text.token(i).is(CUES, "fall")) {
        return true;
      }
    }
    return false;
  }

  private static OutcomeMention mention(AnalyzedText text, Label label) {
    Outcome outcome = Outcome.valueOf(label.entry().attribute("outcome").toUpperCase(Locale.ROOT));
    String strength = label.entry().attribute("strength");
    return new OutcomeMention(
        outcome,
        strength.equals("damage")
            ? Strength.DAMAGE
            : strength.equals("verb") ? Strength.VERB : Strength.WORDS,
        new TokenRange(label.first(), label.end()),
        text.span(label.first(), label.end()),
        new Derivation("weapon/outcomes", List.of(label.entry().qualified())));
  }

  /**
   * What the words and figures of one event say of its outcome. Rockets, drones, shells and
   * aircraft hit by stated damage, casualties or words; of bombings only a defusing is an outcome,
   * of ground attacks only a repulse (codebook section 12).
   *
   * @param type what happened
   * @param mentions words of outcome that speak of the event
   * @param tolls its figures
   */
  public static Set<Outcome> of(EventType type, List<OutcomeMention> mentions, Tolls tolls) {
    Set<Outcome> allowed = allowed(type);
    Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
    for (OutcomeMention mention : mentions) {
      if (allowed.contains(mention.outcome())) {
        outcomes.add(mention.outcome());
      }
    }
    boolean flies = allowed.contains(Outcome.INTERCEPTED) || type == EventType.SHELLING;
    if (flies && (isSome(tolls.killed()) || isSome(tolls.injured()))) {
      outcomes.add(Outcome.HIT);
    }
    return outcomes;
  }

  /**
   * "repelled the attack", in whatever form: a word of holding out among those of the event, with
   * the attack as its object where it can have others.
   */
  static boolean isRepelled(Draft draft) {
    boolean attacked =
        draft.words.stream()
            .anyMatch(w -> w.role() == Role.NOUN && w.label().list().equals("event-nouns"));
    for (EventWord word : draft.words) {
      String repels = word.label().entry().attribute("repels");
      boolean not = word.first() > 0 && isDenied(draft.text.token(word.first() - 1));
      boolean them = word.isVerb() && SentenceReader.isOfThem(draft.text, word);
      if (!not && (repels.equals("yes") || repels.equals("attack") && (attacked || them))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDenied(Token token) {
    Label label = token.label(TollScene.CONTEXT);
    return label != null
        && (label.entry().is("role", "not") || label.entry().is("role", "attempt"));
  }

  static Set<Outcome> allowed(EventType type) {
    return switch (type) {
      case ROCKET_ATTACK, DRONE_ATTACK, AIR_STRIKE ->
          EnumSet.of(Outcome.HIT, Outcome.INTERCEPTED, Outcome.MISSED, Outcome.MALFUNCTIONED);
      case SHELLING ->
          EnumSet.of(Outcome.HIT, Outcome.MISSED, Outcome.MALFUNCTIONED, Outcome.REPELLED);
      case BOMBING, SUICIDE_BOMBING, EXPLOSION -> EnumSet.of(Outcome.DEFUSED);
      case ATTACK -> EnumSet.of(Outcome.HIT, Outcome.REPELLED);
      case CLASH, ARMED_ATTACK -> EnumSet.of(Outcome.REPELLED);
      default -> EnumSet.noneOf(Outcome.class);
    };
  }

  private static boolean isSome(@Nullable Toll toll) {
    return toll instanceof Toll.Counted;
  }
}
