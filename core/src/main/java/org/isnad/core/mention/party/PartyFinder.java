package org.isnad.core.mention.party;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.lexicon.Lexicon;
import org.isnad.core.mention.CountMention;
import org.isnad.core.mention.PartyMention;
import org.isnad.core.mention.Quantity;
import org.isnad.core.mention.TokenRange;
import org.isnad.core.rule.Derivation;
import org.jspecify.annotations.Nullable;

/**
 * Finds the parties that a text names (codebook section 7).
 *
 * <p>From left to right the longest phrase wins; mentions do not overlap. Kinds are those of the
 * register and {@code person} (named with or without office), {@code role} (soldiers, civilians,
 * members of a group), {@code equipment} (aircraft, tanks of a force: they stand for it as actors)
 * and {@code asset} (bases, positions, patrols of a force: they are aimed at). The id of a role, of
 * equipment and of an asset is that of the owner. "فصائل موالية لإيران" has no id: a backer is not
 * listed.
 *
 * <p>A definite head alone ("التنظيم", "الحركة") takes the id of the group last named so.
 * Immutable; time is linear in the text.
 */
public final class PartyFinder {

  private static final String GROUPS = "group-words";

  private final PartyRegister register;
  private final PartyPhrases phrases;
  private final PersonReader persons;

  /** A finder that knows these words and parties. */
  public PartyFinder(Lexicon lexicon, PartyRegister register) {
    this.register = register;
    this.phrases = new PartyPhrases(lexicon, register);
    this.persons = new PersonReader(lexicon, register);
  }

  /** All parties named in the text, in text order. */
  public List<PartyMention> find(AnalyzedText text) {
    return find(text, List.of());
  }

  /**
   * All parties named in the text, in text order; roles carry the number that is counted of them.
   */
  public List<PartyMention> find(AnalyzedText text, List<CountMention> counts) {
    Map<Integer, CountMention> counted = new HashMap<>();
    counts.stream().filter(c -> c.headToken() >= 0).forEach(c -> counted.put(c.headToken(), c));
    List<PartyMention> mentions = new ArrayList<>();
    Antecedents antecedents = new Antecedents();
    for (int at = 0; at < text.size(); ) {
      PartyMention mention =
          text.token(at).isWord() ? mention(text, at, counted, antecedents) : null;
      if (mention != null) {
        mentions.add(mention);
      }
      at = mention == null ? at + 1 : mention.tokens().end();
    }
    return new HomeForces(register).resolved(mentions);
  }

  private @Nullable PartyMention mention(
      AnalyzedText text, int at, Map<Integer, CountMention> counted, Antecedents antecedents) {
    Phrase phrase = phrases.at(text, at);
    Person person = persons.at(text, at, phrase);
    if (person != null
        && (phrase == null || person.end() > phrase.end() || phrase.kind().equals("official"))) {
      antecedents.saw(person);
      return mention(text, person);
    }
    if (phrase == null) {
      PartyMention again = antecedent(text, at, antecedents);
      Phrase behind = again == null ? phrases.behindAttack(text, at) : null;
      behind = again == null && behind == null ? phrases.capitalThatActs(text, at) : behind;
      return behind == null ? again : mention(text, behind, null);
    }
    if (phrase.weak() && !isCued(text, at, phrase, antecedents)) {
      return null;
    }
    if (phrase.id() == null && phrase.size() == 1 && text.token(at).label(GROUPS) != null) {
      PartyMention again = antecedent(text, at, antecedents);
      if (again != null) {
        return again;
      }
    }
    phrase = antecedents.resolved(text, phrase);
    antecedents.saw(text, phrase);
    CountMention count = counted.get(at);
    return mention(text, phrase, count == null ? null : count.quantity());
  }

  private static PartyMention mention(AnalyzedText text, Phrase phrase, @Nullable Quantity count) {
    return new PartyMention(
        text.span(phrase.first(), phrase.end()),
        new TokenRange(phrase.first(), phrase.end()),
        phrase.name(),
        phrase.id(),
        phrase.kind(),
        count,
        phrase.framing(),
        new Derivation(phrase.rule(), phrase.entries()));
  }

  private static PartyMention mention(AnalyzedText text, Person person) {
    return new PartyMention(
        text.span(person.first(), person.end()),
        new TokenRange(person.first(), person.end()),
        person.name(),
        person.id(),
        "person",
        null,
        person.framing(),
        Derivation.byRule("party/person"));
  }

  /** Whether something beside a name that is also a common word shows that the party is meant. */
  private static boolean isCued(AnalyzedText text, int at, Phrase phrase, Antecedents antecedents) {
    if (phrase.id() != null && antecedents.has(phrase.id())) {
      return true;
    }
    boolean first = at == text.sentenceOf(at).first();
    if (first) {
      return false;
    }
    org.isnad.core.analysis.Token before = text.token(at - 1);
    boolean cue =
        before.is(GROUPS)
            || before.is("forces")
            || before.is("titles")
            || before.is("speech-verbs")
            || before.is("person-roles");
    boolean member =
        before.is("name-stops", "in")
            && at - 2 >= text.sentenceOf(at).first()
            && (text.token(at - 2).is("titles") || text.token(at - 2).is("person-roles"));
    boolean marked = Naming.isMark(before) && "\"“«‹".indexOf(before.surface().charAt(0)) >= 0;
    return cue || member || marked;
  }

  private static @Nullable PartyMention antecedent(
      AnalyzedText text, int at, Antecedents antecedents) {
    Label head = text.token(at).label(GROUPS);
    if (head == null || !head.clitics().isDefinite() || head.clitics().hasPronoun()) {
      return null;
    }
    String id = antecedents.ofHead(head.key());
    if (id == null) {
      return null;
    }
    String name = Naming.of(text, at, head.end(), head);
    List<String> entries = List.of(head.entry().qualified());
    return new PartyMention(
        text.span(at, head.end()),
        new TokenRange(at, head.end()),
        name,
        id,
        head.entry().attribute("kind"),
        null,
        List.of(),
        new Derivation("party/antecedent", entries));
  }

  /** Which groups and persons the text has named so far. */
  private static final class Antecedents {
    private final Map<String, String> byHead = new HashMap<>();
    private final Map<String, Boolean> ids = new HashMap<>();
    private @Nullable String lastFaction;
    private int end = -1;

    void saw(AnalyzedText text, Phrase phrase) {
      end = phrase.end();
      String id = phrase.id();
      if (id == null) {
        return;
      }
      ids.put(id, true);
      Label force = text.token(phrase.first()).label("forces");
      if (force != null && !phrase.kind().equals("asset")) {
        byHead.put("forces:" + force.key(), id);
      }
      for (int i = phrase.first(); i < phrase.end(); i++) {
        Label head = text.token(i).label(GROUPS);
        if (head != null) {
          byHead.put(head.key(), id);
        }
      }
      if (phrase.kind().equals("faction")) {
        lastFaction = id;
      }
    }

    void saw(Person person) {
      if (person.id() != null) {
        ids.put(person.id(), true);
      }
    }

    /** A force without owner ("الجيش") is the one of its kind that was last named with it. */
    Phrase resolved(AnalyzedText text, Phrase phrase) {
      Label force =
          phrase.id() == null && phrase.size() == 1
              ? text.token(phrase.first()).label("forces")
              : null;
      String id = force == null ? null : byHead.get("forces:" + force.key());
      return id == null ? phrase : phrase.ofParty(id);
    }

    boolean has(String id) {
      return ids.containsKey(id);
    }

    @Nullable String ofHead(String head) {
      String named = byHead.get(head);
      boolean anyFaction =
          head.equals("organisation") || head.equals("group-jamaa") || head.equals("movement");
      return named != null || !anyFaction ? named : lastFaction;
    }
  }
}
