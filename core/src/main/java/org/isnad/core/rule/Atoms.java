package org.isnad.core.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Entry;
import org.isnad.core.lexicon.Features;
import org.isnad.core.lexicon.Lexicon;
import org.isnad.core.lexicon.ListFilter;
import org.isnad.core.lexicon.WordForm;

/**
 * The list atoms of a rule set, each with a bit, so that what a token fits is asked once for all
 * rules and every further question is one comparison of bits. Of more than {@value #BITS} atoms
 * some share a bit. Filled while rules are compiled, and only read after that.
 */
final class Atoms {

  /** Bits there are. */
  static final int BITS = 128;

  private final Lexicon lexicon;
  private final Map<Pattern.Listed, Integer> bits = new LinkedHashMap<>();
  private final List<List<Placed>> byList = new ArrayList<>();
  private ListFilter lists = ListFilter.NONE;

  private record Placed(Pattern.Listed atom, int bit) {}

  /**
   * What a token fits, as it is noted with a word.
   *
   * @param of whose atoms
   * @param low those with the bits 0 to 63
   * @param high those with the bits 64 to 127
   */
  record Fit(Atoms of, long low, long high) {}

  private final Fit none = new Fit(this, 0, 0);

  Atoms(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** The bit of an atom, given when it is first asked for. */
  int bit(Pattern.Listed atom) {
    Integer known = bits.get(atom);
    if (known != null) {
      return known;
    }
    int bit = bits.size() % BITS;
    bits.put(atom, bit);
    lists = lists.with(ListFilter.of(atom.list()));
    int list = lexicon.listId(atom.list());
    while (byList.size() <= list) {
      byList.add(new ArrayList<>());
    }
    if (list >= 0) {
      byList.get(list).add(new Placed(atom, bit));
    }
    return bit;
  }

  /** The lists that any atom asks for. */
  ListFilter lists() {
    return lists;
  }

  /** What the token fits. */
  Fit of(Token token) {
    if (!token.mayBe(lists)) {
      return none;
    }
    WordForm form = token.formAlone();
    if (form == null) {
      return read(token);
    }
    if (form.note() instanceof Fit known && known.of() == this) {
      return known;
    }
    Fit fit = read(token);
    form.note(fit);
    return fit;
  }

  private Fit read(Token token) {
    long low = 0;
    long high = 0;
    List<Label> labels = token.labels();
    for (int i = 0; i < labels.size(); i++) {
      Label label = labels.get(i);
      int list = label.entry().listId();
      List<Placed> atoms = list < byList.size() ? byList.get(list) : List.of();
      for (int k = 0; k < atoms.size(); k++) {
        Placed placed = atoms.get(k);
        if (fits(placed.atom(), label)) {
          int bit = placed.bit();
          low |= bit < Long.SIZE ? 1L << bit : 0;
          high |= bit < Long.SIZE ? 0 : 1L << bit;
        }
      }
    }
    return low == 0 && high == 0 ? none : new Fit(this, low, high);
  }

  /** Whether a label of the atom's list is one that the atom asks for. */
  static boolean fits(Pattern.Listed listed, Label label) {
    Entry entry = label.entry();
    if (!listed.keys().isEmpty() && !listed.keys().contains(entry.key())) {
      return false;
    }
    if (!listed.attribute().isEmpty() && !entry.is(listed.attribute(), listed.value())) {
      return false;
    }
    for (String condition : listed.conditions().required()) {
      if (!holds(condition, label)) {
        return false;
      }
    }
    for (String condition : listed.conditions().forbidden()) {
      if (holds(condition, label)) {
        return false;
      }
    }
    return true;
  }

  private static boolean holds(String condition, Label label) {
    Features features = label.features();
    return switch (condition) {
      case "sg" -> features.number() == Features.Num.SINGULAR;
      case "du" -> features.number() == Features.Num.DUAL;
      case "pl" -> features.number() == Features.Num.PLURAL;
      case "m" -> features.gender() == Features.Gender.MASCULINE;
      case "fem" -> features.gender() == Features.Gender.FEMININE;
      case "verb" -> features.part() == Features.Part.VERB;
      case "past" -> features.tense() == Features.Tense.PAST;
      case "present" -> features.tense() == Features.Tense.PRESENT;
      case "masdar" -> features.part() == Features.Part.MASDAR;
      case "active" -> features.part() == Features.Part.ACTIVE_PARTICIPLE;
      case "passive" -> features.part() == Features.Part.PASSIVE_PARTICIPLE || features.passive();
      case "noun" ->
          features.part() == Features.Part.NOUN || features.part() == Features.Part.OTHER;
      case "p1" -> features.person() == 1;
      case "p3" -> features.person() == 3;
      case "pron" -> label.clitics().hasPronoun();
      default -> label.clitics().has(condition);
    };
  }
}
