package org.isnad.core.report;

import java.util.List;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.mention.TokenRange;
import org.isnad.core.report.Chain.Slot;
import org.isnad.core.report.TollMention.Basis;
import org.isnad.core.rule.Derivation;
import org.jspecify.annotations.Nullable;

/**
 * Words that say there were no dead or hurt, or that it is not known ({@code
 * toll/toll-negations.tsv} before {@code toll/toll-objects.tsv}). A negated word for the hurt makes
 * both figures none (codebook section 12).
 */
final class TollNegations {

  static final String NEGATIONS = "toll-negations";
  private static final String OBJECTS = "toll-objects";

  /** How far the word for casualties may stand behind the negation, in tokens. */
  private static final int REACH = 6;

  /** The same where the subject of the negated verb stands between. */
  private static final int FAR = 14;

  /**
   * Adds what the negation at this token says; the number behind what was read, or the token
   * itself.
   */
  int read(TollScene scene, Sentence sentence, int token, List<TollMention> found) {
    Label negation = scene.token(token).label(NEGATIONS);
    if (negation == null || negation.end() > sentence.end()) {
      return token;
    }
    String whole = negation.entry().attribute("whole");
    if (!whole.isEmpty()) {
      add(scene, negation, negation, whole, found);
      return negation.end();
    }
    boolean far = negation.entry().is("far", "yes");
    Label object = far ? far(scene, sentence, negation) : object(scene, sentence, negation);
    if (object == null) {
      return token;
    }
    add(scene, negation, object, object.entry().attribute("slot"), found);
    return object.end();
  }

  /** "did not lead, …, to any casualties": the subject stands between, up to a stop. */
  private static @Nullable Label far(TollScene scene, Sentence sentence, Label negation) {
    int limit = Math.min(sentence.end(), negation.end() + FAR);
    for (int i = negation.end(); i < limit; i++) {
      Label object = scene.token(i).label(OBJECTS);
      if (object != null) {
        return object;
      }
      if (scene.countAt(i) != null || scene.token(i).isPunctuation() && !scene.isPassable(i)) {
        return null;
      }
    }
    return null;
  }

  private static @Nullable Label object(TollScene scene, Sentence sentence, Label negation) {
    boolean near = negation.entry().is("says", "none");
    int reach = near ? 2 : REACH;
    for (int i = negation.end() - 1; i < Math.min(sentence.end(), negation.end() + reach); i++) {
      Label object = i < negation.first() ? null : scene.token(i).label(OBJECTS);
      if (object != null && object.end() >= negation.end()) {
        return object;
      }
      boolean stop =
          i >= negation.end()
              && (scene.token(i).isPunctuation() && !scene.isPassable(i)
                  || scene.countAt(i) != null);
      if (stop) {
        return null;
      }
    }
    return null;
  }

  private static void add(
      TollScene scene, Label negation, Label object, String slot, List<TollMention> found) {
    Toll value = negation.entry().is("says", "none") ? new Toll.None() : new Toll.Unknown();
    if (!slot.equals("injured")) {
      found.add(mention(scene, negation, object, Slot.KILLED, value));
    }
    if (!slot.equals("killed")) {
      found.add(mention(scene, negation, object, Slot.INJURED, value));
    }
  }

  private static TollMention mention(
      TollScene scene, Label negation, Label object, Slot slot, Toll value) {
    return new TollMention(
        slot,
        value,
        Basis.STATED,
        "",
        negation.first(),
        new TokenRange(negation.first(), object.end()),
        scene.text().span(negation.first(), object.end()),
        true,
        false,
        new Derivation(
            "toll/negation", List.of(negation.entry().qualified(), object.entry().qualified())));
  }
}
