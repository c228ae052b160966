package org.isnad.core.mention.weapon;

import java.util.ArrayList;
import java.util.List;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Features;
import org.isnad.core.mention.BySentence;
import org.isnad.core.mention.CountMention;
import org.isnad.core.mention.Quantity;
import org.isnad.core.mention.TokenRange;
import org.isnad.core.mention.WeaponMention;
import org.isnad.core.rule.Derivation;
import org.jspecify.annotations.Nullable;

/**
 * Finds words that name weapons (codebook section 7) by {@code weapon/weapons.tsv}.
 *
 * <p>The longest entry from left to right wins, so that {@code وقف إطلاق النار} (ceasefire, kind
 * none) hides {@code إطلاق النار} (gunfire). A make stands behind its weapon, with or without words
 * such as "of the type" ({@code صاروخان من نوع كاتيوشا}). Ambiguous words count only beside words
 * of attack. Immutable; linear in the text.
 */
public final class WeaponFinder {

  private static final String WEAPONS = "weapons";
  private static final String LINKS = "weapon-links";
  private static final String CUES = "weapon-cues";
  private static final String NONE = "none";

  /** How far a cue may stand from an instrument such as a tank gun, in tokens. */
  private static final int BESIDE = 3;

  /** The mark of a doubled letter. */
  private static final char SHADDA = '\u0651';

  /** How far a cue may stand from a word that is mostly no weapon, in tokens. */
  private static final int NEAR = 4;

  /** A number and its noun have at most this many tokens. */
  private static final int LONGEST_NUMBER = 12;

  /** A make named behind "of the type" has at most this many words. */
  private static final int LONGEST_MAKE = 2;

  /**
   * The weapons that the text names, in text order; adjectives such as "by rocket" included.
   *
   * @param counts the numbers of the same text, in text order
   */
  public List<WeaponMention> find(AnalyzedText text, List<CountMention> counts) {
    return new BySentence<>(text, sentence -> find(text, sentence, counts));
  }

  private static List<WeaponMention> find(
      AnalyzedText text, Sentence sentence, List<CountMention> counts) {
    List<WeaponMention> found = new ArrayList<>();
    int i = sentence.first();
    while (i < sentence.end()) {
      Label label = weapon(text, sentence, i);
      if (label == null) {
        i++;
      } else {
        i = read(text, sentence, label, counts, found);
      }
    }
    return List.copyOf(found);
  }

  /** Adds the mention that starts with this label, unless it is none, and says where to go on. */
  private static int read(
      AnalyzedText text,
      Sentence sentence,
      Label label,
      List<CountMention> counts,
      List<WeaponMention> found) {
    String kind = label.entry().attribute("kind");
    if (kind.equals(NONE)) {
      return label.end();
    }
    List<String> entries = new ArrayList<>(List.of(label.entry().qualified()));
    int end = label.end();
    String model = label.entry().is("model", "yes") ? text.words(label.first(), label.end()) : null;
    Make make = model == null && label.entry().is("head", "yes") ? make(text, sentence, end) : null;
    if (make != null) {
      end = make.end();
      model = make.words();
      if (make.label() != null) {
        kind = make.label().entry().attribute("kind");
        entries.add(make.label().entry().qualified());
      }
    }
    Quantity count = count(label, counts);
    found.add(
        new WeaponMention(
            text.span(label.first(), end),
            new TokenRange(label.first(), end),
            kind,
            model,
            count,
            new Derivation("weapon/weapons", entries)));
    return end;
  }

  /** The longest entry that starts here and may stand here, or null. */
  private static @Nullable Label weapon(AnalyzedText text, Sentence sentence, int at) {
    if (text.token(at).cannotBe(WEAPONS)) {
      return null;
    }
    Label best = null;
    for (Label label : text.token(at).labels()) {
      boolean known = label.list().equals(WEAPONS) && label.end() <= sentence.end();
      if (known && (best == null || isBetter(label, best)) && stands(text, sentence, label)) {
        best = label;
      }
    }
    return best;
  }

  /** The longer entry; of a dual in construct and an adjective spelled alike, the adjective. */
  private static boolean isBetter(Label label, Label best) {
    boolean adjective =
        label.entry().is("adjective", "yes") && !best.entry().is("adjective", "yes");
    return label.size() > best.size() || label.size() == best.size() && adjective;
  }

  private static boolean stands(AnalyzedText text, Sentence sentence, Label label) {
    return switch (label.entry().attribute("needs")) {
      case "head" -> false;
      case "cue" -> hasCue(text, sentence.first(), sentence.end(), label, false);
      case "near" ->
          label.clitics().has("b")
              || isDoubled(text, label)
              || hasCue(
                  text,
                  Math.max(sentence.first(), label.first() - NEAR),
                  Math.min(sentence.end(), label.end() + NEAR),
                  label,
                  false);
      case "means" ->
          label.clitics().has("b")
              || hasCue(
                  text,
                  Math.max(sentence.first(), label.first() - BESIDE),
                  Math.min(sentence.end(), label.end() + BESIDE),
                  label,
                  true);
      default -> true;
    };
  }

  /** With the mark of doubling the word for a drone is not that for a march of people. */
  private static boolean isDoubled(AnalyzedText text, Label label) {
    return text.token(label.first()).surface().indexOf(SHADDA) >= 0;
  }

  private static boolean hasCue(AnalyzedText text, int first, int end, Label label, boolean fire) {
    for (int i = first; i < end; i++) {
      boolean own = label.first() <= i && i < label.end() || text.token(i).cannotBe(CUES);
      for (Label cue : text.token(i).labels()) {
        if (!own && cue.list().equals(CUES) && (!fire || cue.entry().is("fire", "yes"))) {
          return true;
        }
      }
    }
    return false;
  }

  /** A make behind a weapon: its words, and its entry where it is listed. */
  private record Make(int end, String words, @Nullable Label label) {}

  private static @Nullable Make make(AnalyzedText text, Sentence sentence, int behind) {
    int at = skipSigns(text, sentence, behind);
    Label listed = listedMake(text, sentence, at);
    if (listed != null && at - behind <= 1) {
      return made(text, sentence, listed.first(), listed.end(), listed);
    }
    Label link = at == behind && at < sentence.end() ? text.token(at).label(LINKS) : null;
    if (link == null || link.end() >= sentence.end()) {
      return null;
    }
    int first = skipSigns(text, sentence, link.end());
    Label named = listedMake(text, sentence, first);
    if (named != null) {
      return made(text, sentence, first, named.end(), named);
    }
    return freeMake(text, sentence, first, link);
  }

  /** A make that no list knows: a word in quotes, Latin letters, a calibre. */
  private static @Nullable Make freeMake(
      AnalyzedText text, Sentence sentence, int first, Label link) {
    int end = first;
    boolean quoted = first > link.end();
    while (end < sentence.end() && end - first < LONGEST_MAKE && !text.token(end).isPunctuation()) {
      Token token = text.token(end);
      if (end > first && token.isWord() && !quoted) {
        break;
      }
      end++;
    }
    return end > first ? made(text, sentence, first, end, null) : null;
  }

  /** The make with the number behind it ("Fajr 5"), without quotes. */
  private static Make made(
      AnalyzedText text, Sentence sentence, int first, int end, @Nullable Label label) {
    int last = end;
    int number =
        last < sentence.end()
                && text.token(last).isPunctuation()
                && text.token(last).norm().equals("-")
            ? last + 1
            : last;
    if (number < sentence.end()
        && text.token(number).isNumber()
        && text.token(number).norm().length() <= 3) {
      last = number + 1;
    }
    return new Make(skipCloser(text, sentence, first, last), text.words(first, last), label);
  }

  /** Past the quotation mark or bracket that closes one before {@code first}. */
  private static int skipCloser(AnalyzedText text, Sentence sentence, int first, int end) {
    boolean opened = first > sentence.first() && skipSigns(text, sentence, first - 1) == first;
    boolean closed =
        end < sentence.end()
            && text.token(end).isPunctuation()
            && "\"'»”’)".contains(text.token(end).norm());
    return opened && closed ? end + 1 : end;
  }

  private static @Nullable Label listedMake(AnalyzedText text, Sentence sentence, int at) {
    if (at >= sentence.end()) {
      return null;
    }
    Label best = null;
    for (Label label : text.token(at).labels()) {
      boolean make =
          label.list().equals(WEAPONS)
              && label.entry().is("model", "yes")
              && label.end() <= sentence.end();
      boolean free =
          label.clitics().before().isEmpty()
              || label.clitics().isDefinite() && label.clitics().before().size() == 1;
      if (make && free && (best == null || label.size() > best.size())) {
        best = label;
      }
    }
    return best;
  }

  /** Past one quotation mark or bracket. */
  private static int skipSigns(AnalyzedText text, Sentence sentence, int at) {
    boolean sign =
        at < sentence.end()
            && text.token(at).isPunctuation()
            && "\"'«“‘(".contains(text.token(at).norm());
    return sign ? at + 1 : at;
  }

  /**
   * How many: the number that counts these words, or a dual, or one where a singular stands alone.
   */
  private static @Nullable Quantity count(Label label, List<CountMention> counts) {
    int from = label.first() - LONGEST_NUMBER;
    for (CountMention count : BySentence.within(counts, from, label.end())) {
      boolean heads = count.headToken() >= label.first() && count.headToken() < label.end();
      boolean before = count.headToken() < 0 && count.tokens().end() == label.first();
      if (count.kind() == CountMention.Kind.CARDINAL && (heads || before)) {
        return count.quantity();
      }
    }
    if (label.entry().is("adjective", "yes")
        || label.entry().is("collective", "yes")
        || !label.entry().is("head", "yes")) {
      return null;
    }
    Features.Num number = label.features().number();
    if (number == Features.Num.DUAL || label.entry().is("number", "dual")) {
      return Quantity.exactly(2);
    }
    return null;
  }
}
