package org.isnad.core.mention.party;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.lexicon.Lexicon;
import org.isnad.core.mention.BySentence;
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
   * All parties named in the text, in text order; roles carry the number that is counted of them. A
   * sentence is read when its parties are first asked for.
   */
  public List<PartyMention> find(AnalyzedText text, List<CountMention> counts) {
    Reading reading = new Reading(text, counts);
    return new BySentence<>(text, reading::resolved);
  }

  private @Nullable PartyMention mention(
      AnalyzedText text, int at, List<CountMention> counts, Antecedents antecedents) {
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
    return mention(text, phrase, counted(text, at, counts));
  }

  /** How many of the noun at the token are counted, or null. */
  private static @Nullable Quantity counted(AnalyzedText text, int at, List<CountMention> counts) {
    Sentence sentence = text.sentenceOf(at);
    Quantity counted = null;
    for (CountMention count : BySentence.within(counts, sentence.first(), sentence.end())) {
      counted = count.headToken() == at ? count.quantity() : counted;
    }
    return counted;
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

  /**
   * The reading of one text, a sentence at a time in any order. Where a word means what the text
   * named before, or a force is that of the country which the text mostly names, the sentences
   * before it, or all, are read first.
   */
  private final class Reading {
    private final AnalyzedText text;
    private final List<CountMention> counts;
    private final List<@Nullable List<PartyMention>> named;
    private final List<Named> namedIn;
    private final Named before = new Named();
    private int remembered;
    private @Nullable HomeForces home;

    Reading(AnalyzedText text, List<CountMention> counts) {
      this.text = text;
      this.counts = counts;
      this.named = new ArrayList<>(Collections.nCopies(text.sentences().size(), null));
      this.namedIn = new ArrayList<>(Collections.nCopies(text.sentences().size(), NOBODY));
    }

    /** The parties of a sentence, with ids for forces without owner where one country prevails. */
    List<PartyMention> resolved(Sentence sentence) {
      List<PartyMention> here = named(sentence);
      for (int i = 0; i < here.size(); i++) {
        if (HomeForces.isHomeless(here.get(i))) {
          return home().resolved(here);
        }
      }
      return here;
    }

    private HomeForces home() {
      HomeForces known = home;
      if (known == null) {
        List<PartyMention> all = new ArrayList<>();
        text.sentences().forEach(sentence -> all.addAll(named(sentence)));
        known = new HomeForces(register, all);
        home = known;
      }
      return known;
    }

    private List<PartyMention> named(Sentence sentence) {
      List<PartyMention> mentions = named.get(sentence.index());
      if (mentions == null) {
        mentions = read(sentence);
        named.set(sentence.index(), mentions);
      }
      return mentions;
    }

    private List<PartyMention> read(Sentence sentence) {
      List<PartyMention> mentions = new ArrayList<>();
      Antecedents antecedents = new Antecedents(() -> namedBefore(sentence));
      for (int at = sentence.first(); at < sentence.end(); ) {
        PartyMention mention =
            text.token(at).isWord() ? mention(text, at, counts, antecedents) : null;
        if (mention != null) {
          mentions.add(mention);
        }
        at = mention == null ? at + 1 : mention.tokens().end();
      }
      namedIn.set(sentence.index(), antecedents.own);
      return mentions.isEmpty() ? List.of() : mentions;
    }

    /** What the sentences before this one name; a sentence read for that has those before it. */
    private Named namedBefore(Sentence sentence) {
      while (remembered < sentence.index()) {
        named(text.sentences().get(remembered));
        before.add(namedIn.get(remembered));
        remembered++;
      }
      return before;
    }
  }

  private static final Named NOBODY = new Named();

  /** Groups and persons that a stretch of text has named. */
  private static final class Named {
    private final Map<String, String> byHead = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private @Nullable String lastFaction;

    void add(Named later) {
      byHead.putAll(later.byHead);
      ids.addAll(later.ids);
      lastFaction = later.lastFaction == null ? lastFaction : later.lastFaction;
    }
  }

  /** Which groups and persons the text has named so far, this sentence and those before it. */
  private static final class Antecedents {
    private final Named own = new Named();
    private final Supplier<Named> before;

    Antecedents(Supplier<Named> before) {
      this.before = before;
    }

    void saw(AnalyzedText text, Phrase phrase) {
      String id = phrase.id();
      if (id == null) {
        return;
      }
      own.ids.add(id);
      Label force = text.token(phrase.first()).label("forces");
      if (force != null && !phrase.kind().equals("asset")) {
        own.byHead.put("forces:" + force.key(), id);
      }
      for (int i = phrase.first(); i < phrase.end(); i++) {
        Label head = text.token(i).label(GROUPS);
        if (head != null) {
          own.byHead.put(head.key(), id);
        }
      }
      if (phrase.kind().equals("faction")) {
        own.lastFaction = id;
      }
    }

    void saw(Person person) {
      if (person.id() != null) {
        own.ids.add(person.id());
      }
    }

    /** A force without owner ("الجيش") is the one of its kind that was last named with it. */
    Phrase resolved(AnalyzedText text, Phrase phrase) {
      Label force =
          phrase.id() == null && phrase.size() == 1
              ? text.token(phrase.first()).label("forces")
              : null;
      String id = force == null ? null : byHead("forces:" + force.key());
      return id == null ? phrase : phrase.ofParty(id);
    }

    boolean has(String id) {
      return own.ids.contains(id) || before.get().ids.contains(id);
    }

    private @Nullable String byHead(String head) {
      String here = own.byHead.get(head);
      return here == null ? before.get().byHead.get(head) : here;
    }

    @Nullable String ofHead(String head) {
      String named = byHead(head);
      boolean anyFaction =
          head.equals("organisation") || head.equals("group-jamaa") || head.equals("movement");
      if (named != null || !anyFaction) {
        return named;
      }
      return own.lastFaction == null ? before.get().lastFaction : own.lastFaction;
    }
  }
}
